// Character sets: which one it is, every octet of every text in its place, rows of wide units.
#include "body/byte_store.h"
#include "body/charset.h"
#include "body/recoding.h"
#include "body/row_reader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sonde::body;

namespace
{

QByteArray encoded(const char *charset, const QString &text)
{
    return CharsetDecoder(charset).encode(text).value_or(QByteArray("?"));
}

bool isWide(QByteArrayView charset)
{
    return charset.startsWith("UTF-16") || charset.startsWith("UTF-32");
}

} // namespace

class TestCharset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choice_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QByteArray>("parameter");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("mark");
        const QString russian =
            QStringLiteral("Широкая электрификация южных губерний даст мощный толчок подъёму "
                           "сельского хозяйства. Съешь же ещё этих мягких французских булок.");
        const QString japanese =
            QStringLiteral("いろはにほへと ちりぬるを わかよたれそ つねならむ。日本語の文章です。");
        const auto row = [](const char *label, const QByteArray &octets, const char *parameter,
                            const char *name, int mark = 0) {
            QTest::newRow(label) << octets << QByteArray(parameter) << QByteArray(name) << mark;
        };
        row("nothing", "", "", "UTF-8");
        row("ascii", "plain", "", "UTF-8");
        row("utf-8 mark",
            "\xEF\xBB\xBF"
            "a",
            "iso-8859-2", "UTF-8", 3);
        row("utf-16 mark",
            QByteArray("\xFF\xFE"
                       "a\0",
                       4),
            "utf-8", "UTF-16LE", 2);
        row("utf-16be mark", QByteArray("\xFE\xFF\0a", 4), "", "UTF-16BE", 2);
        row("utf-32 mark", QByteArray("\xFF\xFE\0\0a\0\0\0", 8), "", "UTF-32LE", 4);
        row("parameter", "a", "\"x\"", "UTF-8");
        row("latin1 is windows", "\xE9", "ISO-8859-1", "windows-1252");
        row("shift_jis", "\x82\xA0", "x-sjis", "Shift_JIS");
        row("gbk", "a", "GBK", "GB18030");
        row("utf-16 without a mark", encoded("UTF-16LE", QStringLiteral("some plain text")), "",
            "UTF-16LE");
        row("utf-16be without a mark", encoded("UTF-16BE", QStringLiteral("some plain text")), "",
            "UTF-16BE");
        row("guessed russian", encoded("windows-1251", russian), "", "windows-1251");
        row("guessed koi8", encoded("KOI8-R", russian), "", "KOI8-R");
        row("guessed japanese", encoded("Shift_JIS", japanese.repeated(3)), "", "Shift_JIS");
        row("guessed euc", encoded("EUC-JP", japanese.repeated(3)), "", "EUC-JP");
        const QString korean =
            QStringLiteral("이것은 문자 집합을 추측하기 위한 한국어 글입니다.\n");
        row("guessed korean", encoded("EUC-KR", korean.repeated(20)), "", "EUC-KR");
        row("utf-8 cut inside a character", QByteArray("abc\xE2\x82"), "", "UTF-8");
    }

    void choice()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const QByteArray, parameter);
        const CharsetChoice chosen = chooseCharset(octets, parameter);
        QTEST(chosen.name, "name");
        QTEST(int(chosen.mark), "mark");
    }

    void everyChoiceIsKnownAndReads_data()
    {
        QTest::addColumn<QByteArray>("charset");
        for (const QByteArrayView name : charsetChoices())
            QTest::newRow(name.toByteArray().constData()) << name.toByteArray();
    }

    void everyChoiceIsKnownAndReads()
    {
        QFETCH(const QByteArray, charset);
        QCOMPARE(charsetNamed(charset), std::optional(charset));
        QCOMPARE(charsetNamed(charset.toLower()), std::optional(charset));
        CharsetDecoder decoder(charset);
        const auto octets = decoder.encode(u"Plain 123 <>");
        QVERIFY(octets);
        QCOMPARE(decoder.decode(*octets).text, QStringLiteral("Plain 123 <>"));
        QCOMPARE(octets->size() > 12, isWide(charset));
        // Random octets: none is lost, none counted twice, long rows included.
        QRandomGenerator random(3);
        for (int round = 0; round < 60; ++round) {
            QByteArray noise;
            for (int i = random.bounded(round % 10 == 0 ? 5000 : 60); i > 0; --i)
                noise += char(random.bounded(256));
            const DecodedOctets decoded = decoder.decode(noise);
            QCOMPARE(decoded.octetAt.size(), size_t(decoded.text.size()) + 1);
            QCOMPARE(decoded.octetAt.back(), qint32(noise.size()));
            QVERIFY(std::ranges::is_sorted(decoded.octetAt));
            QVERIFY(std::ranges::is_sorted(decoded.broken));
            if (!noise.isEmpty() && charset != "ISO-2022-JP" && !decoded.text.isEmpty())
                QCOMPARE(decoded.octetAt.front(), 0);
            for (const qint32 unit : decoded.broken) {
                QCOMPARE(decoded.text[unit], QChar(QChar::ReplacementCharacter));
                QVERIFY(decoded.octetAt[size_t(unit)] < decoded.octetAt[size_t(unit) + 1]);
            }
        }
    }

    // Sound UTF-8 is read in another way than what has a fault somewhere.
    void soundTextIsReadAsWhatIsBroken()
    {
        CharsetDecoder utf8("UTF-8");
        const QByteArray text = QStringLiteral("a\té€😀\uFEFF\u202Ez").toUtf8();
        const DecodedOctets sound = utf8.decode(text);
        QCOMPARE(sound.octetAt, (std::vector<qint32>{0, 1, 2, 4, 7, 7, 11, 14, 17, 18}));
        DecodedOctets broken = utf8.decode(text + '\xFF');
        QCOMPARE(broken.broken, std::vector<qint32>{9});
        broken.octetAt.pop_back();
        QCOMPARE(sound.octetAt, broken.octetAt);
        QCOMPARE(sound.text, broken.text.chopped(1));
        const DecodedOctets marked = utf8.decode("\xEF\xBB\xBF"
                                                 "a");
        QCOMPARE(marked.text, QStringLiteral("\uFEFFa"));
        QCOMPARE(marked.octetAt, (std::vector<qint32>{0, 3, 4}));
    }

    void brokenOctetsStandWhereTheyAre()
    {
        CharsetDecoder utf8("utf-8");
        const DecodedOctets decoded = utf8.decode("a\xFF\xE2\x82z\xF0\x9F\x98\x80");
        QCOMPARE(decoded.text, QStringLiteral("a\uFFFD\uFFFD\uFFFDz😀"));
        QCOMPARE(decoded.octetAt, (std::vector<qint32>{0, 1, 2, 3, 4, 5, 5, 9}));
        QCOMPARE(decoded.broken, (std::vector<qint32>{1, 2, 3}));
        CharsetDecoder wide("UTF-16BE");
        const DecodedOctets lone = wide.decode(QByteArrayView("\0a\xD8\0\0b\0", 7));
        QCOMPARE(lone.text.front(), QChar(u'a'));
        QCOMPARE(lone.octetAt.back(), 7);
        QVERIFY(!lone.broken.empty());
    }

    void textsRoundTrip_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("UTF-8") << QStringLiteral("é€😀");
        QTest::newRow("UTF-16LE") << QStringLiteral("é€😀");
        QTest::newRow("UTF-32BE") << QStringLiteral("é€😀");
        QTest::newRow("windows-1252") << QStringLiteral("é€“");
        QTest::newRow("ISO-8859-15") << QStringLiteral("é€");
        QTest::newRow("GB18030") << QStringLiteral("汉字€😀");
        QTest::newRow("Big5") << QStringLiteral("漢字");
        QTest::newRow("Shift_JIS") << QStringLiteral("日本ｱ①");
        QTest::newRow("EUC-JP") << QStringLiteral("日本");
        QTest::newRow("EUC-KR") << QStringLiteral("한국");
        QTest::newRow("ISO-2022-JP") << QStringLiteral("日本 a");
    }

    void textsRoundTrip()
    {
        QFETCH(const QString, text);
        CharsetDecoder decoder(QTest::currentDataTag());
        const auto octets = decoder.encode(text);
        QVERIFY(octets);
        const DecodedOctets decoded = decoder.decode(*octets);
        QCOMPARE(decoded.text, text);
        QVERIFY(decoded.broken.empty());
    }

    // However it is cut, and without a byte order mark.
    void bodiesBecomeUtf8_data() { textsRoundTrip_data(); }
    void bodiesBecomeUtf8()
    {
        QFETCH(const QString, text);
        const QByteArray charset(QTest::currentDataTag());
        CharsetDecoder decoder(charset);
        const QString lines = (text + u'\n').repeated(40) + text;
        const bool marked = isWide(charset) || charset == "UTF-8";
        const QByteArray octets =
            decoder.encode(marked ? u'\uFEFF' + lines : lines).value_or(QByteArray());
        for (const qsizetype piece : {1, 3, 64, 10'000}) {
            QByteArray result;
            const auto sink = [&](QByteArrayView some) -> sonde::http::Result<void> {
                result += some;
                return {};
            };
            const auto recoding = toUtf8(charset);
            for (qsizetype at = 0; at < octets.size(); at += piece)
                QVERIFY(recoding->feed(octets.sliced(at).left(piece), sink));
            QVERIFY(recoding->finish(sink));
            QCOMPARE(QString::fromUtf8(result), lines);
        }
    }

    void notEveryCharsetHasEveryCharacter()
    {
        QVERIFY(!CharsetDecoder("windows-1252").encode(u"漢"));
        QVERIFY(!charsetNamed("no-such-thing"));
        QVERIFY(!charsetNamed(QByteArray(1000, 'x')));
        QCOMPARE(CharsetDecoder("no-such-thing").decode("é").text, QStringLiteral("é"));
    }

    // Rows of wide units are those of the same text in UTF-8, as long as no line is cut.
    void wideRows_data()
    {
        QTest::addColumn<QByteArray>("charset");
        for (const char *name : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
            QTest::newRow(name) << QByteArray(name);
    }

    // A line longer than the cap is cut, but never inside a character.
    void longLinesOfTrailOctets_data()
    {
        QTest::addColumn<QString>("characters");
        QTest::newRow("Shift_JIS") << QStringLiteral("日本ｱ表x");
        QTest::newRow("EUC-JP") << QStringLiteral("日本ｱ表x");
        QTest::newRow("Big5") << QStringLiteral("漢字功x");
        QTest::newRow("EUC-KR") << QStringLiteral("한국어x");
        QTest::newRow("GB18030") << QStringLiteral("汉字€😀éx");
        QTest::newRow("UTF-8") << QStringLiteral("汉字€😀éx");
    }

    void longLinesOfTrailOctets()
    {
        QFETCH(const QString, characters);
        const QByteArray charset(QTest::currentDataTag());
        CharsetDecoder decoder(charset);
        const auto all = characters.toUcs4();
        for (quint32 seed = 1; seed <= 20; ++seed) {
            QRandomGenerator random(seed);
            QString text;
            for (int i = 0; i < 9000; ++i) {
                const char32_t c = all[random.bounded(all.size())];
                text += QString::fromUcs4(&c, 1);
            }
            const QByteArray octets = *decoder.encode(text);
            QString read;
            int rows = 0;
            for (QByteArrayView rest = octets; !rest.isEmpty(); ++rows) {
                const RowEnd end = *rowEnd(rest, Following::Nothing, rowCodingOf(charset));
                const DecodedOctets decoded = decoder.decode(rest.first(end.length));
                QVERIFY(decoded.broken.empty());
                read += decoded.text;
                rest = rest.sliced(end.length);
            }
            QVERIFY(rows > 2);
            QCOMPARE(read, text);
        }
    }

    void wideRows()
    {
        QFETCH(const QByteArray, charset);
        const RowCoding coding = rowCodingOf(charset);
        CharsetDecoder decoder(charset);
        QRandomGenerator random(9);
        QStringList lines;
        QString text;
        for (int i = 0; i < 600; ++i) {
            // U+0A0D and U+0D0A hold the octets of line ends without being any.
            QString line(random.bounded(20), QChar(u'\u0A0D'));
            line += i % 50 == 0 ? QStringLiteral("😀").repeated(3000) : QStringLiteral("\u0D0Aé");
            lines.append(line);
            text += line + (i % 3 == 0 ? QStringLiteral("\r\n") : QStringLiteral("\n"));
        }
        const QByteArray octets = *decoder.encode(text);
        for (const qsizetype step : {qsizetype(1000), qsizetype(4099), octets.size()}) {
            RowIndex index(coding);
            auto store = std::make_shared<ByteStore>();
            for (qsizetype at = 0; at < octets.size(); at += step) {
                QVERIFY(store->append(
                    QByteArrayView(octets).sliced(at, std::min(step, octets.size() - at))));
                const auto rest = store->read(index.nextOffset(), store->size());
                const bool last = store->size() == octets.size();
                index.take(*rest, last ? Following::Nothing : Following::More);
            }
            store->finish();
            QCOMPARE(index.nextOffset(), octets.size());
            RowReader reader(store, index);
            QStringList found;
            for (const Row &row : reader.rows(0, reader.rowCount())) {
                const DecodedOctets decoded = decoder.decode(row.content);
                QVERIFY(decoded.broken.empty()); // no surrogate pair is parted
                QVERIFY(row.end.length <= rowLookAhead);
                if (row.startsLine)
                    found.append(decoded.text);
                else
                    found.back() += decoded.text;
                QCOMPARE(row.line, found.size() - 1);
            }
            QCOMPARE(found, lines);
        }
    }
};

QTEST_GUILESS_MAIN(TestCharset)
#include "tst_charset.moc"
