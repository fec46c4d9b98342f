// What a body is made of in one way of looking at it: numbered rows, shaped when they come in
// sight. GUI thread.
#pragma once

#include "body/matched_rows.h"
#include "body/row_reader.h"
#include "ui/widgets/body_view/lexer.h"
#include "ui/widgets/body_view/row_shape.h"

#include <QHash>

namespace sonde::ui
{

struct ShapedRow {
    qint64 number = 0;
    qint64 offset = 0;
    qint64 after = 0;            // of the first octet of the next row
    QString label;               // for the gutter; empty where a long line goes on
    std::vector<qint32> octetAt; // text: per unit, from the row's offset
    qint32 octets = 0;           // hex: how many
    bool hex = false;
    LexState lexedFrom = LexState::Start;
    LexState lexedTo = LexState::Start;
    std::shared_ptr<const RowShape> shape;

    [[nodiscard]] qreal xOf(qint64 octet) const;
    [[nodiscard]] qint64 octetNear(qreal x) const;
    // From left to right, the stretches that octets [from, to) cover; to the row's end and a little
    // more when the terminator is among them.
    [[nodiscard]] std::vector<std::pair<qreal, qreal>> stretches(qint64 from, qint64 to) const;
};
using ShapedRowPointer = std::shared_ptr<const ShapedRow>;

class BodyRows
{
public:
    virtual ~BodyRows() = default;
    [[nodiscard]] virtual qint64 count() const = 0;
    [[nodiscard]] virtual std::vector<ShapedRowPointer> rows(qint64 first, qint64 count) = 0;
    [[nodiscard]] virtual qint64 rowAt(qint64 octet) = 0;
    // Characters the widest label takes.
    [[nodiscard]] virtual int labelWidth() const = 0;
    // The colours or the font have changed.
    virtual void forgetShapes() = 0;
};

class TextRows : public BodyRows
{
public:
    TextRows(std::shared_ptr<const body::ByteSource> store, const body::RowIndex &index,
             const CellFont &font, Syntax syntax, const QByteArray &charset);

    [[nodiscard]] qint64 count() const override { return m_reader.rowCount(); }
    [[nodiscard]] std::vector<ShapedRowPointer> rows(qint64 first, qint64 count) override;
    [[nodiscard]] qint64 rowAt(qint64 octet) override { return m_reader.rowAt(octet); }
    [[nodiscard]] int labelWidth() const override;
    void forgetShapes() override { m_shaped.clear(); }

private:
    [[nodiscard]] LexState stateBefore(const body::Row &row);
    [[nodiscard]] ShapedRowPointer shaped(const body::Row &row, LexState state);

    body::RowReader m_reader;
    const body::RowIndex &m_index;
    const CellFont &m_font;
    Syntax m_syntax;
    TextDecoder m_decoder;
    QHash<qint64, ShapedRowPointer> m_shaped;
    // Above what was shown: how rows were left that were only read for their colours.
    struct Passed {
        qint64 after = 0;
        LexState lexedTo = LexState::Start;
    };
    QHash<qint64, Passed> m_passed;
};

// Only the rows that hold a match, numbered anew.
class FilteredRows : public BodyRows
{
public:
    // `matched` must outlive this.
    FilteredRows(std::unique_ptr<BodyRows> all, const body::MatchedRows &matched)
        : m_all(std::move(all))
        , m_matched(matched)
    {
    }

    [[nodiscard]] qint64 count() const override { return qint64(m_matched.places().size()); }
    [[nodiscard]] std::vector<ShapedRowPointer> rows(qint64 first, qint64 count) override;
    // The one before, where the octet's own row is left out.
    [[nodiscard]] qint64 rowAt(qint64 octet) override;
    [[nodiscard]] int labelWidth() const override { return m_all->labelWidth(); }
    void forgetShapes() override { m_all->forgetShapes(); }

private:
    std::unique_ptr<BodyRows> m_all;
    const body::MatchedRows &m_matched;
};

// Whether an octet is known, or only that there is one.
using IsThere = std::function<bool(qint64 octet)>;

class HexRows : public BodyRows
{
public:
    static constexpr qint32 perRow = 16; // octets

    HexRows(std::shared_ptr<const body::ByteSource> store, const CellFont &font,
            IsThere isThere = {});

    [[nodiscard]] qint64 count() const override;
    [[nodiscard]] std::vector<ShapedRowPointer> rows(qint64 first, qint64 count) override;
    [[nodiscard]] qint64 rowAt(qint64 octet) override { return octet / perRow; }
    [[nodiscard]] int labelWidth() const override;
    void forgetShapes() override {}

private:
    std::shared_ptr<const body::ByteSource> m_store;
    const CellFont &m_font;
    IsThere m_isThere; // empty: all are
    body::BlockCache m_cache;
};

} // namespace sonde::ui
