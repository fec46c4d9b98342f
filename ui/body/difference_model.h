// What differs between two bodies as rows side by side: rows of text with some around them, octets,
// or values of JSON. Reads what is in sight. GUI thread.
#pragma once

#include "body/body_diff.h"
#include "body/row_reader.h"
#include "ui/widgets/body_view/text_decoder.h"

#include <QAbstractTableModel>

#include <memory>

namespace sonde::ui
{

class DifferenceModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : quint8 { Sign, FirstPlace, First, SecondPlace, Second, ColumnCount };
    enum Role { MarksRole = Qt::UserRole, KindRole };
    enum class Kind : quint8 { Same, Changed, Removed, Added, Skipped };
    // Of the text in a cell; drawn as a mark.
    struct Mark {
        int from = 0;
        int to = 0;
    };
    using Marks = QList<Mark>;
    static constexpr size_t mostRows = 200'000; // listed; the rest is read in the bodies themselves

    explicit DifferenceModel(QObject *parent = nullptr);
    ~DifferenceModel() override;

    // A finished one, or null. Charsets as of body::charsetNamed(), of each side.
    void setDiff(std::shared_ptr<const body::BodyDiff> diff, const QByteArray &firstCharset,
                 const QByteArray &secondCharset);
    // More differs than is listed.
    [[nodiscard]] bool isShortened() const { return m_shortened; }
    [[nodiscard]] Kind kindOf(int row) const;
    // The first row of the next place that differs, up or down from a row; -1 if there is none.
    [[nodiscard]] int neighbour(int row, int direction) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex & = {}) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Entry {
        Kind kind = Kind::Same;
        qint64 first = -1; // row or octet; of JSON the number of the change; of Skipped how many
        qint64 second = -1;
        qint32 firstCount = 0; // octets of a row of octets
        qint32 secondCount = 0;
    };
    void listRows();
    void listOctets();
    void listValues();
    bool add(const Entry &entry);
    [[nodiscard]] QByteArray octetsOf(const Entry &entry, int side) const;
    [[nodiscard]] QString textOf(const Entry &entry, int side) const;
    [[nodiscard]] QString placeOf(const Entry &entry, int side) const;
    [[nodiscard]] const Marks &marksOf(int row, int side) const;

    std::shared_ptr<const body::BodyDiff> m_diff;
    std::vector<Entry> m_entries;
    mutable std::unique_ptr<body::RowReader> m_readers[2];
    std::unique_ptr<TextDecoder> m_decoders[2];
    mutable int m_marked = -1; // the row that these are of
    mutable Marks m_marks[2];
    bool m_shortened = false;
};

} // namespace sonde::ui

Q_DECLARE_METATYPE(sonde::ui::DifferenceModel::Marks)
