// Measures what a person feels of a large body: it arrives over HTTP/2 and TLS into a real view, is
// searched and scrolled. Prints: first rows after the first octet, turns of the GUI loop while it
// arrives and is searched (p99.9 and longest, by the wall and by the thread's own CPU time, which
// a busy machine does not change), painting while scrolling, anonymous memory added. With
// --yardstick: what stock text widgets make of a file. Run by tests/bench/run.
#include "body/body_search.h"
#include "body/file_source.h"
#include "client/engine.h"
#include "client/watcher.h"
#include "ui/request/scintilla.h"
#include "ui/widgets/body_view/body_view.h"
#include "ui/widgets/theme.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

using namespace sonde;
using namespace std::chrono_literals;

namespace
{

constexpr int scrollSteps = 400;

double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double wallMilliseconds()
{
    return double(trace::now().ns) / 1e6;
}

double anonymousMebibytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    const qsizetype at = status.indexOf("RssAnon:");
    return status.mid(at + 8, 20).simplified().split(' ').front().toDouble() / 1024;
}

double share(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, size_t(part * double(values.size())))];
}

// How long each turn of the loop kept it from the next event.
class Turns
{
public:
    Turns()
    {
        auto *dispatcher = QAbstractEventDispatcher::instance();
        QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, [this] { begin(); });
        QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, [this] { end(); });
    }

    void forget()
    {
        m_wall.clear();
        m_cpu.clear();
        m_wallBegan = 0;
    }
    void print(const char *phase)
    {
        end();
        std::printf("  %-34s turns %6zu   p99.9 %7.2f ms, longest %7.2f ms   "
                    "CPU p99.9 %6.2f ms, longest %6.2f ms\n",
                    phase, m_wall.size(), share(m_wall, 0.999), share(m_wall, 1),
                    share(m_cpu, 0.999), share(m_cpu, 1));
        std::fflush(stdout);
        forget();
    }

private:
    void begin()
    {
        if (m_wallBegan != 0) // a turn that did not end by waiting
            end();
        m_wallBegan = wallMilliseconds();
        m_cpuBegan = threadMilliseconds();
    }
    void end()
    {
        if (m_wallBegan == 0)
            return;
        m_wall.push_back(wallMilliseconds() - m_wallBegan);
        m_cpu.push_back(threadMilliseconds() - m_cpuBegan);
        m_wallBegan = 0;
    }

    std::vector<double> m_wall;
    std::vector<double> m_cpu;
    double m_wallBegan = 0;
    double m_cpuBegan = 0;
};

template <typename Done>
bool spin(Done done, std::chrono::milliseconds most)
{
    QTimer wake; // looks at `done` now and then though nothing comes
    wake.start(20);
    QElapsedTimer clock;
    clock.start();
    while (!done()) {
        if (clock.elapsed() > most.count())
            return false;
        // Sleeps until something comes; with a time limit it would turn without end.
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
    return true;
}

// Jumps all over and paints: milliseconds of CPU a step.
void scroll(QAbstractScrollArea &area, const char *what)
{
    std::vector<double> paints;
    QScrollBar *bar = area.verticalScrollBar();
    quint32 place = 12345;
    for (int step = 0; step < scrollSteps; ++step) {
        place = place * 1664525 + 1013904223;
        const double part = double(place >> 8) / double(1 << 24);
        const double before = threadMilliseconds();
        bar->setValue(int(part * bar->maximum()));
        area.viewport()->repaint();
        paints.push_back(threadMilliseconds() - before);
    }
    std::printf("  %-34s p50 %6.2f ms, p99 %6.2f ms\n", what, share(paints, 0.5),
                share(paints, 0.99));
    std::fflush(stdout);
}

struct Search {
    double first = -1;
    double whole = -1;
    qint64 count = 0;
};

Search search(const std::shared_ptr<const body::ByteSource> &store, const body::Wanted &wanted)
{
    Search result;
    body::BodySearch search;
    const double began = wallMilliseconds();
    QObject::connect(&search, &body::BodySearch::progressed, [&] {
        if (result.first < 0 && search.count() > 0)
            result.first = wallMilliseconds() - began;
    });
    search.start(store, wanted);
    spin([&] { return search.isComplete(); }, 600s);
    result.whole = wallMilliseconds() - began;
    result.count = search.count();
    return result;
}

void printSearch(const char *what, const Search &found)
{
    std::printf("  %-34s first %8.1f ms, whole %8.1f ms, %lld found\n", what, found.first,
                found.whole, static_cast<long long>(found.count));
    std::fflush(stdout);
}

void show(ui::BodyView &view, bool hex)
{
    view.resize(1400, 900);
    view.setMode(hex ? ui::BodyView::Mode::Hex : ui::BodyView::Mode::Text);
    if (!hex)
        view.setContent(ui::Syntax::Json, "UTF-8");
    view.show();
}

int arrive(const QByteArray &url, const QString &caFile, bool hex, const QByteArray &needle)
{
    const auto target = http::Target::parse(QString::fromLocal8Bit(url));
    if (!target)
        return 2;
    ui::BodyView view;
    show(view, hex);
    spin([] { return false; }, 300ms);
    Turns turns;
    const double memory = anonymousMebibytes();

    client::Engine engine(client::Engine::Where::OwnThread);
    client::Options options;
    options.tls.caFile = caFile;
    http::Request request{.target = *target, .version = http::VersionPolicy::Http2};
    const double sent = wallMilliseconds();
    const auto call = engine.start(request, options);
    client::Watcher watcher(call);
    double firstRows = -1;
    QObject::connect(&view, &ui::BodyView::firstRowsShown, [&] { firstRows = wallMilliseconds(); });
    QObject::connect(&watcher, &client::Watcher::changed, [&] {
        const auto body = call->last().body;
        if (view.store() != body)
            view.setStore(body);
        else
            view.noteGrowth();
    });
    bool over = false;
    QObject::connect(&watcher, &client::Watcher::finished, [&] { over = true; });
    turns.forget();
    if (!spin([&] { return over; }, 600s))
        return 1;
    const double arrived = wallMilliseconds() - sent;
    const auto body = call->last().body;
    spin([&] { return hex || view.rowCount() > 0; }, 10s);
    // The index has come to the end when the count of rows stays.
    qint64 rows = -1;
    while (rows != view.rowCount()) {
        rows = view.rowCount();
        spin([] { return false; }, 300ms);
    }
    turns.print("while it arrives and is indexed");
    const auto chunks = call->last().exchange->chunks();
    const double firstOctet = chunks.empty() ? sent : double(chunks.front().at.ns) / 1e6;
    std::printf("  %-34s %8.1f ms after the first octet\n", "first rows", firstRows - firstOctet);
    std::printf("  %-34s %8.0f ms for %.2f GB, %lld rows\n", "arrived", arrived,
                double(body->size()) / 1e9, static_cast<long long>(view.rowCount()));
    printSearch("search, literal that is there", search(body, {.text = hex ? "\x7f" : "\"text\""}));
    printSearch("search, literal that is not", search(body, {.text = needle}));
    turns.print("while it is searched");
    if (!hex) {
        printSearch("search, regular expression",
                    search(body, {.text = "zeb[a-r]+a \\d+", .kind = body::Wanted::Kind::Regex}));
        turns.print("while it is searched by pattern");
    }
    scroll(view, "scrolling, CPU a jump and paint");
    std::printf("  %-34s %8.1f MiB\n", "anonymous memory added", anonymousMebibytes() - memory);
    engine.shutdown();
    return 0;
}

// Painting alone, of a file: by jumps, and row by row as the wheel goes.
int paint(const QByteArray &path, bool hex)
{
    const auto file = body::FileSource::open(QString::fromLocal8Bit(path));
    if (!file)
        return 1;
    ui::BodyView view;
    show(view, hex);
    view.setStore(*file);
    qint64 rows = -1;
    while (rows != view.rowCount()) {
        rows = view.rowCount();
        spin([] { return false; }, 300ms);
    }
    scroll(view, "scrolling, CPU a jump and paint");
    std::vector<double> paints;
    for (int step = 0; step < scrollSteps; ++step) {
        const double before = threadMilliseconds();
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() - 3);
        QCoreApplication::processEvents();
        paints.push_back(threadMilliseconds() - before);
    }
    std::printf("  %-34s p50 %6.2f ms, p99 %6.2f ms\n", "scrolling, CPU three rows and paint",
                share(paints, 0.5), share(paints, 0.99));
    return 0;
}

template <typename Widget, typename SetText>
void yardstick(const char *name, const QString &text, SetText setText)
{
    const double memory = anonymousMebibytes();
    Widget widget;
    widget.resize(1400, 900);
    widget.show();
    spin([] { return false; }, 200ms);
    const double before = threadMilliseconds();
    setText(widget, text);
    widget.viewport()->repaint();
    std::printf("  %-34s shown after %8.1f ms of CPU, %7.1f MiB\n", name,
                threadMilliseconds() - before, anonymousMebibytes() - memory);
    scroll(widget, name);
}

} // namespace

int main(int argc, char **argv)
{
    // GLib's loop tells of its turns only when what it dispatched is over.
    ::setenv("QT_NO_GLIB", "1", 1);
    QApplication application(argc, argv);
    ui::Theme::apply(
        application); // Fusion's gradients are mixed on threads, which then are waited for
    if (argc == 3 && QByteArrayView(argv[1]) == "--yardstick") {
        QFile file(QString::fromLocal8Bit(argv[2]));
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        const QString text = QString::fromUtf8(file.readAll());
        yardstick<QPlainTextEdit>("QPlainTextEdit", text, [](auto &widget, const QString &all) {
            widget.setPlainText(all);
        });
        yardstick<QsciScintilla>("QScintilla", text,
                                 [](auto &widget, const QString &all) { widget.setText(all); });
        return 0;
    }
    if (argc == 4 && QByteArrayView(argv[1]) == "--paint")
        return paint(argv[2], QByteArrayView(argv[3]) == "hex");
    if (argc != 5) {
        std::fputs("Usage: bench_body_view URL CA_FILE text|hex NEEDLE, or --yardstick FILE\n",
                   stderr);
        return 2;
    }
    return arrive(argv[1], QString::fromLocal8Bit(argv[2]), QByteArrayView(argv[3]) == "hex",
                  argv[4]);
}
