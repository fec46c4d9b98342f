#include "wire/http2_fields.h"

#include <algorithm>
#include <array>

namespace sonde::wire
{

namespace
{

trace::Finding note(QByteArray rule, const QString &sentence, QByteArray section)
{
    return {.rule = std::move(rule), .sentence = sentence, .section = std::move(section)};
}

QString shown(const QByteArray &name)
{
    return QString::fromLatin1(name.first(std::min<qsizetype>(name.size(), 80)));
}

// One copy for all requests.
struct PseudoNames {
    QByteArray method = ":method";
    QByteArray scheme = ":scheme";
    QByteArray authority = ":authority";
    QByteArray path = ":path";
};

const PseudoNames &pseudoNames()
{
    static const PseudoNames names;
    return names;
}

bool isLower(const QByteArray &name)
{
    return std::ranges::none_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// In lower case, without taking memory for the names that nearly every request has.
QByteArray lowerName(const QByteArray &name)
{
    static const std::array<QByteArray, 8> usual{
        "user-agent",    "accept",       "accept-encoding", "accept-language",
        "authorization", "content-type", "content-length",  "cookie"};
    if (isLower(name))
        return name;
    const auto known = std::ranges::find_if(
        usual, [&](const QByteArray &other) { return http::sameName(name, other); });
    return known == usual.end() ? name.toLower() : *known;
}

http::Error unsendable(const QByteArray &name)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::MalformedHeader,
            .sentence =
                QStringLiteral("The value of “%1” holds a line break or a NUL, which no HTTP "
                               "version can carry; remove it.")
                    .arg(shown(name))};
}

// Collects regular fields and remembers what was left out.
class FieldListBuilder
{
public:
    explicit FieldListBuilder(const http::Headers &source)
        : m_source(source)
        , m_nominates(source.contains("connection"))
    {
    }

    http::Result<Http2FieldList> finish(Http2FieldList list, QByteArrayView leaveOut = {})
    {
        list.fields.reserve(list.fields.size() + m_source.size());
        for (const http::Field &field : m_source) {
            if (!leaveOut.isEmpty() && http::sameName(field.name, leaveOut))
                continue;
            if (const auto checked = http::checkField(field); !checked)
                return std::unexpected(checked.error());
            append(list.fields, field);
        }
        if (!m_dropped.isEmpty())
            list.findings.push_back(
                note("http2.connection-fields-dropped",
                     QStringLiteral("HTTP/2 has no connection-specific fields, so these were not "
                                    "sent: %1.")
                         .arg(m_dropped.join(QStringLiteral(", "))),
                     "RFC 9113 section 8.2.2"));
        if (!m_trimmed.isEmpty())
            list.findings.push_back(
                note("http2.whitespace-trimmed",
                     QStringLiteral("HTTP/2 forbids white space at the ends of a value, so it was "
                                    "taken off these fields: %1.")
                         .arg(m_trimmed.join(QStringLiteral(", "))),
                     "RFC 9113 section 8.2.1"));
        return list;
    }

private:
    void append(http::Headers &to, const http::Field &field)
    {
        QByteArray name = lowerName(field.name);
        QByteArray value = field.value;
        if (name == "te" && m_source.listContains("te", "trailers"))
            value = "trailers"; // the only member that RFC 9113 section 8.2.2 allows
        else if (isConnectionField(name) ||
                 (m_nominates && m_source.listContains("connection", name))) {
            m_dropped.append(shown(field.name));
            return;
        }
        if (const QByteArrayView bare = http::trimmed(value); bare.size() != value.size()) {
            m_trimmed.append(shown(field.name));
            value = bare.toByteArray();
        }
        to.append({.name = std::move(name),
                   .value = std::move(value),
                   .neverIndexed = field.neverIndexed});
    }

    const http::Headers &m_source;
    const bool m_nominates; // a Connection field names others that concern this hop alone
    QStringList m_dropped;
    QStringList m_trimmed;
};

} // namespace

bool isConnectionField(QByteArrayView name)
{
    switch (name.size()) {
    case 2:
        return name == "te";
    case 7:
        return name == "upgrade";
    case 10:
        return name == "connection" || name == "keep-alive";
    case 14:
        return name == "http2-settings";
    case 16:
        return name == "proxy-connection";
    case 17:
        return name == "transfer-encoding";
    default:
        return false;
    }
}

http::Result<Http2FieldList> http2RequestFields(const RequestHead &head)
{
    // RFC 9113 section 8.3.1: what HTTP/1 says in Host stands in :authority. A Host field that the
    // user wrote by hand wins, as it would in HTTP/1.
    const QByteArrayView host = head.headers.value("host").value_or(QByteArrayView());
    const QByteArray authority =
        host.isEmpty() ? head.authority : http::trimmed(host).toByteArray();
    const PseudoNames &pseudo = pseudoNames();
    Http2FieldList list;
    list.fields.reserve(4 + head.headers.size());
    list.fields.append(pseudo.method, head.method);
    // RFC 9113 section 8.5: CONNECT names neither scheme nor path.
    if (head.method != "CONNECT")
        list.fields.append(pseudo.scheme, head.scheme);
    if (!authority.isEmpty())
        list.fields.append(pseudo.authority, authority);
    if (head.method != "CONNECT")
        list.fields.append(pseudo.path, head.target);
    for (const http::Field &field : list.fields) {
        if (http::holdsLineBreak(field.value))
            return std::unexpected(unsendable(field.name));
    }
    return FieldListBuilder(head.headers).finish(std::move(list), "host");
}

http::Result<Http2FieldList> http2ResponseFields(const http::ResponseHead &head)
{
    Http2FieldList list;
    list.fields.append(":status", QByteArray::number(head.status));
    return FieldListBuilder(head.headers).finish(std::move(list));
}

http::Result<Http2FieldList> http2TrailerFields(const http::Headers &trailers)
{
    return FieldListBuilder(trailers).finish({});
}

quint64 http2ListOctets(const http::Headers &fields)
{
    quint64 octets = 0;
    for (const http::Field &field : fields)
        octets += quint64(field.name.size()) + quint64(field.value.size()) + 32;
    return octets;
}

std::vector<nghttp2_nv> http2NameValues(const http::Headers &fields)
{
    const auto raw = [](const QByteArray &octets) {
        return reinterpret_cast<uint8_t *>(const_cast<char *>(octets.constData()));
    };
    std::vector<nghttp2_nv> pairs;
    pairs.reserve(size_t(fields.size()));
    for (const http::Field &field : fields)
        pairs.push_back({.name = raw(field.name),
                         .value = raw(field.value),
                         .namelen = size_t(field.name.size()),
                         .valuelen = size_t(field.value.size()),
                         .flags = uint8_t(field.neverIndexed ? NGHTTP2_NV_FLAG_NO_INDEX
                                                             : NGHTTP2_NV_FLAG_NONE)});
    return pairs;
}

} // namespace sonde::wire
