// Writes what a connection carries into its byte log, content left out: in HTTP/1 the codec knows
// which octets are content, in HTTP/2 the frame headers say so. On the hot path: it looks at frame
// headers and no further. Owned by its connection.
#pragma once

#include "trace/connection.h"
#include "wire/frame_cutter.h"
#include "wire/session.h"

namespace sonde::net
{

class Tap
{
public:
    // `connection` outlives this.
    Tap(trace::Connection &connection, http::Version version)
        : m_log(connection.log())
        , m_records(connection.records())
        , m_framed(version == http::Version::Http2)
    {
    }

    // `events` are what the session made of `octets`.
    void received(QByteArrayView octets, trace::Stamp at, const std::vector<wire::Event> &events);
    // `content` is what the session says of them.
    void sent(QByteArrayView octets, trace::Stamp at, std::span<const trace::ByteLog::Gap> content);
    // TLS records that have gone by since the last call; they are taken. Before the octets that
    // they carried are told of, so that whoever sees these finds their records.
    void records(std::vector<trace::TlsRecord> &records, trace::Stamp at);

private:
    void findContent(wire::FrameCutter &cutter, QByteArrayView octets);
    void findContent(const std::vector<wire::Event> &events, QByteArrayView octets);

    trace::ByteLog &m_log;
    trace::RecordLog &m_records;
    const bool m_framed;
    wire::FrameCutter m_outward{trace::Direction::Sent};
    wire::FrameCutter m_inward{trace::Direction::Received};
    std::vector<trace::ByteLog::Gap> m_gaps; // of one call
};

} // namespace sonde::net
