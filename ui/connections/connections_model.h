// The pooled connections as rows, and for a while those that have left the pool, with the reason.
// Rows are added, changed and removed as connections come and go. GUI thread.
#pragma once

#include "ui/connections/pooled_connection.h"
#include "ui/widgets/row_table.h"

namespace sonde::ui
{

class ConnectionsModel : public ShownTable
{
    Q_OBJECT
public:
    enum Column { Origin, Protocol, State, Streams, Served, Age, OpenedBy, Remote, Local, Columns };
    // Those that are gone are remembered up to this many.
    static constexpr size_t mostGone = 50;

    explicit ConnectionsModel(QObject *parent = nullptr);

    void update(std::vector<PooledConnection> pooled, std::vector<ConnectionUse> uses,
                trace::Stamp now);
    void forgetGone();

    [[nodiscard]] const trace::ConnectionState &connection(int row) const;
    [[nodiscard]] bool isOpen(int row) const; // in the pool still
    [[nodiscard]] int openCount() const;
    [[nodiscard]] int goneCount() const;
    // Of open tabs, the one that opened it first.
    [[nodiscard]] std::vector<ConnectionUse> usesOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

private:
    struct Row {
        PooledConnection connection;
        bool gone = false;
    };
    void noteGone(const std::vector<PooledConnection> &pooled);
    [[nodiscard]] QString cellText(int row, int column) const override;
    [[nodiscard]] QVariant cellLook(int row, int column, int role) const override;
    [[nodiscard]] QString stateText(const Row &row) const;
    [[nodiscard]] QString openedBy(const Row &row) const;

    std::vector<Row> m_rows;
    std::vector<ConnectionUse> m_uses;
    trace::Stamp m_now;
};

} // namespace sonde::ui
