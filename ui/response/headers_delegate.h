// Draws a field: values wrapped to their column, the filtered text marked, sections over both
// columns. GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace sonde::ui
{

class HeadersDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit HeadersDelegate(QObject *parent = nullptr);

    void setMarked(const QString &text) { m_marked = text; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintCost(QPainter *painter, QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintSection(QPainter *painter, QStyleOptionViewItem &option,
                      const QModelIndex &index) const;

    QString m_marked;
    QFont m_fixed;
};

} // namespace sonde::ui
