// Files that are read whole take the memory of what they hold, whatever the limit.
#include "body/read_at_most.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <thread>
#include <unistd.h>

using namespace sonde;

namespace
{

constexpr qint64 generous = 1 << 30; // a limit that nothing here comes near

QByteArray pattern(qsizetype size)
{
    QByteArray octets(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < size; ++at)
        octets[at] = char('a' + at % 23);
    return octets;
}

} // namespace

class TestReadAtMost : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void file_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<qint64>("limit");
        QTest::newRow("nothing") << 0LL << generous;
        QTest::newRow("small") << 12LL << generous;
        QTest::newRow("large") << 3'000'000LL << generous;
        QTest::newRow("as large as allowed") << 1'000LL << 1'000LL;
        QTest::newRow("larger") << 200'000LL << 100'001LL;
        QTest::newRow("nothing allowed") << 5LL << 0LL;
    }

    void file()
    {
        QFETCH(const qint64, size);
        QFETCH(const qint64, limit);
        const QByteArray octets = pattern(size);
        QFile file(m_folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(octets), size);
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray read = body::readAtMost(file, limit);
        QCOMPARE(read, octets.first(std::min(size, limit)));
        QVERIFY2(read.capacity() <= read.size() + 64 * 1024, "the limit's memory was taken");
    }

    void goesOnWhereTheDeviceStands()
    {
        QFile file(m_folder.filePath(QStringLiteral("rest")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write("abcdef");
        QVERIFY(file.seek(2));
        QCOMPARE(body::readAtMost(file, generous), QByteArray("cdef"));
        QCOMPARE(body::readAtMost(file, generous), QByteArray());
    }

    // Its size is 0 until it is read.
    void fileWithoutASize()
    {
        QFile file(QStringLiteral("/proc/self/status"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.size(), 0);
        QVERIFY(body::readAtMost(file, generous).contains("VmSize"));
    }

    void pipeThatComesInPieces()
    {
        std::array<int, 2> ends = {};
        QCOMPARE(::pipe(ends.data()), 0);
        const QByteArray octets = pattern(300'000);
        std::thread writer([&] {
            for (qsizetype at = 0; at < octets.size();) {
                const auto wrote = ::write(ends[1], octets.constData() + at,
                                           size_t(std::min<qsizetype>(octets.size() - at, 7'000)));
                if (wrote <= 0)
                    break;
                at += wrote;
            }
            ::close(ends[1]);
        });
        QFile file;
        const bool open = file.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
        const QByteArray read = open ? body::readAtMost(file, generous) : QByteArray();
        writer.join();
        QVERIFY(open);
        QCOMPARE(read, octets);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestReadAtMost)
#include "tst_read_at_most.moc"
