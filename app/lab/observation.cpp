#include "lab/observation.h"

#include <QCryptographicHash>

namespace sonde::lab
{
namespace
{

constexpr qint64 pieceSize = 256 * 1024;

QByteArray hashOf(const body::ByteStore &body)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 at = 0; at < body.size();) {
        const auto piece = body.read(at, std::min(pieceSize, body.size() - at));
        if (!piece || piece->isEmpty())
            return {};
        hash.addData(*piece);
        at += piece->size();
    }
    return hash.result();
}

void addConnection(Observation &seen, const trace::ConnectionState &connection)
{
    seen.server = connection.remote;
    if (!connection.tls)
        return;
    const trace::TlsReport &tls = *connection.tls;
    seen.tls = tls.version + ", " + tls.cipher + ", " + tls.group;
    if (!tls.chain.empty())
        seen.certificate =
            QCryptographicHash::hash(tls.chain.front().der, QCryptographicHash::Sha256);
}

} // namespace

std::optional<Observation> observe(const client::Call &call)
{
    const auto hops = call.hops();
    if (hops.empty())
        return std::nullopt;
    const trace::ExchangeState last = hops.back().exchange->state();
    if (!last.response || last.error)
        return std::nullopt;
    Observation seen{.status = last.response->status,
                     .headers = last.response->headers,
                     .trailers = last.trailers,
                     .interim = last.interim,
                     .contentCodings = last.contentCodings,
                     .decodedOctets = last.sizes.responseDecoded,
                     .proven = last.end != trace::End::Close};
    const body::ByteStore &body = *hops.back().body;
    seen.bodyHash = hashOf(body);
    if (body.size() <= Observation::bodyLimit) {
        if (auto octets = body.read(0, body.size()))
            seen.body = *std::move(octets);
    }
    for (size_t i = 0; i + 1 < hops.size(); ++i) {
        const auto hop = hops[i].exchange->state();
        if (hop.response && hop.response->isRedirect())
            seen.redirects.append(hop.request.target.url());
    }
    if (last.connection)
        addConnection(seen, last.connection->state());
    return seen;
}

} // namespace sonde::lab
