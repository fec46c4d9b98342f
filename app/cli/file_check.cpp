#include "cli/file_check.h"

#include <QFileInfo>

namespace sonde::cli
{

http::Result<void> checkWritable(const QString &file, Folders folders)
{
    const QFileInfo info(file);
    const QFileInfo folder(info.absolutePath());
    QString problem;
    if (info.isDir())
        problem = QStringLiteral("it is a folder");
    else if (info.exists() && !info.isWritable())
        problem = QStringLiteral("its permissions forbid it");
    else if (!folder.exists() && folders == Folders::MustExist)
        problem =
            QStringLiteral("there is no folder %1; --create-dirs makes it").arg(folder.filePath());
    else if (!info.exists() && folder.exists() && !(folder.isDir() && folder.isWritable()))
        problem = QStringLiteral("nothing can be created in %1").arg(folder.filePath());
    if (problem.isEmpty())
        return {};
    return std::unexpected(http::Error{
        .layer = http::Layer::File,
        .code = http::Code::FileUnwritable,
        .sentence =
            QStringLiteral("The file “%1” cannot be written, so nothing was sent.").arg(file),
        .detail = problem,
    });
}

} // namespace sonde::cli
