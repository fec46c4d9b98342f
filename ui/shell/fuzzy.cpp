#include "ui/shell/fuzzy.h"

#include <QStringList>

#include <algorithm>

namespace sonde::ui
{

namespace
{

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber() ||
           (text[at].isUpper() && text[at - 1].isLower());
}

} // namespace

FuzzyMatch fuzzyMatch(QStringView pattern, QStringView text)
{
    FuzzyMatch match{.score = 0};
    qsizetype at = 0;
    qsizetype last = -2;
    for (const QChar wanted : pattern) {
        if (wanted.isSpace())
            continue;
        // The start of a word is preferred to a nearer letter inside one.
        qsizetype found = -1;
        for (qsizetype look = at; look < text.size(); ++look) {
            if (text[look].toCaseFolded() != wanted.toCaseFolded())
                continue;
            const bool next = look == last + 1;
            if (next || startsWord(text, look)) {
                found = look;
                break;
            }
            if (found < 0)
                found = look;
        }
        if (found < 0)
            return {};
        match.score += found == last + 1 ? 8 : startsWord(text, found) ? 6 : 1;
        match.positions.append(int(found));
        last = found;
        at = found + 1;
    }
    // Of two that fit alike, the shorter is meant.
    match.score = match.score * 16 + std::max(0, 15 - int(text.size() / 6));
    return match;
}

FuzzyMatch fuzzyMatch(const QString &pattern, const QString &text, const QString &place)
{
    FuzzyMatch whole = fuzzyMatch(pattern, text);
    if (whole)
        return whole;
    const QStringList words = pattern.split(u' ', Qt::SkipEmptyParts);
    const auto inPlace = [&](const QStringList &some) {
        return std::ranges::all_of(
            some, [&](const QString &word) { return place.contains(word, Qt::CaseInsensitive); });
    };
    const auto fits = [&](const QStringList &name, const QStringList &where) {
        FuzzyMatch match = inPlace(where) ? fuzzyMatch(name.join(u' '), text) : FuzzyMatch();
        if (match)
            match.score /= 16; // what only tells apart names of one length
        return match;
    };
    // As much of it as fits is the name.
    for (qsizetype named = words.size() - 1; named > 0; --named) {
        if (FuzzyMatch match = fits(words.first(named), words.sliced(named)))
            return match;
        const qsizetype placed = words.size() - named;
        if (FuzzyMatch match = fits(words.sliced(placed), words.first(placed)))
            return match;
    }
    return {};
}

} // namespace sonde::ui
