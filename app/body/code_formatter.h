// CSS and JavaScript laid out for reading: a line to a statement, blocks indented. Strings,
// comments, templates and regular expressions stay as they are, and no line ends where that would
// mean something else. Any thread.
#pragma once

#include "body/line_writer.h"

namespace sonde::body
{

class CodeFormatter final : public Formatter
{
public:
    enum class Rules : quint8 { Css, JavaScript };

    explicit CodeFormatter(Rules rules)
        : m_rules(rules)
    {
    }

    void feed(QByteArrayView octets, QByteArray &into) override;
    void finish(QByteArray &into) override;

private:
    enum class State : quint8 {
        Code,
        Slash, // what it begins shows in the next octet
        LineComment,
        Comment,
        String,   // up to m_quote
        Template, // JavaScript's `…`, with code in ${…}
        Regex,
    };
    void code(char c, QByteArray &into);
    void slash(char c, QByteArray &into);
    void inside(char c, QByteArray &into);
    void letter(char c, QByteArray &into);
    void endWord(QByteArray &into);
    void place(char c, QByteArray &into);
    void separate(char next, QByteArray &into);
    [[nodiscard]] bool mayBeginRegex() const;
    [[nodiscard]] bool breaksBefore(char next) const;

    enum class Gap : quint8 { None, Space, Line }; // between what was written and what comes

    const Rules m_rules;
    LineWriter m_lines;
    State m_state = State::Code;
    qint64 m_depth = 0;
    qint64 m_round = 0; // ( and [
    Gap m_gap = Gap::None;
    QByteArray m_word;     // letters that are not written yet
    QByteArray m_lastWord; // directly before; empty if a sign is
    char m_last = 0;       // octet written that is no white space
    char m_before = 0;     // octet in a string, a comment or the like
    char m_quote = 0;
    qint64 m_templateBraces = 0;
    bool m_wanted = false; // a line after ; { or }
    bool m_inClass = false;
    bool m_escaped = false;
    bool m_opened = false; // { was the last
};

} // namespace sonde::body
