// Evidence bundles, read; see evidence_bundle.h. All of it is hostile: lengths, counts and ranges
// are checked before anything is made of them.
#include "interop/bundle_fields.h"
#include "interop/bundle_items.h"
#include "interop/bundle_records.h"
#include "interop/evidence_bundle.h"
#include "interop/exchange_content.h"

#include <QCborStreamReader>

#include <map>

namespace sonde::interop
{
namespace
{

using http::Result;

constexpr qint64 requestInMemory = 1 << 20; // octets

class Reader
{
public:
    Reader(QIODevice &from, QString spoolFolder)
        : m_reader(&from)
        , m_spoolFolder(std::move(spoolFolder))
    {
    }

    Result<Bundle> read()
    {
        if (!m_reader.isTag() || m_reader.toTag() != QCborTag(selfDescribed) || !m_reader.next() ||
            !m_reader.isArray() || !m_reader.enterContainer())
            return wrong(QStringLiteral("it does not begin like one"));
        while (m_reader.lastError() == QCborError::NoError && m_reader.hasNext()) {
            auto item = next();
            if (!item)
                return std::unexpected(item.error());
            ++m_items;
            if (const auto taken = take(BundleItem(item->front()), item->sliced(1)); !taken)
                return std::unexpected(taken.error());
        }
        if (m_reader.lastError() != QCborError::NoError)
            return wrong(m_reader.lastError().toString());
        if (!m_reader.leaveContainer())
            return wrong(QStringLiteral("its end is missing"));
        if (!m_hasHeader || m_hops.empty())
            return wrong(QStringLiteral("it holds no exchange"));
        if (const auto finished = finishHop(); !finished)
            return std::unexpected(finished.error());
        settleIds();
        m_bundle.call = client::Call::recorded(std::move(m_hops));
        return std::move(m_bundle);
    }

private:
    std::unexpected<http::Error> wrong(const QString &what) const
    {
        return std::unexpected(http::Error{
            .layer = http::Layer::File,
            .code = http::Code::MalformedResponse,
            .sentence = QStringLiteral("This is not a whole evidence bundle of Sonde: %1 (item "
                                       "%2). Ask for it to be sent again.")
                            .arg(what)
                            .arg(m_items),
        });
    }

    Result<QByteArray> next();
    Result<void> take(BundleItem kind, const QByteArray &octets);
    Result<void> header(const QCborMap &map);
    Result<void> connection(const QCborMap &map);
    Result<void> log(const QCborValue &value);
    Result<void> records(const QCborValue &value);
    Result<void> exchange(const QCborMap &map);
    Result<void> chunks(const QCborValue &value);
    Result<void> finishHop();
    void settleIds();

    QCborStreamReader m_reader;
    const QString m_spoolFolder;
    Bundle m_bundle;
    bool m_hasHeader = false;
    int m_items = 0;
    std::vector<std::shared_ptr<trace::Connection>> m_connections;
    std::vector<std::optional<trace::ByteLog::Truncation>> m_truncations;
    std::vector<client::Hop> m_hops;
    bool m_decoded = false; // the content of the last hop comes without a coding
    std::map<trace::ExchangeId, trace::ExchangeId> m_exchangeIds; // there and here
    std::map<trace::ConnectionId, trace::ConnectionId> m_connectionIds;
};

Result<QByteArray> Reader::next()
{
    if (!m_reader.isByteArray() || !m_reader.isLengthKnown())
        return wrong(QStringLiteral("there is something else than items in it"));
    const qint64 size = m_reader.currentStringChunkSize();
    const qint64 there = m_reader.device()->size() - m_reader.currentOffset();
    if (size < 1 || size > maxStateItem || size > there)
        return wrong(QStringLiteral("an item is too long or cut short"));
    QByteArray octets(size, Qt::Uninitialized);
    const auto chunk = m_reader.readStringChunk(octets.data(), octets.size());
    if (chunk.status != QCborStreamReader::Ok || chunk.data != size)
        return wrong(QStringLiteral("an item is cut short"));
    const auto end = m_reader.readStringChunk(octets.data(), 0);
    if (end.status != QCborStreamReader::EndOfString)
        return wrong(QStringLiteral("an item does not end"));
    return octets;
}

Result<void> Reader::take(BundleItem kind, const QByteArray &octets)
{
    const bool isPiece = kind == BundleItem::Sent || kind == BundleItem::Received;
    if (!m_hasHeader && kind != BundleItem::Header)
        return wrong(QStringLiteral("its header is missing"));
    if (isPiece && (m_hops.empty() || octets.size() > maxPieceItem))
        return wrong(QStringLiteral("content is out of place"));
    if (kind == BundleItem::Sent)
        return m_hops.back().kept->sent.append(octets);
    if (kind == BundleItem::Received)
        return m_decoded ? m_hops.back().body->append(octets)
                         : m_hops.back().kept->received.append(octets);
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(octets, &error);
    if (error.error != QCborError::NoError)
        return wrong(error.errorString());
    switch (kind) {
    case BundleItem::Header:
        return header(value.toMap());
    case BundleItem::Connection:
        return connection(value.toMap());
    case BundleItem::Log:
        return log(value);
    case BundleItem::Records:
        return records(value);
    case BundleItem::Exchange:
        return exchange(value.toMap());
    case BundleItem::Chunks:
        return chunks(value);
    default: // of a later version
        return {};
    }
}

Result<void> Reader::header(const QCborMap &map)
{
    const qint64 version = integerOf(map.value(QStringLiteral("sonde")));
    if (m_hasHeader || version < 1)
        return wrong(QStringLiteral("its header is not one"));
    if (version > bundleVersion)
        return std::unexpected(http::Error{
            .layer = http::Layer::File,
            .code = http::Code::UnsupportedVersion,
            .sentence = QStringLiteral("This evidence bundle was made by a later version of Sonde: "
                                       "open it with that one.")});
    m_hasHeader = true;
    m_bundle.made = map.value(QStringLiteral("made")).toString();
    m_bundle.redacted = map.value(QStringLiteral("redacted")).toBool();
    for (const auto &entry : map.value(QStringLiteral("environment")).toMap())
        m_bundle.environment.append({entry.first.toString(), entry.second.toString()});
    for (const QCborValue &name : map.value(QStringLiteral("masked")).toArray())
        m_bundle.masked.append(name.toString());
    return {};
}

Result<void> Reader::connection(const QCborMap &map)
{
    trace::ConnectionState state;
    std::optional<trace::ByteLog::Truncation> truncation;
    BundleIn in(map);
    in("state", state);
    in("truncation", truncation);
    QByteArray keyLog;
    in("keyLog", keyLog);
    if (!in.isGood() || m_connections.size() >= maxBundleConnections || !m_hops.empty())
        return wrong(QStringLiteral("a connection is not one"));
    auto connection = std::make_shared<trace::Connection>(state.openedBy, state.origin);
    m_connectionIds[state.id] = connection->id();
    state.id = connection->id();
    std::array<quint64, 2> offsets{};
    for (trace::ByteLog::Piece &piece : state.tunnel) {
        quint64 &at = offsets[size_t(piece.direction)];
        piece.offset = at;
        at += quint64(piece.octets.size());
    }
    connection->update([&](trace::ConnectionState &is) { is = std::move(state); });
    connection->setKeyLog(keyLog);
    m_connections.push_back(std::move(connection));
    if (truncation)
        m_connections.back()->log().truncate(*truncation);
    return {};
}

Result<void> Reader::log(const QCborValue &value)
{
    std::vector<trace::ByteLog::Piece> pieces;
    if (m_connections.empty() || !m_hops.empty() || !BundleIn::decode(value, pieces))
        return wrong(QStringLiteral("the log of a connection is not one"));
    for (const trace::ByteLog::Piece &piece : pieces) {
        if (piece.elided > std::numeric_limits<quint32>::max())
            return wrong(QStringLiteral("the log of a connection leaves out too much"));
        m_connections.back()->log().append(piece);
    }
    return {};
}

Result<void> Reader::records(const QCborValue &value)
{
    if (m_connections.empty() || !m_hops.empty() ||
        !recordsIn(value.toMap(), m_connections.back()->records()))
        return wrong(QStringLiteral("the TLS records of a connection are not"));
    return {};
}

Result<void> Reader::exchange(const QCborMap &map)
{
    if (const auto finished = finishHop(); !finished)
        return finished;
    trace::ExchangeState is;
    qint64 connection = -1;
    BundleIn in(map);
    in("method", is.request.method);
    in("target", is.request.target);
    in("headers", is.request.headers);
    in("policy", is.request.version);
    in("contentPresent", is.request.content.present);
    in("mediaType", is.request.content.mediaType);
    in("id", is.id);
    in("parent", is.parent);
    in("origin", is.origin);
    in("sentHeaders", is.sentHeaders);
    in("events", is.events);
    in("interim", is.interim);
    in("response", is.response);
    in("trailers", is.trailers);
    in("findings", is.findings);
    in("sizes", is.sizes);
    in("contentCodings", is.contentCodings);
    in("connection", connection);
    in("connectionReused", is.connectionReused);
    in("ownConnection", is.ownConnection);
    in("streamId", is.streamId);
    in("end", is.end);
    in("error", is.error);
    m_decoded = false;
    in("decoded", m_decoded);
    m_decoded = m_decoded || is.contentCodings.isEmpty();
    // Views begin at the first event and end when it is over.
    if (!in.isGood() || is.events.empty() || m_hops.size() >= maxBundleHops ||
        connection >= qint64(m_connections.size()))
        return wrong(QStringLiteral("an exchange is not one"));
    if (!is.isOver())
        is.end = trace::End::Cancelled;
    if (connection >= 0)
        is.connection = m_connections[size_t(connection)];
    auto exchange = std::make_shared<trace::Exchange>(is.request, is.origin, is.parent);
    m_exchangeIds[is.id] = exchange->id();
    is.id = exchange->id();
    exchange->update([&](trace::ExchangeState &state) { state = std::move(is); });
    m_hops.push_back({.exchange = std::move(exchange),
                      .body = std::make_shared<body::ByteStore>(m_spoolFolder),
                      .kept = std::make_shared<client::KeptContent>(m_spoolFolder)});
    return {};
}

Result<void> Reader::chunks(const QCborValue &value)
{
    std::vector<trace::Chunk> chunks;
    if (m_hops.empty() || !BundleIn::decode(value, chunks))
        return wrong(QStringLiteral("the arrivals of content are not"));
    trace::Exchange &exchange = *m_hops.back().exchange;
    const quint64 encoded = exchange.state().sizes.responseEncoded;
    const auto before = exchange.chunks();
    const quint64 from = before.empty() ? 0 : before.back().offset + before.back().length;
    exchange.update([&](trace::ExchangeState &state) { state.sizes.responseEncoded = from; });
    for (const trace::Chunk &chunk : chunks) {
        exchange.recordChunk(chunk.at, chunk.length);
        exchange.noteDecoded(chunk.decodedTo);
    }
    exchange.update([&](trace::ExchangeState &state) { state.sizes.responseEncoded = encoded; });
    return {};
}

// The content of the last hop is whole: it is decoded, and what is small goes into the request.
Result<void> Reader::finishHop()
{
    if (m_hops.empty())
        return {};
    client::Hop &hop = m_hops.back();
    body::ByteStore &received = hop.kept->received;
    body::ByteStore &sent = hop.kept->sent;
    received.finish();
    sent.finish();
    const auto state = hop.exchange->state();
    if (!m_decoded) {
        std::optional<http::Error> full;
        // What of it can be decoded is shown; why the rest cannot is in the exchange's error.
        (void)decodeContent(received, state, [&](QByteArrayView piece) {
            const auto stored = hop.body->append(piece);
            if (!stored)
                full = stored.error();
            return stored.has_value();
        });
        if (full)
            return std::unexpected(*full);
    }
    hop.body->finish();
    http::Content content = state.request.content;
    if (sent.size() > 0 && sent.size() <= requestInMemory) {
        const auto octets = sent.read(0, sent.size());
        if (!octets)
            return std::unexpected(octets.error());
        content.segments = {http::OctetsSegment{*octets}};
    } else if (sent.size() > 0) {
        content.segments = {http::StdinSegment{}}; // it cannot be sent again from here
    }
    hop.exchange->update([&](trace::ExchangeState &is) { is.request.content = content; });
    return {};
}

// Ids are of this process, so that they are unique in it.
void Reader::settleIds()
{
    const auto exchangeHere = [this](trace::ExchangeId there) {
        const auto known = m_exchangeIds.find(there);
        return known == m_exchangeIds.end() ? trace::ExchangeId{} : known->second;
    };
    for (const auto &connection : m_connections)
        connection->update(
            [&](trace::ConnectionState &state) { state.openedBy = exchangeHere(state.openedBy); });
    for (const client::Hop &hop : m_hops)
        hop.exchange->update([&](trace::ExchangeState &state) {
            if (state.parent)
                state.parent = exchangeHere(*state.parent);
            for (trace::Event &event : state.events) {
                const auto known = m_connectionIds.find(trace::ConnectionId(event.value));
                if (event.what == trace::What::ConnectionAssigned && known != m_connectionIds.end())
                    event.value = quint64(known->second);
            }
        });
}

} // namespace

Result<Bundle> readBundle(QIODevice &from, const QString &spoolFolder)
{
    return Reader(from, spoolFolder).read();
}

bool isBundle(QByteArrayView beginning)
{
    return beginning.startsWith("\xd9\xd9\xf7");
}

} // namespace sonde::interop
