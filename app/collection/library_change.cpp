#include "collection/library_change.h"

#include "body/read_at_most.h"
#include "collection/file_exchange.h"
#include "collection/request_blocks.h"
#include "collection/trash.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <ranges>

namespace sonde::collection
{
namespace
{

using http::Code;
using http::Result;
using Kind = LibraryStep::Kind;

constexpr int patience = 8; // times that another program may write while we read

std::unexpected<http::Error> refuse(Code code, const QString &sentence)
{
    return std::unexpected(
        http::Error{.layer = http::Layer::File, .code = code, .sentence = sentence});
}

Result<QByteArray> octetsOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return refuse(Code::FileMissing,
                      QStringLiteral("“%1” is no longer there. Nothing was done.").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return refuse(
            Code::FileUnreadable,
            QStringLiteral("“%1” cannot be read; check its permissions. Nothing was done.")
                .arg(path));
    QByteArray octets = body::readAtMost(file, HttpText::sizeLimit + 1);
    if (octets.size() > HttpText::sizeLimit)
        return refuse(Code::LimitExceeded,
                      QStringLiteral("“%1” is larger than 100 MB; nothing was done.").arg(path));
    return octets;
}

std::unexpected<http::Error> taken(const QString &path)
{
    return refuse(Code::FileChanged, QStringLiteral("There is “%1” in this folder already; choose "
                                                    "another name. Nothing was done.")
                                         .arg(QFileInfo(path).fileName()));
}

} // namespace

size_t LibraryChange::size() const
{
    size_t octets = 0;
    for (const LibraryStep &step : steps)
        octets += size_t(step.before.size() + step.after.size());
    return octets;
}

ChangeMaker::~ChangeMaker()
{
    if (!m_finished && !m_change.steps.empty()) {
        // Of what cannot be taken back nothing is lost: deleting comes last in every change.
        [[maybe_unused]] const auto back = takeBack(m_change);
    }
}

LibraryChange ChangeMaker::finish()
{
    m_finished = true;
    return std::move(m_change);
}

Result<void> ChangeMaker::write(const QString &path, const Edit &edit, Missing missing)
{
    for (int turn = 0; turn < patience; ++turn) {
        const bool isNew = missing == Missing::IsEmpty && !QFileInfo::exists(path);
        const auto before = isNew ? Result<QByteArray>(QByteArray()) : octetsOf(path);
        if (!before)
            return std::unexpected(before.error());
        const auto after = edit(*before);
        if (!after)
            return std::unexpected(after.error());
        if (*after == *before)
            return {};
        const auto done = isNew ? createFile(path, *after) : replaceFile(path, *before, *after);
        if (!done)
            return std::unexpected(done.error());
        if (*done == Exchanged::HasChanged)
            continue;
        if (isNew)
            m_change.steps.push_back({.kind = Kind::Appear, .path = path});
        else
            m_change.steps.push_back(
                {.kind = Kind::Write, .path = path, .before = *before, .after = *after});
        return {};
    }
    return refuse(Code::FileChanged,
                  QStringLiteral("Another program keeps writing “%1”; try again when it has ended. "
                                 "Nothing was done.")
                      .arg(path));
}

Result<void> ChangeMaker::writeRequests(const QString &path, const RequestEdit &edit)
{
    return write(path, [&](const QByteArray &octets) -> Result<QByteArray> {
        const auto file = HttpFile::parse(octets);
        if (!file)
            return std::unexpected(file.error());
        const auto after = edit(*file);
        if (!after)
            return std::unexpected(after.error());
        return after->octets();
    });
}

Result<void> ChangeMaker::exchange(const QString &path, const QByteArray &before,
                                   const QByteArray &after)
{
    return write(path, [&](const QByteArray &octets) -> Result<QByteArray> {
        if (auto merged = mergedLines(before, after, octets))
            return *merged;
        return refuse(Code::FileChanged,
                      QStringLiteral("“%1” was changed at the same place since; nothing was done.")
                          .arg(QFileInfo(path).fileName()));
    });
}

Result<void> ChangeMaker::create(const QString &path, const QByteArray &octets)
{
    const auto done = createFile(path, octets);
    if (!done)
        return std::unexpected(done.error());
    if (*done == Exchanged::HasChanged)
        return taken(path);
    noteAppeared(path);
    return {};
}

Result<void> ChangeMaker::createFolder(const QString &path)
{
    if (QFileInfo::exists(path))
        return taken(path);
    if (!QDir().mkdir(path))
        return refuse(Code::FileUnwritable,
                      QStringLiteral("The folder “%1” could not be made: the folder it belongs in "
                                     "cannot be written to.")
                          .arg(path));
    noteAppeared(path);
    return {};
}

void ChangeMaker::noteAppeared(const QString &path)
{
    m_change.steps.push_back({.kind = Kind::Appear, .path = path});
}

Result<void> ChangeMaker::rename(const QString &from, const QString &to)
{
    if (!QFileInfo::exists(from) && !QFileInfo(from).isSymLink())
        return refuse(Code::FileMissing,
                      QStringLiteral("“%1” is no longer there. Nothing was done.").arg(from));
    const auto done = renameEntry(from, to);
    if (!done)
        return std::unexpected(done.error());
    if (*done == Exchanged::HasChanged)
        return taken(to);
    m_change.steps.push_back({.kind = Kind::Rename, .path = from, .other = to});
    m_change.paths.push_back({from, to});
    return {};
}

Result<void> ChangeMaker::trash(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return refuse(Code::FileMissing,
                      QStringLiteral("“%1” is no longer there. Nothing was done.").arg(path));
    const auto inTrash = moveToTrash(path);
    if (!inTrash)
        return std::unexpected(inTrash.error());
    m_change.steps.push_back({.kind = Kind::Trash, .path = path, .other = *inTrash});
    return {};
}

Result<void> ChangeMaker::bringBack(const QString &fromTrash, const QString &path)
{
    const auto done = renameEntry(fromTrash, path);
    if (!done)
        return std::unexpected(done.error());
    if (*done == Exchanged::HasChanged)
        return QFileInfo::exists(path)
                   ? taken(path)
                   : refuse(Code::FileMissing, QStringLiteral("“%1” is no longer in the trash.")
                                                   .arg(QFileInfo(path).fileName()));
    forgetInTrash(fromTrash);
    noteAppeared(path);
    return {};
}

namespace
{

// Of a change that takes `change` back: where its things are now.
void noteWhatToLookAt(LibraryChange &back, const LibraryChange &change)
{
    const bool appeared =
        change.kind == LibraryChange::Kind::Create || change.kind == LibraryChange::Kind::Duplicate;
    back.path = appeared && change.index < 0 ? QString() : change.path;
    back.index = appeared ? -1 : change.index;
    for (const LibraryStep &step : change.steps) {
        if (step.kind == Kind::Trash)
            back.path = step.path;
    }
    for (const PathMove &move : back.paths) {
        if (move.from == change.path)
            back.path = move.to;
    }
    for (const RequestMove &move : back.requests) {
        if (!appeared && move.fromFile == change.path && move.from == change.index) {
            back.path = move.toFile;
            back.index = move.to;
        }
    }
}

} // namespace

Result<LibraryChange> takeBack(const LibraryChange &change)
{
    ChangeMaker maker(change.kind);
    for (const LibraryStep &step : change.steps | std::views::reverse) {
        Result<void> done;
        switch (step.kind) {
        case Kind::Write:
            done = maker.exchange(step.path, step.after, step.before);
            break;
        case Kind::Appear:
            done = maker.trash(step.path);
            break;
        case Kind::Rename:
            done = maker.rename(step.other, step.path);
            break;
        case Kind::Trash:
            done = maker.bringBack(step.other, step.path);
            break;
        }
        if (!done)
            return std::unexpected(done.error());
    }
    LibraryChange &back = maker.change();
    back.name = change.name;
    back.count = change.count;
    back.paths.clear();
    for (const PathMove &move : change.paths | std::views::reverse)
        back.paths.push_back({move.to, move.from});
    for (const RequestMove &move : change.requests)
        back.requests.push_back({move.toFile, move.to, move.fromFile, move.from});
    back.title = change.oldTitle;
    back.oldTitle = change.title;
    noteWhatToLookAt(back, change);
    return maker.finish();
}

} // namespace sonde::collection
