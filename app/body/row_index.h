// Where the rows of a body begin: a checkpoint every 128 rows, so that 14 million rows cost 875
// KiB. One thread writes, any thread reads.
#pragma once

#include <QByteArrayView>

#include <mutex>
#include <optional>
#include <vector>

namespace sonde::body
{

// Content octets of a row at most; a longer line goes on in the next row. Keeps the cost of a body
// that is one line of a gigabyte the same as that of any other.
inline constexpr qint32 rowCap = 4096;
// Octets that decide where a row ends whatever follows: the cap and a CR LF behind it, two units.
inline constexpr qint32 rowLookAhead = rowCap + 8;

// How line ends are written, an octet or a unit of UTF-16 or UTF-32, and where a long line may be
// cut: not inside a character.
enum class RowCoding : quint8 {
    Octets, // UTF-8, and charsets of one octet a character
    Utf16Little,
    Utf16Big,
    Utf32Little,
    Utf32Big,
    DoubleOctet, // Big5, EUC-KR
    ShiftJis,
    EucJp,
    Gb18030,
};

struct RowEnd {
    qint32 length = 0;     // octets, terminator included
    qint32 terminator = 0; // octets of it: 0 for a cut or the end, else of LF or CR LF

    bool operator==(const RowEnd &) const = default;
};

enum class Following : quint8 { More, Nothing }; // what comes after the octets at hand

// The one rule of rows: up to and with a newline, or a cut at the cap where no character is split.
// Empty if more octets are needed to tell.
[[nodiscard]] std::optional<RowEnd> rowEnd(QByteArrayView fromRowStart, Following following,
                                           RowCoding coding = RowCoding::Octets);

class RowIndex
{
public:
    static constexpr qint64 stride = 128; // rows

    struct Checkpoint {
        qint64 row = 0;
        qint64 offset = 0;
        qint64 line = 0; // of the line this row belongs to, from 0
        bool startsLine = true;

        bool operator==(const Checkpoint &) const = default;
    };

    explicit RowIndex(RowCoding coding = RowCoding::Octets)
        : m_coding(coding)
    {
    }
    [[nodiscard]] RowCoding coding() const { return m_coding; }

    // Writer: octets from nextOffset() on. Returns how many made whole rows; hand in the rest
    // again.
    qint64 take(QByteArrayView octets, Following following);

    [[nodiscard]] qint64 nextOffset() const;
    [[nodiscard]] qint64 rows() const; // whole ones
    // Where the row after the last whole one begins.
    [[nodiscard]] Checkpoint next() const;
    // The nearest checkpoint at or before a row or an octet.
    [[nodiscard]] Checkpoint before(qint64 row) const;
    [[nodiscard]] Checkpoint beforeOffset(qint64 offset) const;
    [[nodiscard]] qint64 memoryUsed() const; // octets

private:
    // Rows that go on in the next one, counted up to a checkpoint; kept only where the count
    // changes, which in ordinary text is nowhere.
    struct Continuations {
        qint64 checkpoint = 0;
        qint64 count = 0;
        bool startsLine = true;
    };
    [[nodiscard]] Checkpoint at(qint64 checkpoint) const;
    void addCheckpoint(const Checkpoint &checkpoint);

    const RowCoding m_coding;
    mutable std::mutex m_mutex;
    std::vector<qint64> m_offsets;
    std::vector<Continuations> m_continuations;
    Checkpoint m_next;
};

} // namespace sonde::body
