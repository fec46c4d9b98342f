#include "ui/widgets/body_view/lexer.h"

#include "body/formatter.h"

#include <algorithm>
#include <array>

namespace sonde::ui
{
namespace
{

class Row
{
public:
    Row(QStringView text, std::vector<Span> *spans)
        : m_text(text)
        , m_spans(spans)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char16_t peek() const { return m_text[m_at].unicode(); }
    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] bool startsWith(QStringView what) const
    {
        return m_text.sliced(m_at).startsWith(what);
    }
    [[nodiscard]] qsizetype remaining() const { return m_text.size() - m_at; }
    [[nodiscard]] QStringView from(qsizetype start) const
    {
        return m_text.sliced(start, m_at - start);
    }
    void skip(qsizetype count = 1) { m_at = std::min(m_at + count, m_text.size()); }
    // Past the next `what`; false, and at the end, if there is none.
    bool skipPast(QStringView what)
    {
        const qsizetype found = m_text.indexOf(what, m_at);
        m_at = found < 0 ? m_text.size() : found + what.size();
        return found >= 0;
    }
    // Past the quote that ends a string of JSON; false, and at the end, if there is none.
    bool skipPastQuote()
    {
        qsizetype quote = m_text.indexOf(u'"', m_at);
        while (true) {
            const qsizetype end = quote < 0 ? m_text.size() : quote;
            const qsizetype escape = m_text.sliced(m_at, end - m_at).indexOf(u'\\');
            if (escape < 0) {
                m_at = quote < 0 ? end : quote + 1;
                return quote >= 0;
            }
            skip(escape + 2);
            if (quote >= 0 && quote < m_at) // it was what the backslash stood before
                quote = m_text.indexOf(u'"', m_at);
        }
    }
    [[nodiscard]] char16_t nextVisible() const
    {
        for (qsizetype i = m_at; i < m_text.size(); ++i) {
            if (m_text[i] != QLatin1Char(' '))
                return m_text[i].unicode();
        }
        return 0;
    }
    void color(qsizetype from, Token token)
    {
        if (m_spans && m_at > from)
            m_spans->push_back({qint32(from), qint32(m_at - from), token});
    }

private:
    QStringView m_text;
    std::vector<Span> *m_spans;
    qsizetype m_at = 0;
};

bool isWord(char16_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == ':' || c == '.' || c > 0x7F;
}

// The rest of a string; a key is what a colon follows.
LexState jsonString(Row &row, qsizetype from)
{
    if (row.skipPastQuote()) {
        row.color(from, row.nextVisible() == ':' ? Token::SyntaxKey : Token::SyntaxString);
        return LexState::Start;
    }
    row.color(from, Token::SyntaxString);
    return LexState::String;
}

void jsonNumber(Row &row)
{
    const qsizetype from = row.at();
    while (!row.atEnd() && (isWord(row.peek()) || row.peek() == '+'))
        row.skip();
    row.color(from, Token::SyntaxNumber);
}

void jsonWord(Row &row)
{
    static constexpr std::array<QStringView, 3> words{u"true", u"false", u"null"};
    for (const QStringView word : words) {
        if (word.front() == row.peek() && row.startsWith(word)) {
            const qsizetype from = row.at();
            row.skip(word.size());
            row.color(from, Token::SyntaxKeyword);
            return;
        }
    }
    while (!row.atEnd() && isWord(row.peek()))
        row.skip();
}

LexState lexJson(Row &row, LexState state)
{
    if (state == LexState::String)
        state = jsonString(row, 0);
    while (!row.atEnd() && state == LexState::Start) {
        const char16_t c = row.peek();
        if (c == '"') {
            const qsizetype from = row.at();
            row.skip();
            state = jsonString(row, from);
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            jsonNumber(row);
        } else if (c < 0x80 && isWord(c)) {
            jsonWord(row);
        } else {
            row.skip();
        }
    }
    return state;
}

// Up to and with `closing`; returns `after` when it came, `inside` when the row ended first.
LexState until(Row &row, qsizetype from, QStringView closing, Token token, LexState inside,
               LexState after)
{
    const bool closed = row.skipPast(closing);
    row.color(from, token);
    return closed ? after : inside;
}

LexState markupTag(Row &row)
{
    const char16_t c = row.peek();
    const qsizetype from = row.at();
    if (c == '>') {
        row.skip();
        row.color(from, Token::SyntaxTag);
        return LexState::Start;
    }
    if (c == '"' || c == '\'') {
        row.skip();
        return c == '"' ? until(row, from, u"\"", Token::SyntaxString, LexState::DoubleQuoted,
                                LexState::Tag)
                        : until(row, from, u"'", Token::SyntaxString, LexState::SingleQuoted,
                                LexState::Tag);
    }
    if (!isWord(c)) {
        row.skip();
        if (c == '/' || c == '?')
            row.color(from, Token::SyntaxTag);
        return LexState::Tag;
    }
    while (!row.atEnd() && isWord(row.peek()))
        row.skip();
    row.color(from, Token::SyntaxKey);
    return LexState::Tag;
}

LexState markupText(Row &row)
{
    const qsizetype from = row.at();
    if (row.startsWith(u"<!--"))
        return until(row, from, u"-->", Token::SyntaxComment, LexState::Comment, LexState::Start);
    if (row.startsWith(u"<![CDATA["))
        return until(row, from, u"]]>", Token::SyntaxString, LexState::CData, LexState::Start);
    if (row.peek() == '<') {
        row.skip();
        while (!row.atEnd() &&
               (isWord(row.peek()) || row.peek() == '/' || row.peek() == '!' || row.peek() == '?'))
            row.skip();
        row.color(from, Token::SyntaxTag);
        return row.at() > from + 1 ? LexState::Tag : LexState::Start;
    }
    if (row.peek() == '&') {
        row.skip();
        while (!row.atEnd() && (isWord(row.peek()) || row.peek() == '#'))
            row.skip();
        if (!row.atEnd() && row.peek() == ';') {
            row.skip();
            row.color(from, Token::SyntaxNumber);
        }
        return LexState::Start;
    }
    while (!row.atEnd() && row.peek() != '<' && row.peek() != '&')
        row.skip();
    return LexState::Start;
}

LexState lexMarkup(Row &row, LexState state)
{
    if (state == LexState::Comment)
        state = until(row, 0, u"-->", Token::SyntaxComment, state, LexState::Start);
    else if (state == LexState::CData)
        state = until(row, 0, u"]]>", Token::SyntaxString, state, LexState::Start);
    else if (state == LexState::DoubleQuoted)
        state = until(row, 0, u"\"", Token::SyntaxString, state, LexState::Tag);
    else if (state == LexState::SingleQuoted)
        state = until(row, 0, u"'", Token::SyntaxString, state, LexState::Tag);
    while (!row.atEnd())
        state = state == LexState::Tag ? markupTag(row) : markupText(row);
    return state;
}

// JavaScript's words that are no names (ECMA-262 section 12.7.2), and its constants.
bool isKeyword(QStringView word)
{
    static constexpr std::array<QStringView, 43> words{
        u"async",    u"await",    u"break",      u"case",   u"catch", u"class",    u"const",
        u"continue", u"debugger", u"default",    u"delete", u"do",    u"else",     u"export",
        u"extends",  u"false",    u"finally",    u"for",    u"from",  u"function", u"if",
        u"import",   u"in",       u"instanceof", u"let",    u"new",   u"null",     u"of",
        u"return",   u"static",   u"super",      u"switch", u"this",  u"throw",    u"true",
        u"try",      u"typeof",   u"undefined",  u"var",    u"void",  u"while",    u"with",
        u"yield"};
    return std::ranges::find(words, word) != words.end();
}

bool isLetter(char16_t c)
{
    return isWord(c) && c != ':' && c != '.' && c != '-' && !(c >= '0' && c <= '9');
}

// A string that a backslash may carry over to the next row; `…` needs none.
LexState quoted(Row &row, qsizetype from, char16_t quote)
{
    while (!row.atEnd()) {
        const char16_t c = row.peek();
        if (c == '\\' && row.remaining() == 1) {
            row.skip();
            row.color(from, Token::SyntaxString);
            return quote == '"' ? LexState::DoubleQuoted : LexState::SingleQuoted;
        }
        row.skip(c == '\\' ? 2 : 1);
        if (c == quote) {
            row.color(from, Token::SyntaxString);
            return LexState::Start;
        }
    }
    row.color(from, Token::SyntaxString);
    return quote == '`' ? LexState::String : LexState::Start;
}

void codeWord(Row &row, Syntax syntax)
{
    const qsizetype from = row.at();
    const char16_t first = row.peek();
    const bool number = first >= '0' && first <= '9';
    row.skip();
    while (!row.atEnd() && isWord(row.peek()) && row.peek() != ':' &&
           (number || row.peek() != '.') && (syntax == Syntax::Css || row.peek() != '-'))
        row.skip();
    const QStringView word = row.from(from);
    if (number)
        row.color(from, Token::SyntaxNumber);
    else if (first == '@' || (syntax == Syntax::JavaScript && isKeyword(word)))
        row.color(from, Token::SyntaxKeyword);
    else if (row.nextVisible() == ':')
        row.color(from, Token::SyntaxKey);
}

LexState codeToken(Row &row, Syntax syntax)
{
    const char16_t c = row.peek();
    const qsizetype from = row.at();
    if (row.startsWith(u"/*")) {
        row.skip(2);
        return until(row, from, u"*/", Token::SyntaxComment, LexState::Comment, LexState::Start);
    }
    if (syntax == Syntax::JavaScript && row.startsWith(u"//")) {
        row.skip(row.remaining());
        row.color(from, Token::SyntaxComment);
    } else if (c == '"' || c == '\'' || (c == '`' && syntax == Syntax::JavaScript)) {
        row.skip();
        return quoted(row, from, c);
    } else if (isLetter(c) || (c >= '0' && c <= '9') || (c == '@' && syntax == Syntax::Css) ||
               (c == '-' && syntax == Syntax::Css)) {
        codeWord(row, syntax);
    } else {
        row.skip();
    }
    return LexState::Start;
}

LexState lexCode(Row &row, LexState state, Syntax syntax)
{
    if (state == LexState::Comment)
        state = until(row, 0, u"*/", Token::SyntaxComment, state, LexState::Start);
    else if (state == LexState::String)
        state = quoted(row, 0, '`');
    else if (state == LexState::DoubleQuoted)
        state = quoted(row, 0, '"');
    else if (state == LexState::SingleQuoted)
        state = quoted(row, 0, '\'');
    while (!row.atEnd() && state == LexState::Start)
        state = codeToken(row, syntax);
    return state;
}

} // namespace

Syntax syntaxOf(QByteArrayView mediaType)
{
    const auto language = body::languageOf(mediaType);
    if (!language)
        return Syntax::Plain;
    switch (*language) {
    case body::Language::Json:
        return Syntax::Json;
    case body::Language::Css:
        return Syntax::Css;
    case body::Language::JavaScript:
        return Syntax::JavaScript;
    case body::Language::Xml:
    case body::Language::Html:
        break;
    }
    return Syntax::Markup;
}

LexState lexRow(Syntax syntax, QStringView text, LexState state, std::vector<Span> *spans)
{
    Row row(text, spans);
    switch (syntax) {
    case Syntax::Json:
        return lexJson(row, state);
    case Syntax::Markup:
        return lexMarkup(row, state);
    case Syntax::Css:
    case Syntax::JavaScript:
        return lexCode(row, state, syntax);
    case Syntax::Plain:
        break;
    }
    return LexState::Start;
}

} // namespace sonde::ui
