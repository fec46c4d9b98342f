#include "net/tls_stream.h"

#include "net/errors.h"
#include "net/key_log.h"
#include "net/staple.h"
#include "net/tls_pipe.h"

#include <QHostAddress>

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/tls1.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace sonde::net
{
namespace
{

// SSL_get_error() judges by the thread's queue of errors, which must be empty before; it nearly
// always is, and emptying it is dear.
void forgetErrors()
{
    if (ERR_peek_error() != 0)
        ERR_clear_error();
}

// Enough of the server's first octets to recognise a protocol that is not TLS.
constexpr qsizetype firstOctetsKept = 64;
// Octets of keys: six lines are enough, and a server that updates them for ever gets no further.
constexpr qsizetype mostKeys = 4096;

// A handshake has about a dozen; a server that sends more has its reasons, but not our memory.
constexpr size_t messagesKept = 64;
// Of one turn, in which there is room for no more that carry anything.
constexpr size_t recordsKept = 16 * 1024;

QByteArray wireForm(const QList<QByteArray> &protocols)
{
    QByteArray result; // RFC 7301 section 3.1: each name after its length
    for (const auto &protocol : protocols)
        result += char(protocol.size()) + protocol;
    return result;
}

// RFC 8446 section 2: all after ServerHello is encrypted but ChangeCipherSpec, sent for the sake of
// middleboxes. Before TLS 1.3 what follows a side's ChangeCipherSpec is, beginning with Finished
// (RFC 5246 section 7.4.9); OpenSSL does not tell of the peer's ChangeCipherSpec.
void markEncrypted(std::vector<trace::TlsMessage> &messages, bool isTls13)
{
    using Kind = trace::TlsMessage::Kind;
    std::array<bool, 2> encrypts{};
    for (auto &message : messages) {
        const auto is = [&](int type) {
            return message.kind == Kind::Handshake && message.type == type;
        };
        auto &ours = encrypts[size_t(message.direction)];
        ours = ours || (!isTls13 && is(SSL3_MT_FINISHED));
        message.encrypted = ours && !is(SSL3_MT_CLIENT_HELLO) && !is(SSL3_MT_SERVER_HELLO) &&
                            message.kind != Kind::ChangeCipherSpec;
        if (isTls13 && is(SSL3_MT_SERVER_HELLO))
            encrypts = {true, true};
    }
}

QByteArray groupName(SSL *ssl)
{
    const auto nid = int(SSL_get_negotiated_group(ssl));
    if (nid == NID_undef)
        return {};
    if (nid & TLSEXT_nid_unknown) { // a group of a provider, as the hybrid ones of OpenSSL 3.5
#if OPENSSL_VERSION_NUMBER >= 0x30200000L
        return SSL_get0_group_name(ssl);
#else
        return {};
#endif
    }
    const char *known = EC_curve_nid2nist(nid);
    return known ? known : OBJ_nid2sn(nid);
}

} // namespace

http::Result<std::unique_ptr<TlsStream>> TlsStream::create(TlsRequest request)
{
    auto context = TlsContext::forPolicy(request.policy);
    if (!context)
        return std::unexpected(context.error());
    std::unique_ptr<TlsStream> stream(new TlsStream(std::move(request)));
    stream->prepare(std::move(*context));
    return stream;
}

TlsStream::~TlsStream()
{
    m_ssl.reset(); // before the arrays that its pipe points into
}

void TlsStream::install(SSL_CTX *context)
{
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_cert_verify_callback(context, verifyCallback, nullptr);
    SSL_CTX_sess_set_new_cb(context, sessionCallback);
    SSL_CTX_set_keylog_callback(context, keysCallback);
    SSL_CTX_set_tlsext_status_cb(context, stapleCallback);
    // Without a function that writes it, it is sent empty: that is how it is asked for.
    constexpr unsigned places =
        SSL_EXT_CLIENT_HELLO | SSL_EXT_TLS1_2_SERVER_HELLO | SSL_EXT_TLS1_3_CERTIFICATE;
    SSL_CTX_add_custom_ext(context, TLSEXT_TYPE_signed_certificate_timestamp, places, nullptr,
                           nullptr, nullptr, timestampsCallback, nullptr);
}

void TlsStream::prepare(std::shared_ptr<const TlsContext> context)
{
    m_context = std::move(context);
    m_ssl.reset(SSL_new(m_context->handle()));
    SSL_set_app_data(m_ssl.get(), this);
    auto *pipe = makeTlsPipe(&m_kept, &m_input, &m_output);
    SSL_set_bio(m_ssl.get(), pipe, pipe);
    SSL_set_connect_state(m_ssl.get());
    SSL_set_msg_callback(m_ssl.get(), messageCallback);
    SSL_set_msg_callback_arg(m_ssl.get(), this);
    SSL_set_tlsext_status_type(m_ssl.get(), TLSEXT_STATUSTYPE_ocsp);
    setServerName();
    if (!m_request.alpn.isEmpty()) {
        const auto wire = wireForm(m_request.alpn);
        SSL_set_alpn_protos(m_ssl.get(), reinterpret_cast<const unsigned char *>(wire.constData()),
                            unsigned(wire.size()));
    }
    if (m_request.sessions)
        m_ticket = m_request.sessions->find(m_request.sessionKey);
    if (m_ticket)
        SSL_set_session(m_ssl.get(), m_ticket->session.get());
}

void TlsStream::setServerName()
{
    auto *parameters = SSL_get0_param(m_ssl.get());
    const QHostAddress literal(QString::fromLatin1(m_request.host));
    if (!literal.isNull()) {
        const auto address = literal.toString().section(QLatin1Char('%'), 0, 0).toLatin1();
        X509_VERIFY_PARAM_set1_ip_asc(parameters, address.constData());
        return;
    }
    // A trailing dot says "fully qualified" to the resolver; neither SNI nor certificates carry it.
    m_serverName = m_request.host;
    if (m_serverName.endsWith('.'))
        m_serverName.chop(1);
    // RFC 9110 section 4.3.4 and RFC 6125: "*" stands for one whole label or not at all.
    X509_VERIFY_PARAM_set_hostflags(parameters, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS |
                                                    X509_CHECK_FLAG_NEVER_CHECK_SUBJECT);
    X509_VERIFY_PARAM_set1_host(parameters, m_serverName.constData(), size_t(m_serverName.size()));
    SSL_set_tlsext_host_name(m_ssl.get(), m_serverName.constData());
}

void TlsStream::receive(QByteArrayView ciphertext)
{
    if (m_firstOctets.size() < firstOctetsKept) {
        const auto wanted = firstOctetsKept - m_firstOctets.size();
        m_firstOctets += ciphertext.first(std::min(wanted, ciphertext.size())).toByteArray();
    }
    m_input = ciphertext;
}

// The lender of m_input is about to reuse its buffer.
void TlsStream::keepInput()
{
    m_kept.append(m_input.data(), m_input.size());
    m_input = {};
}

TlsStream::Handshake TlsStream::handshake()
{
    forgetErrors();
    const int result = SSL_do_handshake(m_ssl.get());
    if (result == 1) {
        m_established = true;
        SSL_set_msg_callback(m_ssl.get(), recordCallback); // messages are of no interest any more
        if (SSL_session_reused(m_ssl.get()) && m_ticket) {
            m_verified = m_ticket->verified;
            m_verification = m_verified.problem.isEmpty() ? trace::Verification::Trusted
                                                          : trace::Verification::Ignored;
        }
        keepInput();
        return Handshake::Done;
    }
    const int reason = SSL_get_error(m_ssl.get(), result);
    keepInput();
    if (reason == SSL_ERROR_WANT_READ)
        return Handshake::WantsInput;
    fail();
    return Handshake::Failed;
}

TlsStream::Read TlsStream::read(std::span<char> into)
{
    forgetErrors();
    const int count = SSL_read(m_ssl.get(), into.data(), int(into.size()));
    if (count > 0) {
        noteCarried(trace::Direction::Received, count);
        return {Status::Data, count};
    }
    switch (SSL_get_error(m_ssl.get(), count)) {
    case SSL_ERROR_WANT_READ:
        return {Status::WantsInput, 0};
    case SSL_ERROR_ZERO_RETURN:
        m_input = {};
        return {Status::Ended, 0};
    default:
        m_input = {};
        fail();
        return {Status::Failed, 0};
    }
}

bool TlsStream::holdsInput() const
{
    return !m_input.isEmpty() || !m_kept.isEmpty() || SSL_has_pending(m_ssl.get()) == 1;
}

bool TlsStream::write(QByteArrayView octets)
{
    if (octets.isEmpty())
        return true;
    forgetErrors();
    // The pipe takes everything, so a write never has to be repeated.
    if (SSL_write(m_ssl.get(), octets.data(), int(octets.size())) == octets.size()) {
        noteCarried(trace::Direction::Sent, int(octets.size()));
        return true;
    }
    fail();
    return false;
}

void TlsStream::close()
{
    forgetErrors();
    SSL_shutdown(m_ssl.get());
    forgetErrors();
}

TlsFailure TlsStream::failure() const
{
    return {.host = m_request.host,
            .firstOctets = m_firstOctets,
            .alpnOffered = m_request.alpn,
            .asksClientCertificate = SSL_get0_peer_CA_list(m_ssl.get()) != nullptr,
            .hasClientCertificate = m_context->hasClientCertificate(),
            .established = m_established};
}

void TlsStream::fail()
{
    m_error = tlsError(failure());
    if (m_verification == trace::Verification::Failed) {
        m_error.code = m_verified.code;
        m_error.retrySafe = false;
        m_error.sentence = m_verified.problem;
        m_error.detail = m_verified.problems.join(QLatin1Char('\n'));
        m_error.number = m_verified.problemCode;
    }
    // A ticket that led to a failure is not tried twice.
    if (m_request.sessions)
        m_request.sessions->drop(m_request.sessionKey);
}

int TlsStream::verify(X509_STORE_CTX *context)
{
    const VerifyRequest request{m_request.host, m_request.policy.pinnedDer};
    m_verified = verifyChain(context, request);
    m_verified.timestamps = m_timestamps;
    if (X509 *leaf = X509_STORE_CTX_get0_cert(context))
        addTimestamps(timestampsIn(leaf));
    if (m_verified.problem.isEmpty()) {
        m_verification = trace::Verification::Trusted;
        X509_STORE_CTX_set_error(context, X509_V_OK);
        return 1;
    }
    if (m_request.policy.verify == Verify::ReportOnly) {
        m_verification = trace::Verification::Ignored;
        return 1;
    }
    m_verification = trace::Verification::Failed;
    X509_STORE_CTX_set_error(context, int(m_verified.problemCode)); // becomes the alert we send
    return 0;
}

int TlsStream::verifyCallback(X509_STORE_CTX *context, void *) noexcept
{
    auto *ssl = static_cast<SSL *>(
        X509_STORE_CTX_get_ex_data(context, SSL_get_ex_data_X509_STORE_CTX_idx()));
    return static_cast<TlsStream *>(SSL_get_app_data(ssl))->verify(context);
}

// For every record its header, and behind it what TLS 1.3 has encrypted of its type.
void TlsStream::noteRecord(trace::Direction direction, int contentType, QByteArrayView octets)
{
    if (contentType == SSL3_RT_INNER_CONTENT_TYPE) {
        if (!m_records.empty())
            m_records.back().type = quint8(octets.front());
        return;
    }
    const bool isRecord = octets.size() == qsizetype(trace::TlsRecord::headerOctets) &&
                          octets[1] == SSL3_VERSION_MAJOR;
    if (!isRecord || m_records.size() >= recordsKept)
        return;
    m_records.push_back({.wireOctets = trace::TlsRecord::headerOctets +
                                       (quint32(quint8(octets[3])) << 8) + quint8(octets[4]),
                         .type = quint8(octets[0]),
                         .direction = direction});
}

// By the last record, or one of which a part was read before.
void TlsStream::noteCarried(trace::Direction direction, int octets)
{
    if (m_records.empty() || m_records.back().direction != direction)
        m_records.push_back({.type = trace::TlsRecord::ApplicationData, .direction = direction});
    m_records.back().carried += quint16(octets);
}

void TlsStream::recordCallback(int writes, int, int contentType, const void *octets, size_t length,
                               SSL *, void *stream) noexcept
{
    if (contentType == SSL3_RT_HEADER || contentType == SSL3_RT_INNER_CONTENT_TYPE)
        static_cast<TlsStream *>(stream)->noteRecord(
            writes ? trace::Direction::Sent : trace::Direction::Received, contentType,
            {static_cast<const char *>(octets), qsizetype(length)});
}

void TlsStream::messageCallback(int writes, int, int contentType, const void *octets, size_t length,
                                SSL *, void *stream) noexcept
{
    static_cast<TlsStream *>(stream)->note(
        writes ? trace::Direction::Sent : trace::Direction::Received, contentType,
        {static_cast<const char *>(octets), qsizetype(length)});
}

void TlsStream::note(trace::Direction direction, int contentType, QByteArrayView message)
{
    using Kind = trace::TlsMessage::Kind;
    if (contentType == SSL3_RT_HEADER || contentType == SSL3_RT_INNER_CONTENT_TYPE) {
        noteRecord(direction, contentType, message);
        if (!m_records.empty())
            m_records.back().at = trace::now();
        return;
    }
    trace::TlsMessage noted{
        .at = trace::now(), .octets = quint32(message.size()), .direction = direction};
    switch (contentType) {
    case SSL3_RT_HANDSHAKE:
        noted.type = message.isEmpty() ? 0 : quint8(message.front());
        break;
    case SSL3_RT_ALERT: // level, description
        noted.kind = Kind::Alert;
        noted.type = message.size() < 2 ? 0 : quint8(message[1]);
        break;
    case SSL3_RT_CHANGE_CIPHER_SPEC:
        noted.kind = Kind::ChangeCipherSpec;
        break;
    default:
        return;
    }
    if (m_messages.size() < messagesKept)
        m_messages.push_back(noted);
}

void TlsStream::addTimestamps(const std::vector<trace::SignedTimestamp> &more)
{
    auto &all = m_verified.timestamps;
    all.insert(all.end(), more.begin(), more.end());
}

void TlsStream::keysCallback(const SSL *ssl, const char *line) noexcept
{
    keyLogLine(line);
    auto *stream = static_cast<TlsStream *>(SSL_get_app_data(ssl));
    if (stream && stream->m_keyLog.size() < mostKeys)
        stream->m_keyLog.append(line).append('\n');
}

// After the certificate check, and only if the server has stapled something.
int TlsStream::stapleCallback(SSL *ssl, void *) noexcept
{
    return static_cast<TlsStream *>(SSL_get_app_data(ssl))->checkStaple() ? 1 : 0;
}

bool TlsStream::checkStaple()
{
    const unsigned char *der = nullptr;
    const long length = SSL_get_tlsext_status_ocsp_resp(m_ssl.get(), &der);
    if (!der || length <= 0)
        return true;
    auto *chain = SSL_get0_verified_chain(m_ssl.get());
    if (!chain || sk_X509_num(chain) == 0)
        chain = SSL_get_peer_cert_chain(m_ssl.get());
    const auto *context = SSL_get_SSL_CTX(m_ssl.get());
    auto staple = readStaple({reinterpret_cast<const char *>(der), qsizetype(length)}, chain,
                             SSL_CTX_get_cert_store(context));
    const auto &ocsp = m_verified.ocsp.emplace(std::move(staple.ocsp));
    addTimestamps(staple.timestamps);
    if (ocsp.status != trace::OcspStaple::Status::Revoked || !ocsp.problem.isEmpty())
        return true;
    const auto sentence = revokedSentence(ocsp);
    m_verified.problems.append(sentence);
    if (!m_verified.chain.empty()) {
        m_verified.chain.front().problems.append(sentence);
        m_verified.chain.front().failed.push_back(trace::CertificateCheck::Other);
    }
    if (m_verified.problem.isEmpty()) {
        m_verified.problem = sentence;
        m_verified.problemCode = X509_V_ERR_CERT_REVOKED;
        m_verified.problemDepth = 0;
        m_verified.code = verifyCode(X509_V_ERR_CERT_REVOKED);
    }
    const bool goesOn = m_request.policy.verify == Verify::ReportOnly;
    m_verification = goesOn ? trace::Verification::Ignored : trace::Verification::Failed;
    return goesOn;
}

QString TlsStream::revokedSentence(const trace::OcspStaple &ocsp) const
{
    const auto sentence =
        QStringLiteral("The certificate for %1 was revoked on %2%3, says the OCSP "
                       "response that the server sent with it.");
    return sentence.arg(quoted(m_request.host), ocsp.revoked.toString(QStringLiteral("yyyy-MM-dd")),
                        ocsp.reason.isEmpty() ? QString()
                                              : QStringLiteral(" (%1)").arg(ocsp.reason));
}

int TlsStream::timestampsCallback(SSL *ssl, unsigned, unsigned, const unsigned char *octets,
                                  size_t length, X509 *, size_t place, int *, void *) noexcept
{
    auto *stream = static_cast<TlsStream *>(SSL_get_app_data(ssl));
    if (stream && place == 0)
        stream->m_timestamps =
            timestampsFrom({reinterpret_cast<const char *>(octets), qsizetype(length)});
    return 1; // a list that cannot be read proves nothing and harms nobody
}

int TlsStream::sessionCallback(SSL *ssl, SSL_SESSION *session) noexcept
{
    auto *stream = static_cast<TlsStream *>(SSL_get_app_data(ssl));
    if (!stream || !stream->m_request.sessions)
        return 0;
    stream->m_request.sessions->store(stream->m_request.sessionKey, SslSessionHandle(session),
                                      stream->m_verified);
    return 1; // the reference is ours now
}

QByteArray TlsStream::alpnChosen() const
{
    const unsigned char *name = nullptr;
    unsigned length = 0;
    SSL_get0_alpn_selected(m_ssl.get(), &name, &length);
    return {reinterpret_cast<const char *>(name), qsizetype(length)};
}

trace::TlsReport TlsStream::report() const
{
    trace::TlsReport report{.serverName = m_serverName,
                            .alpnOffered = m_request.alpn,
                            .alpnChosen = alpnChosen(),
                            .resumed = SSL_session_reused(m_ssl.get()) == 1,
                            .verification = m_verification,
                            .problem = m_verified.problem,
                            .problemCode = m_verified.problemCode,
                            .problemDepth = m_verified.problemDepth,
                            .pinned = m_verified.pinned,
                            .chain = m_verified.chain,
                            .messages = m_messages,
                            .ocsp = m_verified.ocsp,
                            .timestamps = m_verified.timestamps};
    if (const auto *cipher = SSL_get_current_cipher(m_ssl.get())) {
        report.version = SSL_get_version(m_ssl.get());
        report.cipher = SSL_CIPHER_get_name(cipher);
        report.group = groupName(m_ssl.get());
    }
    markEncrypted(report.messages, SSL_version(m_ssl.get()) >= TLS1_3_VERSION);
    return report;
}

} // namespace sonde::net
