// The small language of the filter box over frames: "stream:1 type:DATA dir:in len>1000 text". All
// words must hold; a minus in front turns one round. Pure, any thread.
#pragma once

#include "ui/protocol/wire_view.h"

#include <QStringList>

#include <expected>
#include <vector>

namespace sonde::ui
{

class WireFilter
{
public:
    // Errors: one sentence for the user, naming the word that is wrong and what would be right.
    [[nodiscard]] static std::expected<WireFilter, QString> parse(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    // `zero` is the moment that at>… counts from.
    [[nodiscard]] bool matches(const WireView &view, size_t row, trace::Stamp zero) const;
    // All rows that match, in order.
    [[nodiscard]] std::vector<quint32> apply(const WireView &view, trace::Stamp zero) const;

    // What may stand before the colon, for the help.
    [[nodiscard]] static QString help();

    bool operator==(const WireFilter &) const = default;

private:
    enum class What : quint8 { Text, Stream, Type, Flag, Way, Finding, Violation, Length, Moment };
    enum class Than : quint8 { Equal, Less, AtMost, More, AtLeast };
    struct Term {
        What what = What::Text;
        Than than = Than::Equal;
        bool turned = false;
        QStringList words;            // any of them
        std::vector<quint32> streams; // any of them
        double number = 0;

        bool operator==(const Term &) const = default;
    };
    using Parsed = std::expected<Term, QString>;
    static Parsed term(const QString &word);
    static Parsed keyed(const QString &key, const QString &value, const QString &word);
    static Parsed compared(const QString &word, qsizetype at);
    static bool compare(double value, const Term &term);
    static bool holds(const Term &term, const WireView &view, size_t row, trace::Stamp zero);

    std::vector<Term> m_terms;
};

} // namespace sonde::ui
