#include "ui/protocol/layer_table.h"

#include "ui/widgets/theme.h"

#include <QLocale>

namespace sonde::ui
{

LayerTable::LayerTable(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void LayerTable::setLayers(std::vector<WireLayer> layers)
{
    if (layers == m_layers)
        return;
    beginResetModel(); // of another octet: a handful of rows
    m_layers = std::move(layers);
    endResetModel();
}

QString LayerTable::text() const
{
    QString text;
    for (int row = 0; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < Columns; ++column)
            cells << index(row, column).data().toString();
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

int LayerTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_layers.size());
}

int LayerTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant LayerTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const WireLayer &layer = m_layers[size_t(index.row())];
    const QLocale locale;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Layer:
            return layer.name;
        case What:
            return layer.what;
        default:
            //: first and last octet, and how many that are: "9 to 24 (16)"
            return tr("%1 to %2 (%3)")
                .arg(locale.toString(qulonglong(layer.from)),
                     locale.toString(qulonglong(layer.to - 1)),
                     locale.toString(qulonglong(layer.to - layer.from)));
        }
    case Qt::ForegroundRole:
        return index.column() == What ? QVariant()
                                      : QVariant(Theme::instance().color(Token::Muted));
    case Qt::TextAlignmentRole:
        return int((index.column() == Octets ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant LayerTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Octets ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Layer ? tr("Layer") : section == What ? tr("What") : tr("Octets");
}

} // namespace sonde::ui
