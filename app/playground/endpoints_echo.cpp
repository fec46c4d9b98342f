#include "playground/endpoints.h"
#include "playground/replies.h"

namespace sonde::playground::endpoint
{
namespace
{

// Text if it is UTF-8 without control characters that no text has, else base64.
QByteArray bodyJson(const Received &received)
{
    QByteArray json = "{\n    \"bytes\": " + QByteArray::number(received.bodyOctets) +
                      ",\n    \"sha256\": " + quoted(received.bodySha256);
    if (received.bodyOctets == 0)
        return json + "\n  }";
    if (quint64(received.body.size()) < received.bodyOctets)
        return json + ",\n    \"note\": \"longer than 1 MiB: not repeated\"\n  }";
    const bool isText = QString::fromUtf8(received.body).toUtf8() == received.body &&
                        std::ranges::none_of(received.body, [](char c) {
                            return uchar(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
                        });
    json += isText ? ",\n    \"text\": " + quoted(received.body)
                   : ",\n    \"base64\": " + quoted(received.body.toBase64());
    return json + "\n  }";
}

QByteArray connectionJson(const Received &received, const QByteArray &indent)
{
    const ConnectionFacts &connection = received.connection;
    QByteArray json = "{\n" + indent + "  \"number\": " + QByteArray::number(connection.number) +
                      ",\n" + indent +
                      "  \"request\": " + QByteArray::number(received.requestNumber);
    if (!connection.tlsVersion.isEmpty())
        json += ",\n" + indent + "  \"tls\": " + quoted(connection.tlsVersion) + ",\n" + indent +
                "  \"cipher\": " + quoted(connection.cipher) + ",\n" + indent +
                "  \"alpn\": " + quoted(connection.alpn);
    return json + '\n' + indent + '}';
}

} // namespace

Plan echo(const Received &received, QByteArrayView)
{
    QByteArray json = "{\n  \"method\": " + quoted(received.method) +
                      ",\n  \"url\": " + quoted(received.url()) +
                      ",\n  \"version\": " + quoted(http::versionName(received.version)) +
                      ",\n  \"headers\": " + fieldsJson(received.headers, "  ") +
                      ",\n  \"body\": " + bodyJson(received);
    if (!received.trailers.isEmpty())
        json += ",\n  \"trailers\": " + fieldsJson(received.trailers, "  ");
    return jsonReply(json + ",\n  \"connection\": " + connectionJson(received, "  ") + "\n}");
}

Plan method(const Received &received, QByteArrayView)
{
    return textReply(200, received.method);
}

Plan headers(const Received &received, QByteArrayView)
{
    return jsonReply(fieldsJson(received.headers, {}));
}

Plan version(const Received &received, QByteArrayView)
{
    return jsonReply("{\n  \"version\": " + quoted(http::versionName(received.version)) +
                     ",\n  \"connection\": " + connectionJson(received, "  ") + "\n}");
}

Plan upload(const Received &received, QByteArrayView)
{
    const QByteArray type = received.headers.combined("Content-Type");
    return jsonReply("{\n  \"bytes\": " + QByteArray::number(received.bodyOctets) +
                     ",\n  \"sha256\": " + quoted(received.bodySha256) +
                     ",\n  \"contentType\": " + (type.isEmpty() ? "null" : quoted(type)) + "\n}");
}

} // namespace sonde::playground::endpoint
