// The plots of a result as things to draw, told apart by dashes, shapes and names, so that they
// can be read without colour: a report writes them as SVG, the window paints them. Pure.
#pragma once

#include "lab/sentences.h"

namespace sonde::lab
{

struct PlotPoint {
    double x = 0;
    double y = 0;
    bool operator==(const PlotPoint &) const = default;
};

// One thing to draw.
struct Mark {
    enum class Kind : quint8 {
        Line,  // through its points
        Band,  // a filled rectangle between two corners
        Block, // a rectangle with an edge and one of several fillings
        Dot,
        Text, // at its point, which is on the base line
    } kind{};
    enum class Ink : quint8 {
        Axis,  // axes and their numbers
        Faint, // lines that help the eye
        Noise, // the A/A band
        Arm,   // what was measured
    } ink = Ink::Axis;
    enum class Anchor : quint8 { Start, Middle, End } anchor = Anchor::Start;
    std::vector<PlotPoint> points;
    double width = 1; // of a line; the radius of a dot
    int arm = 0;      // index into the result's arms; decides dashes and colour
    // Of a dot, one an arm; the control's is hollow.
    enum class Shape : quint8 { Circle, Square, Triangle, Diamond, Ring } shape = Shape::Circle;
    int trial = -1;  // dots: index into the run's trials
    int filling = 0; // of a block: 0 is whole, the others are hatched, each in its own way
    QString text;    // of a dot or block: what a tool tip says
};

struct Plot {
    QString title;
    double width = 0;
    double height = 0;
    std::vector<Mark> marks;
};

struct PlotSize {
    double width = 760;
    double height = 260; // the paired plot takes what its rows need, if that is less
};

// The share of trials that were over by each time, one line an arm, one dot a trial.
[[nodiscard]] Plot ecdfPlot(const Result &result, const Words &words = {}, PlotSize size = {});
// One dot a block: how much later than the baseline; the band is the A/A noise, the bar the
// interval.
[[nodiscard]] Plot pairedPlot(const Result &result, const Words &words = {}, PlotSize size = {});

// Where the octets of a trial went, one bar an arm, all but the content, whose size would leave
// nothing to see of the rest and stands beside it.
[[nodiscard]] Plot octetPlot(const Result &result, const Words &words = {}, PlotSize size = {});

constexpr int fillings = 6;
// Lengths of strokes and gaps; empty for a whole line.
[[nodiscard]] std::span<const double> dashesOf(int arm);
// The corners of a dot around its point, at its radius; empty where it is round.
[[nodiscard]] std::vector<PlotPoint> cornersOf(const Mark &dot);
// In the ink of the page around it; needs nothing else.
[[nodiscard]] QByteArray svgOf(const Plot &plot);

} // namespace sonde::lab
