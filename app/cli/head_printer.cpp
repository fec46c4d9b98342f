#include "cli/head_printer.h"

#include "cli/report.h"

namespace sonde::cli
{

QByteArray HeadPrinter::news(const std::vector<trace::ExchangeState> &hops)
{
    QByteArray text;
    m_told.resize(std::max(m_told.size(), hops.size()));
    for (size_t i = 0; i < hops.size(); ++i) {
        while (m_told[i].interim < hops[i].interim.size())
            text += headText(hops[i].interim[m_told[i].interim++]) + "\r\n";
        if (hops[i].response && !std::exchange(m_told[i].response, true))
            text += headText(*hops[i].response) + "\r\n";
    }
    return text;
}

QByteArray HeadPrinter::trailers(const std::vector<trace::ExchangeState> &hops)
{
    QByteArray text;
    if (!hops.empty()) {
        for (const http::Field &field : hops.back().trailers)
            text += field.name + ": " + field.value + "\r\n";
    }
    return text;
}

} // namespace sonde::cli
