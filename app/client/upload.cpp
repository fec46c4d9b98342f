#include "client/upload.h"

namespace sonde::client
{

using Kind = wire::ContentLength::Kind;

Upload::Upload(net::Connection &connection, ContentSource *source, wire::ContentLength planned,
               body::ByteStore *kept)
    : m_connection(connection)
    , m_source(source)
    , m_kept(kept)
    , m_planned(planned)
{
    m_complete = !hasContent();
}

bool Upload::hasContent() const
{
    return m_planned.kind != Kind::None;
}

void Upload::start(wire::StreamId stream, std::function<void()> goOn)
{
    m_stream = stream;
    m_started = true;
    if (m_source)
        m_source->onReadable(std::move(goOn));
}

http::Result<void> Upload::pump()
{
    while (m_started && !m_complete) {
        const qsizetype room = m_connection.contentRoom(m_stream);
        if (room <= 0)
            return {};
        auto piece = m_source ? m_source->read(room) : ContentSource::Piece{};
        if (!piece)
            return std::unexpected(piece.error());
        if (piece->state == ContentSource::State::Later)
            return {};
        m_octets += quint64(piece->octets.size());
        const bool atEnd = piece->state == ContentSource::State::End;
        if (const auto checked = checkLength(atEnd); !checked)
            return checked;
        if (m_kept) {
            if (const auto kept = m_kept->append(piece->octets); !kept)
                return kept;
        }
        m_complete = atEnd;
        if (atEnd)
            m_connection.endContent(m_stream);
        else
            m_connection.sendContent(m_stream, std::move(piece->octets));
    }
    return {};
}

// Standard input of an announced length may turn out longer or shorter; octets that contradict the
// head must not go out, because the server would take them for the next request.
http::Result<void> Upload::checkLength(bool atEnd) const
{
    if (m_planned.kind != Kind::Known)
        return {};
    if (m_octets <= m_planned.octets && (!atEnd || m_octets == m_planned.octets))
        return {};
    return std::unexpected(http::Error{
        .layer = http::Layer::Request,
        .code = http::Code::ConflictingOptions,
        .phase = http::Phase::Send,
        .sentence =
            QStringLiteral("Content-Length says %1, but the content has %2 %3 octets: remove the "
                           "field, or send as much as it says.")
                .arg(m_planned.octets)
                .arg(atEnd ? QStringLiteral("only") : QStringLiteral("at least"))
                .arg(m_octets),
    });
}

void Upload::stop()
{
    m_started = false;
    if (m_source)
        m_source->onReadable({});
}

} // namespace sonde::client
