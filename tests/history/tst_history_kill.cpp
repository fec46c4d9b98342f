// A process that writes the history is killed in the middle, again and again, beside another one
// that writes, too: what was reported as written is there and opens, and nothing half-written
// shows.
#include "history/store.h"
#include "made_calls.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <signal.h>

using namespace sonde;
using namespace sonde::history;

namespace
{

constexpr int kills = 40;

// Writes calls until it is killed, and says which are there.
int writeOn(const QString &folder)
{
    auto store = Store::open(folder);
    if (!store)
        return 1;
    for (int i = 0;; ++i) {
        const EntryId id =
            testing::MadeCall{.body = QByteArray(1000 + (i % 7) * 30'000, 'z')}.into(**store);
        std::printf("%lld\n", static_cast<long long>(id));
        std::fflush(stdout);
        if (i % 10 == 9 && !(*store)->enforce({.octets = 4 << 20}, 0))
            return 2;
    }
}

} // namespace

class TestHistoryKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingHalfWrittenShows()
    {
        QTemporaryDir folder;
        auto reader = Store::open(folder.path());
        QVERIFY(reader);
        QProcess beside;
        beside.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("--write"), folder.path()});
        size_t reported = 0;
        EntryId last{};
        for (int round = 0; round < kills; ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationFilePath(),
                         {QStringLiteral("--write"), folder.path()});
            QVERIFY(writer.waitForReadyRead(60'000));
            QTest::qWait(QRandomGenerator::global()->bounded(30));
            ::kill(pid_t(writer.processId()), SIGKILL);
            QVERIFY(writer.waitForFinished());
            QByteArray said = writer.readAllStandardOutput();
            said.truncate(said.lastIndexOf('\n') + 1); // the last line may have been cut
            const QByteArrayList lines = said.split('\n');
            for (const QByteArray &line : lines) {
                if (!line.isEmpty()) {
                    ++reported;
                    last = EntryId(line.toLongLong());
                }
            }
            const auto there = (*reader)->entries(std::span(&last, 1));
            QVERIFY(there);
            QCOMPARE(there->size(), 1U); // the newest was not made room with
        }
        beside.kill();
        QVERIFY(beside.waitForFinished());
        QVERIFY(reported >= size_t(kills));
        const auto all = (*reader)->find({});
        QVERIFY(all && !all->empty());
        for (const Listed &one : *all) {
            const auto again = (*reader)->reopen(one.id);
            QVERIFY2(again, qPrintable(again ? QString() : again.error().sentence));
        }
        // What the killed ones left lying goes when it is old enough to be no one's.
        QVERIFY((*reader)->enforce({}, QDateTime::currentMSecsSinceEpoch() + 2 * 3600'000));
        int files = 0;
        QDirIterator items(folder.path(), {QStringLiteral("*.sonde*")}, QDir::Files,
                           QDirIterator::Subdirectories);
        for (; items.hasNext(); items.next())
            ++files;
        QCOMPARE(size_t(files), all->size());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == QLatin1String("--write"))
        return writeOn(arguments.value(2));
    TestHistoryKill test;
    return QTest::qExec(&test, arguments);
}
#include "tst_history_kill.moc"
