#include "body/code_formatter.h"

namespace sonde::body
{
namespace
{

constexpr qsizetype longestWord = 64; // octets held back to know it

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

bool isOneOf(const QByteArray &word, std::initializer_list<const char *> words)
{
    return std::ranges::any_of(words, [&](const char *one) { return word == one; });
}

// Goes on with the statement that a block belongs to.
bool continues(const QByteArray &word)
{
    return isOneOf(word,
                   {"else", "catch", "finally", "while", "from", "as", "of", "in", "instanceof"});
}

} // namespace

void CodeFormatter::feed(QByteArrayView octets, QByteArray &into)
{
    const qsizetype before = into.size();
    for (const char c : octets) {
        if (m_state == State::Code)
            code(c, into);
        else if (m_state == State::Slash)
            slash(c, into);
        else
            inside(c, into);
    }
    m_lines.note(octets.size(), into.size() - before);
}

void CodeFormatter::finish(QByteArray &into)
{
    if (m_state == State::Slash)
        place('/', into);
    endWord(into);
    if (!into.isEmpty() || m_last != 0)
        into.append('\n');
}

// What stands between the last octet written and the next.
void CodeFormatter::separate(char next, QByteArray &into)
{
    const bool line = m_gap == Gap::Line || (m_wanted && breaksBefore(next));
    const bool space = m_gap == Gap::Space || (m_wanted && next != ';' && m_last == ';');
    if (m_last != 0 && line)
        m_lines.newline(next == '}' ? m_depth - 1 : m_depth, into);
    else if (m_last != 0 && space)
        into.append(' ');
    m_gap = Gap::None;
    m_wanted = false;
}

// After a block or a statement; elsewhere a line may end where the language would take the
// statement for ended.
bool CodeFormatter::breaksBefore(char next) const
{
    if (m_last != '}' || m_rules == Rules::Css)
        return next != ';';
    return isLetter(next) || next == '}' || next == '/' || next == '@' || next == '#' ||
           next == '"' || next == '\'';
}

void CodeFormatter::place(char c, QByteArray &into)
{
    separate(c, into);
    into.append(c);
    m_last = c;
    m_lastWord.clear();
    m_opened = false;
}

void CodeFormatter::letter(char c, QByteArray &into)
{
    m_word.append(c);
    if (m_word.size() >= longestWord)
        endWord(into);
}

void CodeFormatter::endWord(QByteArray &into)
{
    if (m_word.isEmpty())
        return;
    if (m_wanted && m_last == '}' && continues(m_word)) {
        m_wanted = false;
        if (m_gap == Gap::None)
            m_gap = Gap::Space;
    }
    separate(m_word.front(), into);
    into.append(m_word);
    m_last = m_word.back();
    m_lastWord = std::exchange(m_word, {});
    m_opened = false;
}

void CodeFormatter::code(char c, QByteArray &into)
{
    if (isLetter(c)) {
        letter(c, into);
        return;
    }
    endWord(into);
    if (isTextSpace(c)) {
        if (m_gap != Gap::Line)
            m_gap = c == '\n' ? Gap::Line : Gap::Space;
        return;
    }
    switch (c) {
    case '/':
        m_state = State::Slash;
        return;
    case '"':
    case '\'':
    case '`':
        if (c == '`' && m_rules == Rules::Css)
            break;
        place(c, into);
        m_quote = c;
        m_escaped = false;
        m_templateBraces = 0;
        m_state = c == '`' ? State::Template : State::String;
        return;
    case '{':
        if (m_gap == Gap::None &&
            (isLetter(m_last) || m_last == ')' || m_last == ']' || m_last == '>' || m_last == '*'))
            m_gap = Gap::Space;
        place(c, into);
        ++m_depth;
        m_wanted = true;
        m_opened = true;
        return;
    case '}':
        if (m_opened) // stays {}
            m_gap = Gap::None;
        else
            m_gap = Gap::Line;
        m_wanted = false;
        place(c, into);
        m_depth = std::max<qint64>(m_depth - 1, 0);
        m_wanted = true;
        return;
    case '(':
    case '[':
        ++m_round;
        break;
    case ')':
    case ']':
        m_round = std::max<qint64>(m_round - 1, 0);
        break;
    default:
        break;
    }
    place(c, into);
    // A for's parts stay together.
    if (c == ';' && m_round == 0)
        m_wanted = true;
}

bool CodeFormatter::mayBeginRegex() const
{
    if (m_rules == Rules::Css)
        return false;
    if (!m_lastWord.isEmpty())
        return isOneOf(m_lastWord, {"return", "typeof", "case", "in", "of", "delete", "void",
                                    "throw", "new", "else", "do", "instanceof", "yield", "await"});
    return m_last == 0 || QByteArrayView("(,=:[!&|?{};+-*%~^<>").contains(m_last);
}

void CodeFormatter::slash(char c, QByteArray &into)
{
    m_state = State::Code;
    m_before = 0;
    if (c == '*' || (c == '/' && m_rules == Rules::JavaScript)) {
        if (m_gap == Gap::None && m_last != 0 && !m_wanted)
            m_gap = Gap::Space;
        place('/', into);
        into.append(c);
        m_state = c == '*' ? State::Comment : State::LineComment;
        return;
    }
    const bool regex = mayBeginRegex();
    place('/', into);
    if (!regex) {
        code(c, into);
        return;
    }
    m_state = State::Regex;
    m_inClass = false;
    m_escaped = false;
    inside(c, into);
}

void CodeFormatter::inside(char c, QByteArray &into)
{
    if (m_state == State::LineComment) {
        if (c != '\n') {
            into.append(c);
            return;
        }
        m_state = State::Code;
        m_gap = Gap::Line;
        return;
    }
    into.append(c);
    if (m_state == State::Comment) {
        if (m_before == '*' && c == '/') {
            m_state = State::Code;
            m_wanted = m_round == 0 && m_rules == Rules::Css;
        }
        m_before = c;
        return;
    }
    m_last = c;
    if (std::exchange(m_escaped, false)) {
        m_before = 0;
        return;
    }
    if (c == '\\') {
        m_escaped = true;
        return;
    }
    if (m_state == State::Template) {
        // Code in a template is left as it is; its braces only tell where the template ends.
        if (c == '{' && (m_before == '$' || m_templateBraces > 0))
            ++m_templateBraces;
        else if (c == '}' && m_templateBraces > 0)
            --m_templateBraces;
        else if (c == '`' && m_templateBraces == 0)
            m_state = State::Code;
        m_before = c;
        return;
    }
    // Neither goes over the end of a line: then it was none.
    if (c == '\n') {
        m_state = State::Code;
    } else if (m_state == State::String) {
        if (c == m_quote)
            m_state = State::Code;
    } else if (c == '[') {
        m_inClass = true;
    } else if (c == ']') {
        m_inClass = false;
    } else if (c == '/' && !m_inClass) {
        m_state = State::Code;
    }
}

} // namespace sonde::body
