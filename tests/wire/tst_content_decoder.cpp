// Content codings: what the libraries make is taken off again, however it is cut; what is broken,
// cut short or a bomb is refused with a reason.
#include "wire/content_decoder.h"
#include "wire/content_encoder.h"

#include <QRandomGenerator>
#include <QTest>

#include <zlib.h>

using namespace sonde;
using namespace sonde::wire;

namespace
{

struct Outcome {
    QByteArray decoded;
    std::optional<http::Error> error;
    std::vector<trace::Finding> findings;
    qsizetype largestPiece = 0;
};

// Feeds `encoded` in pieces of `step` octets.
Outcome decode(QByteArrayView codings, const QByteArray &encoded, qsizetype step,
               quint64 bombOctets = ContentDecoder::defaultBombOctets)
{
    Outcome outcome;
    auto decoder = ContentDecoder::make(codings, bombOctets);
    if (!decoder) {
        outcome.error = decoder.error();
        return outcome;
    }
    for (qsizetype i = 0; i < encoded.size(); i += step) {
        decoder->feed(QByteArrayView(encoded).sliced(i, std::min(step, encoded.size() - i)));
        for (;;) {
            const auto piece = decoder->next();
            if (!piece) {
                outcome.error = piece.error();
                return outcome;
            }
            if (piece->isEmpty())
                break;
            outcome.largestPiece = std::max(outcome.largestPiece, piece->size());
            outcome.decoded.append(*piece);
        }
    }
    if (const auto end = decoder->finish(); !end)
        outcome.error = end.error();
    outcome.findings = decoder->takeFindings();
    return outcome;
}

QByteArray encoded(QByteArrayView codings, QByteArray octets)
{
    for (const QByteArray &coding : codings.toByteArray().split(','))
        octets = encodeContent(coding.trimmed(), octets).value();
    return octets;
}

// Text that compresses somewhat, with the same octets each time.
QByteArray sample(qsizetype octets)
{
    QByteArray text;
    QRandomGenerator random(7);
    while (text.size() < octets)
        text += "line " + QByteArray::number(random.bounded(1'000'000)) + "\n";
    text.truncate(octets);
    return text;
}

QByteArray rawDeflate(const QByteArray &octets)
{
    const QByteArray wrapped = encodeContent("deflate", octets).value();
    return wrapped.sliced(2, wrapped.size() - 6); // without RFC 1950's header and checksum
}

} // namespace

class TestContentDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCut_data()
    {
        QTest::addColumn<QByteArray>("codings");
        for (const char *codings : {"gzip", "x-gzip", "GZip", "deflate", "br", "zstd", "gzip, br",
                                    "br, zstd, gzip", "deflate,identity, gzip", "gzip, gzip, gzip"})
            QTest::newRow(codings) << QByteArray(codings);
    }
    void everyCut()
    {
        QFETCH(QByteArray, codings);
        for (const qsizetype size : {0, 1, 100, 3000, 300'000}) {
            const QByteArray plain = sample(size);
            const QByteArray coded = encoded(codings.toLower(), plain);
            for (const qsizetype step : {1, 2, 3, 7, 4096, 1'000'000}) {
                const Outcome outcome = decode(codings, coded, step);
                QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->sentence) : "");
                QCOMPARE(outcome.decoded, plain);
                QVERIFY(outcome.largestPiece <= ContentDecoder::pieceOctets);
                QVERIFY(outcome.findings.empty());
            }
        }
    }

    void cutInTwoAnywhere_data() { everyCut_data(); }
    void cutInTwoAnywhere()
    {
        QFETCH(QByteArray, codings);
        const QByteArray plain = sample(500);
        const QByteArray coded = encoded(codings.toLower(), plain);
        for (qsizetype cut = 0; cut <= coded.size(); ++cut) {
            auto decoder = ContentDecoder::make(codings).value();
            QByteArray got;
            for (const QByteArrayView part :
                 {QByteArrayView(coded).first(cut), QByteArrayView(coded).sliced(cut)}) {
                decoder.feed(part);
                for (auto piece = decoder.next(); !piece->isEmpty(); piece = decoder.next())
                    got.append(*piece);
            }
            QVERIFY(decoder.finish());
            QCOMPARE(got, plain);
            QCOMPARE(decoder.encodedOctets(), quint64(coded.size()));
            QCOMPARE(decoder.decodedOctets(), quint64(plain.size()));
        }
    }

    void cutShort_data() { everyCut_data(); }
    void cutShort()
    {
        QFETCH(QByteArray, codings);
        const QByteArray coded = encoded(codings.toLower(), sample(500));
        for (qsizetype length = 1; length < coded.size(); ++length) {
            const Outcome outcome = decode(codings, coded.first(length), 16);
            QVERIFY2(outcome.error, qPrintable(QString::number(length)));
            QCOMPARE(outcome.error->code, http::Code::ContentDecodingFailed);
            QCOMPARE(outcome.error->layer, http::Layer::Content);
        }
    }

    void noContentAtAll_data() { everyCut_data(); }
    void noContentAtAll()
    {
        // A 304 or the answer to HEAD names the coding and has nothing to decode.
        QFETCH(QByteArray, codings);
        const Outcome outcome = decode(codings, {}, 1);
        QVERIFY(!outcome.error);
        QVERIFY(outcome.decoded.isEmpty());
    }

    void identity()
    {
        const QByteArray plain = sample(200'000);
        for (const char *codings : {"", "identity", " , identity,"}) {
            QVERIFY(ContentDecoder::make(codings)->isIdentity());
            QCOMPARE(decode(codings, plain, 150'000).decoded, plain);
        }
        QVERIFY(!ContentDecoder::make("gzip")->isIdentity());
    }

    void rawDeflateIsTakenToo()
    {
        for (const qsizetype size : {0, 1, 5000}) {
            const QByteArray plain = sample(size);
            for (const qsizetype step : {1, 5, 100'000}) {
                const Outcome outcome = decode("deflate", rawDeflate(plain), step);
                QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->sentence) : "");
                QCOMPARE(outcome.decoded, plain);
                QCOMPARE(outcome.findings.size(), size_t(1));
                QCOMPARE(outcome.findings.front().rule, QByteArray("content.raw-deflate"));
            }
        }
    }

    void severalMembers_data()
    {
        QTest::addColumn<QByteArray>("coding");
        QTest::newRow("gzip") << QByteArray("gzip");
        QTest::newRow("zstd") << QByteArray("zstd");
    }
    void severalMembers()
    {
        QFETCH(QByteArray, coding);
        const QByteArray coded =
            encoded(coding, "one") + encoded(coding, "") + encoded(coding, "two");
        for (qsizetype step = 1; step <= coded.size(); ++step) {
            const Outcome outcome = decode(coding, coded, step);
            QVERIFY(!outcome.error);
            QCOMPARE(outcome.decoded, QByteArray("onetwo"));
            QVERIFY(outcome.findings.empty());
        }
    }

    void trailingGarbage_data()
    {
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<QByteArray>("garbage");
        const std::pair<const char *, QByteArray> garbage[] = {
            {"text", "garbage"},
            {"zeros", QByteArray(600, '\0')},
            {"one octet", "x"},
            {"half a gzip magic", "\x1f"},
            {"not quite gzip", "\x1fX and more of it"},
            {"half a zstd magic", "\x28\xb5"},
            {"not quite zstd", "\x28\xb5XX and more of it"}};
        for (const char *coding : {"gzip", "deflate", "br", "zstd"}) {
            for (const auto &[name, octets] : garbage)
                QTest::addRow("%s, %s", coding, name) << QByteArray(coding) << octets;
        }
    }
    void trailingGarbage()
    {
        QFETCH(QByteArray, coding);
        QFETCH(QByteArray, garbage);
        const QByteArray plain = sample(300);
        const QByteArray coded = encoded(coding, plain);
        for (const qsizetype step : {1, 3, 10'000}) {
            const Outcome outcome = decode(coding, coded + garbage, step);
            QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->sentence) : "");
            QCOMPARE(outcome.decoded, plain);
            QCOMPARE(outcome.findings.size(), size_t(1));
            QCOMPARE(outcome.findings.front().rule, QByteArray("content.trailing-garbage"));
            QCOMPARE(
                outcome.findings.front().sentence,
                QStringLiteral("%1 octets after the end of the %2 data, from octet %3 on, were "
                               "passed over.")
                    .arg(garbage.size())
                    .arg(QString::fromLatin1(coding))
                    .arg(coded.size()));
        }
    }

    void broken_data()
    {
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<QByteArray>("octets");
        QByteArray gzip = encoded("gzip", sample(5000));
        gzip[gzip.size() - 6] = char(gzip[gzip.size() - 6] ^ 1); // its CRC
        QTest::newRow("gzip, wrong checksum") << QByteArray("gzip") << gzip;
        QTest::newRow("gzip, plain text") << QByteArray("gzip") << QByteArray("<!DOCTYPE html>");
        QTest::newRow("gzip, second member broken")
            << QByteArray("gzip") << encoded("gzip", "a") + QByteArray("\x1f\x8b\x09\0\0\0", 6);
        QTest::newRow("deflate, nonsense")
            << QByteArray("deflate") << QByteArray("\xff\xff\xff\xff");
        QTest::newRow("deflate with dictionary")
            << QByteArray("deflate") << QByteArray::fromHex("78bb") + QByteArray("dict....");
        QTest::newRow("br, nonsense") << QByteArray("br") << QByteArray("\xff\xff\xff\xff\xff\xff");
        QTest::newRow("zstd, nonsense") << QByteArray("zstd") << QByteArray("nonsense!");
        // A frame header that asks for a window of 2 GiB (RFC 8878 section 3.1.1.1.2).
        QTest::newRow("zstd, huge window") << QByteArray("zstd")
                                           << QByteArray::fromHex("28b52ffd"
                                                                  "00"
                                                                  "a8"
                                                                  "010000") +
                                                  "x";
        QTest::newRow("inner coding")
            << QByteArray("br, gzip") << encoded("gzip", "\xff\xff\xff\xff");
    }
    void broken()
    {
        QFETCH(QByteArray, coding);
        QFETCH(QByteArray, octets);
        for (const qsizetype step : {1, 100'000}) {
            const Outcome outcome = decode(coding, octets, step);
            QVERIFY(outcome.error);
            QCOMPARE(outcome.error->code, http::Code::ContentDecodingFailed);
            QCOMPARE(outcome.error->blame, http::Blame::Remote);
            QVERIFY(outcome.error->sentence.contains(
                QString::fromLatin1(coding.first(coding.contains(',') ? 2 : coding.size()))));
            QVERIFY(!outcome.error->detail.isEmpty());
        }
    }

    void errorsStayAndNameTheOffset()
    {
        auto decoder = ContentDecoder::make("gzip").value();
        QByteArray coded = encoded("gzip", sample(100'000));
        coded[coded.size() - 6] = char(coded[coded.size() - 6] ^ 1);
        decoder.feed(coded);
        QByteArray got;
        std::optional<http::Error> error;
        while (!error) {
            const auto piece = decoder.next();
            if (piece)
                got.append(*piece);
            else
                error = piece.error();
        }
        // What could be decoded was handed out before.
        QVERIFY(got.size() >= ContentDecoder::pieceOctets);
        QVERIFY(error->number > coded.size() - 10 && error->number <= coded.size());
        decoder.feed("more");
        QVERIFY(!decoder.next());
        QCOMPARE(decoder.finish().error(), *error);
    }

    void unknownCodings_data()
    {
        QTest::addColumn<QByteArray>("codings");
        QTest::addColumn<int>("code");
        QTest::newRow("compress") << QByteArray("compress")
                                  << int(http::Code::UnknownContentCoding);
        QTest::newRow("none") << QByteArray("none") << int(http::Code::UnknownContentCoding);
        QTest::newRow("one of two")
            << QByteArray("gzip, x") << int(http::Code::UnknownContentCoding);
        QTest::newRow("six") << QByteArray("gzip,br,gzip,br,gzip,br")
                             << int(http::Code::LimitExceeded);
        QTest::newRow("very many")
            << QByteArray("gzip,").repeated(100'000) << int(http::Code::LimitExceeded);
    }
    void unknownCodings()
    {
        QFETCH(QByteArray, codings);
        QFETCH(int, code);
        const auto decoder = ContentDecoder::make(codings);
        QVERIFY(!decoder);
        QCOMPARE(int(decoder.error().code), code);
        QVERIFY(ContentDecoder::make("gzip,br,gzip,br,gzip"));
    }

    void bombs_data()
    {
        QTest::addColumn<QByteArray>("codings");
        QTest::addColumn<QByteArray>("octets");
        const QByteArray zeros(16 * 1024 * 1024, '\0');
        const QByteArray gzip = encoded("gzip", zeros).repeated(32); // 512 MiB in members
        QTest::newRow("gzip") << QByteArray("gzip") << gzip;
        QTest::newRow("gzip in gzip") << QByteArray("gzip, gzip") << encoded("gzip", gzip);
        QTest::newRow("zstd") << QByteArray("zstd") << encoded("zstd", zeros).repeated(32);
        QTest::newRow("gzip in br") << QByteArray("gzip, br") << encoded("br", gzip);
    }
    void bombs()
    {
        QFETCH(QByteArray, codings);
        QFETCH(QByteArray, octets);
        const Outcome outcome = decode(codings, octets, 16'384);
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->code, http::Code::DecompressionBomb);
        QVERIFY(outcome.decoded.size() >=
                qsizetype(ContentDecoder::defaultBombOctets) - ContentDecoder::pieceOctets);
        QVERIFY(outcome.decoded.size() <= qsizetype(ContentDecoder::defaultBombOctets));
    }

    void bombWithoutLimit()
    {
        const QByteArray zeros(16 * 1024 * 1024, '\0');
        const QByteArray coded = encoded("gzip", zeros).repeated(5); // 80 MiB
        QCOMPARE(decode("gzip", coded, 65'536).error->code, http::Code::DecompressionBomb);
        auto decoder = ContentDecoder::make("gzip", 0).value();
        decoder.feed(coded);
        for (auto piece = decoder.next(); piece && !piece->isEmpty();)
            piece = decoder.next();
        QVERIFY(decoder.finish());
        QCOMPARE(decoder.decodedOctets(), quint64(5 * zeros.size()));
    }

    void largeButHonestContentIsNoBomb()
    {
        const QByteArray plain = sample(2'000'000);
        const Outcome outcome = decode("zstd", encoded("zstd", plain), 65'536, 100'000);
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.decoded, plain);
    }

    // Whatever stands there, decoding ends and hands out no more than it counts.
    void mutations()
    {
        QRandomGenerator random(20'240'601);
        const QByteArray codingsToTry[] = {"gzip", "deflate", "br", "zstd", "br, gzip"};
        for (int round = 0; round < 3000; ++round) {
            const QByteArray &codings = codingsToTry[size_t(round) % std::size(codingsToTry)];
            QByteArray coded = encoded(codings, sample(random.bounded(3000)));
            for (int change = random.bounded(1, 6); change > 0 && !coded.isEmpty(); --change)
                coded[random.bounded(int(coded.size()))] = char(random.bounded(256));
            const qsizetype step = random.bounded(1, 400);
            const Outcome outcome = decode(codings, coded, step, 1'000'000);
            QVERIFY(outcome.error || outcome.largestPiece <= ContentDecoder::pieceOctets);
            QVERIFY(outcome.decoded.size() < 64 * 1024 * 1024);
        }
    }
};

QTEST_GUILESS_MAIN(TestContentDecoder)
#include "tst_content_decoder.moc"
