#include "net/tls_context.h"

#include "net/key_log.h"
#include "net/tls_error.h"
#include "net/tls_stream.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <openssl/err.h>

#include <mutex>

namespace sonde::net
{
namespace
{

// Policies kept; a collection rarely has more than a handful of client certificates.
constexpr size_t maxContexts = 32;

struct FileMark {
    qint64 size = -1;
    qint64 modified = 0;
    bool operator==(const FileMark &) const = default;
};

FileMark markOf(const QString &path)
{
    if (path.isEmpty())
        return {};
    const QFileInfo info(path);
    return {info.size(), info.lastModified().toMSecsSinceEpoch()};
}

struct CacheKey {
    QString caFile;
    QString certificateFile;
    QString keyFile;
    QString keyPassword;
    FileMark ca;
    FileMark certificate;
    FileMark key;
    bool operator==(const CacheKey &) const = default;
};

CacheKey keyFor(const TlsPolicy &policy)
{
    return {policy.caFile,         policy.certificateFile, policy.keyFile,
            policy.keyPassword,    markOf(policy.caFile),  markOf(policy.certificateFile),
            markOf(policy.keyFile)};
}

struct CacheEntry {
    CacheKey key;
    std::shared_ptr<const TlsContext> context;
};

http::Error fileError(http::Code code, const QString &sentence)
{
    return {.layer = http::Layer::File,
            .code = code,
            .phase = http::Phase::TlsHandshake,
            .sentence = sentence,
            .detail = takeOpenSslWords()};
}

bool hasHashLinks(const QString &folder)
{
    const QStringList pattern{QStringLiteral("*.0")};
    return !QDir(folder).entryList(pattern, QDir::Files).isEmpty();
}

// The system's trust store. Its hashed folder is read as needed; parsing the whole bundle instead
// costs 20 to 35 ms, which every terminal run would pay.
StoreHandle systemStore()
{
    StoreHandle store(X509_STORE_new());
    const char *folder = X509_get_default_cert_dir();
    const bool overridden = qEnvironmentVariableIsSet(X509_get_default_cert_file_env()) ||
                            qEnvironmentVariableIsSet(X509_get_default_cert_dir_env());
    if (overridden || !hasHashLinks(QFile::decodeName(folder)))
        X509_STORE_set_default_paths(store.get());
    else
        X509_STORE_load_path(store.get(), folder);
    ERR_clear_error(); // a missing default file is no error
    return store;
}

X509_STORE *sharedSystemStore()
{
    static const StoreHandle store = systemStore();
    return store.get();
}

int answerPassword(char *buffer, int size, int, void *user)
{
    const auto *password = static_cast<const QByteArray *>(user);
    if (password->isEmpty() || password->size() > size)
        return 0;
    std::copy(password->begin(), password->end(), buffer);
    return int(password->size());
}

void writeKeyLog(const SSL *, const char *line)
{
    keyLogLine(line);
}

} // namespace

http::Result<std::shared_ptr<const TlsContext>> TlsContext::forPolicy(const TlsPolicy &policy)
{
    static std::mutex mutex;
    static std::vector<CacheEntry> cache;
    const auto key = keyFor(policy);
    const std::scoped_lock lock(mutex);
    const auto found = std::ranges::find(cache, key, &CacheEntry::key);
    if (found != cache.end())
        return found->context;
    auto context = make(policy);
    if (!context)
        return context;
    if (cache.size() == maxContexts)
        cache.erase(cache.begin());
    cache.push_back({key, *context});
    return context;
}

http::Result<std::shared_ptr<const TlsContext>> TlsContext::make(const TlsPolicy &policy)
{
    ERR_clear_error();
    const std::shared_ptr<TlsContext> context(new TlsContext);
    context->m_handle.reset(SSL_CTX_new(TLS_client_method()));
    auto *handle = context->m_handle.get();
    // RFC 8996 retired what came before TLS 1.2.
    SSL_CTX_set_min_proto_version(handle, TLS1_2_VERSION);
    SSL_CTX_set_max_proto_version(handle, TLS1_3_VERSION);
    SSL_CTX_set_options(handle, SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_mode(handle, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_session_cache_mode(handle,
                                   SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL_STORE);
    SSL_CTX_set_keylog_callback(handle, writeKeyLog);
    TlsStream::install(handle);
    if (auto trust = context->loadTrust(policy); !trust)
        return std::unexpected(trust.error());
    if (auto loaded = context->loadClientCertificate(policy); !loaded)
        return std::unexpected(loaded.error());
    return context;
}

http::Result<void> TlsContext::loadTrust(const TlsPolicy &policy)
{
    if (policy.caFile.isEmpty()) {
        SSL_CTX_set1_cert_store(m_handle.get(), sharedSystemStore());
        return {};
    }
    const auto path = QFile::encodeName(policy.caFile);
    if (X509_STORE_load_file(SSL_CTX_get_cert_store(m_handle.get()), path.constData()) == 1)
        return {};
    const auto reason = QFileInfo::exists(policy.caFile)
                            ? QStringLiteral("holds no certificate in PEM form")
                            : QStringLiteral("does not exist");
    return std::unexpected(fileError(
        http::Code::CaFileUnusable,
        QStringLiteral("The file of trusted certificates “%1” %2.").arg(policy.caFile, reason)));
}

http::Result<void> TlsContext::loadClientCertificate(const TlsPolicy &policy)
{
    if (policy.certificateFile.isEmpty())
        return {};
    const auto failed = [](const QString &sentence) {
        return std::unexpected(fileError(http::Code::ClientCertificateUnusable, sentence));
    };
    auto *handle = m_handle.get();
    const auto keyFile = policy.keyFile.isEmpty() ? policy.certificateFile : policy.keyFile;
    for (const auto &file : {policy.certificateFile, keyFile}) {
        if (!QFileInfo::exists(file))
            return failed(
                QStringLiteral("The client certificate file “%1” does not exist.").arg(file));
    }
    const auto certificatePath = QFile::encodeName(policy.certificateFile);
    const auto keyPath = QFile::encodeName(keyFile);
    if (SSL_CTX_use_certificate_chain_file(handle, certificatePath.constData()) != 1) {
        return failed(QStringLiteral("The client certificate file “%1” holds no certificate in PEM "
                                     "form.")
                          .arg(policy.certificateFile));
    }
    auto password = policy.keyPassword.toUtf8();
    SSL_CTX_set_default_passwd_cb(handle, answerPassword);
    SSL_CTX_set_default_passwd_cb_userdata(handle, &password);
    const bool loaded =
        SSL_CTX_use_PrivateKey_file(handle, keyPath.constData(), SSL_FILETYPE_PEM) == 1;
    SSL_CTX_set_default_passwd_cb_userdata(handle, nullptr);
    SSL_CTX_set_default_passwd_cb(handle, nullptr);
    if (!loaded) {
        return failed(
            QStringLiteral("The private key in “%1” cannot be used: it is not in PEM form, "
                           "does not belong to the certificate, or needs another password.")
                .arg(keyFile));
    }
    m_hasClientCertificate = true;
    return {};
}

} // namespace sonde::net
