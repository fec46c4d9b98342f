// Draws a row of a comparison: its ground by what happened to it, marks behind the words that
// differ, and the text moved so that the first mark is in sight. GUI thread.
#pragma once

#include <QFont>
#include <QStyledItemDelegate>

namespace sonde::ui
{

class DifferenceDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit DifferenceDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    QFont m_font;
};

} // namespace sonde::ui
