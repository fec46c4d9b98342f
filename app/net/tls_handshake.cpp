#include "net/tls_handshake.h"

#include "net/connector.h"
#include "net/errors.h"
#include "net/socket_wait.h"

#include <QCryptographicHash>
#include <QDataStream>

#include <array>

namespace sonde::net
{
namespace
{

// A socket that fails here is no error yet: what the server said before is still to be read.
QCoro::Task<Wake> sendOutput(Socket *socket, TlsStream *stream, CancelToken token)
{
    auto &output = stream->output();
    qsizetype at = 0;
    while (at < output.size()) {
        const auto sent = socket->send(QByteArrayView(output).sliced(at));
        at += sent.octets;
        if (sent.status == Socket::Status::Failed)
            break;
        if (sent.status == Socket::Status::WouldBlock) {
            const auto wake = co_await writable(socket, token);
            if (wake == Wake::Cancelled)
                co_return wake;
        }
    }
    output.resize(0);
    co_return Wake::Ready;
}

QCoro::Task<http::Result<bool>> shake(Socket *socket, TlsStream *stream,
                                      std::shared_ptr<trace::Connection> trace, CancelToken token)
{
    std::array<char, 16 * 1024> buffer;
    bool hasStarted = false;
    for (;;) {
        const auto state = stream->handshake();
        const auto toSend = quint64(stream->output().size());
        trace->update([&](trace::ConnectionState &s) { s.octetsSent += toSend; });
        const auto sent = co_await sendOutput(socket, stream, token);
        if (!std::exchange(hasStarted, true))
            trace->record(trace::What::TlsStarted, trace::now());
        if (sent == Wake::Cancelled)
            co_return std::unexpected(cancelledError(http::Phase::TlsHandshake));
        if (state == TlsStream::Handshake::Done)
            co_return true;
        if (state == TlsStream::Handshake::Failed)
            co_return std::unexpected(stream->error());
        const auto wake = co_await readable(socket, token);
        if (wake == Wake::Cancelled)
            co_return std::unexpected(cancelledError(http::Phase::TlsHandshake));
        const auto got = socket->receive(buffer);
        if (got.status == Socket::Status::Ended)
            co_return std::unexpected(stream->endError(0));
        if (got.status == Socket::Status::Failed)
            co_return std::unexpected(stream->endError(socket->number()));
        trace->update([&](trace::ConnectionState &s) { s.octetsReceived += quint64(got.octets); });
        stream->receive(QByteArrayView(buffer.data(), got.octets));
    }
}

} // namespace

QCoro::Task<http::Result<Secured>> handshake(Socket *socket, TlsRequest request,
                                             QByteArray received,
                                             std::shared_ptr<trace::Connection> trace,
                                             CancelToken token)
{
    auto stream = TlsStream::create(std::move(request));
    if (!stream)
        co_return std::unexpected(std::move(stream.error()));
    auto *raw = stream->get();
    raw->receive(received);
    auto done = co_await shake(socket, raw, trace, token);
    const auto at = trace::now();
    trace->update([&](trace::ConnectionState &state) {
        state.tls = raw->report();
        state.events.push_back({.at = at,
                                .value = state.octetsSent + state.octetsReceived,
                                .what = done ? trace::What::TlsFinished : trace::What::TlsFailed});
    });
    trace->setKeyLog(raw->keyLog());
    trace->records().append(raw->records());
    raw->records().clear();
    if (!done)
        co_return std::unexpected(std::move(done.error()));
    Secured secured{std::move(*stream)};
    co_return std::move(secured);
}

QByteArray sessionKey(const Route &route)
{
    QByteArray fields;
    QDataStream stream(&fields, QIODevice::WriteOnly);
    const auto &tls = route.tls;
    stream << route.origin.host << route.origin.port << quint8(tls.verify) << tls.caFile
           << tls.certificateFile << tls.keyFile << tls.keyPassword << tls.pinnedDer
           << alpnFor(route.version) << route.isolation.group;
    // Hashed so that no password lies about in a map's key.
    return QCryptographicHash::hash(fields, QCryptographicHash::Sha256);
}

} // namespace sonde::net
