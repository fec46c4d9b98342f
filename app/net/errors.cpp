#include "net/errors.h"

#include <cstring>
#include <netdb.h>

namespace sonde::net
{
namespace
{

QString resolveSentence(const QString &host, int code)
{
    switch (code) {
    case EAI_NONAME:
        return QStringLiteral("No host is called %1: check the spelling of the name.").arg(host);
#ifdef EAI_NODATA
    case EAI_NODATA:
#endif
#ifdef EAI_ADDRFAMILY
    case EAI_ADDRFAMILY:
#endif
        return QStringLiteral("The name %1 exists but has no address of the kind asked for.")
            .arg(host);
    case EAI_AGAIN:
        return QStringLiteral(
                   "No name server answered when asked for %1: check the network and try "
                   "again.")
            .arg(host);
    default:
        return QStringLiteral("Looking up %1 failed: check the system's name service.").arg(host);
    }
}

bool meansNotFound(int code)
{
#ifdef EAI_NODATA
    if (code == EAI_NODATA)
        return true;
#endif
#ifdef EAI_ADDRFAMILY
    if (code == EAI_ADDRFAMILY)
        return true;
#endif
    return code == EAI_NONAME;
}

} // namespace

QString errnoText(int number)
{
    char buffer[128] = {};
    return QString::fromLocal8Bit(strerror_r(number, buffer, sizeof buffer));
}

QString shown(QByteArrayView octets)
{
    return QString::fromUtf8(octets);
}

QString quoted(QByteArrayView octets)
{
    return QStringLiteral("“%1”").arg(shown(octets));
}

http::Error cancelledError(http::Phase phase)
{
    return {.layer = http::Layer::Client,
            .code = http::Code::Cancelled,
            .phase = phase,
            .sentence = QStringLiteral("The request was cancelled.")};
}

http::Error resolveError(QByteArrayView host, int code, int number)
{
    return {.layer = http::Layer::Dns,
            .code = meansNotFound(code) ? http::Code::HostNotFound : http::Code::ResolverFailed,
            .blame = meansNotFound(code) ? http::Blame::Local : http::Blame::Remote,
            .phase = http::Phase::Resolve,
            .retrySafe = true,
            .sentence = resolveSentence(quoted(host), code),
            .detail =
                code == EAI_SYSTEM ? errnoText(number) : QString::fromLocal8Bit(gai_strerror(code)),
            .number = code};
}

} // namespace sonde::net
