#include "interop/recorded_file.h"

#include "interop/evidence_bundle.h"
#include "interop/importer.h"

#include <QFile>

namespace sonde::interop
{

Recorded recordedOf(Bundle &&bundle)
{
    return {.call = std::move(bundle.call),
            .kind = Recorded::Kind::Bundle,
            .made = std::move(bundle.made),
            .environment = std::move(bundle.environment),
            .redacted = bundle.redacted,
            .masked = std::move(bundle.masked),
            .notes = {}};
}

http::Result<Recorded> openRecorded(const QString &path, const QString &spoolFolder)
{
    QFile file(path);
    const auto failure = [&](http::Code code, const QString &sentence) {
        return std::unexpected(
            http::Error{.layer = http::Layer::File,
                        .code = code,
                        .sentence = sentence.arg(path),
                        .detail = file.error() == QFile::NoError ? QString() : file.errorString()});
    };
    if (!file.exists())
        return failure(http::Code::FileMissing, QStringLiteral("There is no file “%1”."));
    if (!file.open(QIODevice::ReadOnly))
        return failure(http::Code::FileUnreadable, QStringLiteral("The file “%1” cannot be read."));
    if (isBundle(file.peek(8))) {
        auto bundle = readBundle(file, spoolFolder);
        if (!bundle)
            return std::unexpected(std::move(bundle.error()));
        return recordedOf(*std::move(bundle));
    }
    if (file.size() > Importer::sizeLimit)
        return failure(
            http::Code::FileUnreadable,
            QStringLiteral("“%1” is larger than 100 MB, too large for an HTTP archive."));
    const QByteArray octets = file.readAll();
    if (!harImporter.recognises(octets))
        return failure(
            http::Code::FileUnreadable,
            QStringLiteral("“%1” is neither an evidence bundle nor an HTTP archive: sonde "
                           "send --bundle makes the one, browsers make the other."));
    return readArchive(octets, spoolFolder);
}

} // namespace sonde::interop
