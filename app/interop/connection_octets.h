// All octets of a connection in the order in which they went: its log, with the content put back
// from where that is kept. Read once, front to back, in pieces. Any one thread.
#pragma once

#include "client/call.h"
#include "interop/octet_mask.h"
#include "interop/outgoing_request.h"

namespace sonde::interop
{

// Which one of a connection this exchange is: its stream, or the number of its message. In HTTP/1 a
// message has no name but its place: the one whose head was sent when the exchange says.
[[nodiscard]] std::optional<quint32> messageOf(const trace::ExchangeState &state,
                                               const client::ConnectionRecord &record);

class ConnectionOctets
{
public:
    // `hops` are those that it carried; content of others is not at hand.
    ConnectionOctets(std::shared_ptr<const trace::Connection> connection,
                     const std::vector<client::Hop> &hops, ExportSecrets secrets);
    ~ConnectionOctets();
    Q_DISABLE_COPY_MOVE(ConnectionOctets)

    struct Piece {
        trace::Stamp at;
        trace::Direction direction = trace::Direction::Sent;
        QByteArray octets;   // 64 KiB at most
        quint64 missing = 0; // of them: content that was not kept, with zeros in its place
    };
    [[nodiscard]] http::Result<std::optional<Piece>> next();

    // Names of what is masked; complete from the beginning.
    [[nodiscard]] const std::set<QByteArray> &masked() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sonde::interop
