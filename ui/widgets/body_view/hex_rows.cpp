#include "ui/widgets/body_view/body_rows.h"

namespace sonde::ui
{
namespace
{

Token tokenOf(unsigned char octet)
{
    if (octet == 0)
        return Token::Muted;
    if (octet < 0x20 || octet == 0x7F)
        return Token::SyntaxControl;
    return octet < 0x80 ? Token::Text : Token::SyntaxNumber;
}

void addSpan(std::vector<Span> &spans, qint32 start, qint32 length, Token token)
{
    if (!spans.empty() && spans.back().token == token)
        spans.back().length = start + length - spans.back().start;
    else
        spans.push_back({start, length, token});
}

} // namespace

HexRows::HexRows(std::shared_ptr<const body::ByteSource> store, const CellFont &font,
                 IsThere isThere)
    : m_store(store)
    , m_font(font)
    , m_isThere(std::move(isThere))
    , m_cache(std::move(store))
{
}

qint64 HexRows::count() const
{
    return (m_store->size() + perRow - 1) / perRow;
}

int HexRows::labelWidth() const
{
    return std::max<int>(8, int(QString::number(m_store->size(), 16).size()));
}

std::vector<ShapedRowPointer> HexRows::rows(qint64 first, qint64 count)
{
    std::vector<ShapedRowPointer> result;
    const QByteArray octets = m_cache.read(first * perRow, count * perRow);
    for (qsizetype at = 0; at < octets.size(); at += perRow) {
        const auto length = qint32(std::min<qsizetype>(perRow, octets.size() - at));
        const auto isThere = [&](qint32 i) {
            return !m_isThere || m_isThere(first * perRow + at + i);
        };
        QString text(3 * perRow + 2, QLatin1Char(' '));
        std::vector<Span> spans;
        for (qint32 i = 0; i < length; ++i) {
            const auto octet = static_cast<unsigned char>(octets[at + i]);
            const int column = 3 * i + (i >= perRow / 2 ? 1 : 0);
            if (!isThere(i)) {
                text.replace(column, 2, QStringLiteral("··"));
                addSpan(spans, column, 2, Token::Muted);
                continue;
            }
            text.replace(column, 2, QStringLiteral("%1").arg(octet, 2, 16, QLatin1Char('0')));
            addSpan(spans, column, 2, tokenOf(octet));
        }
        for (qint32 i = 0; i < length; ++i) {
            const auto octet = static_cast<unsigned char>(octets[at + i]);
            const bool printable = octet >= 0x20 && octet < 0x7F;
            if (!isThere(i)) {
                addSpan(spans, qint32(text.size()), 1, Token::Muted);
                text.append(QLatin1Char(' '));
                continue;
            }
            addSpan(spans, qint32(text.size()), 1, tokenOf(octet));
            text.append(printable ? QLatin1Char(char(octet)) : QLatin1Char('.'));
        }
        auto row = std::make_shared<ShapedRow>();
        row->number = first + at / perRow;
        row->offset = first * perRow + at;
        row->after = row->offset + length;
        row->octets = length;
        row->hex = true;
        row->label = QStringLiteral("%1").arg(row->offset, labelWidth(), 16, QLatin1Char('0'));
        row->shape = std::make_unique<RowShape>(std::move(text), std::move(spans), m_font);
        result.push_back(std::move(row));
    }
    return result;
}

} // namespace sonde::ui
