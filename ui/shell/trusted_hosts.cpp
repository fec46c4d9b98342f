#include "ui/shell/trusted_hosts.h"

namespace sonde::ui
{

TrustedHosts &TrustedHosts::instance()
{
    static TrustedHosts hosts;
    return hosts;
}

} // namespace sonde::ui
