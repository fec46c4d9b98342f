// The body viewer: its row rule against a naive splitter, growth, scrolling, selection and search,
// with real key and mouse events.
#include "body/body_search.h"
#include "body/byte_store.h"
#include "body_stores.h"
#include "ui/widgets/body_view/body_view.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;
using test::storeOf;
using namespace sonde::ui;

namespace
{

constexpr int patience = 60'000; // ms; only to notice a hang

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

// 200 MB of numbered lines without holding them.
QByteArray numberedLine(qint64 number)
{
    return QByteArray::number(number).rightJustified(15, '0') + QByteArray(84, '.') + '\n';
}

void waitIndexed(BodyView &view, qint64 rows)
{
    QTRY_VERIFY_WITH_TIMEOUT(view.rowCount() == rows, patience);
}

} // namespace

class TestBodyView : public QObject
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

    void lexStateGoesOverRows()
    {
        const QStringView first = u"[\"abc";
        const LexState state = lexRow(Syntax::Json, first, LexState::Start, nullptr);
        QCOMPARE(state, LexState::String);
        std::vector<Span> spans;
        QCOMPARE(lexRow(Syntax::Json, u"def\", 1]", state, &spans), LexState::Start);
        QCOMPARE(spans.front(), (Span{0, 4, Token::SyntaxString}));
    }

    void scrollsToTheEndOf200Megabytes()
    {
        constexpr qint64 lines = 2'000'000;
        auto store = std::make_shared<body::ByteStore>();
        QByteArray piece;
        for (qint64 i = 0; i < lines; ++i) {
            piece += numberedLine(i);
            if (piece.size() >= 1 << 20) {
                QVERIFY(store->append(piece));
                piece.clear();
            }
        }
        QVERIFY(store->append(piece));
        store->finish();
        BodyView view;
        view.resize(900, 600);
        view.setStore(store);
        view.show();
        waitIndexed(view, lines);
        QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(view.caret(), store->size());
        const auto rows = view.shownRows();
        QCOMPARE(rows.back()->number, lines - 1);
        QCOMPARE(rows.back()->shape->text().toLatin1() + '\n', numberedLine(lines - 1));
        QCOMPARE(rows.back()->label, QString::number(lines));
        view.verticalScrollBar()->setValue(1'000'000);
        QCOMPARE(view.shownRows().front()->shape->text().toLatin1() + '\n',
                 numberedLine(1'000'000));
        QVERIFY(!view.grab().isNull());
        QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(view.topRow(), 0);
    }

    void showsOneGiganticLine()
    {
        auto store = storeOf(QByteArray(40 << 20, 'z'));
        BodyView view;
        view.resize(700, 400);
        view.setStore(store);
        view.show();
        waitIndexed(view, (40 << 20) / body::rowCap);
        QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(view.shownRows().back()->after, store->size());
        QVERIFY(view.shownRows().back()->label.isEmpty()); // still line 1
    }

    void followsGrowthUntilTheUserScrollsAway()
    {
        auto store = storeOf({}, false);
        BodyView view;
        view.resize(600, 300);
        view.setStore(store);
        view.setFollow(BodyView::Follow::On);
        view.show();
        const auto grow = [&](int from, int to) {
            for (int i = from; i < to; ++i)
                QVERIFY(store->append(numberedLine(i)));
            view.noteGrowth();
            waitIndexed(view, to);
        };
        grow(0, 500);
        QTRY_COMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
        QTRY_VERIFY(view.verticalScrollBar()->maximum() > 0);
        QTRY_COMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
        QSignalSpy spy(&view, &BodyView::followChanged);
        view.verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        QTRY_COMPARE(view.follow(), BodyView::Follow::Off);
        QCOMPARE(spy.count(), 1);
        const qint64 top = view.topRow();
        grow(500, 900);
        QCOMPARE(view.topRow(), top);
        view.verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMaximum);
        QTRY_COMPARE(view.follow(), BodyView::Follow::On);
        grow(900, 1200);
        QTRY_COMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
        QTRY_COMPARE(view.shownRows().back()->shape->text().toLatin1() + '\n', numberedLine(1199));
    }

    void showsATailThatIsNotYetARow()
    {
        auto store = storeOf("one\ntw", false);
        BodyView view;
        view.resize(300, 200);
        view.setStore(store);
        waitIndexed(view, 2);
        QCOMPARE(view.shownRows().back()->shape->text(), QStringLiteral("tw"));
        QVERIFY(store->append("o\nthree"));
        view.noteGrowth();
        waitIndexed(view, 3);
        QCOMPARE(view.shownRows()[1]->shape->text(), QStringLiteral("two"));
        store->finish();
        view.noteGrowth();
        QTRY_COMPARE(view.shownRows().back()->shape->text(), QStringLiteral("three"));
    }

    void selectsByMouseAndCopiesTheOctets()
    {
        const QByteArray octets = "first line\r\nsecond €uro line\nthird";
        BodyView view;
        view.resize(600, 300);
        view.setStore(storeOf(octets));
        view.show();
        waitIndexed(view, 3);
        view.select({7, 7});
        const QPoint from = view.caretRectangle().center();
        const qint64 end = octets.indexOf("uro");
        view.select({end, end});
        const QPoint to = view.caretRectangle().center();
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(view.viewport(), to);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
        QCOMPARE(view.selection(), (OctetRange{7, end}));
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        const QMimeData *data = QApplication::clipboard()->mimeData();
        QCOMPARE(data->data(QStringLiteral("application/octet-stream")), octets.mid(7, end - 7));
        QCOMPARE(data->text(), QString::fromUtf8(octets.mid(7, end - 7)));
    }

    void selectsWordsAndRowsByClicks()
    {
        BodyView view;
        view.resize(600, 300);
        view.setStore(storeOf("alpha beta_1 gamma\nnext\n"));
        view.show();
        waitIndexed(view, 2);
        view.select({8, 8});
        const QPoint place = view.caretRectangle().center();
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(view.selection(), (OctetRange{6, 12}));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(view.selection(), (OctetRange{0, 19}));
    }

    void selectsByKeys()
    {
        BodyView view;
        view.resize(600, 300);
        view.setStore(storeOf("a€b\ncd\n"));
        view.show();
        waitIndexed(view, 2);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.caret(), 1);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(view.selection(), (OctetRange{1, 4})); // the whole character
        QTest::keyClick(&view, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(view.selection(), (OctetRange{1, 1}));
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view.selection(), (OctetRange{1, 7}));
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.caret(), 8);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.caret(), 9);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.caret(), 8);
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(view.selection(), (OctetRange{0, 9}));
    }

    void refusesGiganticCopies()
    {
        auto store = std::make_shared<body::ByteStore>();
        const QByteArray piece(1 << 20, 'x');
        for (int i = 0; i < 65; ++i)
            QVERIFY(store->append(piece));
        store->finish();
        BodyView view;
        view.setStore(store);
        view.selectAll();
        QSignalSpy spy(&view, &BodyView::copyRefused);
        QApplication::clipboard()->setText(QStringLiteral("before"));
        view.copy();
        QCOMPARE(spy.count(), 1);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
        view.select({0, 3 << 20}); // large enough for the worker
        view.copy();
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::clipboard()->text().size(), 3 << 20, patience);
    }

    void hexShowsSixteenARow()
    {
        QByteArray octets;
        for (int i = 0; i < 256; ++i)
            octets += char(i);
        BodyView view;
        view.resize(900, 500);
        view.setStore(storeOf(octets));
        view.setMode(BodyView::Mode::Hex);
        view.show();
        QCOMPARE(view.rowCount(), 16);
        const auto rows = view.shownRows();
        QVERIFY(rows[4]->shape->text().startsWith(QLatin1String("40 41 42 43 44 45 46 47  48 49")));
        QVERIFY(rows[4]->shape->text().endsWith(QLatin1String("@ABCDEFGHIJKLMNO")));
        QCOMPARE(rows[4]->label, QStringLiteral("00000040"));
        for (qint64 octet = 0; octet < 256; ++octet) {
            const auto &row = *rows[size_t(octet / 16)];
            QCOMPARE(row.octetNear(row.xOf(octet)), octet);
        }
        view.select({0x41, 0x44});
        view.copy();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("41 42 43"));
        view.setMode(BodyView::Mode::Text);
        QCOMPARE(view.selection(), (OctetRange{0x41, 0x44}));
    }

    void searchEqualsNaive_data()
    {
        QTest::addColumn<QByteArray>("needle");
        QTest::addColumn<bool>("anyCase");
        QTest::newRow("one octet") << QByteArray("q") << false;
        QTest::newRow("two") << QByteArray("ab") << false;
        QTest::newRow("overlapping itself") << QByteArray("aaa") << false;
        QTest::newRow("any case") << QByteArray("aB") << true;
        QTest::newRow("absent") << QByteArray("zebra!") << false;
    }
    void searchEqualsNaive()
    {
        QFETCH(QByteArray, needle);
        QFETCH(bool, anyCase);
        QRandomGenerator random(7);
        QByteArray octets;
        for (int i = 0; i < 5'000'000; ++i)
            octets += "aAbBq\n"[random.bounded(6)];
        QByteArray hay = anyCase ? octets.toLower() : octets;
        const QByteArray wanted = anyCase ? needle.toLower() : needle;
        std::vector<body::Hit> expected;
        for (qsizetype at = hay.indexOf(wanted); at >= 0;
             at = hay.indexOf(wanted, at + wanted.size()))
            expected.push_back({at, at + wanted.size()});
        auto store = std::make_shared<body::ByteStore>();
        body::BodySearch search;
        QVERIFY(store->append(octets.first(2'000'001)));
        search.start(store,
                     {.text = needle,
                      .letterCase = anyCase ? body::LetterCase::Any : body::LetterCase::Same});
        QVERIFY(store->append(octets.sliced(2'000'001)));
        store->finish();
        search.noteGrowth();
        QTRY_VERIFY_WITH_TIMEOUT(search.isComplete(), patience);
        QCOMPARE(search.count(), qint64(expected.size()));
        QCOMPARE(search.hits(0, octets.size()), expected);
        if (expected.empty()) {
            QVERIFY(!search.next(0));
            return;
        }
        QCOMPARE(search.next(0), expected.front());
        QCOMPARE(search.next(expected[3].from + 1), expected[4]);
        QCOMPARE(search.next(octets.size()), expected.front());
        QCOMPARE(search.previous(expected[3].from), expected[2]);
        QCOMPARE(search.previous(0), expected.back());
        QCOMPARE(search.ordinal(expected[9].from), 10);
    }

    void diesWhileItsWorkersRun()
    {
        const auto store = storeOf(QByteArray(30 << 20, 'y'));
        for (int i = 0; i < 20; ++i) {
            BodyView view;
            body::BodySearch search;
            view.setSearch(&search);
            view.setStore(store);
            search.start(store, {.text = "yyy", .letterCase = body::LetterCase::Any});
        }
        body::workers().waitForDone();
        QCoreApplication::processEvents();
    }

    void tellsAssistiveTechnologyWhatIsInSight()
    {
        QByteArray octets;
        for (int i = 1; i <= 5000; ++i)
            octets += "line " + QByteArray::number(i) + '\n';
        BodyView view;
        view.resize(500, 300);
        view.setStore(storeOf(octets));
        view.show();
        waitIndexed(view, 5000);
        view.reveal(octets.indexOf("line 3000\n"));
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(accessible);
        QCOMPARE(accessible->role(), QAccessible::Document);
        QVERIFY(accessible->state().readOnly);
        QAccessibleTextInterface *text = accessible->textInterface();
        QVERIFY(text);
        const QString shown = text->text(0, text->characterCount());
        QVERIFY(shown.contains(QLatin1String("line 3000\n")));
        QVERIFY(text->characterCount() < 2000);
        QVERIFY(accessible->text(QAccessible::Description).contains(QLatin1String("5,000")));
        const int place = int(shown.indexOf(QLatin1String("3000")));
        text->setSelection(0, place, place + 4);
        const qint64 octet = octets.indexOf("3000\n");
        QCOMPARE(view.selection(), (OctetRange{octet, octet + 4}));
        int start = -1;
        int end = -1;
        text->selection(0, &start, &end);
        QCOMPARE(shown.mid(start, end - start), QStringLiteral("3000"));
        QCOMPARE(text->offsetAtPoint(text->characterRect(place).center()), place);
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

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication application(argc, argv);
    Theme::apply(application);
    TestBodyView test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_body_view.moc"
