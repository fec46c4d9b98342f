#include "ui/response/response_pane.h"

#include "client/watcher.h"
#include "ui/body/body_pane.h"
#include "ui/protocol/protocol_view.h"
#include "ui/protocol/wire_feed.h"
#include "ui/response/body_content.h"
#include "ui/response/call_shelf.h"
#include "ui/response/changes_line.h"
#include "ui/response/changes_view.h"
#include "ui/response/connection_view.h"
#include "ui/response/error_page.h"
#include "ui/response/headers_view.h"
#include "ui/response/hop_selector.h"
#include "ui/response/progress_strip.h"
#include "ui/response/shelf_switch.h"
#include "ui/response/summary_line.h"
#include "ui/response/timing_view.h"
#include "ui/widgets/flat_tab_bar.h"
#include "ui/widgets/notice_bar.h"

#include <QAccessible>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace sonde::ui
{
namespace
{

constexpr int clockMilliseconds = 100;

} // namespace

struct ResponsePane::Parts {
    QStackedWidget *states = nullptr; // empty, or a response
    SummaryLine *summary = nullptr;
    HopSelector *selector = nullptr;
    ProgressStrip *progress = nullptr;
    FlatTabBar *tabs = nullptr;
    QStackedWidget *sections = nullptr; // in the order of Section
    ErrorPage *problem = nullptr;
    BodyPane *body = nullptr;
    HeadersView *headers = nullptr;
    TimingView *timing = nullptr;
    ProtocolView *frames = nullptr;
    ConnectionView *connection = nullptr;
    ChangesView *changes = nullptr;
    ShelfSwitch *steps = nullptr;
    ChangesLine *shortly = nullptr; // what changed, in one line; leads to the whole of it

    CallShelf shelf;
    size_t place = 0;                // on the shelf, of the one shown
    std::vector<HopSnapshot> before; // of the response before the one shown
    bool compared = false;

    std::shared_ptr<client::Call> call;
    std::unique_ptr<client::Watcher> watcher;
    std::vector<HopSnapshot> hops;
    size_t hop = 0;
    bool hopChosen = false;                     // by the user: new hops no longer take over
    const trace::Exchange *headersOf = nullptr; // whose headers and body are shown
    const trace::Exchange *bodyOf = nullptr;
    const trace::Exchange *problemOf = nullptr;
    bool announced = false;
    QBasicTimer clock; // while the call runs: time passes though nothing arrives
};

ResponsePane::ResponsePane(QWidget *parent)
    : QWidget(parent)
    , m(std::make_unique<Parts>())
{
    setAccessibleName(tr("Response"));
    m->states = new QStackedWidget(this);
    m->states->addWidget(buildEmptyState());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m->states);
}

ResponsePane::~ResponsePane() = default;

QWidget *ResponsePane::buildEmptyState()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    auto *sentence = new QLabel(tr("The response will stand here."), page);
    sentence->setAlignment(Qt::AlignCenter);
    sentence->setForegroundRole(QPalette::PlaceholderText);
    auto *keys = new QLabel(
        tr("Send with %1")
            .arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)),
        page);
    keys->setAlignment(Qt::AlignCenter);
    keys->setForegroundRole(QPalette::PlaceholderText);
    column->addStretch(2);
    column->addWidget(sentence);
    column->addWidget(keys);
    column->addStretch(3);
    return page;
}

QWidget *ResponsePane::buildResponse()
{
    auto *page = new QWidget;
    m->summary = new SummaryLine(page);
    m->selector = new HopSelector(page);
    m->progress = new ProgressStrip(page);
    m->tabs = new FlatTabBar(page);
    m->tabs->setAccessibleName(tr("Sections of the response"));
    m->sections = new QStackedWidget(page);
    m->problem = new ErrorPage;
    m->body = new BodyPane;
    m->headers = new HeadersView;
    m->timing = new TimingView;
    m->frames = new ProtocolView;
    m->headers->followWire(m->frames->feed());
    m->connection = new ConnectionView;
    m->connection->followWire(m->frames->feed());
    m->changes = new ChangesView;
    const auto add = [this](const QString &name, QWidget *section) {
        m->tabs->addTab(name);
        m->sections->addWidget(section);
    };
    add(tr("Problem"), m->problem);
    add(tr("Body"), m->body);
    add(tr("Headers"), m->headers);
    add(tr("Timing"), m->timing);
    add(tr("Frames"), m->frames);
    add(tr("Connection"), m->connection);
    add(tr("Changes"), m->changes);
    m->shortly = new ChangesLine(page);
    m->steps = new ShelfSwitch(page);
    auto *tabRow = new QHBoxLayout;
    tabRow->setSpacing(0);
    tabRow->addWidget(m->tabs, 1);
    tabRow->addWidget(m->steps);
    auto *line = new QFrame(page);
    line->setFrameShape(QFrame::HLine);
    line->setForegroundRole(QPalette::Mid);
    line->setFrameShadow(QFrame::Plain);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m->summary);
    column->addWidget(m->selector);
    column->addWidget(m->progress);
    auto *changed = new QHBoxLayout;
    changed->setContentsMargins(4, 0, 8, 0);
    changed->addWidget(m->shortly);
    changed->addStretch(1);
    column->addLayout(changed);
    column->addLayout(tabRow);
    column->addWidget(line);
    column->addWidget(m->sections, 1);
    connectParts();
    return page;
}

void ResponsePane::connectParts()
{
    connect(m->tabs, &QTabBar::currentChanged, this, [this](int index) {
        m->sections->setCurrentIndex(index);
        if (m->hop < m->hops.size())
            showSectionInFront(m->hops[m->hop]);
    });
    connect(m->progress, &ProgressStrip::cancelRequested, this, &ResponsePane::cancelRequested);
    connect(m->steps, &ShelfSwitch::stepped, this, &ResponsePane::step);
    connect(m->shortly, &QToolButton::clicked, this, [this] { showSection(Section::Changes); });
    connect(m->selector, &HopSelector::chosen, this, &ResponsePane::chooseHop);
    connect(m->timing, &TimingView::hopActivated, this, &ResponsePane::chooseHop);
    connect(m->headers, &HeadersView::openUrlRequested, this, &ResponsePane::openUrlRequested);
    connect(m->connection, &ConnectionView::frameRequested, this, [this](size_t frame) {
        showSection(Section::Frames);
        m->frames->goTo(frame);
    });
    connect(m->problem, &ErrorPage::fixChosen, this, [this](Fix fix) {
        switch (fix) {
        case Fix::Resend:
            Q_EMIT resendRequested();
            break;
        case Fix::RetryUnverified:
            Q_EMIT retryUnverifiedRequested();
            break;
        case Fix::TrustHost:
            Q_EMIT trustHostRequested();
            break;
        case Fix::WaitLonger:
            Q_EMIT waitLongerRequested();
            break;
        case Fix::GoOnPastBomb:
            Q_EMIT goOnPastBombRequested();
            break;
        }
    });
}

void ResponsePane::showCall(std::shared_ptr<client::Call> call)
{
    if (!call) {
        clear();
        return;
    }
    m->place = m->shelf.put(call);
    display(std::move(call));
}

bool ResponsePane::canStep(int by) const
{
    return by < 0 ? m->place > 0 : m->place + 1 < m->shelf.size();
}

void ResponsePane::step(int by)
{
    if (!canStep(by))
        return;
    m->place = by < 0 ? m->place - 1 : m->place + 1;
    display(m->shelf.at(m->place));
}

void ResponsePane::display(std::shared_ptr<client::Call> call)
{
    if (!m->summary) // most tabs are opened long before something is sent from them
        m->states->addWidget(buildResponse());
    m->watcher.reset();
    m->call = std::move(call);
    m->hops.clear();
    m->hop = 0;
    m->hopChosen = false;
    m->headersOf = m->bodyOf = m->problemOf = nullptr;
    m->announced = false;
    m->compared = false;
    m->states->setCurrentIndex(1);
    showShelf();
    // What cannot be seen yet must not show what was there before.
    m->headers->clear();
    m->body->clear();
    if (section() == Section::Problem)
        m->tabs->setCurrentIndex(int(Section::Body));
    m->tabs->setTabVisible(int(Section::Problem), false);
    if (!m->call->isOver())
        m->progress->start();
    else
        m->progress->stop();
    m->watcher = std::make_unique<client::Watcher>(m->call);
    connect(m->watcher.get(), &client::Watcher::changed, this, &ResponsePane::refresh);
    connect(m->watcher.get(), &client::Watcher::finished, this, &ResponsePane::refresh);
    refresh();
    Q_EMIT shown();
}

void ResponsePane::clear()
{
    m->watcher.reset();
    m->call.reset();
    m->shelf.clear();
    m->place = 0;
    m->before.clear();
    m->hops.clear();
    m->headersOf = m->bodyOf = m->problemOf = nullptr;
    m->clock.stop();
    m->states->setCurrentIndex(0);
    if (m->summary) {
        m->progress->stop();
        m->headers->clear();
        m->body->clear();
        m->timing->showHops({});
    }
    Q_EMIT statusTextChanged(QString());
}

std::shared_ptr<client::Call> ResponsePane::call() const
{
    return m->call;
}

void ResponsePane::chooseHop(int hop)
{
    if (hop < 0 || size_t(hop) >= m->hops.size())
        return;
    m->hop = size_t(hop);
    m->hopChosen = true;
    refresh();
}

void ResponsePane::refresh()
{
    if (!m->call)
        return;
    // Asked before the hops are looked at: what is over then is whole in what we take.
    const bool over = m->call->isOver();
    m->hops = takeSnapshots(*m->call, std::move(m->hops));
    if (m->hops.empty())
        return;
    if (!m->hopChosen || m->hop >= m->hops.size())
        m->hop = m->hops.size() - 1;
    const HopSnapshot &hop = m->hops[m->hop];
    m->selector->showHops(m->hops, m->hop);
    showBody(hop);
    showProblem(hop);
    showSectionInFront(hop);
    m->timing->showHops(m->hops);
    m->timing->setCurrentHop(int(m->hop));
    showBadges(hop);
    showRunning(over);
    compare(over);
    Q_EMIT statusTextChanged(summaryText(m->hops, m->hop));
    if (over && !std::exchange(m->announced, true))
        announce();
}

// Where the response shown stands among those of this tab.
void ResponsePane::showShelf()
{
    m->steps->showPlace(m->place, m->shelf.size());
    m->shortly->say({});
    m->changes->showChanges({});
    m->before.clear();
    const bool comparable = m->place > 0;
    if (!comparable && section() == Section::Changes)
        m->tabs->setCurrentIndex(int(Section::Body));
    m->tabs->setTabVisible(int(Section::Changes), comparable);
    if (comparable)
        m->before = takeSnapshots(*m->shelf.at(m->place - 1), {});
}

// Once, when all that can be compared is there.
void ResponsePane::compare(bool over)
{
    if (!over || m->before.empty() || std::exchange(m->compared, true))
        return;
    const bool failed = m->before.back().exchange.error || m->hops.back().exchange.error;
    m->shortly->say(failed ? QString() : changesInShort(m->before, m->hops));
    m->changes->showChanges(changesBetween(m->before, m->hops));
}

// Sections that nobody sees are brought up to date when somebody does.
void ResponsePane::showSectionInFront(const HopSnapshot &hop)
{
    if (section() == Section::Headers)
        showHeaders(hop);
    if (section() == Section::Frames)
        m->frames->showExchange(hop.exchange);
    if (section() == Section::Connection) {
        m->connection->showHop(hop);
        m->frames->feed()->follow(hop.exchange.connection);
    }
}

void ResponsePane::showBadges(const HopSnapshot &hop)
{
    const qsizetype fields = hop.exchange.response ? hop.exchange.response->headers.size() : 0;
    m->tabs->setBadge(int(Section::Headers), fields > 0 ? QLocale().toString(fields) : QString(),
                      tr("%n field(s)", nullptr, int(fields)));
    const auto findings = int(hop.exchange.findings.size());
    m->tabs->setBadge(int(Section::Connection),
                      findings > 0 ? QLocale().toString(findings) : QString(),
                      tr("%n note(s)", nullptr, findings));
}

void ResponsePane::showRunning(bool over)
{
    m->summary->showHops(m->hops, m->hop);
    if (over) {
        m->progress->stop();
        m->clock.stop();
        return;
    }
    m->progress->showHop(m->hops.back());
    if (!m->clock.isActive())
        m->clock.start(clockMilliseconds, this);
}

void ResponsePane::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m->clock.timerId() && m->call && !m->hops.empty())
        showRunning(m->call->isOver());
    else
        QWidget::timerEvent(event);
}

void ResponsePane::showHeaders(const HopSnapshot &hop)
{
    if (m->headersOf == hop.source.get())
        m->headers->updateHop(hop);
    else
        m->headers->showHop(hop);
    m->headersOf = hop.source.get();
    m->frames->feed()->follow(hop.exchange.connection);
}

void ResponsePane::showBody(const HopSnapshot &hop)
{
    if (!hop.exchange.response || !hop.body) {
        m->body->setEmptyText(hop.exchange.isOver() ? tr("Nothing arrived that could be shown.")
                                                    : QString());
        return;
    }
    if (m->bodyOf != hop.source.get()) {
        m->bodyOf = hop.source.get();
        m->body->showBody(bodyContent(hop));
    }
    m->body->noteGrowth();
    const bool none = hop.exchange.isOver() && hop.body->size() == 0;
    m->body->setEmptyText(none ? emptyBodyText(hop) : QString());
    const QString shortfall = incompleteText(hop);
    if (!shortfall.isEmpty() && m->body->notice()->sentence().isEmpty())
        m->body->notice()->say(NoticeBar::Kind::Warning, shortfall);
}

void ResponsePane::showProblem(const HopSnapshot &hop)
{
    const bool failed = hop.exchange.error.has_value();
    m->tabs->setTabVisible(int(Section::Problem), failed);
    if (!failed) {
        if (section() == Section::Problem)
            m->tabs->setCurrentIndex(int(Section::Body));
        m->problemOf = nullptr;
        return;
    }
    if (m->problemOf == hop.source.get())
        return;
    m->problemOf = hop.source.get();
    m->problem->showHop(hop);
    // A cancelled response is what the user wanted: what arrived is what they look for.
    const bool wanted = hop.exchange.error->code == http::Code::Cancelled && hop.exchange.response;
    if (!wanted)
        m->tabs->setCurrentIndex(int(Section::Problem));
}

void ResponsePane::announce()
{
    setAccessibleDescription(summaryText(m->hops, m->hop));
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent alert(m->summary, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ResponsePane::showSection(Section section)
{
    if (m->states->currentIndex() == 0 || !m->tabs->isTabVisible(int(section)))
        return;
    m->tabs->setCurrentIndex(int(section));
    m->sections->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

ResponsePane::Section ResponsePane::section() const
{
    return m->tabs ? Section(m->tabs->currentIndex()) : Section::Body;
}

void ResponsePane::find()
{
    if (!m->call)
        return;
    if (section() == Section::Headers) {
        m->headers->find();
    } else if (section() == Section::Frames) {
        m->frames->find();
    } else {
        m->tabs->setCurrentIndex(int(Section::Body));
        m->body->find();
    }
}

void ResponsePane::saveBody()
{
    if (m->bodyOf)
        m->body->saveAll();
}

void ResponsePane::findNext()
{
    if (!m->call)
        return;
    m->body->findNext();
}

void ResponsePane::findPrevious()
{
    if (!m->call)
        return;
    m->body->findPrevious();
}

} // namespace sonde::ui
