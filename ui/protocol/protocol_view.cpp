#include "ui/protocol/protocol_view.h"

#include "ui/protocol/frames_pane.h"
#include "ui/protocol/wire_feed.h"
#include "ui/protocol/wire_selection.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QStackedWidget>
#include <QTimerEvent>
#include <QVBoxLayout>

namespace sonde::ui
{
namespace
{

// Of a connection that may say more though its exchange is over.
constexpr int lookMilliseconds = 1000;

} // namespace

ProtocolView::ProtocolView(QWidget *parent)
    : QWidget(parent)
    , m_feed(new WireFeed(this))
    , m_selection(new WireSelection(this))
{
    setAccessibleName(tr("Frames"));
    setFocusPolicy(Qt::TabFocus);
    connect(m_feed, &WireFeed::replaced, m_selection, [this] { m_selection->select({}); });
    connect(m_feed, &WireFeed::grown, this, &ProtocolView::showState);
}

void ProtocolView::build()
{
    m_empty = new QLabel;
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(24);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_notice = new QLabel;
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(12, 6, 12, 2);
    m_notice->hide();
    m_frames = new FramesPane(m_feed, m_selection);
    m_states = new QStackedWidget;
    m_states->addWidget(m_empty);
    m_states->addWidget(m_frames);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_states, 1);
    setFocusPolicy(Qt::NoFocus);
    setFocusProxy(m_frames);
}

void ProtocolView::showExchange(trace::ExchangeState exchange)
{
    if (!m_states)
        build();
    const bool other = exchange.id != m_subject.exchange.id;
    m_subject.exchange = std::move(exchange);
    if (other)
        m_selection->select({});
    m_frames->setSubject(m_subject);
    if (isVisible())
        readOn();
    showState();
}

void ProtocolView::find()
{
    if (m_frames)
        m_frames->find();
}

void ProtocolView::readOn()
{
    m_feed->follow(m_subject.connection());
}

QString ProtocolView::emptyText() const
{
    const auto &exchange = m_subject.exchange;
    if (!exchange.connection) {
        return exchange.isOver()
                   ? tr("No connection carried this request, so nothing went over the wire.")
                   : tr("The request has no connection yet.");
    }
    if (m_feed->view().size() > 0)
        return {};
    if (m_feed->isReading())
        return tr("Reading the record of the connection…");
    if (m_feed->view().truncation)
        return tr("The record of this connection was full before anything of it could be read.");
    return exchange.isOver() ? tr("The connection was set up, but nothing was said on it.")
                             : tr("Nothing has been said on the connection yet.");
}

void ProtocolView::showState()
{
    if (!m_states)
        return;
    const QString empty = emptyText();
    m_empty->setText(empty);
    m_states->setCurrentIndex(empty.isEmpty() ? 1 : 0);
    const WireView &view = m_feed->view();
    QString notice;
    if (view.truncation)
        notice =
            tr("The record of this connection was full at %1 ms: what came later is not "
               "here.")
                .arg(double((view.truncation->at - m_subject.zero()).count()) / 1e6, 0, 'f', 1);
    else if (view.http2 && view.http2->isCut)
        notice = tr("There are more frames than Sonde keeps; the rest is left out.");
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    QPalette palette = m_notice->palette();
    palette.setColor(QPalette::WindowText, Theme::instance().color(Token::Warning));
    m_notice->setPalette(palette);
}

void ProtocolView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_look.start(lookMilliseconds, this);
    readOn();
}

void ProtocolView::hideEvent(QHideEvent *event)
{
    m_look.stop();
    QWidget::hideEvent(event);
}

void ProtocolView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_look.timerId())
        readOn();
    else
        QWidget::timerEvent(event);
}

} // namespace sonde::ui
