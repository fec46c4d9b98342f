// Measures what a body of a gigabyte costs: rows, search, JSON, JSONPath. Reads a file and prints
// one line a task: CPU and wall seconds, GB a CPU second, anonymous MiB after it, what came of it.
// Run by tests/bench/run.
#include "body/body_search.h"
#include "body/file_source.h"
#include "body/json_checker.h"
#include "body/json_children.h"
#include "body/json_formatter.h"
#include "body/json_path_run.h"
#include "body/row_index.h"

#include <QFile>

#include <chrono>
#include <cstdio>
#include <ctime>

using namespace sonde::body;

namespace
{

constexpr qint64 block = 256 << 10;

double anonymousMebibytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    const qsizetype at = status.indexOf("RssAnon:");
    return status.mid(at + 8, 20).simplified().split(' ').front().toDouble() / 1024;
}

using Source = std::shared_ptr<const ByteSource>;

template <typename Task>
void measure(const char *name, qint64 octets, Task task)
{
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t before = std::clock();
    const qint64 result = task();
    const double cpu = double(std::clock() - before) / CLOCKS_PER_SEC;
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("  %-28s %8.3f %9.3f %8.2f %8.1f   %lld\n", name, cpu, took.count(),
                double(octets) / 1e9 / std::max(cpu, 1e-4), anonymousMebibytes(),
                static_cast<long long>(result));
    std::fflush(stdout);
}

qint64 indexRows(const Source &source)
{
    RowIndex index;
    for (qint64 at = 0; at < source->size(); at = index.nextOffset()) {
        const auto octets = source->read(at, block);
        if (!octets || octets->isEmpty())
            break;
        const bool last = at + octets->size() == source->size();
        index.take(*octets, last ? Following::Nothing : Following::More);
    }
    return index.rows();
}

qint64 search(const Source &source, const Wanted &wanted, qint64 enough = -1)
{
    auto finder = Finder::make(wanted);
    if (!finder)
        return -1;
    std::vector<Hit> hits;
    qint64 count = 0;
    auto step = Finder::Step::Partial;
    while (step == Finder::Step::Partial && (enough < 0 || count < enough)) {
        hits.clear();
        step = finder->step(*source, hits);
        count += qint64(hits.size());
    }
    return count;
}

qint64 check(const Source &source)
{
    JsonChecker checker(JsonChecker::Documents::Many);
    for (qint64 at = 0; at < source->size(); at += block)
        checker.feed(*source->read(at, block));
    checker.finish();
    return checker.fault() ? checker.fault()->offset : -1;
}

qint64 layOut(const Source &source)
{
    JsonFormatter formatter;
    QByteArray text;
    qint64 written = 0;
    for (qint64 at = 0; at < source->size(); at += block) {
        text.resize(0);
        formatter.feed(*source->read(at, block), text);
        written += text.size();
    }
    return written;
}

qint64 rootChildren(const Source &source, qint64 enough)
{
    JsonInput input(source);
    JsonCursor document = JsonCursor::document();
    JsonChild root;
    if (document.next(input, root) != JsonCursor::Step::Child)
        return -1;
    JsonChildren children(root);
    while (children.count() < enough &&
           children.advance(input, block) == JsonChildren::Progress::Partial) {
    }
    return children.count();
}

qint64 query(const Source &source, const char *expression)
{
    JsonPathRun run(*JsonPath::parse(expression), source);
    JsonMatch match;
    qint64 count = 0;
    while (run.next(match) == JsonPathRun::Step::Match)
        ++count;
    return count;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("Usage: bench_body FILE\n", stderr);
        return 2;
    }
    const auto opened = FileSource::open(QFile::decodeName(argv[1]));
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().sentence));
        return 1;
    }
    std::printf("  %-28s %8s %9s %8s %8s   result\n", "", "CPU s", "wall s", "GB/s", "MiB");
    const Source source = *opened;
    const qint64 size = source->size();
    using enum Wanted::Kind;
    measure("read", size, [&] {
        qint64 octets = 0;
        while (octets < size)
            octets += source->read(octets, block)->size();
        return octets;
    });
    measure("row index", size, [&] { return indexRows(source); });
    measure("literal, first match", size, [&] { return search(source, {.text = "\"id\""}, 1); });
    measure("literal, absent", size, [&] { return search(source, {.text = "zebra crossing"}); });
    measure("literal, often", size, [&] { return search(source, {.text = "\"name\""}); });
    measure("literal, any case", size, [&] {
        return search(source, {.text = "zebra crossing", .letterCase = LetterCase::Any});
    });
    measure("regex", size,
            [&] { return search(source, {.text = "zeb[a-r]+a \\d+", .kind = Regex}); });
    measure("json check", size, [&] { return check(source); });
    measure("json laid out", size, [&] { return layOut(source); });
    measure("json root, first thousand", size, [&] { return rootChildren(source, 1000); });
    measure("json root, all children", size,
            [&] { return rootChildren(source, std::numeric_limits<qint64>::max()); });
    for (const char *expression :
         {"$[*].id", "$[?@.id == 77].name", "$[500:510]", "$[-1]", "$..zebra"})
        measure(expression, size, [&] { return query(source, expression); });
    return 0;
}
