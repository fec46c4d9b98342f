// CPU time of a filter over a history of 100,000 calls, as it is asked with every letter that is
// typed: the list, and the first page of entries. Prints one line a filter.
#include "history/database.h"
#include "history/store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace sonde::history;

namespace
{

constexpr int calls = 100'000;
constexpr int rounds = 9;

double cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

[[noreturn]] void fail(const sonde::http::Error &error)
{
    std::fprintf(stderr, "%s %s\n", qPrintable(error.sentence), qPrintable(error.detail));
    std::exit(1);
}

// Straight into the index: a hundred thousand files say nothing about filters.
void fill(const QString &folder)
{
    auto opened = Database::open(folder + QStringLiteral("/index.db"));
    if (!opened)
        fail(opened.error());
    Database &database = **opened;
    auto transaction = Transaction::begin(database);
    auto row = database.prepare(
        "INSERT INTO entry(at, status, version, duration, octets, hops, cut, pinned, weight, "
        "method, host, url, error, title, file, identity, item) "
        "VALUES(?,?,1,?,?,1,0,0,1000,?,?,?,'','Request','','x',?)");
    auto more = database.prepare("INSERT INTO more(id, url, document) VALUES(?,?,'{}')");
    auto text = database.prepare("INSERT INTO text(rowid, head, body) VALUES(?,?,?)");
    if (!transaction || !row || !more || !text)
        std::exit(1);
    const int statuses[] = {200, 200, 200, 201, 204, 301, 404, 500};
    const char *words[] = {"order",  "customer", "invoice", "parcel", "address", "payment",
                           "market", "sample",   "weather", "garden", "letter",  "number"};
    quint32 random = 1;
    const auto next = [&random](quint32 below) {
        random = random * 1664525U + 1013904223U;
        return (random >> 8) % below;
    };
    for (int i = 0; i < calls; ++i) {
        const QString host = QStringLiteral("api%1.example").arg(next(40));
        const QString url = QStringLiteral("https://%1/v1/%2s/%3?page=%4")
                                .arg(host, QLatin1String(words[next(12)]))
                                .arg(next(100'000))
                                .arg(next(50));
        QByteArray body = "{";
        for (int word = 0; word < 60; ++word)
            body += QByteArray("\"") + words[next(12)] + QByteArray::number(next(5000)) + "\":\"" +
                    words[next(12)] + "\",";
        row->reset();
        *row << 1'700'000'000'000 + qint64(i) * 60'000 << qint64(statuses[next(8)])
             << qint64(next(2'000'000)) << qint64(next(200'000))
             << QString::fromLatin1(next(4) == 0 ? "POST" : "GET") << host << url
             << QStringLiteral("2026-01/%1.sonde").arg(i);
        if (const auto run = row->run(); !run)
            fail(run.error());
        const qint64 id = database.lastRow();
        more->reset();
        *more << id << url;
        text->reset();
        *text << id
              << QByteArray("content-type: application/json\ncache-control: no-store\nserver: "
                            "nginx\ndate: today\n")
              << body;
        if (!more->run() || !text->run())
            std::exit(1);
    }
    if (const auto committed = transaction->commit(); !committed)
        fail(committed.error());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTemporaryDir folder;
    auto opened = Store::open(folder.path());
    if (!opened)
        fail(opened.error());
    fill(folder.path());
    Store &store = **opened;
    std::printf("%-34s %9s %9s %9s\n", "filter over 100,000 calls", "rows", "ms p50", "ms max");
    for (const char *words :
         {"", "o", "ord", "orders", "orders/4711", "status:5xx", "status:5xx method:POST",
          "host:api7", "time>500ms size>10kb", "parcel42", "customer", "\"order garden\"", "nginx",
          "header:nginx", "body:weather4999 status:404", "-orders", "nowhere"}) {
        const auto filter =
            Filter::parse(QString::fromUtf8(words), QDateTime::currentMSecsSinceEpoch());
        std::vector<double> times;
        size_t rows = 0;
        for (int round = 0; round < rounds; ++round) {
            const double before = cpuMilliseconds();
            const auto found = store.find(*filter);
            if (!found)
                fail(found.error());
            rows = found->size();
            std::vector<EntryId> page;
            for (size_t at = 0; at < std::min<size_t>(rows, 100); ++at)
                page.push_back((*found)[at].id);
            if (const auto entries = store.entries(page); !entries)
                fail(entries.error());
            times.push_back(cpuMilliseconds() - before);
        }
        std::ranges::sort(times);
        std::printf("%-34s %9zu %9.1f %9.1f\n", words, rows, times[rounds / 2], times.back());
    }
    return 0;
}
