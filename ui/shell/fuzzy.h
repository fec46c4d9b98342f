// How well a few typed letters fit a name: all letters in order, better at the starts of words and
// next to each other. Pure functions.
#pragma once

#include <QList>
#include <QString>

namespace sonde::ui
{

struct FuzzyMatch {
    int score = -1;       // below 0: does not fit
    QList<int> positions; // the letters that fit, for showing them bold
    [[nodiscard]] explicit operator bool() const { return score >= 0; }
};
// An empty pattern fits everything, with score 0. Case is ignored.
[[nodiscard]] FuzzyMatch fuzzyMatch(QStringView pattern, QStringView text);
// Of a thing that stands somewhere: where the name alone does not fit, words before or behind may
// be of the place, as in "shop log in". Such a match comes after those of a name alone.
[[nodiscard]] FuzzyMatch fuzzyMatch(const QString &pattern, const QString &text,
                                    const QString &place);

} // namespace sonde::ui
