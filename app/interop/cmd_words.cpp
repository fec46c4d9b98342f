#include "interop/shell_words.h"

namespace sonde::interop
{
namespace
{

// cmd.exe: a caret takes the meaning of the next character away, and joins lines at a line's end;
// inside quotes that no caret escaped it is an ordinary character.
QByteArray withoutCarets(QByteArrayView text)
{
    QByteArray plain;
    bool quoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\n') {
            quoted = false; // cmd.exe ends quotes with the line
            plain += '\n';
        } else if (quoted || c != '^') {
            if (c == '"')
                quoted = !quoted;
            if (c != '\r')
                plain += c;
        } else if (at + 1 < text.size()) {
            ++at;
            if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n')
                ++at;
            // Caret, line end: the next character is taken as it is, which for a blank line of a
            // browser's copy is a literal line end.
            if (text[at] == '\n') {
                if (at + 1 < text.size() && text[at + 1] == '\n')
                    plain += '\x01'; // a line end inside a word, put back below
                else if (at + 2 < text.size() && text[at + 1] == '\r' && text[at + 2] == '\n')
                    plain += '\x01';
                else
                    continue;
                at += text[at + 1] == '\n' ? 1 : 2;
            } else {
                plain += text[at];
            }
        }
    }
    return plain;
}

// The C run-time's rules: 2n backslashes before a quote are n backslashes, an odd one more is a
// quote.
class Arguments
{
public:
    explicit Arguments(QByteArrayView line)
        : m_line(line)
    {
    }

    std::vector<QByteArray> read()
    {
        std::vector<QByteArray> words;
        while (m_at < m_line.size()) {
            if (m_line[m_at] == ' ' || m_line[m_at] == '\t')
                ++m_at;
            else
                words.push_back(word());
        }
        return words;
    }

private:
    QByteArray word()
    {
        QByteArray result;
        bool quoted = false;
        while (m_at < m_line.size()) {
            const char c = m_line[m_at];
            if (!quoted && (c == ' ' || c == '\t'))
                break;
            if (c == '\\') {
                backslashes(result);
            } else if (c == '"') {
                ++m_at;
                if (quoted && m_at < m_line.size() && m_line[m_at] == '"') {
                    result += '"'; // "" inside quotes is a quote
                    ++m_at;
                } else {
                    quoted = !quoted;
                }
            } else {
                result += c == '\x01' ? '\n' : c;
                ++m_at;
            }
        }
        return result;
    }

    void backslashes(QByteArray &result)
    {
        qsizetype count = 0;
        while (m_at < m_line.size() && m_line[m_at] == '\\') {
            ++count;
            ++m_at;
        }
        const bool beforeQuote = m_at < m_line.size() && m_line[m_at] == '"';
        result += QByteArray(beforeQuote ? count / 2 : count, '\\');
        if (beforeQuote && count % 2 == 1) {
            result += '"';
            ++m_at;
        }
    }

    QByteArrayView m_line;
    qsizetype m_at = 0;
};

} // namespace

http::Result<ShellScript> splitCmd(QByteArrayView text)
{
    if (text.size() > shellTextLimit)
        return splitShell(text); // says that it is too long
    ShellScript script;
    for (const QByteArray &line : withoutCarets(text).split('\n')) {
        ShellCommand command{.words = Arguments(line).read()};
        if (!command.words.empty())
            script.commands.push_back(std::move(command));
    }
    return script;
}

bool looksLikeCmd(QByteArrayView text)
{
    return text.contains("^\"") || text.contains("^\n") || text.contains("^\r\n");
}

} // namespace sonde::interop
