// -i: response heads as they come, each 1xx and each hop, and trailers at the end. Main thread.
#pragma once

#include "trace/exchange.h"

namespace sonde::cli
{

class HeadPrinter
{
public:
    // Heads that have arrived since the last time, each with its empty line.
    [[nodiscard]] QByteArray news(const std::vector<trace::ExchangeState> &hops);
    // Trailers of the last hop, as curl writes them after the body.
    [[nodiscard]] static QByteArray trailers(const std::vector<trace::ExchangeState> &hops);

private:
    struct Told {
        size_t interim = 0;
        bool response = false;
    };
    std::vector<Told> m_told;
};

} // namespace sonde::cli
