#include "lab/run_answer.h"

#include "body/json_path_run.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sonde::lab
{
namespace
{

using http::Result;

http::Error unusable(const QString &sentence)
{
    return {
        .layer = http::Layer::Client, .code = http::Code::UnresolvedVariable, .sentence = sentence};
}

RunValue text(const QString &text)
{
    return {.kind = RunValue::Kind::Text, .text = text};
}

RunValue number(qint64 number)
{
    return {.kind = RunValue::Kind::Number, .text = QString::number(number)};
}

// The value of one node, from its octets.
RunValue valueOf(const QByteArray &json)
{
    const QString plain = QString::fromUtf8(json);
    if (json == "null")
        return {.kind = RunValue::Kind::Null, .text = plain};
    if (json == "true" || json == "false")
        return {.kind = RunValue::Kind::Bool, .text = plain};
    if (json.startsWith('"')) {
        const QJsonArray wrapped = QJsonDocument::fromJson('[' + json + ']').array();
        return text(wrapped.at(0).toString());
    }
    if (json.startsWith('{') || json.startsWith('['))
        return {.kind = RunValue::Kind::Json, .text = plain};
    return {.kind = RunValue::Kind::Number, .text = plain}; // as written: 1.10 and 2^60 stay so
}

Result<QByteArray> octets(const body::ByteSource &source, qint64 from, qint64 to)
{
    if (to - from > RunExpression::valueLimit)
        return std::unexpected(unusable(
            QStringLiteral("The value is larger than 16 MiB; name a smaller part of the body.")));
    return source.read(from, to - from);
}

} // namespace

std::optional<RunAnswer> answerOf(const client::Call &call)
{
    const auto hops = call.hops();
    if (hops.empty())
        return std::nullopt;
    const trace::ExchangeState first = hops.front().exchange->state();
    const trace::ExchangeState last = hops.back().exchange->state();
    if (!last.response || last.error)
        return std::nullopt;
    RunAnswer answer{.status = last.response->status,
                     .version = last.response->version,
                     .headers = last.response->headers,
                     .body = hops.back().body};
    if (!first.events.empty() && !last.events.empty())
        answer.time = last.events.back().at - first.events.front().at;
    return answer;
}

Result<RunExpression> RunExpression::parse(const QString &written)
{
    const QString text = written.trimmed();
    RunExpression expression;
    if (text == u"status") {
        expression.m_source = Source::Status;
    } else if (text == u"time") {
        expression.m_source = Source::Time;
    } else if (text == u"size") {
        expression.m_source = Source::Size;
    } else if (text == u"version") {
        expression.m_source = Source::Version;
    } else if (text == u"body" || text == u"body.*") {
        expression.m_source = Source::Body;
    } else if (text.startsWith(u"header.") || text.startsWith(u"headers.")) {
        expression.m_source = Source::Header;
        expression.m_header = text.sliced(text.indexOf(u'.') + 1).toUtf8();
        if (!http::isToken(expression.m_header))
            return std::unexpected(
                unusable(QStringLiteral("“%1” names no header field; write header.content-type.")
                             .arg(text.left(80))));
    } else if (text.startsWith(u"body.$") || text.startsWith(u"body.[")) {
        const QString path = text.startsWith(u"body.$") ? text.sliced(5) : u'$' + text.sliced(5);
        auto parsed = body::JsonPath::parse(path.toUtf8());
        if (!parsed)
            return std::unexpected(unusable(QStringLiteral("The path “%1” is not understood: %2")
                                                .arg(path.left(200), parsed.error().sentence)));
        expression.m_source = Source::Path;
        expression.m_path = std::move(*parsed);
    } else {
        return std::unexpected(unusable(
            QStringLiteral("“%1” is not understood; there are status, time, size, version, "
                           "header.NAME, body and body.$.path.")
                .arg(text.left(80))));
    }
    return expression;
}

Result<RunValue> RunExpression::evaluate(const RunAnswer &answer) const
{
    switch (m_source) {
    case Source::Status:
        return number(answer.status);
    case Source::Time:
        return RunValue{.kind = RunValue::Kind::Number,
                        .text = QString::number(double(answer.time.count()) / 1e6, 'f', 3)};
    case Source::Size:
        return number(answer.body ? answer.body->size() : 0);
    case Source::Version:
        return text(QString::fromLatin1(http::versionName(answer.version)));
    case Source::Header:
        if (!answer.headers.contains(m_header))
            return RunValue{};
        return text(QString::fromUtf8(answer.headers.combined(m_header)));
    case Source::Body: {
        if (!answer.body)
            return text({});
        const auto all = octets(*answer.body, 0, answer.body->size());
        if (!all)
            return std::unexpected(all.error());
        return text(QString::fromUtf8(*all));
    }
    case Source::Path:
        return nodes(answer);
    }
    Q_UNREACHABLE();
}

Result<RunValue> RunExpression::nodes(const RunAnswer &answer) const
{
    using Step = body::JsonPathRun::Step;
    if (!answer.body || answer.body->size() == 0)
        return RunValue{};
    body::JsonPathRun run(*m_path, answer.body);
    std::vector<QByteArray> found;
    qint64 size = 0;
    body::JsonMatch match;
    for (Step step = run.next(match); step != Step::End; step = run.next(match)) {
        if (step != Step::Match)
            return std::unexpected(unusable(
                run.problem().isEmpty()
                    ? QStringLiteral("The body is not whole JSON.")
                    : QStringLiteral("The body cannot be read as JSON: %1").arg(run.problem())));
        const auto json = octets(*answer.body, match.from, match.to);
        if (!json)
            return std::unexpected(json.error());
        size += json->size();
        if (found.size() >= size_t(nodeLimit) || size > valueLimit)
            return std::unexpected(unusable(QStringLiteral(
                "The path finds more than 10,000 values or 16 MiB of them; narrow it.")));
        found.push_back(*json);
    }
    if (found.empty()) {
        const auto start = answer.body->read(0, 64);
        const QByteArray first =
            start ? start->trimmed().first(start->trimmed().isEmpty() ? 0 : 1) : QByteArray();
        if (!first.isEmpty() && !QByteArrayView("{[\"-0123456789tfn\xef").contains(first[0]))
            return std::unexpected(unusable(QStringLiteral("The body is not JSON.")));
        return RunValue{};
    }
    if (found.size() == 1)
        return valueOf(found.front());
    QByteArray list;
    for (const QByteArray &json : found)
        list += (list.isEmpty() ? "[" : ",") + json;
    return RunValue{.kind = RunValue::Kind::Json, .text = QString::fromUtf8(list + ']')};
}

} // namespace sonde::lab
