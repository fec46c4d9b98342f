// One transport connection, from the look-up of its address to its end. Shared by all exchanges
// that it carries; written on the network thread, read from any.
#pragma once

#include "http/target.h"
#include "http/version.h"
#include "trace/byte_log.h"
#include "trace/event.h"
#include "trace/tcp.h"
#include "trace/tls.h"
#include "trace/tls_records.h"

#include <memory>
#include <mutex>

namespace sonde::trace
{

enum class ConnectionId : quint64 {};
enum class ExchangeId : quint64 {};

// One address that was tried (RFC 8305); losers are kept.
struct Attempt {
    enum class Outcome : quint8 { Pending, Connected, Failed, Abandoned };

    QByteArray address; // numeric, with the port: "127.0.0.1:80", "[::1]:80"
    Stamp started;
    std::optional<Stamp> ended;
    Outcome outcome = Outcome::Pending;
    QString reason; // why it failed

    bool operator==(const Attempt &) const = default;
};

enum class AddressSource : quint8 { Literal, Override, Resolver };

// Everything known of a connection at one moment: a plain value.
struct ConnectionState {
    ConnectionId id{};
    ExchangeId openedBy{}; // the exchange that owns the set-up time
    http::Origin origin;
    std::vector<Event> events;
    QList<QByteArray> addresses; // as resolved, in the order they were tried
    AddressSource addressSource = AddressSource::Resolver;
    std::vector<Attempt> attempts;
    QByteArray local;
    QByteArray remote;
    QByteArray proxy; // "http://host:port"; empty if direct
    // CONNECT and what the proxy answered, octet by octet; what came behind it is in the log.
    std::vector<ByteLog::Piece> tunnel;
    http::Version version = http::Version::Http11;
    QString versionReason; // why this version: "ALPN chose h2", "prior knowledge", …
    std::optional<TlsReport> tls;
    std::vector<TcpSample> tcp;   // empty where the kernel tells nothing
    QByteArray congestionControl; // "cubic"; empty likewise
    quint64 octetsReceived = 0;   // from the socket, TLS included
    quint64 octetsSent = 0;
    int exchanges = 0;   // how many it has carried
    QString closeReason; // empty while it is open

    bool operator==(const ConnectionState &) const = default;
};

// All of one direction that was said to the proxy.
[[nodiscard]] QByteArray tunnelText(const std::vector<ByteLog::Piece> &tunnel, Direction direction);

class Connection
{
public:
    Connection(ExchangeId openedBy, http::Origin origin);

    [[nodiscard]] ConnectionId id() const { return m_id; }
    [[nodiscard]] ConnectionState state() const;
    // What went over it, once it was set up and decrypted.
    [[nodiscard]] const ByteLog &log() const { return m_log; }
    [[nodiscard]] ByteLog &log() { return m_log; }
    // Of its TLS; empty without.
    [[nodiscard]] const RecordLog &records() const { return m_records; }
    [[nodiscard]] RecordLog &records() { return m_records; }

    // The session keys of its TLS, as lines of NSS's key log format: who has them reads the
    // traffic. Apart from the state, so that no view and no export comes by them unasked.
    [[nodiscard]] QByteArray keyLog() const;
    void setKeyLog(const QByteArray &lines);

    void record(What what, Stamp at, quint64 value = 0);
    // Any other change, under the lock; `change` gets ConnectionState& and must not block.
    template <typename Change>
    void update(Change change)
    {
        const std::scoped_lock lock(m_mutex);
        change(m_state);
    }

private:
    const ConnectionId m_id;
    mutable std::mutex m_mutex;
    ConnectionState m_state;
    QByteArray m_keyLog;
    ByteLog m_log;
    RecordLog m_records;
};

} // namespace sonde::trace
