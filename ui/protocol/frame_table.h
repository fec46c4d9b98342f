// The frames or parts that the filter lets through, as a table that asks for what is in sight
// alone. Rows only come while a connection is followed; nothing is reset for them. GUI thread.
#pragma once

#include "ui/protocol/wire_words.h"

#include <QAbstractTableModel>

namespace sonde::ui
{

class FrameTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Way, Stream, Type, Flags, Length, Summary, Columns };
    static constexpr int swatch = 9; // before the type, logical pixels

    explicit FrameTable(QObject *parent = nullptr);

    // `rows`: numbers in `view`, ascending.
    void show(WireView view, std::vector<quint32> rows, trace::Stamp zero);
    [[nodiscard]] const WireView &view() const { return m_view; }
    [[nodiscard]] trace::Stamp zero() const { return m_zero; }
    [[nodiscard]] size_t wireRow(int row) const { return m_rows[size_t(row)]; }
    // Where it stands, or -1 if the filter keeps it back.
    [[nodiscard]] int rowOf(size_t wireRow) const;
    // In columns, for a bug report; tabs between.
    [[nodiscard]] QString text(const std::vector<int> &rows) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    // Where there is no room for their column, flags stand behind what the frame says.
    void setFlagsBesideSummary(bool beside);

private:
    [[nodiscard]] QString cell(int row, int column) const;
    [[nodiscard]] QString shownCell(int row, int column) const;
    [[nodiscard]] const WireRow &words(size_t wireRow) const;

    WireView m_view;
    std::vector<quint32> m_rows;
    trace::Stamp m_zero;
    bool m_flagsBeside = false;
    mutable std::optional<size_t> m_wordsOf; // the cells of a row are asked for together
    mutable WireRow m_words;
};

} // namespace sonde::ui
