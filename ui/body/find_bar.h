// The bar under a body that looks for a text or a regular expression: live count, next and
// previous, letter case, whole words, and the matching rows alone. GUI thread.
#pragma once

#include "body/body_search.h"
#include "ui/widgets/body_view/body_view.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace sonde::ui
{

class ProblemLabel;
class ViewNote;

class FindBar : public QFrame
{
    Q_OBJECT
public:
    explicit FindBar(BodyView *view);

    // Shows the bar with the cursor in its field, the selected text as its start.
    void open();
    void close();
    // Work with the bar closed, too.
    void findNext();
    void findPrevious();
    // The view shows another store or reads it in another charset, or the same one has grown.
    void noteStore();
    void noteGrowth();
    // It shows octets now instead of rows, or rows again.
    void noteMode();

    [[nodiscard]] QString countText() const;
    // Why nothing is looked for; empty if something is.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    // A match was gone to: what else shows the body may follow.
    void found(qint64 from, qint64 to);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Direction : quint8 { Forward, Backward };

    QToolButton *addToggle(const QString &text, const QString &name);
    void buildToggles();
    void buildButtons();
    [[nodiscard]] body::Wanted wanted() const;
    void search();
    void applyFilter();
    void showAllRows();
    void sayIfNone();
    void showProgress();
    void go(Direction direction);

    BodyView *m_view;
    body::BodySearch m_search;
    QLineEdit *m_field;
    QLabel *m_count;
    ProblemLabel *m_problem;
    ViewNote *m_none; // over the view
    QWidget *m_row;
    QToolButton *m_letterCase = nullptr;
    QToolButton *m_words = nullptr;
    QToolButton *m_regex = nullptr;
    QToolButton *m_rowsOnly = nullptr;
    bool m_jumpToFirst = false; // the first match has yet to come
    qint64 m_from = 0;          // where the search was begun
};

} // namespace sonde::ui
