#include "ui/shell/status_line.h"

#include "client/call.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTimer>

namespace sonde::ui
{

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_status(new QLabel(this))
    , m_connection(new QLabel(this))
    , m_notice(new QLabel(this))
    , m_back(new QTimer(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 3, 10, 3);
    row->setSpacing(18);
    row->addWidget(m_status, 1);
    row->addWidget(m_connection);
    row->addWidget(m_notice);
    // Not names but descriptions: a name would hide the text from assistive technology.
    m_status->setAccessibleDescription(tr("State of the request"));
    m_connection->setAccessibleDescription(tr("Connection of the last exchange"));
    m_notice->setAccessibleDescription(tr("What runs in the background"));
    for (QLabel *label : {m_status, m_connection, m_notice}) {
        label->setTextFormat(Qt::PlainText);
        label->setFont(smallFont(label->font()));
    }
    for (QLabel *label : {m_connection, m_notice})
        label->setForegroundRole(QPalette::PlaceholderText);
    m_status->setMinimumWidth(80);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_back->setSingleShot(true);
    m_back->setInterval(4000);
    connect(m_back, &QTimer::timeout, this, [this] { m_status->setText(m_steady); });
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    showStatus({});
}

void StatusLine::showStatus(const QString &text)
{
    m_steady = text.isEmpty() ? tr("Ready") : text;
    if (!m_back->isActive())
        m_status->setText(m_steady);
}

void StatusLine::flash(const QString &text)
{
    m_status->setText(text);
    m_back->start();
}

void StatusLine::showNotice(const QString &text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

void StatusLine::showCall(const client::Call *call)
{
    const QString text = call ? connectionText(*call) : QString();
    m_connection->setText(text);
    m_connection->setVisible(!text.isEmpty());
}

QString StatusLine::connectionText(const client::Call &call)
{
    const std::vector<client::Hop> hops = call.hops();
    if (hops.empty())
        return {};
    const trace::ExchangeState state = hops.back().exchange->state();
    if (!state.connection)
        return {};
    const trace::ConnectionState connection = state.connection->state();
    if (connection.remote.isEmpty()) // it was never made
        return {};
    //: %1 number of the connection
    const QString fresh = tr("Connection %1, new");
    const QString reused = tr("Connection %1, reused");
    QStringList parts{(state.connectionReused ? reused : fresh).arg(quint64(connection.id))};
    if (!connection.versionReason.isEmpty()) // before that, none was agreed on
        parts << QString::fromLatin1(http::versionName(connection.version).toByteArray());
    parts << QString::fromUtf8(connection.remote);
    return parts.join(QStringLiteral(" · "));
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::instance().color(Token::Border));
}

} // namespace sonde::ui
