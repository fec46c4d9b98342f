#include "ui/protocol/protocol_view.h"

#include "trace/head_check.h"
#include "ui/protocol/frames_pane.h"
#include "ui/protocol/hpack_pane.h"
#include "ui/protocol/raw_pane.h"
#include "ui/protocol/windows_pane.h"
#include "ui/protocol/wire_feed.h"
#include "ui/protocol/wire_place.h"
#include "ui/protocol/wire_selection.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/sentence.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTimerEvent>
#include <QToolButton>
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
    connect(m_feed, &WireFeed::grown, this, &ProtocolView::goToWanted);
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
    auto *there = new QWidget;
    auto *panes = new QVBoxLayout(there);
    panes->setContentsMargins(0, 0, 0, 0);
    panes->setSpacing(0);
    m_panes = new QStackedWidget;
    m_panes->addWidget(m_frames);
    panes->addWidget(buildHead());
    panes->addWidget(m_panes, 1);
    m_states = new QStackedWidget;
    m_states->addWidget(m_empty);
    m_states->addWidget(there);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_states, 1);
    setFocusPolicy(Qt::NoFocus);
    FocusHand::set(this, m_frames);
}

QWidget *ProtocolView::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(8, 6, 12, 6);
    row->setSpacing(2);
    auto *group = new QButtonGroup(this);
    const auto add = [&](Pane pane, const QString &text, const QString &tip) {
        auto *button = new QToolButton;
        button->setText(text);
        button->setToolTip(tip);
        button->setCheckable(true);
        button->setAutoRaise(true);
        group->addButton(button, int(pane));
        row->addWidget(button);
        m_buttons[size_t(pane)] = button;
    };
    add(Pane::Frames, tr("Frames"), tr("Every frame, in time and as a table"));
    add(Pane::HeaderTable, tr("Header table"),
        tr("What header compression remembered at the selected frame"));
    add(Pane::Windows, tr("Windows"), tr("Flow control of the stream of the selected frame"));
    add(Pane::Raw, tr("Raw"), tr("Every octet both ways, and the layers it lies in"));
    m_buttons[size_t(Pane::Frames)]->setChecked(true);
    row->addSpacing(10);
    m_bars = new QStackedWidget;
    m_bars->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_bars->addWidget(m_frames->bar());
    row->addWidget(m_bars, 1);
    connect(group, &QButtonGroup::idClicked, this, [this](int pane) { showPane(Pane(pane)); });
    return head;
}

void ProtocolView::showPane(Pane pane)
{
    if (!m_states)
        build();
    m_pane = pane;
    m_buttons[size_t(pane)]->setChecked(true);
    QWidget *page = m_frames;
    QWidget *bar = m_frames->bar();
    if (pane == Pane::HeaderTable) {
        if (!m_headerTable) {
            m_headerTable = new HpackPane(m_feed, m_selection);
            m_panes->addWidget(m_headerTable);
            m_bars->addWidget(m_headerTable->bar());
        }
        page = m_headerTable;
        bar = m_headerTable->bar();
    } else if (pane == Pane::Windows) {
        if (!m_windows) {
            m_windows = new WindowsPane(m_feed, m_selection);
            m_windows->setSubject(m_subject);
            m_panes->addWidget(m_windows);
            m_bars->addWidget(new QWidget);
        }
        page = m_windows;
        bar = m_bars->widget(m_panes->indexOf(m_windows));
    } else if (pane == Pane::Raw) {
        if (!m_raw) {
            m_raw = new RawPane(m_feed, m_selection);
            m_raw->setSubject(m_subject);
            m_panes->addWidget(m_raw);
            m_bars->addWidget(m_raw->bar());
        }
        page = m_raw;
        bar = m_raw->bar();
    }
    m_panes->setCurrentWidget(page);
    m_bars->setCurrentWidget(bar);
    FocusHand::set(this, page);
}

void ProtocolView::follow(trace::ExchangeState exchange, WireSubject::Content content)
{
    setSubject(std::move(exchange), std::move(content));
    readOn();
}

void ProtocolView::setSubject(trace::ExchangeState exchange, WireSubject::Content content)
{
    const bool other = exchange.id != m_subject.exchange.id;
    m_subject.exchange = std::move(exchange);
    m_subject.content = std::move(content);
    if (other) {
        m_selection->select({});
        m_wanted.reset();
    }
}

void ProtocolView::showExchange(trace::ExchangeState exchange, WireSubject::Content content)
{
    if (!m_states)
        build();
    setSubject(std::move(exchange), std::move(content));
    m_frames->setSubject(m_subject);
    if (m_windows)
        m_windows->setSubject(m_subject);
    if (m_raw)
        m_raw->setSubject(m_subject);
    if (isVisible())
        readOn();
    showState();
}

void ProtocolView::find()
{
    if (!m_frames)
        return;
    showPane(Pane::Frames);
    m_frames->find();
}

void ProtocolView::goTo(size_t frame)
{
    showPane(Pane::Frames);
    m_frames->goTo(frame);
}

void ProtocolView::goToReceived(quint64 octet)
{
    showPane(Pane::Raw);
    m_wanted = octet;
    goToWanted();
}

// Once it has been read.
void ProtocolView::goToWanted()
{
    const auto row =
        m_wanted ? rowAt(m_feed->view(), trace::Direction::Received, *m_wanted) : std::nullopt;
    if (!row)
        return;
    // The frames are not to choose another row when theirs have come.
    m_frames->goTo(*row);
    m_raw->goTo(trace::Direction::Received, *m_wanted);
    m_wanted.reset();
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
    if (exchange.response) // so something was
        return tr("Its octets were not recorded: an HTTP archive, for one, has no place for them.");
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
    const auto disagreements = view.http2 && m_subject.exchange.isOver()
                                   ? trace::checkHeads(m_subject.exchange, *view.http2)
                                   : std::vector<trace::Finding>();
    if (!disagreements.empty()) // two readers of the same octets: one of them is wrong
        notice = inWindowLanguage(disagreements.front().sentence);
    else if (view.truncation)
        notice =
            tr("The record of this connection was full at %1 ms: what came later is not "
               "here.")
                .arg(double((view.truncation->at - m_subject.zero()).count()) / 1e6, 0, 'f', 1);
    else if (view.http2 && view.http2->isCut)
        notice = tr("There are more frames than Sonde keeps; the rest is left out.");
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    QPalette palette = m_notice->palette();
    palette.setColor(
        QPalette::WindowText,
        Theme::instance().color(disagreements.empty() ? Token::Warning : Token::Danger));
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
