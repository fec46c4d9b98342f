#include "tests/client/loopback_server.h"

#include "wire/http1.h"
#include "wire/http2.h"

#include <map>
#include <sys/socket.h>

namespace sonde::testing
{

class LoopbackConnection : public QObject
{
public:
    LoopbackConnection(LoopbackServer *server, QTcpSocket *socket, int number)
        : QObject(server)
        , m_server(server)
        , m_socket(socket)
        , m_number(number)
        , m_session(server->m_speaks == LoopbackServer::Speaks::Http1 ? wire::makeHttp1Server()
                                                                      : wire::makeHttp2Server())
    {
        socket->setParent(this);
        socket->setReadBufferSize(256 * 1024);
        connect(socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(socket, &QTcpSocket::bytesWritten, this, [this](qint64 octets) {
            m_server->m_octetsSent += octets;
            write();
        });
        connect(socket, &QTcpSocket::disconnected, this, [this] {
            std::erase(m_server->m_connections, this);
            deleteLater();
        });
        write();
    }

    void read()
    {
        if (m_server->m_paused)
            return;
        m_fed = m_socket->readAll(); // events hold views into it
        m_session->feed(m_fed, trace::now());
        handleEvents();
        write();
    }

private:
    struct Exchange {
        LoopbackRequest request;
        LoopbackReply reply;
        qsizetype sent = 0;
        bool answered = false;
        bool ended = false;
    };

    void handleEvents()
    {
        for (auto events = m_session->takeEvents(); !events.empty();
             events = m_session->takeEvents()) {
            for (wire::Event &event : events)
                std::visit([this](auto &concrete) { handle(concrete); }, event);
        }
    }
    void handle(wire::RequestHeadReceived &event)
    {
        const bool waits = event.head.headers.listContains("Expect", "100-continue");
        m_exchanges[event.stream].request = {.head = std::move(event.head), .connection = m_number};
        if (waits && m_server->m_saysContinue)
            m_session->sendHead(event.stream, {.status = 100}, {});
    }
    void handle(wire::ContentReceived &event)
    {
        m_exchanges[event.stream].request.content += event.octets;
        m_server->m_contentReceived += event.octets.size();
        m_session->consume(event.stream, event.octets.size());
    }
    void handle(wire::MessageEnded &event)
    {
        Exchange &exchange = m_exchanges[event.stream];
        exchange.reply = m_server->m_handler ? m_server->m_handler(exchange.request)
                                             : LoopbackReply{.content = "hello"};
        answer(event.stream, exchange);
    }
    void handle(wire::StreamFailed &event) { m_exchanges.erase(event.stream); }
    void handle(wire::ContentWanted &event)
    {
        if (const auto found = m_exchanges.find(event.stream); found != m_exchanges.end())
            refill(event.stream, found->second);
    }
    void handle(auto &) {}

    void answer(wire::StreamId stream, Exchange &exchange)
    {
        using Then = LoopbackReply::Then;
        const LoopbackReply &reply = exchange.reply;
        if (reply.then == Then::HangBefore)
            return;
        if (reply.then == Then::Reset) {
            const linger now{.l_onoff = 1, .l_linger = 0};
            ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now,
                         sizeof now);
            m_socket->abort();
            return;
        }
        if (reply.then == Then::Refuse) {
            m_session->abandon(stream, 7); // REFUSED_STREAM
            return;
        }
        http::ResponseHead head{.status = reply.status};
        head.headers = reply.headers;
        using Kind = wire::ContentLength::Kind;
        wire::ContentLength length{.kind = Kind::Known, .octets = quint64(reply.content.size())};
        if (reply.status == 204 || reply.status == 304 || exchange.request.head.method == "HEAD")
            length = {};
        else if (!reply.trailers.isEmpty() || reply.then != Then::End)
            length = {.kind = Kind::Unknown};
        m_session->sendHead(stream, head, length);
        exchange.answered = true;
        if (length.kind != Kind::None)
            refill(stream, exchange);
    }
    void refill(wire::StreamId stream, Exchange &exchange)
    {
        using Then = LoopbackReply::Then;
        if (!exchange.answered || exchange.ended)
            return;
        const QByteArray &content = exchange.reply.content;
        while (exchange.sent < content.size()) {
            const qsizetype room = m_session->contentRoom(stream);
            if (room <= 0)
                return;
            m_session->sendContent(stream, content.mid(exchange.sent, room));
            exchange.sent += std::min(room, content.size() - exchange.sent);
        }
        exchange.ended = true;
        if (exchange.reply.then == Then::End)
            m_session->endContent(stream, exchange.reply.trailers);
        m_closesAfter = m_closesAfter || exchange.reply.then == Then::CutShort;
    }
    void write()
    {
        constexpr qint64 enough = 256 * 1024;
        QByteArray out;
        std::vector<wire::SentMark> marks;
        while (m_socket->bytesToWrite() < enough && m_session->drain(out, marks)) {
            m_socket->write(std::exchange(out, {}));
            handleEvents();
        }
        if (m_closesAfter && m_socket->bytesToWrite() < enough)
            m_socket->disconnectFromHost();
    }

    LoopbackServer *const m_server;
    QTcpSocket *const m_socket;
    const int m_number;
    const std::unique_ptr<wire::ServerSession> m_session;
    std::map<wire::StreamId, Exchange> m_exchanges;
    QByteArray m_fed;
    bool m_closesAfter = false;
};

LoopbackServer::LoopbackServer(Speaks speaks, Handler handler)
    : m_speaks(speaks)
    , m_handler(std::move(handler))
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback");
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            m_connections.push_back(new LoopbackConnection(this, socket, ++m_made));
    });
}

LoopbackServer::~LoopbackServer()
{
    const auto connections = std::exchange(m_connections, {});
    qDeleteAll(connections);
}

QByteArray LoopbackServer::url(const char *path) const
{
    return "http://127.0.0.1:" + QByteArray::number(port()) + path;
}

int LoopbackServer::connectionsOpen() const
{
    return int(m_connections.size());
}

void LoopbackServer::pauseReading(bool paused)
{
    m_paused = paused;
    const auto connections = m_connections;
    for (LoopbackConnection *connection : connections) {
        if (!paused)
            connection->read();
    }
}

} // namespace sonde::testing
