#include "cli/progress.h"

#include "cli/waterfall.h"

namespace sonde::cli
{
namespace
{

constexpr qint64 silentTime = 150; // ms: what is quicker than this needs no progress
constexpr qint64 drawInterval = 100;

QByteArray stateText(const trace::ExchangeState &exchange)
{
    using trace::What;
    if (trace::firstOf(exchange.events, What::SendHeadFinished))
        return "waiting for the response";
    if (!exchange.connection)
        return "waiting for a connection";
    const auto events = exchange.connection->state().events;
    if (trace::firstOf(events, What::TlsStarted))
        return "shaking hands";
    if (trace::firstOf(events, What::ConnectStarted))
        return "connecting";
    return "looking up the host";
}

} // namespace

Progress::Progress(Show show)
    : m_show(show)
{
    m_clock.start();
}

void Progress::update(const trace::ExchangeState &exchange)
{
    const qint64 elapsed = m_clock.elapsed();
    if (m_show == Show::Never || elapsed < silentTime || elapsed - m_lastDrawn < drawInterval)
        return;
    m_lastDrawn = elapsed;
    m_drawn = true;
    QByteArray text = progressText(exchange, trace::now());
    text.truncate(terminalWidth() - 1);
    printError("\r\x1b[K" + text);
}

void Progress::clear()
{
    if (std::exchange(m_drawn, false))
        printError("\r\x1b[K");
}

void Progress::giveWay()
{
    clear();
    m_show = Show::Never;
}

QByteArray progressText(const trace::ExchangeState &exchange, trace::Stamp now)
{
    using trace::What;
    const auto bodyStart = trace::firstOf(exchange.events, What::BodyStarted);
    const auto sendStart = trace::firstOf(exchange.events, What::SendBodyStarted);
    const auto rate = [&](quint64 octets, trace::Stamp since) {
        const double seconds = double((now - since).count()) / 1e9;
        return seconds > 0.001 ? ", " + sizeText(quint64(double(octets) / seconds)) + "/s"
                               : QByteArray();
    };
    if (bodyStart) {
        const quint64 got = exchange.sizes.responseEncoded;
        QByteArray text = sizeText(got);
        if (const auto length = exchange.response->headers.value("Content-Length"))
            text += " of " + sizeText(length->toByteArray().toULongLong());
        return text + rate(got, *bodyStart);
    }
    if (sendStart && !exchange.response)
        return "sent " + sizeText(exchange.sizes.requestContent) +
               rate(exchange.sizes.requestContent, *sendStart);
    const double seconds =
        exchange.events.empty() ? 0 : double((now - exchange.events.front().at).count()) / 1e9;
    return stateText(exchange) + ", " + QByteArray::number(seconds, 'f', 1) + " s";
}

} // namespace sonde::cli
