// What of a trace goes into an evidence bundle, and out of it again: one list of members for both
// ways. Everything read is hostile: numbers out of range and wrong types fail the reading.
#pragma once

#include "trace/exchange.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace sonde::interop
{

// The last value of an enumeration that may be read.
template <typename E>
inline constexpr E lastValue{};
template <>
inline constexpr auto lastValue<trace::What> = trace::What::Closed;
template <>
inline constexpr auto lastValue<trace::Attempt::Outcome> = trace::Attempt::Outcome::Abandoned;
template <>
inline constexpr auto lastValue<trace::AddressSource> = trace::AddressSource::Resolver;
template <>
inline constexpr auto lastValue<trace::Verification> = trace::Verification::Ignored;
template <>
inline constexpr auto lastValue<trace::TlsMessage::Kind> =
    trace::TlsMessage::Kind::ChangeCipherSpec;
template <>
inline constexpr auto lastValue<trace::CertificateCheck> = trace::CertificateCheck::Other;
template <>
inline constexpr auto lastValue<trace::Origin> = trace::Origin::Retry;
template <>
inline constexpr auto lastValue<trace::End> = trace::End::Cancelled;
template <>
inline constexpr auto lastValue<trace::Severity> = trace::Severity::Violation;
template <>
inline constexpr auto lastValue<trace::Direction> = trace::Direction::Received;
template <>
inline constexpr auto lastValue<trace::TcpSample::When> = trace::TcpSample::When::Closed;
template <>
inline constexpr auto lastValue<trace::OcspStaple::Status> = trace::OcspStaple::Status::Unreadable;
template <>
inline constexpr auto lastValue<trace::SignedTimestamp::Source> =
    trace::SignedTimestamp::Source::OcspStaple;
template <>
inline constexpr auto lastValue<http::Version> = http::Version::Http3;
template <>
inline constexpr auto lastValue<http::VersionPolicy> = http::VersionPolicy::H2c;
template <>
inline constexpr auto lastValue<http::Layer> = http::Layer::Client;
template <>
inline constexpr auto lastValue<http::Blame> = http::Blame::Remote;
template <>
inline constexpr auto lastValue<http::Phase> = http::Phase::Store;
template <>
inline constexpr auto lastValue<http::Code> = http::Code::Internal;
// Any number.
template <>
inline constexpr auto lastValue<trace::ConnectionId> = trace::ConnectionId(~quint64(0) >> 1);
template <>
inline constexpr auto lastValue<trace::ExchangeId> = trace::ExchangeId(~quint64(0) >> 1);

// -1 for anything else, a number with a fraction or beyond 64 bits among it.
[[nodiscard]] inline qint64 integerOf(const QCborValue &value)
{
    return value.isInteger() ? value.toInteger() : -1;
}

// Members by name. Out: the value is put in; In: taken out.
class BundleOut
{
public:
    template <typename T>
    void operator()(const char *key, const T &value)
    {
        m_map.insert(QLatin1String(key), encode(value));
    }
    [[nodiscard]] const QCborMap &map() const { return m_map; }

    template <typename T>
    [[nodiscard]] static QCborValue encode(const T &value);

private:
    QCborMap m_map;
};

class BundleIn
{
public:
    explicit BundleIn(const QCborMap &map)
        : m_map(map)
    {
    }
    // A member that is missing leaves the value as it is: older bundles have fewer.
    template <typename T>
    void operator()(const char *key, T &value)
    {
        const QCborValue found = m_map.value(QLatin1String(key));
        if (!found.isUndefined())
            m_good = decode(found, value) && m_good;
    }
    [[nodiscard]] bool isGood() const { return m_good; }

    template <typename T>
    [[nodiscard]] static bool decode(const QCborValue &from, T &value);

private:
    const QCborMap &m_map;
    bool m_good = true;
};

// clang-format off
void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, trace::Event>
{ a("at", v.at); a("value", v.value); a("what", v.what); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, trace::Attempt>
{ a("address", v.address); a("started", v.started); a("ended", v.ended); a("outcome", v.outcome);
  a("reason", v.reason); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, http::Origin>
{ a("scheme", v.scheme); a("host", v.host); a("port", v.port); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, trace::Certificate>
{ a("der", v.der); a("subject", v.subject); a("issuer", v.issuer); a("names", v.names);
  a("notBefore", v.notBefore); a("notAfter", v.notAfter); a("key", v.key);
  a("signature", v.signature); a("problems", v.problems);
  a("failed", v.failed); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, trace::TlsMessage>
{ a("at", v.at); a("octets", v.octets); a("direction", v.direction); a("kind", v.kind);
  a("type", v.type); a("encrypted", v.encrypted); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, trace::OcspStaple>
{ a("der", v.der); a("status", v.status); a("responder", v.responder); a("produced", v.produced);
  a("thisUpdate", v.thisUpdate); a("nextUpdate", v.nextUpdate); a("revoked", v.revoked);
  a("reason", v.reason); a("problem", v.problem); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, trace::SignedTimestamp>
{ a("source", v.source); a("log", v.log); a("at", v.at); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, trace::TlsReport>
{ a("version", v.version); a("cipher", v.cipher); a("group", v.group);
  a("serverName", v.serverName); a("alpnOffered", v.alpnOffered); a("alpnChosen", v.alpnChosen);
  a("resumed", v.resumed); a("verification", v.verification); a("problem", v.problem);
  a("problemCode", v.problemCode); a("problemDepth", v.problemDepth); a("pinned", v.pinned);
  a("chain", v.chain);
  a("messages", v.messages); a("ocsp", v.ocsp); a("timestamps", v.timestamps); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, trace::ByteLog::Piece>
{ a("at", v.at); a("direction", v.direction); a("octets", v.octets); a("elided", v.elided); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, trace::TcpSample>
{ a("at", v.at); a("when", v.when); a("roundTrip", v.roundTrip); a("variation", v.variation);
  a("leastRoundTrip", v.leastRoundTrip); a("congestionWindow", v.congestionWindow);
  a("segmentSize", v.segmentSize); a("retransmits", v.retransmits); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, trace::ConnectionState>
{ a("id", v.id); a("openedBy", v.openedBy); a("origin", v.origin); a("events", v.events);
  a("addresses", v.addresses); a("addressSource", v.addressSource); a("attempts", v.attempts);
  a("local", v.local); a("remote", v.remote); a("proxy", v.proxy); a("tunnel", v.tunnel);
  a("tcp", v.tcp); a("congestionControl", v.congestionControl); a("version", v.version);
  a("versionReason", v.versionReason); a("tls", v.tls); a("octetsReceived", v.octetsReceived);
  a("octetsSent", v.octetsSent); a("exchanges", v.exchanges); a("closeReason", v.closeReason); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, http::Field>
{ a("name", v.name); a("value", v.value); a("neverIndexed", v.neverIndexed); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, http::Target>
{ a("origin", v.origin); a("path", v.pathAndQuery); a("fragment", v.fragment);
  a("userInfo", v.userInfo); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, http::ResponseHead>
{ a("version", v.version); a("status", v.status); a("reason", v.reason); a("headers", v.headers); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, trace::Finding>
{ a("severity", v.severity); a("rule", v.rule); a("sentence", v.sentence); a("section", v.section);
  a("offset", v.offset); a("field", v.field); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, trace::Sizes>
{ a("requestHeadWire", v.requestHeadWire); a("requestContent", v.requestContent);
  a("requestBodyWire", v.requestBodyWire); a("responseHeadWire", v.responseHeadWire);
  a("responseBodyWire", v.responseBodyWire); a("responseEncoded", v.responseEncoded);
  a("responseDecoded", v.responseDecoded); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, http::Error>
{ a("layer", v.layer); a("code", v.code); a("blame", v.blame); a("phase", v.phase);
  a("retrySafe", v.retrySafe); a("sentence", v.sentence); a("detail", v.detail);
  a("number", v.number); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, trace::Chunk>
{ a("at", v.at); a("length", v.length); a("decodedTo", v.decodedTo); }

void fields(auto &a, auto &&v) requires std::same_as<std::remove_cvref_t<decltype(v)>, trace::ByteLog::Truncation>
{ a("at", v.at); a("sent", v.sent); a("received", v.received); }
// clang-format on

template <typename T>
concept IsEnum = std::is_enum_v<T>;
template <typename T>
concept IsOptional = requires(T t) {
    typename T::value_type;
    t.has_value();
};
template <typename T>
concept IsList = requires(T t) {
    typename T::value_type;
    t.push_back(typename T::value_type{});
} && !std::same_as<T, QByteArray> && !std::same_as<T, QString>;

template <typename T>
QCborValue BundleOut::encode(const T &value)
{
    if constexpr (std::same_as<T, bool> || std::same_as<T, QByteArray> || std::same_as<T, QString>)
        return QCborValue(value);
    else if constexpr (IsEnum<T>)
        return QCborValue(qint64(value));
    else if constexpr (std::integral<T>)
        return QCborValue(qint64(value));
    else if constexpr (std::same_as<T, trace::Stamp>)
        return QCborValue(trace::wallNanoseconds(value));
    else if constexpr (std::same_as<T, QDateTime>)
        return value.isValid() ? QCborValue(value.toMSecsSinceEpoch()) : QCborValue(nullptr);
    else if constexpr (std::same_as<T, http::Method>)
        return QCborValue(value.token());
    else if constexpr (std::same_as<T, http::Headers>)
        return encode(value.fields());
    else if constexpr (IsOptional<T>)
        return value ? encode(*value) : QCborValue(nullptr);
    else if constexpr (IsList<T>) {
        QCborArray array;
        for (const auto &item : value)
            array.append(encode(item));
        return array;
    } else {
        BundleOut out;
        fields(out, value);
        return out.map();
    }
}

template <typename T>
bool BundleIn::decode(const QCborValue &from, T &value)
{
    if constexpr (std::same_as<T, bool>) {
        value = from.toBool();
        return from.isBool();
    } else if constexpr (std::same_as<T, QByteArray>) {
        value = from.toByteArray();
        return from.isByteArray();
    } else if constexpr (std::same_as<T, QString>) {
        value = from.toString();
        return from.isString();
    } else if constexpr (IsEnum<T>) {
        const qint64 number = integerOf(from);
        value = T(number);
        return number >= 0 && number <= qint64(lastValue<T>);
    } else if constexpr (std::integral<T>) {
        const qint64 number = integerOf(from);
        value = T(number);
        return from.isInteger() && std::in_range<T>(number);
    } else if constexpr (std::same_as<T, trace::Stamp>) {
        // Stamps of another process or another start of the system, as if made by this one.
        static const qint64 origin = trace::wallNanoseconds({});
        constexpr qint64 most = std::numeric_limits<qint64>::max() / 2;
        const qint64 wall = integerOf(from);
        if (wall < 0 || wall >= most)
            return false;
        value.ns = wall - origin;
        return true;
    } else if constexpr (std::same_as<T, QDateTime>) {
        if (from.isNull())
            return true; // it has none
        value = QDateTime::fromMSecsSinceEpoch(integerOf(from), Qt::UTC);
        return from.isInteger();
    } else if constexpr (std::same_as<T, http::Method>) {
        auto method = http::Method::parse(from.toByteArray());
        if (!from.isByteArray() || !method)
            return false;
        value = *std::move(method);
        return true;
    } else if constexpr (std::same_as<T, http::Headers>) {
        std::vector<http::Field> list;
        if (!decode(from, list))
            return false;
        for (http::Field &field : list)
            value.append(std::move(field));
        return true;
    } else if constexpr (IsOptional<T>) {
        value.reset();
        if (from.isNull())
            return true;
        typename T::value_type held{};
        const bool good = decode(from, held);
        value = std::move(held);
        return good;
    } else if constexpr (IsList<T>) {
        if (!from.isArray())
            return false;
        for (const QCborValue &item : from.toArray()) {
            typename T::value_type entry{};
            if (!decode(item, entry))
                return false;
            value.push_back(std::move(entry));
        }
        return true;
    } else {
        if (!from.isMap())
            return false;
        const QCborMap map = from.toMap();
        BundleIn in(map);
        fields(in, value);
        return in.isGood();
    }
}

} // namespace sonde::interop
