#include "net/tls_context.h"

#include "net/tls_error.h"
#include "net/tls_stream.h"
#include "net/trust_bundle.h"

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

class Cache
{
public:
    [[nodiscard]] std::shared_ptr<const TlsContext> find(const CacheKey &key)
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = std::ranges::find(m_entries, key, &CacheEntry::key);
        return found == m_entries.end() ? nullptr : found->context;
    }
    void store(CacheEntry entry)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_entries.size() == maxContexts)
            m_entries.erase(m_entries.begin());
        m_entries.push_back(std::move(entry));
    }

private:
    std::mutex m_mutex;
    std::vector<CacheEntry> m_entries;
};

Cache &contexts()
{
    static auto *cache = new Cache; // never destroyed: a worker may outlive main()
    return *cache;
}

http::Error fileError(http::Code code, const QString &sentence)
{
    return {.layer = http::Layer::File,
            .code = code,
            .phase = http::Phase::Plan,
            .sentence = sentence,
            .detail = takeOpenSslWords()};
}

bool hasHashLinks(const QString &folder)
{
    const QStringList pattern{QStringLiteral("*.0")};
    return !QDir(folder).entryList(pattern, QDir::Files).isEmpty();
}

QString setOr(const char *variable, const char *otherwise)
{
    const auto set = qgetenv(variable);
    return QFile::decodeName(set.isEmpty() ? QByteArray(otherwise) : set);
}

// The system's trust store, where OpenSSL would look, but read as needed: parsing the whole bundle
// would hold up the first connection of every terminal run.
StoreHandle systemStore()
{
    StoreHandle store(X509_STORE_new());
    const auto folder = setOr(X509_get_default_cert_dir_env(), X509_get_default_cert_dir());
    const auto file = setOr(X509_get_default_cert_file_env(), X509_get_default_cert_file());
    const bool chosen = qEnvironmentVariableIsSet(X509_get_default_cert_file_env());
    // The bundle repeats what a folder with hash links has.
    if (chosen || !hasHashLinks(folder))
        (void)addTrustBundle(store.get(), file); // a missing one is no error
    X509_STORE_load_path(store.get(), QFile::encodeName(folder).constData());
    ERR_clear_error();
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

} // namespace

bool TlsContext::isMade(const TlsPolicy &policy)
{
    return contexts().find(keyFor(policy)) != nullptr;
}

http::Result<std::shared_ptr<const TlsContext>> TlsContext::forPolicy(const TlsPolicy &policy)
{
    auto &cache = contexts();
    const auto key = keyFor(policy);
    if (const auto found = cache.find(key))
        return found;
    // Two threads may make the same one; nobody waits for another's slow disk.
    auto context = make(policy);
    if (context)
        cache.store({key, *context});
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
    const auto added = addTrustBundle(SSL_CTX_get_cert_store(m_handle.get()), policy.caFile);
    if (added)
        return {};
    return std::unexpected(fileError(http::Code::CaFileUnusable,
                                     QStringLiteral("The file of trusted certificates “%1” %2.")
                                         .arg(policy.caFile, added.error())));
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
    for (const auto &path : {policy.certificateFile, keyFile}) {
        QFile file(path);
        const auto what = path == policy.certificateFile ? QStringLiteral("client certificate")
                                                         : QStringLiteral("private key");
        if (!file.exists())
            return failed(QStringLiteral("The %1 file “%2” does not exist.").arg(what, path));
        if (!file.open(QFile::ReadOnly))
            return failed(QStringLiteral("The %1 file “%2” cannot be read: %3.")
                              .arg(what, path, file.errorString()));
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
