// The bar under a body that looks for a literal: live count, next and previous, letter case. GUI
// thread.
#pragma once

#include "body/body_search.h"
#include "ui/widgets/body_view/body_view.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace sonde::ui
{

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
    // The view shows another store, or the same one has grown.
    void noteStore();
    void noteGrowth();

    [[nodiscard]] QString countText() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Direction : quint8 { Forward, Backward };

    void buildButtons();
    void search();
    void showProgress();
    void go(Direction direction);

    BodyView *m_view;
    body::BodySearch m_search;
    QLineEdit *m_field;
    QLabel *m_count;
    QToolButton *m_letterCase;
    bool m_jumpToFirst = false; // the first match has yet to come
    qint64 m_from = 0;          // where the search was begun
};

} // namespace sonde::ui
