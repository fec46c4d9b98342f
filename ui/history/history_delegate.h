// A row of the history: a day, or a call in two lines: status, method and path; host, version,
// time, size and when. GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace sonde::history
{
struct Entry;
}

namespace sonde::ui
{

class HistoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    static void paintDay(QPainter *painter, const QStyleOptionViewItem &row, const QString &day);
    static void paintCall(QPainter *painter, const QStyleOptionViewItem &row,
                          const history::Entry &entry);
};

} // namespace sonde::ui
