// The way of received content to where it stays: decoded on the way, into the byte store or a sink,
// and how much credit that earns. Owned by the driver of its exchange; network thread.
#pragma once

#include "client/call.h"
#include "wire/content_decoder.h"

namespace sonde::client
{

class BodyWriter
{
public:
    // `received`, if there is one, keeps what came wherever `store` does not hold the same.
    BodyWriter(std::shared_ptr<body::ByteStore> store, body::ByteStore *received)
        : m_store(std::move(store))
        , m_received(received)
    {
    }
    ~BodyWriter() { close(); }
    BodyWriter(const BodyWriter &) = delete;
    BodyWriter &operator=(const BodyWriter &) = delete;

    // Decode from here on; before the first octet.
    void decodeWith(wire::ContentDecoder decoder) { m_decoder.emplace(std::move(decoder)); }
    // To a sink instead of the store. `drained` is called when it was full and has room again.
    void divertTo(std::shared_ptr<BodySink> sink, const http::ResponseHead &head,
                  std::function<void()> drained);

    // Takes all octets; returns how many encoded ones have been passed on, these or earlier ones,
    // so that the peer may send as many more. Errors: of decoding, of the store, of the sink.
    [[nodiscard]] http::Result<qint64> take(QByteArrayView octets);
    // Goes on with what is held back, after `drained`.
    [[nodiscard]] http::Result<qint64> resume();
    // True while octets are held back or unpaid because the sink is full.
    [[nodiscard]] bool isHeld() const { return m_sinkFull; }
    // After the last octet, when nothing is held.
    [[nodiscard]] http::Result<void> finish();
    // No more will come; the sink is let go.
    void close();

    [[nodiscard]] quint64 decodedOctets() const { return m_written; }
    [[nodiscard]] std::vector<trace::Finding> takeFindings();

private:
    [[nodiscard]] http::Result<void> write(QByteArrayView octets);
    [[nodiscard]] http::Result<void> pull();
    [[nodiscard]] qint64 credit();
    void sinkDrained();

    const std::shared_ptr<body::ByteStore> m_store;
    body::ByteStore *const m_received;
    std::shared_ptr<BodySink> m_sink;
    std::function<void()> m_drained;
    std::optional<wire::ContentDecoder> m_decoder;
    quint64 m_taken = 0;    // encoded octets that came without a decoder
    quint64 m_credited = 0; // encoded octets that credit has been given for
    quint64 m_written = 0;
    bool m_sinkFull = false;
    bool m_writing = false;
};

} // namespace sonde::client
