// The requests of a chain as rows: what each was answered, what the next one changed, and how long
// all took until then. GUI thread.
#pragma once

#include "ui/response/hop_snapshot.h"

#include <QAbstractTableModel>

namespace sonde::ui
{

struct HopRow {
    QString number;
    QString request; // method and URL
    QString answer;  // "↪ 301"
    QString version;
    QString changed; // since the request before: method, content, fields, party, protocol
    QString time;
    QString total; // from Send to its end
    int status = 0;

    bool operator==(const HopRow &) const = default;
};

[[nodiscard]] std::vector<HopRow> hopRows(const std::vector<HopSnapshot> &hops);

class HopTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, Request, Answer, Version, Changed, Time, Total, Columns };

    explicit HopTable(QObject *parent = nullptr);

    // `current` is the one that the sections show.
    void setRows(std::vector<HopRow> rows, size_t current);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<HopRow> m_rows;
    size_t m_current = 0;
};

} // namespace sonde::ui
