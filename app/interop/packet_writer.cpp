#include "interop/packet_writer.h"

#include <QtEndian>

namespace sonde::interop
{
namespace
{

using trace::Direction;

// Little-endian, as the section's magic number says.
void put32(QByteArray &to, quint32 value)
{
    char octets[4];
    qToLittleEndian(value, octets);
    to.append(octets, 4);
}

void put16(QByteArray &to, quint16 value)
{
    char octets[2];
    qToLittleEndian(value, octets);
    to.append(octets, 2);
}

// Network order, for what is in packets.
void net16(QByteArray &to, quint16 value)
{
    to += char(value >> 8);
    to += char(value & 0xff);
}

void net32(QByteArray &to, quint32 value)
{
    net16(to, quint16(value >> 16));
    net16(to, quint16(value & 0xffff));
}

void pad(QByteArray &to)
{
    to.append((4 - to.size() % 4) % 4, '\0');
}

void option(QByteArray &to, quint16 code, const QByteArray &value)
{
    if (value.isEmpty())
        return;
    const QByteArray cut = value.left(0xffff);
    put16(to, code);
    put16(to, quint16(cut.size()));
    to += cut;
    pad(to);
}

constexpr quint16 comment = 1; // option codes
constexpr quint16 interfaceName = 2;
constexpr quint16 application = 4;
constexpr quint16 resolution = 9;

// RFC 1071.
quint16 checksum(const QByteArray &octets)
{
    quint64 sum = 0;
    for (qsizetype i = 0; i < octets.size(); i += 2)
        sum +=
            quint64(quint8(octets[i])) << 8 | (i + 1 < octets.size() ? quint8(octets[i + 1]) : 0);
    while (sum >> 16 != 0)
        sum = (sum & 0xffff) + (sum >> 16);
    return quint16(~sum & 0xffff);
}

void setChecksum(QByteArray &octets, qsizetype at, quint16 value)
{
    octets[at] = char(value >> 8);
    octets[at + 1] = char(value & 0xff);
}

QByteArray addressOctets(const QHostAddress &address)
{
    QByteArray octets;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        net32(octets, address.toIPv4Address());
        return octets;
    }
    const Q_IPV6ADDR parts = address.toIPv6Address();
    for (const quint8 part : parts.c)
        octets += char(part);
    return octets;
}

constexpr quint8 tcp = 6; // protocol number

QByteArray ipPacket(const QHostAddress &from, const QHostAddress &to, QByteArray segment)
{
    const QByteArray addresses = addressOctets(from) + addressOctets(to);
    QByteArray pseudo = addresses; // RFC 9293 section 3.1
    net32(pseudo, quint32(segment.size()));
    net32(pseudo, tcp);
    setChecksum(segment, 16, checksum(pseudo + segment));
    QByteArray header;
    if (from.protocol() != QAbstractSocket::IPv4Protocol) { // RFC 8200 section 3
        net32(header, 0x60000000);
        net16(header, quint16(segment.size()));
        header += char(tcp);
        header += char(64);
        return header + addresses + segment;
    }
    net16(header, 0x4500); // RFC 791 section 3.1
    net16(header, quint16(20 + segment.size()));
    net32(header, 0x00004000); // not to be fragmented
    header += char(64);
    header += char(tcp);
    net16(header, 0);
    header += addresses;
    setChecksum(header, 10, checksum(header));
    return header + segment;
}

} // namespace

void PacketWriter::begin(const QByteArray &text)
{
    QByteArray section;
    put32(section, 0x1a2b3c4d);
    put16(section, 1);
    put16(section, 0);
    put32(section, 0xffffffff); // the length of the section is not given
    put32(section, 0xffffffff);
    option(section, comment, text);
    option(section, application, "Sonde " SONDE_VERSION);
    put32(section, 0);
    block(0x0a0d0d0a, section);
    QByteArray interface;
    put16(interface, 101); // LINKTYPE_RAW
    put16(interface, 0);
    put32(interface, 0);
    option(interface, interfaceName, "made up by Sonde");
    option(interface, resolution, QByteArray(1, 9)); // nanoseconds
    put32(interface, 0);
    block(1, interface);
}

void PacketWriter::secrets(QByteArrayView keyLog)
{
    QByteArray body;
    put32(body, 0x544c534b); // "TLSK": TLS Key Log
    put32(body, quint32(keyLog.size()));
    body += keyLog;
    pad(body);
    block(10, body);
}

void PacketWriter::packet(trace::Stamp at, const QByteArray &octets, const QByteArray &text)
{
    const auto wall = quint64(trace::wallNanoseconds(at));
    QByteArray body;
    put32(body, 0);
    put32(body, quint32(wall >> 32));
    put32(body, quint32(wall & 0xffffffff));
    put32(body, quint32(octets.size()));
    put32(body, quint32(octets.size()));
    body += octets;
    pad(body);
    if (!text.isEmpty()) {
        option(body, comment, text);
        put32(body, 0);
    }
    block(6, body);
}

void PacketWriter::block(quint32 type, QByteArray body)
{
    QByteArray octets;
    const auto size = quint32(body.size() + 12);
    put32(octets, type);
    put32(octets, size);
    octets += body;
    put32(octets, size);
    m_failed = m_failed || m_to.write(octets) != octets.size();
}

void TcpScript::handshake(trace::Stamp begun, trace::Stamp done, const QByteArray &text)
{
    segment(begun, Direction::Sent, Syn, {}, text);
    segment(done, Direction::Received, Syn | Ack, {});
    segment(done, Direction::Sent, Ack, {});
}

void TcpScript::data(trace::Stamp at, Direction direction, QByteArrayView octets,
                     const QByteArray &text)
{
    constexpr qsizetype most = 32 * 1024; // of one packet, which may have 65,535 octets in all
    for (qsizetype from = 0; from < octets.size(); from += most)
        segment(at, direction, Push | Ack,
                octets.sliced(from, std::min(most, octets.size() - from)),
                from == 0 ? text : QByteArray());
}

void TcpScript::close(trace::Stamp at)
{
    segment(at, Direction::Sent, Fin | Ack, {});
    segment(at, Direction::Received, Fin | Ack, {});
    segment(at, Direction::Sent, Ack, {});
}

void TcpScript::segment(trace::Stamp at, Direction direction, quint8 flags, QByteArrayView octets,
                        const QByteArray &text)
{
    const auto way = size_t(direction);
    const bool opens = (flags & Syn) != 0;
    QByteArray tcp;
    net16(tcp, m_ends[way].port);
    net16(tcp, m_ends[1 - way].port);
    net32(tcp, m_next[way]);
    net32(tcp, (flags & Ack) != 0 ? m_next[1 - way] : 0);
    tcp += char(opens ? 0x60 : 0x50); // length of the header in words of four octets
    tcp += char(flags);
    net16(tcp, 0xffff);
    net32(tcp, 0); // checksum, no urgent data
    if (opens)
        net32(tcp, 0x0103030e); // RFC 7323 section 2.2: windows as large as they can be
    tcp += octets;
    m_next[way] += quint32(octets.size()) + (flags & (Syn | Fin) ? 1 : 0);
    m_writer.packet(at, ipPacket(m_ends[way].address, m_ends[1 - way].address, tcp), text);
}

} // namespace sonde::interop
