#include "lab/plots.h"

#include <array>
#include <cmath>
#include <numeric>

namespace sonde::lab
{
namespace
{

using Kind = Mark::Kind;
using Ink = Mark::Ink;
using Anchor = Mark::Anchor;

constexpr double left = 60;
constexpr double right = 210; // the names of the arms
constexpr double top = 16;
constexpr double foot = 34; // the axis and its numbers

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

Mark::Shape shapeOf(const ArmResult &arm, int index)
{
    constexpr std::array shapes = {Mark::Shape::Circle, Mark::Shape::Square, Mark::Shape::Triangle,
                                   Mark::Shape::Diamond};
    return arm.control ? Mark::Shape::Ring : shapes[size_t(index) % shapes.size()];
}

class Drawing
{
public:
    Drawing(const QString &title, const Samples &values, double width, double height)
        : m_plot{.title = title, .width = width, .height = height}
    {
        if (values.empty())
            return;
        const auto [least, most] = std::ranges::minmax(values);
        const double room = std::max((most - least) * 0.05, 0.01);
        m_low = least - room;
        m_high = most + room;
    }

    [[nodiscard]] double low() const { return m_low; }
    [[nodiscard]] double high() const { return m_high; }
    [[nodiscard]] double end() const { return m_plot.width - right; } // of the field of the data
    [[nodiscard]] double bottom() const { return m_plot.height - foot; }
    [[nodiscard]] double x(double value) const
    {
        return left + (value - m_low) / (m_high - m_low) * (end() - left);
    }

    void add(Mark mark) { m_plot.marks.push_back(std::move(mark)); }
    void line(PlotPoint from, PlotPoint to, Ink ink, int arm = 0, double width = 1)
    {
        add({.kind = Kind::Line, .ink = ink, .points = {from, to}, .width = width, .arm = arm});
    }
    void text(PlotPoint at, const QString &words, Anchor anchor = Anchor::Start)
    {
        add({.kind = Kind::Text, .anchor = anchor, .points = {at}, .text = words});
    }
    void dot(PlotPoint at, int arm, Mark::Shape shape, double radius = 3.5, int trial = -1,
             const QString &tip = {})
    {
        add({.kind = Kind::Dot,
             .ink = Ink::Arm,
             .points = {at},
             .width = radius,
             .arm = arm,
             .shape = shape,
             .trial = trial,
             .text = tip});
    }

    void axis(const Words &words)
    {
        line({left, bottom()}, {end(), bottom()}, Ink::Axis);
        const double step = niceStep(m_high - m_low);
        for (double at = std::ceil(m_low / step) * step; at <= m_high; at += step) {
            line({x(at), bottom()}, {x(at), bottom() + 4}, Ink::Axis);
            const double shown = std::abs(at) < step / 1e6 ? 0 : at;
            text({x(at), bottom() + 18}, words.locale.toString(shown, 'g', 6), Anchor::Middle);
        }
        text({end() + 12, bottom() + 18}, QStringLiteral("ms"));
    }
    Plot take() { return std::move(m_plot); }

private:
    Plot m_plot;
    double m_low = 0;
    double m_high = 1;
};

// Steps up by one trial at each of its times.
void addDistribution(Drawing &drawing, const ArmResult &arm, int index, const Words &words)
{
    std::vector<size_t> order(arm.makespans.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::ranges::sort(order, {}, [&](size_t at) { return arm.makespans[at]; });
    Mark line{.kind = Kind::Line, .ink = Ink::Arm, .width = 1.8, .arm = index};
    std::vector<Mark> dots;
    double y = drawing.bottom();
    line.points.push_back({left, y});
    for (size_t rank = 0; rank < order.size(); ++rank) {
        const double time = arm.makespans[order[rank]];
        const double x = drawing.x(time);
        line.points.push_back({x, y});
        const double share = double(rank + 1) / double(order.size());
        y = drawing.bottom() - share * (drawing.bottom() - top);
        line.points.push_back({x, y});
        const int trial = order[rank] < arm.places.size() ? arm.places[order[rank]] : -1;
        dots.push_back(
            {.kind = Kind::Dot,
             .ink = Ink::Arm,
             .points = {{x, y}},
             .width = 2.5,
             .arm = index,
             .shape = shapeOf(arm, index),
             .trial = trial,
             .text = QStringLiteral("%1, %2").arg(arm.label(words), timeText(time, words))});
    }
    line.points.push_back({drawing.end(), y});
    drawing.add(std::move(line));
    for (Mark &dot : dots)
        drawing.add(std::move(dot));
}

struct PairedRow {
    QString name;
    int arm = 0;
    Mark::Shape shape{};
    const Samples *blocks = nullptr;
    const std::vector<int> *places = nullptr;
    const Paired *paired = nullptr;
};

void addPaired(Drawing &drawing, const PairedRow &row, double y, const Words &words)
{
    for (size_t i = 0; i < row.blocks->size(); ++i) {
        const double value = (*row.blocks)[i];
        const QString tip =
            words("%1, block difference %2").arg(row.name, signedTimeText(value, words));
        drawing.dot({drawing.x(value), y}, row.arm, row.shape, 3.5,
                    i < row.places->size() ? (*row.places)[i] : -1, tip);
    }
    if (row.paired && row.paired->blocks > 1) {
        const Interval &interval = row.paired->interval;
        drawing.line({drawing.x(interval.low), y + 12}, {drawing.x(interval.high), y + 12},
                     Ink::Axis, 0, 3);
        const double middle = drawing.x(row.paired->median);
        drawing.line({middle, y + 6}, {middle, y + 18}, Ink::Axis, 0, 3);
    }
    drawing.dot({drawing.end() + 16, y}, row.arm, row.shape);
    drawing.text({drawing.end() + 28, y + 4}, row.name);
}

} // namespace

Plot ecdfPlot(const Result &result, const Words &words, PlotSize size)
{
    Samples all;
    for (const ArmResult &arm : result.arms)
        all.insert(all.end(), arm.makespans.begin(), arm.makespans.end());
    Drawing drawing(words("Share of trials that were over by each time"), all, size.width,
                    size.height);
    drawing.axis(words);
    for (const int share : {0, 50, 100}) {
        const double y = drawing.bottom() - share / 100.0 * (drawing.bottom() - top);
        drawing.line({left, y}, {drawing.end(), y}, Ink::Faint);
        drawing.text({left - 6, y + 4}, words("%1 %").arg(share), Anchor::End);
    }
    for (int i = 0; i < int(result.arms.size()); ++i) {
        const ArmResult &arm = result.arms[size_t(i)];
        addDistribution(drawing, arm, i, words);
        const double y = top + 20 + 20 * double(i);
        drawing.line({drawing.end() + 12, y - 4}, {drawing.end() + 44, y - 4}, Ink::Arm, i, 1.8);
        drawing.dot({drawing.end() + 28, y - 4}, i, shapeOf(arm, i));
        drawing.text({drawing.end() + 50, y}, arm.label(words));
    }
    return drawing.take();
}

Plot pairedPlot(const Result &result, const Words &words, PlotSize size)
{
    std::vector<PairedRow> rows;
    Samples all = {0};
    for (const Comparison &comparison : result.comparisons)
        rows.push_back({.name = result.arms[size_t(comparison.arm)].label(words),
                        .arm = comparison.arm,
                        .shape = shapeOf(result.arms[size_t(comparison.arm)], comparison.arm),
                        .blocks = &comparison.blocks,
                        .places = &comparison.places,
                        .paired = &comparison.difference});
    rows.push_back({.name = words("control"),
                    .arm = int(result.arms.size()) - 1,
                    .shape = Mark::Shape::Ring,
                    .blocks = &result.noiseBlocks,
                    .places = &result.noisePlaces,
                    .paired = result.noise ? &*result.noise : nullptr});
    for (const PairedRow &row : rows)
        all.insert(all.end(), row.blocks->begin(), row.blocks->end());
    const double rowHeight =
        std::min(44.0, (size.height - top - foot) / double(std::max<size_t>(rows.size(), 1)));
    Drawing drawing(words("Difference to the first arm, one dot a block, in ms"), all, size.width,
                    top + rowHeight * double(rows.size()) + foot);
    if (result.noise) {
        const double from = drawing.x(std::max(result.noise->interval.low, drawing.low()));
        const double to = drawing.x(std::min(result.noise->interval.high, drawing.high()));
        drawing.add({.kind = Kind::Band,
                     .ink = Ink::Noise,
                     .points = {{from, top}, {std::max(to, from + 1), drawing.bottom()}},
                     .text = words("A/A noise")});
    }
    drawing.line({drawing.x(0), top}, {drawing.x(0), drawing.bottom()}, Ink::Faint);
    for (size_t i = 0; i < rows.size(); ++i)
        addPaired(drawing, rows[i], top + rowHeight * (double(i) + 0.5) - 4, words);
    drawing.axis(words);
    return drawing.take();
}

std::vector<PlotPoint> cornersOf(const Mark &dot)
{
    const auto [x, y] = dot.points.front();
    const double r = dot.width;
    switch (dot.shape) {
    case Mark::Shape::Square: {
        const double half = r * 0.9;
        return {
            {x - half, y - half}, {x + half, y - half}, {x + half, y + half}, {x - half, y + half}};
    }
    case Mark::Shape::Triangle:
        return {{x, y - r * 1.2}, {x + r * 1.1, y + r * 0.8}, {x - r * 1.1, y + r * 0.8}};
    case Mark::Shape::Diamond:
        return {{x, y - r * 1.3}, {x + r * 1.3, y}, {x, y + r * 1.3}, {x - r * 1.3, y}};
    case Mark::Shape::Circle:
    case Mark::Shape::Ring:
        break;
    }
    return {};
}

std::span<const double> dashesOf(int arm)
{
    static constexpr std::array dashed = {7.0, 4.0};
    static constexpr std::array dotted = {2.0, 3.0};
    static constexpr std::array mixed = {9.0, 3.0, 2.0, 3.0};
    static constexpr std::array sparse = {1.0, 4.0};
    switch (arm % 5) {
    case 1:
        return dashed;
    case 2:
        return dotted;
    case 3:
        return mixed;
    case 4:
        return sparse;
    default:
        return {};
    }
}

} // namespace sonde::lab
