// The byte log: what is kept, what is counted, where it stops, and readers while it grows.
#include "trace/byte_log.h"

#include <QTest>

#include <thread>

using namespace sonde::trace;

class TestByteLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOctetsInOrder();
    void leavesContentOut();
    void readsOnInSmallPieces();
    void cutsOutARange();
    void stopsWithAMark();
    void isReadWhileItGrows();
};

void TestByteLog::keepsOctetsInOrder()
{
    ByteLog log;
    log.append(Direction::Sent, {1}, "GET");
    log.append(Direction::Received, {2}, "200");
    log.append(Direction::Received, {3}, "");
    log.append(Direction::Sent, {4}, " / ");
    ByteLog::Cursor cursor;
    QCOMPARE(log.read(cursor), (std::vector<ByteLog::Piece>{
                                   {{1}, Direction::Sent, 0, "GET", 0},
                                   {{2}, Direction::Received, 0, "200", 0},
                                   {{4}, Direction::Sent, 3, " / ", 0},
                               }));
    QVERIFY(log.read(cursor).empty());
    log.append(Direction::Sent, {5}, "x");
    QCOMPARE(log.read(cursor), (std::vector<ByteLog::Piece>{{{5}, Direction::Sent, 6, "x", 0}}));
    QCOMPARE(log.octets(Direction::Sent), quint64(7));
    QCOMPARE(log.octets(Direction::Received), quint64(3));
    QVERIFY(!log.truncation());
}

void TestByteLog::leavesContentOut()
{
    ByteLog log;
    const std::vector<ByteLog::Gap> gaps{{2, 3}, {5, 1}, {8, 2}};
    log.append(Direction::Received, {1}, "ab---+cd--", gaps);
    const std::vector<ByteLog::Gap> all{{0, 4}};
    log.append(Direction::Received, {2}, "----", all);
    log.append(Direction::Received, {3}, "e");
    ByteLog::Cursor cursor;
    QCOMPARE(log.read(cursor), (std::vector<ByteLog::Piece>{
                                   {{1}, Direction::Received, 0, "ab", 3},
                                   {{1}, Direction::Received, 5, "", 1},
                                   {{1}, Direction::Received, 6, "cd", 2},
                                   {{2}, Direction::Received, 10, "", 4},
                                   {{3}, Direction::Received, 14, "e", 0},
                               }));
    QCOMPARE(log.octets(Direction::Received), quint64(15));
}

// Pages of the store are crossed, and the limit of one reading.
void TestByteLog::readsOnInSmallPieces()
{
    ByteLog log;
    QByteArray all;
    for (int i = 0; i < 300; ++i) {
        const QByteArray octets(i * 7 % 900 + 1, char(i));
        all += octets;
        log.append(Direction::Sent, {i}, octets);
    }
    ByteLog::Cursor cursor;
    QByteArray got;
    int readings = 0;
    for (;; ++readings) {
        const auto pieces = log.read(cursor, 2000);
        if (pieces.empty())
            break;
        qsizetype octets = 0;
        for (const auto &piece : pieces) {
            QCOMPARE(piece.offset, quint64(got.size()));
            got += piece.octets;
            octets += piece.octets.size();
        }
        QVERIFY(octets < 2000 + 900);
    }
    QCOMPARE(got, all);
    QVERIFY(readings > 50);
}

void TestByteLog::cutsOutARange()
{
    ByteLog log;
    const std::vector<ByteLog::Gap> gaps{{2, 3}, {7, 2}};
    log.append(Direction::Received, {1}, "ab---cd--", gaps);
    log.append(Direction::Sent, {2}, "other way");
    log.append(Direction::Received, {3}, "efgh");
    using Pieces = std::vector<ByteLog::Piece>;
    QCOMPARE(log.slice(Direction::Received, 0, 100), (Pieces{
                                                         {{1}, Direction::Received, 0, "ab", 3},
                                                         {{1}, Direction::Received, 5, "cd", 2},
                                                         {{3}, Direction::Received, 9, "efgh", 0},
                                                     }));
    QCOMPARE(log.slice(Direction::Received, 1, 4), (Pieces{{{1}, Direction::Received, 1, "b", 2}}));
    QCOMPARE(log.slice(Direction::Received, 3, 6), (Pieces{
                                                       {{1}, Direction::Received, 3, "", 2},
                                                       {{1}, Direction::Received, 5, "c", 0},
                                                   }));
    QCOMPARE(log.slice(Direction::Received, 8, 11), (Pieces{
                                                        {{1}, Direction::Received, 8, "", 1},
                                                        {{3}, Direction::Received, 9, "ef", 0},
                                                    }));
    QCOMPARE(log.slice(Direction::Sent, 6, 9), (Pieces{{{2}, Direction::Sent, 6, "way", 0}}));
    QVERIFY(log.slice(Direction::Received, 5, 5).empty());
    QVERIFY(log.slice(Direction::Received, 13, 20).empty());
}

void TestByteLog::stopsWithAMark()
{
    ByteLog log(1000);
    const std::vector<ByteLog::Gap> large{{4, 100'000}};
    log.append(Direction::Sent, {1}, QByteArray(300, 's'));
    log.append(Direction::Received, {2}, QByteArray(100'004, 'c'), large); // content costs nothing
    QVERIFY(!log.truncation());
    log.append(Direction::Received, {3}, QByteArray(700, 'r'));
    log.append(Direction::Sent, {4}, "s"); // would fit, but what it answers is missing
    QCOMPARE(log.truncation(), (ByteLog::Truncation{{3}, 300, 100'004}));
    QCOMPARE(log.octets(Direction::Received), quint64(100'704));
    QCOMPARE(log.octets(Direction::Sent), quint64(301));
    ByteLog::Cursor cursor;
    QCOMPARE(log.read(cursor).size(), size_t(2));
    // However small the pieces, the book-keeping is bounded as well.
    ByteLog many(1000);
    for (int i = 0; i < 1000; ++i)
        many.append(Direction::Sent, {i}, "x");
    cursor = {};
    QVERIFY(many.read(cursor).size() < 1000 / 24);
    QVERIFY(many.truncation());
}

void TestByteLog::isReadWhileItGrows()
{
    ByteLog log;
    std::atomic<bool> over = false;
    std::thread writer([&] {
        for (int i = 0; i < 20'000; ++i)
            log.append(Direction::Sent, {i}, QByteArray(i % 50, char(i)));
        over = true;
    });
    ByteLog::Cursor cursor;
    bool right = true;
    quint64 octets = 0;
    for (bool more = true; more;) {
        const bool last = over;
        const auto pieces = log.read(cursor);
        more = !last || !pieces.empty();
        for (const auto &piece : pieces) {
            right = right && piece.offset == octets &&
                    piece.octets == QByteArray(piece.at.ns % 50, char(piece.at.ns));
            octets += quint64(piece.octets.size());
        }
    }
    writer.join();
    QVERIFY(right);
    QCOMPARE(octets, log.octets(Direction::Sent));
}

QTEST_GUILESS_MAIN(TestByteLog)
#include "tst_byte_log.moc"
