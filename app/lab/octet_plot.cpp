// The octet ledger as bars.
#include "lab/plots.h"

namespace sonde::lab
{
namespace
{

using Kind = Mark::Kind;

constexpr double left = 130; // the names of the arms
constexpr double right = 150;
constexpr double top = 8;
constexpr double barHeight = 18;
constexpr double rowHeight = 30;
constexpr double legendHeight = 24;

// All but content and total.
std::vector<LedgerLine> overheadOf(const Ledger &ledger, const Words &words)
{
    auto lines = ledgerLines(ledger, words);
    std::erase_if(
        lines, [](const LedgerLine &line) { return line.key == "content" || line.key == "total"; });
    return lines;
}

Mark block(PlotPoint from, PlotPoint to, int filling, const QString &tip)
{
    return {.kind = Kind::Block, .points = {from, to}, .filling = filling, .text = tip};
}

Mark text(PlotPoint at, const QString &words, Mark::Anchor anchor = Mark::Anchor::Start)
{
    return {.kind = Kind::Text, .anchor = anchor, .points = {at}, .text = words};
}

void addBar(Plot &plot, const ArmResult &arm, double y, double perOctet, const Words &words)
{
    plot.marks.push_back(text({left - 10, y + barHeight - 5}, arm.label(words), Mark::Anchor::End));
    double x = left;
    int filling = 0;
    for (const LedgerLine &line : overheadOf(arm.ledger, words)) {
        const double width = double(line.octets) * perOctet;
        if (line.octets > 0)
            plot.marks.push_back(
                block({x, y}, {x + width, y + barHeight}, filling % fillings,
                      words("%1: %2, %3 octets")
                          .arg(arm.label(words), line.name, words.count(qint64(line.octets)))));
        x += width;
        ++filling;
    }
    plot.marks.push_back(
        text({x + 8, y + barHeight - 5},
             words("+ %1 of content").arg(words.count(qint64(arm.ledger.content)))));
}

} // namespace

Plot octetPlot(const Result &result, const Words &words, PlotSize size)
{
    Plot plot{.title = words("Octets of a trial besides its content"), .width = size.width};
    quint64 most = 1;
    for (const ArmResult &arm : result.arms) {
        quint64 sum = 0;
        for (const LedgerLine &line : overheadOf(arm.ledger, words))
            sum += line.octets;
        most = std::max(most, sum);
    }
    const double perOctet = std::max(size.width - left - right, 10.0) / double(most);
    double y = top;
    for (const ArmResult &arm : result.arms) {
        if (arm.control || arm.trials == 0)
            continue;
        addBar(plot, arm, y, perOctet, words);
        y += rowHeight;
    }
    // The legend, in as many lines as it takes.
    double x = left;
    int filling = 0;
    for (const LedgerLine &line : overheadOf({}, words)) {
        const double width = 30 + 7.5 * double(line.name.size());
        if (x + width > size.width - 8) {
            x = left;
            y += legendHeight;
        }
        plot.marks.push_back(block({x, y + 4}, {x + 16, y + 16}, filling++ % fillings, line.name));
        plot.marks.push_back(text({x + 22, y + 15}, line.name));
        x += width + 10;
    }
    plot.height = y + legendHeight;
    return plot;
}

} // namespace sonde::lab
