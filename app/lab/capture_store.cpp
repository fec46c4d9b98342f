#include "lab/capture_store.h"

#include "collection/variables.h"

#include <QRegularExpression>
#include <QSet>

namespace sonde::lab
{
namespace
{

using collection::Variables;
using http::Result;

constexpr qsizetype nameLimit = 100'000; // names in one document

std::unexpected<http::Error> unresolved(const QString &sentence)
{
    return std::unexpected(http::Error{.layer = http::Layer::Request,
                                       .code = http::Code::UnresolvedVariable,
                                       .sentence = sentence});
}

void addNames(const QString &text, QStringList &names, QSet<QString> &seen)
{
    for (qsizetype open = text.indexOf(QLatin1String("{{")); open >= 0 && names.size() < nameLimit;
         open = text.indexOf(QLatin1String("{{"), open + 2)) {
        const qsizetype end = collection::endOfVariable(text, open);
        if (end < 0)
            continue;
        const QString name = text.sliced(open + 2, end - open - 4).trimmed();
        if (seen.contains(name))
            continue;
        seen.insert(name);
        names.append(name);
    }
}

QStringList textsOf(const collection::RequestDocument &document)
{
    QStringList texts{document.url, document.body.text, document.body.mediaType,
                      document.body.file};
    for (const auto *rows : {&document.headers, &document.body.form}) {
        for (const collection::Row &row : *rows) {
            if (row.enabled)
                texts << row.name << row.value;
        }
    }
    for (const collection::Part &part : document.body.parts) {
        if (part.enabled)
            texts << part.name << part.value << part.mediaType << part.fileName;
    }
    return texts;
}

// "response.body.$.a", "response.headers.X" as an expression over an answer.
QString asExpression(const QString &path)
{
    QString rest = path;
    if (rest.startsWith(u"response."))
        rest = rest.sliced(9);
    if (rest == u"body" || rest.startsWith(u"body.$") || rest == u"body.*" ||
        rest.startsWith(u"headers.") || rest == u"status")
        return rest;
    if (rest.startsWith(u"body.")) // one dialect leaves the $ out
        return QStringLiteral("body.$.") + rest.sliced(5);
    return QStringLiteral("body.$.") + rest;
}

QByteArray octetsOf(const http::Content &content)
{
    QByteArray all;
    for (const http::Segment &segment : content.segments) {
        if (const auto *held = std::get_if<http::OctetsSegment>(&segment))
            all += held->octets;
    }
    return all;
}

// What was sent, looked at as if it had come back.
Result<QString> sentValue(const http::Request &request, const RunExpression &expression)
{
    const auto store = std::make_shared<body::ByteStore>();
    if (auto stored = store->append(octetsOf(request.content)); !stored)
        return std::unexpected(stored.error());
    store->finish();
    const auto value = expression.evaluate({.headers = request.headers, .body = store});
    if (!value)
        return std::unexpected(value.error());
    return value->text;
}

} // namespace

QStringList namesUsed(const collection::RequestDocument &document, const Variables &variables)
{
    QStringList names;
    QSet<QString> seen;
    for (const QString &text : textsOf(document))
        addNames(text, names, seen);
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (const auto found = variables.constFind(names[i]); found != variables.cend())
            addNames(*found, names, seen);
    }
    return names;
}

Result<CaptureRule> parseCapture(const QString &text)
{
    static const QRegularExpression rule(QStringLiteral("^([^\\s=]+)\\s*=\\s*(.+)$"));
    const auto match = rule.match(text.trimmed());
    if (!match.hasMatch())
        return unresolved(QStringLiteral("The capture “%1” is not understood; write “# [capture] "
                                         "token = body.$.token”.")
                              .arg(text.left(80)));
    auto expression = RunExpression::parse(match.captured(2));
    if (!expression)
        return std::unexpected(expression.error());
    return CaptureRule{.name = match.captured(1), .expression = std::move(*expression)};
}

Result<QStringList> CaptureStore::learn(const QString &file, const collection::HttpRequest &request,
                                        const http::Request &sent, const RunAnswer &answer)
{
    if (!request.name.isEmpty())
        m_responses.insert({file, request.name}, {.answer = answer, .sent = sent});
    QStringList names;
    for (const collection::Annotation &annotation : request.annotations) {
        if (annotation.key != u"capture")
            continue;
        const auto rule = parseCapture(annotation.value);
        if (!rule)
            return std::unexpected(rule.error());
        const auto value = rule->expression.evaluate(answer);
        if (!value)
            return std::unexpected(value.error());
        if (value->kind == RunValue::Kind::Missing)
            return unresolved(
                QStringLiteral("The response has nothing to capture for “%1”, line %2.")
                    .arg(rule->name)
                    .arg(annotation.line + 1));
        m_captured.insert(rule->name, value->text);
        names.append(rule->name);
    }
    return names;
}

Result<QString> CaptureStore::referred(const QString &file, const QString &name) const
{
    const QString request = name.section(u'.', 0, 0);
    const QString path = name.section(u'.', 1);
    const auto kept = m_responses.constFind({file, request});
    if (kept == m_responses.cend())
        return unresolved(
            QStringLiteral("“{{%1}}” needs the response of “%2”, which has not been sent yet; send "
                           "that request first.")
                .arg(name.left(120), request));
    const bool ofRequest = path.startsWith(u"request.");
    const auto expression = RunExpression::parse(asExpression(ofRequest ? path.sliced(8) : path));
    if (!expression)
        return std::unexpected(expression.error());
    if (ofRequest)
        return sentValue(kept->sent, *expression);
    const auto value = expression->evaluate(kept->answer);
    if (!value)
        return std::unexpected(value.error());
    if (value->kind == RunValue::Kind::Missing)
        return unresolved(
            QStringLiteral("The response of “%1” (status %2) has no value for “{{%3}}”.")
                .arg(request)
                .arg(kept->answer.status)
                .arg(name.left(120)));
    return value->text;
}

Result<Variables> CaptureStore::literals(const QString &file,
                                         const collection::RequestDocument &document,
                                         const Variables &variables,
                                         const QStringList &requestNames) const
{
    Variables literals = m_captured;
    for (const QString &name : namesUsed(document, variables)) {
        const QString request = name.section(u'.', 0, 0);
        if (!name.contains(u'.') || !requestNames.contains(request) || variables.contains(name) ||
            literals.contains(name))
            continue;
        const auto value = referred(file, name);
        if (!value)
            return std::unexpected(value.error());
        literals.insert(name, *value);
    }
    return literals;
}

} // namespace sonde::lab
