#include "lab/line_words.h"

namespace sonde::lab
{
namespace
{

// "5", "0.5": as few decimals as the value needs.
QString plain(double value, const Words &words)
{
    return words.locale.toString(value, 'g', 6);
}

QString rateText(qint64 bits, const Words &words)
{
    return bits >= 1'000'000 ? words("%1 Mbit/s").arg(plain(double(bits) / 1e6, words))
                             : words("%1 kbit/s").arg(plain(double(bits) / 1e3, words));
}

QString delayText(const net::LineSpec &spec, const Words &words)
{
    return words("%1 ms").arg(plain(double(spec.rtt.count()) / 1e3, words));
}

} // namespace

QString lineName(const net::LineSpec &spec, const Words &words)
{
    QStringList parts;
    if (spec.rtt.count() > 0)
        parts += words("%1 delay line").arg(delayText(spec, words));
    else
        parts += words("line");
    if (spec.downBits > 0)
        parts += words("%1 down").arg(rateText(spec.downBits, words));
    if (spec.upBits > 0)
        parts += words("%1 up").arg(rateText(spec.upBits, words));
    if (spec.window == net::LineSpec::Window::Modelled)
        parts += words("modelled slow start");
    return parts.join(QStringLiteral(", "));
}

QString lineSentence(const net::LineSpec &spec, const Words &words)
{
    if (spec.isNone())
        return words("No network emulation.");
    QStringList parts;
    if (spec.rtt.count() > 0)
        parts += words("%1 a round trip, connecting included").arg(delayText(spec, words));
    if (spec.downBits > 0)
        parts += words("%1 down, shared by all connections").arg(rateText(spec.downBits, words));
    if (spec.upBits > 0)
        parts += words("%1 up, shared by all connections").arg(rateText(spec.upBits, words));
    const QString truth =
        spec.window == net::LineSpec::Window::Modelled
            ? words("slow start is modelled (ten segments of 1448 octets at the beginning, one "
                    "more for each that arrives), no loss")
            : words("no slow start, no loss");
    return words("Emulated line above TCP: %1; %2. A real network is less kind.")
        .arg(parts.join(QStringLiteral("; ")), truth);
}

} // namespace sonde::lab
