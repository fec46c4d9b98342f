#include "recorded_calls.h"

namespace sonde::test
{
namespace
{

trace::Certificate certificate(const QString &subject, const QString &issuer, int days,
                               const QStringList &names = {})
{
    const QDateTime from(QDate(2026, 1, 10), QTime(0, 0), Qt::UTC);
    return {.der = "der",
            .subject = subject,
            .issuer = issuer,
            .names = names,
            .notBefore = from,
            .notAfter = from.addDays(days),
            .key = QStringLiteral("EC P-256"),
            .signature = QStringLiteral("ecdsa-with-SHA256")};
}

} // namespace

trace::Stamp Recording::origin()
{
    static const trace::Stamp stamp = trace::now();
    return stamp;
}

trace::Stamp Recording::stamp(double ms)
{
    return origin() + std::chrono::nanoseconds(qint64(ms * 1e6));
}

Recording::Recording(const QString &url, double startedAt, const QByteArray &method)
    : m_store(std::make_shared<body::ByteStore>())
{
    http::Request request;
    request.target = http::Target::parse(url).value();
    request.method = http::Method::parse(method).value();
    m_exchange = std::make_shared<trace::Exchange>(std::move(request));
    m_exchange->update([&](trace::ExchangeState &state) {
        state.events.front().at = stamp(startedAt);
        const http::Origin &to = state.request.target.origin;
        state.sentHeaders = {{":method", method},
                             {":scheme", to.scheme},
                             {":authority", to.authority()},
                             {":path", state.request.target.pathAndQuery},
                             {"user-agent", "sonde/0.1.0"},
                             {"accept", "*/*"},
                             {"accept-encoding", "gzip, deflate, br, zstd"}};
        state.sizes.requestHeadWire = 87;
    });
    at(What::Dispatched, startedAt + 0.4);
}

Recording &Recording::at(What what, double ms, quint64 value)
{
    m_exchange->record(what, stamp(ms), value);
    return *this;
}

double Recording::connect(double from, const QByteArray &version)
{
    const http::Origin origin = m_exchange->state().request.target.origin;
    m_connection = std::make_shared<trace::Connection>(m_exchange->id(), origin);
    m_connection->record(What::ResolveStarted, stamp(from));
    m_connection->record(What::ResolveFinished, stamp(from + 12), 2);
    m_connection->record(What::ConnectStarted, stamp(from + 12.2));
    m_connection->record(What::ConnectFinished, stamp(from + 30));
    double ready = from + 30;
    if (origin.isTls()) {
        m_connection->record(What::TlsStarted, stamp(from + 30.2));
        m_connection->record(What::TlsFinished, stamp(from + 62));
        ready = from + 62;
    }
    m_connection->record(What::Ready, stamp(ready));
    m_connection->update([&](trace::ConnectionState &state) {
        state.addresses = {"203.0.113.7", "2001:db8::7"};
        state.remote = "203.0.113.7:" + QByteArray::number(origin.port);
        state.local = "192.0.2.20:48212";
        state.version = http::Version::Http2;
        state.versionReason = QStringLiteral("ALPN chose h2");
        state.attempts = {{.address = "[2001:db8::7]:443",
                           .started = stamp(from + 12.2),
                           .ended = stamp(from + 14),
                           .outcome = trace::Attempt::Outcome::Failed,
                           .reason = QStringLiteral("Network is unreachable")},
                          {.address = state.remote,
                           .started = stamp(from + 14),
                           .ended = stamp(from + 30),
                           .outcome = trace::Attempt::Outcome::Connected}};
        state.octetsReceived = 18'204;
        state.octetsSent = 1'422;
        state.exchanges = 1;
        if (origin.isTls()) {
            state.tls = trustedTls(origin.host);
            state.tls->version = version;
            state.tls->messages = handshakeMessages(from + 30.1);
        }
    });
    m_exchange->update([this](trace::ExchangeState &state) { state.connection = m_connection; });
    return ready;
}

Recording &Recording::reuse(const Recording &other, double at)
{
    m_connection = other.m_connection;
    m_exchange->update([this](trace::ExchangeState &state) {
        state.connection = m_connection;
        state.connectionReused = true;
    });
    return this->at(What::ConnectionAssigned, at);
}

Recording &Recording::respond(double from, double headAt, http::ResponseHead head)
{
    at(What::SendHeadStarted, from);
    at(What::SendHeadFinished, from + 0.3, 87);
    at(What::HeadStarted, headAt);
    m_exchange->update([&](trace::ExchangeState &state) {
        state.response = std::move(head);
        state.sizes.responseHeadWire = 212;
        state.streamId = 1;
    });
    return at(What::HeadFinished, headAt + 0.2);
}

Recording &Recording::body(const QByteArray &octets, double from, double to)
{
    at(What::BodyStarted, from);
    if (!m_store->append(octets))
        qFatal("append");
    m_exchange->recordChunk(stamp(to), quint32(octets.size()));
    m_exchange->update([&](trace::ExchangeState &state) {
        state.sizes.responseDecoded = quint64(m_store->size());
        state.sizes.responseEncoded = quint64(m_store->size());
        state.sizes.responseBodyWire = quint64(m_store->size()) + 27;
    });
    return at(What::BodyFinished, to, quint64(octets.size()));
}

Recording &Recording::end(double ms, trace::End how)
{
    m_store->finish();
    at(What::Ended, ms);
    m_exchange->update([how](trace::ExchangeState &state) { state.end = how; });
    return *this;
}

Recording &Recording::fail(double ms, http::Error error)
{
    m_store->finish();
    const bool cancelled = error.code == http::Code::Cancelled;
    at(cancelled ? What::Cancelled : What::Failed, ms);
    m_exchange->update([&](trace::ExchangeState &state) {
        state.end = cancelled ? trace::End::Cancelled : trace::End::Failed;
        state.error = std::move(error);
    });
    return *this;
}

http::ResponseHead head(int status, http::Headers headers, http::Version version)
{
    return {.version = version, .status = status, .headers = std::move(headers)};
}

std::vector<trace::TlsMessage> handshakeMessages(double from)
{
    using trace::Direction;
    const auto message = [from](double ms, quint32 octets, Direction direction, quint8 type,
                                bool encrypted = true) {
        return trace::TlsMessage{.at = Recording::stamp(from + ms),
                                 .octets = octets,
                                 .direction = direction,
                                 .type = type,
                                 .encrypted = encrypted};
    };
    return {message(0, 517, Direction::Sent, 1, false),
            message(18, 122, Direction::Received, 2, false),
            message(18.1, 28, Direction::Received, 8),
            message(18.2, 2'412, Direction::Received, 11),
            message(29, 79, Direction::Received, 15),
            message(29.2, 52, Direction::Received, 20),
            {.at = Recording::stamp(from + 31),
             .octets = 1,
             .kind = trace::TlsMessage::Kind::ChangeCipherSpec},
            message(31.1, 52, Direction::Sent, 20)};
}

trace::TlsReport trustedTls(const QByteArray &host)
{
    const QString name = QString::fromLatin1(host);
    trace::TlsReport report{.version = "TLSv1.3",
                            .cipher = "TLS_AES_256_GCM_SHA384",
                            .group = "X25519",
                            .serverName = host,
                            .alpnOffered = {"h2", "http/1.1"},
                            .alpnChosen = "h2",
                            .verification = trace::Verification::Trusted};
    report.chain = {
        certificate(QStringLiteral("CN=") + name, QStringLiteral("CN=Example R3"), 90,
                    {name, QStringLiteral("www.") + name}),
        certificate(QStringLiteral("CN=Example R3"), QStringLiteral("CN=Example Root X1"), 1800)};
    return report;
}

QByteArray sampleJson()
{
    QByteArray json =
        R"({"id":981,"sku":"A1","paid":true,"note":null,"price":{"amount":12.50,)"
        R"("currency":"EUR"},"customer":{"name":"Grüße \"& Co\"","tags":["new","b2b"]},)"
        R"("items":[)";
    for (int i = 0; i < 40; ++i)
        json += (i ? "," : "") + QByteArray(R"({"line":)") + QByteArray::number(i + 1) +
                R"(,"name":"Part )" + QByteArray::number(i * 37 % 100) + R"(","quantity":)" +
                QByteArray::number(i % 7 + 1) + R"(,"ready":)" + (i % 3 ? "true" : "false") + "}";
    return json + "]}";
}

std::shared_ptr<client::Call> okCall()
{
    Recording one(QStringLiteral("https://api.example.com/orders?limit=40"));
    const double ready = one.connect(0.5);
    const QByteArray json = sampleJson();
    one.exchange()->update([](trace::ExchangeState &state) {
        state.interim = {head(103, {{"link", "</style.css>; rel=preload; as=style"}})};
    });
    one.at(What::InterimHeadStarted, ready + 20).at(What::InterimHeadFinished, ready + 20.4);
    one.respond(ready + 0.5, ready + 48,
                head(200, {{"content-type", "application/json; charset=utf-8"},
                           {"content-length", QByteArray::number(json.size())},
                           {"cache-control", "private, max-age=0, must-revalidate"},
                           {"set-cookie", "session=8d1b2c; Path=/; HttpOnly; Secure; SameSite=Lax"},
                           {"set-cookie", "theme=dark; Path=/; Max-Age=31536000"},
                           {"content-security-policy",
                            "default-src 'self'; script-src 'self' https://cdn.example.com; "
                            "img-src * data:; connect-src 'self' https://api.example.com; "
                            "frame-ancestors 'none'; base-uri 'self'; form-action 'self'"},
                           {"date", "Mon, 12 Jan 2026 10:00:00 GMT"},
                           {"server", "example"}}));
    one.body(json, ready + 50, ready + 79);
    one.exchange()->update([](trace::ExchangeState &state) {
        state.trailers = {{"x-checksum", "5e884898da28047151d0e56f8dc62927"}};
    });
    one.at(What::TrailersFinished, ready + 79.5).end(ready + 79.6);
    return client::Call::recorded({one.hop()});
}

std::shared_ptr<client::Call> notFoundCall()
{
    Recording one(QStringLiteral("http://api.example.com/nothing"));
    const double ready = one.connect(0.5);
    one.connection()->update([](trace::ConnectionState &state) {
        state.version = http::Version::Http11;
        state.versionReason = QStringLiteral("cleartext without prior knowledge");
    });
    http::ResponseHead response =
        head(404, {{"Content-Type", "text/html"}, {"Server", "nginx"}}, http::Version::Http11);
    response.reason = "Not Found";
    one.respond(ready + 0.2, ready + 9, response);
    one.exchange()->update([](trace::ExchangeState &state) {
        state.findings = {{.severity = trace::Severity::Warning,
                           .rule = "http1.bare-lf",
                           .sentence = QStringLiteral("A header line ends with a bare line feed."),
                           .section = "RFC 9112 section 2.2",
                           .offset = 17}};
    });
    one.body("<!doctype html>\n<html lang=\"en\">\n  <!-- nothing here -->\n  <h1>404 &ndash; Not "
             "Found</h1>\n</html>\n",
             ready + 9.4, ready + 9.6);
    one.end(ready + 9.7, trace::End::Close);
    return client::Call::recorded({one.hop()});
}

std::shared_ptr<client::Call> redirectCall()
{
    Recording one(QStringLiteral("https://example.com/old"));
    const double ready = one.connect(0.5);
    one.respond(ready + 0.2, ready + 14,
                head(301, {{"location", "/new"}, {"content-length", "0"}}));
    one.end(ready + 14.4);
    Recording two(QStringLiteral("https://example.com/new"), ready + 14.6);
    two.reuse(one, ready + 14.8);
    two.respond(ready + 15, ready + 38,
                head(302, {{"location", "https://www.example.com/"}, {"content-length", "0"}}));
    two.end(ready + 38.2);
    Recording three(QStringLiteral("https://www.example.com/"), ready + 38.6);
    const double again = three.connect(ready + 38.8);
    three.respond(again + 0.2, again + 40, head(200, {{"content-type", "text/plain"}}));
    three.body("Welcome.\n", again + 40.4, again + 41);
    three.end(again + 41.1);
    return client::Call::recorded({one.hop(), two.hop(), three.hop()});
}

std::shared_ptr<client::Call> unverifiedCall()
{
    Recording one(QStringLiteral("https://expired.example.com/"));
    const double ready = one.connect(0.5);
    one.connection()->update([](trace::ConnectionState &state) {
        state.tls->verification = trace::Verification::Ignored;
        state.tls->problem = QStringLiteral("The certificate expired on 2025-06-01.");
        state.tls->problemDepth = 0;
    });
    one.respond(ready + 0.2, ready + 14, head(200, {{"content-type", "text/plain"}}));
    one.body("Hello from somebody.\n", ready + 15, ready + 16);
    one.end(ready + 16.4);
    return client::Call::recorded({one.hop()});
}

std::shared_ptr<client::Call> certificateCall()
{
    Recording one(QStringLiteral("https://self-signed.example.com/"));
    const double ready = one.connect(0.5);
    one.connection()->update([](trace::ConnectionState &state) {
        state.tls->verification = trace::Verification::Failed;
        state.tls->problem = QStringLiteral("The issuer of this certificate is not known here.");
        state.tls->problemDepth = 1;
    });
    one.fail(ready + 0.2,
             {.layer = http::Layer::Tls,
              .code = http::Code::CertificateUntrusted,
              .blame = http::Blame::Remote,
              .phase = http::Phase::TlsHandshake,
              .retrySafe = true,
              .sentence = QStringLiteral("The certificate of self-signed.example.com is issued by "
                                         "“Example Root X1”, which this computer does not trust."),
              .detail = QStringLiteral("unable to get local issuer certificate"),
              .number = 20});
    return client::Call::recorded({one.hop()});
}

std::shared_ptr<client::Call> refusedCall()
{
    Recording one(QStringLiteral("http://127.0.0.1:9/"));
    auto connection = std::make_shared<trace::Connection>(one.exchange()->id(), http::Origin{});
    connection->record(What::ConnectStarted, Recording::stamp(1));
    connection->record(What::ConnectFailed, Recording::stamp(1.4));
    connection->update([](trace::ConnectionState &state) {
        state.addresses = {"127.0.0.1"};
        state.addressSource = trace::AddressSource::Literal;
        state.attempts = {{.address = "127.0.0.1:9",
                           .started = Recording::stamp(1),
                           .ended = Recording::stamp(1.4),
                           .outcome = trace::Attempt::Outcome::Failed,
                           .reason = QStringLiteral("Connection refused")}};
    });
    one.exchange()->update([&](trace::ExchangeState &state) {
        state.connection = connection;
        state.sentHeaders = {};
    });
    one.fail(1.5, {.layer = http::Layer::Tcp,
                   .code = http::Code::ConnectionRefused,
                   .blame = http::Blame::Remote,
                   .phase = http::Phase::Connect,
                   .retrySafe = true,
                   .sentence = QStringLiteral("127.0.0.1 refused the connection on port 9."),
                   .detail = QStringLiteral("Connection refused"),
                   .number = 111});
    return client::Call::recorded({one.hop()});
}

std::shared_ptr<client::Call> truncatedCall()
{
    Recording one(QStringLiteral("https://api.example.com/big"));
    const double ready = one.connect(0.5);
    one.respond(ready + 0.5, ready + 20,
                head(200, {{"content-type", "text/plain"}, {"content-length", "40000"}}));
    one.body("This much came.\n", ready + 21, ready + 30);
    one.fail(ready + 31,
             {.layer = http::Layer::Http2,
              .code = http::Code::TruncatedResponse,
              .blame = http::Blame::Remote,
              .phase = http::Phase::ReceiveBody,
              .sentence = QStringLiteral("The connection ended after 16 of 40,000 octets "
                                         "of the body.")});
    return client::Call::recorded({one.hop()});
}

std::shared_ptr<client::Call> runningCall()
{
    const double since = double((trace::now() - Recording::origin()).count()) / 1e6 - 900;
    Recording one(QStringLiteral("https://files.example.com/archive.txt"), since);
    const double ready = one.connect(since + 0.5);
    one.respond(ready + 0.5, ready + 40,
                head(200, {{"content-type", "text/plain"}, {"content-length", "200000000"}}));
    one.at(What::BodyStarted, ready + 41);
    for (int i = 0; i < 400; ++i) {
        if (!one.store()->append("Line " + QByteArray::number(i + 1) + " of very many\n"))
            qFatal("append");
    }
    one.exchange()->update([](trace::ExchangeState &state) {
        state.sizes.responseEncoded = 12'000'000;
        state.sizes.responseDecoded = 12'000'000;
    });
    return client::Call::recorded({one.hop()}, false);
}

std::shared_ptr<client::Call> textCall()
{
    Recording one(QStringLiteral("http://example.com/scripts.txt"));
    const double ready = one.connect(0.5);
    one.respond(ready, ready + 5, head(200, {{"content-type", "text/plain; charset=utf-8"}}));
    one.body("Latin: Grüße, naïve, œuvre\tand a tab\n"
             "Greek: Καλημέρα κόσμε\nCyrillic: Доброе утро\n"
             "Chinese: 你好，世界  and back\nHebrew: שלום עולם, then Latin\n"
             "Emoji: 😀 🎉 done\nCombining: e\u0301 o\u0308\n"
             "Override: user\u202Etxt.exe\u202C and zero\u200Bwidth\n"
             "Controls: \x1b[31mred\x1b[0m \x07 bell\n"
             "Undecodable: \xff\xfe \xc0\xaf end\n\nAfter an empty line.\n",
             ready + 6, ready + 7);
    one.end(ready + 8);
    return client::Call::recorded({one.hop()});
}

std::shared_ptr<client::Call> failedCall(http::Error error)
{
    Recording one(QStringLiteral("https://api.example.com/"));
    one.fail(3, std::move(error));
    return client::Call::recorded({one.hop()});
}

} // namespace sonde::test
