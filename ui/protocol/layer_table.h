// The layers that an octet lies in, from the connection down to the content. GUI thread.
#pragma once

#include "ui/protocol/wire_map.h"

#include <QAbstractTableModel>

namespace sonde::ui
{

class LayerTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Layer, What, Octets, Columns };

    explicit LayerTable(QObject *parent = nullptr);

    void setLayers(std::vector<WireLayer> layers);
    [[nodiscard]] const std::vector<WireLayer> &layers() const { return m_layers; }
    [[nodiscard]] QString text() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<WireLayer> m_layers;
};

} // namespace sonde::ui
