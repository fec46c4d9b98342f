#include "cli/transfer_values.h"

#include "trace/phases.h"

#include <algorithm>

namespace sonde::cli
{
namespace
{

using trace::Stamp;
using trace::What;

class Values
{
public:
    explicit Values(const Report &report)
        : m_report(report)
        , m_last(report.last())
    {
        if (m_last && m_last->connection)
            m_connection = m_last->connection->state();
    }

    std::vector<TransferValue> all()
    {
        words();
        connection();
        sizes();
        times();
        return std::move(m_values);
    }

private:
    void text(QByteArrayView name, const QByteArray &value)
    {
        m_values.push_back({.name = name, .text = value});
    }
    void number(QByteArrayView name, qint64 value)
    {
        m_values.push_back({name, QByteArray::number(value), TransferValue::Kind::Number});
    }
    void seconds(QByteArrayView name, std::chrono::nanoseconds value)
    {
        m_values.push_back({name, QByteArray::number(double(value.count()) / 1e9, 'f', 6),
                            TransferValue::Kind::Number});
    }

    QByteArray field(QByteArrayView name) const
    {
        if (!m_last || !m_last->response)
            return {};
        return m_last->response->headers.value(name).value_or(QByteArrayView()).toByteArray();
    }

    // "1.1", "2"; "0" if there was no response.
    QByteArray version() const
    {
        if (!m_last || !m_last->response)
            return "0";
        return http::versionName(m_last->response->version).sliced(5).toByteArray();
    }

    void words()
    {
        const int status = m_last && m_last->response ? m_last->response->status : 0;
        const QByteArray shown = QByteArray::number(status).rightJustified(3, '0');
        m_values.push_back({"http_code", shown, TransferValue::Kind::Number});
        m_values.push_back({"response_code", shown, TransferValue::Kind::Number});
        text("http_version", version());
        text("content_type", field("Content-Type"));
        text("method", m_last ? m_last->request.method.token() : m_report.method);
        text("scheme", m_last ? m_last->request.target.origin.scheme : QByteArray());
        text("url", m_report.url);
        text("url_effective", m_last ? m_last->request.target.url() : m_report.url);
        text("redirect_url", redirectUrl());
        text("referer",
             m_last
                 ? m_last->request.headers.value("Referer").value_or(QByteArrayView()).toByteArray()
                 : QByteArray());
        text("filename_effective", m_report.bodyFile.toUtf8());
        text("errormsg", m_report.error ? m_report.error->sentence.toUtf8() : QByteArray());
        number("exitcode", m_report.exitCode);
        number("num_headers", m_last && m_last->response ? m_last->response->headers.size() : 0);
        number("num_redirects", redirects());
    }

    // Where the response would lead, when it is not followed.
    QByteArray redirectUrl() const
    {
        const QByteArray location = field("Location");
        if (location.isEmpty() || !m_last->response->isRedirect())
            return {};
        const auto target = m_last->request.target.resolve(location);
        return target ? target->url() : QByteArray();
    }

    qint64 redirects() const
    {
        return std::ranges::count(m_report.hops, trace::Origin::Redirect,
                                  &trace::ExchangeState::origin);
    }

    // "127.0.0.1:80" and "[::1]:80" taken apart.
    static QByteArray address(const QByteArray &peer)
    {
        const QByteArray host = peer.first(std::max<qsizetype>(peer.lastIndexOf(':'), 0));
        return host.startsWith('[') ? host.sliced(1).chopped(1) : host;
    }

    void connection()
    {
        const trace::ConnectionState state = m_connection.value_or(trace::ConnectionState{});
        text("remote_ip", address(state.remote));
        number("remote_port", state.remote.sliced(state.remote.lastIndexOf(':') + 1).toInt());
        text("local_ip", address(state.local));
        number("local_port", state.local.sliced(state.local.lastIndexOf(':') + 1).toInt());
        number("conn_id", qint64(state.id));
        number("num_connects", std::ranges::count_if(m_report.hops, [](const auto &hop) {
                   return hop.connection && !hop.connectionReused;
               }));
        number("num_certs", state.tls ? qint64(state.tls->chain.size()) : 0);
        number("ssl_verify_result", state.tls ? state.tls->problemCode : 0);
    }

    void sizes()
    {
        quint64 heads = 0;
        quint64 requests = 0;
        for (const trace::ExchangeState &hop : m_report.hops) {
            requests += hop.sizes.requestHeadWire + hop.sizes.requestBodyWire;
            // As curl counts: the text of HTTP/1, whatever was on the wire.
            for (const http::ResponseHead &head : hop.interim)
                heads += quint64(headText(head).size()) + 2;
            if (hop.response)
                heads += quint64(headText(*hop.response).size()) + 2;
        }
        const trace::Sizes sizes = m_last ? m_last->sizes : trace::Sizes{};
        number("size_header", qint64(heads));
        number("size_request", qint64(requests));
        number("size_download", qint64(sizes.responseEncoded));
        number("size_delivered", qint64(sizes.responseDecoded));
        number("size_upload", qint64(sizes.requestContent));
        const double total = std::max(1e-9, double((end() - start()).count()) / 1e9);
        number("speed_download", qint64(double(sizes.responseEncoded) / total));
        number("speed_upload", qint64(double(sizes.requestContent) / total));
    }

    Stamp start() const
    {
        return m_report.hops.empty() || m_report.hops.front().events.empty()
                   ? Stamp{}
                   : m_report.hops.front().events.front().at;
    }
    Stamp end() const
    {
        return m_last && !m_last->events.empty() ? m_last->events.back().at : start();
    }

    void times()
    {
        const Stamp hop = m_last && !m_last->events.empty() ? m_last->events.front().at : Stamp{};
        const auto own = [&](What what) {
            return m_last ? trace::firstOf(m_last->events, what) : std::nullopt;
        };
        const auto setUp = [&](What what) -> std::optional<Stamp> {
            if (!m_connection || m_last->connectionReused)
                return std::nullopt;
            return trace::firstOf(m_connection->events, what);
        };
        const auto since = [&](std::optional<Stamp> stamp) {
            return stamp ? std::max(*stamp - hop, std::chrono::nanoseconds(0))
                         : std::chrono::nanoseconds(0);
        };
        seconds("time_queue", since(own(What::Dispatched)));
        seconds("time_namelookup", since(setUp(What::ResolveFinished)));
        seconds("time_connect", since(setUp(What::ConnectFinished)));
        seconds("time_appconnect", since(setUp(What::TlsFinished)));
        seconds("time_pretransfer", since(own(What::SendHeadStarted)));
        const auto sent = own(What::SendBodyFinished);
        seconds("time_posttransfer", since(sent ? sent : own(What::SendHeadFinished)));
        seconds("time_starttransfer", since(own(What::HeadStarted)));
        seconds("time_redirect",
                m_report.hops.size() > 1 ? hop - start() : std::chrono::nanoseconds(0));
        seconds("time_total", end() - start());
    }

    const Report &m_report;
    const trace::ExchangeState *m_last;
    std::optional<trace::ConnectionState> m_connection;
    std::vector<TransferValue> m_values;
};

} // namespace

std::vector<TransferValue> transferValues(const Report &report)
{
    return Values(report).all();
}

} // namespace sonde::cli
