#include "lab/ledger.h"

namespace sonde::lab
{

quint64 Ledger::control() const
{
    const quint64 known = requestHeads + responseHeads + framing + content;
    return plain > known ? plain - known : 0;
}

quint64 Ledger::tlsRecords() const
{
    const quint64 known = handshake + plain;
    return sent + received > known ? sent + received - known : 0;
}

Ledger ledgerOf(std::span<const trace::ExchangeState> exchanges)
{
    Ledger ledger;
    for (const trace::ExchangeState &exchange : exchanges) {
        const trace::Sizes &sizes = exchange.sizes;
        ledger.requestHeads += sizes.requestHeadWire;
        ledger.responseHeads += sizes.responseHeadWire;
        ledger.content += sizes.requestContent + sizes.responseEncoded;
        const quint64 wire = sizes.requestBodyWire + sizes.responseBodyWire;
        const quint64 content = sizes.requestContent + sizes.responseEncoded;
        ledger.framing += wire > content ? wire - content : 0;
    }
    return ledger;
}

quint64 handshakeOctets(const trace::ConnectionState &connection)
{
    for (const trace::Event &event : connection.events) {
        if (event.what == trace::What::TlsFinished)
            return event.value;
    }
    return 0;
}

} // namespace sonde::lab
