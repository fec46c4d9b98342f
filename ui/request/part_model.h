// The parts of a multipart/form-data body as a table: name, kind, value or file, media type. Like
// RowModel, the last row is an empty one. GUI thread.
#pragma once

#include "collection/request_document.h"

#include <QAbstractTableModel>

namespace sonde::ui
{

class PartModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Kind, Value, MediaType, ColumnCount };
    enum Role { IsFileRole = Qt::UserRole };

    explicit PartModel(QObject *parent = nullptr);

    [[nodiscard]] const std::vector<collection::Part> &parts() const { return m_parts; }
    void setParts(const std::vector<collection::Part> &parts);
    [[nodiscard]] bool isInvitation(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    bool insertRows(int row, int count, const QModelIndex &parent = {}) override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to,
                  int destination) override;

Q_SIGNALS:
    void edited(); // by the person, not by setParts()

private:
    [[nodiscard]] static QString text(const collection::Part &part, int column);
    static void store(collection::Part &part, int column, const QVariant &value, int role);

    std::vector<collection::Part> m_parts;
    bool m_hasInvitation = true; // false only for the moment in which the empty row becomes real
};

} // namespace sonde::ui
