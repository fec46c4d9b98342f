#include "lab/features.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace sonde::lab
{
namespace
{

constexpr int partLimit = 5000; // values or lines of one body that are told apart
constexpr int depthLimit = 64;

// RFC 9113 section 8.2.2: what belongs to one HTTP/1.1 connection and cannot stand in HTTP/2.
constexpr auto connectionFields = std::to_array<QByteArrayView>(
    {"connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade"});

void addFields(Features &features, const http::Headers &headers, Aspect aspect)
{
    for (const http::Field &field : headers) {
        const QByteArray name = field.name.toLower();
        if (std::ranges::find(connectionFields, QByteArrayView(name)) != connectionFields.end())
            continue;
        const QByteArray value = http::trimmed(field.value).toByteArray();
        if (name == "set-cookie") {
            const qsizetype equals = value.indexOf('=');
            const QByteArray cookie = equals < 0 ? QByteArray() : value.first(equals).trimmed();
            features[{Aspect::Cookie, cookie}] = value.mid(equals + 1);
            continue;
        }
        // Several lines of a field mean the same as one with their values joined (RFC 9110
        // section 5.3).
        QByteArray &known = features[{aspect, name}];
        known = known.isEmpty() ? value : known + ", " + value;
    }
}

QByteArray leafText(const QJsonValue &value)
{
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return wrapped.sliced(1, wrapped.size() - 2);
}

// RFC 6901.
QByteArray pointerToken(QString key)
{
    return '/' +
           key.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1")).toUtf8();
}

class JsonParts
{
public:
    // False: there are too many parts, or too deep ones.
    bool add(const QJsonValue &value, const QByteArray &pointer = {}, int depth = 0)
    {
        if (depth > depthLimit || int(parts.size()) > partLimit)
            return false;
        if (value.isObject() && !value.toObject().isEmpty()) {
            const QJsonObject object = value.toObject();
            for (auto it = object.begin(); it != object.end(); ++it) {
                if (!add(it.value(), pointer + pointerToken(it.key()), depth + 1))
                    return false;
            }
            return true;
        }
        if (value.isArray() && !value.toArray().isEmpty()) {
            const QJsonArray array = value.toArray();
            for (qsizetype i = 0; i < array.size(); ++i) {
                if (!add(array[i], pointer + '/' + QByteArray::number(i), depth + 1))
                    return false;
            }
            return true;
        }
        parts[{Aspect::BodyPart, pointer}] = leafText(value);
        return true;
    }

    Features parts;
};

std::optional<Features> jsonParts(const QByteArray &body)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return std::nullopt;
    JsonParts parts;
    const QJsonValue root =
        document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    if (!parts.add(root))
        return std::nullopt;
    return std::move(parts.parts);
}

bool isText(const QByteArray &body)
{
    return !body.isEmpty() && !body.contains('\0') && body.isValidUtf8() &&
           body.count('\n') < partLimit;
}

void addTextParts(Features &features, const QByteArray &body)
{
    const auto lines = body.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        // Sorts as its number.
        const QByteArray place = QByteArray::number(i + 1).rightJustified(5);
        features[{Aspect::BodyPart, place}] = lines[i];
    }
}

void addBody(Features &features, const Observation &seen, BodyShape shape)
{
    if (shape == BodyShape::Json) {
        if (auto parts = jsonParts(*seen.body))
            features.merge(*parts);
    } else if (shape == BodyShape::Text) {
        addTextParts(features, *seen.body);
    } else {
        features[{Aspect::Body, {}}] =
            QByteArray::number(seen.decodedOctets) + " octets, SHA-256 " + seen.bodyHash.toHex();
    }
}

} // namespace

QByteArrayView name(Aspect aspect)
{
    constexpr auto names = std::to_array<QByteArrayView>(
        {"status", "redirects", "interim", "field", "cookie", "trailer", "coding", "body",
         "body-part", "end", "server", "certificate", "tls"});
    return names[size_t(aspect)];
}

BodyShape bodyShape(std::span<const Observation> all)
{
    const auto every = [&](auto test) {
        return !all.empty() && std::ranges::all_of(all, [&](const Observation &seen) {
            return seen.body && test(*seen.body);
        });
    };
    if (every([](const QByteArray &body) { return jsonParts(body).has_value(); }))
        return BodyShape::Json;
    if (every(isText))
        return BodyShape::Text;
    return BodyShape::Opaque;
}

Features featuresOf(const Observation &seen, BodyShape shape)
{
    Features features;
    features[{Aspect::Status, {}}] = QByteArray::number(seen.status);
    features[{Aspect::Coding, {}}] = seen.contentCodings;
    features[{Aspect::End, {}}] = seen.proven ? "proven" : "not proven";
    features[{Aspect::Redirects, {}}] = seen.redirects.join(' ');
    features[{Aspect::Server, {}}] = seen.server;
    features[{Aspect::Tls, {}}] = seen.tls;
    features[{Aspect::Certificate, {}}] = seen.certificate.toHex();
    for (const http::ResponseHead &head : seen.interim) {
        QByteArray &value = features[{Aspect::Interim, QByteArray::number(head.status)}];
        for (const http::Field &field : head.headers)
            value += field.name.toLower() + ": " + field.value + "; ";
    }
    addFields(features, seen.headers, Aspect::Field);
    addFields(features, seen.trailers, Aspect::Trailer);
    addBody(features, seen, shape);
    return features;
}

} // namespace sonde::lab
