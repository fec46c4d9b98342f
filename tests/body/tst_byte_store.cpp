// The byte store: any cutting stores the same octets, readers on other threads see a growing
// prefix, and a disk that fails costs the failing append and nothing else.
#include "body/byte_store.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace sonde;
using body::ByteStore;

namespace
{

// Octets whose value tells their offset, so that a block read from the wrong place is seen.
QByteArray pattern(qint64 offset, qint64 length)
{
    QByteArray octets(length, Qt::Uninitialized);
    for (qint64 i = 0; i < length; ++i) {
        const quint64 at = quint64(offset + i);
        octets[i] = char((at * 0x9E3779B97F4A7C15ULL) >> 56);
    }
    return octets;
}

// Fails writes past `octets` of any file with EFBIG, for as long as it lives.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t octets)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{.rlim_cur = octets, .rlim_max = m_before.rlim_max};
        m_set = ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    bool isSet() const { return m_set; }

private:
    rlimit m_before{};
    bool m_set = false;
};

} // namespace

class TestByteStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void emptyStore()
    {
        ByteStore store(m_folder.path());
        QCOMPARE(store.size(), 0);
        QVERIFY(!store.isFinished());
        QVERIFY(!store.isSpooled());
        QCOMPARE(store.read(0, 10).value(), QByteArray());
        QVERIFY(store.append(QByteArrayView()).has_value());
        QCOMPARE(store.size(), 0);
        store.finish();
        QVERIFY(store.isFinished());
    }

    void anyCuttingIsTheWhole_data()
    {
        QTest::addColumn<qint64>("total");
        QTest::addColumn<qint64>("largest");
        QTest::newRow("small, octet by octet") << qint64(5'000) << qint64(1);
        QTest::newRow("small, whole") << qint64(5'000) << qint64(5'000);
        QTest::newRow("memory, odd cuts") << qint64(1'000'000) << qint64(1'500);
        QTest::newRow("exactly the limit") << ByteStore::memoryLimit << qint64(70'000);
        QTest::newRow("one past the limit") << ByteStore::memoryLimit + 1 << qint64(65'537);
        QTest::newRow("spooled, small cuts") << qint64(1'300'000) << qint64(999);
        QTest::newRow("spooled, large cuts") << qint64(9'000'000) << qint64(300'000);
        QTest::newRow("spooled, whole") << qint64(9'000'000) << qint64(9'000'000);
    }
    void anyCuttingIsTheWhole()
    {
        QFETCH(qint64, total);
        QFETCH(qint64, largest);
        const QByteArray whole = pattern(0, total);
        ByteStore store(m_folder.path());
        QRandomGenerator random(7);
        for (qint64 at = 0; at < total;) {
            const qint64 count = std::min<qint64>(
                total - at, largest == total ? total : random.bounded(1, int(largest) + 1));
            QVERIFY(store.append(QByteArrayView(whole).sliced(at, count)).has_value());
            at += count;
            QCOMPARE(store.size(), at);
        }
        QCOMPARE(store.isSpooled(), total > ByteStore::memoryLimit);
        QCOMPARE(store.read(0, total).value(), whole);
        for (int i = 0; i < 200; ++i) {
            const qint64 from = random.bounded(int(total));
            const qint64 length = random.bounded(1, 100'000);
            QCOMPARE(store.read(from, length).value(),
                     whole.sliced(from).first(std::min(length, total - from)));
        }
    }

    void rangesPastTheEnd()
    {
        for (const qint64 total : {qint64(10), ByteStore::memoryLimit + 10}) {
            ByteStore store(m_folder.path());
            QVERIFY(store.append(pattern(0, total)).has_value());
            QCOMPARE(store.read(total, 5).value(), QByteArray());
            QCOMPARE(store.read(total + 1, 5).value(), QByteArray());
            QCOMPARE(store.read(total - 3, 5).value(), pattern(total - 3, 3));
            QCOMPARE(store.read(-1, 5).value(), QByteArray());
            QCOMPARE(store.read(0, -5).value(), QByteArray());
            QCOMPARE(store.read(std::numeric_limits<qint64>::max(), 5).value(), QByteArray());
            QCOMPARE(store.read(total - 1, std::numeric_limits<qint64>::max()).value(),
                     pattern(total - 1, 1));
            char buffer[8];
            QCOMPARE(store.read(total - 2, std::span(buffer)).value(), 2);
            QCOMPARE(store.read(total, std::span(buffer)).value(), 0);
        }
    }

    void readersWhileItGrows()
    {
        constexpr qint64 total = 6 << 20;
        ByteStore store(m_folder.path());
        std::atomic<int> mistakes = 0;
        std::atomic<qint64> octetsRead = 0;
        const auto reader = [&](quint32 seed) {
            QRandomGenerator random(seed);
            qint64 seen = 0;
            while (!store.isFinished() || seen < total) {
                const qint64 size = store.size();
                if (size < seen)
                    ++mistakes;
                seen = size;
                if (size == 0)
                    continue;
                const qint64 from = random.bounded(int(size));
                const auto octets = store.read(from, 10'000);
                const qint64 least = std::min<qint64>(size - from, 10'000);
                if (!octets || octets->size() < least || *octets != pattern(from, octets->size()))
                    ++mistakes;
                octetsRead += least;
            }
        };
        std::vector<std::thread> readers;
        for (quint32 seed = 1; seed <= 3; ++seed)
            readers.emplace_back(reader, seed);
        for (qint64 at = 0; at < total;) {
            const qint64 count = std::min<qint64>(total - at, 7'777);
            if (!store.append(pattern(at, count)))
                ++mistakes;
            at += count;
        }
        store.finish();
        for (std::thread &thread : readers)
            thread.join();
        QCOMPARE(mistakes.load(), 0);
        QVERIFY(octetsRead.load() > 0);
    }

    void fullDiskCostsTheFailingAppendOnly()
    {
        ByteStore store(m_folder.path());
        const qint64 inFile = 100'000;
        const qint64 kept = ByteStore::memoryLimit + inFile;
        QVERIFY(store.append(pattern(0, kept)).has_value());
        {
            const FileSizeLimit limit(inFile + 4'096);
            QVERIFY(limit.isSet());
            const auto refused = store.append(pattern(kept, 50'000));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, http::Code::DiskFull);
            QCOMPARE(refused.error().layer, http::Layer::File);
            QVERIFY(refused.error().sentence.contains(m_folder.path()));
        }
        QCOMPARE(store.size(), kept);
        QCOMPARE(store.read(0, kept + 50'000).value(), pattern(0, kept));
        // Room again: it goes on where it was.
        QVERIFY(store.append(pattern(kept, 50'000)).has_value());
        QCOMPARE(store.read(0, kept + 50'000).value(), pattern(0, kept + 50'000));
    }

    void fullDiskAtTheBoundary()
    {
        ByteStore store(m_folder.path());
        const qint64 before = ByteStore::memoryLimit - 10;
        QVERIFY(store.append(pattern(0, before)).has_value());
        const FileSizeLimit limit(0);
        QVERIFY(limit.isSet());
        // Ten of these octets would have fitted into memory: an append counts whole or not at all.
        QCOMPARE(store.append(pattern(before, 20)).error().code, http::Code::DiskFull);
        QCOMPARE(store.size(), before);
        QVERIFY(!store.isSpooled());
        QVERIFY(store.append(pattern(before, 10)).has_value());
        QCOMPARE(store.read(0, ByteStore::memoryLimit).value(), pattern(0, ByteStore::memoryLimit));
    }

    void unwritableFolder()
    {
        QFile blocker(m_folder.filePath(QStringLiteral("blocker")));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        // A folder below a file cannot be made, not even by root.
        const QString folder = blocker.fileName() + QStringLiteral("/spool");
        ByteStore store(folder);
        QVERIFY(store.append(pattern(0, ByteStore::memoryLimit)).has_value());
        const auto refused = store.append("x");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, http::Code::FileUnwritable);
        QVERIFY(refused.error().sentence.contains(folder));
        QCOMPARE(store.size(), ByteStore::memoryLimit);
    }

    void defaultFolderAndPrivacy()
    {
        QTemporaryDir cache;
        const QByteArray before = qgetenv("XDG_CACHE_HOME");
        qputenv("XDG_CACHE_HOME", cache.path().toUtf8());
        {
            ByteStore store;
            QVERIFY(store.append(pattern(0, ByteStore::memoryLimit)).has_value());
            const QString folder = cache.filePath(QStringLiteral("sonde/spool"));
            QVERIFY2(!QFileInfo::exists(folder), "the folder is made when it is first needed");
            QVERIFY(store.append("x").has_value());
            QVERIFY(QFileInfo(folder).isDir());
            QCOMPARE(QFileInfo(folder).permissions() & (QFile::ReadOther | QFile::ReadGroup),
                     QFile::Permissions());
            QVERIFY2(QDir(folder).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
                     "the spool file has no name");
        }
        if (before.isNull())
            qunsetenv("XDG_CACHE_HOME");
        else
            qputenv("XDG_CACHE_HOME", before);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestByteStore)
#include "tst_byte_store.moc"
