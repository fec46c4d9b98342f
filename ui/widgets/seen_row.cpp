#include "ui/widgets/seen_row.h"

#include <QAbstractItemView>
#include <QPersistentModelIndex>
#include <QResizeEvent>

namespace sonde::ui
{
namespace
{

class RowKeeper : public QObject
{
public:
    explicit RowKeeper(QAbstractItemView *view)
        : QObject(view)
        , m_view(view)
    {
        view->viewport()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_view->viewport() && event->type() == QEvent::Resize) {
            const QSize before = static_cast<QResizeEvent *>(event)->oldSize();
            const QRect row = m_view->visualRect(m_view->currentIndex());
            if (row.isValid() && row.intersects(QRect({0, 0}, before)))
                showLater();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    // Only once the view itself knows of its new size.
    void showLater()
    {
        const QPersistentModelIndex row = m_view->currentIndex();
        const auto show = [this, row] {
            if (row.isValid() && row == m_view->currentIndex())
                m_view->scrollTo(row);
        };
        QMetaObject::invokeMethod(this, show, Qt::QueuedConnection);
    }

    QAbstractItemView *m_view;
};

} // namespace

void keepCurrentRowSeen(QAbstractItemView *view)
{
    new RowKeeper(view);
}

} // namespace sonde::ui
