// The values of single options: durations, addresses, proxies, certificates. Pure, any thread.
#pragma once

#include "client/options.h"
#include "interop/remark.h"

#include <expected>

namespace sonde::interop
{

// Or what is wrong with it: an error to `sonde send`, a note to a pasted command.
template <typename T>
using Read = std::expected<T, Remark>;

// Seconds with a fraction: "1.5". At most a year.
[[nodiscard]] Read<std::chrono::milliseconds> readSeconds(const QByteArray &text,
                                                          const QString &option);
[[nodiscard]] Read<qint64> readNumber(const QByteArray &text, const QString &option, qint64 least,
                                      qint64 most);
// "[+]host:port:address[,address]", addresses numeric, IPv6 with or without brackets.
[[nodiscard]] Read<net::AddressOverride> readResolve(const QByteArray &text);
// "[http://][user:password@]host[:port]"; nothing for an empty text, which means no proxy.
[[nodiscard]] Read<std::optional<net::Proxy>> readProxy(const QByteArray &text);

struct CertificateArgument {
    QString file;
    QString password;
};
// "file[:password]", a colon in the name written "\:".
[[nodiscard]] CertificateArgument readCertificate(const QByteArray &text);

// Whether a no_proxy list ("a.test,.b.test,10.0.0.1,*") names the host.
[[nodiscard]] bool isListed(QByteArrayView list, QByteArrayView host);

} // namespace sonde::interop
