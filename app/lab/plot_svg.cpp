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

QByteArray dotElement(const Mark &mark)
{
    return "<circle cx=\"" + num(mark.points.front().x) + "\" cy=\"" + num(mark.points.front().y) +
           "\" r=\"" + num(mark.width) + "\" fill-opacity=\"0.55\"><title>" + escaped(mark.text) +
           "</title></circle>";
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
    for (const Mark &mark : plot.marks) {
        switch (mark.kind) {
        case Mark::Kind::Line:
            text += lineElement(mark);
            break;
        case Mark::Kind::Band:
            text += bandElement(mark);
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
