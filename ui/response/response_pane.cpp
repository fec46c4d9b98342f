#include "ui/response/response_pane.h"

#include "client/watcher.h"
#include "ui/response/call_shelf.h"
#include "ui/response/changes_line.h"
#include "ui/response/hop_selector.h"
#include "ui/response/progress_strip.h"
#include "ui/response/response_sections.h"
#include "ui/response/shelf_switch.h"
#include "ui/response/summary_line.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
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
    ResponseSections *sections = nullptr;
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
    bool hopChosen = false; // by the user: new hops no longer take over
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
    m->sections = new ResponseSections(page);
    m->sections->body()->setOthers([this] { return otherBodies(); });
    m->shortly = new ChangesLine(page);
    m->steps = new ShelfSwitch(page);
    m->sections->setCorner(m->steps);
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
    column->addWidget(m->sections, 1);
    connectParts();
    return page;
}

void ResponsePane::connectParts()
{
    connect(m->progress, &ProgressStrip::cancelRequested, this, &ResponsePane::cancelRequested);
    connect(m->steps, &ShelfSwitch::stepped, this, &ResponsePane::step);
    connect(m->shortly, &QToolButton::clicked, this, [this] { showSection(Section::Changes); });
    connect(m->selector, &HopSelector::chosen, this, &ResponsePane::chooseHop);
    connect(m->sections, &ResponseSections::hopChosen, this, &ResponsePane::chooseHop);
    connect(m->sections, &ResponseSections::openUrlRequested, this,
            &ResponsePane::openUrlRequested);
    connect(m->sections, &ResponseSections::reconnectWanted, this,
            &ResponsePane::reconnectRequested);
    connect(m->sections, &ResponseSections::fixChosen, this, [this](Fix fix) {
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
    m->announced = false;
    m->compared = false;
    m->states->setCurrentIndex(1);
    showShelf();
    m->sections->forget();
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
    m->clock.stop();
    m->states->setCurrentIndex(0);
    if (m->summary) {
        m->progress->stop();
        m->sections->clear();
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
    m->selector->showHops(m->hops, m->hop);
    m->sections->showHops(m->hops, m->hop);
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
    m->sections->showChanges({});
    m->before.clear();
    const bool comparable = m->place > 0;
    m->sections->setChangesThere(comparable);
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
    m->sections->showChanges(changesBetween(m->before, m->hops));
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
    if (m->states->currentIndex() != 0)
        m->sections->showSection(section);
}

ResponsePane::Section ResponsePane::section() const
{
    return m->sections ? m->sections->section() : Section::Body;
}

void ResponsePane::find()
{
    if (m->call)
        m->sections->find();
}

void ResponsePane::findNext()
{
    if (m->call)
        m->sections->findNext();
}

void ResponsePane::findPrevious()
{
    if (m->call)
        m->sections->findPrevious();
}

void ResponsePane::saveBody()
{
    if (m->sections)
        m->sections->saveBody();
}

BodyPane *ResponsePane::body() const
{
    return m->sections ? m->sections->body() : nullptr;
}

const CallShelf &ResponsePane::shelf() const
{
    return m->shelf;
}

} // namespace sonde::ui
