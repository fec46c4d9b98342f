// OpenSSL's reference-counted things as owners that let go by themselves.
#pragma once

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <memory>

namespace sonde::net
{

template <auto release>
struct Release {
    template <typename T>
    void operator()(T *thing) const
    {
        release(thing);
    }
};

using SslContextHandle = std::unique_ptr<SSL_CTX, Release<SSL_CTX_free>>;
using SslHandle = std::unique_ptr<SSL, Release<SSL_free>>;
using SslSessionHandle = std::unique_ptr<SSL_SESSION, Release<SSL_SESSION_free>>;
using X509Handle = std::unique_ptr<X509, Release<X509_free>>;
using BioHandle = std::unique_ptr<BIO, Release<BIO_free_all>>;
using KeyHandle = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using StoreHandle = std::unique_ptr<X509_STORE, Release<X509_STORE_free>>;

} // namespace sonde::net
