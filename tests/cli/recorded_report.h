// Exchanges made by hand, with stamps in milliseconds, for the tests of what is told of a send.
#pragma once

#include "cli/report.h"

namespace sonde::testing
{

inline trace::Stamp ms(qint64 value)
{
    return {value * 1'000'000};
}

class Recording
{
public:
    explicit Recording(const QString &url, trace::Origin origin = trace::Origin::User)
        : m_request{.target = *http::Target::parse(url)}
        , m_exchange(m_request, origin)
    {
        m_exchange.update([](trace::ExchangeState &state) { state.events.clear(); });
    }
    Recording &at(qint64 milliseconds, trace::What what, quint64 value = 0)
    {
        m_exchange.record(what, ms(milliseconds), value);
        return *this;
    }
    template <typename Change>
    Recording &with(Change change)
    {
        m_exchange.update(change);
        return *this;
    }
    // A connection of its own: look-up 1–3 ms, TCP 3–8 ms, TLS 8–20 ms after `start`.
    Recording &connected(qint64 start, http::Version version, bool tls)
    {
        using trace::What;
        auto connection =
            std::make_shared<trace::Connection>(m_exchange.id(), m_request.target.origin);
        connection->record(What::ResolveStarted, ms(start + 1));
        connection->record(What::ResolveFinished, ms(start + 3), 1);
        connection->record(What::ConnectStarted, ms(start + 3));
        connection->record(What::ConnectFinished, ms(start + 8));
        if (tls) {
            connection->record(What::TlsStarted, ms(start + 8));
            connection->record(What::TlsFinished, ms(start + 20));
        }
        connection->update([&](trace::ConnectionState &state) {
            state.version = version;
            state.versionReason = QStringLiteral("because");
            state.local = "127.0.0.1:40000";
            state.remote = "127.0.0.1:8443";
            state.addresses = {"127.0.0.1"};
            state.attempts = {{.address = "127.0.0.1:8443",
                               .started = ms(start + 3),
                               .ended = ms(start + 8),
                               .outcome = trace::Attempt::Outcome::Connected}};
            if (tls)
                state.tls = trace::TlsReport{.version = "TLSv1.3",
                                             .cipher = "TLS_AES_256_GCM_SHA384",
                                             .group = "X25519",
                                             .alpnOffered = {"h2", "http/1.1"},
                                             .alpnChosen = "h2",
                                             .verification = trace::Verification::Trusted,
                                             .chain = {{.der = "x",
                                                        .subject = QStringLiteral("CN=a.test"),
                                                        .issuer = QStringLiteral("CN=Root")}}};
        });
        m_connectionId = connection->id();
        m_exchange.update([&](trace::ExchangeState &state) { state.connection = connection; });
        return *this;
    }
    // A whole GET: head sent at +21..22, response head at +30..31, body to +40.
    Recording &answered(qint64 start, http::ResponseHead head)
    {
        using trace::What;
        at(start, What::Created)
            .at(start + 1, What::Dispatched)
            .at(start + 21, What::SendHeadStarted);
        at(start + 22, What::SendHeadFinished).at(start + 30, What::HeadStarted);
        at(start + 31, What::HeadFinished).at(start + 31, What::BodyStarted);
        at(start + 40, What::BodyFinished).at(start + 40, What::Ended);
        return with([&](trace::ExchangeState &state) {
            state.response = std::move(head);
            state.end = trace::End::ContentLength;
            state.sentHeaders = {{"Host", "a.test"}, {"Authorization", "Basic c2VjcmV0"}};
        });
    }
    [[nodiscard]] trace::ExchangeState state() const { return m_exchange.state(); }
    [[nodiscard]] QByteArray connectionId() const
    {
        return QByteArray::number(quint64(m_connectionId));
    }

private:
    const http::Request m_request;
    trace::Exchange m_exchange;
    trace::ConnectionId m_connectionId{};
};

inline std::shared_ptr<body::ByteStore> storeOf(const QByteArray &octets)
{
    auto store = std::make_shared<body::ByteStore>();
    if (!store->append(octets))
        qFatal("cannot store");
    store->finish();
    return store;
}

} // namespace sonde::testing
