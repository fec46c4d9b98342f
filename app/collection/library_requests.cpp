// Operations on requests in their files; those on files and folders stand in library_edit.cpp.
#include "collection/entry_name.h"
#include "collection/library_edit.h"

#include <QDir>
#include <QFileInfo>

namespace sonde::collection
{
namespace
{

using http::Result;
using Kind = LibraryChange::Kind;

// Requests of a file that stand elsewhere after one was taken out (`gone`) or put in (`come`).
void noteShift(LibraryChange &change, const QString &file, size_t count, size_t gone, size_t come)
{
    for (size_t i = 0; i < count; ++i) {
        if (i == gone)
            continue;
        size_t to = i > gone ? i - 1 : i;
        to = to >= come ? to + 1 : to;
        if (to != i)
            change.requests.push_back(
                {.fromFile = file, .from = int(i), .toFile = file, .to = int(to)});
    }
}

constexpr size_t none = size_t(-1);

QString freeTitle(const HttpFile &file, const QString &title)
{
    return freeEntryName(title.simplified(), {}, [&](const QString &one) {
        return std::ranges::any_of(file.requests(), [&](const HttpRequest &request) {
            return request.document.title == one;
        });
    });
}

// Where the request stood in a file of that many when it was changed.
struct Found {
    size_t index = 0;
    size_t count = 0;
};
using EditAt = std::function<Result<HttpFile>(const HttpFile &, size_t index)>;

Result<Found> editRequest(ChangeMaker &maker, const QString &file, const RequestKey &key,
                          const EditAt &edit)
{
    Found place;
    const auto done = maker.writeRequests(file, [&](const HttpFile &there) -> Result<HttpFile> {
        const auto found = findRequest(there, key);
        if (!found)
            return std::unexpected(found.error());
        place = {*found, there.requests().size()};
        return edit(there, *found);
    });
    if (!done)
        return std::unexpected(done.error());
    maker.change().name = key.label;
    maker.change().path = file;
    return place;
}

} // namespace

Result<LibraryChange> newRequest(const QString &file, const std::optional<RequestKey> &behind,
                                 const RequestDocument &document)
{
    HttpFile alone;
    if (const auto added = alone.appendRequest(withWritten(document, readInheritance(file)));
        !added)
        return std::unexpected(added.error());
    auto lines = requestLines(alone, 0);
    ChangeMaker maker(Kind::Create);
    size_t at = 0;
    size_t count = 0;
    const auto done = maker.writeRequests(file, [&](const HttpFile &there) -> Result<HttpFile> {
        count = at = there.requests().size();
        lines.front() = "### " + freeTitle(there, document.title).toUtf8();
        if (behind) {
            const auto found = findRequest(there, *behind);
            at = found ? *found + 1 : at; // what it was to stand behind may be gone
        }
        return withRequestLines(there, at, lines);
    });
    if (!done)
        return std::unexpected(done.error());
    LibraryChange &change = maker.change();
    noteShift(change, file, count, none, at);
    change.name = alone.requests()[0].label();
    change.path = file;
    change.index = int(at);
    return maker.finish();
}

Result<LibraryChange> renameRequest(const QString &file, const RequestKey &key,
                                    const QString &title)
{
    ChangeMaker maker(Kind::Rename);
    QString before;
    const auto done = editRequest(maker, file, key, [&](const HttpFile &there, size_t index) {
        before = there.requests()[index].document.title;
        return withTitle(there, index, title);
    });
    if (!done)
        return std::unexpected(done.error());
    LibraryChange &change = maker.change();
    change.index = int(done->index);
    change.title = title.simplified();
    change.oldTitle = before;
    return maker.finish();
}

Result<LibraryChange> duplicateRequest(const QString &file, const RequestKey &key,
                                       const CopyName &copyOf)
{
    ChangeMaker maker(Kind::Duplicate);
    const auto done = editRequest(maker, file, key, [&](const HttpFile &there, size_t index) {
        return withCopiedRequest(there, index, copyOf(there.requests()[index].label()));
    });
    if (!done)
        return std::unexpected(done.error());
    noteShift(maker.change(), file, done->count, none, done->index + 1);
    maker.change().index = int(done->index) + 1;
    return maker.finish();
}

namespace
{

Result<LibraryChange> moveInFile(const QString &file, const RequestKey &key,
                                 const std::optional<RequestKey> &before)
{
    ChangeMaker maker(Kind::Move);
    size_t to = 0;
    const auto done =
        editRequest(maker, file, key, [&](const HttpFile &there, size_t from) -> Result<HttpFile> {
            const auto place =
                before ? findRequest(there, *before) : Result<size_t>(there.requests().size());
            if (!place)
                return std::unexpected(place.error());
            to = *place > from ? *place - 1 : *place;
            return withMovedRequest(there, from, *place);
        });
    if (!done)
        return std::unexpected(done.error());
    const auto [from, count] = *done;
    LibraryChange &change = maker.change();
    noteShift(change, file, count, from, to);
    if (from != to)
        change.requests.push_back(
            {.fromFile = file, .from = int(from), .toFile = file, .to = int(to)});
    change.index = int(to);
    return maker.finish();
}

} // namespace

Result<LibraryChange> moveRequest(const QString &file, const RequestKey &key, const QString &toFile,
                                  const std::optional<RequestKey> &before)
{
    if (QFileInfo(file).canonicalFilePath() == QFileInfo(toFile).canonicalFilePath())
        return moveInFile(file, key, before);
    ChangeMaker maker(Kind::Move);
    const auto source = HttpFile::load(file);
    if (!source)
        return std::unexpected(source.error());
    const auto found = findRequest(*source, key);
    if (!found)
        return std::unexpected(found.error());
    const auto lines = requestLines(*source, *found);
    size_t to = 0;
    size_t there = 0;
    QStringList known;
    // First where it goes: whatever happens between the two, it is in one file at least.
    const auto put = maker.writeRequests(toFile, [&](const HttpFile &target) -> Result<HttpFile> {
        const auto place =
            before ? findRequest(target, *before) : Result<size_t>(target.requests().size());
        if (!place)
            return std::unexpected(place.error());
        to = *place;
        there = target.requests().size();
        known = target.variables().keys();
        return withRequestLines(target, to, lines);
    });
    if (!put)
        return std::unexpected(put.error());
    const auto cut =
        editRequest(maker, file, key, [&](const HttpFile &now, size_t index) -> Result<HttpFile> {
            if (requestLines(now, index) != lines) // changed since it was copied
                return std::unexpected(http::Error{
                    .layer = http::Layer::File,
                    .code = http::Code::FileChanged,
                    .sentence =
                        QStringLiteral("Another program has changed “%1” meanwhile; it was not "
                                       "moved.")
                            .arg(key.label.left(200))});
            return withoutRequest(now, index);
        });
    if (!cut)
        return std::unexpected(cut.error());
    LibraryChange &change = maker.change();
    noteShift(change, file, cut->count, cut->index, none);
    noteShift(change, toFile, there, none, to);
    change.requests.push_back(
        {.fromFile = file, .from = int(cut->index), .toFile = toFile, .to = int(to)});
    change.path = toFile;
    change.index = int(to);
    QStringList missing;
    for (const QString &name : fileVariablesUsed(*source, *found)) {
        if (!known.contains(name))
            missing.append(QStringLiteral("{{%1}}").arg(name));
    }
    if (!missing.isEmpty())
        change.notes.append(
            QStringLiteral("It uses %1, which %2 says and %3 does not.")
                .arg(missing.join(QStringLiteral(", ")), shownName(file), shownName(toFile)));
    const Body &body = source->requests()[*found].document.body;
    const bool needsFile = body.mode == BodyMode::File ||
                           std::ranges::any_of(body.parts, [](const Part &p) { return p.isFile; });
    if (needsFile && QFileInfo(file).path() != QFileInfo(toFile).path())
        change.notes.append(
            QStringLiteral("It sends a file whose path is taken from the folder it was in."));
    return maker.finish();
}

Result<LibraryChange> deleteRequest(const QString &file, const RequestKey &key)
{
    ChangeMaker maker(Kind::Delete);
    const auto done = editRequest(maker, file, key, withoutRequest);
    if (!done)
        return std::unexpected(done.error());
    const auto [index, count] = *done;
    noteShift(maker.change(), file, count, index, none);
    maker.change().requests.push_back(
        {.fromFile = file, .from = int(index), .toFile = file, .to = -1});
    return maker.finish();
}

} // namespace sonde::collection
