#include "trace/certificate_status.h"

namespace sonde::trace
{

QByteArrayView name(OcspStaple::Status status)
{
    switch (status) {
    case OcspStaple::Status::Good:
        return "good";
    case OcspStaple::Status::Revoked:
        return "revoked";
    case OcspStaple::Status::Unknown:
        return "unknown";
    case OcspStaple::Status::Unreadable:
        return "unreadable";
    }
    Q_UNREACHABLE();
}

QByteArrayView name(SignedTimestamp::Source source)
{
    switch (source) {
    case SignedTimestamp::Source::Certificate:
        return "certificate";
    case SignedTimestamp::Source::TlsExtension:
        return "tls-extension";
    case SignedTimestamp::Source::OcspStaple:
        return "ocsp-staple";
    }
    Q_UNREACHABLE();
}

} // namespace sonde::trace
