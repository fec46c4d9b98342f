#include "client/request_plan.h"

#include <algorithm>

namespace sonde::client
{
namespace
{

using Kind = wire::ContentLength::Kind;

class Planner
{
public:
    Planner(const http::Request &request, const Options &options, wire::ContentLength content,
            Carrier carrier)
        : m_request(request)
        , m_options(options)
        , m_content(content)
        , m_carrier(carrier)
    {
    }

    RequestPlan plan()
    {
        constexpr qsizetype mostAdded = 8;
        m_plan.head.headers.reserve(m_request.headers.size() + mostAdded);
        setLine();
        takeUserFields();
        addDefaults();
        addCredentials();
        addContentFields();
        m_plan.content = m_content;
        m_plan.awaitsContinue = m_content.kind != Kind::None &&
                                m_plan.head.version != http::Version::Http10 &&
                                m_request.headers.listContains("Expect", "100-continue");
        return std::move(m_plan);
    }

private:
    bool isHttp2() const { return m_carrier.version == http::Version::Http2; }
    bool isSuppressed(QByteArrayView name) const
    {
        return std::ranges::any_of(
            m_options.suppressedFields,
            [name](const QByteArray &suppressed) { return http::sameName(suppressed, name); });
    }
    void add(const QByteArray &name, const QByteArray &value)
    {
        if (m_request.headers.contains(name) || isSuppressed(name))
            return;
        appendMarked({.name = name, .value = value});
    }
    // RFC 7541 section 7.1.3: what opens doors must not enter a compression table.
    void appendMarked(http::Field field)
    {
        for (const QByteArrayView secret : {"authorization", "cookie", "proxy-authorization"})
            field.neverIndexed = field.neverIndexed || http::sameName(field.name, secret);
        m_plan.head.headers.append(std::move(field));
    }

    void setLine();
    void takeUserFields();
    void addDefaults();
    void addCredentials();
    void addContentFields();
    void frameAsTheUserSaid();

    const http::Request &m_request;
    const Options &m_options;
    wire::ContentLength m_content;
    const Carrier m_carrier;
    RequestPlan m_plan;
};

void Planner::setLine()
{
    const http::Target &target = m_request.target;
    m_plan.head.method = m_request.method.token();
    m_plan.head.scheme = target.origin.scheme;
    m_plan.head.authority = target.origin.authority();
    m_plan.head.target = target.pathAndQuery;
    m_plan.head.version = m_request.version == http::VersionPolicy::Http10 ? http::Version::Http10
                                                                           : m_carrier.version;
    if (!m_carrier.absoluteForm)
        return;
    // RFC 9112 section 3.2.4: to a proxy, "OPTIONS *" is a URL without a path.
    const QByteArray path = target.pathAndQuery == "*" ? QByteArray() : target.pathAndQuery;
    m_plan.head.target = target.origin.scheme + "://" + target.origin.authority() + path;
}

void Planner::takeUserFields()
{
    if (const auto host = m_request.headers.value("Host"); host && !host->isEmpty())
        m_plan.head.authority = host->toByteArray();
    if (!isHttp2())
        add(QByteArrayLiteral("Host"), m_plan.head.authority);
    for (const http::Field &field : m_request.headers) {
        // RFC 9113 section 8.3.1: :authority stands for Host, and one of them is enough.
        if (!isHttp2() || !http::sameName(field.name, "Host"))
            appendMarked(field);
    }
}

void Planner::addDefaults()
{
    static const http::Field defaults[] = {
        {.name = QByteArrayLiteral("User-Agent"),
         .value = QByteArrayLiteral("sonde/" SONDE_VERSION)},
        {.name = QByteArrayLiteral("Accept"), .value = QByteArrayLiteral("*/*")},
    };
    static const http::Field codings{.name = QByteArrayLiteral("Accept-Encoding"),
                                     .value = QByteArrayLiteral("gzip, deflate, br, zstd")};
    if (m_options.addDefaults) {
        for (const http::Field &field : defaults)
            add(field.name, field.value);
    }
    if (m_options.acceptEncoding)
        add(codings.name, codings.value);
}

void Planner::addCredentials()
{
    if (!m_request.target.userInfo.isEmpty())
        add("Authorization", "Basic " + m_request.target.userInfo.toBase64());
}

void Planner::addContentFields()
{
    if (m_request.content.present && !m_request.content.mediaType.isEmpty())
        add("Content-Type", m_request.content.mediaType);
    if (m_request.headers.contains("Transfer-Encoding") ||
        m_request.headers.contains("Content-Length"))
        return frameAsTheUserSaid();
    const QByteArray &method = m_request.method.token();
    // RFC 9110 section 8.6: methods that give content a meaning say so when there is none.
    const bool expectsContent = method == "POST" || method == "PUT" || method == "PATCH";
    if (m_content.kind == Kind::None && (m_request.content.present || expectsContent))
        add(QByteArrayLiteral("Content-Length"), QByteArrayLiteral("0"));
    if (m_content.kind == Kind::Known && isSuppressed("Content-Length") && !isHttp2() &&
        m_plan.head.version != http::Version::Http10)
        m_content = {.kind = Kind::Unknown};
    if (m_content.kind == Kind::Known)
        add("Content-Length", QByteArray::number(m_content.octets));
    else if (m_content.kind == Kind::Unknown && !isHttp2())
        add("Transfer-Encoding", "chunked");
}

// The user's field goes out as written; what follows the head is framed to match it.
void Planner::frameAsTheUserSaid()
{
    if (m_request.headers.listContains("Transfer-Encoding", "chunked")) {
        if (!isHttp2())
            m_content = {.kind = Kind::Unknown};
        return;
    }
    const auto said = m_request.headers.value("Content-Length");
    bool isNumber = false;
    const quint64 octets = said ? said->toByteArray().toULongLong(&isNumber) : 0;
    if (isNumber && m_content.kind == Kind::Unknown)
        m_content = {.kind = Kind::Known, .octets = octets};
}

} // namespace

RequestPlan planRequest(const http::Request &request, const Options &options,
                        const wire::ContentLength &content, Carrier carrier)
{
    return Planner(request, options, content, carrier).plan();
}

} // namespace sonde::client
