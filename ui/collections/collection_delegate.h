// One row of the sidebar: folder, file, or method and name of a request; what fits the filter is
// marked. GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace sonde::ui
{

class CollectionDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setMarked(const QString &text) { m_marked = text; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    [[nodiscard]] int paintLead(QPainter *painter, const QRect &rect, const QModelIndex &index,
                                const QFont &font) const;
    [[nodiscard]] int paintMark(QPainter *painter, const QRect &rect, const QModelIndex &index,
                                const QFont &font) const;
    QString m_marked;
};

} // namespace sonde::ui
