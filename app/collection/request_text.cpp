#include "collection/request_text.h"

#include "collection/block_reader.h"
#include "collection/line_classifier.h"
#include "http/headers.h"

namespace sonde::collection
{
namespace
{

using http::Code;
using http::Error;
using http::Result;

const QByteArray lead = "###\n"; // stands before a text that has none of its own

std::unexpected<Error> refuse(const QString &sentence)
{
    return std::unexpected(
        Error{.layer = http::Layer::File, .code = Code::FileUnwritable, .sentence = sentence});
}

// Octets from … to of a block, terminators included.
struct Range {
    qsizetype from = 0;
    qsizetype to = 0;
};
Range rangeOf(const HttpText &text, const Block &block)
{
    const Line &first = text.lines()[block.first];
    const Line &last = text.lines()[block.first + block.count - 1];
    return {qsizetype(first.offset), qsizetype(last.offset) + last.size + last.terminatorSize};
}

bool hasVariable(QByteArrayView text)
{
    return text.contains("{{");
}

QString faultOf(const HttpText &text, size_t line, bool afterRequest)
{
    switch (text.lines()[line].kind) {
    case LineKind::Opaque:
        return afterRequest
                   ? QStringLiteral("This is no header: write Name: value, or leave a blank line "
                                    "before the body. The line is kept and not sent.")
                   : QStringLiteral("This is no request line, comment or variable: write METHOD "
                                    "URL. The line is kept and not sent.");
    case LineKind::Header: {
        const auto parts = parseHeaderLine(text.text(line));
        if (!parts || hasVariable(parts->name) || hasVariable(parts->value))
            return {};
        const auto checked =
            http::checkField({parts->name.toByteArray(), parts->value.toByteArray()});
        return checked ? QString() : checked.error().sentence;
    }
    default:
        return {};
    }
}

// Stands for an address that is not there yet while the lines around it are written.
const QByteArray noAddress = "http://address.invalid";

// With that address behind a method that stands alone where the request line belongs.
std::optional<RequestText> addressed(const RequestText &text)
{
    const QByteArray &octets = text.octets;
    qsizetype end = 0;
    for (qsizetype from = 0; from < octets.size(); from = end + 1) {
        end = octets.indexOf('\n', from);
        end = end < 0 ? octets.size() : end;
        const QByteArray line = octets.sliced(from, end - from).trimmed();
        if (line.isEmpty() || line.startsWith('#') || line.startsWith("//") || line.startsWith('@'))
            continue;
        if (!std::ranges::all_of(line, [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; }))
            return std::nullopt;
        const qsizetype behind = octets.indexOf(line, from) + line.size();
        const qsizetype spaces = end - behind - (octets.sliced(0, end).endsWith('\r') ? 1 : 0);
        RequestText filled = text;
        filled.octets.replace(behind, spaces, ' ' + noAddress);
        return filled;
    }
    return std::nullopt;
}

} // namespace

Result<TextFile> asFile(const RequestText &text)
{
    const bool led = text.separated && !text.octets.startsWith("###");
    auto file = HttpFile::parse(led ? lead + text.octets : text.octets);
    if (!file)
        return std::unexpected(file.error());
    return TextFile{*std::move(file), led ? size_t(1) : size_t(0)};
}

Result<ReadText> readText(const RequestText &text)
{
    if (text.octets.size() > requestTextLimit)
        return refuse(QStringLiteral("The request is longer than 1 MiB: edit its file in a text "
                                     "editor, or put the body into a file of its own."));
    const auto whole = asFile(text);
    if (!whole)
        return std::unexpected(whole.error());
    const HttpFile &file = whole->file;
    ReadText read{.text = file.text(), .firstLine = whole->firstLine};
    const auto place = [&](size_t line) {
        return line < read.firstLine ? 0 : line - read.firstLine;
    };
    if (!file.requests().empty()) {
        read.request = file.requests().front();
        if (!read.request->problem.isEmpty()) {
            const Block *block = blockOf(read.text, 0);
            read.faults.push_back({place(*block->requestLine), read.request->problem});
        }
    } else {
        read.faults.push_back({0, QStringLiteral("There is no request yet: write a line such as "
                                                 "GET https://example.org/.")});
    }
    for (const Block &block : read.text.blocks()) {
        for (size_t line = block.first; line < block.first + block.count; ++line) {
            const bool after = block.requestLine && line > *block.requestLine;
            if (QString sentence = faultOf(read.text, line, after); !sentence.isEmpty())
                read.faults.push_back({place(line), std::move(sentence)});
            // The lines behind it will have a meaning as soon as it has one.
            if (!block.requestLine && !read.faults.empty() &&
                read.faults.back().line == place(line) &&
                read.text.lines()[line].kind == LineKind::Opaque)
                break;
        }
    }
    std::ranges::sort(read.faults, {}, &TextFault::line);
    return read;
}

RequestText textOf(const HttpFile &file, size_t index)
{
    const Block *block = blockOf(file.text(), index);
    if (!block)
        return {};
    const Range range = rangeOf(file.text(), *block);
    return {file.octets().sliced(range.from, range.to - range.from), file.text().hasSeparators()};
}

Result<RequestText> textOf(const RequestDocument &document)
{
    HttpFile file;
    if (const auto added = file.appendRequest(document); !added)
        return std::unexpected(added.error());
    return textOf(file, 0);
}

Result<RequestText> withDocument(const RequestText &text, const RequestDocument &document)
{
    auto whole = asFile(text);
    if (whole && whole->file.requests().empty()) {
        if (const auto filled = addressed(text))
            whole = asFile(*filled);
    }
    if (!whole)
        return std::unexpected(whole.error());
    HttpFile &file = whole->file;
    if (file.requests().empty())
        return refuse(QStringLiteral("The text holds no request that the form could change."));
    RequestDocument written = document;
    const bool isDraft = document.url.isEmpty();
    if (isDraft) { // a version behind a method alone would be read as the address
        written.url = QString::fromLatin1(noAddress);
        written.settings.version = {};
    }
    if (const auto done = file.replaceRequest(0, written); !done)
        return std::unexpected(done.error());
    QByteArray octets = file.octets();
    if (isDraft)
        octets.remove(octets.indexOf(noAddress), noAddress.size());
    if (whole->firstLine > 0 &&
        octets.startsWith(lead)) // else the title has made it a line of its own
        octets.remove(0, lead.size());
    return RequestText{std::move(octets), text.separated};
}

Result<HttpFile> withText(const HttpFile &file, size_t index, const RequestText &text)
{
    const Block *block = blockOf(file.text(), index);
    if (!block)
        return refuse(QStringLiteral("The file has no request number %1.").arg(index + 1));
    const Range range = rangeOf(file.text(), *block);
    const QByteArray terminator = file.text().terminator().toByteArray();
    QByteArray octets = file.octets();
    QByteArray middle = text.octets;
    if (range.to < octets.size() && !middle.isEmpty() && !middle.endsWith('\n'))
        middle += terminator;
    // Once one ### stands in a file, every request needs its own.
    const auto inside = HttpFile::parse(text.octets);
    const bool newSeparators =
        inside && inside->text().hasSeparators() && !file.text().hasSeparators();
    std::vector<std::pair<qsizetype, QByteArray>> inserts;
    if (newSeparators) {
        for (const Block &other : file.text().blocks()) {
            if (&other != block && other.first > 0 && other.requestLine)
                inserts.emplace_back(rangeOf(file.text(), other).from, "###" + terminator);
        }
    }
    std::ranges::reverse(inserts);
    for (const auto &[at, line] : inserts) {
        if (at >= range.to)
            octets.insert(at, line);
    }
    octets.replace(range.from, range.to - range.from, middle);
    for (const auto &[at, line] : inserts) {
        if (at < range.from)
            octets.insert(at, line);
    }
    auto after = HttpFile::parse(std::move(octets));
    if (!after)
        return after;
    // What stands before and behind it must mean what it meant.
    const auto &old = file.requests();
    const auto &now = after->requests();
    const size_t behind = old.size() - index - 1;
    bool same = now.size() + 1 >= old.size();
    for (size_t i = 0; same && i < index; ++i)
        same = now[i].document == old[i].document;
    for (size_t i = 1; same && i <= behind; ++i)
        same = now[now.size() - i].document == old[old.size() - i].document;
    if (!same)
        return refuse(QStringLiteral("With this text, other requests of the file would be read as "
                                     "something else; close what it leaves open, such as a script "
                                     "without %}, and try again."));
    return after;
}

} // namespace sonde::collection
