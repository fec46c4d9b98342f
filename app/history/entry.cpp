#include "history/entry.h"

#include <QStandardPaths>

namespace sonde::history
{

const char *nameOf(Origin origin)
{
    return origin == Origin::Run ? "run" : "send";
}

QString identity(const QString &file, const QString &title, const QString &method,
                 const QString &url)
{
    const QString line = method.trimmed().toUpper() + u' ' + url.trimmed();
    if (file.isEmpty())
        return line;
    return file + u'#' + (title.isEmpty() ? line : title);
}

QString defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/sonde/history");
}

} // namespace sonde::history
