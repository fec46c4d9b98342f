#include "net/line_spec.h"

#include <array>
#include <cmath>

namespace sonde::net
{
namespace
{

struct Unit {
    QByteArrayView name;
    double factor;
};
constexpr auto times = std::to_array<Unit>({{"us", 1}, {"ms", 1e3}, {"s", 1e6}}); // microseconds
constexpr auto rates =
    std::to_array<Unit>({{"kbit", 1e3}, {"mbit", 1e6}, {"gbit", 1e9}, {"bit", 1}});

http::Error refusal(const QString &sentence)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::ConflictingOptions,
            .sentence = sentence};
}

// "40ms" → 40,000; less than nothing if it cannot be read. A unit must be there.
double quantity(QByteArrayView word, std::span<const Unit> units)
{
    for (const Unit &unit : units) {
        if (!word.endsWith(unit.name))
            continue;
        bool ok = false;
        const double number = word.chopped(unit.name.size()).toDouble(&ok);
        if (ok && std::isfinite(number))
            return number * unit.factor;
    }
    return -1;
}

// The largest unit that gives a whole number.
QByteArray written(qint64 value, std::span<const Unit> units)
{
    const Unit *best = nullptr;
    for (const Unit &unit : units) {
        const auto factor = qint64(unit.factor);
        if (value % factor == 0 && (!best || unit.factor > best->factor))
            best = &unit;
    }
    return best ? QByteArray::number(value / qint64(best->factor)) + best->name.toByteArray()
                : QByteArray();
}

http::Result<qint64> rateFrom(QByteArrayView name, QByteArrayView word)
{
    const double bits = quantity(word, rates);
    if (bits >= double(limit::slowestLine) && bits <= double(limit::fastestLine))
        return qint64(bits);
    return std::unexpected(
        refusal(QStringLiteral("“%1” of a line takes 8kbit to 100gbit a second, as 5mbit; “%2” is "
                               "none of them.")
                    .arg(QLatin1String(name), QString::fromUtf8(word.toByteArray().left(40)))));
}

} // namespace

QByteArray LineSpec::text() const
{
    QByteArrayList parts;
    if (rtt.count() > 0)
        parts += "rtt=" + written(rtt.count(), times);
    if (downBits > 0)
        parts += "down=" + written(downBits, rates);
    if (upBits > 0)
        parts += "up=" + written(upBits, rates);
    if (window == Window::Modelled)
        parts += "window=iw10";
    return parts.join(',');
}

http::Result<LineSpec> lineFrom(QByteArrayView text)
{
    LineSpec spec;
    for (const QByteArray &part : text.toByteArray().toLower().split(',')) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = part.left(equals).trimmed();
        const QByteArray word = equals < 0 ? QByteArray() : part.mid(equals + 1).trimmed();
        if (name == "rtt") {
            const double time = quantity(word, times);
            if (time < 0 || time > double(limit::lineRtt.count()))
                return std::unexpected(refusal(
                    QStringLiteral("“rtt” of a line takes 0ms to 10s; “%1” is none of them.")
                        .arg(QString::fromUtf8(word.left(40)))));
            spec.rtt = std::chrono::microseconds(qint64(time));
        } else if (name == "down" || name == "up") {
            const auto bits = rateFrom(name, word);
            if (!bits)
                return std::unexpected(bits.error());
            (name == "down" ? spec.downBits : spec.upBits) = *bits;
        } else if (name == "window" && (word == "iw10" || word == "none")) {
            spec.window = word == "iw10" ? LineSpec::Window::Modelled : LineSpec::Window::None;
        } else {
            return std::unexpected(
                refusal(QStringLiteral("A line is written as rtt=40ms,down=5mbit,up=1mbit,"
                                       "window=iw10, each of them optional; “%1” cannot be read.")
                            .arg(QString::fromUtf8(part.left(40)))));
        }
    }
    if (spec.window == LineSpec::Window::Modelled && spec.rtt.count() == 0)
        return std::unexpected(refusal(
            QStringLiteral("A window of a line is about round trips: it needs an rtt as well.")));
    if (spec.isNone())
        return std::unexpected(refusal(QStringLiteral(
            "A line needs a delay or a rate that does something, as rtt=40ms,down=5mbit.")));
    return spec;
}

} // namespace sonde::net
