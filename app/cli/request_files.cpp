#include "cli/request_files.h"

#include "collection/library.h"

#include <QFileInfo>

namespace sonde::cli
{
namespace
{

void gather(const collection::Entry &entry, QStringList &files)
{
    if (entry.kind == collection::Entry::Kind::File)
        files.append(entry.path);
    for (const collection::Entry &child : entry.children) {
        if (child.kind != collection::Entry::Kind::Request)
            gather(child, files);
    }
}

} // namespace

http::Result<QStringList> requestFiles(const QString &path)
{
    const auto fail = [](http::Code code, const QString &sentence) {
        return std::unexpected(
            http::Error{.layer = http::Layer::File, .code = code, .sentence = sentence});
    };
    const QFileInfo info(path);
    if (!info.exists())
        return fail(http::Code::FileMissing,
                    QStringLiteral("“%1” does not exist; name a .http file or a folder of them.")
                        .arg(path));
    if (!info.isDir())
        return QStringList{path};
    const auto library = collection::scan(path);
    if (!library)
        return std::unexpected(library.error());
    if (!library->isComplete)
        return fail(http::Code::LimitExceeded,
                    QStringLiteral("“%1” holds more than 100,000 requests or files; name a folder "
                                   "inside it.")
                        .arg(path));
    QStringList files;
    gather(library->root, files);
    if (files.isEmpty())
        return fail(http::Code::FileMissing,
                    QStringLiteral("There is no .http or .rest file in “%1”.").arg(path));
    return files;
}

} // namespace sonde::cli
