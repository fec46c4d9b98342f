#include "playground/peer.h"

#include "trace/clock.h"
#include "wire/http1.h"
#include "wire/http2.h"

#include <QTimer>

#include <sys/socket.h>

namespace sonde::playground
{
namespace
{

using wire::StreamId;
using namespace std::chrono_literals;

constexpr qint64 readSize = 256 * 1024;   // octets taken at a wake-up
constexpr qint64 writeAhead = 256 * 1024; // octets in the socket beyond which nothing more is made
constexpr auto handshakeTime = 30s;       // until the first request has begun
constexpr auto idleTime = 5min;           // without an octet in either direction
constexpr auto lingerTime = 2s;           // for the client to close after us
constexpr quint32 internalError = 2;      // RFC 9113 section 7
constexpr QByteArrayView preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"; // RFC 9113 section 3.4

} // namespace

Peer::Peer(QTcpSocket *socket, std::shared_ptr<TlsServerContext> tls, quint64 number,
           QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_number(number)
    , m_idle(handshakeTime)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(2 * readSize);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (tls)
        m_tls = std::make_unique<TlsServerStream>(std::move(tls));
    connect(m_socket, &QTcpSocket::readyRead, this, &Peer::read);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Peer::pump);
    connect(m_socket, &QTcpSocket::disconnected, this, &Peer::end);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &Peer::end);
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &Peer::read, Qt::QueuedConnection);
}

Peer::~Peer()
{
    m_socket->disconnect(this);
}

void Peer::endIfIdle()
{
    if (m_idle.hasExpired())
        end();
}

void Peer::read()
{
    if (m_state == State::Over)
        return;
    const QByteArray octets = m_socket->read(readSize);
    if (octets.isEmpty())
        return;
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &Peer::read, Qt::QueuedConnection);
    if (m_state == State::Closing)
        return; // what still comes is let go
    m_idle.setRemainingTime(m_requests > 0 ? milliseconds(idleTime) : milliseconds(handshakeTime));
    if (!m_tls)
        return receive(octets);
    const auto plaintext = m_tls->receive(octets);
    m_socket->write(m_tls->takeOutput());
    if (!plaintext) { // the alert that says why goes out before the end
        m_state = State::Closing;
        m_idle.setRemainingTime(milliseconds(lingerTime));
        return closeIfDone();
    }
    if (!plaintext->isEmpty())
        receive(*plaintext);
    if (m_state == State::Open && m_tls->hasPeerClosed()) {
        m_session->feedEnd(trace::now());
        pump();
    }
}

void Peer::receive(QByteArrayView plaintext)
{
    if (m_state == State::Deciding) {
        m_first.append(plaintext);
        if (!decide())
            return;
        m_state = State::Open;
        m_session = m_isHttp2 ? wire::makeHttp2Server() : wire::makeHttp1Server();
        m_session->feed(m_first, trace::now());
    } else {
        m_session->feed(plaintext, trace::now());
    }
    pump();
}

// TLS has said it by ALPN; in cleartext an HTTP/2 client with prior knowledge begins with the
// preface.
bool Peer::decide()
{
    if (m_tls && !m_tls->alpn().isEmpty()) {
        m_isHttp2 = m_tls->alpn() == "h2";
        return true;
    }
    const qsizetype length = std::min(m_first.size(), preface.size());
    m_isHttp2 = QByteArrayView(m_first).first(length) == preface.first(length);
    return !m_isHttp2 || length == preface.size();
}

// Events make answers, answers make octets, octets make room, room makes events: until nothing
// moves.
void Peer::pump()
{
    if (m_state != State::Open && m_state != State::Closing)
        return;
    m_pumpAgain = true;
    if (std::exchange(m_pumping, true))
        return;
    while (std::exchange(m_pumpAgain, false) && m_state == State::Open) {
        const bool handled = handleEvents();
        const bool sent = m_state == State::Open && send();
        m_pumpAgain = m_pumpAgain || handled || sent;
    }
    m_pumping = false;
    closeIfDone();
}

bool Peer::handleEvents()
{
    auto events = m_session->takeEvents();
    for (wire::Event &event : events) {
        if (m_state == State::Open)
            handle(event);
    }
    return !events.empty();
}

void Peer::handle(wire::Event &event)
{
    if (auto *head = std::get_if<wire::RequestHeadReceived>(&event)) {
        ConnectionFacts facts{.number = m_number};
        if (m_tls) {
            facts.tlsVersion = m_tls->version();
            facts.cipher = m_tls->cipher();
            facts.alpn = m_tls->alpn();
        }
        m_idle.setRemainingTime(milliseconds(idleTime));
        const StreamId stream = head->stream;
        m_responders[stream] =
            std::make_unique<Responder>(stream, std::move(head->head), std::move(facts),
                                        ++m_requests, [this, stream](milliseconds pause) {
                                            QTimer::singleShot(pause, Qt::PreciseTimer, this,
                                                               [this, stream] { resume(stream); });
                                        });
        proceed(stream);
    } else if (const auto *content = std::get_if<wire::ContentReceived>(&event)) {
        if (const auto found = m_responders.find(content->stream); found != m_responders.end())
            found->second->take(content->octets);
        m_session->consume(content->stream, content->octets.size());
    } else if (auto *trailers = std::get_if<wire::TrailersReceived>(&event)) {
        if (const auto found = m_responders.find(trailers->stream); found != m_responders.end())
            found->second->takeTrailers(std::move(trailers->trailers));
    } else if (const auto *ended = std::get_if<wire::MessageEnded>(&event)) {
        if (const auto found = m_responders.find(ended->stream); found != m_responders.end()) {
            found->second->requestEnded();
            proceed(ended->stream);
        }
    } else if (const auto *wanted = std::get_if<wire::ContentWanted>(&event)) {
        proceed(wanted->stream);
    } else if (const auto *failed = std::get_if<wire::StreamFailed>(&event)) {
        m_responders.erase(failed->stream);
    } else if (std::holds_alternative<wire::SessionFailed>(event)) {
        m_failed = true;
    }
}

void Peer::proceed(StreamId stream)
{
    const auto found = m_responders.find(stream);
    if (found == m_responders.end() || m_state != State::Open)
        return;
    switch (found->second->proceed(*m_session)) {
    case Responder::Outcome::Waiting:
        return;
    case Responder::Outcome::Done:
        m_responders.erase(found);
        return;
    case Responder::Outcome::Reset:
        tearDown(stream);
        return;
    }
}

void Peer::resume(StreamId stream)
{
    if (const auto found = m_responders.find(stream); found != m_responders.end())
        found->second->resume();
    proceed(stream);
    pump();
}

bool Peer::send()
{
    bool any = false;
    QByteArray octets;
    std::vector<wire::SentMark> marks;
    while (m_socket->bytesToWrite() < writeAhead) {
        octets.clear();
        marks.clear();
        if (!m_session->drain(octets, marks, writeAhead / 2) || octets.isEmpty())
            break;
        if (!write(octets)) {
            end();
            break;
        }
        any = true;
        m_idle.setRemainingTime(milliseconds(idleTime));
    }
    return any;
}

bool Peer::write(const QByteArray &plaintext)
{
    if (!m_tls)
        return m_socket->write(plaintext) == plaintext.size();
    if (!m_tls->write(plaintext))
        return false;
    const QByteArray ciphertext = m_tls->takeOutput();
    return m_socket->write(ciphertext) == ciphertext.size();
}

void Peer::tearDown(StreamId stream)
{
    m_responders.erase(stream);
    if (m_isHttp2)
        m_session->abandon(stream, internalError);
    else
        resetSocket();
}

// When the session takes no more requests and everything is out, our side closes first and the
// client may read to the end: closing at once with unread octets in the kernel would reset the
// connection.
void Peer::closeIfDone()
{
    if (m_state == State::Open && (m_session->isReusable() || !m_responders.empty()))
        return;
    // After GOAWAY content may still wait for the client's window: the client closes when it has
    // all.
    if (m_state == State::Open && m_isHttp2 && !m_failed)
        return;
    if (m_state == State::Open) {
        if (m_socket->bytesToWrite() >= writeAhead)
            return; // send() goes on when there is room
        m_state = State::Closing;
        m_idle.setRemainingTime(milliseconds(lingerTime));
        if (m_tls) {
            m_tls->close();
            m_socket->write(m_tls->takeOutput());
        }
    }
    if (m_state == State::Closing && m_socket->bytesToWrite() == 0)
        ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
}

void Peer::resetSocket()
{
    // Closing with no time to linger sends RST (RFC 9293 section 3.6): the client sees an error,
    // not an end.
    const linger none{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    end();
}

void Peer::end()
{
    if (m_state == State::Over)
        return;
    m_state = State::Over;
    m_responders.clear();
    m_socket->disconnect(this);
    m_socket->abort();
    deleteLater();
}

} // namespace sonde::playground
