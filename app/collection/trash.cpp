#include "collection/trash.h"

#include "collection/file_exchange.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

namespace sonde::collection
{
namespace
{

using http::Result;

constexpr int nameTurns = 10'000;

std::unexpected<http::Error> refuse(const QString &sentence)
{
    return std::unexpected(http::Error{
        .layer = http::Layer::File, .code = http::Code::FileUnwritable, .sentence = sentence});
}

QString infoPath(const QDir &trash, const QString &name)
{
    return trash.filePath(QStringLiteral("info/%1.trashinfo").arg(name));
}

// Nothing if this trash is on another disk, or there is none.
QString intoHomeTrash(const QFileInfo &entry)
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    if (!QDir::isAbsolutePath(data))
        return {};
    const QDir trash(data + QStringLiteral("/Trash"));
    if (!trash.mkpath(QStringLiteral("files")) || !trash.mkpath(QStringLiteral("info")))
        return {};
    const QByteArray info =
        "[Trash Info]\nPath=" + QUrl::toPercentEncoding(entry.absoluteFilePath(), "/") +
        "\nDeletionDate=" + QDateTime::currentDateTime().toString(Qt::ISODate).toLatin1() + '\n';
    for (int number = 1; number < nameTurns; ++number) {
        const QString ending = entry.suffix().isEmpty() ? QString() : u'.' + entry.suffix();
        const QString name =
            number == 1
                ? entry.fileName()
                : QStringLiteral("%1.%2%3").arg(entry.completeBaseName()).arg(number).arg(ending);
        // The note takes the name: whoever makes it first has it.
        const auto noted = createFile(infoPath(trash, name), info);
        if (!noted)
            return {};
        if (*noted == Exchanged::HasChanged)
            continue;
        const QString to = trash.filePath(QStringLiteral("files/") + name);
        const auto moved = renameEntry(entry.absoluteFilePath(), to);
        if (moved && *moved == Exchanged::Yes)
            return to;
        QFile::remove(infoPath(trash, name));
        if (!moved)
            return {};
    }
    return {};
}

Result<QString> beside(const QFileInfo &entry)
{
    const QDir trash(entry.dir().filePath(QStringLiteral(".sonde-trash")));
    if (!trash.mkpath(QStringLiteral(".")))
        return refuse(QStringLiteral("“%1” cannot be deleted: its folder cannot be written to. "
                                     "Check its permissions.")
                          .arg(entry.filePath()));
    for (int number = 1; number < nameTurns; ++number) {
        const QString to = trash.filePath(QString::number(number) + u'-' + entry.fileName());
        const auto moved = renameEntry(entry.absoluteFilePath(), to);
        if (!moved)
            return std::unexpected(moved.error());
        if (*moved == Exchanged::Yes)
            return to;
    }
    return refuse(
        QStringLiteral("“%1” could not be deleted; it is as it was.").arg(entry.filePath()));
}

} // namespace

Result<QString> moveToTrash(const QString &path)
{
    const QFileInfo entry(path);
    const QString home = intoHomeTrash(entry);
    return home.isEmpty() ? beside(entry) : Result<QString>(home);
}

void forgetInTrash(const QString &inTrash)
{
    const QFileInfo was(inTrash);
    QDir folder = was.dir();
    if (folder.dirName() == u".sonde-trash") {
        folder.rmdir(folder.path()); // if it is empty
        return;
    }
    folder.cdUp();
    QFile::remove(infoPath(folder, was.fileName()));
}

} // namespace sonde::collection
