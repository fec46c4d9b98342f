#include "interop/call_file.h"

#include "interop/evidence_bundle.h"
#include "interop/exchange_archive.h"
#include "interop/packet_capture.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <set>

namespace sonde::interop
{
namespace
{

http::Error unwritable(const QString &name, const QString &reason)
{
    return {.layer = http::Layer::File,
            .code = http::Code::FileUnwritable,
            .phase = http::Phase::Store,
            .sentence = QStringLiteral("The file “%1” cannot be written.").arg(name),
            .detail = reason};
}

http::Result<void> write(QIODevice &file, CallForm form, const std::vector<client::Hop> &hops,
                         ExportSecrets secrets)
{
    switch (form) {
    case CallForm::Bundle:
        return writeBundle(file, hops, secrets);
    case CallForm::Archive:
        file.write(QJsonDocument(archiveOf(hops, secrets)).toJson());
        return {};
    case CallForm::Capture:
        return writeCapture(file, hops, secrets);
    case CallForm::Keys:
        break;
    }
    const QByteArray lines = keyLogOf(hops);
    if (lines.isEmpty())
        return std::unexpected(http::Error{
            .layer = http::Layer::File,
            .code = http::Code::ConflictingOptions,
            .phase = http::Phase::Store,
            .sentence = QStringLiteral("There are no session keys to export: no TLS was spoken, or "
                                       "it was recorded without them.")});
    file.write(lines);
    return {};
}

} // namespace

QByteArray keyLogOf(const std::vector<client::Hop> &hops)
{
    QByteArray lines;
    std::set<trace::ConnectionId> taken;
    for (const client::Hop &hop : hops) {
        const auto connection = hop.exchange->state().connection;
        if (connection && taken.insert(connection->id()).second)
            lines += connection->keyLog();
    }
    return lines;
}

http::Result<void> writeCall(const QString &path, CallForm form,
                             const std::vector<client::Hop> &hops, ExportSecrets secrets)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(unwritable(path, file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (auto written = write(file, form, hops, secrets); !written)
        return written;
    if (!file.commit())
        return std::unexpected(unwritable(path, file.errorString()));
    return {};
}

} // namespace sonde::interop
