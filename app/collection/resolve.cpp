// From what a person edits to what is sent: variables filled, everything checked.
#include "collection/auth.h"
#include "collection/body_content.h"
#include "collection/graphql.h"
#include "collection/request_document.h"
#include "collection/variables.h"

namespace sonde::collection
{
namespace
{

using http::Result;

class Resolver
{
public:
    Resolver(const RequestDocument &document, const Variables &variables, const QString &folder,
             const Variables &literals)
        : m_document(document)
        , m_folder(folder)
        , m_expander(variables, literals)
    {
    }

    Result<Resolved> run()
    {
        Resolved resolved;
        http::Request &request = resolved.request;
        if (auto sendable = checkKind(); !sendable)
            return std::unexpected(sendable.error());
        const bool query = isGraphQl(m_document);
        const QByteArray token = query ? "POST" : m_document.method.trimmed().toUtf8();
        if (auto method = http::Method::parse(token); method)
            request.method = *method;
        else
            return std::unexpected(method.error());
        if (auto headers = fields(); headers)
            request.headers = std::move(*headers);
        else
            return std::unexpected(headers.error());
        if (auto aim = target(request.headers); aim)
            request.target = std::move(*aim);
        else
            return std::unexpected(aim.error());
        if (query) {
            auto json = graphQl(request.headers);
            if (!json)
                return std::unexpected(json.error());
            request.content = std::move(*json);
        } else if (auto body = contentOf(m_document.body, request.headers, m_folder, m_expander);
                   body)
            request.content = std::move(*body);
        else
            return std::unexpected(body.error());
        request.version = m_document.settings.version;
        resolved.options = options();
        return resolved;
    }

private:
    [[nodiscard]] Result<void> checkKind() const;
    Result<http::Content> graphQl(http::Headers &headers);
    Result<http::Headers> fields();
    Result<QString> authorization(const QString &written, const QString &where);
    Result<http::Target> target(const http::Headers &headers);
    [[nodiscard]] client::Options options() const;

    const RequestDocument &m_document;
    const QString &m_folder;
    Expander m_expander;
};

// What asks for another protocol is kept and shown, and not sent as HTTP with a strange method.
Result<void> Resolver::checkKind() const
{
    const RequestKind kind = kindOf(m_document);
    if (kind != RequestKind::Grpc && kind != RequestKind::WebSocket)
        return {};
    return std::unexpected(http::Error{
        .layer = http::Layer::Request,
        .code = http::Code::UnsupportedScheme,
        .sentence = QStringLiteral("“%1” requests are kept in the file and cannot be sent yet; "
                                   "choose an HTTP method and URL to send this one.")
                        .arg(kind == RequestKind::Grpc ? QStringLiteral("GRPC")
                                                       : QStringLiteral("WEBSOCKET"))});
}

// The convention of GraphQL over HTTP: one JSON object, POSTed.
Result<http::Content> Resolver::graphQl(http::Headers &headers)
{
    const Body &body = m_document.body;
    if (body.mode != BodyMode::Json && body.mode != BodyMode::Text)
        return std::unexpected(http::Error{
            .layer = http::Layer::Request,
            .code = http::Code::ConflictingOptions,
            .sentence = QStringLiteral("A GraphQL request needs its query as the text of its "
                                       "body, and below a blank line its variables.")});
    const GraphQl written = graphQlOf(body.text);
    GraphQl filled;
    for (const auto &[from, to] : {std::pair{&written.query, &filled.query},
                                   std::pair{&written.variables, &filled.variables}}) {
        auto text = m_expander.expand(*from, QStringLiteral("the body"));
        if (!text)
            return std::unexpected(text.error());
        *to = std::move(*text);
    }
    auto json = graphQlJson(filled);
    if (!json)
        return std::unexpected(json.error());
    headers.remove("X-REQUEST-TYPE"); // a word to the program that reads the file
    return http::Content::of(std::move(*json), "application/json");
}

Result<http::Headers> Resolver::fields()
{
    http::Headers headers;
    for (const Row &row : m_document.headers) {
        if (!row.enabled || (row.name.trimmed().isEmpty() && row.value.trimmed().isEmpty()))
            continue;
        const QString where = QStringLiteral("the header “%1”").arg(row.name.trimmed().left(80));
        const auto name = m_expander.expand(row.name, where);
        if (!name)
            return std::unexpected(name.error());
        const bool isAuthorization =
            name->trimmed().compare(u"Authorization", Qt::CaseInsensitive) == 0;
        const auto value =
            isAuthorization ? authorization(row.value, where) : m_expander.expand(row.value, where);
        if (!value)
            return std::unexpected(value.error());
        http::Field field{.name = name->trimmed().toUtf8(),
                          .value = http::trimmed(value->toUtf8()).toByteArray()};
        if (auto sound = http::checkField(field); !sound)
            return std::unexpected(sound.error());
        headers.append(std::move(field));
    }
    return headers;
}

// "Basic name password" and "Basic name:password", as the programs that read .http files write
// them; RFC 7617 section 2 sends them in Base64. What is Base64 already holds neither blank nor
// colon.
Result<QString> Resolver::authorization(const QString &written, const QString &where)
{
    const auto encoded = [&](const QString &user, const QString &password) {
        return written.trimmed().first(6) +
               QString::fromLatin1((user + u':' + password).toUtf8().toBase64());
    };
    // Parted before variables are filled in: a blank in a password parts nothing.
    if (const auto parts = plainCredentials(written.trimmed())) {
        const auto user = m_expander.expand(parts->user, where);
        if (!user)
            return user;
        const auto password = m_expander.expand(parts->password, where);
        return password ? encoded(*user, *password) : password;
    }
    auto value = m_expander.expand(written, where);
    if (const auto parts = value ? plainCredentials(value->trimmed()) : std::nullopt)
        return encoded(parts->user, parts->password);
    return value;
}

Result<http::Target> Resolver::target(const http::Headers &headers)
{
    auto url = m_expander.expand(m_document.url, QStringLiteral("the URL"));
    if (!url)
        return std::unexpected(url.error());
    // RFC 9112 section 3.2.1: a target in origin-form is completed by the Host field.
    if (url->startsWith(u'/')) {
        if (const auto host = headers.value("Host")) {
            const bool isTls = host->endsWith(":443") || host->endsWith(":8443");
            url->prepend((isTls ? QStringLiteral("https://") : QStringLiteral("http://")) +
                         QString::fromUtf8(*host));
        }
    }
    return http::Target::parse(*url);
}

client::Options Resolver::options() const
{
    const Settings &settings = m_document.settings;
    client::Options options;
    options.followRedirects = settings.followRedirects;
    options.tls.verify = settings.verifyTls ? net::Verify::Yes : net::Verify::ReportOnly;
    options.timeouts.total = settings.timeout;
    if (settings.connectTimeout.count() > 0)
        options.timeouts.connect = settings.connectTimeout;
    return options;
}

} // namespace

Result<Resolved> resolve(const RequestDocument &document, const Variables &variables,
                         const QString &folder, const Variables &literals)
{
    return Resolver(document, variables, folder, literals).run();
}

} // namespace sonde::collection
