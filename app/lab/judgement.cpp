#include "lab/judgement.h"

namespace sonde::lab
{

Paired paired(const Samples &differences, Random random)
{
    return {.median = median(differences),
            .interval = medianInterval(differences, random),
            .blocks = int(differences.size())};
}

Outcome judge(const Paired &difference, const std::optional<Paired> &noise, double margin)
{
    if (difference.blocks < blocksForVerdict || !noise || noise->blocks < blocksForVerdict)
        return Outcome::NoVerdict;
    if (difference.interval.isInside(-margin, margin))
        return Outcome::Equivalent;
    // The baseline against itself shows what no protocol has caused.
    if (!difference.interval.contains(0) && !noise->interval.contains(difference.median))
        return Outcome::Different;
    return Outcome::Inconclusive;
}

QByteArrayView name(Outcome outcome)
{
    switch (outcome) {
    case Outcome::NoVerdict:
        return "no-verdict";
    case Outcome::Different:
        return "different";
    case Outcome::Equivalent:
        return "equivalent";
    case Outcome::Inconclusive:
        return "inconclusive";
    }
    Q_UNREACHABLE();
}

} // namespace sonde::lab
