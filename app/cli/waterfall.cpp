#include "cli/waterfall.h"

#include "trace/phases.h"

#include <algorithm>

namespace sonde::cli
{
namespace
{

using trace::PhaseSpan;
using trace::PhaseState;
using trace::Stamp;

constexpr int labelWidth = 18; // "  connection-wait "
constexpr int numberWidth = 10;

class Painter
{
public:
    Painter(const Report &report, const WaterfallStyle &style)
        : m_report(report)
        , m_style(style)
        , m_barWidth(std::max(8, style.width - labelWidth - 2 * numberWidth - 3))
    {
        m_start = report.hops.front().events.front().at;
        m_end = m_start;
        for (const trace::ExchangeState &hop : report.hops) {
            if (!hop.events.empty())
                m_end = std::max(m_end, hop.events.back().at);
        }
    }

    QByteArray paint()
    {
        for (size_t i = 0; i < m_report.hops.size(); ++i)
            hop(m_report.hops[i], i);
        total();
        return m_text;
    }

private:
    void hop(const trace::ExchangeState &hop, size_t index)
    {
        if (index > 0)
            m_text += '\n';
        QByteArray title = hop.request.method.token() + ' ' + hop.request.target.url();
        if (title.size() > m_style.width)
            title = title.first(m_style.width - 3) + "...";
        m_text += painted(title, Ink::Strong, m_style.colour) + '\n';
        m_text += "  " + outcome(hop) + '\n';
        for (const PhaseSpan &span : trace::phases(hop)) {
            if (span.phase == trace::Phase::Tls && span.start && span.end)
                preparation(hop.connection->state());
            if (span.start && span.end)
                row(trace::name(span.phase), span);
        }
    }

    static QByteArray outcome(const trace::ExchangeState &hop)
    {
        QByteArray text;
        if (hop.response)
            text = http::versionName(hop.response->version).toByteArray() + ' ' +
                   QByteArray::number(hop.response->status);
        else
            text = "no response";
        if (hop.connection) {
            const trace::ConnectionState state = hop.connection->state();
            text += hop.connectionReused ? ", reused connection " : ", new connection ";
            text += QByteArray::number(quint64(state.id));
            if (!state.remote.isEmpty())
                text += " to " + state.remote;
        }
        if (hop.sizes.responseEncoded > 0)
            text += ", " + sizeText(hop.sizes.responseEncoded);
        return text;
    }

    // Nothing goes over the wire in it: it is this program that gets ready for TLS.
    void preparation(const trace::ConnectionState &connection)
    {
        if (const auto done = trace::tlsPreparation(connection))
            row("tls-prepare", {.phase = trace::Phase::Tls,
                                .state = PhaseState::Done,
                                .start = done->start,
                                .end = done->end});
    }

    void row(QByteArrayView name, const PhaseSpan &span)
    {
        m_text += ("  " + name.toByteArray()).leftJustified(labelWidth);
        m_text += '|' + painted(bar(span), inkOf(span), m_style.colour) + '|';
        QByteArray numbers = padded(durationText(*span.start - m_start), numberWidth) +
                             padded(durationText(*span.end - *span.start), numberWidth);
        if (span.state == PhaseState::Failed)
            numbers += " failed";
        else if (span.state == PhaseState::Running)
            numbers += " cut short";
        else if (span.shared)
            numbers += " shared";
        else if (span.early)
            numbers += " early response";
        m_text += numbers + '\n';
    }

    // The micro sign is two octets and one column.
    static QByteArray padded(const QByteArray &text, int columns)
    {
        const auto continuation = [](char c) { return (quint8(c) & 0xc0) == 0x80; };
        const int wide = int(text.size() - std::ranges::count_if(text, continuation));
        return QByteArray(std::max(0, columns - wide), ' ') + text;
    }

    static Ink inkOf(const PhaseSpan &span)
    {
        if (span.state == PhaseState::Failed)
            return Ink::Error;
        return span.phase == trace::Phase::Wait || span.phase == trace::Phase::ContinueWait
                   ? Ink::Warning
                   : Ink::Good;
    }

    // A bar begins in the nearest whole column and is exact to an eighth in its length; the
    // shortest is still visible.
    QByteArray bar(const PhaseSpan &span) const
    {
        static const char *eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
        const double all = double(std::max<qint64>(1, (m_end - m_start).count()));
        const auto columnsOf = [&](std::chrono::nanoseconds duration) {
            return std::clamp(double(duration.count()) / all, 0.0, 1.0) * m_barWidth;
        };
        const int first = std::min(int(columnsOf(*span.start - m_start) + 0.5), m_barWidth - 1);
        const int wanted = int(columnsOf(*span.end - *span.start) * 8 + 0.5);
        int length = std::clamp(wanted, 1, (m_barWidth - first) * 8);
        QByteArray text(first, ' ');
        int columns = first;
        if (!m_style.blocks) {
            const int whole = (length + 7) / 8;
            return text + QByteArray(whole, '#') + QByteArray(m_barWidth - first - whole, ' ');
        }
        for (; length >= 8; length -= 8, ++columns)
            text += "█";
        if (length > 0) {
            text += eighths[length];
            ++columns;
        }
        return text + QByteArray(m_barWidth - columns, ' ');
    }

    void total()
    {
        m_text += QByteArray("  total").leftJustified(labelWidth + m_barWidth + 2) +
                  padded(QByteArray(), numberWidth) +
                  padded(durationText(m_end - m_start), numberWidth) + '\n';
    }

    const Report &m_report;
    const WaterfallStyle &m_style;
    const int m_barWidth;
    Stamp m_start;
    Stamp m_end;
    QByteArray m_text;
};

QByteArray threeDigits(double number)
{
    const int decimals = number >= 99.95 ? 0 : number >= 9.995 ? 1 : 2;
    return QByteArray::number(number, 'f', decimals);
}

} // namespace

QByteArray durationText(std::chrono::nanoseconds duration)
{
    const double ns = double(duration.count());
    if (ns >= 999.5e6)
        return threeDigits(ns / 1e9) + " s";
    if (ns >= 999.5e3)
        return threeDigits(ns / 1e6) + " ms";
    return QByteArray::number(qint64(ns / 1e3 + 0.5)) + " µs";
}

QByteArray sizeText(quint64 octets)
{
    static const char *units[] = {" B", " KiB", " MiB", " GiB", " TiB"};
    double number = double(octets);
    int unit = 0;
    while (number >= 1000 && unit < 4) {
        number /= 1024;
        ++unit;
    }
    return QByteArray::number(number, 'f', unit == 0 ? 0 : 1) + units[unit];
}

QByteArray waterfall(const Report &report, const WaterfallStyle &style)
{
    if (report.hops.empty() || report.hops.front().events.empty())
        return {};
    return Painter(report, style).paint();
}

} // namespace sonde::cli
