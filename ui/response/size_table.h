// The layers of both messages in octets, each with a bar on one scale. GUI thread.
#pragma once

#include "trace/size_layers.h"
#include "ui/widgets/row_table.h"

#include <QStyledItemDelegate>

namespace sonde::ui
{

class SizeTable : public ShownTable
{
    Q_OBJECT
public:
    enum Column { Layer, Sent, Received, Columns };
    // How long the bar of a cell is, 0 to 1; nothing for a cell without.
    static constexpr int BarRole = Qt::UserRole;

    explicit SizeTable(QObject *parent = nullptr);

    void setLayers(const std::optional<trace::SizeLayers> &sent,
                   const std::optional<trace::SizeLayers> &received);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

private:
    [[nodiscard]] QString cellText(int row, int column) const override;
    [[nodiscard]] QVariant cellLook(int row, int column, int role) const override;
    [[nodiscard]] std::optional<quint64> octets(int row, int column) const;

    std::optional<trace::SizeLayers> m_sent;
    std::optional<trace::SizeLayers> m_received;
};

// A bar from the left, the number at the right.
class BarDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace sonde::ui
