// Blocks of pcapng (draft-ietf-opsawg-pcapng) and the TCP/IP packets in them. Owned by whoever
// writes a capture.
#pragma once

#include "trace/clock.h"
#include "trace/event.h"
#include "trace/verdict.h"

#include <QHostAddress>
#include <QIODevice>

namespace sonde::interop
{

struct PacketEnd {
    QHostAddress address;
    quint16 port = 0;
};

class PacketWriter
{
public:
    explicit PacketWriter(QIODevice &to)
        : m_to(to)
    {
    }

    // The section and its one interface, of raw IP packets.
    void begin(const QByteArray &comment);
    // Of TLS, as lines of the key log format: whoever reads the file decrypts with them what is
    // behind this in the same file.
    void secrets(QByteArrayView keyLog);
    void packet(trace::Stamp at, const QByteArray &octets, const QByteArray &comment = {});
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    void block(quint32 type, QByteArray body);

    QIODevice &m_to;
    bool m_failed = false;
};

// One made-up TCP connection: counts sequence numbers and writes whole packets.
class TcpScript
{
public:
    // Both ends are of one address family.
    TcpScript(PacketWriter &writer, PacketEnd client, PacketEnd server)
        : m_writer(writer)
        , m_ends{std::move(client), std::move(server)}
    {
    }

    // By the direction of the client: Sent is from it.
    void handshake(trace::Stamp begun, trace::Stamp done, const QByteArray &comment);
    void data(trace::Stamp at, trace::Direction direction, QByteArrayView octets,
              const QByteArray &comment = {});
    void close(trace::Stamp at);

private:
    enum Flag : quint8 { Fin = 0x01, Syn = 0x02, Push = 0x08, Ack = 0x10 };
    void segment(trace::Stamp at, trace::Direction direction, quint8 flags, QByteArrayView octets,
                 const QByteArray &comment = {});

    PacketWriter &m_writer;
    const std::array<PacketEnd, 2> m_ends;     // by direction of what they send
    std::array<quint32, 2> m_next{1000, 5000}; // sequence numbers, by direction
};

} // namespace sonde::interop
