#include "collection/portability.h"

#include "collection/block_reader.h"
#include "collection/line_classifier.h"
#include "collection/portability_rules.h"
#include "collection/variables.h"

#include <QRegularExpression>
#include <QSet>

namespace sonde::collection
{
namespace
{

bool isWord(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               c == '_';
    });
}

bool isUsualMethod(const QString &method)
{
    static const QStringList usual{
        QStringLiteral("GET"),       QStringLiteral("HEAD"),  QStringLiteral("POST"),
        QStringLiteral("PUT"),       QStringLiteral("PATCH"), QStringLiteral("DELETE"),
        QStringLiteral("OPTIONS"),   QStringLiteral("TRACE"), QStringLiteral("CONNECT"),
        QStringLiteral("GRAPHQL"),   QStringLiteral("GRPC"),  QStringLiteral("WS"),
        QStringLiteral("WEBSOCKET"),
    };
    return usual.contains(method);
}

// The rule that a dynamic value breaks; empty if all programs know it.
QByteArrayView dynamicRule(const QString &name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    const QString first = words.isEmpty() ? QString() : words.constFirst();
    const bool bare = words.size() == 1;
    if (first == u"$guid")
        return "dynamic-guid";
    if (first == u"$uuid" || first == u"$random.uuid")
        return "dynamic-uuid";
    if (first == u"$timestamp")
        return bare ? "dynamic-timestamp" : "dynamic-timestamp-offset";
    if (first == u"$randomInt")
        return bare ? "dynamic-random-int" : "dynamic-random-range";
    if (first == u"$isoTimestamp" || first.startsWith(u"$random."))
        return "dynamic-iso";
    if (first == u"$datetime" || first == u"$localDatetime")
        return "dynamic-datetime";
    if (first.startsWith(u"$env."))
        return "dynamic-env";
    if (first == u"$processEnv")
        return "dynamic-process-env";
    if (first == u"$dotenv")
        return "dynamic-dotenv";
    return "dynamic-unknown";
}

class Inspector
{
public:
    Inspector(const HttpFile &file, const Surroundings &around)
        : m_file(file)
        , m_text(file.text())
        , m_inherited(around.inherited)
        , m_capturers(around.capturers)
        , m_secrets(around.secrets.begin(), around.secrets.end())
        , m_elsewhere(around.environment.begin(), around.environment.end())
        , m_defined(m_elsewhere)
    {
    }

    std::vector<PortabilityFinding> run()
    {
        for (const HttpRequest &request : m_file.requests())
            m_names.insert(request.name);
        for (const QString &name : m_file.variables().keys())
            m_elsewhere.remove(name);
        // What has a value anyhow; and what is captured here, which is told at that line.
        m_capturers.removeIf([this](const auto &one) { return m_defined.contains(one.key()); });
        for (const QString &name :
             m_file.variables().keys() + capturersOf(m_file.requests()).keys())
            m_capturers.remove(name);
        size_t request = 0;
        for (const Block &block : m_text.blocks()) {
            m_fields.clear();
            m_isMultipart = false;
            if (block.requestLine)
                inspectRequest(m_file.requests()[request++], *block.requestLine);
            m_pastRequest = m_pastRequest || block.first > 0;
            for (size_t line = block.first; line < block.first + block.count; ++line)
                inspectLine(line, block);
        }
        std::ranges::sort(m_findings, {}, [](const PortabilityFinding &finding) {
            return std::tuple(finding.line, finding.rule.data(), finding.reader);
        });
        return std::move(m_findings);
    }

private:
    void found(QByteArrayView rule, size_t line, const QStringList &about = {})
    {
        const PortabilityRule *known = portabilityRule(rule);
        Q_ASSERT(known);
        for (const ReaderNote &note : known->notes) {
            m_findings.push_back({.reader = note.reader,
                                  .effect = note.effect,
                                  .line = line,
                                  .rule = known->name,
                                  .reason = note.reason,
                                  .about = about});
        }
    }

    void inspectRequest(const HttpRequest &request, size_t line);
    void inspectVersion(QByteArrayView version, size_t line);
    void inspectLine(size_t line, const Block &block);
    void inspectTag(QByteArrayView text, size_t line);
    void inspectAnnotation(QByteArrayView text, size_t line);
    void inspectHeader(QByteArrayView text, size_t line);
    void inspectVariable(QByteArrayView text, size_t line, const Block &block);
    void inspectBody(QByteArrayView text, size_t line);
    void inspectUses(const QString &text, size_t line);
    void inspectElsewhere(const QString &name, size_t line);

    const HttpFile &m_file;
    const HttpText &m_text;
    const Inheritance &m_inherited;
    Capturers m_capturers;     // by names that nothing else says and that were not met yet
    QSet<QString> m_secrets;   // of environments
    QSet<QString> m_elsewhere; // names of environments that the file does not define
    QSet<QString> m_defined;
    QSet<QString> m_names; // of requests
    QList<QByteArray> m_fields;
    bool m_isMultipart = false;
    bool m_pastRequest = false; // below the first request
    std::vector<PortabilityFinding> m_findings;
};

void Inspector::inspectRequest(const HttpRequest &request, size_t line)
{
    const auto parts = *parseRequestLine(m_text.text(line));
    if (parts.method.isEmpty())
        found("method-omitted", line);
    if (withInherited(request.document, m_inherited) != request.document)
        found("added-at-sending", line);
    if (request.kind == RequestKind::GraphQl && request.document.method == u"GRAPHQL")
        found("graphql", line);
    else if (request.kind == RequestKind::WebSocket)
        found("websocket", line);
    else if (request.kind == RequestKind::Grpc)
        found("grpc", line);
    else if (!isUsualMethod(request.document.method))
        found("custom-method", line);
    inspectVersion(parts.version, line);
}

void Inspector::inspectVersion(QByteArrayView version, size_t line)
{
    if (version.isEmpty())
        return;
    if (version.contains('('))
        found("prior-knowledge", line);
    else if (version.startsWith("HTTP/2"))
        found("http2", line);
    else if (version.startsWith("HTTP/3"))
        found("http3", line);
    else
        found("version-pin", line);
}

void Inspector::inspectTag(QByteArrayView text, size_t line)
{
    const auto [key, value] = tagParts(*commentText(text));
    if (key == "name") {
        if (commentText(text)->sliced(5).trimmed().startsWith('='))
            found("name-equals", line);
        else if (!isWord(value))
            found("name-characters", line);
    } else if (key == "import" || key == "ref" || key == "forceRef") {
        found("tag-import", line);
    } else if (const QByteArray rule = "tag-" + key.toByteArray(); portabilityRule(rule)) {
        found(rule, line);
    }
}

void Inspector::inspectAnnotation(QByteArrayView text, size_t line)
{
    const auto [key, value] = annotationParts(*commentText(text));
    if (key == "capture")
        found("capture", line);
    else if (key == "verify" && value == "off")
        found("verify-annotation", line);
    else if (key == "http")
        found("http3-annotation", line);
}

void Inspector::inspectHeader(QByteArrayView text, size_t line)
{
    const auto parts = *parseHeaderLine(text);
    const QByteArray name = parts.name.toByteArray().toLower();
    const qsizetype colon = parts.name.data() + parts.name.size() - text.data();
    const QByteArrayView behind = text.sliced(colon);
    if (!parts.value.isEmpty() && !behind.startsWith(": "))
        found("tight-header", line);
    if (m_fields.contains(name))
        found("repeated-header", line);
    m_fields.append(name);
    if (name == "x-request-type" && http::sameName(parts.value, "GraphQL"))
        found("graphql-header", line);
    if (name == "content-type" && parts.value.toByteArray().toLower().startsWith("multipart/"))
        m_isMultipart = true;
}

void Inspector::inspectVariable(QByteArrayView text, size_t line, const Block &block)
{
    const QByteArrayView head = text.first(text.indexOf('='));
    if (head.endsWith(':'))
        found("lazy-variable", line);
    QByteArrayView name = http::trimmed(head.sliced(1));
    if (name.endsWith(':'))
        name = http::trimmed(name.chopped(1));
    const QByteArrayView value = http::trimmed(text.sliced(head.size() + 1));
    if (name.isEmpty() || value.isEmpty())
        found("variable-empty", line);
    else if (std::ranges::any_of(name, [](char c) { return c == ' ' || c == '\t' || c == ':'; }))
        found("variable-name", line);
    else if (value.startsWith('"'))
        found("variable-quote", line);
    const QString shown = QString::fromUtf8(name);
    if (m_defined.contains(shown))
        found("defined-twice", line);
    m_defined.insert(shown);
    if (m_pastRequest && block.first > 0)
        found("late-variable", line);
}

// What other programs see in a body besides a body.
void Inspector::inspectBody(QByteArrayView text, size_t line)
{
    const QByteArrayView bare = http::trimmed(text);
    static const QRegularExpression method(QStringLiteral("^[A-Z]{3,}[ \\t]+\\S"));
    static const QRegularExpression variable(QStringLiteral("^@[^\\s=]+\\s*=?"));
    const QString shown = QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 200)));
    if (m_isMultipart && text.startsWith("< "))
        found("multipart", line);
    else if (commentText(bare))
        found("body-comment", line);
    else if (method.match(shown).hasMatch())
        found("body-method", line);
    else if (variable.match(shown).hasMatch())
        found("body-variable", line);
    else if (bare == "===")
        found("body-frame", line);
    else if (bare.startsWith("??"))
        found("body-assertion", line);
    else if (bare == "{{")
        found("body-script", line);
}

void Inspector::inspectUses(const QString &text, size_t line)
{
    for (qsizetype open = text.indexOf(QLatin1String("{{")); open >= 0;
         open = text.indexOf(QLatin1String("{{"), open + 2)) {
        const qsizetype end = endOfVariable(text, open);
        if (end < 0)
            continue;
        const QString name = text.sliced(open + 2, end - open - 4).trimmed();
        const QString first = name.section(u'.', 0, 0);
        const QString second = name.section(u'.', 1, 1);
        if (name.startsWith(u'$'))
            found(dynamicRule(name), line);
        // The request it refers to may stand outside of these lines.
        else if (!second.isEmpty() && (m_names.contains(first) || second == u"response"))
            found(second == u"response" || second == u"request" ? "response-path"
                                                                : "response-member",
                  line);
        else if (m_elsewhere.remove(name)) // once is enough
            inspectElsewhere(name, line);
        else if (const Capturer by = m_capturers.take(name); !by.request.isEmpty())
            found("captured-elsewhere", line, {name, by.request});
    }
}

void Inspector::inspectElsewhere(const QString &name, size_t line)
{
    if (m_secrets.contains(name))
        found("keychain-variable", line, {name});
    else
        found("environment-variable", line);
}

void Inspector::inspectLine(size_t line, const Block &block)
{
    const QByteArrayView text = m_text.text(line);
    const LineKind kind = m_text.lines()[line].kind;
    if (kind != LineKind::Separator && text.contains("###"))
        found(http::trimmed(text).startsWith("###") ? "indented-separator" : "inner-separator",
              line);
    switch (kind) {
    case LineKind::Tag:
        return inspectTag(text, line);
    case LineKind::Annotation:
        return inspectAnnotation(text, line);
    case LineKind::FileVariable:
        inspectVariable(text, line, block);
        break;
    case LineKind::Directive:
        return found("directive", line);
    case LineKind::PreScript:
        if (text.startsWith('<'))
            found("request-script", line);
        return;
    case LineKind::Handler:
        if (text.startsWith('>'))
            found("response-script", line);
        return;
    case LineKind::ResponseRedirect:
        return found("response-file", line);
    case LineKind::ResponseReference:
        return found("response-reference", line);
    case LineKind::Opaque:
        return found(text.startsWith("??") ? "assertion-line" : "not-understood", line);
    case LineKind::Continuation: {
        const QByteArrayView bare = http::trimmed(text);
        found(bare.startsWith('?') || bare.startsWith('&') ? "query-lines" : "path-lines", line);
        break;
    }
    case LineKind::DisabledQuery:
        return found("disabled-query", line);
    case LineKind::Comment:
        // Below the request line, httpYac sends "#Name: value".
        if (block.requestLine && line > *block.requestLine && text.startsWith('#') &&
            text.size() > 1 && text[1] != ' ' && text.contains(':'))
            found("tight-comment", line);
        return;
    case LineKind::Header:
        inspectHeader(text, line);
        break;
    case LineKind::BodyFile:
        found(text.startsWith("<@") ? "body-file-variables" : "body-file", line);
        break;
    case LineKind::Body:
        inspectBody(text, line);
        break;
    case LineKind::RequestLine:
        break;
    case LineKind::Blank:
    case LineKind::Separator:
    case LineKind::DisabledHeader:
        return;
    }
    if (text.contains("{{"))
        inspectUses(QString::fromUtf8(text), line);
}

struct ReaderWords {
    Reader reader;
    QByteArrayView id;
    QByteArrayView name;
};
constexpr ReaderWords readerWords[] = {
    {Reader::JetBrains, "jetbrains", "JetBrains"},
    {Reader::RestClient, "rest-client", "REST Client"},
    {Reader::HttpYac, "httpyac", "httpYac"},
    {Reader::VisualStudio, "visual-studio", "Visual Studio"},
    {Reader::Kulala, "kulala", "Kulala"},
};

} // namespace

QString readerName(Reader reader)
{
    return QString::fromLatin1(readerWords[size_t(reader)].name);
}

QByteArrayView readerId(Reader reader)
{
    return readerWords[size_t(reader)].id;
}

std::optional<Reader> readerOf(QByteArrayView id)
{
    const auto found = std::ranges::find(readerWords, id, &ReaderWords::id);
    return found == std::end(readerWords) ? std::nullopt : std::optional(found->reader);
}

QString reasonText(const PortabilityFinding &finding, SayReason say)
{
    const QString sentence = say ? say(finding.reason) : QString::fromUtf8(finding.reason);
    const QString program = readerName(finding.reader);
    if (finding.about.isEmpty())
        return sentence.arg(program);
    if (finding.about.size() == 1)
        return sentence.arg(program, finding.about[0]);
    return sentence.arg(program, finding.about[0], finding.about[1]);
}

std::vector<PortabilityFinding> portability(const HttpFile &file, const Surroundings &around)
{
    return Inspector(file, around).run();
}

bool canRead(Reader reader, const std::vector<PortabilityFinding> &findings)
{
    return std::ranges::none_of(findings, [&](const PortabilityFinding &finding) {
        return finding.reader == reader && finding.effect == PortabilityFinding::Effect::Fails;
    });
}

} // namespace sonde::collection
