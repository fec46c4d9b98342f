#include "cli/report_json.h"

#include "cli/connection_json.h"
#include "cli/frames.h"
#include "cli/text_check.h"
#include "trace/phases.h"

#include <QCryptographicHash>
#include <QDateTime>

namespace sonde::cli
{
namespace
{

constexpr qint64 pieceSize =
    48 * 1024; // a multiple of 3, so that pieces of base64 join without padding

// Octets. JSON parsers hold a string whole, and most of them several times.
constexpr qint64 bodyLimit = qint64(64) << 20;

QString isoTime(trace::Stamp stamp)
{
    const qint64 ns = trace::wallNanoseconds(stamp);
    return QDateTime::fromMSecsSinceEpoch(ns / 1'000'000).toUTC().toString(Qt::ISODateWithMs);
}

class Writer
{
public:
    Writer(JsonWriter &json, const Report &report)
        : m_json(json)
        , m_report(report)
    {
    }

    http::Result<void> write()
    {
        m_json.beginObject();
        request();
        informational();
        const auto body = response();
        redirects();
        timings();
        writeConnection(m_json, m_report);
        findings();
        if (m_report.withFrames)
            writeFrames(m_json, m_report.hops);
        error();
        m_json.number("exitCode", m_report.exitCode);
        m_json.endObject();
        return body;
    }

private:
    void fields(QByteArrayView key, const http::Headers &headers)
    {
        m_json.key(key);
        m_json.beginArray();
        for (const http::Field &field : headers) {
            m_json.beginArray(JsonWriter::Lines::One);
            m_json.string(field.name);
            m_json.string(field.value);
            m_json.endArray();
        }
        m_json.endArray();
    }

    void request()
    {
        const trace::ExchangeState *last = m_report.last();
        m_json.key("request");
        m_json.beginObject();
        m_json.string("method", last ? last->request.method.token() : m_report.method);
        m_json.string("url", last ? last->request.target.url() : m_report.url);
        m_json.string("version", sentVersion());
        const bool sent = last && !last->sentHeaders.isEmpty();
        fields("headers", sent   ? last->sentHeaders
                          : last ? last->request.headers
                                 : m_report.headers);
        if (last) {
            m_json.number("headBytes", last->sizes.requestHeadWire);
            m_json.number("bodyBytes", last->sizes.requestContent);
        }
        m_json.endObject();
    }

    // The version that was spoken; before anything was sent, the one that was asked for.
    QByteArrayView sentVersion() const
    {
        const trace::ExchangeState *last = m_report.last();
        if (last && last->connection && !last->sentHeaders.isEmpty()) {
            if (last->request.version == http::VersionPolicy::Http10)
                return http::versionName(http::Version::Http10);
            return http::versionName(last->connection->state().version);
        }
        return http::policyName(last ? last->request.version : m_report.policy);
    }

    void informational()
    {
        m_json.key("informational");
        m_json.beginArray();
        if (const trace::ExchangeState *last = m_report.last()) {
            for (const http::ResponseHead &head : last->interim) {
                m_json.beginObject();
                m_json.number("status", head.status);
                fields("headers", head.headers);
                m_json.endObject();
            }
        }
        m_json.endArray();
    }

    http::Result<void> response()
    {
        const trace::ExchangeState *last = m_report.last();
        m_json.key("response");
        if (!last || !last->response) {
            m_json.null();
            return {};
        }
        const http::ResponseHead &head = *last->response;
        m_json.beginObject();
        m_json.string("version", http::versionName(head.version));
        m_json.number("status", head.status);
        m_json.string("reason", QByteArrayView(head.reason));
        fields("headers", head.headers);
        fields("trailers", last->trailers);
        m_json.number("headBytes", last->sizes.responseHeadWire);
        const auto written = body(*last);
        m_json.string("end", trace::name(last->end));
        m_json.endObject();
        return written;
    }

    http::Result<void> body(const trace::ExchangeState &exchange)
    {
        m_json.key("body");
        m_json.beginObject();
        const bool stored = m_report.body && m_report.bodyFile.isEmpty();
        m_json.number("bytes",
                      stored ? quint64(m_report.body->size()) : exchange.sizes.responseDecoded);
        m_json.number("encodedBytes", exchange.sizes.responseEncoded);
        if (!exchange.contentCodings.isEmpty())
            m_json.string("codings", QByteArrayView(exchange.contentCodings));
        http::Result<void> result;
        if (stored) {
            result = storedBody();
        } else {
            if (m_report.bodyHash)
                m_json.string("sha256", QByteArrayView(m_report.bodyHash->toHex()));
            if (!m_report.bodyFile.isEmpty())
                m_json.string("file", m_report.bodyFile);
        }
        m_json.endObject();
        return result;
    }

    // Twice through the store: the first time tells the hash and whether it is text.
    http::Result<void> storedBody()
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        TextCheck text;
        auto read = eachPiece([&](const QByteArray &piece) {
            hash.addData(piece);
            text.add(piece);
        });
        if (!read)
            return read;
        m_json.string("sha256", QByteArrayView(hash.result().toHex()));
        if (m_report.body->size() > bodyLimit) {
            m_json.string(
                "omitted",
                QStringLiteral("The body is larger than 64 MiB, too large for a report: write "
                               "it to a file with -o."));
            return {};
        }
        const bool isText = text.isText();
        m_json.key(isText ? "text" : "base64");
        m_json.beginString();
        read = eachPiece([&](const QByteArray &piece) {
            m_json.stringPiece(isText ? piece : piece.toBase64());
        });
        m_json.endString();
        return read;
    }

    template <typename Use>
    http::Result<void> eachPiece(Use use)
    {
        const qint64 size = m_report.body->size();
        for (qint64 at = 0; at < size;) {
            const auto piece = m_report.body->read(at, std::min(pieceSize, size - at));
            if (!piece)
                return std::unexpected(piece.error());
            if (piece->isEmpty())
                break;
            use(*piece);
            at += piece->size();
        }
        return {};
    }

    void redirects()
    {
        m_json.key("redirects");
        m_json.beginArray();
        for (size_t i = 0; i + 1 < m_report.hops.size(); ++i) {
            const trace::ExchangeState &hop = m_report.hops[i];
            if (!hop.response || !hop.response->isRedirect())
                continue;
            m_json.beginObject();
            m_json.number("status", hop.response->status);
            m_json.string("url", QByteArrayView(hop.request.target.url()));
            m_json.string("location",
                          hop.response->headers.value("Location").value_or(QByteArrayView()));
            m_json.string("method", QByteArrayView(hop.request.method.token()));
            m_json.endObject();
        }
        m_json.endArray();
    }

    void timings()
    {
        const trace::ExchangeState *last = m_report.last();
        m_json.key("timings");
        if (!last || last->events.empty()) {
            m_json.null();
            return;
        }
        const trace::Stamp start = last->events.front().at;
        const auto since = [start](std::optional<trace::Stamp> stamp) {
            return stamp ? std::optional<qint64>((*stamp - start).count()) : std::nullopt;
        };
        m_json.beginObject();
        m_json.string("start", isoTime(start));
        m_json.number("totalNs", since(trace::extent(*last).end));
        m_json.key("phases");
        m_json.beginArray();
        for (const trace::PhaseSpan &span : trace::phases(*last)) {
            m_json.beginObject(JsonWriter::Lines::One);
            m_json.string("name", trace::name(span.phase));
            m_json.number("startNs", since(span.start));
            m_json.number("endNs", since(span.end));
            m_json.string("state", trace::name(span.state));
            m_json.endObject();
        }
        m_json.endArray();
        m_json.endObject();
    }

    void findings()
    {
        m_json.key("findings");
        m_json.beginArray();
        for (const trace::ExchangeState &hop : m_report.hops) {
            for (const trace::Finding &finding : hop.findings) {
                m_json.beginObject();
                m_json.string("rule", QByteArrayView(finding.rule));
                m_json.string("message", finding.sentence);
                m_json.string("section", QByteArrayView(finding.section));
                m_json.number("offset", finding.offset);
                m_json.endObject();
            }
        }
        m_json.endArray();
    }

    void error()
    {
        m_json.key("error");
        if (!m_report.error) {
            m_json.null();
            return;
        }
        const http::Error &error = *m_report.error;
        m_json.beginObject();
        m_json.string("layer", http::name(error.layer));
        m_json.string("code", http::name(error.code));
        m_json.string("blame", http::name(error.blame));
        m_json.string("phase", http::name(error.phase));
        m_json.string("message", error.sentence);
        m_json.string("detail", error.detail);
        m_json.boolean("retrySafe", error.retrySafe);
        m_json.endObject();
    }

    JsonWriter &m_json;
    const Report &m_report;
};

} // namespace

http::Result<void> writeReport(JsonWriter &json, const Report &report)
{
    return Writer(json, report).write();
}

} // namespace sonde::cli
