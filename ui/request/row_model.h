// The rows of a table that a person edits: parameters, headers, form fields. The last row is always
// an empty one that becomes real when something is typed into it. GUI thread.
#pragma once

#include "collection/request_document.h"

#include <QAbstractTableModel>

namespace sonde::ui
{

class RowModel : public QAbstractTableModel
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
    void edited(); // by the person, not by setRows()

private:
    [[nodiscard]] QVariant invitationData(int column, int role) const;
    [[nodiscard]] QVariant rowData(const collection::Row &row, int column, int role) const;
    bool store(int row, int column, const QVariant &value, int role);

    QString m_invitation;
    std::vector<collection::Row> m_rows;
    bool m_hasInvitation = true; // false only for the moment in which the empty row becomes real
    Check m_check;
};

} // namespace sonde::ui
