// A shell script, or a manual's page, full of curl commands.
#include "interop/curl_command.h"
#include "interop/importer.h"

#include <QUrl>

namespace sonde::interop
{
namespace
{

bool isScript(const QByteArray &octets)
{
    return octets.contains("curl");
}

http::Result<Imported> readScript(const QByteArray &octets, const QString &sourceName)
{
    auto script = parseCurlScript(QString::fromUtf8(octets));
    if (!script)
        return std::unexpected(script.error());
    Imported imported;
    imported.root.name = sourceName.isEmpty() ? QStringLiteral("curl") : sourceName;
    for (const QString &sentence : script->notes)
        imported.notes.push_back({{}, sentence});
    for (CurlCommand &command : script->commands) {
        const QString name = command.document.method + u' ' + QUrl(command.document.url).path();
        const QString where =
            QStringLiteral("curl command %1").arg(imported.root.requests.size() + 1);
        for (const QString &sentence : command.notes)
            imported.notes.push_back({where, sentence});
        imported.root.requests.push_back({.name = name, .document = std::move(command.document)});
    }
    return imported;
}

} // namespace

constinit const Importer curlImporter{
    .id = "curl", .name = "curl commands", .recognises = isScript, .read = readScript};

} // namespace sonde::interop
