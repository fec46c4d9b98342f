#include "net/key_log.h"

#include <QByteArray>

#include <fcntl.h>
#include <mutex>
#include <unistd.h>

namespace sonde::net
{
namespace
{

struct KeyLog {
    std::mutex mutex;
    QByteArray path;
    int descriptor = -1;
};

} // namespace

void keyLogLine(QByteArrayView line)
{
    const auto path = qgetenv("SSLKEYLOGFILE");
    if (path.isEmpty())
        return;
    static KeyLog log;
    const std::scoped_lock lock(log.mutex);
    if (path != log.path) {
        if (log.descriptor >= 0)
            ::close(log.descriptor);
        log.path = path;
        // Whoever reads these lines reads the traffic: for nobody but the user.
        log.descriptor = ::open(path.constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    }
    if (log.descriptor < 0)
        return;
    // One write, so that lines of several processes do not mix.
    QByteArray whole = line.toByteArray() + '\n';
    [[maybe_unused]] const auto written =
        ::write(log.descriptor, whole.constData(), size_t(whole.size()));
}

} // namespace sonde::net
