// Evidence bundles, written; see evidence_bundle.h.
#include "interop/bundle_fields.h"
#include "interop/bundle_items.h"
#include "interop/bundle_records.h"
#include "interop/evidence_bundle.h"
#include "interop/exchange_content.h"
#include "interop/octet_mask.h"
#include "interop/redaction.h"
#include "trace/head_check.h"

#include <QCborStreamWriter>
#include <QDateTime>
#include <QSysInfo>

#include <algorithm>
#include <limits>

namespace sonde::interop
{
namespace
{

using http::Result;
using trace::Direction;

constexpr qint64 pieceOctets = 64 * 1024;
// Octets of an HTTP/2 connection that went before a call and are kept with it. A run of thousands
// over one connection would keep the whole of it thousands of times.
constexpr quint64 keptBefore = 64 * 1024;
constexpr qsizetype keptAfter = 256;
constexpr qint64 maskedContentLimit = 16LL << 20;

// What of it stands before `end` in its direction.
void leaveOut(quint64 end, trace::ByteLog::Piece &piece)
{
    if (piece.offset >= end)
        return;
    const quint64 before = end - piece.offset;
    const quint64 kept = std::min(before, quint64(piece.octets.size()));
    piece.octets.remove(0, qsizetype(kept));
    piece.elided -= std::min(before - kept, piece.elided);
    piece.offset = end;
}

class Writer
{
public:
    Writer(QIODevice &to, const std::vector<client::Hop> &hops, ExportSecrets secrets,
           const SecretValues &values, BundleScope scope)
        : m_writer(&to)
        , m_hops(hops)
        , m_masked(secrets == ExportSecrets::Masked)
        , m_scope(scope)
        , m_redaction(values)
    {
    }

    Result<void> write()
    {
        if (const auto collected = collect(); !collected)
            return collected;
        header();
        for (size_t i = 0; i < m_connections.size(); ++i)
            connection(i);
        for (size_t i = 0; i < m_hops.size(); ++i) {
            if (const auto written = exchange(m_hops[i], m_contents[i]); !written)
                return written;
        }
        m_writer.endArray();
        return {};
    }

private:
    // What goes into the bundle of the content of one hop.
    struct Contents {
        std::shared_ptr<const body::ByteSource> sent; // null: not kept
        std::shared_ptr<const body::ByteSource> received;
        bool decoded = false; // `received` has lost its content coding
        Secrets inSent;
        Secrets inReceived;
    };

    Result<void> collect();
    void collectConnection(const std::shared_ptr<const trace::Connection> &connection);
    Result<Contents> contentsOf(const client::Hop &hop);
    void header();
    void connection(size_t place);
    // What was over before the hops, by direction; where nothing is left out, zero.
    struct Earlier {
        trace::Stamp at{}; // of its last octet
        quint64 octets = 0;
    };
    using BothEarlier = std::array<Earlier, 2>;
    BothEarlier earlierThanHops(const std::shared_ptr<const trace::Connection> &connection) const;
    static void gap(const Earlier &earlier, Direction direction,
                    const std::function<void(const trace::ByteLog::Piece &)> &take);
    // When the last of the hops was over; nothing: all that came later is kept, too.
    std::optional<trace::Stamp>
    endOfHops(const std::shared_ptr<const trace::Connection> &connection) const;
    // What goes out after that belongs to others.
    static bool isLater(const trace::ByteLog::Piece &piece, const std::optional<trace::Stamp> &end)
    {
        return end && piece.direction == Direction::Sent && piece.at > *end;
    }
    static std::shared_ptr<const trace::Connection> ownOf(const trace::Connection &connection,
                                                          const BothEarlier &earlier,
                                                          const std::optional<trace::Stamp> &end);
    Result<void> exchange(const client::Hop &hop, const Contents &contents);
    void state(const client::Hop &hop, const Contents &contents);
    void redact(trace::ExchangeState &state);
    Result<void> content(const body::ByteSource &source, BundleItem kind, const Secrets &secrets);
    Secrets secretsInText(const QByteArray &text, QByteArrayView type) const
    {
        return m_redaction.values().addedTo(secretsInContent(text, type), text);
    }
    // What of the content of a message is to be masked.
    Secrets secretsOf(const body::ByteSource &source, const http::Headers &headers);

    void item(BundleItem kind, const QByteArray &octets) { m_writer.append(char(kind) + octets); }
    void state(BundleItem kind, const QCborMap &map) { item(kind, QCborValue(map).toCbor()); }

    QCborStreamWriter m_writer;
    const std::vector<client::Hop> &m_hops;
    const bool m_masked;
    const BundleScope m_scope;
    Redaction m_redaction;
    std::set<QByteArray> m_taken;
    std::vector<std::shared_ptr<const trace::Connection>> m_connections;
    std::vector<std::unique_ptr<client::ConnectionRecord>> m_records;
    std::vector<OctetMask> m_masks;
    std::vector<BothEarlier> m_earlier;
    std::vector<std::optional<trace::Stamp>> m_ends;
    std::vector<bool> m_isCut; // too much went before for its log to be kept
    std::vector<Contents> m_contents;
};

Result<void> Writer::collect()
{
    for (const client::Hop &hop : m_hops) {
        trace::ExchangeState state = hop.exchange->state();
        if (m_masked)
            redact(state);
        if (state.connection)
            collectConnection(state.connection);
        auto contents = contentsOf(hop);
        if (!contents)
            return std::unexpected(contents.error());
        m_contents.push_back(*std::move(contents));
    }
    m_taken.insert(m_redaction.taken().begin(), m_redaction.taken().end());
    return {};
}

void Writer::collectConnection(const std::shared_ptr<const trace::Connection> &connection)
{
    if (std::ranges::find(m_connections, connection) != m_connections.end())
        return;
    m_connections.push_back(connection);
    if (m_masked) {
        auto tunnel = connection->state().tunnel;
        m_taken.merge(redactTunnel(tunnel));
    }
    // HTTP/1 is read from where the hops begin. HTTP/2 cannot be: what compresses their heads
    // stands before them; so it is kept from the beginning, or not at all.
    const bool http2 = connection->state().version == http::Version::Http2;
    const BothEarlier earlier = earlierThanHops(connection);
    const quint64 before = earlier[0].octets + earlier[1].octets;
    m_isCut.push_back(http2 && before > keptBefore);
    m_earlier.push_back(http2 && !m_isCut.back() ? BothEarlier() : earlier);
    m_ends.push_back(endOfHops(connection));
    const auto own = m_scope == BundleScope::Whole
                         ? connection
                         : ownOf(*connection, m_earlier.back(), m_ends.back());
    auto &record = m_records.emplace_back(std::make_unique<client::ConnectionRecord>(own));
    while (!m_isCut.back() && record->readOn() == client::ConnectionRecord::News::Some) {
    }
    m_masks.push_back(m_masked && !m_isCut.back() ? OctetMask(*own, *record, m_redaction.values())
                                                  : OctetMask());
    m_taken.insert(m_masks.back().taken().begin(), m_masks.back().taken().end());
}

Result<Writer::Contents> Writer::contentsOf(const client::Hop &hop)
{
    const trace::ExchangeState state = hop.exchange->state();
    Contents contents{.sent = client::sentContent(hop), .received = client::receivedContent(hop)};
    const http::Headers head = state.response ? state.response->headers : http::Headers();
    if (m_masked && contents.received && !state.contentCodings.isEmpty()) {
        // Nothing can be masked inside a content coding: what is masked is kept without it.
        const auto plain = decodedContent(hop, maskedContentLimit);
        const auto type = head.value("Content-Type").value_or(QByteArrayView());
        if (plain && !secretsInText(plain->octets, type).empty())
            contents.received = nullptr;
    }
    if (!contents.received && hop.body->size() > 0) {
        contents.received = hop.body;
        contents.decoded = true;
    } else if (!contents.received && hop.kept && hop.kept->received.size() > 0) {
        const auto store = std::make_shared<body::ByteStore>();
        const auto decoded = decodeContent(hop.kept->received, state, [&](QByteArrayView piece) {
            return store->append(piece).has_value();
        });
        if (!decoded)
            return std::unexpected(decoded.error());
        contents.received = store;
        contents.decoded = true;
    }
    if (contents.sent)
        contents.inSent = secretsOf(*contents.sent, state.sentHeaders);
    if (contents.received)
        contents.inReceived = secretsOf(*contents.received, head);
    return contents;
}

void Writer::header()
{
    QCborArray masked;
    std::set<QByteArray> known; // HTTP/2 writes names in lower case
    for (const QByteArray &name : m_taken) {
        if (known.insert(name.toLower()).second)
            masked.append(QString::fromUtf8(name));
    }
    const QCborMap environment{
        {QStringLiteral("Sonde"), QStringLiteral(SONDE_VERSION)},
        {QStringLiteral("Qt"), QString::fromLatin1(qVersion())},
        {QStringLiteral("system"), QSysInfo::prettyProductName()},
        {QStringLiteral("kernel"), QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion()},
        {QStringLiteral("processor"), QSysInfo::currentCpuArchitecture()},
    };
    m_writer.append(QCborTag(selfDescribed));
    m_writer.startArray();
    state(BundleItem::Header,
          {{QStringLiteral("sonde"), bundleVersion},
           {QStringLiteral("made"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
           {QStringLiteral("environment"), environment},
           {QStringLiteral("redacted"), m_masked},
           {QStringLiteral("masked"), masked}});
}

// A request is sent when the one before it is over, in HTTP/1.
Writer::BothEarlier
Writer::earlierThanHops(const std::shared_ptr<const trace::Connection> &connection) const
{
    if (m_scope == BundleScope::Whole)
        return {};
    std::optional<trace::Stamp> first;
    for (const client::Hop &hop : m_hops) {
        const trace::ExchangeState state = hop.exchange->state();
        if (state.connection != connection)
            continue;
        const auto sent = trace::firstOf(state.events, trace::What::SendHeadStarted);
        if (!sent)
            return {}; // what went before may be why
        first = first ? std::min(*first, *sent) : *sent;
    }
    // The head may be in the log a moment before it is said to be sent: what went out since the
    // last response belongs to the hops.
    BothEarlier earlier{};
    BothEarlier soFar{};
    trace::ByteLog::Cursor cursor;
    for (auto pieces = connection->log().read(cursor); first && !pieces.empty();
         pieces = connection->log().read(cursor)) {
        for (const trace::ByteLog::Piece &piece : pieces) {
            if (piece.at >= *first)
                return earlier;
            soFar[size_t(piece.direction)] = {
                piece.at, piece.offset + quint64(piece.octets.size()) + piece.elided};
            if (piece.direction == Direction::Received)
                earlier = soFar;
        }
    }
    return earlier;
}

void Writer::gap(const Earlier &earlier, Direction direction,
                 const std::function<void(const trace::ByteLog::Piece &)> &take)
{
    for (quint64 left = earlier.octets; left > 0;) {
        const quint64 some = std::min<quint64>(left, std::numeric_limits<quint32>::max());
        take({.at = earlier.at, .direction = direction, .elided = some});
        left -= some;
    }
}

std::optional<trace::Stamp>
Writer::endOfHops(const std::shared_ptr<const trace::Connection> &connection) const
{
    std::optional<trace::Stamp> end;
    for (const client::Hop &hop : m_hops) {
        const trace::ExchangeState state = hop.exchange->state();
        if (state.connection != connection)
            continue;
        if (m_scope == BundleScope::Whole || state.events.empty())
            return std::nullopt;
        for (const trace::Event &event : state.events)
            end = std::max(end.value_or(event.at), event.at);
    }
    if (connection->state().version != http::Version::Http2)
        return end;
    // What is said of the connection itself may follow, and is kept while it is little.
    qsizetype later = 0;
    trace::ByteLog::Cursor cursor;
    for (auto pieces = connection->log().read(cursor); !pieces.empty();
         pieces = connection->log().read(cursor)) {
        for (const trace::ByteLog::Piece &piece : pieces)
            later += end && piece.at > *end ? piece.octets.size() : 0;
    }
    return later > keptAfter ? end : std::nullopt;
}

// The same connection as if nobody had listened before and after.
std::shared_ptr<const trace::Connection> Writer::ownOf(const trace::Connection &connection,
                                                       const BothEarlier &earlier,
                                                       const std::optional<trace::Stamp> &end)
{
    const trace::ConnectionState is = connection.state();
    const auto own = std::make_shared<trace::Connection>(is.openedBy, is.origin);
    own->update([&](trace::ConnectionState &state) { state = is; });
    if (const auto cut = connection.log().truncation())
        own->log().truncate(*cut);
    for (const Direction direction : {Direction::Sent, Direction::Received})
        gap(earlier[size_t(direction)], direction,
            [&](const trace::ByteLog::Piece &piece) { own->log().append(piece); });
    trace::ByteLog::Cursor cursor;
    for (auto pieces = connection.log().read(cursor); !pieces.empty();
         pieces = connection.log().read(cursor)) {
        for (const trace::ByteLog::Piece &piece : pieces) {
            if (isLater(piece, end))
                return own;
            if (piece.offset >= earlier[size_t(piece.direction)].octets)
                own->log().append(piece);
        }
    }
    return own;
}

void Writer::connection(size_t place)
{
    const trace::Connection &connection = *m_connections[place];
    trace::ConnectionState is = connection.state();
    if (m_masked)
        redactTunnel(is.tunnel);
    BundleOut out;
    out("state", is);
    const BothEarlier &earlier = m_earlier[place];
    out("truncation",
        m_isCut[place]
            ? std::optional(trace::ByteLog::Truncation{.at = earlier[size_t(Direction::Sent)].at})
            : connection.log().truncation());
    if (!m_masked)
        out("keyLog", connection.keyLog());
    state(BundleItem::Connection, out.map());
    if (is.tls)
        state(BundleItem::Records,
              recordsOut(connection.records(), {earlier[0].octets, earlier[1].octets}));
    if (m_isCut[place])
        return;
    for (const Direction direction : {Direction::Sent, Direction::Received})
        gap(earlier[size_t(direction)], direction, [this](const trace::ByteLog::Piece &piece) {
            item(BundleItem::Log, BundleOut::encode(std::vector{piece}).toCbor());
        });
    trace::ByteLog::Cursor cursor;
    bool isOver = false;
    for (auto pieces = connection.log().read(cursor); !isOver && !pieces.empty();
         pieces = connection.log().read(cursor)) {
        const auto later = std::ranges::find_if(
            pieces, [&](const auto &piece) { return isLater(piece, m_ends[place]); });
        isOver = later != pieces.end();
        pieces.erase(later, pieces.end());
        for (trace::ByteLog::Piece &piece : pieces) {
            m_masks[place].apply(piece.direction, piece.offset, piece.octets);
            leaveOut(earlier[size_t(piece.direction)].octets, piece);
        }
        std::erase_if(pieces, [](const trace::ByteLog::Piece &piece) {
            return piece.octets.isEmpty() && piece.elided == 0;
        });
        if (!pieces.empty())
            item(BundleItem::Log, BundleOut::encode(pieces).toCbor());
    }
}

void Writer::redact(trace::ExchangeState &state)
{
    state.request.headers = m_redaction.headers(state.request.headers);
    state.sentHeaders = m_redaction.headers(state.sentHeaders);
    state.trailers = m_redaction.headers(state.trailers);
    state.request.target.pathAndQuery = m_redaction.url(state.request.target.pathAndQuery);
    state.request.target.fragment = {};
    state.request.target.userInfo = {};
    for (http::ResponseHead &head : state.interim)
        head.headers = m_redaction.headers(head.headers);
    if (state.response)
        state.response->headers = m_redaction.headers(state.response->headers);
    if (state.error) { // it quotes what it stumbled over
        for (QString *text : {&state.error->sentence, &state.error->detail})
            *text = QString::fromUtf8(m_redaction.text(text->toUtf8()));
    }
}

void Writer::state(const client::Hop &hop, const Contents &contents)
{
    trace::ExchangeState is = hop.exchange->state();
    const auto connection = std::ranges::find(m_connections, is.connection);
    const auto place = connection - m_connections.begin();
    const bool connected = connection != m_connections.end();
    // The two readers of HTTP/2 are compared while both have the same to read.
    if (connected && m_records[size_t(place)]->conversation()) {
        for (auto &finding : trace::checkHeads(is, *m_records[size_t(place)]->conversation()))
            is.findings.push_back(std::move(finding));
    }
    if (m_masked)
        redact(is);
    BundleOut out;
    out("method", is.request.method);
    out("target", is.request.target);
    out("headers", is.request.headers);
    out("policy", is.request.version);
    out("contentPresent", is.request.content.present);
    out("mediaType", is.request.content.mediaType);
    out("id", is.id);
    out("parent", is.parent);
    out("origin", is.origin);
    out("sentHeaders", is.sentHeaders);
    out("events", is.events);
    out("interim", is.interim);
    out("response", is.response);
    out("trailers", is.trailers);
    out("findings", is.findings);
    out("sizes", is.sizes);
    out("contentCodings", is.contentCodings);
    out("connection", connected ? qint64(place) : qint64(-1));
    out("connectionReused", is.connectionReused);
    out("ownConnection", is.ownConnection);
    out("streamId", is.streamId);
    out("end", is.end);
    out("error", is.error);
    out("decoded", contents.decoded);
    state(BundleItem::Exchange, out.map());
}

Result<void> Writer::exchange(const client::Hop &hop, const Contents &contents)
{
    state(hop, contents);
    const auto chunks = hop.exchange->chunks();
    for (size_t at = 0; at < chunks.size(); at += 4096) {
        const std::vector<trace::Chunk> some(
            chunks.begin() + std::ptrdiff_t(at),
            chunks.begin() + std::ptrdiff_t(std::min(at + 4096, chunks.size())));
        item(BundleItem::Chunks, BundleOut::encode(some).toCbor());
    }
    if (contents.sent) {
        const auto written = content(*contents.sent, BundleItem::Sent, contents.inSent);
        if (!written)
            return written;
    }
    return contents.received
               ? content(*contents.received, BundleItem::Received, contents.inReceived)
               : Result<void>();
}

Secrets Writer::secretsOf(const body::ByteSource &source, const http::Headers &headers)
{
    if (!m_masked)
        return {};
    const auto text = source.read(0, maskedContentLimit);
    const auto type = headers.value("Content-Type").value_or(QByteArrayView());
    const Secrets secrets = text ? secretsInText(*text, type) : Secrets();
    for (const Secret &secret : secrets)
        m_taken.insert(secret.name);
    return secrets;
}

Result<void> Writer::content(const body::ByteSource &source, BundleItem kind,
                             const Secrets &secrets)
{
    const qint64 size = source.size();
    for (qint64 at = 0; at < size;) {
        auto piece = source.read(at, std::min(pieceOctets, size - at));
        if (!piece)
            return std::unexpected(piece.error());
        if (piece->isEmpty())
            break;
        overwrite(secrets, at, *piece);
        item(kind, *piece);
        at += piece->size();
    }
    return {};
}

} // namespace

Result<void> writeBundle(QIODevice &to, const std::vector<client::Hop> &hops, ExportSecrets secrets,
                         const SecretValues &values, BundleScope scope)
{
    return Writer(to, hops, secrets, values, scope).write();
}

} // namespace sonde::interop
