#include "lab/run_values.h"

#include <array>
#include <cmath>

namespace sonde::lab
{
namespace
{

using http::VersionPolicy;

constexpr auto versions = std::to_array(
    {VersionPolicy::Http10, VersionPolicy::Http11, VersionPolicy::Http2, VersionPolicy::H2c});
constexpr auto starts = std::to_array({Start::Cold, Start::Resumed, Start::Warm});
constexpr double longest = 1e9; // ms; nothing takes twelve days

QString text(QByteArrayView octets)
{
    return QString::fromLatin1(octets); // any octet survives
}

QByteArray octets(const QJsonValue &value)
{
    return value.toString().toLatin1();
}

template <typename Choices>
auto choice(const QJsonValue &value, const Choices &choices, auto nameOf)
    -> std::optional<typename Choices::value_type>
{
    for (const auto one : choices) {
        if (QString::fromLatin1(nameOf(one)) == value.toString())
            return one;
    }
    return std::nullopt;
}

std::optional<double> time(const QJsonValue &value)
{
    const double ms = value.toDouble(-1);
    return ms >= 0 && ms <= longest ? std::optional(ms) : std::nullopt;
}

int count(const QJsonValue &value)
{
    return std::clamp(value.toInt(), 0, limit::requests);
}

quint64 size(const QJsonValue &value)
{
    return quint64(std::clamp(value.toDouble(), 0.0, 9e15)); // a whole number in a double
}

QJsonArray headersValue(const http::Headers &headers, interop::Redaction &mask)
{
    QJsonArray fields;
    for (const http::Field &field : mask.headers(headers))
        fields.append(QJsonArray{text(field.name), text(field.value)});
    return fields;
}

http::Headers headersFrom(const QJsonValue &value)
{
    http::Headers headers;
    for (const QJsonValue &field : value.toArray())
        headers.append(octets(field[0]), octets(field[1]));
    return headers;
}

struct LedgerPart {
    const char *name;
    quint64 Ledger::*part;
};
constexpr LedgerPart ledgerParts[] = {
    {"sent", &Ledger::sent},
    {"received", &Ledger::received},
    {"plain", &Ledger::plain},
    {"handshake", &Ledger::handshake},
    {"requestHeads", &Ledger::requestHeads},
    {"responseHeads", &Ledger::responseHeads},
    {"framing", &Ledger::framing},
    {"content", &Ledger::content},
};

QJsonObject observationValue(size_t request, const Observation &seen, interop::Redaction &mask)
{
    QJsonArray interim;
    for (const http::ResponseHead &head : seen.interim)
        interim.append(QJsonArray{head.status, headersValue(head.headers, mask)});
    QJsonArray redirects;
    for (const QByteArray &url : seen.redirects)
        redirects.append(text(mask.url(url)));
    QJsonObject value{{"request", double(request)},
                      {"status", seen.status},
                      {"headers", headersValue(seen.headers, mask)},
                      {"trailers", headersValue(seen.trailers, mask)},
                      {"interim", interim},
                      {"contentCodings", text(seen.contentCodings)},
                      {"decodedOctets", double(seen.decodedOctets)},
                      {"bodyHash", text(seen.bodyHash.toHex())},
                      {"proven", seen.proven},
                      {"redirects", redirects},
                      {"server", text(seen.server)},
                      {"certificate", text(seen.certificate.toHex())},
                      {"tls", text(seen.tls)}};
    if (seen.body)
        value[u"body"] =
            text(mask.content(*seen.body, seen.headers.combined("content-type")).toBase64());
    return value;
}

Observation observationFrom(const QJsonObject &value)
{
    Observation seen{.status = value[u"status"].toInt(),
                     .headers = headersFrom(value[u"headers"]),
                     .trailers = headersFrom(value[u"trailers"]),
                     .contentCodings = octets(value[u"contentCodings"]),
                     .decodedOctets = size(value[u"decodedOctets"]),
                     .bodyHash = QByteArray::fromHex(octets(value[u"bodyHash"])),
                     .proven = value[u"proven"].toBool(true),
                     .server = octets(value[u"server"]),
                     .certificate = QByteArray::fromHex(octets(value[u"certificate"])),
                     .tls = octets(value[u"tls"])};
    for (const QJsonValue &head : value[u"interim"].toArray())
        seen.interim.push_back({.status = head[0].toInt(), .headers = headersFrom(head[1])});
    for (const QJsonValue &url : value[u"redirects"].toArray())
        seen.redirects.append(octets(url));
    if (value.contains(u"body")) {
        auto body = QByteArray::fromBase64(octets(value[u"body"]));
        if (body.size() <= Observation::bodyLimit)
            seen.body = std::move(body);
    }
    return seen;
}

QJsonObject itemValue(const Item &item)
{
    QJsonObject value{{"ms", item.milliseconds}, {"status", item.status}};
    if (item.error)
        value[u"error"] = errorValue(*item.error);
    return value;
}

} // namespace

QJsonObject errorValue(const http::Error &error)
{
    return {{"code", text(http::name(error.code))},
            {"sentence", error.sentence},
            {"detail", error.detail}};
}

http::Error errorFrom(const QJsonObject &value)
{
    http::Error error{.sentence = value[u"sentence"].toString(),
                      .detail = value[u"detail"].toString()};
    for (int code = 0; code <= int(http::Code::Internal); ++code) {
        if (text(http::name(http::Code(code))) == value[u"code"].toString())
            error.code = http::Code(code);
    }
    return error;
}

QJsonObject planValue(const Plan &plan)
{
    QJsonArray arms;
    for (const Arm &arm : plan.arms)
        arms.append(QJsonObject{{"version", text(http::policyName(arm.version))},
                                {"start", text(name(arm.start))},
                                {"connections", arm.connections}});
    return {{"arms", arms},
            {"batch", plan.batch},
            {"blocks", plan.blocks},
            {"seed", QString::number(plan.seed)}, // 64 bits do not fit into a JSON number
            {"line", text(plan.line.text())},
            {"marginShare", plan.margin.share},
            {"marginMs", plan.margin.milliseconds},
            {"pauseMs", double(plan.pause.count())},
            {"trialLimitMs", double(plan.trialLimit.count())}};
}

std::optional<Plan> planFrom(const QJsonObject &value)
{
    Plan plan{.batch = value[u"batch"].toInt(),
              .blocks = value[u"blocks"].toInt(),
              .seed = value[u"seed"].toString().toULongLong()};
    for (const QJsonValue &arm : value[u"arms"].toArray()) {
        const auto version = choice(arm[u"version"], versions, http::policyName);
        const auto start = choice(arm[u"start"], starts, [](Start one) { return name(one); });
        if (!version || !start)
            return std::nullopt;
        plan.arms.push_back(
            {.version = *version, .start = *start, .connections = arm[u"connections"].toInt()});
    }
    if (const auto written = octets(value[u"line"]); !written.isEmpty()) {
        const auto line = net::lineFrom(written);
        if (!line)
            return std::nullopt;
        plan.line = *line;
    }
    const auto share = time(value[u"marginShare"]);
    const auto margin = time(value[u"marginMs"]);
    const auto pause = time(value[u"pauseMs"]);
    const auto most = time(value[u"trialLimitMs"]);
    if (!share || !margin || !pause || !most)
        return std::nullopt;
    plan.margin = {.share = *share, .milliseconds = *margin};
    plan.pause = std::chrono::milliseconds(qint64(*pause));
    plan.trialLimit = std::chrono::milliseconds(qint64(*most));
    return plan;
}

QJsonObject requestValue(const http::Request &request, interop::Redaction &mask)
{
    QJsonObject value{{"method", text(request.method.token())},
                      {"url", QString::fromUtf8(mask.url(request.target.url()))},
                      {"headers", headersValue(request.headers, mask)}};
    if (!request.content.present)
        return value;
    QJsonArray segments;
    for (const http::Segment &segment : request.content.segments) {
        if (const auto *octets = std::get_if<http::OctetsSegment>(&segment))
            segments.append(QJsonObject{
                {"octets",
                 text(mask.content(octets->octets, request.content.mediaType).toBase64())}});
        else if (const auto *file = std::get_if<http::FileSegment>(&segment))
            segments.append(QJsonObject{{"file", file->path}});
    }
    value[u"content"] = segments;
    value[u"mediaType"] = text(request.content.mediaType);
    return value;
}

std::optional<http::Request> requestFrom(const QJsonObject &value)
{
    const auto method = http::Method::parse(octets(value[u"method"]));
    auto target = http::Target::parse(value[u"url"].toString());
    if (!method || !target)
        return std::nullopt;
    http::Request request{
        .method = *method, .target = *std::move(target), .headers = headersFrom(value[u"headers"])};
    for (const http::Field &field : request.headers) {
        if (!http::checkField(field))
            return std::nullopt;
    }
    request.content.present = value.contains(u"content");
    request.content.mediaType = octets(value[u"mediaType"]);
    for (const QJsonValue &segment : value[u"content"].toArray()) {
        if (segment[u"file"].isString())
            request.content.segments.push_back(http::FileSegment{segment[u"file"].toString()});
        else
            request.content.segments.push_back(
                http::OctetsSegment{QByteArray::fromBase64(octets(segment[u"octets"]))});
    }
    return request;
}

QJsonObject optionsValue(const client::Options &options)
{
    QJsonObject value{{"followRedirects", options.followRedirects},
                      {"verify", options.tls.verify == net::Verify::Yes},
                      {"caFile", options.tls.caFile},
                      {"pinnedCertificate", text(options.tls.pinnedDer.toBase64())},
                      {"decode", options.decode},
                      {"acceptEncoding", options.acceptEncoding},
                      {"addDefaults", options.addDefaults}};
    if (options.proxy)
        value[u"proxy"] = QJsonObject{{"host", text(options.proxy->host)},
                                      {"port", options.proxy->port},
                                      {"tunnelAlways", options.proxy->tunnelAlways}};
    return value;
}

client::Options optionsFrom(const QJsonObject &value)
{
    client::Options options;
    options.followRedirects = value[u"followRedirects"].toBool(true);
    options.tls.verify = value[u"verify"].toBool(true) ? net::Verify::Yes : net::Verify::ReportOnly;
    options.tls.caFile = value[u"caFile"].toString();
    options.tls.pinnedDer = QByteArray::fromBase64(octets(value[u"pinnedCertificate"]));
    options.decode = value[u"decode"].toBool(true);
    options.acceptEncoding = value[u"acceptEncoding"].toBool(true);
    options.addDefaults = value[u"addDefaults"].toBool(true);
    if (const QJsonObject proxy = value[u"proxy"].toObject(); !proxy.isEmpty())
        options.proxy = net::Proxy{.host = octets(proxy[u"host"]),
                                   .port = quint16(proxy[u"port"].toInt()),
                                   .tunnelAlways = proxy[u"tunnelAlways"].toBool()};
    return options;
}

QJsonObject trialValue(const Trial &trial, interop::Redaction &mask)
{
    QJsonArray items;
    for (const Item &item : trial.items)
        items.append(itemValue(item));
    QJsonArray observations;
    for (const auto &[request, seen] : trial.observations)
        observations.append(observationValue(request, seen, mask));
    QJsonObject ledger;
    for (const LedgerPart &part : ledgerParts)
        ledger[QLatin1String(part.name)] = double(trial.ledger.*part.part);
    return {{"block", trial.slot.block},
            {"arm", trial.slot.arm},
            {"control", trial.slot.control},
            {"makespanMs", trial.makespan},
            {"cpuMs", trial.cpu},
            {"dispatchMs", trial.dispatch},
            {"lineCpuMs", trial.lineCpu},
            {"lineLateMs", trial.lineLate},
            {"connections", trial.connections},
            {"opened", trial.opened},
            {"repeated", trial.repeated},
            {"resumed", trial.resumed},
            {"octets", ledger},
            {"items", items},
            {"observations", observations}};
}

std::optional<Trial> trialFrom(const QJsonObject &value, const Plan &plan, size_t requests)
{
    const auto makespan = time(value[u"makespanMs"]);
    const auto cpu = time(value[u"cpuMs"]);
    const auto dispatch = time(value[u"dispatchMs"]);
    const int arm = value[u"arm"].toInt(-1);
    const int block = value[u"block"].toInt(-1);
    const QJsonArray items = value[u"items"].toArray();
    const bool sound = makespan && cpu && dispatch && arm >= 0 && size_t(arm) < plan.arms.size() &&
                       block >= 0 && block <= plan.blocks && !items.isEmpty() &&
                       items.size() <= limit::requests;
    if (!sound)
        return std::nullopt;
    Trial trial{
        .slot = {.block = block, .arm = arm, .control = value[u"control"].toBool()},
        .makespan = *makespan,
        .cpu = *cpu,
        .dispatch = *dispatch,
        .lineCpu = time(value[u"lineCpuMs"]).value_or(0),
        .lineLate = time(value[u"lineLateMs"]).value_or(0),
        .connections = count(value[u"connections"]),
        .opened = count(value[u"opened"]),
        .repeated = count(value[u"repeated"]),
        .resumed = count(value[u"resumed"]),
    };
    const QJsonObject ledger = value[u"octets"].toObject();
    for (const LedgerPart &part : ledgerParts)
        trial.ledger.*part.part = size(ledger[QLatin1String(part.name)]);
    for (const QJsonValue &one : items) {
        const auto ms = time(one[u"ms"]);
        if (!ms)
            return std::nullopt;
        Item item{.milliseconds = *ms, .status = one[u"status"].toInt()};
        if (one[u"error"].isObject())
            item.error = errorFrom(one[u"error"].toObject());
        trial.items.push_back(std::move(item));
    }
    for (const QJsonValue &one : value[u"observations"].toArray()) {
        const size_t request = size(one[u"request"]);
        if (request >= requests)
            return std::nullopt;
        trial.observations.emplace_back(request, observationFrom(one.toObject()));
    }
    return trial;
}

} // namespace sonde::lab
