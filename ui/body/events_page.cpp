#include "ui/body/events_page.h"

#include "body/byte_store.h"
#include "body/json_formatter.h"
#include "ui/body/prose_view.h"
#include "ui/body/stream_plots.h"
#include "ui/widgets/body_view/body_view.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/format.h"
#include "ui/widgets/plain_table.h"

#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimerEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace sonde::ui
{
namespace
{

constexpr qint64 detailOctets = 1 << 20; // of an event, below the table
constexpr qint64 textOctets = 64 << 10;  // of an event that is a piece of a text
constexpr qint64 mostProse = 1 << 20;    // octets that are laid out in lines as wide as the page
// Of one paragraph, which is laid out anew with every piece that is added to it.
constexpr qint64 mostParagraph = 32 << 10;
constexpr qint64 textMilliseconds = 8; // at a time, so that the window stays alive
constexpr qsizetype shownIdOctets = 80;
constexpr int roomForPlots = 480; // pixels of the page, from which on they are there unasked
constexpr int leastRows = 3;
constexpr int leastDetail = 2; // rows
constexpr std::chrono::milliseconds longestWait = std::chrono::minutes(10);

bool isJson(const QByteArray &data)
{
    return data.startsWith('{') || data.startsWith('[');
}

} // namespace

EventsPage::EventsPage(QWidget *parent)
    : QWidget(parent)
    , m_statistics(new QLabel(this))
    , m_plotted(new QToolButton(this))
    , m_text(new QToolButton(this))
    , m_reconnect(new QToolButton(this))
    , m_stay(new QToolButton(this))
    , m_plots(new StreamPlots(this))
    , m_table(new QTableView(this))
    , m_detail(new BodyView(this))
    , m_prose(new ProseView(this))
    , m_together(new BodyView(this))
    , m_pages(new QStackedWidget(this))
    , m_split(new QSplitter(Qt::Vertical, m_pages))
{
    buildTable();
    buildTools();
    m_detail->setAccessibleName(tr("Content of the event"));
    for (QWidget *text : {static_cast<QWidget *>(m_prose), static_cast<QWidget *>(m_together)})
        text->setAccessibleName(tr("Text of all events"));
    m_statistics->setForegroundRole(QPalette::PlaceholderText);
    m_statistics->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 8, 2);
    row->addWidget(m_statistics, 1);
    for (QToolButton *tool : {m_reconnect, m_stay, m_plotted, m_text})
        row->addWidget(tool);
    m_table->setMinimumHeight(1);
    m_detail->setMinimumHeight(leastDetail * m_detail->fontMetrics().height());
    m_split->addWidget(m_table);
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setChildrenCollapsible(false);
    m_pages->addWidget(m_split);
    m_pages->addWidget(m_prose);
    m_pages->addWidget(m_together);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_plots);
    column->addWidget(m_pages, 1);
    FocusHand::set(this, m_table);
    connect(&m_model, &EventModel::advanced, this, &EventsPage::advance);
}

void EventsPage::buildTools()
{
    m_text->setText(tr("Text"));
    m_text->setToolTip(tr("What all events say together, as a model's answer or a log is read"));
    m_text->setCheckable(true);
    m_plotted->setText(tr("Plots"));
    m_plotted->setCheckable(true);
    m_stay->setText(tr("Stop waiting"));
    for (QToolButton *tool : {m_reconnect, m_stay, m_plotted, m_text})
        tool->setAutoRaise(true);
    m_plots->gaps = [this] { return m_model.histogram().bins(); };
    m_plots->rates = [this](size_t most) { return throughput(m_model.arrivals(), most); };
    m_plots->hide();
    connect(m_text, &QToolButton::toggled, this, &EventsPage::showText);
    connect(m_plotted, &QToolButton::clicked, this, [this](bool on) {
        m_wantsPlots = on;
        shareRoom();
    });
    connect(m_reconnect, &QToolButton::clicked, this, &EventsPage::pressReconnect);
    connect(m_stay, &QToolButton::clicked, this, &EventsPage::stopWaiting);
    stopWaiting();
}

int EventsPage::leastTable() const
{
    return m_table->horizontalHeader()->sizeHint().height() +
           leastRows * m_table->verticalHeader()->defaultSectionSize();
}

// What else is shown gives way before this is reached.
QSize EventsPage::minimumSizeHint() const
{
    return {QWidget::minimumSizeHint().width(),
            layout()->itemAt(0)->sizeHint().height() + leastTable()};
}

// The table comes first: what does not fit beside a few of its rows waits until there is room.
void EventsPage::shareRoom()
{
    const int room = height() - layout()->itemAt(0)->sizeHint().height();
    const int plots = m_plots->sizeHint().height();
    const bool fits = room >= leastTable() + plots;
    const bool plotted = fits && m_wantsPlots.value_or(height() >= roomForPlots);
    m_plotted->setEnabled(fits);
    m_plotted->setToolTip(fits ? tr("How long the gaps are, and how much came when")
                               : tr("There is no room for plots: make the pane higher, or close "
                                    "what else is open in it"));
    m_plotted->setChecked(plotted);
    m_plots->setVisible(plotted);
    // What an event says in full, once one is chosen.
    const int rest = room - (plotted ? plots : 0) - m_split->handleWidth();
    m_detail->setVisible(m_detail->store() && rest >= leastTable() + m_detail->minimumHeight());
    if (m_detail->isVisible() && m_split->sizes().front() < leastTable())
        m_split->setSizes({leastTable(), rest - leastTable()});
}

bool EventsPage::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        shareRoom();
    return done;
}

void EventsPage::setReconnectable(bool can)
{
    m_reconnectable = can;
    offerReconnect();
}

// WHATWG HTML section 9.2: when the stream has ended, whether it was whole or cut.
void EventsPage::offerReconnect()
{
    const auto *index = m_model.eventIndex();
    const bool can = m_reconnectable && index &&
                     index->form() == wire::EventReader::Form::ServerSent && index->isWhole();
    m_reconnect->setVisible(can);
    m_stay->setVisible(can && m_wait.isActive());
    if (!can)
        return;
    const QString id = QString::fromUtf8(index->lastEventId().left(shownIdOctets));
    m_reconnect->setToolTip(id.isEmpty()
                                ? tr("Send the request again; no event had an id to go on from")
                                : tr("Send the request again with Last-Event-ID: %1").arg(id));
}

void EventsPage::pressReconnect()
{
    const auto *index = m_model.eventIndex();
    if (!index)
        return;
    const auto wait = std::min(index->retry().value_or(std::chrono::milliseconds(0)), longestWait);
    if (wait.count() == 0 || m_wait.isActive()) {
        stopWaiting();
        Q_EMIT reconnectWanted(index->lastEventId());
        return;
    }
    m_wait.start(int(wait.count()), this);
    m_reconnect->setText(tr("Reconnect now"));
    m_stay->show();
    showStatistics();
}

void EventsPage::stopWaiting()
{
    m_wait.stop();
    m_reconnect->setText(tr("Reconnect"));
    m_stay->hide();
    showStatistics();
}

void EventsPage::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_wait.timerId())
        pressReconnect();
    else
        QWidget::timerEvent(event);
}

void EventsPage::buildTable()
{
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Events"));
    dressPlainTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView *header = m_table->horizontalHeader();
    const int digit = m_table->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (const auto &[section, digits] :
         {std::pair(EventModel::Number, 9), std::pair(EventModel::Time, 11),
          std::pair(EventModel::Gap, 12), std::pair(EventModel::Size, 11),
          std::pair(EventModel::Type, 18)})
        header->resizeSection(section, digits * digit);
    // New rows move the bar's end, not its value: only scrolling tells what one wants to see.
    const QScrollBar *bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_follows = value == bar->maximum(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &EventsPage::showDetail);
}

void EventsPage::setBody(std::shared_ptr<const body::ByteSource> source,
                         std::optional<wire::EventReader::Form> form,
                         std::shared_ptr<const trace::Exchange> exchange)
{
    stopWaiting();
    m_texts = 0;
    m_paragraph = m_longest = 0;
    m_follows = true;
    m_collected.reset();
    m_prose->clear();
    m_together->setStore(nullptr);
    m_model.setBody(std::move(source), form, std::move(exchange));
    m_table->setColumnHidden(EventModel::Type, !form);
    m_text->setVisible(form.has_value());
    m_detail->setContent(form ? Syntax::Json : Syntax::Plain, "UTF-8");
    showText(m_text->isChecked() && form);
    showDetail();
}

void EventsPage::advance()
{
    if (m_follows)
        QMetaObject::invokeMethod(m_table, &QTableView::scrollToBottom, Qt::QueuedConnection);
    showStatistics();
    offerReconnect();
    m_plots->noteGrowth();
    if (m_text->isChecked())
        extendText();
}

QString EventsPage::statistics() const
{
    return m_statistics->text();
}

void EventsPage::showStatistics()
{
    const QLocale locale;
    const auto number = int(std::min<qint64>(m_model.count(), std::numeric_limits<int>::max()));
    QStringList facts;
    facts << (m_model.hasEvents() ? tr("%Ln event(s)", nullptr, number)
                                  : tr("%Ln arrival(s)", nullptr, number));
    const auto &gaps = m_model.gaps();
    if (gaps.count > 0) {
        facts << tr("on average every %1").arg(durationText(gaps.sum / gaps.count));
        //: %1 is a time, %2 the number of a row
        facts << tr("longest gap %1, before no. %2")
                     .arg(durationText(gaps.longest), locale.toString(gaps.after + 1));
    }
    if (m_wait.isActive())
        facts.prepend(
            tr("Connects again in %1, as the server asked")
                .arg(durationText(std::min(*m_model.eventIndex()->retry(), longestWait))));
    if (m_model.unfinished() > 0)
        facts << tr("%1 of an event that has not ended").arg(octetsText(m_model.unfinished()));
    if (m_model.count() > m_model.rowCount())
        facts << tr("the first %1 are listed").arg(locale.toString(m_model.rowCount()));
    m_statistics->setText(facts.join(QStringLiteral(" · ")));
    m_statistics->setToolTip(m_statistics->text());
}

std::optional<client::EventIndex::Place> EventsPage::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? std::optional(m_model.place(index.row())) : std::nullopt;
}

void EventsPage::reveal(qint64 octet)
{
    const int row = m_model.rowOf(octet);
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_model.index(row, 0));
    m_table->scrollTo(m_model.index(row, 0), QAbstractItemView::PositionAtCenter);
}

void EventsPage::showDetail()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid()) {
        m_detail->setStore(nullptr);
        shareRoom();
        return;
    }
    const wire::StreamEvent event = m_model.eventAt(index.row(), detailOctets);
    QByteArray text = event.data;
    if (m_model.hasEvents() && isJson(event.data)) {
        text.clear();
        body::JsonFormatter().feed(event.data, text);
    }
    auto store = std::make_shared<body::ByteStore>();
    if (store->append(text)) {
        store->finish();
        m_detail->setStore(store);
    }
    shareRoom();
    Q_EMIT currentChanged(event.from, event.to);
}

QWidget *EventsPage::textView() const
{
    if (m_longest > mostParagraph || (m_collected && m_collected->size() > mostProse))
        return m_together;
    return m_prose;
}

void EventsPage::showText(bool text)
{
    if (text)
        extendText();
    bringUp(text ? textView() : m_split);
}

void EventsPage::bringUp(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    FocusHand::set(this, page == m_split ? m_table : page);
}

void EventsPage::extendText()
{
    if (!m_collected) {
        m_collected = std::make_shared<body::ByteStore>();
        m_together->setStore(m_collected);
        m_together->setFollow(BodyView::Follow::On);
    }
    auto &store = static_cast<body::ByteStore &>(*m_collected);
    QElapsedTimer clock;
    clock.start();
    QByteArray more;
    while (m_texts < m_model.rowCount() && clock.elapsed() < textMilliseconds)
        more += client::streamedText(m_model.eventAt(m_texts++, textOctets).data);
    for (qsizetype from = 0; from < more.size(); ++from) {
        const qsizetype feed = more.indexOf('\n', from);
        m_paragraph += (feed < 0 ? more.size() : feed) - from;
        m_longest = std::max(m_longest, m_paragraph);
        if (feed < 0)
            break;
        m_paragraph = 0;
        from = feed;
    }
    if (more.isEmpty() || store.append(more)) {
        if (textView() == m_prose)
            m_prose->add(more);
        else if (m_pages->currentWidget() == m_prose)
            bringUp(m_together);
        m_together->noteGrowth();
    }
    if (m_texts < m_model.rowCount())
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_text->isChecked())
                    extendText();
            },
            Qt::QueuedConnection);
}

} // namespace sonde::ui
