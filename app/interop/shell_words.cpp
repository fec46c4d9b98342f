#include "interop/shell_words.h"

#include "interop/ansi_c_quote.h"

namespace sonde::interop
{
namespace
{

http::Error unreadable(const QString &sentence)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::ConflictingOptions,
            .sentence = sentence};
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class Splitter
{
public:
    Splitter(QByteArrayView text, ShellVariables variables)
        : m_text(text)
        , m_variables(variables)
    {
    }

    http::Result<ShellScript> split()
    {
        while (!atEnd() && !m_error)
            step();
        endCommand();
        if (m_error)
            return std::unexpected(*m_error);
        return std::move(m_script);
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    // One token outside of a word.
    void step()
    {
        const char c = peek();
        if (isBlank(c) || c == '\r') {
            ++m_at;
        } else if (c == '\\' && (peek(1) == '\n' || (peek(1) == '\r' && peek(2) == '\n'))) {
            m_at += peek(1) == '\n' ? 2 : 3;
        } else if (c == '#') {
            while (!atEnd() && peek() != '\n')
                ++m_at;
        } else if (c == '\n') {
            ++m_at;
            endCommand();
            readHereDocuments();
        } else if (c == ';' || c == '|' || c == '&' || c == '(' || c == ')') {
            operatorOrDuplicate();
        } else if (c == '<') {
            inputRedirect();
        } else if (c == '>') {
            outputRedirect();
        } else {
            wordOrDescriptor();
        }
    }

    void operatorOrDuplicate()
    {
        if (peek() == '&' && peek(1) == '>') { // &> file
            ++m_at;
            outputRedirect();
            return;
        }
        ++m_at;
        endCommand();
    }

    void wordOrDescriptor()
    {
        const qsizetype start = m_at;
        const QByteArray word = readWord();
        // A number right before a redirection is a file descriptor: 2>/dev/null.
        const QByteArrayView raw = m_text.sliced(start, m_at - start);
        const bool digits = std::ranges::all_of(raw, [](char c) { return c >= '0' && c <= '9'; });
        if (!m_error && !(digits && (peek() == '>' || peek() == '<')))
            m_command.words.push_back(word);
    }

    QByteArray nextWord()
    {
        while (isBlank(peek()))
            ++m_at;
        return readWord();
    }

    void outputRedirect()
    {
        while (peek() == '>' || peek() == '|' || peek() == '&')
            ++m_at;
        (void)nextWord();
    }

    void inputRedirect()
    {
        if (peek(1) == '<' && peek(2) == '<') {
            m_at += 3;
            m_command.input = {.kind = ShellInput::Kind::Text, .value = nextWord() + '\n'};
        } else if (peek(1) == '<') {
            m_at += 2;
            const bool stripTabs = peek() == '-';
            if (stripTabs)
                ++m_at;
            m_pending.push_back(
                {.command = m_script.commands.size(), .end = nextWord(), .stripTabs = stripTabs});
        } else {
            m_at += peek(1) == '&' || peek(1) == '>' ? 2 : 1;
            m_command.input = {.kind = ShellInput::Kind::File, .value = nextWord()};
        }
    }

    // The lines after the command line up to the delimiter, for each <<DELIMITER on it.
    void readHereDocuments()
    {
        for (const HereDocument &here : std::exchange(m_pending, {})) {
            QByteArray text;
            while (!atEnd()) {
                qsizetype end = m_text.indexOf('\n', m_at);
                end = end < 0 ? m_text.size() : end;
                QByteArrayView line = m_text.sliced(m_at, end - m_at);
                m_at = std::min(end + 1, m_text.size());
                while (here.stripTabs && line.startsWith('\t'))
                    line = line.sliced(1);
                if (line == here.end)
                    break;
                text += line.toByteArray() + '\n';
            }
            if (here.command < m_script.commands.size())
                m_script.commands[here.command].input = {.kind = ShellInput::Kind::Text,
                                                         .value = text};
        }
    }

    void endCommand()
    {
        if (m_command.words.empty())
            return;
        m_script.commands.push_back(std::exchange(m_command, {}));
    }

    QByteArray readWord()
    {
        QByteArray word;
        while (!atEnd() && !m_error) {
            const char c = peek();
            if (isBlank(c) || c == '\n' || c == '\r' || QByteArrayView(";|&<>()").contains(c))
                break;
            if (c == '\'')
                word += singleQuoted();
            else if (c == '"')
                word += doubleQuoted();
            else if (c == '\\')
                word += escaped();
            else if (c == '$' && (peek(1) == '\'' || peek(1) == '"'))
                word += dollarQuoted();
            else if (c == '$' || c == '`')
                word += expansion();
            else
                word += m_text[m_at++];
        }
        return word;
    }

    QByteArray escaped()
    {
        ++m_at;
        if (atEnd())
            return "\\";
        if (peek() == '\r' && peek(1) == '\n')
            ++m_at;
        const char c = m_text[m_at++];
        return c == '\n' ? QByteArray() : QByteArray(1, c);
    }

    QByteArray singleQuoted()
    {
        const qsizetype end = m_text.indexOf('\'', m_at + 1);
        if (end < 0)
            return openQuote('\'');
        const QByteArray inner = m_text.sliced(m_at + 1, end - m_at - 1).toByteArray();
        m_at = end + 1;
        return inner;
    }

    QByteArray doubleQuoted()
    {
        QByteArray inner;
        ++m_at;
        while (!atEnd()) {
            const char c = peek();
            if (c == '"') {
                ++m_at;
                return inner;
            }
            if (c == '\\' && QByteArrayView("$`\"\\\n").contains(peek(1)) &&
                m_at + 1 < m_text.size())
                inner += escaped();
            else if (c == '$' || c == '`')
                inner += expansion();
            else
                inner += m_text[m_at++];
        }
        return openQuote('"');
    }

    // $'…' and $"…", which mean something outside of quotes only.
    QByteArray dollarQuoted()
    {
        if (peek(1) == '"') {
            ++m_at;
            return doubleQuoted();
        }
        const auto quote = readAnsiCQuote(m_text.sliced(m_at + 2));
        if (!quote)
            return openQuote('\'');
        m_at += 2 + quote->length;
        return quote->octets;
    }

    // $NAME, ${…}, $(…) and `…` stay as they are, unless placeholders are wanted for names.
    QByteArray expansion()
    {
        const qsizetype start = m_at;
        if (m_variables == ShellVariables::AsPlaceholders) {
            const QByteArray made = placeholder();
            if (!made.isEmpty())
                return made;
        }
        if (peek() == '`')
            return substitution(m_text.indexOf('`', m_at + 1));
        if (peek(1) == '(')
            return substitution(closing('(', ')'));
        if (peek(1) == '{')
            return substitution(closing('{', '}'));
        ++m_at;
        while (isNameCharacter(peek()))
            ++m_at;
        const QByteArray name = m_text.sliced(start, m_at - start).toByteArray();
        if (name.size() > 1)
            note(name);
        return name;
    }

    // Empty for what is no plain name, such as $1 and ${NAME:-x}.
    QByteArray placeholder()
    {
        const bool braced = peek(1) == '{';
        const qsizetype begin = m_at + (braced ? 2 : 1);
        qsizetype end = begin;
        while (end < m_text.size() && isNameCharacter(m_text[end]))
            ++end;
        const QByteArray name = m_text.sliced(std::min(begin, end), end - begin).toByteArray();
        const bool ends = !braced || (end < m_text.size() && m_text[end] == '}');
        if (peek() != '$' || !isShellName(name) || !ends)
            return {};
        m_at = braced ? end + 1 : end;
        if (!m_script.placeholders.contains(name))
            m_script.placeholders.append(name);
        return "{{" + name + "}}";
    }

    qsizetype closing(char open, char close) const
    {
        int depth = 0;
        for (qsizetype at = m_at; at < m_text.size(); ++at) {
            if (m_text[at] == open)
                ++depth;
            else if (m_text[at] == close && --depth == 0)
                return at;
        }
        return -1;
    }

    QByteArray substitution(qsizetype end)
    {
        if (end < 0)
            return openQuote(peek());
        const QByteArray kept = m_text.sliced(m_at, end + 1 - m_at).toByteArray();
        m_at = end + 1;
        note(kept);
        return kept;
    }

    void note(const QByteArray &kept)
    {
        addOnce(m_script.notes,
                Remark("“%1” would be replaced by the shell; it was kept as text.")
                    .arg(QString::fromUtf8(kept.first(std::min<qsizetype>(kept.size(), 80)))));
    }

    QByteArray openQuote(char quote)
    {
        const qsizetype opened = std::exchange(m_at, m_text.size()) + 1;
        m_error = unreadable(
            QStringLiteral(
                "The command ends inside what a %1 at character %2 opened; copy all of it.")
                .arg(QLatin1Char(quote))
                .arg(opened));
        return {};
    }

    struct HereDocument {
        size_t command = 0;
        QByteArray end;
        bool stripTabs = false;
    };

    QByteArrayView m_text;
    ShellVariables m_variables;
    qsizetype m_at = 0;
    ShellCommand m_command;
    std::vector<HereDocument> m_pending;
    ShellScript m_script;
    std::optional<http::Error> m_error;
};

} // namespace

bool isShellName(QByteArrayView text)
{
    return !text.isEmpty() && !(text[0] >= '0' && text[0] <= '9') &&
           std::ranges::all_of(text, isNameCharacter);
}

http::Result<ShellScript> splitShell(QByteArrayView text, ShellVariables variables)
{
    if (text.size() > shellTextLimit)
        return std::unexpected(unreadable(
            QStringLiteral(
                "The command is %1 octets long; the limit is 4 MiB. Put its body in a file.")
                .arg(text.size())));
    return Splitter(text, variables).split();
}

} // namespace sonde::interop
