// The program `sonde`: becomes the window when there is no verb and a display, the terminal program
// otherwise. It links nothing but the C library, because whoever opens the window should not wait
// for the terminal's libraries to be loaded first.
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace
{

bool isSet(const char *variable)
{
    const char *value = std::getenv(variable);
    return value && *value;
}

// Beside this program, wherever it was installed or built. Returns only if it cannot.
void become(const char *program, char *const arguments[])
{
    char path[PATH_MAX];
    const ssize_t length = ::readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0)
        return;
    path[length] = '\0';
    char *name = std::strrchr(path, '/') + 1;
    const size_t room = size_t(path + sizeof path - name);
    if (size_t(std::snprintf(name, room, "%s", program)) < room)
        ::execv(path, arguments);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2 && (isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM")))
        become("sonde-window", argv);
    become("sonde-terminal", argv);
    std::fputs("sonde: the program “sonde-terminal” is not beside this one; install Sonde again.\n",
               stderr);
    return 2;
}
