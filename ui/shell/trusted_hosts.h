// Certificates that a person chose to trust, each for its own origin and until the program ends.
// GUI thread.
#pragma once

#include "http/target.h"

#include <QHash>

namespace sonde::ui
{

class TrustedHosts
{
public:
    [[nodiscard]] static TrustedHosts &instance();
    // DER; empty if there is none.
    [[nodiscard]] QByteArray certificate(const http::Origin &origin) const
    {
        return m_certificates.value(origin);
    }
    void trust(const http::Origin &origin, const QByteArray &der)
    {
        m_certificates.insert(origin, der);
    }

private:
    QHash<http::Origin, QByteArray> m_certificates;
};

} // namespace sonde::ui
