#include "ui/request/options_page.h"

#include "ui/request/version_box.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
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
    auto *form = new QGridLayout(page);
    form->setContentsMargins(16, 12, 16, 12);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(4);
    form->setColumnStretch(1, 1);

    m_version = new VersionBox(page);
    m_versionText = explanation();
    addRow(form, tr("HTTP &version"), m_version, m_versionText);
    m_redirects = new QCheckBox(tr("Follow &redirects"), page);
    QLabel *redirects = explanation();
    redirects->setText(tr("At most 20, each shown as an exchange of its own. Credentials are left "
                          "out when a redirect leads to another server."));
    addRow(form, tr("Redirects"), m_redirects, redirects);
    m_connect = secondsBox(tr("Time to connect"), tr("30 s, as usual"));
    addRow(form, tr("Time to c&onnect"), m_connect, nullptr);
    m_total = secondsBox(tr("Time in all"), tr("No limit"));
    addRow(form, tr("&Time in all"), m_total, nullptr);
    m_verify = new QCheckBox(tr("&Check the server’s certificate"), page);
    m_verifyText = explanation();
    addRow(form, tr("Certificates"), m_verify, m_verifyText);
    form->setRowStretch(form->rowCount(), 1);
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

QLabel *OptionsPage::explanation()
{
    auto *label = new QLabel(this);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

void OptionsPage::addRow(QGridLayout *form, const QString &name, QWidget *field, QLabel *text)
{
    auto *label = new QLabel(name, this);
    label->setBuddy(field);
    const int row = form->rowCount();
    form->addWidget(label, row, 0, Qt::AlignVCenter | Qt::AlignLeft);
    form->addWidget(field, row, 1, Qt::AlignVCenter | Qt::AlignLeft);
    if (text)
        form->addWidget(text, row + 1, 1);
    form->setRowMinimumHeight(form->rowCount(), 8);
}

void OptionsPage::setSettings(const Settings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    show();
}

int changedCount(const Settings &settings)
{
    const Settings usual;
    return int(settings.version != usual.version) +
           int(settings.followRedirects != usual.followRedirects) +
           int(settings.verifyTls != usual.verifyTls) + int(settings.timeout != usual.timeout) +
           int(settings.connectTimeout != usual.connectTimeout);
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
