#include "body/i_regexp.h"

#include <charconv>

namespace sonde::body
{
namespace
{

constexpr int deepest = 64;          // groups in groups
constexpr int largestQuantity = 999; // PCRE2 unrolls repetitions: more would cost megabytes

// Walks the grammar of RFC 9485 section 3 and writes PCRE2 as it goes.
class Translator
{
public:
    explicit Translator(QByteArrayView text)
        : m_text(text)
    {
    }

    std::optional<QByteArray> translate()
    {
        if (!alternatives() || m_at != m_text.size())
            return std::nullopt;
        return m_pcre;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    void copy() { m_pcre.append(m_text[m_at++]); }

    bool alternatives()
    {
        while (true) {
            while (!atEnd() && peek() != '|' && peek() != ')') {
                if (!atom() || !quantifier())
                    return false;
            }
            if (peek() != '|' || atEnd())
                return true;
            copy();
        }
    }

    bool atom()
    {
        const char c = peek();
        if (c == '(')
            return group();
        if (c == '[')
            return classExpression();
        if (c == '\\')
            return escape();
        if (c == '.') {
            // RFC 9485 section 5.3: everything but the ends of lines.
            m_pcre.append("[^\\n\\r]");
            ++m_at;
            return true;
        }
        // NormalChar leaves out ( ) * + . ? [ \ ] { | }.
        if (QByteArrayView("*+?]{}").contains(c))
            return false;
        // “^” and “$” pass as anchors: the grammar has them as characters, but those who write them
        // mean anchors, and every implementation takes them so.
        copy();
        return true;
    }

    bool group()
    {
        if (++m_depth > deepest)
            return false;
        ++m_at;
        m_pcre.append("(?:");
        if (!alternatives() || peek() != ')' || atEnd())
            return false;
        copy();
        --m_depth;
        return true;
    }

    bool quantifier()
    {
        const char c = peek();
        if (c == '*' || c == '+' || c == '?') {
            copy();
            return true;
        }
        if (c != '{')
            return true;
        copy();
        int least = 0;
        if (!quantity(least))
            return false;
        if (peek() == ',') {
            copy();
            int most = 0;
            if (peek() != '}' && (!quantity(most) || most < least))
                return false;
        }
        if (peek() != '}')
            return false;
        copy();
        return true;
    }

    bool quantity(int &number)
    {
        const char *from = m_text.data() + m_at;
        const auto [end, problem] =
            std::from_chars(from, m_text.data() + m_text.size(), number, 10);
        if (problem != std::errc() || number < 0 || number > largestQuantity)
            return false;
        m_pcre.append(QByteArray::number(number));
        m_at += end - from;
        return true;
    }

    // SingleCharEsc, or a category.
    bool escape()
    {
        ++m_at;
        const char c = peek();
        if (atEnd())
            return false;
        if (c == 'p' || c == 'P')
            return category();
        if (!QByteArrayView("()*+-.?[\\]^nrt{|}").contains(c))
            return false;
        m_pcre.append('\\');
        copy();
        return true;
    }

    // \p{Lu}: a letter of a general category and, perhaps, one of its own.
    bool category()
    {
        m_pcre.append('\\');
        copy();
        static constexpr std::pair<char, QByteArrayView> known[] = {
            {'L', "lmotu"}, {'M', "cen"},  {'N', "dlo"}, {'P', "cdefios"},
            {'Z', "lps"},   {'S', "ckmo"}, {'C', "cfno"}};
        if (peek() != '{')
            return false;
        copy();
        for (const auto &[letter, minors] : known) {
            if (peek() != letter)
                continue;
            copy();
            if (!atEnd() && minors.contains(peek()))
                copy();
            if (peek() != '}')
                return false;
            copy();
            return true;
        }
        return false;
    }

    bool classExpression()
    {
        copy();
        if (peek() == '^')
            copy();
        bool first = true;
        while (!atEnd() && peek() != ']') {
            // A hyphen stands for itself at either end alone.
            if (peek() == '-') {
                const bool last = m_at + 1 < m_text.size() && m_text[m_at + 1] == ']';
                if (!first && !last)
                    return false;
                m_pcre.append('\\');
                copy();
            } else if (!classItem()) {
                return false;
            }
            first = false;
        }
        if (atEnd() || first)
            return false;
        copy();
        return true;
    }

    bool classItem()
    {
        const bool isCategory =
            m_text.sliced(m_at).startsWith("\\p") || m_text.sliced(m_at).startsWith("\\P");
        if (!classCharacter())
            return false;
        const bool range =
            !isCategory && peek() == '-' && m_at + 1 < m_text.size() && m_text[m_at + 1] != ']';
        if (!range)
            return true;
        copy();
        if (m_text.sliced(m_at).startsWith("\\p") || m_text.sliced(m_at).startsWith("\\P") ||
            peek() == '-')
            return false;
        return classCharacter();
    }

    // One scalar, or what an escape means.
    bool classCharacter()
    {
        const char c = peek();
        if (c == '\\')
            return escape();
        if (c == '[' || c == ']')
            return false;
        if (c == '^' || c == '&' || c == '~')
            m_pcre.append('\\');
        copy();
        while (!atEnd() && (static_cast<unsigned char>(peek()) & 0xC0) == 0x80)
            copy();
        return true;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    QByteArray m_pcre;
};

} // namespace

std::optional<QByteArray> pcreFromIRegexp(QByteArrayView utf8)
{
    return Translator(utf8).translate();
}

std::unique_ptr<IRegexp> IRegexp::compile(QByteArrayView utf8, Reach reach)
{
    const auto translated = pcreFromIRegexp(utf8);
    if (!translated)
        return nullptr;
    const QByteArray whole = reach == Reach::Whole ? "\\A(?:" + *translated + ")\\z" : *translated;
    auto pattern = Pattern::compile(whole, {.multiline = false});
    if (!pattern)
        return nullptr;
    return std::unique_ptr<IRegexp>(new IRegexp(*std::move(pattern)));
}

IRegexp::Answer IRegexp::matches(QByteArrayView utf8)
{
    switch (m_match.find(utf8, 0, PatternMatch::Following::Nothing)) {
    case PatternMatch::Outcome::Found:
    case PatternMatch::Outcome::Partial:
        return Answer::Yes;
    case PatternMatch::Outcome::None:
        return Answer::No;
    case PatternMatch::Outcome::TooCostly:
        break;
    }
    return Answer::TooCostly;
}

} // namespace sonde::body
