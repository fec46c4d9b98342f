// Masks secrets in the octets of a connection and leaves every length as it is: in HTTP/1 with
// stars, in HTTP/2 with the Huffman code of stars, so that frames, fields and the compression of
// what follows still read as they did. Any thread.
#pragma once

#include "client/connection_record.h"
#include "interop/redaction.h"

#include <set>

namespace sonde::interop
{

class OctetMask
{
public:
    OctetMask() = default; // masks nothing
    // `record` has been read to its end.
    OctetMask(const trace::Connection &connection, const client::ConnectionRecord &record,
              SecretValues values = {});

    // `octets` begin at `offset` of their direction. Not for content: that is elsewhere.
    void apply(trace::Direction direction, quint64 offset, QByteArray &octets) const;
    [[nodiscard]] bool isEmpty() const { return m_patches[0].empty() && m_patches[1].empty(); }
    // Names of what is masked.
    [[nodiscard]] const std::set<QByteArray> &taken() const { return m_taken; }

private:
    struct Patch {
        quint64 offset = 0;
        quint64 size = 0;
        char with = '*';
    };
    struct Lane;

    void maskHead(const trace::Http1Part &part);
    void maskHttp2(const trace::Connection &connection, const trace::Conversation &conversation);
    void maskBlock(trace::Direction direction, const Lane &lane, const trace::HeaderBlock &block);
    void add(trace::Direction direction, Patch patch);

    std::array<std::vector<Patch>, 2> m_patches; // by direction, in order
    std::set<QByteArray> m_taken;
    SecretValues m_values;
};

} // namespace sonde::interop
