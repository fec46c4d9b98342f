#include "interop/importer.h"

#include <algorithm>

namespace sonde::interop
{
namespace
{

std::unexpected<http::Error> refuse(http::Code code, const QString &sentence)
{
    return std::unexpected(
        http::Error{.layer = http::Layer::File, .code = code, .sentence = sentence});
}

size_t count(const ImportedFolder &folder)
{
    size_t requests = folder.requests.size();
    for (const ImportedFolder &child : folder.folders)
        requests += count(child);
    return requests;
}

} // namespace

size_t Imported::requestCount() const
{
    return count(root);
}

std::span<const Importer> importers()
{
    static const Importer all[] = {postmanImporter, postmanEnvironmentImporter, harImporter,
                                   curlImporter};
    return all;
}

http::Result<Imported> readForeign(const QByteArray &octets, const QString &sourceName,
                                   QByteArrayView id)
{
    if (octets.size() > Importer::sizeLimit)
        return refuse(http::Code::LimitExceeded,
                      QStringLiteral("The source is larger than 100 MB; split it."));
    const auto all = importers();
    const auto found = std::ranges::find_if(all, [&](const Importer &importer) {
        return id.isEmpty() ? importer.recognises(octets) : importer.id == id;
    });
    if (found == all.end())
        return refuse(
            http::Code::FileUnreadable,
            id.isEmpty()
                ? QStringLiteral("The source is no Postman collection or environment "
                                 "(2.0, 2.1), no HAR and no script of curl commands.")
                : QStringLiteral("There is no importer for “%1”.")
                      .arg(QString::fromUtf8(id.first(std::min<qsizetype>(id.size(), 80)))));
    auto imported = found->read(octets, sourceName);
    if (!imported)
        return imported;
    if (imported->requestCount() > Importer::requestLimit)
        return refuse(http::Code::LimitExceeded,
                      QStringLiteral("The source holds more than 100,000 requests, the most that "
                                     "are imported at once. Split it."));
    if (imported->notes.size() > Importer::noteLimit) {
        const size_t more = imported->notes.size() - Importer::noteLimit;
        imported->notes.resize(Importer::noteLimit);
        imported->notes.push_back(
            {{}, Remark("More notes than these, which are left out: %1.").arg(qsizetype(more))});
    }
    return imported;
}

} // namespace sonde::interop
