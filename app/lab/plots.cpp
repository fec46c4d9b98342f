#include "lab/plots.h"

#include <array>
#include <cmath>

namespace sonde::lab
{
namespace
{

constexpr double width = 760;
constexpr double left = 60;
constexpr double right = 210;
constexpr double top = 16;

constexpr auto dashes = std::to_array<QByteArrayView>({"", "7 4", "2 3", "9 3 2 3", "1 4"});

QByteArray num(double value)
{
    return QByteArray::number(value, 'f', 1);
}

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

// 1, 2 or 5 times a power of ten: at most about six steps over the span.
double niceStep(double span)
{
    const double rough = std::max(span, 1e-9) / 6;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough)
            return factor * power;
    }
    return 10 * power;
}

struct Axis {
    double low = 0;
    double high = 1;

    static Axis over(const Samples &values)
    {
        if (values.empty())
            return {};
        const auto [least, most] = std::ranges::minmax(values);
        const double room = std::max((most - least) * 0.05, 0.01);
        return {least - room, most + room};
    }
    [[nodiscard]] double x(double value) const
    {
        return left + (value - low) / (high - low) * (width - left - right);
    }
};

class Svg
{
public:
    Svg(double height, const QString &title)
        : m_height(height)
    {
        m_text = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " +
                 num(width) + ' ' + num(height) +
                 "\" font-family=\"sans-serif\" font-size=\"12\" fill=\"currentColor\" "
                 "stroke=\"none\"><title>" +
                 escaped(title) + "</title>\n";
    }

    void line(double x1, double y1, double x2, double y2, const QByteArray &style = {})
    {
        m_text += "<line x1=\"" + num(x1) + "\" y1=\"" + num(y1) + "\" x2=\"" + num(x2) +
                  "\" y2=\"" + num(y2) + "\" stroke=\"currentColor\" " + style + "/>\n";
    }
    void text(double x, double y, const QString &words, const QByteArray &anchor = "start")
    {
        m_text += "<text x=\"" + num(x) + "\" y=\"" + num(y) + "\" text-anchor=\"" + anchor +
                  "\">" + escaped(words) + "</text>\n";
    }
    void raw(const QByteArray &element) { m_text += element + '\n'; }

    void axis(const Axis &axis)
    {
        const double bottom = m_height - 24;
        line(left, bottom, width - right, bottom);
        const double step = niceStep(axis.high - axis.low);
        for (double at = std::ceil(axis.low / step) * step; at <= axis.high; at += step) {
            line(axis.x(at), bottom, axis.x(at), bottom + 4);
            text(axis.x(at), bottom + 18, QString::number(std::abs(at) < step / 1e6 ? 0 : at),
                 "middle");
        }
        text(width - right + 8, bottom + 18, QStringLiteral("ms"));
    }
    QByteArray finish() { return m_text + "</svg>\n"; }

private:
    const double m_height;
    QByteArray m_text;
};

} // namespace

QByteArray ecdfPlot(const Result &result)
{
    constexpr double height = 260;
    constexpr double bottom = height - 24;
    Samples all;
    for (const ArmResult &arm : result.arms)
        all.insert(all.end(), arm.makespans.begin(), arm.makespans.end());
    const Axis axis = Axis::over(all);
    Svg svg(height, QStringLiteral("Share of trials that were over by each time"));
    svg.axis(axis);
    for (const int share : {0, 50, 100}) {
        const double y = bottom - share / 100.0 * (bottom - top);
        svg.line(left, y, width - right, y, "stroke-opacity=\"0.2\"");
        svg.text(left - 6, y + 4, QStringLiteral("%1 %").arg(share), "end");
    }
    for (size_t i = 0; i < result.arms.size(); ++i) {
        QByteArray path = "M" + num(left) + ' ' + num(bottom);
        for (const EcdfPoint &point : ecdf(result.arms[i].makespans))
            path +=
                "H" + num(axis.x(point.value)) + "V" + num(bottom - point.share * (bottom - top));
        path += "H" + num(width - right);
        const QByteArray style = "stroke-dasharray=\"" + dashes[i % dashes.size()].toByteArray() +
                                 "\" stroke-width=\"1.8\"";
        svg.raw("<path d=\"" + path + "\" fill=\"none\" stroke=\"currentColor\" " + style + "/>");
        const double y = top + 20 + 20 * double(i);
        svg.line(width - right + 12, y - 4, width - right + 44, y - 4, style);
        svg.text(width - right + 50, y, result.arms[i].label());
    }
    return svg.finish();
}

QByteArray pairedPlot(const Result &result)
{
    constexpr double rowHeight = 44;
    Samples all = {0};
    for (const Comparison &comparison : result.comparisons)
        all.insert(all.end(), comparison.blocks.begin(), comparison.blocks.end());
    all.insert(all.end(), result.noiseBlocks.begin(), result.noiseBlocks.end());
    const Axis axis = Axis::over(all);
    const double height = top + rowHeight * double(result.comparisons.size() + 1) + 34;
    Svg svg(height, QStringLiteral("Difference to the first arm, one dot a block, in ms"));
    const double bottom = height - 24;
    if (result.noise) {
        const double from = axis.x(std::max(result.noise->interval.low, axis.low));
        const double to = axis.x(std::min(result.noise->interval.high, axis.high));
        svg.raw("<rect x=\"" + num(from) + "\" y=\"" + num(top) + "\" width=\"" +
                num(std::max(to - from, 1.0)) + "\" height=\"" + num(bottom - top) +
                "\" fill-opacity=\"0.12\"><title>A/A noise</title></rect>");
    }
    svg.line(axis.x(0), top, axis.x(0), bottom, "stroke-dasharray=\"3 3\"");
    const auto row = [&](size_t index, const Samples &blocks, const Paired *paired,
                         const QString &name) {
        const double y = top + rowHeight * (double(index) + 0.5);
        for (const double value : blocks)
            svg.raw("<circle cx=\"" + num(axis.x(value)) + "\" cy=\"" + num(y) +
                    "\" r=\"3.5\" fill-opacity=\"0.55\"/>");
        if (paired && paired->blocks > 1) {
            svg.line(axis.x(paired->interval.low), y + 12, axis.x(paired->interval.high), y + 12,
                     "stroke-width=\"3\"");
            svg.line(axis.x(paired->median), y + 6, axis.x(paired->median), y + 18,
                     "stroke-width=\"3\"");
        }
        svg.text(width - right + 12, y + 4, name);
    };
    for (size_t i = 0; i < result.comparisons.size(); ++i) {
        const Comparison &comparison = result.comparisons[i];
        row(i, comparison.blocks, &comparison.difference,
            result.arms[size_t(comparison.arm)].label());
    }
    row(result.comparisons.size(), result.noiseBlocks, result.noise ? &*result.noise : nullptr,
        QStringLiteral("control"));
    svg.axis(axis);
    return svg.finish();
}

} // namespace sonde::lab
