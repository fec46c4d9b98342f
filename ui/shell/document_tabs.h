// The open documents: tab strip above, the page of the current one below. Keeps what was closed so
// that it can come back. GUI thread.
#pragma once

#include "collection/library_change.h"
#include "ui/shell/opening.h"
#include "ui/shell/session_store.h"

#include <QWidget>

class QHBoxLayout;
class QStackedWidget;
class QToolButton;

namespace sonde::ui
{

class Backend;
class DocumentPage;
class TabStrip;
class VariableDesk;

class DocumentTabs : public QWidget
{
    Q_OBJECT
public:
    DocumentTabs(Backend *backend, VariableDesk *variables, QWidget *parent = nullptr);

    [[nodiscard]] DocumentPage *current() const;
    [[nodiscard]] DocumentPage *page(int index) const;
    [[nodiscard]] int count() const;
    [[nodiscard]] int indexOf(DocumentPage *page) const;
    [[nodiscard]] int currentIndex() const;
    [[nodiscard]] bool canReopen() const { return !m_closed.empty(); }
    [[nodiscard]] TabStrip *strip() const { return m_strip; }
    // Stands left of the tabs: the button that shows the sidebar.
    void setLeadingWidget(QWidget *widget);
    void setTrailingAction(QAction *action);
    // At the far end of the row: the environment.
    void setCornerWidget(QWidget *widget);

    // A new tab, or the current one if nothing was ever typed into it. The keys go to it, unless
    // it is opened to be looked at.
    DocumentPage *open(const TabState &state, Opening opening = Opening::ToEdit);
    // The tab that shows this request of this file already, or a new one.
    DocumentPage *openFrom(const QString &file, int index, const collection::HttpRequest &request,
                           Opening opening);
    DocumentPage *openEmpty();
    void close(int index);
    void reopen();
    void duplicate();
    // Tabs stay with their requests when files and requests are moved or renamed.
    void noteChange(const collection::LibraryChange &change);
    void show(int index);
    void step(int by);

    [[nodiscard]] Session session() const;
    void restore(const Session &session);

Q_SIGNALS:
    void currentPageChanged(DocumentPage *page);
    void pageMade(DocumentPage *page);
    void changed(); // which tabs there are, or a draft in one

private:
    DocumentPage *insert(const TabState &state, int at);
    void showFace(DocumentPage *page);
    void follow(int index);

    Backend *m_backend;
    VariableDesk *m_variables;
    QHBoxLayout *m_row;
    TabStrip *m_strip;
    QToolButton *m_more;
    QStackedWidget *m_pages;
    std::vector<TabState> m_closed;
    bool m_restoring = false;
};

} // namespace sonde::ui
