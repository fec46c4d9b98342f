// Measures a library as a person meets it: reading a folder for the first time and again, rows of
// the sidebar, a keystroke in its filter. Prints one line a task: CPU and wall milliseconds,
// anonymous MiB after it. Run by tests/bench/run.
#include "collection/library.h"
#include "ui/collections/collection_filter.h"
#include "ui/collections/collection_model.h"

#include <QCoreApplication>
#include <QFile>

#include <chrono>
#include <cstdio>
#include <ctime>

using namespace sonde;

namespace
{

double anonymousMebibytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    const qsizetype at = status.indexOf("RssAnon:");
    return status.mid(at + 8, 20).simplified().split(' ').front().toDouble() / 1024;
}

double cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

template <typename Task>
void measure(const char *name, Task task)
{
    const auto start = std::chrono::steady_clock::now();
    const double cpu = cpuMilliseconds();
    const qsizetype result = task();
    const double used = cpuMilliseconds() - cpu;
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
    std::printf("  %-34s %8.1f ms CPU %8.1f ms wall %7.1f MiB  %lld\n", name, used, wall.count(),
                anonymousMebibytes(), static_cast<long long>(result));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc < 2)
        return 2;
    const QString folder = QFile::decodeName(argv[1]);
    collection::ScanMemory memory;
    std::vector<collection::Entry> roots;
    const auto read = [&] {
        auto library = collection::scan(folder, {}, {}, &memory);
        if (!library)
            return qsizetype(-1);
        roots = {std::move(library->root)};
        return qsizetype(roots.front().children.size());
    };
    measure("read the folder", read);
    measure("read it again, nothing changed", read);
    ui::CollectionModel model;
    ui::CollectionFilter filter;
    filter.setSourceModel(&model);
    measure("rows of the sidebar", [&] {
        model.setRoots(roots);
        return qsizetype(filter.allRequests());
    });
    measure("the same rows again", [&] {
        model.setRoots(roots);
        return qsizetype(filter.allRequests());
    });
    QString typed;
    for (const QChar letter : QStringLiteral("order 2")) {
        typed += letter;
        const QByteArray name = "filter “" + typed.toUtf8() + "”";
        measure(name.constData(), [&] {
            filter.setText(typed);
            return qsizetype(filter.shownRequests());
        });
    }
    return 0;
}
