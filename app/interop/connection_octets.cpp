#include "interop/connection_octets.h"

#include "interop/exchange_content.h"
#include "interop/redaction.h"

#include <deque>
#include <map>

namespace sonde::interop
{
namespace
{

using http::Result;
using trace::ByteLog;
using trace::Direction;

constexpr qint64 pieceOctets = 64 * 1024;
constexpr qint64 maskedContentLimit = 16LL << 20; // octets: a secret is near the front

// A stretch of content in the octets of its direction.
struct Stretch {
    quint64 offset = 0;
    quint64 size = 0;
    quint64 contentOffset = 0;
    quint32 message = 0; // stream, or number of the message
};

std::vector<Stretch> stretches(const client::ConnectionRecord &record, Direction direction)
{
    std::vector<Stretch> all;
    if (const auto *http1 = record.http1()) {
        for (const trace::Http1Part &part : http1->parts()) {
            if (part.kind == trace::Http1Part::Kind::Content && part.direction == direction)
                all.push_back({part.offset, part.size, part.contentOffset, part.message});
        }
    } else if (const auto *conversation = record.conversation()) {
        const auto add = [&](const trace::Frame &frame) {
            const auto *data = std::get_if<trace::DataPayload>(&frame.payload);
            if (data && frame.direction == direction) {
                const quint64 pad = frame.has(trace::frameflag::padded) ? 1 : 0;
                all.push_back({frame.offset + trace::frameHeaderOctets + pad, data->octets,
                               data->offset, frame.stream});
            }
        };
        for (const trace::Frame &frame : conversation->frames)
            add(frame);
        if (const auto &unfinished = conversation->unfinished[size_t(direction)])
            add(*unfinished);
    }
    return all;
}

struct Source {
    std::shared_ptr<const body::ByteSource> octets; // null: not kept
    Secrets secrets;
};

} // namespace

std::optional<quint32> messageOf(const trace::ExchangeState &state,
                                 const client::ConnectionRecord &record)
{
    if (state.streamId != 0)
        return state.streamId;
    const auto sent = trace::firstOf(state.events, trace::What::SendHeadStarted);
    if (!record.http1() || !sent)
        return std::nullopt;
    std::optional<quint32> message;
    auto nearest = std::chrono::nanoseconds::max();
    for (const trace::Http1Part &part : record.http1()->parts()) {
        const auto apart = std::chrono::abs(part.at - *sent);
        if (part.kind == trace::Http1Part::Kind::Head && part.direction == Direction::Sent &&
            apart < nearest) {
            nearest = apart;
            message = part.message;
        }
    }
    return message;
}

struct ConnectionOctets::Impl {
    std::shared_ptr<const trace::Connection> connection;
    client::ConnectionRecord record{connection};
    std::array<std::vector<Stretch>, 2> stretchesOf;
    std::array<std::map<quint32, Source>, 2> sources;
    OctetMask mask;
    std::set<QByteArray> masked;
    ByteLog::Cursor cursor;
    std::deque<ByteLog::Piece> waiting;
    // Content that is being given out.
    std::optional<ByteLog::Piece> elided;

    void addSource(Direction direction, quint32 message, Source source, const http::Headers &head,
                   ExportSecrets secrets);
    void addReceived(const client::Hop &hop, const trace::ExchangeState &state, quint32 message,
                     ExportSecrets secrets);
    Result<Piece> content();
};

void ConnectionOctets::Impl::addSource(Direction direction, quint32 message, Source source,
                                       const http::Headers &head, ExportSecrets secrets)
{
    if (source.octets && secrets == ExportSecrets::Masked) {
        if (const auto text = source.octets->read(0, maskedContentLimit)) {
            const auto type = head.value("Content-Type").value_or(QByteArrayView());
            source.secrets = secretsInContent(*text, type);
        }
        for (const Secret &secret : source.secrets)
            masked.insert(secret.name);
    }
    sources[size_t(direction)][message] = std::move(source);
}

void ConnectionOctets::Impl::addReceived(const client::Hop &hop, const trace::ExchangeState &state,
                                         quint32 message, ExportSecrets secrets)
{
    if (!state.response)
        return;
    const http::Headers &head = state.response->headers;
    if (secrets == ExportSecrets::Masked && !state.contentCodings.isEmpty()) {
        // Nothing can be masked inside a content coding: such content is left out.
        const auto plain = decodedContent(hop, maskedContentLimit);
        const auto type = head.value("Content-Type").value_or(QByteArrayView());
        const auto found = plain ? secretsInContent(plain->octets, type) : Secrets();
        for (const Secret &secret : found)
            masked.insert(secret.name);
        if (!found.empty())
            return;
    }
    addSource(Direction::Received, message, {client::receivedContent(hop)}, head, secrets);
}

ConnectionOctets::ConnectionOctets(std::shared_ptr<const trace::Connection> connection,
                                   const std::vector<client::Hop> &hops, ExportSecrets secrets)
    : m_impl(std::make_unique<Impl>(std::move(connection)))
{
    auto &record = m_impl->record;
    while (record.readOn() == client::ConnectionRecord::News::Some) {
    }
    for (const Direction direction : {Direction::Sent, Direction::Received})
        m_impl->stretchesOf[size_t(direction)] = stretches(record, direction);
    for (const client::Hop &hop : hops) {
        const auto state = hop.exchange->state();
        const auto message = messageOf(state, record);
        if (!message || state.connection != m_impl->connection)
            continue;
        m_impl->addSource(Direction::Sent, *message, {client::sentContent(hop)}, state.sentHeaders,
                          secrets);
        m_impl->addReceived(hop, state, *message, secrets);
    }
    if (secrets == ExportSecrets::Masked) {
        m_impl->mask = OctetMask(*m_impl->connection, record);
        m_impl->masked.insert(m_impl->mask.taken().begin(), m_impl->mask.taken().end());
    }
}

ConnectionOctets::~ConnectionOctets() = default;

const std::set<QByteArray> &ConnectionOctets::masked() const
{
    return m_impl->masked;
}

// The next of what the log left out.
Result<ConnectionOctets::Piece> ConnectionOctets::Impl::content()
{
    ByteLog::Piece &due = *elided;
    Piece piece{.at = due.at, .direction = due.direction};
    const auto &all = stretchesOf[size_t(due.direction)];
    const auto after = std::ranges::upper_bound(all, due.offset, {}, &Stretch::offset);
    qint64 size = std::min(pieceOctets, qint64(due.elided));
    const Stretch *within = after == all.begin() ? nullptr : &*std::prev(after);
    if (within && due.offset >= within->offset + within->size)
        within = nullptr;
    if (within)
        size = std::min(size, qint64(within->offset + within->size - due.offset));
    const auto &bodies = sources[size_t(due.direction)];
    const auto body = within ? bodies.find(within->message) : bodies.end();
    if (body != bodies.end() && body->second.octets) {
        const auto from = qint64(within->contentOffset + due.offset - within->offset);
        auto octets = body->second.octets->read(from, size);
        if (!octets)
            return std::unexpected(octets.error());
        piece.octets = *std::move(octets);
        overwrite(body->second.secrets, from, piece.octets);
    }
    piece.missing = quint64(size - piece.octets.size());
    piece.octets.append(size - piece.octets.size(), '\0');
    due.offset += quint64(size);
    due.elided -= quint64(size);
    if (due.elided == 0)
        elided.reset();
    return piece;
}

Result<std::optional<ConnectionOctets::Piece>> ConnectionOctets::next()
{
    Impl &on = *m_impl;
    if (on.elided)
        return on.content();
    if (on.waiting.empty()) {
        for (auto &piece : on.connection->log().read(on.cursor))
            on.waiting.push_back(std::move(piece));
    }
    if (on.waiting.empty())
        return std::nullopt;
    ByteLog::Piece &front = on.waiting.front();
    if (!front.octets.isEmpty()) {
        Piece piece{.at = front.at,
                    .direction = front.direction,
                    .octets = front.octets.first(std::min(pieceOctets, front.octets.size()))};
        on.mask.apply(piece.direction, front.offset, piece.octets);
        front.offset += quint64(piece.octets.size());
        front.octets = front.octets.sliced(piece.octets.size());
        return piece;
    }
    if (front.elided > 0)
        on.elided = front;
    on.waiting.pop_front();
    return next();
}

} // namespace sonde::interop
