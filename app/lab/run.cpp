#include "lab/run.h"

#include <QFile>
#include <QSysInfo>

namespace sonde::lab
{
namespace
{

// What Linux uses for new connections; empty elsewhere.
QString congestionControl()
{
    QFile file(QStringLiteral("/proc/sys/net/ipv4/tcp_congestion_control"));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed())
                                          : QString();
}

} // namespace

Environment environmentOfThisMachine()
{
    return {{"sonde", QStringLiteral(SONDE_VERSION)},
            {"system", QSysInfo::prettyProductName()},
            {"kernel", QSysInfo::kernelVersion()},
            {"congestionControl", congestionControl()},
            {"cpu", QSysInfo::currentCpuArchitecture()}};
}

} // namespace sonde::lab
