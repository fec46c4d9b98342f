// A shell script, or a manual's page, full of curl commands.
#include "interop/curl_command.h"
#include "interop/importer.h"

#include <QRegularExpression>
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
    imported.variables = std::move(script->variables);
    for (Remark &what : script->notes)
        imported.notes.push_back({{}, std::move(what)});
    for (CurlCommand &command : script->commands) {
        QString url = command.document.url;
        static const QRegularExpression base(QStringLiteral("^(\\w+://)?\\{\\{\\w+\\}\\}"));
        const QString path = QUrl(url.remove(base)).path();
        const QString name =
            command.document.method + u' ' + (path.isEmpty() ? QStringLiteral("/") : path);
        const Remark where =
            Remark("curl command %1").arg(qsizetype(imported.root.requests.size()) + 1);
        for (Remark &what : command.notes)
            imported.notes.push_back({where, std::move(what)});
        imported.root.requests.push_back({.name = name, .document = std::move(command.document)});
    }
    return imported;
}

} // namespace

constinit const Importer curlImporter{
    .id = "curl", .name = "curl commands", .recognises = isScript, .read = readScript};

} // namespace sonde::interop
