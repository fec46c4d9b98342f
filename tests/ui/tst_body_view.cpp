// The body viewer: growth, scrolling, selection and search, with real key and mouse events.
#include "body/body_search.h"
#include "body/byte_store.h"
#include "body_stores.h"
#include "ui/widgets/body_view/body_view.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QPaintEvent>
#include <QRandomGenerator>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;
using namespace sonde::ui;
using test::storeOf;

namespace
{

constexpr int patience = 60'000; // ms; only to notice a hang

// 200 MB of numbered lines without holding them.
QByteArray numberedLine(qint64 number)
{
    return QByteArray::number(number).rightJustified(15, '0') + QByteArray(84, '.') + '\n';
}

class Paints : public QObject
{
public:
    explicit Paints(QWidget *of) { of->installEventFilter(this); }

    int count = 0;
    int rows = 0; // pixels high, all of them together

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        if (event->type() == QEvent::Paint)
            rows += static_cast<QPaintEvent *>(event)->rect().height();
        return QObject::eventFilter(watched, event);
    }
};

void waitIndexed(BodyView &view, qint64 rows)
{
    QTRY_VERIFY_WITH_TIMEOUT(view.rowCount() == rows, patience);
}
} // namespace

class TestBodyView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

    // What stays in sight as it is costs nothing while the rest arrives.
    void growthBelowSightIsNotPainted()
    {
        const QByteArray lines = numberedLine(1).repeated(200'000);
        const auto store = storeOf(lines, false);
        BodyView view;
        view.resize(900, 600);
        view.setStore(store);
        view.show();
        waitIndexed(view, 200'000);
        QTest::qWait(100); // what was still to be painted
        Paints paints(view.viewport());
        for (int i = 1; i <= 10; ++i) {
            QVERIFY(store->append(lines.first(lines.size() / 10)));
            view.noteGrowth();
            waitIndexed(view, 200'000 + i * 20'000);
            QTest::qWait(20);
        }
        QTRY_COMPARE_WITH_TIMEOUT(view.verticalScrollBar()->maximum(), 400'000 - view.visibleRows(),
                                  patience);
        QCOMPARE(paints.count, 0);
        view.setFollow(BodyView::Follow::On);
        QTRY_VERIFY_WITH_TIMEOUT(paints.count > 0, patience);
    }

    // What stays in sight is moved, not painted again; what is seen is the same.
    void scrollingPaintsWhatComesIntoSight()
    {
        BodyView view;
        view.resize(600, 404); // the last row is cut
        view.setFrameShape(QFrame::NoFrame);
        QByteArray text;
        for (int i = 0; i < 5000; ++i)
            text += QByteArray::number(i * 7919) + " {\"a\": [1, \"€ und 漢字\"]}\n";
        view.setStore(storeOf(text));
        view.setContent(Syntax::Json, "UTF-8");
        view.show();
        waitIndexed(view, 5000);
        view.select({100, 400});
        QTest::qWait(50);
        const auto seen = [&view] { return view.screen()->grabWindow(view.winId()).toImage(); };
        const int row = view.rowRectangle(0).height();
        QRandomGenerator random(3);
        Paints paints(view.viewport());
        for (int step = 0; step < 40; ++step) {
            paints.rows = 0;
            const qint64 before = view.topRow();
            const int by = random.bounded(4) - (step % 3 == 0 ? 3 : 0);
            view.verticalScrollBar()->setValue(int(before) + by);
            QCoreApplication::processEvents();
            const auto moved = int(std::abs(view.topRow() - before));
            QVERIFY2(paints.rows <= (moved + 1) * row, qPrintable(QString::number(paints.rows)));
            QCOMPARE(seen(), view.grab().toImage().convertToFormat(seen().format()));
        }
        // Two at once, and one with a change of what stands there.
        view.verticalScrollBar()->setValue(50);
        view.verticalScrollBar()->setValue(47);
        view.select({3000, 3400});
        view.verticalScrollBar()->setValue(52);
        QCoreApplication::processEvents();
        QCOMPARE(seen(), view.grab().toImage().convertToFormat(seen().format()));
    }

    // On the screen stands what another view of the same body shows.
    void growthInSightIsPainted_data()
    {
        QTest::addColumn<BodyView::Mode>("mode");
        QTest::newRow("text") << BodyView::Mode::Text;
        QTest::newRow("hex") << BodyView::Mode::Hex;
    }

    void growthInSightIsPainted()
    {
        QFETCH(const BodyView::Mode, mode);
        QRandomGenerator random(7);
        QByteArray all = "begin";
        const auto store = storeOf(all, false);
        const auto show = [&](BodyView &view) {
            view.setFocusPolicy(Qt::NoFocus); // one of them alone would show where its caret is
            view.setMode(mode);
            view.resize(500, 200);
            view.setStore(store);
            view.show();
        };
        const auto onScreen = [](const BodyView &view) {
            return view.screen()->grabWindow(view.winId()).toImage();
        };
        BodyView view;
        show(view);
        for (int i = 0; i < 25; ++i) {
            QByteArray piece(random.bounded(80), 'x');
            for (char &octet : piece)
                octet = random.bounded(5) == 0 ? '\n' : char('a' + random.bounded(26));
            all += piece;
            QVERIFY(store->append(piece));
            view.noteGrowth();
            BodyView other;
            show(other);
            QVERIFY(QTest::qWaitForWindowExposed(&other));
            if (mode == BodyView::Mode::Text)
                waitIndexed(other, all.count('\n') + (all.endsWith('\n') ? 0 : 1));
            QTRY_VERIFY_WITH_TIMEOUT(!onScreen(other).isNull(), patience);
            QTRY_COMPARE_WITH_TIMEOUT(onScreen(view), onScreen(other), patience);
        }
        QVERIFY(view.rowCount() > 2 * view.visibleRows());
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

    void whatWasFollowedToItsEndLetsGo()
    {
        auto store = storeOf({}, false);
        BodyView view;
        view.resize(600, 300);
        view.setStore(store);
        view.setFollow(BodyView::Follow::On);
        view.show();
        for (int i = 0; i < 500; ++i)
            QVERIFY(store->append(numberedLine(i)));
        store->finish();
        view.noteGrowth();
        waitIndexed(view, 500);
        QTRY_VERIFY(view.topRow() > 400);
        view.reveal(store->size() / 2); // as a search does
        const qint64 top = view.topRow();
        QVERIFY(top < 300);
        view.resize(600, 320);
        QCOMPARE(view.topRow(), top);
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
