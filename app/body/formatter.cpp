#include "body/formatter.h"

#include "body/code_formatter.h"
#include "body/json_formatter.h"
#include "body/markup_formatter.h"

namespace sonde::body
{
namespace
{

class Layout : public Derivation
{
public:
    explicit Layout(Language language)
        : m_formatter(Formatter::make(language))
    {
    }

    http::Result<void> feed(QByteArrayView octets, const Sink &sink) override
    {
        m_text.resize(0);
        m_formatter->feed(octets, m_text);
        return sink(m_text);
    }

    http::Result<void> finish(const Sink &sink) override
    {
        m_text.resize(0);
        m_formatter->finish(m_text);
        return sink(m_text);
    }

private:
    std::unique_ptr<Formatter> m_formatter;
    QByteArray m_text;
};

} // namespace

std::optional<Language> languageOf(QByteArrayView mediaType)
{
    const QByteArray type = mediaType.toByteArray().toLower();
    if (type.endsWith("/json") || type.endsWith("+json") || type.endsWith("json-seq") ||
        type.endsWith("ndjson") || type.endsWith("jsonl"))
        return Language::Json;
    if (type == "text/html")
        return Language::Html;
    if (type.endsWith("/xml") || type.endsWith("+xml"))
        return Language::Xml;
    if (type == "text/css")
        return Language::Css;
    // RFC 9239 section 6 names those that are still about.
    if (type.endsWith("javascript") || type.endsWith("ecmascript"))
        return Language::JavaScript;
    return std::nullopt;
}

std::unique_ptr<Formatter> Formatter::make(Language language)
{
    switch (language) {
    case Language::Xml:
        return std::make_unique<MarkupFormatter>(MarkupFormatter::Rules::Xml);
    case Language::Html:
        return std::make_unique<MarkupFormatter>(MarkupFormatter::Rules::Html);
    case Language::Css:
        return std::make_unique<CodeFormatter>(CodeFormatter::Rules::Css);
    case Language::JavaScript:
        return std::make_unique<CodeFormatter>(CodeFormatter::Rules::JavaScript);
    case Language::Json:
        break;
    }
    return std::make_unique<JsonFormatter>();
}

std::unique_ptr<Derivation> layoutOf(Language language)
{
    return std::make_unique<Layout>(language);
}

} // namespace sonde::body
