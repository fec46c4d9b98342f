#include "ui/request/code_lexers.h"

#include "ui/request/scintilla.h"
#include "ui/widgets/content_zoom.h"
#include "ui/widgets/theme.h"

#include <span>
#include <utility>

namespace sonde::ui
{

namespace
{

using Json = QsciLexerJSON;
using Script = QsciLexerJavaScript;
using Colours = std::pair<int, Token>;

constexpr Colours jsonColours[] = {
    {Json::Default, Token::Text},
    {Json::Number, Token::SyntaxNumber},
    {Json::String, Token::SyntaxString},
    {Json::UnclosedString, Token::Danger},
    {Json::Property, Token::SyntaxKey},
    {Json::EscapeSequence, Token::SyntaxControl},
    {Json::CommentLine, Token::SyntaxComment},
    {Json::CommentBlock, Token::SyntaxComment},
    {Json::Operator, Token::Text},
    {Json::IRI, Token::SyntaxString},
    {Json::IRICompact, Token::SyntaxString},
    {Json::Keyword, Token::SyntaxKeyword},
    {Json::KeywordLD, Token::SyntaxKeyword},
    {Json::Error, Token::Danger},
};
constexpr Colours scriptColours[] = {
    {Script::Default, Token::Text},
    {Script::Comment, Token::SyntaxComment},
    {Script::CommentLine, Token::SyntaxComment},
    {Script::CommentDoc, Token::SyntaxComment},
    {Script::CommentLineDoc, Token::SyntaxComment},
    {Script::CommentDocKeyword, Token::SyntaxComment},
    {Script::CommentDocKeywordError, Token::SyntaxComment},
    {Script::Number, Token::SyntaxNumber},
    {Script::Keyword, Token::SyntaxKeyword},
    {Script::KeywordSet2, Token::SyntaxKeyword},
    {Script::DoubleQuotedString, Token::SyntaxString},
    {Script::SingleQuotedString, Token::SyntaxString},
    {Script::RawString, Token::SyntaxString},
    {Script::VerbatimString, Token::SyntaxString},
    {Script::TripleQuotedVerbatimString, Token::SyntaxString},
    {Script::HashQuotedString, Token::SyntaxString},
    {Script::UnclosedString, Token::Danger},
    {Script::Regex, Token::SyntaxString},
    {Script::Operator, Token::Text},
    {Script::Identifier, Token::Text},
    {Script::PreProcessor, Token::SyntaxComment},
};

// Near enough to C: names, braces, strings. What begins with # is a comment.
class GraphQlLexer : public QsciLexerJavaScript
{
public:
    using QsciLexerJavaScript::QsciLexerJavaScript;
    [[nodiscard]] const char *language() const override { return "GraphQL"; }
    [[nodiscard]] const char *keywords(int set) const override
    {
        return set == 1 ? "query mutation subscription fragment on true false null" : nullptr;
    }
};

std::span<const Colours> coloursOf(CodeLanguage language)
{
    if (language == CodeLanguage::Json)
        return jsonColours;
    return scriptColours;
}

} // namespace

QsciLexer *makeLexer(CodeLanguage language, QObject *parent)
{
    switch (language) {
    case CodeLanguage::Plain:
        return nullptr;
    case CodeLanguage::Json: {
        auto *json = new QsciLexerJSON(parent);
        json->setHighlightComments(true);
        return json;
    }
    case CodeLanguage::GraphQl: {
        auto *query = new GraphQlLexer(parent);
        query->setHighlightTripleQuotedStrings(true);
        return query;
    }
    case CodeLanguage::Script: {
        auto *script = new QsciLexerJavaScript(parent);
        script->setHighlightBackQuotedStrings(true);
        return script;
    }
    }
    Q_UNREACHABLE();
}

void colourLexer(QsciLexer *lexer, CodeLanguage language)
{
    const Theme &theme = Theme::instance();
    const QColor paper = theme.color(Token::Surface);
    lexer->setFont(ContentZoom::instance().font());
    lexer->setDefaultPaper(paper);
    lexer->setPaper(paper);
    lexer->setDefaultColor(theme.color(Token::Text));
    for (const auto &[style, token] : coloursOf(language))
        lexer->setColor(theme.color(token), style);
}

} // namespace sonde::ui
