// Header blocks that are wrong, and the bounds of what the shadow HPACK decoder keeps of any.
#include "hpack_keeping.h"
#include "wire/hpack_huffman.h"

#include <QRandomGenerator>
#include <QTest>

#include <nghttp2/nghttp2.h>

using namespace sonde;
using namespace sonde::wire;
using testing::hex;
using Decoder = testing::KeepingHpackDecoder;

class TestHpackLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("index 0") << hex("80");
        QTest::newRow("index beyond the table") << hex("be");
        QTest::newRow("name index beyond the table") << hex("7e0161");
        QTest::newRow("literal without a name") << hex("40");
        QTest::newRow("name cut off") << hex("400a6375");
        QTest::newRow("value missing") << hex("40016b");
        QTest::newRow("value cut off") << hex("40016b0576");
        QTest::newRow("integer cut off") << hex("ff");
        QTest::newRow("integer that never ends") << hex("ff8080808080808080808001");
        QTest::newRow("integer above 32 bits") << hex("ffffffffff7f");
        QTest::newRow("length above the block") << hex("40016b7fffffffff0f");
        QTest::newRow("table size above the ceiling") << hex("3fe21f");
        QTest::newRow("table size in the middle") << hex("8220");
        QTest::newRow("EOS in a string") << hex("40016b84ffffffff");
        QTest::newRow("padding of eight ones") << hex("40016b8207ff"); // '0' is five zeros
        QTest::newRow("padding with a zero") << hex("40016b8106");
    }

    void refusesWhatIsWrong()
    {
        QFETCH(QByteArray, wire);
        Decoder decoder;
        const auto block = decoder.decode(wire, 0);
        QCOMPARE(block.verdict.kind, trace::Verdict::Kind::Violation);
        QCOMPARE(block.verdict.code, quint32(NGHTTP2_COMPRESSION_ERROR));
        QVERIFY(!block.verdict.sentence.isEmpty());
        QVERIFY(!block.verdict.section.isEmpty());
        // The library is of the same mind.
        nghttp2_hd_inflater *inflater = nullptr;
        nghttp2_hd_inflate_new(&inflater);
        auto rest = wire;
        ssize_t taken = 0;
        int flags = 0;
        while (taken >= 0 && (flags & NGHTTP2_HD_INFLATE_FINAL) == 0) {
            nghttp2_nv pair;
            flags = 0;
            taken = nghttp2_hd_inflate_hd2(inflater, &pair, &flags,
                                           reinterpret_cast<const uint8_t *>(rest.constData()),
                                           size_t(rest.size()), 1);
            rest = rest.sliced(std::max<ssize_t>(0, taken));
        }
        nghttp2_hd_inflate_del(inflater);
        QVERIFY(taken < 0);
    }

    void nothingAfterAFailureIsDecoded()
    {
        Decoder decoder;
        QVERIFY(decoder.decode(hex("8280"), 0).verdict.isViolation());
        const auto block = decoder.decode(hex("82"), 1);
        QVERIFY(block.verdict.isViolation());
        QVERIFY(block.fields.empty());
    }

    void anyOctetsEndWell()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray octets;
            for (int i = random.bounded(40); i > 0; --i)
                octets += char(random.bounded(256));
            Decoder decoder;
            const auto block = decoder.decode(octets, 0);
            QVERIFY(block.after.size <= 4096);
            QVERIFY(block.fields.size() <= size_t(octets.size()));
            (void)decodeHuffman(octets);
        }
    }

    void limitsMustBeAnnounced()
    {
        Decoder decoder;
        (void)decoder.decode(hex("400a637573746f6d2d6b65790d637573746f6d2d686561646572"), 0);
        decoder.setCeiling(0);
        decoder.setCeiling(100);
        // RFC 7541 section 4.2: the smallest, then the last.
        auto block = decoder.decode(hex("203f4582"), 1);
        QCOMPARE(block.verdict, trace::Verdict{});
        QCOMPARE(block.limitUpdates, (std::vector<quint64>{0, 100}));
        QCOMPARE(block.before.size, quint64(55));
        QCOMPARE(block.after.size, quint64(0));
        QCOMPARE(block.after.evicted, quint64(1));
        QCOMPARE(block.after.limit, quint64(100));
        decoder.setCeiling(50);
        block = decoder.decode(hex("82"), 2);
        QVERIFY(block.verdict.isViolation());
    }

    // RFC 7541 section 4.4.
    void largeEntryEmptiesTheTable()
    {
        Decoder decoder;
        (void)decoder.decode(hex("400a637573746f6d2d6b65790d637573746f6d2d686561646572"), 0);
        const auto large =
            decoder.decode(hex("4001617f811f") + QByteArray(4096, 'v') + hex("82"), 1);
        QCOMPARE(large.verdict, trace::Verdict{});
        QCOMPARE(large.fields.size(), size_t(2));
        QVERIFY(!large.fields[0].became);
        QCOMPARE(large.after.size, quint64(0));
        QCOMPARE(large.after.inserted, quint64(1));
        QCOMPARE(large.after.evicted, quint64(1));
    }

    void boundsWhatItKeeps()
    {
        Decoder decoder;
        const auto many = decoder.decode(QByteArray(100'000, char(0x82)), 0);
        QCOMPARE(many.fields.size(), HpackDecoder::maxFields);
        QCOMPARE(many.fieldsLeftOut, quint64(100'000 - HpackDecoder::maxFields));
        QCOMPARE(many.verdict, trace::Verdict{});
        // One octet for four thousand: a bomb, were it kept.
        (void)decoder.decode(hex("4001617fa11e") + QByteArray(4000, 'v'), 1);
        const auto bomb = decoder.decode(QByteArray(4000, char(0xbe)), 2);
        QVERIFY(bomb.fields.size() < 1100);
        QCOMPARE(bomb.fields.size() + bomb.fieldsLeftOut, size_t(4000));
    }
};

QTEST_GUILESS_MAIN(TestHpackLimits)
#include "tst_hpack_limits.moc"
