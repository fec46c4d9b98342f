#include "interop/curl_document.h"

#include <QUrl>

namespace sonde::interop
{
namespace
{

using collection::Body;
using collection::BodyMode;
using collection::RequestDocument;

QString text(const QByteArray &octets)
{
    return QString::fromUtf8(octets);
}

// What this body sends, or nothing if it cannot be known here.
std::optional<QByteArray> octetsOf(const Body &body)
{
    RequestDocument document{
        .method = QStringLiteral("POST"), .url = QStringLiteral("http://localhost/"), .body = body};
    const auto resolved = collection::resolve(document, {});
    if (!resolved || resolved->request.content.segments.size() != 1)
        return std::nullopt;
    const auto *octets =
        std::get_if<http::OctetsSegment>(&resolved->request.content.segments.front());
    return octets ? std::optional(octets->octets) : std::nullopt;
}

QString decoded(QByteArray part)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part.replace('+', ' ')));
}

// The text as rows of a form, if sending the rows gives the very same octets again.
std::optional<Body> asForm(const QByteArray &data)
{
    Body body{.mode = BodyMode::Form};
    for (const QByteArray &pair : data.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals <= 0)
            return std::nullopt;
        body.form.push_back(
            {.name = decoded(pair.first(equals)), .value = decoded(pair.sliced(equals + 1))});
    }
    return octetsOf(body) == data ? std::optional(body) : std::nullopt;
}

class Converter
{
public:
    Converter(RequestPlan &plan, const std::optional<ShellInput> &input)
        : m_plan(plan)
        , m_input(input)
    {
        settle(m_plan.data);
        settle(m_plan.query);
    }

    RequestDocument convert()
    {
        RequestDocument document;
        document.method = text(methodOf(m_plan));
        document.url = url();
        noteUrls();
        headers(document);
        document.body = body();
        settings(document);
        noteOptions();
        return document;
    }

private:
    void note(Remark what) { addOnce(m_plan.notes, std::move(what)); }

    // Standard input is a file or a text where the shell redirects it.
    void settle(std::vector<DataPiece> &pieces)
    {
        if (!m_input)
            return;
        for (DataPiece &piece : pieces) {
            if (piece.source != DataPiece::Source::Stdin)
                continue;
            const bool isFile = m_input->kind == ShellInput::Kind::File;
            piece.source = isFile ? DataPiece::Source::File : DataPiece::Source::Text;
            piece.value = m_input->value;
            if (!isFile && piece.withoutLineBreaks)
                piece.value = pieceOctets(piece, piece.value);
        }
    }

    QString url()
    {
        std::vector<DataPiece> query = m_plan.query;
        if (m_plan.get)
            query.insert(query.end(), m_plan.data.begin(), m_plan.data.end());
        std::erase_if(query, [this](const DataPiece &piece) {
            if (piece.source == DataPiece::Source::Text)
                return false;
            note(Remark("A part of the query is read from “%1” by curl; it was left out.")
                     .arg(text(piece.value)));
            return true;
        });
        return text(urlOf(m_plan, joinedText(query).value_or(QByteArray())));
    }

    void noteUrls()
    {
        if (!m_plan.moreUrls.isEmpty())
            note(Remark("The command has %1 URLs; the first was taken.")
                     .arg(m_plan.moreUrls.size() + 1));
        if (m_plan.requestTarget)
            note(Remark("The request target “%1” cannot be kept; the URL's own is sent.")
                     .arg(text(*m_plan.requestTarget)));
    }

    void headers(RequestDocument &document)
    {
        for (const http::Field &field : fieldsOf(m_plan))
            document.headers.push_back({.name = text(field.name), .value = text(field.value)});
        for (const HeaderLine &line : m_plan.headers) {
            if (line.kind == HeaderLine::Kind::File)
                note(Remark("The header fields in the file “%1” were not read.")
                         .arg(text(line.name)));
            else if (line.kind == HeaderLine::Kind::Leave)
                note(Remark("curl would leave the field “%1” out; Sonde may add its own.")
                         .arg(text(line.name)));
        }
        for (const QByteArray &file : m_plan.cookieFiles)
            note(Remark("The cookies in the file “%1” were not read.").arg(text(file)));
    }

    Body body()
    {
        const bool hasData = !m_plan.data.empty() && !m_plan.get;
        if (hasData + !m_plan.form.empty() + m_plan.upload.has_value() > 1)
            note(Remark("curl takes only one of -d, -F and -T; the first of them was taken."));
        if (hasData)
            return dataBody();
        if (!m_plan.form.empty())
            return formBody();
        if (m_plan.upload)
            return uploadBody();
        return {};
    }

    QString mediaType() const
    {
        const auto named = fieldsOf(m_plan).value("Content-Type");
        return named ? text(named->toByteArray()) : text(contentTypeOf(m_plan));
    }

    Body dataBody()
    {
        const QString type = mediaType();
        if (const auto joined = joinedText(m_plan.data))
            return textBody(*joined, type);
        if (m_plan.data.size() == 1 && m_plan.data.front().source == DataPiece::Source::File)
            return fileBody(m_plan.data.front(), type);
        note(Remark("The body is put together from files or standard input, which Sonde cannot "
                    "do; it holds their names instead."));
        QByteArray named;
        for (DataPiece piece : m_plan.data) {
            if (piece.source != DataPiece::Source::Text)
                piece = {.value = piece.prefix + '@' + piece.value, .joined = piece.joined};
            named +=
                (piece.joined && !named.isEmpty() ? "&" : "") + pieceOctets(piece, piece.value);
        }
        return {.mode = BodyMode::Text, .text = text(named), .mediaType = type};
    }

    Body textBody(const QByteArray &octets, const QString &type)
    {
        if (!octets.isValidUtf8())
            note(Remark("The body is not valid UTF-8; put it in a file to send it exactly."));
        const QString essence = type.section(u';', 0, 0).trimmed().toLower();
        if (essence == QLatin1String("application/json") ||
            essence.endsWith(QLatin1String("+json"))) {
            Body body{.mode = BodyMode::Json, .text = text(octets)};
            // Sent as anything but itself, for one with comment lines, it has to be a text.
            if (octetsOf(body) == octets)
                return body;
        }
        if (essence == QLatin1String("application/x-www-form-urlencoded")) {
            if (const auto form = asForm(octets))
                return *form;
        }
        return {.mode = BodyMode::Text, .text = text(octets), .mediaType = type};
    }

    Body fileBody(const DataPiece &piece, const QString &type)
    {
        if (piece.withoutLineBreaks)
            note(Remark("curl drops the line breaks of the file that -d names; Sonde sends it "
                        "as it is."));
        if (piece.encoded)
            note(Remark("curl percent-encodes the file “%1”; Sonde sends it as it is.")
                     .arg(text(piece.value)));
        return {.mode = BodyMode::File, .mediaType = type, .file = text(piece.value)};
    }

    Body uploadBody()
    {
        if (*m_plan.upload == "-") {
            if (m_input && m_input->kind == ShellInput::Kind::Text)
                return {
                    .mode = BodyMode::Text, .text = text(m_input->value), .mediaType = mediaType()};
            if (!m_input) {
                note(Remark("curl sends what it reads from standard input; choose a file."));
                return {.mode = BodyMode::File, .mediaType = mediaType()};
            }
        }
        const QByteArray path = *m_plan.upload == "-" ? m_input->value : *m_plan.upload;
        return {.mode = BodyMode::File, .mediaType = mediaType(), .file = text(path)};
    }

    Body formBody()
    {
        Body body{.mode = BodyMode::Multipart};
        for (const FormField &field : m_plan.form) {
            const bool isText = field.source == FormField::Source::Text;
            if (field.source == FormField::Source::TextOfFile)
                note(Remark("The part “%1” is the text of a file in curl; Sonde sends it as a "
                            "file, with a file name.")
                         .arg(text(field.name)));
            if (isText && field.fileName)
                note(Remark("The part “%1” is a text with a file name in curl; the name was left "
                            "out.")
                         .arg(text(field.name)));
            body.parts.push_back(
                {.name = text(field.name),
                 .value = text(field.value),
                 .isFile = !isText,
                 .mediaType = text(field.mediaType),
                 .fileName = isText ? QString() : text(field.fileName.value_or(QByteArray()))});
        }
        return body;
    }

    void settings(RequestDocument &document)
    {
        collection::Settings &settings = document.settings;
        const client::Options defaults;
        settings.followRedirects = m_plan.options.followRedirects;
        settings.verifyTls = m_plan.options.tls.verify == net::Verify::Yes;
        settings.timeout = m_plan.options.timeouts.total;
        if (m_plan.options.timeouts.connect != defaults.timeouts.connect)
            settings.connectTimeout = m_plan.options.timeouts.connect;
        settings.version = version(document.url);
    }

    http::VersionPolicy version(const QString &url)
    {
        using http::VersionPolicy;
        const bool isTls = url.startsWith(QLatin1String("https:"), Qt::CaseInsensitive);
        if (m_plan.http3)
            note(Remark("HTTP/3 is not sent yet; the version is chosen automatically."));
        if (m_plan.versionPolicy == VersionPolicy::Http2 && !isTls) {
            note(Remark("--http2 on an http URL asks to upgrade, which RFC 9113 withdrew; "
                        "HTTP/1.1 is sent. Choose h2c for HTTP/2 without TLS."));
            return VersionPolicy::Auto;
        }
        if (m_plan.versionPolicy == VersionPolicy::H2c && isTls)
            return VersionPolicy::Http2; // over TLS, prior knowledge is ALPN with h2 alone
        return m_plan.versionPolicy;
    }

    void noteOptions()
    {
        const client::Options &options = m_plan.options;
        const auto unkept = [this](bool is, const char *flag) {
            if (is)
                note(Remark("%1 is not kept in a request; it was left out.")
                         .arg(QLatin1String(flag)));
        };
        unkept(options.proxy.has_value(), "--proxy");
        unkept(!options.overrides.isEmpty(), "--resolve");
        unkept(!options.tls.caFile.isEmpty(), "--cacert");
        unkept(!options.tls.certificateFile.isEmpty(), "--cert");
        unkept(!options.tls.keyFile.isEmpty(), "--key");
        unkept(options.keepCredentialsAcrossOrigins, "--location-trusted");
        unkept(options.maxRedirects != client::Options().maxRedirects, "--max-redirs");
        if (options.family != net::AddressFamily::Any)
            note(Remark("The address family (-4, -6) is not kept in a request; it was left out."));
    }

    RequestPlan &m_plan;
    const std::optional<ShellInput> &m_input;
};

} // namespace

RequestDocument documentOf(RequestPlan &plan, const std::optional<ShellInput> &input)
{
    return Converter(plan, input).convert();
}

} // namespace sonde::interop
