#include "cli/line_break_filter.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <thread>
#include <unistd.h>

namespace sonde::cli
{
namespace
{

bool writeAll(int descriptor, const char *octets, size_t count)
{
    while (count > 0) {
        const ssize_t written = ::write(descriptor, octets, count);
        if (written < 0 && errno != EINTR)
            return false;
        octets += std::max<ssize_t>(written, 0);
        count -= size_t(std::max<ssize_t>(written, 0));
    }
    return true;
}

void filter(int from, int to)
{
    std::array<char, 64 * 1024> octets;
    for (;;) {
        const ssize_t count = ::read(from, octets.data(), octets.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        const auto end = std::remove_if(octets.begin(), octets.begin() + count,
                                        [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
        if (!writeAll(to, octets.data(), size_t(end - octets.begin())))
            break;
    }
    ::close(from);
    ::close(to);
}

} // namespace

bool filterStandardInput()
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return false;
    const int original = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    if (original < 0 || ::dup2(ends[0], STDIN_FILENO) < 0)
        return false;
    ::close(ends[0]);
    std::thread(filter, original, ends[1]).detach();
    return true;
}

} // namespace sonde::cli
