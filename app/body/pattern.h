// A compiled PCRE2 pattern over UTF-8 octets, with limits on what one match may cost. Immutable
// once made; PatternMatch, one a thread, does the matching.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <expected>
#include <memory>
#include <optional>

namespace sonde::body
{

struct PatternFault {
    qsizetype offset = 0; // in the pattern
    QString sentence;
};

class Pattern
{
public:
    struct Options {
        bool literal = false;
        bool anyCase = false;
        bool wholeWord = false;
        bool multiline = true; // ^ and $ at every line
    };
    static constexpr qsizetype longest = 64 << 10; // octets of a pattern

    [[nodiscard]] static std::expected<Pattern, PatternFault> compile(QByteArrayView pattern,
                                                                      Options options);
    // Octets a look-behind or a word boundary may look at before a match.
    [[nodiscard]] qsizetype lookBehind() const;

private:
    friend class PatternMatch;
    struct Code;
    explicit Pattern(std::shared_ptr<const Code> code)
        : m_code(std::move(code))
    {
    }
    std::shared_ptr<const Code> m_code;
};

class PatternMatch
{
public:
    enum class Outcome : quint8 {
        Found,
        Partial, // may be one if more octets follow
        None,
        TooCostly, // a limit was reached
    };
    enum class Following : quint8 { More, Nothing };
    enum class Empty : quint8 { Allowed, PassedOver }; // matches of no octets

    explicit PatternMatch(Pattern pattern);
    ~PatternMatch();
    PatternMatch(const PatternMatch &) = delete;
    PatternMatch &operator=(const PatternMatch &) = delete;

    // The first match at `start` or after. Octets that are no UTF-8 match nothing.
    [[nodiscard]] Outcome find(QByteArrayView octets, qsizetype start, Following following,
                               Empty empty = Empty::Allowed);
    [[nodiscard]] qsizetype from() const { return m_from; } // of what was found, or the partial
    [[nodiscard]] qsizetype to() const { return m_to; }

private:
    struct State;
    Pattern m_pattern;
    std::unique_ptr<State> m_state;
    qsizetype m_from = 0;
    qsizetype m_to = 0;
};

} // namespace sonde::body
