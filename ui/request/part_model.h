// The parts of a multipart/form-data body as a table: name, kind, value or file, media type. Like
// RowModel, the last row is an empty one. GUI thread.
#pragma once

#include "collection/request_document.h"
#include "ui/request/invited_rows.h"

namespace sonde::ui
{

class PartModel : public InvitedRows<collection::Part>
{
    Q_OBJECT
public:
    enum Column { Name, Kind, Value, MediaType, ColumnCount };
    enum Role { IsFileRole = Qt::UserRole };

    explicit PartModel(QObject *parent = nullptr);

    [[nodiscard]] const std::vector<collection::Part> &parts() const { return m_rows; }
    void setParts(const std::vector<collection::Part> &parts);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void edited(); // by the person, not by setParts()

protected:
    void noteEdit() override { Q_EMIT edited(); }

private:
    [[nodiscard]] static QString text(const collection::Part &part, int column);
    static void store(collection::Part &part, int column, const QVariant &value, int role);
};

} // namespace sonde::ui
