// Finds a text or a regular expression in a source, block by block, and goes on where it stopped
// when the source has grown. The matches are those of a search in one piece, as long as each is no
// longer than a megabyte; they never overlap and are never empty. One thread.
#pragma once

#include "body/byte_source.h"
#include "body/pattern.h"

#include <vector>

namespace sonde::body
{

enum class LetterCase : quint8 { Same, Any };

struct Wanted {
    enum class Kind : quint8 { Literal, Regex };
    enum class Words : quint8 { Any, Whole };

    QByteArray text; // a regular expression in UTF-8; a literal may be any octets
    Kind kind = Kind::Literal;
    LetterCase letterCase = LetterCase::Same;
    Words words = Words::Any;

    bool operator==(const Wanted &) const = default;
};

struct Hit {
    qint64 from = 0;
    qint64 to = 0;

    bool operator==(const Hit &) const = default;
};

class Finder
{
public:
    static constexpr qint64 longestMatch = 1 << 20; // octets
    static constexpr qint64 largestBlock = 1 << 20; // octets looked at in one step

    // Errors: an empty text, a pattern that PCRE2 refuses.
    [[nodiscard]] static std::expected<Finder, PatternFault> make(const Wanted &wanted,
                                                                  qint64 block = largestBlock);
    ~Finder();
    Finder(Finder &&other) noexcept;
    Finder &operator=(Finder &&other) noexcept;

    enum class Step : quint8 {
        Partial, // call again
        Waiting, // for the source to grow; for a finished one: all has been looked at
        Failed,  // see problem()
    };
    // Looks at one block more and appends what it finds.
    Step step(const ByteSource &source, std::vector<Hit> &hits);
    // Every match that begins before it has been given.
    [[nodiscard]] qint64 position() const { return m_position; }
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    Finder() = default;
    Step literal(const ByteSource &source, std::vector<Hit> &hits);
    Step pattern(const ByteSource &source, std::vector<Hit> &hits);
    Step search(QByteArrayView octets, qint64 base, PatternMatch::Following following,
                std::vector<Hit> &hits);
    void tooCostly(qint64 offset);

    QByteArray m_needle;
    std::unique_ptr<PatternMatch> m_pattern; // null for a plain literal
    qint64 m_context = 0;                    // octets before a match that it may depend on
    qint64 m_position = 0;
    qint64 m_largest = largestBlock;
    qint64 m_block = largestBlock; // smaller where a pattern is slow: a stop is to be seen soon
    qint64 m_reach = 0;            // octets at m_position that were too few to tell
    QString m_problem;
};

} // namespace sonde::body
