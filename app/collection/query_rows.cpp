// The query of a URL as rows, and back, without touching what was not edited.
#include "collection/request_document.h"
#include "collection/row_alignment.h"
#include "collection/variables.h"

namespace sonde::collection
{
namespace
{

// The first of `wanted` from `from` on that is not inside {{…}}; text.size() if there is none.
qsizetype findOutside(QStringView text, QStringView wanted, qsizetype from)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text.sliced(i).startsWith(QLatin1String("{{"))) {
            if (const qsizetype end = endOfVariable(text, i); end > 0) {
                i = end - 1;
                continue;
            }
        }
        if (wanted.contains(text[i]))
            return i;
    }
    return text.size();
}

struct Piece {
    QString lead; // the ampersands of empty parts before it, kept as they are
    QString text;
};

struct Split {
    QString base; // to the question mark, without it
    std::vector<Piece> parts;
    QString tail;     // ampersands after the last part
    QString fragment; // with its #
};

Split split(const QString &url)
{
    const QStringView text(url);
    Split result;
    const qsizetype hash = findOutside(text, u"#", 0);
    const QStringView unfragmented = text.first(hash);
    result.fragment = text.sliced(hash).toString();
    const qsizetype mark = findOutside(unfragmented, u"?", 0);
    result.base = unfragmented.first(mark).toString();
    if (mark == unfragmented.size())
        return result;
    for (qsizetype start = mark + 1; start <= unfragmented.size();) {
        const qsizetype end = findOutside(unfragmented, u"&", start);
        if (end > start)
            result.parts.push_back({std::exchange(result.tail, {}),
                                    unfragmented.sliced(start, end - start).toString()});
        else if (end < unfragmented.size() || !result.parts.empty())
            result.tail += u'&';
        start = end + 1;
    }
    return result;
}

Row rowOf(const QString &part)
{
    const qsizetype equals = findOutside(part, u"=", 0);
    return {.name = part.first(equals), .value = part.sliced(std::min(equals + 1, part.size()))};
}

// What would end the part early is percent-encoded; everything else stays as the person typed it,
// for what is shown is what is sent.
QString guarded(const QString &text, QStringView dangerous)
{
    QString out;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype at = findOutside(text, dangerous, i);
        out += QStringView(text).sliced(i, at - i);
        if (at < text.size())
            out += QStringLiteral("%%1").arg(text[at].unicode(), 2, 16, QLatin1Char('0')).toUpper();
        i = at + 1;
    }
    return out;
}

QString partOf(const Row &row, const Piece *before)
{
    QString text = guarded(row.name, u"&#=\n\r");
    // `name` and `name=` are different octets: an edit keeps the form that was there.
    const bool hadEquals = before && findOutside(before->text, u"=", 0) < before->text.size();
    if (!row.value.isEmpty() || hadEquals || row.name.isEmpty())
        text += u'=' + guarded(row.value, u"&#\n\r");
    return text;
}

} // namespace

std::vector<Row> queryRows(const QString &url)
{
    std::vector<Row> rows;
    for (const Piece &part : split(url).parts)
        rows.push_back(rowOf(part.text));
    return rows;
}

QString withQueryRows(const QString &url, const std::vector<Row> &rows)
{
    const Split before = split(url);
    std::vector<Row> oldRows;
    for (const Piece &part : before.parts)
        oldRows.push_back(rowOf(part.text));
    std::vector<Row> shown;
    std::ranges::copy_if(rows, std::back_inserter(shown), [](const Row &row) {
        return row.enabled && !(row.name.isEmpty() && row.value.isEmpty());
    });
    if (shown == oldRows)
        return url;
    if (shown.empty())
        return before.base + before.fragment;
    const auto origins = originsOfRows(oldRows, shown);
    QString query;
    for (size_t i = 0; i < shown.size(); ++i) {
        const auto source = origins[i].same ? origins[i].same : origins[i].replaces;
        const Piece *old = source ? &before.parts[*source] : nullptr;
        if (i > 0)
            query += u'&';
        if (old)
            query += old->lead;
        query += origins[i].same ? old->text : partOf(shown[i], old);
    }
    return before.base + u'?' + query + before.tail + before.fragment;
}

} // namespace sonde::collection
