#include "collection/http_text.h"

#include "collection/line_classifier.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace sonde::collection
{
namespace
{

using http::Code;
using http::Error;
using http::Result;

Error unusable(Code code, const QString &sentence)
{
    return {.layer = http::Layer::File, .code = code, .sentence = sentence};
}

} // namespace

Result<HttpText> HttpText::parse(QByteArray octets)
{
    if (octets.size() > sizeLimit)
        return std::unexpected(
            unusable(Code::LimitExceeded,
                     QStringLiteral("The request file is larger than 100 MB; split it, or "
                                    "move large bodies into files of their own.")));
    if (octets.startsWith("\xff\xfe") || octets.startsWith("\xfe\xff"))
        return std::unexpected(
            unusable(Code::FileUnreadable,
                     QStringLiteral("The request file is written in UTF-16; save it as UTF-8.")));
    HttpText text;
    text.m_octets = std::move(octets);
    text.m_markSize = text.m_octets.startsWith("\xef\xbb\xbf") ? 3 : 0;
    if (!text.splitLines())
        return std::unexpected(
            unusable(Code::LimitExceeded,
                     QStringLiteral("The request file has more than 5 million lines; split it.")));
    text.m_hasSeparators = LineClassifier(text.m_octets, text.m_lines, text.m_blocks).run();
    return text;
}

bool HttpText::splitLines()
{
    qint64 crLfLines = 0;
    for (qsizetype start = m_markSize; start < m_octets.size();) {
        const qsizetype feed = m_octets.indexOf('\n', start);
        const qsizetype end = feed < 0 ? m_octets.size() : feed;
        const bool hasReturn = feed > start && m_octets[feed - 1] == '\r';
        if (m_lines.size() >= lineLimit)
            return false;
        m_lines.push_back({.offset = quint32(start),
                           .size = quint32(end - start - (hasReturn ? 1 : 0)),
                           .terminatorSize = quint8(feed < 0    ? 0
                                                    : hasReturn ? 2
                                                                : 1)});
        crLfLines += hasReturn ? 1 : 0;
        start = end + 1;
    }
    m_usesCrLf = crLfLines * 2 > qint64(m_lines.size());
    return true;
}

QByteArrayView HttpText::text(size_t line) const
{
    return QByteArrayView(m_octets).sliced(m_lines[line].offset, m_lines[line].size);
}

Result<HttpText> HttpText::edited(const std::vector<Edit> &edits) const
{
    // Inserts at one place keep their order; what is inserted stands above what is replaced.
    std::vector<size_t> order(edits.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::ranges::sort(order, {},
                      [&](size_t i) { return std::tuple(edits[i].first, edits[i].count > 0, i); });
    QByteArray octets;
    octets.reserve(m_octets.size());
    qsizetype copied = 0; // so much of the old text stands in the new one, or was replaced
    for (const size_t i : order)
        splice(edits[i], octets, copied);
    octets += QByteArrayView(m_octets).sliced(copied);
    return parse(std::move(octets));
}

void HttpText::splice(const Edit &edit, QByteArray &octets, qsizetype &copied) const
{
    size_t first = edit.first;
    size_t last = edit.first + edit.count;
    size_t from = 0;
    size_t to = edit.texts.size();
    while (first < last && from < to && text(first) == edit.texts[from]) {
        ++first;
        ++from;
    }
    while (last > first && to > from && text(last - 1) == edit.texts[to - 1]) {
        --last;
        --to;
    }
    const bool openEnd = !m_lines.empty() && m_lines.back().terminatorSize == 0;
    const bool atEnd = last == m_lines.size();
    const qsizetype start = first < m_lines.size() ? m_lines[first].offset : m_octets.size();
    const qsizetype end = last < m_lines.size() ? m_lines[last].offset : m_octets.size();
    octets += QByteArrayView(m_octets).sliced(copied, start - copied);
    copied = end;
    if (first == m_lines.size() && openEnd && from < to)
        octets += terminator();
    for (size_t i = from; i < to; ++i) {
        octets += edit.texts[i];
        const size_t old = first + (i - from);
        if (atEnd && openEnd && i + 1 == to)
            continue;
        if (old < last && m_lines[old].terminatorSize > 0)
            octets += m_lines[old].terminatorSize == 2 ? "\r\n" : "\n";
        else
            octets += terminator();
    }
}

} // namespace sonde::collection
