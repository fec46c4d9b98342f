// Calls as an engine would have left them, for tests of the response pane: made by hand, with
// stamps that are known.
#pragma once

#include "client/call.h"

#include <QByteArray>

namespace sonde::test
{

using trace::What;

// One exchange under construction. Times are milliseconds after the call began.
class Recording
{
public:
    explicit Recording(const QString &url, double startedAt = 0, const QByteArray &method = "GET");

    Recording &at(What what, double ms, quint64 value = 0);
    // Look-up, TCP and, for https, TLS of a connection of its own, from `from` on; returns the end.
    double connect(double from, const QByteArray &version = "TLSv1.3");
    Recording &reuse(const Recording &other, double at);
    // Request sent and head received.
    Recording &respond(double from, double headAt, http::ResponseHead head);
    Recording &body(const QByteArray &octets, double from, double to);
    Recording &end(double at, trace::End how = trace::End::EndStream);
    Recording &fail(double at, http::Error error);

    [[nodiscard]] client::Hop hop() const { return {m_exchange, m_store}; }
    [[nodiscard]] const std::shared_ptr<trace::Exchange> &exchange() const { return m_exchange; }
    [[nodiscard]] const std::shared_ptr<trace::Connection> &connection() const
    {
        return m_connection;
    }
    [[nodiscard]] const std::shared_ptr<body::ByteStore> &store() const { return m_store; }

    // The moment that 0 ms stands for.
    static trace::Stamp origin();
    static trace::Stamp stamp(double ms);

private:
    std::shared_ptr<trace::Exchange> m_exchange;
    std::shared_ptr<trace::Connection> m_connection;
    std::shared_ptr<body::ByteStore> m_store;
};

[[nodiscard]] http::ResponseHead head(int status, http::Headers headers,
                                      http::Version version = http::Version::Http2);
[[nodiscard]] trace::TlsReport trustedTls(const QByteArray &host);
// Of TLS 1.3, from the ClientHello on.
[[nodiscard]] std::vector<trace::TlsMessage> handshakeMessages(double from);
[[nodiscard]] QByteArray sampleJson();

// Whole calls.
[[nodiscard]] std::shared_ptr<client::Call> okCall();
[[nodiscard]] std::shared_ptr<client::Call> notFoundCall();
[[nodiscard]] std::shared_ptr<client::Call> redirectCall();
[[nodiscard]] std::shared_ptr<client::Call> unverifiedCall();
[[nodiscard]] std::shared_ptr<client::Call> certificateCall();
[[nodiscard]] std::shared_ptr<client::Call> refusedCall();
[[nodiscard]] std::shared_ptr<client::Call> truncatedCall();
// 12 of 200 MB, going on.
[[nodiscard]] std::shared_ptr<client::Call> runningCall();
// Text of many scripts with all that has to be made visible.
[[nodiscard]] std::shared_ptr<client::Call> textCall();
[[nodiscard]] std::shared_ptr<client::Call> failedCall(http::Error error);

} // namespace sonde::test
