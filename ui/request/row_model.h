// The rows of a table that a person edits: parameters, headers, form fields. The last row is always
// an empty one that becomes real when something is typed into it. GUI thread.
#pragma once

#include "collection/request_document.h"
#include "ui/request/invited_rows.h"

namespace sonde::ui
{

class RowModel : public InvitedRows<collection::Row>
{
    Q_OBJECT
public:
    enum Column { Name, Value, ColumnCount };
    // What is wrong with a row, as a sentence; empty if nothing is.
    using Check = std::function<QString(const collection::Row &)>;

    // `invitation` stands in the empty row: "Add a header".
    explicit RowModel(QString invitation, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<collection::Row> &rows() const { return m_rows; }
    // Changes as few rows as possible, so that an open editor and the selection survive.
    void setRows(const std::vector<collection::Row> &rows);
    void setCheck(Check check) { m_check = std::move(check); }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void edited(); // by the person, not by setRows()

protected:
    void noteEdit() override { Q_EMIT edited(); }

private:
    [[nodiscard]] QVariant invitationData(int column, int role) const;
    [[nodiscard]] QVariant rowData(const collection::Row &row, int column, int role) const;
    bool store(int row, int column, const QVariant &value, int role);

    QString m_invitation;
    Check m_check;
};

} // namespace sonde::ui
