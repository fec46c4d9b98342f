#include "ui/shell/document_tabs.h"

#include "ui/request/request_pane.h"
#include "ui/shell/document_page.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace sonde::ui
{

namespace
{

constexpr size_t closedLimit = 25; // tabs that can be reopened

} // namespace

DocumentTabs::DocumentTabs(Backend *backend, VariableDesk *variables, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_variables(variables)
    , m_row(new QHBoxLayout)
    , m_strip(new TabStrip(this))
    , m_more(new QToolButton(this))
    , m_pages(new QStackedWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_row);
    column->addWidget(m_pages, 1);
    m_row->setContentsMargins(6, 0, 6, 0);
    m_row->setSpacing(4);
    m_row->addWidget(m_strip);
    m_row->addWidget(m_more);
    m_row->addStretch(1);
    m_more->setAutoRaise(true);
    m_more->hide();
    connect(m_strip, &QTabBar::currentChanged, this, &DocumentTabs::follow);
    connect(m_strip, &QTabBar::tabCloseRequested, this, &DocumentTabs::close);
    connect(m_strip, &QTabBar::tabMoved, this, [this](int from, int to) {
        QWidget *page = m_pages->widget(from);
        m_pages->removeWidget(page);
        m_pages->insertWidget(to, page);
        m_pages->setCurrentIndex(m_strip->currentIndex());
        Q_EMIT changed();
    });
}

void DocumentTabs::setLeadingWidget(QWidget *widget)
{
    m_row->insertWidget(0, widget);
}

void DocumentTabs::setTrailingAction(QAction *action)
{
    m_more->setDefaultAction(action);
    m_more->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_more->show();
}

void DocumentTabs::setCornerWidget(QWidget *widget)
{
    m_row->addWidget(widget);
}

DocumentPage *DocumentTabs::page(int index) const
{
    return static_cast<DocumentPage *>(m_pages->widget(index));
}

DocumentPage *DocumentTabs::current() const
{
    return page(m_strip->currentIndex());
}

int DocumentTabs::count() const
{
    return m_pages->count();
}

int DocumentTabs::indexOf(DocumentPage *page) const
{
    return m_pages->indexOf(page);
}

int DocumentTabs::currentIndex() const
{
    return m_strip->currentIndex();
}

DocumentPage *DocumentTabs::insert(const TabState &state, int at)
{
    auto *page = new DocumentPage(m_backend, m_variables, m_pages);
    page->restore(state);
    m_pages->insertWidget(at, page);
    m_strip->insertTab(at, page->title());
    showFace(page);
    connect(page, &DocumentPage::faceChanged, this, [this, page] { showFace(page); });
    connect(page, &DocumentPage::draftChanged, this, &DocumentTabs::changed);
    Q_EMIT pageMade(page);
    return page;
}

void DocumentTabs::showFace(DocumentPage *page)
{
    m_strip->setFace(m_pages->indexOf(page), page->face());
}

void DocumentTabs::follow(int index)
{
    if (m_restoring || index < 0 || !page(index))
        return;
    // The keys follow from one page to the next, and are not taken from what is beside the pages.
    const QWidget *focus = QApplication::focusWidget();
    const bool follows = focus && m_pages->isAncestorOf(focus) && !page(index)->isBuilt();
    m_pages->setCurrentIndex(index);
    if (follows)
        page(index)->request()->focusUrl();
    Q_EMIT currentPageChanged(page(index));
    Q_EMIT changed();
}

DocumentPage *DocumentTabs::open(const TabState &state, Opening opening)
{
    DocumentPage *page = current();
    if (page && page->isUntouched()) {
        page->restore(state);
        showFace(page);
        Q_EMIT currentPageChanged(page);
    } else {
        const int at = m_strip->currentIndex() + 1;
        page = insert(state, at);
        show(at);
    }
    if (opening == Opening::ToEdit)
        page->request()->focusUrl();
    Q_EMIT changed();
    return page;
}

DocumentPage *DocumentTabs::openFrom(const QString &file, int index,
                                     const collection::HttpRequest &request, Opening opening)
{
    for (int at = 0; at < count(); ++at) {
        const TabState state = page(at)->state();
        if (state.file == file && state.index == index) {
            show(at);
            if (opening == Opening::ToEdit)
                page(at)->request()->focusUrl();
            return page(at);
        }
    }
    return open({.document = request.document,
                 .file = file,
                 .index = index,
                 .saved = request.document,
                 .description = request.description},
                opening);
}

DocumentPage *DocumentTabs::openEmpty()
{
    const int at = count();
    DocumentPage *made = insert({}, at);
    show(at);
    made->request()->focusUrl();
    Q_EMIT changed();
    return made;
}

void DocumentTabs::close(int index)
{
    DocumentPage *gone = page(index);
    if (!gone)
        return;
    if (!gone->isUntouched()) {
        m_closed.push_back(gone->state());
        if (m_closed.size() > closedLimit)
            m_closed.erase(m_closed.begin());
    }
    const QWidget *focus = QApplication::focusWidget();
    const bool tookFocus = focus && gone->isAncestorOf(focus);
    // There is always a tab, so that there is always somewhere to type.
    if (count() == 1)
        insert({}, 1);
    m_pages->removeWidget(gone);
    m_strip->removeTab(index);
    delete gone;
    follow(m_strip->currentIndex());
    if (tookFocus)
        current()->request()->focusUrl();
    Q_EMIT changed();
}

void DocumentTabs::reopen()
{
    if (m_closed.empty())
        return;
    const TabState state = std::move(m_closed.back());
    m_closed.pop_back();
    open(state);
}

void DocumentTabs::duplicate()
{
    const DocumentPage *here = current();
    if (!here)
        return;
    // A copy belongs to no file until it is saved into one.
    const int at = m_strip->currentIndex() + 1;
    DocumentPage *made =
        insert({.document = here->state().document, .section = here->state().section}, at);
    show(at);
    made->request()->focusUrl();
    Q_EMIT changed();
}

void DocumentTabs::noteChange(const collection::LibraryChange &change)
{
    const auto movedTo = [&](QString file, int index) {
        for (const collection::RequestMove &move : change.requests) {
            if (move.fromFile == file && move.from == index && move.to >= 0)
                return std::pair(move.toFile, move.to);
        }
        for (const collection::PathMove &move : change.paths) {
            if (file == move.from || file.startsWith(move.from + u'/'))
                file = move.to + file.sliced(move.from.size());
        }
        return std::pair(file, index);
    };
    for (int at = 0; at < count(); ++at) {
        const TabState state = page(at)->state();
        if (state.file.isEmpty())
            continue;
        const auto [file, index] = movedTo(state.file, state.index);
        if (file != state.file || index != state.index)
            page(at)->noteMoved(file, index);
        const bool renamed = change.title != change.oldTitle && file == change.path;
        if (renamed && index == change.index && state.saved.title == change.oldTitle)
            page(at)->noteRenamed(change.title);
    }
    for (TabState &state : m_closed)
        std::tie(state.file, state.index) = movedTo(state.file, state.index);
}

void DocumentTabs::show(int index)
{
    if (index >= 0 && index < count())
        m_strip->setCurrentIndex(index);
}

void DocumentTabs::step(int by)
{
    if (count() > 0)
        show((m_strip->currentIndex() + by + count()) % count());
}

Session DocumentTabs::session() const
{
    Session session{.current = m_strip->currentIndex()};
    for (int at = 0; at < count(); ++at)
        session.tabs.push_back(page(at)->state());
    return session;
}

void DocumentTabs::restore(const Session &session)
{
    // Nobody looks at the first tab only because it is the first to be put back.
    m_restoring = true;
    for (const TabState &tab : session.tabs)
        insert(tab, count());
    if (count() == 0)
        insert({}, 0);
    m_restoring = false;
    show(std::clamp(session.current, 0, count() - 1));
    follow(m_strip->currentIndex());
}

} // namespace sonde::ui
