#include "ui/request/options_page.h"

#include "ui/request/version_box.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>

namespace sonde::ui
{

using collection::Settings;
using std::chrono::milliseconds;

OptionsPage::OptionsPage(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget(this);
    page->setMaximumWidth(fontMetrics().averageCharWidth() * 100);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(16, 12, 16, 12);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(6);
    form->setLabelAlignment(Qt::AlignLeft);

    m_version = new VersionBox(page);
    m_versionText = explanation({});
    form->addRow(tr("HTTP &version"), m_version);
    form->addRow(QString(), m_versionText);

    m_redirects = new QCheckBox(tr("Follow &redirects"), page);
    form->addRow(tr("Redirects"), m_redirects);
    form->addRow(QString(),
                 explanation(tr("At most 20, each shown as an exchange of its own. Credentials "
                                "are left out when a redirect leads to another server.")));

    m_connect = secondsBox(tr("Time to connect"), tr("30 s, as usual"));
    form->addRow(tr("Time to c&onnect"), m_connect);
    m_total = secondsBox(tr("Time in all"), tr("No limit"));
    form->addRow(tr("&Time in all"), m_total);

    m_verify = new QCheckBox(tr("&Check the server’s certificate"), page);
    m_verifyText = explanation({});
    form->addRow(tr("Certificates"), m_verify);
    form->addRow(QString(), m_verifyText);
    setWidget(page);

    connect(m_version, &VersionBox::versionChosen, this, &OptionsPage::take);
    for (QCheckBox *box : {m_redirects, m_verify})
        connect(box, &QCheckBox::toggled, this, &OptionsPage::take);
    for (QDoubleSpinBox *box : {m_connect, m_total})
        connect(box, &QDoubleSpinBox::valueChanged, this, &OptionsPage::take);
    connect(&Theme::instance(), &Theme::changed, this, &OptionsPage::show);
    show();
}

QDoubleSpinBox *OptionsPage::secondsBox(const QString &name, const QString &whenZero)
{
    auto *box = new QDoubleSpinBox(this);
    box->setRange(0, 86400);
    box->setDecimals(1);
    //: Seconds, after a number.
    box->setSuffix(tr(" s"));
    box->setSpecialValueText(whenZero);
    box->setAccessibleName(name);
    box->findChild<QLineEdit *>()->setAccessibleName(name);
    box->setMinimumWidth(fontMetrics().averageCharWidth() * 20);
    box->setStepType(QAbstractSpinBox::DefaultStepType);
    return box;
}

QLabel *OptionsPage::explanation(const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(0, 0, 0, 6);
    return label;
}

void OptionsPage::setSettings(const Settings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    show();
}

int OptionsPage::changedCount() const
{
    const Settings usual;
    return int(m_settings.version != usual.version) +
           int(m_settings.followRedirects != usual.followRedirects) +
           int(m_settings.verifyTls != usual.verifyTls) + int(m_settings.timeout != usual.timeout) +
           int(m_settings.connectTimeout != usual.connectTimeout);
}

void OptionsPage::show()
{
    const QScopedValueRollback filling(m_filling, true);
    m_version->setVersion(m_settings.version);
    m_versionText->setText(explainVersion(m_settings.version));
    m_redirects->setChecked(m_settings.followRedirects);
    m_total->setValue(double(m_settings.timeout.count()) / 1000);
    m_connect->setValue(double(m_settings.connectTimeout.count()) / 1000);
    m_verify->setChecked(m_settings.verifyTls);
    m_verifyText->setText(
        m_settings.verifyTls
            ? tr("A certificate that is expired, unknown or for another name ends the request.")
            : tr("Off: whoever sits between you and the server can read and change everything."));
    const Theme &theme = Theme::instance();
    QPalette own = theme.palette();
    if (!m_settings.verifyTls) {
        own.setColor(QPalette::PlaceholderText, theme.color(Token::Danger));
        own.setColor(QPalette::WindowText, theme.color(Token::Danger));
    }
    m_verifyText->setPalette(own);
    m_verify->setPalette(own);
}

void OptionsPage::take()
{
    if (m_filling)
        return;
    m_settings.version = m_version->version();
    m_settings.followRedirects = m_redirects->isChecked();
    m_settings.verifyTls = m_verify->isChecked();
    m_settings.timeout = milliseconds(qRound64(m_total->value() * 1000));
    m_settings.connectTimeout = milliseconds(qRound64(m_connect->value() * 1000));
    show();
    Q_EMIT edited();
}

} // namespace sonde::ui
