#include "ui/response/response_sections.h"

#include "ui/body/body_pane.h"
#include "ui/protocol/protocol_view.h"
#include "ui/protocol/wire_feed.h"
#include "ui/response/body_content.h"
#include "ui/response/changes_view.h"
#include "ui/response/connection_view.h"
#include "ui/response/error_page.h"
#include "ui/response/headers_view.h"
#include "ui/response/overview_view.h"
#include "ui/response/timing_view.h"
#include "ui/response/tls_view.h"
#include "ui/widgets/flat_tab_bar.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>

namespace sonde::ui
{

using Section = ResponseSection;

struct ResponseSections::Parts {
    FlatTabBar *tabs = nullptr;
    QHBoxLayout *tabRow = nullptr;
    QStackedWidget *stack = nullptr; // in the order of Section
    ErrorPage *problem = nullptr;
    OverviewView *overview = nullptr;
    BodyPane *body = nullptr;
    HeadersView *headers = nullptr;
    TimingView *timing = nullptr;
    ProtocolView *frames = nullptr;
    ConnectionView *connection = nullptr;
    TlsView *tls = nullptr;
    ChangesView *changes = nullptr;

    std::vector<HopSnapshot> hops;
    size_t hop = 0;
    const trace::Exchange *headersOf = nullptr; // whose headers and body are shown
    const trace::Exchange *bodyOf = nullptr;
    const trace::Exchange *problemOf = nullptr;

    // QTabBar forgets that it has to lay itself out when it is told what it knows already.
    void showTab(Section section, bool there) const
    {
        if (tabs->isTabVisible(int(section)) != there)
            tabs->setTabVisible(int(section), there);
    }
};

ResponseSections::ResponseSections(QWidget *parent)
    : QWidget(parent)
    , m(std::make_unique<Parts>())
{
    build();
    connectParts();
}

ResponseSections::~ResponseSections() = default;

void ResponseSections::build()
{
    m->tabs = new FlatTabBar(this);
    m->tabs->setAccessibleName(tr("Sections of the response"));
    m->stack = new QStackedWidget(this);
    m->problem = new ErrorPage;
    m->overview = new OverviewView;
    m->body = new BodyPane;
    m->body->setReconnectable();
    m->headers = new HeadersView;
    m->timing = new TimingView;
    m->frames = new ProtocolView;
    m->connection = new ConnectionView;
    m->tls = new TlsView;
    m->changes = new ChangesView;
    m->headers->followWire(m->frames->feed(), m->frames->selection());
    m->overview->followWire(m->frames->feed());
    m->timing->followWire(m->frames->feed(), m->frames->selection());
    const auto add = [this](const QString &name, QWidget *section) {
        m->tabs->addTab(name);
        m->stack->addWidget(section);
    };
    add(tr("Problem"), m->problem);
    add(tr("Overview"), m->overview);
    add(tr("Body"), m->body);
    add(tr("Headers"), m->headers);
    add(tr("Timing"), m->timing);
    add(tr("Frames"), m->frames);
    add(tr("Connection"), m->connection);
    add(tr("TLS"), m->tls);
    add(tr("Changes"), m->changes);
    raise(Section::Body);
    m->stack->setCurrentIndex(int(Section::Body));
    m->tabRow = new QHBoxLayout;
    m->tabRow->setSpacing(0);
    m->tabRow->addWidget(m->tabs, 1);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setForegroundRole(QPalette::Mid);
    line->setFrameShadow(QFrame::Plain);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m->tabRow);
    column->addWidget(line);
    column->addWidget(m->stack, 1);
}

void ResponseSections::connectParts()
{
    connect(m->tabs, &QTabBar::currentChanged, this, [this](int index) {
        showInFront(); // first: what is shown begins to read what it is about
        // Else Qt gives the keys of what is hidden to whatever comes next in the window.
        const bool keys = m->stack->currentWidget()->isAncestorOf(QApplication::focusWidget());
        m->stack->setCurrentIndex(index);
        if (keys)
            m->stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    });
    connect(m->timing, &TimingView::hopActivated, this, &ResponseSections::hopChosen);
    connect(m->overview, &OverviewView::hopActivated, this, &ResponseSections::hopChosen);
    connect(m->overview, &OverviewView::evidenceRequested, this, &ResponseSections::goTo);
    connect(m->body, &BodyPane::reconnectWanted, this, &ResponseSections::reconnectWanted);
    connect(m->headers, &HeadersView::openUrlRequested, this, &ResponseSections::openUrlRequested);
    connect(m->problem, &ErrorPage::fixChosen, this, &ResponseSections::fixChosen);
    connect(m->problem, &ErrorPage::handshakeRequested, this,
            [this] { showSection(Section::Tls); });
    connect(m->tls, &TlsView::trustHostRequested, this,
            [this] { Q_EMIT fixChosen(Fix::TrustHost); });
}

void ResponseSections::setCorner(QWidget *widget)
{
    m->tabRow->addWidget(widget);
}

void ResponseSections::raise(Section section)
{
    m->tabs->setCurrentIndex(int(section));
}

void ResponseSections::forget()
{
    m->hops.clear();
    m->hop = 0;
    m->headersOf = m->bodyOf = m->problemOf = nullptr;
    m->headers->clear();
    m->body->clear();
    if (section() == Section::Problem)
        raise(Section::Body);
    m->showTab(Section::Problem, false);
}

void ResponseSections::clear()
{
    m->hops.clear();
    m->headersOf = m->bodyOf = m->problemOf = nullptr;
    m->headers->clear();
    m->body->clear();
    m->timing->showHops({});
}

void ResponseSections::showHops(const std::vector<HopSnapshot> &hops, size_t hop)
{
    m->hops = hops;
    m->hop = hop;
    const HopSnapshot &shown = m->hops[m->hop];
    showBody(shown);
    showProblem(shown);
    showInFront();
    m->timing->showHops(hops);
    m->timing->setCurrentHop(int(hop));
    showBadges(shown);
}

void ResponseSections::showChanges(std::vector<Change> changes)
{
    m->changes->showChanges(std::move(changes));
}

void ResponseSections::setChangesThere(bool there)
{
    if (!there && section() == Section::Changes)
        raise(Section::Body);
    m->showTab(Section::Changes, there);
}

void ResponseSections::showInFront()
{
    if (m->hop >= m->hops.size())
        return;
    const HopSnapshot &hop = m->hops[m->hop];
    switch (section()) {
    case Section::Overview:
        m->frames->follow(hop.exchange, hop.content);
        m->overview->showHops(m->hops, m->hop);
        break;
    case Section::Headers:
        showHeaders(hop);
        break;
    case Section::Timing:
        m->frames->follow(hop.exchange, hop.content);
        break;
    case Section::Frames:
        m->frames->showExchange(hop.exchange, hop.content);
        break;
    case Section::Connection:
        m->connection->showHops(m->hops, m->hop);
        break;
    case Section::Tls:
        m->tls->showHop(hop);
        break;
    default:
        break;
    }
}

void ResponseSections::showBadges(const HopSnapshot &hop)
{
    const qsizetype fields = hop.exchange.response ? hop.exchange.response->headers.size() : 0;
    m->tabs->setBadge(int(Section::Headers), fields > 0 ? QLocale().toString(fields) : QString(),
                      tr("%n field(s)", nullptr, int(fields)));
    const auto findings = int(hop.exchange.findings.size());
    m->tabs->setBadge(int(Section::Overview),
                      findings > 0 ? QLocale().toString(findings) : QString(),
                      tr("%n finding(s)", nullptr, findings));
}

void ResponseSections::showHeaders(const HopSnapshot &hop)
{
    if (m->headersOf == hop.source.get())
        m->headers->updateHop(hop);
    else
        m->headers->showHop(hop);
    m->headersOf = hop.source.get();
    m->frames->follow(hop.exchange, hop.content);
}

void ResponseSections::showBody(const HopSnapshot &hop)
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

void ResponseSections::showProblem(const HopSnapshot &hop)
{
    const bool failed = hop.exchange.error.has_value();
    m->showTab(Section::Problem, failed);
    if (!failed) {
        if (section() == Section::Problem)
            raise(Section::Body);
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
        raise(Section::Problem);
}

void ResponseSections::goTo(const Evidence &evidence)
{
    using Where = Evidence::Where;
    switch (evidence.where) {
    case Where::Nowhere:
        return;
    case Where::Problem:
        showSection(Section::Problem);
        return;
    case Where::Field:
        showSection(Section::Headers);
        m->headers->goTo(evidence.field);
        return;
    case Where::Frame:
        showSection(Section::Frames);
        m->frames->goTo(size_t(evidence.number));
        return;
    case Where::Octet:
        showSection(Section::Frames);
        m->frames->goToReceived(evidence.number);
        return;
    case Where::Tls:
        showSection(Section::Tls);
        return;
    }
}

void ResponseSections::showSection(Section section)
{
    if (!m->tabs->isTabVisible(int(section)))
        return;
    raise(section);
    m->stack->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

Section ResponseSections::section() const
{
    return Section(m->tabs->currentIndex());
}

void ResponseSections::find()
{
    if (section() == Section::Headers) {
        m->headers->find();
    } else if (section() == Section::Frames) {
        m->frames->find();
    } else {
        raise(Section::Body);
        m->body->find();
    }
}

void ResponseSections::findNext()
{
    m->body->findNext();
}

void ResponseSections::findPrevious()
{
    m->body->findPrevious();
}

BodyPane *ResponseSections::body() const
{
    return m->body;
}

void ResponseSections::saveBody()
{
    if (m->bodyOf)
        m->body->saveAll();
}

} // namespace sonde::ui
