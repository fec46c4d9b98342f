// A plot as SVG, in the ink of the page around it.
#include "lab/plots.h"

namespace sonde::lab
{
namespace
{

QByteArray num(double value)
{
    return QByteArray::number(value, 'f', 1);
}

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray lineElement(const Mark &mark)
{
    QByteArray points;
    for (const PlotPoint &point : mark.points)
        points += num(point.x) + ',' + num(point.y) + ' ';
    QByteArray element = "<polyline points=\"" + points.trimmed() +
                         "\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"" +
                         num(mark.width) + '"';
    if (mark.ink == Mark::Ink::Faint)
        element += " stroke-opacity=\"0.25\"";
    if (mark.ink == Mark::Ink::Arm && !dashesOf(mark.arm).empty()) {
        QByteArray dashes;
        for (const double length : dashesOf(mark.arm))
            dashes += num(length) + ' ';
        element += " stroke-dasharray=\"" + dashes.trimmed() + '"';
    }
    return element + "/>";
}

QByteArray bandElement(const Mark &mark)
{
    const PlotPoint &from = mark.points.front();
    const PlotPoint &to = mark.points.back();
    return "<rect x=\"" + num(from.x) + "\" y=\"" + num(from.y) + "\" width=\"" +
           num(to.x - from.x) + "\" height=\"" + num(to.y - from.y) +
           "\" fill-opacity=\"0.12\"><title>" + escaped(mark.text) + "</title></rect>";
}

// Fillings that print in one colour.
QByteArray patterns(const Plot &plot)
{
    static constexpr const char *paths[] = {"",        "M0 6 L6 0", "M0 0 L6 6",
                                            "M0 3 H6", "M3 0 V6",   "M0 3 H6 M3 0 V6"};
    const bool needed = std::ranges::any_of(
        plot.marks, [](const Mark &mark) { return mark.kind == Mark::Kind::Block; });
    if (!needed)
        return {};
    QByteArray text = "<defs>";
    for (int i = 1; i < fillings; ++i)
        text += "<pattern id=\"filling" + QByteArray::number(i) +
                "\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path d=\"" +
                paths[i] + "\" stroke=\"currentColor\" stroke-width=\"1\"/></pattern>";
    return text + "</defs>\n";
}

QByteArray blockElement(const Mark &mark)
{
    const PlotPoint &from = mark.points.front();
    const PlotPoint &to = mark.points.back();
    const QByteArray fill = mark.filling == 0
                                ? QByteArray("fill-opacity=\"0.55\"")
                                : "fill=\"url(#filling" + QByteArray::number(mark.filling) + ")\"";
    return "<rect x=\"" + num(from.x) + "\" y=\"" + num(from.y) + "\" width=\"" +
           num(to.x - from.x) + "\" height=\"" + num(to.y - from.y) + "\" " + fill +
           " stroke=\"currentColor\" stroke-width=\"0.7\"><title>" + escaped(mark.text) +
           "</title></rect>";
}

QByteArray dotElement(const Mark &mark)
{
    const QByteArray title =
        mark.text.isEmpty() ? QByteArray() : "<title>" + escaped(mark.text) + "</title>";
    if (const auto corners = cornersOf(mark); !corners.empty()) {
        QByteArray points;
        for (const PlotPoint &point : corners)
            points += num(point.x) + ',' + num(point.y) + ' ';
        return "<polygon points=\"" + points.trimmed() + "\" fill-opacity=\"0.55\">" + title +
               "</polygon>";
    }
    const QByteArray ink = mark.shape == Mark::Shape::Ring
                               ? "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.7\""
                               : "fill-opacity=\"0.55\"";
    return "<circle cx=\"" + num(mark.points.front().x) + "\" cy=\"" + num(mark.points.front().y) +
           "\" r=\"" + num(mark.width) + "\" " + ink + '>' + title + "</circle>";
}

QByteArray textElement(const Mark &mark)
{
    const QByteArray anchor = mark.anchor == Mark::Anchor::Start    ? "start"
                              : mark.anchor == Mark::Anchor::Middle ? "middle"
                                                                    : "end";
    return "<text x=\"" + num(mark.points.front().x) + "\" y=\"" + num(mark.points.front().y) +
           "\" text-anchor=\"" + anchor + "\">" + escaped(mark.text) + "</text>";
}

} // namespace

QByteArray svgOf(const Plot &plot)
{
    QByteArray text = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " +
                      num(plot.width) + ' ' + num(plot.height) +
                      "\" font-family=\"sans-serif\" font-size=\"12\" fill=\"currentColor\" "
                      "stroke=\"none\"><title>" +
                      escaped(plot.title) + "</title>\n";
    text += patterns(plot);
    for (const Mark &mark : plot.marks) {
        switch (mark.kind) {
        case Mark::Kind::Line:
            text += lineElement(mark);
            break;
        case Mark::Kind::Band:
            text += bandElement(mark);
            break;
        case Mark::Kind::Block:
            text += blockElement(mark);
            break;
        case Mark::Kind::Dot:
            text += dotElement(mark);
            break;
        case Mark::Kind::Text:
            text += textElement(mark);
            break;
        }
        text += '\n';
    }
    return text + "</svg>\n";
}

} // namespace sonde::lab
