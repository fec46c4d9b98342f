#include "collection/request_blocks.h"

#include "collection/block_reader.h"
#include "collection/file_fidelity.h"
#include "collection/line_classifier.h"

#include <algorithm>
#include <ranges>

namespace sonde::collection
{
namespace
{

using http::Code;
using http::Result;
using Edit = HttpText::Edit;

std::unexpected<http::Error> refuse(Code code, const QString &sentence)
{
    return std::unexpected(
        http::Error{.layer = http::Layer::File, .code = code, .sentence = sentence});
}

// The lines of a block: what belongs to the file, the request itself, blank ones below it.
struct Span {
    size_t first = 0; // of the request, without its ### if that stands above what is the file's
    size_t end = 0;
    size_t blockEnd = 0;
    bool ownsSeparator = false;
};

bool isOfFile(LineKind kind)
{
    return kind == LineKind::FileVariable || kind == LineKind::Directive;
}

Span spanOf(const HttpText &text, const Block &block)
{
    const auto &lines = text.lines();
    Span span{.first = block.first,
              .end = block.first + block.count,
              .blockEnd = block.first + block.count,
              .ownsSeparator = block.hasSeparator};
    for (size_t line = block.first; line < *block.requestLine; ++line) {
        if (isOfFile(lines[line].kind)) {
            span.first = line + 1;
            span.ownsSeparator = false;
        }
    }
    while (span.first < *block.requestLine && lines[span.first].kind == LineKind::Blank)
        ++span.first;
    while (span.end > *block.requestLine + 1 && isBlank(text.text(span.end - 1)))
        --span.end;
    return span;
}

bool isBlankLine(const HttpText &text, size_t line)
{
    return isBlank(text.text(line));
}

// Everything about a request but where it stands.
bool sameRequest(const HttpRequest &a, const HttpRequest &b)
{
    const auto sameNote = [](const Annotation &one, const Annotation &other) {
        return one.key == other.key && one.value == other.value;
    };
    return a.kind == b.kind && a.name == b.name && a.description == b.description &&
           a.document == b.document && a.problem == b.problem && a.isEditable == b.isEditable &&
           std::ranges::equal(a.annotations, b.annotations, sameNote);
}

// The file with these edits, if it then holds just these requests and variables.
Result<HttpFile> checked(const HttpFile &file, const std::vector<Edit> &edits,
                         const std::vector<const HttpRequest *> &wanted)
{
    auto text = file.text().edited(edits);
    if (!text)
        return std::unexpected(text.error());
    auto after = HttpFile::parse(text->octets());
    if (!after)
        return after;
    const auto same = [](const HttpRequest &there, const HttpRequest *meant) {
        return !meant || sameRequest(there, *meant);
    };
    if (after->variables() != file.variables() ||
        !std::ranges::equal(after->requests(), wanted, same))
        return refuse(Code::FileUnwritable,
                      QStringLiteral("The file is written in a way that this change would make it "
                                     "mean something else; change it as text."));
    return after;
}

std::vector<const HttpRequest *> pointersTo(const HttpFile &file)
{
    std::vector<const HttpRequest *> all;
    for (const HttpRequest &request : file.requests())
        all.push_back(&request);
    return all;
}

// Once one ### stands in a file, every request needs its own.
void separateAll(const HttpText &text, std::vector<Edit> &edits)
{
    if (text.hasSeparators())
        return;
    for (const Block &other : text.blocks()) {
        if (other.first > 0)
            edits.push_back({other.first, 0, {"###"}});
    }
}

std::vector<Edit> editsToInsert(const HttpFile &file, size_t before, std::vector<QByteArray> lines)
{
    const HttpText &text = file.text();
    std::vector<Edit> edits;
    if (before >= file.requests().size()) {
        const size_t end = text.lines().size();
        if (end > 0 && !isBlankLine(text, end - 1))
            lines.insert(lines.begin(), QByteArray());
        separateAll(text, edits);
        edits.push_back({end, 0, std::move(lines)});
        return edits;
    }
    const Block &block = *blockOf(text, before);
    const size_t at = block.hasSeparator ? block.first : spanOf(text, block).first;
    if (at > 0 && !isBlankLine(text, at - 1))
        lines.insert(lines.begin(), QByteArray());
    lines.emplace_back();
    const bool separated = !text.hasSeparators() && at == block.first && block.first > 0;
    if (!block.hasSeparator && !separated)
        lines.emplace_back("###");
    edits.push_back({at, 0, std::move(lines)});
    separateAll(text, edits);
    return edits;
}

QByteArray separatorLine(const QString &title)
{
    const QByteArray text = oneLine(title);
    return text.isEmpty() ? QByteArray("###") : "### " + text;
}

bool isNameTag(const HttpText &text, size_t line)
{
    return text.lines()[line].kind == LineKind::Tag &&
           tagParts(*commentText(text.text(line))).key == "name";
}

std::vector<QByteArray> linesOf(const HttpFile &file, size_t index, const QString *newName)
{
    const HttpText &text = file.text();
    const Block &block = *blockOf(text, index);
    const Span span = spanOf(text, block);
    std::vector<QByteArray> lines;
    if (!span.ownsSeparator)
        lines.push_back(separatorLine(file.requests()[index].document.title));
    for (size_t line = span.first; line < span.end; ++line) {
        const QByteArrayView old = text.text(line);
        if (newName && line < *block.requestLine && isNameTag(text, line))
            lines.push_back("# @name " + newName->toUtf8());
        else
            lines.push_back(old.toByteArray());
    }
    return lines;
}

QString freeName(const HttpFile &file, const QString &name)
{
    const auto taken = [&](const QString &one) {
        return std::ranges::any_of(file.requests(),
                                   [&](const HttpRequest &other) { return other.name == one; });
    };
    for (int number = 2;; ++number) {
        const QString one = name + u'_' + QString::number(number);
        if (!taken(one))
            return one;
    }
}

} // namespace

RequestKey keyOf(const HttpFile &file, size_t index)
{
    const HttpRequest &request = file.requests()[index];
    return {.index = index,
            .label = request.label(),
            .method = request.document.method,
            .likeness = file.likeness(index)};
}

Result<size_t> findRequest(const HttpFile &file, const RequestKey &key)
{
    const auto &requests = file.requests();
    const auto bearsName = [&](size_t index) {
        return index < requests.size() && requests[index].label() == key.label &&
               requests[index].document.method == key.method;
    };
    const auto isSame = [&](size_t index) {
        return bearsName(index) && file.likeness(index).text == key.likeness.text;
    };
    if (isSame(key.index))
        return key.index;
    const auto all = std::views::iota(size_t(0), requests.size());
    if (std::ranges::count_if(all, isSame) == 1)
        return *std::ranges::find_if(all, isSame);
    // Saved meanwhile, but where it stood. Not one that bears its name elsewhere: that is another,
    // if somebody has given this one a new name.
    const bool stays = requests.size() == key.likeness.among && bearsName(key.index);
    if (stays && (file.likeness(key.index).url == key.likeness.url ||
                  std::ranges::count_if(all, bearsName) == 1))
        return key.index;
    return refuse(Code::FileChanged,
                  QStringLiteral("“%1” is no longer where it was: another program has changed "
                                 "its file. Nothing was done.")
                      .arg(key.label.left(200)));
}

std::vector<QByteArray> requestLines(const HttpFile &file, size_t index)
{
    return linesOf(file, index, nullptr);
}

Result<HttpFile> withoutRequest(const HttpFile &file, size_t index)
{
    const HttpText &text = file.text();
    const Block &block = *blockOf(text, index);
    const Span span = spanOf(text, block);
    std::vector<Edit> edits;
    Edit cut{.first = span.first, .count = span.blockEnd - span.first, .texts = {}};
    if (block.hasSeparator && !span.ownsSeparator)
        edits.push_back({block.first, 1, {"###"}}); // the variables below it need one still
    // The last request takes the blank lines above it with it, not those below.
    if (span.blockEnd == text.lines().size()) {
        while (cut.first > 0 && isBlankLine(text, cut.first - 1)) {
            --cut.first;
            ++cut.count;
        }
    }
    edits.push_back(std::move(cut));
    auto wanted = pointersTo(file);
    wanted.erase(wanted.begin() + qsizetype(index));
    return checked(file, edits, wanted);
}

Result<HttpFile> withRequestLines(const HttpFile &file, size_t before,
                                  std::vector<QByteArray> lines)
{
    before = std::min(before, file.requests().size());
    auto wanted = pointersTo(file);
    wanted.insert(wanted.begin() + qsizetype(before), nullptr); // whatever it says
    return checked(file, editsToInsert(file, before, std::move(lines)), wanted);
}

Result<HttpFile> withMovedRequest(const HttpFile &file, size_t from, size_t before)
{
    before = std::min(before, file.requests().size());
    if (before == from || before == from + 1)
        return file;
    auto shorter = withoutRequest(file, from);
    if (!shorter)
        return shorter;
    const size_t to = before > from ? before - 1 : before;
    auto wanted = pointersTo(*shorter);
    wanted.insert(wanted.begin() + qsizetype(to), &file.requests()[from]);
    return checked(*shorter, editsToInsert(*shorter, to, requestLines(file, from)), wanted);
}

Result<HttpFile> withCopiedRequest(const HttpFile &file, size_t index, const QString &title)
{
    const HttpRequest &original = file.requests()[index];
    const QString name = original.name.isEmpty() ? QString() : freeName(file, original.name);
    auto lines = linesOf(file, index, name.isEmpty() ? nullptr : &name);
    lines.front() = separatorLine(title);
    HttpRequest meant = original;
    meant.name = name;
    meant.document.title = QString::fromUtf8(oneLine(title)).trimmed();
    auto wanted = pointersTo(file);
    wanted.insert(wanted.begin() + qsizetype(index) + 1, &meant);
    return checked(file, editsToInsert(file, index + 1, std::move(lines)), wanted);
}

Result<HttpFile> withTitle(const HttpFile &file, size_t index, const QString &title)
{
    const HttpRequest &request = file.requests()[index];
    RequestDocument document = request.document;
    document.title = QString::fromUtf8(oneLine(title)).trimmed();
    if (request.isEditable) {
        HttpFile after = file;
        if (auto done = after.replaceRequest(index, document); !done)
            return std::unexpected(done.error());
        return after;
    }
    const Block &block = *blockOf(file.text(), index);
    if (!block.hasSeparator)
        return refuse(Code::FileUnwritable,
                      QStringLiteral("This request has no ### line that could carry a name, and is "
                                     "written in a way that only its text shows."));
    HttpRequest meant = request;
    meant.document = document;
    auto wanted = pointersTo(file);
    wanted[index] = &meant;
    return checked(file, {{block.first, 1, {separatorLine(title)}}}, wanted);
}

QStringList fileVariablesUsed(const HttpFile &file, size_t index)
{
    QByteArray all;
    for (const QByteArray &line : requestLines(file, index))
        all += line + '\n';
    QStringList used;
    const Variables variables = file.variables();
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        if (all.contains("{{" + it.key().toUtf8() + "}}") ||
            all.contains("{{ " + it.key().toUtf8() + " }}"))
            used.append(it.key());
    }
    return used;
}

namespace
{

std::vector<QByteArrayView> splitLines(const QByteArray &octets)
{
    std::vector<QByteArrayView> lines;
    for (qsizetype start = 0; start < octets.size();) {
        const qsizetype feed = octets.indexOf('\n', start);
        const qsizetype end = feed < 0 ? octets.size() : feed + 1;
        lines.push_back(QByteArrayView(octets).sliced(start, end - start));
        start = end;
    }
    return lines;
}

// The one run of lines in which two texts differ.
struct Hunk {
    size_t first = 0;
    size_t baseEnd = 0;
    size_t otherEnd = 0;
};

Hunk hunkBetween(const std::vector<QByteArrayView> &base, const std::vector<QByteArrayView> &other)
{
    const size_t shorter = std::min(base.size(), other.size());
    size_t head = 0;
    while (head < shorter && base[head] == other[head])
        ++head;
    size_t tail = 0;
    while (tail < shorter - head && base[base.size() - 1 - tail] == other[other.size() - 1 - tail])
        ++tail;
    return {.first = head, .baseEnd = base.size() - tail, .otherEnd = other.size() - tail};
}

} // namespace

std::optional<QByteArray> mergedLines(const QByteArray &base, const QByteArray &mine,
                                      const QByteArray &theirs)
{
    if (theirs == base)
        return mine;
    const auto baseLines = splitLines(base);
    const auto mineLines = splitLines(mine);
    const auto theirLines = splitLines(theirs);
    const Hunk a = hunkBetween(baseLines, mineLines);
    const Hunk b = hunkBetween(baseLines, theirLines);
    if (a.first <= b.baseEnd && b.first <= a.baseEnd)
        return std::nullopt;
    QByteArray merged;
    const auto add = [&](const std::vector<QByteArrayView> &lines, size_t from, size_t to) {
        for (size_t line = from; line < to; ++line)
            merged += lines[line];
    };
    const bool mineFirst = a.first < b.first;
    const Hunk &early = mineFirst ? a : b;
    const Hunk &late = mineFirst ? b : a;
    add(baseLines, 0, early.first);
    add(mineFirst ? mineLines : theirLines, early.first, early.otherEnd);
    add(baseLines, early.baseEnd, late.first);
    add(mineFirst ? theirLines : mineLines, late.first, late.otherEnd);
    add(baseLines, late.baseEnd, baseLines.size());
    return merged;
}

} // namespace sonde::collection
