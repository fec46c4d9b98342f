#include "client/file_error.h"

#include <cerrno>
#include <cstring>

namespace sonde::client
{

http::Error fileError(const QString &path, int number, http::Phase phase)
{
    const bool missing = number == ENOENT || number == ENOTDIR;
    QString sentence;
    if (path.isEmpty())
        sentence = QStringLiteral("Standard input cannot be read.");
    else if (missing)
        sentence = QStringLiteral("There is no file “%1” to send.").arg(path);
    else if (number == EISDIR)
        sentence = QStringLiteral("“%1” is a folder: choose a file to send.").arg(path);
    else if (number == EACCES)
        sentence =
            QStringLiteral("The file “%1” may not be read: check its permissions.").arg(path);
    else
        sentence = QStringLiteral("The file “%1” cannot be read.").arg(path);
    return {.layer = http::Layer::File,
            .code = missing ? http::Code::FileMissing : http::Code::FileUnreadable,
            .phase = phase,
            .sentence = sentence,
            .detail = QString::fromLocal8Bit(std::strerror(number)),
            .number = number};
}

} // namespace sonde::client
