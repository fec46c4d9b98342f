#include "cli/body_parts.h"

#include "body/row_reader.h"
#include "body/utf8_copy.h"
#include "cli/terminal.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace sonde::cli
{
namespace
{

constexpr qint64 portion = 256 << 10;     // octets
constexpr qint64 judgedOctets = 64 << 10; // tell one charset from another

http::Error usage(const QString &sentence)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::ConflictingOptions,
            .sentence = sentence};
}

// Reads the index on as far as `offset`.
http::Result<void> indexTo(const body::ByteSource &source, body::RowIndex &index, qint64 offset)
{
    while (index.nextOffset() <= offset && index.nextOffset() < source.size()) {
        const auto octets = source.read(index.nextOffset(), portion);
        if (!octets)
            return std::unexpected(octets.error());
        const bool last = index.nextOffset() + octets->size() >= source.size();
        index.take(*octets, last ? body::Following::Nothing : body::Following::More);
    }
    return {};
}

// Text in another charset than UTF-8 in UTF-8, or null: what has a NUL is none, and is searched as
// it is.
http::Result<std::unique_ptr<body::Utf8Copy>>
recoded(const std::shared_ptr<const body::ByteSource> &source)
{
    const auto begin = source->read(0, judgedOctets);
    if (!begin)
        return std::unexpected(begin.error());
    const QByteArray charset = body::chooseCharset(*begin, {}).name;
    if (charset == "UTF-8" || (body::unitSize(charset) == 1 && begin->contains('\0')))
        return nullptr;
    auto copy = std::make_unique<body::Utf8Copy>(source, charset);
    auto step = body::Utf8Copy::Step::Partial;
    while (step == body::Utf8Copy::Step::Partial)
        step = copy->advance();
    if (step == body::Utf8Copy::Step::Failed)
        return std::unexpected(http::Error{.layer = http::Layer::Content,
                                           .code = http::Code::FileUnreadable,
                                           .sentence = copy->problem()});
    return copy;
}

} // namespace

http::Result<Span> readSpan(const QByteArray &text, QByteArrayView option)
{
    const qsizetype dash = text.indexOf('-');
    const QByteArray from = text.left(dash < 0 ? text.size() : dash);
    const QByteArray to = dash < 0 ? from : text.sliced(dash + 1);
    bool goodFrom = false;
    bool goodTo = true;
    Span span{.first = from.toLongLong(&goodFrom, 0), .last = std::numeric_limits<qint64>::max()};
    if (!to.isEmpty())
        span.last = to.toLongLong(&goodTo, 0);
    if (goodFrom && goodTo && span.first == 0 && option == "rows")
        return std::unexpected(
            usage(QStringLiteral("--rows counts lines from 1; there is no line 0.")));
    if (goodFrom && goodTo && span.first >= 0 && span.first <= span.last)
        return span;
    return std::unexpected(
        usage(QStringLiteral("--%1 takes two numbers such as 100-200, not “%2”.")
                  .arg(QString::fromLatin1(option), QString::fromUtf8(text.left(40)))));
}

http::Result<void> printLines(const body::ByteSource &source, Span lines, const TextSink &sink)
{
    qint64 line = 1;
    for (qint64 at = 0; at < source.size() && line <= lines.last;) {
        const auto octets = source.read(at, portion);
        if (!octets)
            return std::unexpected(octets.error());
        qsizetype begin = line >= lines.first ? 0 : octets->size();
        qsizetype end = 0;
        while (end < octets->size() && line <= lines.last) {
            const void *found =
                std::memchr(octets->constData() + end, '\n', size_t(octets->size() - end));
            if (!found) {
                end = octets->size();
                break;
            }
            end = static_cast<const char *>(found) - octets->constData() + 1;
            if (++line == lines.first)
                begin = end;
        }
        if (begin < end) {
            if (const auto printed = sink(QByteArrayView(*octets).sliced(begin, end - begin));
                !printed)
                return printed;
        }
        at += octets->size();
    }
    return {};
}

http::Result<void> printHex(const body::ByteSource &source, Span wanted, const TextSink &sink)
{
    constexpr qint64 perRow = 16;
    const qint64 end =
        std::min(source.size(), wanted.last < source.size() ? wanted.last + 1 : source.size());
    for (qint64 at = wanted.first; at < end; at += portion) {
        const auto octets = source.read(at, std::min(portion, end - at));
        if (!octets)
            return std::unexpected(octets.error());
        QByteArray text;
        for (qsizetype row = 0; row < octets->size(); row += perRow) {
            const QByteArray part = octets->mid(row, perRow);
            QByteArray shown = part;
            std::ranges::replace_if(shown, [](char c) { return c < 0x20 || c > 0x7E; }, '.');
            QByteArray hex = part.toHex(' ');
            if (hex.size() > 24)
                hex.insert(24, ' '); // a gap after the eighth
            text += QByteArray::number(at + row, 16).rightJustified(8, '0') + "  " +
                    hex.leftJustified(48) + "  " + shown + '\n';
        }
        if (const auto printed = sink(text); !printed)
            return printed;
    }
    return {};
}

http::Result<qint64> printMatches(std::shared_ptr<const body::ByteSource> source,
                                  const body::Wanted &wanted, const TextSink &sink)
{
    auto finder = body::Finder::make(wanted);
    if (!finder)
        return std::unexpected(usage(finder.error().sentence));
    const auto copy = recoded(source);
    if (!copy)
        return std::unexpected(copy.error());
    if (*copy) // whose owner outlives every use
        source = std::shared_ptr<const body::ByteSource>(std::shared_ptr<void>(), &(*copy)->copy());
    body::RowIndex index;
    body::RowReader reader(source, index);
    std::vector<body::Hit> hits;
    qint64 matches = 0;
    qint64 printedTo = 0;
    auto step = body::Finder::Step::Partial;
    while (step == body::Finder::Step::Partial) {
        hits.clear();
        step = finder->step(*source, hits);
        matches += qint64(hits.size());
        for (const body::Hit &hit : hits) {
            if (hit.from < printedTo)
                continue; // its row stands there already
            if (const auto read = indexTo(*source, index, hit.from + body::rowLookAhead); !read)
                return std::unexpected(read.error());
            const auto rows = reader.rows(reader.rowAt(hit.from), 1);
            if (rows.empty())
                continue;
            const body::Row &row = rows.front();
            printedTo = row.after();
            const auto printed =
                sink(QByteArray::number(row.line + 1) + ':' +
                     QByteArray::number(*copy ? (*copy)->sourceOffset(hit.from) : hit.from) + ": " +
                     harmless(row.content) + '\n');
            if (!printed)
                return std::unexpected(printed.error());
        }
    }
    if (step == body::Finder::Step::Failed)
        return std::unexpected(http::Error{.layer = http::Layer::Content,
                                           .code = http::Code::LimitExceeded,
                                           .sentence = finder->problem()});
    return matches;
}

} // namespace sonde::cli
