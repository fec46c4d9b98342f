// The rows of a body: their rule against a naive splitter, the index of them, what their octets are
// decoded to, and how their text is coloured.
#include "body_stores.h"
#include "ui/widgets/body_view/body_view.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sonde;
using namespace sonde::ui;
using test::storeOf;

namespace
{

// The rule again, written the slow way: character by character.
std::vector<body::RowEnd> naiveRows(const QByteArray &octets)
{
    std::vector<body::RowEnd> rows;
    qsizetype start = 0;
    while (start < octets.size()) {
        qsizetype at = start;
        while (at < octets.size() && octets[at] != '\n' && at - start < body::rowCap)
            ++at;
        // A terminator that begins at the cap still belongs to the row.
        if (at + 1 < octets.size() && octets[at] == '\r' && octets[at + 1] == '\n')
            ++at;
        if (at < octets.size() && octets[at] == '\n') {
            const bool crlf = at > start && octets[at - 1] == '\r';
            rows.push_back({qint32(at + 1 - start), crlf ? 2 : 1});
            start = at + 1;
            continue;
        }
        if (at < octets.size()) {
            qsizetype cut = at;
            while (cut > at - 4 && (octets[cut] & 0xC0) == 0x80)
                --cut;
            at = cut > at - 4 ? cut : at;
        }
        rows.push_back({qint32(at - start), 0});
        start = at;
    }
    return rows;
}

QByteArray randomBody(quint32 seed, qsizetype size)
{
    QRandomGenerator random(seed);
    QByteArray octets;
    while (octets.size() < size) {
        switch (random.bounded(7)) {
        case 0:
            octets += "\r\n";
            break;
        case 1:
            octets += '\n';
            break;
        case 2: // long lines of three-octet characters, to meet the cap in mid-character
            octets += QByteArray("€").repeated(random.bounded(3000));
            break;
        case 3:
            octets += QByteArray(random.bounded(6000), '\x80');
            break;
        case 4:
            octets += QByteArray(4094 + random.bounded(5), 'x');
            break;
        default:
            octets += QByteArray(random.bounded(200), char('a' + random.bounded(26)));
        }
    }
    return octets;
}

std::vector<body::RowEnd> indexedRows(const QByteArray &octets, body::RowIndex &index,
                                      const std::function<qsizetype(qsizetype)> &piece)
{
    qsizetype known = 0;
    while (known < octets.size()) {
        known = std::min(known + piece(known), octets.size());
        const qint64 from = index.nextOffset();
        index.take(QByteArrayView(octets).sliced(from, known - from),
                   known == octets.size() ? body::Following::Nothing : body::Following::More);
    }
    const auto store = storeOf(octets);
    body::RowReader reader(store, index);
    std::vector<body::RowEnd> rows;
    for (const body::Row &row : reader.rows(0, reader.rowCount()))
        rows.push_back(row.end);
    return rows;
}
} // namespace

class TestBodyRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowEnds_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<bool>("last");
        QTest::addColumn<bool>("known");
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("terminator");
        const QByteArray cap(body::rowCap, 'x');
        QTest::newRow("lf") << QByteArray("ab\ncd") << false << true << 3 << 1;
        QTest::newRow("crlf") << QByteArray("ab\r\ncd") << false << true << 4 << 2;
        QTest::newRow("only lf") << QByteArray("\n") << false << true << 1 << 1;
        QTest::newRow("unknown") << QByteArray("abc") << false << false << 0 << 0;
        QTest::newRow("end") << QByteArray("abc") << true << true << 3 << 0;
        QTest::newRow("cr at the end of what is there") << cap + '\r' << false << false << 0 << 0;
        QTest::newRow("terminator at the cap") << cap + "\r\n"
                                               << false << true << body::rowCap + 2 << 2;
        QTest::newRow("lf at the cap") << cap + "\nx" << false << true << body::rowCap + 1 << 1;
        QTest::newRow("cut") << cap + "xx" << false << true << body::rowCap << 0;
        QTest::newRow("cut before a character")
            << QByteArray(body::rowCap - 1, 'x') + "€€" << false << true << body::rowCap - 1 << 0;
        QTest::newRow("not UTF-8")
            << QByteArray(body::rowCap + 2, '\x80') << false << true << body::rowCap << 0;
    }
    void rowEnds()
    {
        QFETCH(QByteArray, octets);
        QFETCH(bool, last);
        QFETCH(bool, known);
        const auto end =
            body::rowEnd(octets, last ? body::Following::Nothing : body::Following::More);
        QCOMPARE(end.has_value(), known);
        if (!end)
            return;
        QTEST(int(end->length), "length");
        QTEST(int(end->terminator), "terminator");
    }

    // With nothing that a font might lack, and nothing that would hide or reorder.
    void oneLineShowsEverything()
    {
        QCOMPARE(inOneLine(QStringLiteral("a b é 😀")), QStringLiteral("a b é 😀"));
        QCOMPARE(inOneLine(QStringLiteral("a\r\n\tb\x01")), QStringLiteral("a‹CR›↵⇥b‹SOH›"));
        QCOMPARE(inOneLine(QStringLiteral("a\u202eb\u007f")), QStringLiteral("a‹U+202E›b‹U+007F›"));
    }

    void indexEqualsNaiveSplitterHoweverItIsCut()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            const QByteArray octets = randomBody(seed, 60'000);
            const auto expected = naiveRows(octets);
            QRandomGenerator random(seed + 1000);
            for (const int largest : {1, 7, 4096, 5000, 1 << 20}) {
                if (largest == 1 && seed > 2)
                    continue; // quadratic in the test
                body::RowIndex index;
                const auto rows = indexedRows(octets, index, [&](qsizetype) {
                    return qsizetype(1 + random.bounded(largest));
                });
                QVERIFY2(
                    rows == expected,
                    qPrintable(QStringLiteral("seed %1, pieces to %2").arg(seed).arg(largest)));
                QCOMPARE(index.rows(), qint64(expected.size()));
            }
        }
    }

    void checkpointsKnowLinesAndOffsets()
    {
        const QByteArray octets = randomBody(99, 3'000'000);
        body::RowIndex index;
        index.take(octets, body::Following::Nothing);
        const auto store = storeOf(octets);
        body::RowReader reader(store, index);
        const auto all = reader.rows(0, reader.rowCount());
        qint64 line = 0;
        bool starts = true;
        qint64 offset = 0;
        for (const body::Row &row : all) {
            QCOMPARE(row.offset, offset);
            QCOMPARE(row.line, line);
            QCOMPARE(row.startsLine, starts);
            starts = row.end.terminator > 0;
            line += starts ? 1 : 0;
            offset = row.after();
        }
        QRandomGenerator random(5);
        for (int i = 0; i < 300; ++i) {
            const auto &row = all[random.bounded(quint32(all.size()))];
            QCOMPARE(reader.rows(row.number, 1).front(), row);
            QCOMPARE(reader.rowAt(row.offset), row.number);
            QCOMPARE(reader.rowAt(row.after() - 1), row.number);
        }
        QCOMPARE(reader.rowAt(octets.size() + 10), all.back().number);
    }

    void decodes_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<bool>("latin");
        QTest::addColumn<QString>("text");
        QTest::newRow("ascii") << QByteArray("a b") << false << QStringLiteral("a b");
        QTest::newRow("utf-8") << QByteArray("grüße €") << false << QStringLiteral("grüße €");
        QTest::newRow("beyond the plane") << QByteArray("😀") << false << QStringLiteral("😀");
        QTest::newRow("tab") << QByteArray("ab\tc") << false << QStringLiteral("ab  c");
        QTest::newRow("undecodable")
            << QByteArray("a\xff\xfe") << false << QStringLiteral("a‹ff›‹fe›");
        QTest::newRow("cut sequence")
            << QByteArray("\xe2\x82") << false << QStringLiteral("‹e2›‹82›");
        QTest::newRow("overlong") << QByteArray("\xc0\xaf") << false << QStringLiteral("‹c0›‹af›");
        QTest::newRow("surrogate")
            << QByteArray("\xed\xa0\x80") << false << QStringLiteral("‹ed›‹a0›‹80›");
        QTest::newRow("nul and escape")
            << QByteArray("\0\x1b[", 3) << false << QStringLiteral("‹NUL›‹ESC›[");
        QTest::newRow("bidi override") << QByteArray("a\xe2\x80\xae"
                                                     "b")
                                       << false << QStringLiteral("a‹U+202E›b");
        QTest::newRow("latin") << QByteArray("gr\xfc\xdf") << true << QStringLiteral("grüß");
        QTest::newRow("windows") << QByteArray("\x80\x81") << true << QStringLiteral("€‹U+0081›");
    }
    void decodes()
    {
        QFETCH(QByteArray, octets);
        QFETCH(bool, latin);
        const auto decoded = TextDecoder(latin ? "windows-1252" : "UTF-8").row(octets);
        QTEST(decoded.text, "text");
        QCOMPARE(qsizetype(decoded.octetAt.size()), decoded.text.size() + 1);
        QVERIFY(std::is_sorted(decoded.octetAt.begin(), decoded.octetAt.end()));
        QCOMPARE(decoded.octetAt.back(), qint32(octets.size()));
    }

    void lexes_data()
    {
        QTest::addColumn<bool>("markup");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tokens"); // one letter per unit
        QTest::newRow("json") << false << QStringLiteral("{\"a\": [1.5e3, true, \"b\\\"\"]}")
                              << QStringLiteral(" kkk   nnnnn  wwww  sssss  ");
        QTest::newRow("open string") << false << QStringLiteral("\"abc") << QStringLiteral("ssss");
        QTest::newRow("not json") << false << QStringLiteral("truth nullify")
                                  << QStringLiteral("      wwww   ");
        QTest::newRow("html") << true << QStringLiteral("<a href=\"x\">&amp;t</a>")
                              << QStringLiteral("tt kkkk sssTnnnnn ttTT");
        QTest::newRow("comment") << true << QStringLiteral("<!-- a -->b")
                                 << QStringLiteral("cccccccccc ");
    }
    void lexes()
    {
        QFETCH(bool, markup);
        QFETCH(QString, text);
        QFETCH(QString, tokens);
        std::vector<Span> spans;
        lexRow(markup ? Syntax::Markup : Syntax::Json, text, LexState::Start, &spans);
        QString shown(text.size(), QLatin1Char(' '));
        for (const Span &span : spans) {
            char letter = ' ';
            switch (span.token) {
            case Token::SyntaxKey:
                letter = 'k';
                break;
            case Token::SyntaxString:
                letter = 's';
                break;
            case Token::SyntaxNumber:
                letter = 'n';
                break;
            case Token::SyntaxKeyword:
                letter = 'w';
                break;
            case Token::SyntaxTag:
                letter = 't';
                break;
            case Token::SyntaxComment:
                letter = 'c';
                break;
            default:
                letter = '?';
            }
            shown.replace(span.start, span.length, QString(span.length, QLatin1Char(letter)));
        }
        QCOMPARE(shown, tokens.toLower());
    }

    void aStringEndsWhereAWalkThroughItEnds()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 20'000; ++round) {
            QString text(random.bounded(1, 24), QLatin1Char('a'));
            for (QChar &c : text)
                c = QLatin1Char("\"\\ab"[random.bounded(4)]);
            qsizetype end = 0;
            while (end < text.size() && text[end] != u'"')
                end = std::min(end + (text[end] == u'\\' ? 2 : 1), text.size());
            const bool closed = end < text.size();
            std::vector<Span> spans;
            const LexState after = lexRow(Syntax::Json, text.first(std::min(end + 1, text.size())),
                                          LexState::String, &spans);
            QCOMPARE(after, closed ? LexState::Start : LexState::String);
            spans.clear();
            lexRow(Syntax::Json, text, LexState::String, &spans);
            QCOMPARE(spans.front(),
                     (Span{0, qint32(std::min(end + 1, text.size())), Token::SyntaxString}));
        }
    }

    void lexStateGoesOverRows()
    {
        const QStringView first = u"[\"abc";
        const LexState state = lexRow(Syntax::Json, first, LexState::Start, nullptr);
        QCOMPARE(state, LexState::String);
        std::vector<Span> spans;
        QCOMPARE(lexRow(Syntax::Json, u"def\", 1]", state, &spans), LexState::Start);
        QCOMPARE(spans.front(), (Span{0, 4, Token::SyntaxString}));
    }

    void memoryOfTheIndexIsSmall()
    {
        body::RowIndex index;
        const QByteArray lines = QByteArray("0123456\n").repeated(1 << 17);
        for (int i = 0; i < 16; ++i)
            index.take(lines, body::Following::More);
        QCOMPARE(index.rows(), qint64(16) << 17);
        // 8 octets per 128 rows, twice that while the vector has just grown.
        QVERIFY(index.memoryUsed() <= index.rows() / body::RowIndex::stride * 16 + 4096);
    }
};

QTEST_GUILESS_MAIN(TestBodyRows)
#include "tst_body_rows.moc"
