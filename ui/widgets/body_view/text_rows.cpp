#include "ui/widgets/body_view/body_rows.h"

#include <algorithm>

namespace sonde::ui
{
namespace
{

constexpr qsizetype shapesKept = 256;    // rows; two screens of small type
constexpr qsizetype passedKept = 4096;   // rows of which only that is known
constexpr qint64 octetsKept = 512 << 10; // of those rows: each costs ten octets once it is shaped
// How far back from the first visible row colours are worked out: a lexer that started there is
// right by the time it arrives, save inside a string or comment that is longer than this.
constexpr qint64 lookBackRows = 64;
constexpr qint64 lookBackOctets = 64 << 10;

} // namespace

TextRows::TextRows(std::shared_ptr<const body::ByteSource> store, const body::RowIndex &index,
                   const CellFont &font, Syntax syntax, const QByteArray &charset)
    : m_reader(std::move(store), index)
    , m_index(index)
    , m_font(font)
    , m_syntax(syntax)
    , m_decoder(charset)
{
}

std::vector<ShapedRowPointer> TextRows::rows(qint64 first, qint64 count)
{
    const std::vector<body::Row> plain = m_reader.rows(first, count);
    std::vector<ShapedRowPointer> result;
    result.reserve(plain.size());
    if (plain.empty())
        return result;
    qint64 kept = 0;
    for (const ShapedRowPointer &row : std::as_const(m_shaped))
        kept += row->after - row->offset;
    if (m_shaped.size() > shapesKept || kept > octetsKept)
        m_shaped.clear();
    LexState state = stateBefore(plain.front());
    for (const body::Row &row : plain) {
        result.push_back(shaped(row, state));
        state = result.back()->lexedTo;
    }
    return result;
}

LexState TextRows::stateBefore(const body::Row &row)
{
    // A JSON string never goes over a line's end (RFC 8259 section 7), so every line starts afresh.
    if (m_syntax == Syntax::Plain || row.number == 0 ||
        (m_syntax == Syntax::Json && row.startsLine))
        return LexState::Start;
    const auto known = m_shaped.constFind(row.number - 1);
    if (known != m_shaped.constEnd() && (*known)->after == row.offset)
        return (*known)->lexedTo;
    const auto passed = m_passed.constFind(row.number - 1);
    if (passed != m_passed.constEnd() && passed->after == row.offset)
        return passed->lexedTo;
    if (m_passed.size() > passedKept)
        m_passed.clear();
    // Rows of a long line are at the cap: then a few make up the octets.
    const qint64 back = row.startsLine ? lookBackRows : lookBackOctets / body::rowCap;
    const qint64 first = std::max<qint64>(row.number - back, 0);
    LexState state = LexState::Start;
    for (const body::Row &before : m_reader.rows(first, row.number - first)) {
        if (row.offset - before.offset > lookBackOctets)
            continue;
        if (m_syntax == Syntax::Json && before.startsLine)
            state = LexState::Start;
        state = lexRow(m_syntax, m_decoder.row(before.content).text, state, nullptr);
        m_passed.insert(before.number, {before.after(), state});
    }
    return state;
}

ShapedRowPointer TextRows::shaped(const body::Row &row, LexState state)
{
    if (m_syntax == Syntax::Json && row.startsLine)
        state = LexState::Start;
    const auto known = m_shaped.constFind(row.number);
    if (known != m_shaped.constEnd() && (*known)->after == row.after() &&
        (*known)->lexedFrom == state)
        return *known;
    DecodedText decoded = m_decoder.row(row.content);
    std::vector<Span> spans;
    auto result = std::make_shared<ShapedRow>();
    result->lexedFrom = state;
    result->lexedTo = lexRow(m_syntax, decoded.text, state, &spans);
    result->number = row.number;
    result->offset = row.offset;
    result->after = row.after();
    if (row.startsLine)
        result->label = QString::number(row.line + 1);
    spans = overlaid(spans, decoded.marks, qint32(decoded.text.size()));
    result->octetAt = std::move(decoded.octetAt);
    result->shape = std::make_unique<RowShape>(std::move(decoded.text), std::move(spans), m_font);
    m_shaped.insert(row.number, result);
    return result;
}

int TextRows::labelWidth() const
{
    return std::max<int>(3, int(QString::number(m_index.next().line + 1).size()));
}

} // namespace sonde::ui
