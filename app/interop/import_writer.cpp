// Everything is written beside the target first and takes its place by one renaming.
#include "interop/import_plan.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace sonde::interop
{
namespace
{

using http::Result;

std::unexpected<http::Error> refuse(const QString &sentence, const QString &detail = {})
{
    return std::unexpected(http::Error{.layer = http::Layer::File,
                                       .code = http::Code::FileUnwritable,
                                       .sentence = sentence,
                                       .detail = detail});
}

Result<void> writeOne(const PlannedFile &planned, const QDir &root)
{
    const QString path = QDir::cleanPath(root.filePath(planned.path));
    // The planner's names are safe; that none leads out is checked where it matters all the same.
    if (!path.startsWith(QDir::cleanPath(root.absolutePath()) + u'/'))
        return refuse(QStringLiteral("The name “%1” leads out of the folder; nothing was written.")
                          .arg(planned.path));
    if (!QDir().mkpath(QFileInfo(path).path()))
        return refuse(QStringLiteral("A folder for “%1” could not be made; nothing was written.")
                          .arg(planned.path));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        file.write(planned.octets) != planned.octets.size() || !file.flush())
        return refuse(QStringLiteral("“%1” could not be written, so nothing was imported; check "
                                     "the room on the disk.")
                          .arg(planned.path),
                      file.errorString());
    if (planned.isSecret)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

} // namespace

Result<QString> writeImport(const ImportPlan &plan, const QString &folder)
{
    QDir target(QDir::cleanPath(QDir(folder).absolutePath()));
    const QFileInfo info(target.path());
    if (info.exists() && !info.isDir())
        return refuse(QStringLiteral("“%1” is a file; name a folder.").arg(folder));
    QString place = target.path();
    if (info.exists() && !target.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        place = target.filePath(plan.name);
        for (int number = 2; QFileInfo::exists(place); ++number)
            place = target.filePath(QStringLiteral("%1 %2").arg(plan.name).arg(number));
    }
    const QString parent = QFileInfo(place).path();
    if (!QFileInfo(parent).isDir())
        return refuse(QStringLiteral("The folder “%1” does not exist; make it first.").arg(parent));
    QTemporaryDir draft(parent + QStringLiteral("/.sonde-import-XXXXXX"));
    if (!draft.isValid())
        return refuse(
            QStringLiteral("Nothing can be written to “%1”; check its permissions.").arg(parent),
            draft.errorString());
    for (const PlannedFile &file : plan.files) {
        if (const auto written = writeOne(file, QDir(draft.path())); !written)
            return std::unexpected(written.error());
    }
    QFile::setPermissions(draft.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                            QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther |
                                            QFile::ExeOther);
    // rename() takes the place of an empty folder at once, which QDir would not.
    if (std::rename(QFile::encodeName(draft.path()).constData(),
                    QFile::encodeName(place).constData()) != 0)
        return refuse(QStringLiteral("The imported files could not be put in place at “%1”; "
                                     "nothing was imported.")
                          .arg(place),
                      QString::fromLocal8Bit(std::strerror(errno)));
    draft.setAutoRemove(false);
    return place;
}

} // namespace sonde::interop
