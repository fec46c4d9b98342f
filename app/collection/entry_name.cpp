#include "collection/entry_name.h"

#include "collection/folder_file.h"

#include <QFileInfo>

#include <algorithm>

namespace sonde::collection
{
namespace
{

constexpr qsizetype nameLimit = 255; // octets, of the usual file systems

std::unexpected<http::Error> refuse(const QString &sentence)
{
    return std::unexpected(http::Error{
        .layer = http::Layer::File, .code = http::Code::FileUnwritable, .sentence = sentence});
}

bool isRequestEnding(const QString &name)
{
    return name.endsWith(u".http", Qt::CaseInsensitive) ||
           name.endsWith(u".rest", Qt::CaseInsensitive);
}

} // namespace

http::Result<QString> entryName(const QString &typed, NameFor what)
{
    QString name = typed.trimmed();
    if (name.isEmpty())
        return refuse(QStringLiteral("Give a name."));
    if (name.contains(u'/') || name.contains(u'\\'))
        return refuse(
            QStringLiteral("A name cannot contain / or \\; move the entry into a folder instead."));
    if (name.startsWith(u'.'))
        return refuse(QStringLiteral("A name that begins with a dot is hidden; begin with another "
                                     "character."));
    const auto isControl = [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    };
    if (std::ranges::any_of(name, isControl))
        return refuse(QStringLiteral("A name cannot contain characters that are not seen."));
    if (what == NameFor::File && !isRequestEnding(name))
        name += QStringLiteral(".http");
    if (name == folderFileName || (what == NameFor::File && name.size() == 5))
        return refuse(QStringLiteral("This name is needed for something else; choose another."));
    if (name.toUtf8().size() > nameLimit)
        return refuse(QStringLiteral("A name can have at most 255 octets; this one has %1.")
                          .arg(name.toUtf8().size()));
    return name;
}

QString shownName(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() ? info.fileName() : info.completeBaseName();
}

} // namespace sonde::collection
