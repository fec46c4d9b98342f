// One TLS connection without I/O: ciphertext in, plaintext out, and back. It never sees a socket,
// and a test drives it with strings. Not thread-safe.
#pragma once

#include "net/route.h"
#include "net/tls_context.h"
#include "net/tls_error.h"
#include "net/tls_sessions.h"
#include "trace/tls_records.h"

#include <span>

namespace sonde::net
{

struct TlsRequest {
    TlsPolicy policy;
    QByteArray host; // from the URL; a name is sent as SNI, an address is not (RFC 6066 section 3)
    QList<QByteArray> alpn;
    std::shared_ptr<TlsSessions> sessions; // may be null: no resumption
    QByteArray sessionKey;
};

class TlsStream
{
public:
    // Errors: those of TlsContext.
    [[nodiscard]] static http::Result<std::unique_ptr<TlsStream>> create(TlsRequest request);
    ~TlsStream();
    TlsStream(const TlsStream &) = delete;
    TlsStream &operator=(const TlsStream &) = delete;

    // Octets from the socket. They must stay in place until handshake() or read() has wanted more.
    void receive(QByteArrayView ciphertext);

    enum class Handshake : quint8 { WantsInput, Done, Failed };
    // Goes on as far as it can. What is to be sent afterwards stands in output().
    [[nodiscard]] Handshake handshake();

    enum class Status : quint8 {
        Data,
        WantsInput,
        Ended,  // close_notify: the peer has said that it was all
        Failed, // error() says why
    };
    struct Read {
        Status status = Status::WantsInput;
        qsizetype octets = 0;
    };
    [[nodiscard]] Read read(std::span<char> into);
    // False: read() would want more.
    [[nodiscard]] bool holdsInput() const;

    // Encrypts; `octets` of at most one record, 16 KiB. False: error() says why.
    static constexpr qsizetype recordSize = 16 * 1024;
    [[nodiscard]] bool write(QByteArrayView octets);
    // Appends close_notify to output().
    void close();

    // Ciphertext to send; the sender removes what it has sent.
    [[nodiscard]] QByteArray &output() { return m_output; }

    // Records that have gone by, for whoever keeps them; they are stamped up to the end of the
    // handshake alone.
    [[nodiscard]] std::vector<trace::TlsRecord> &records() { return m_records; }

    // After Failed.
    [[nodiscard]] http::Error error() const { return m_error; }
    // The peer closed or broke off (errno) before the handshake was over.
    [[nodiscard]] http::Error endError(int number) const { return tlsEndError(failure(), number); }
    // What is known so far; complete after the handshake.
    [[nodiscard]] trace::TlsReport report() const;
    [[nodiscard]] QByteArray alpnChosen() const;
    // The keys that the handshake has made so far, as lines of the key log format.
    [[nodiscard]] const QByteArray &keyLog() const { return m_keyLog; }

    // Sets our callbacks on a context.
    static void install(SSL_CTX *context);

private:
    explicit TlsStream(TlsRequest request)
        : m_request(std::move(request))
    {
    }
    void prepare(std::shared_ptr<const TlsContext> context);
    void setServerName();
    void keepInput();
    [[nodiscard]] TlsFailure failure() const;
    void fail();
    [[nodiscard]] int verify(X509_STORE_CTX *context);
    void note(trace::Direction direction, int contentType, QByteArrayView message);
    void noteRecord(trace::Direction direction, int contentType, QByteArrayView octets);
    void noteCarried(trace::Direction direction, int octets);
    static void recordCallback(int writes, int version, int contentType, const void *octets,
                               size_t length, SSL *, void *stream) noexcept;
    static void messageCallback(int writes, int version, int contentType, const void *octets,
                                size_t length, SSL *, void *stream) noexcept;
    [[nodiscard]] bool checkStaple();
    void addTimestamps(const std::vector<trace::SignedTimestamp> &more);
    [[nodiscard]] QString revokedSentence(const trace::OcspStaple &ocsp) const;
    static int verifyCallback(X509_STORE_CTX *context, void *) noexcept;
    static void keysCallback(const SSL *ssl, const char *line) noexcept;
    static int stapleCallback(SSL *ssl, void *) noexcept;
    static int timestampsCallback(SSL *ssl, unsigned type, unsigned context,
                                  const unsigned char *octets, size_t length, X509 *certificate,
                                  size_t place, int *alert, void *) noexcept;
    static int sessionCallback(SSL *ssl, SSL_SESSION *session) noexcept;

    TlsRequest m_request;
    std::shared_ptr<const TlsContext> m_context;
    SslHandle m_ssl;
    QByteArrayView m_input; // borrowed
    QByteArray m_kept;      // input that outlived its owner's buffer
    QByteArray m_output;
    QByteArray m_firstOctets;
    QByteArray m_serverName;
    QByteArray m_keyLog;
    bool m_established = false;
    trace::Verification m_verification = trace::Verification::NotDone;
    VerifyOutcome m_verified;
    std::vector<trace::SignedTimestamp> m_timestamps; // that came before the check
    std::optional<TlsSessions::Entry> m_ticket;
    std::vector<trace::TlsMessage> m_messages; // of the handshake
    std::vector<trace::TlsRecord> m_records;   // that nobody has taken yet
    http::Error m_error;
};

} // namespace sonde::net
