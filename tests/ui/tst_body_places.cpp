// Going to a row or an octet; rows that match, and none; fonts and recordings in the preview.
#include "body_stores.h"
#include "ui/body/body_pane.h"
#include "ui/body/charset_button.h"
#include "ui/body/find_bar.h"
#include "ui/body/font_sample.h"
#include "ui/body/goto_bar.h"
#include "ui/body/json_path_bar.h"
#include "ui/body/preview_page.h"
#include "ui/body/view_note.h"
#include "ui/widgets/bar_parts.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QFontDatabase>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QStyle>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

using namespace sonde;
using namespace sonde::ui;
using test::storeOf;

namespace
{

constexpr int patience = 60'000; // ms; only to notice a hang

// Any font of this machine.
QByteArray anyFont()
{
    for (const char *path : {"/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
                             "/usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf"}) {
        QFile file(QString::fromLatin1(path));
        if (file.open(QIODevice::ReadOnly))
            return file.readAll();
    }
    return {};
}

struct Going {
    BodyPane pane;
    GotoBar *bar = nullptr;
    QLineEdit *field = nullptr;

    explicit Going(const QByteArray &octets)
    {
        pane.resize(700, 400);
        pane.show();
        pane.showBody({.store = storeOf(octets), .mediaType = "text/plain"});
        bar = pane.findChild<GotoBar *>();
        field = bar->findChild<QLineEdit *>();
    }
    void to(const QString &number)
    {
        pane.goTo();
        field->setText(number);
        QTest::keyClick(field, Qt::Key_Return);
    }
};

} // namespace

class TestBodyPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Of a window that fills the screen the mouse gets no lower.
    void aDragToTheLastPixelsScrollsOn()
    {
        Going going(QByteArray("line\n").repeated(1000));
        BodyView *view = going.pane.view();
        QTRY_VERIFY_WITH_TIMEOUT(view->rowCount() >= 1000, patience);
        const QPoint below(100, view->viewport()->height() - 1);
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, {100, 10});
        QTest::mouseMove(view->viewport(), below);
        QTRY_VERIFY_WITH_TIMEOUT(view->topRow() > 20, patience);
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, below);
        QVERIFY(view->selection().length() > 100);
    }

    // Of what a plug-in of Qt reads, it says which package brings that.
    void picturesOfTheWeb()
    {
        const QByteArray webp = QByteArray::fromHex(
            "524946461c000000574542505650384c0f0000002f014000000710fd8ffe0722a2ff0100");
        PreviewPage page;
        page.resize(400, 300);
        page.show();
        page.setBody(storeOf(webp), "image/webp", {});
        QTRY_VERIFY_WITH_TIMEOUT(!page.facts().isEmpty(), patience);
        if (QImageReader::supportedImageFormats().contains("webp"))
            QVERIFY2(page.facts().endsWith(QLatin1String("WEBP")), qPrintable(page.facts()));
        else
            QVERIFY(page.facts().contains(QLatin1String("qt6-image-formats-plugins")));
    }

    // Lines of all lengths, those that go on over many rows among them.
    void everyLineIsFound()
    {
        QRandomGenerator random(3);
        QByteArray octets;
        std::vector<qint64> begins;
        for (int i = 0; i < 3000; ++i) {
            begins.push_back(octets.size());
            octets +=
                QByteArray(random.bounded(20) == 0 ? random.bounded(60'000) : random.bounded(40),
                           'x') +
                '\n';
        }
        BodyView view;
        view.resize(500, 300);
        view.show();
        view.setStore(storeOf(octets));
        QTRY_VERIFY_WITH_TIMEOUT(view.octetOfLine(2999).has_value(), patience);
        for (int i = 0; i < 3000; ++i)
            QCOMPARE(view.octetOfLine(i).value_or(-1), begins[size_t(i)]);
        QVERIFY(!view.octetOfLine(-1));
        QVERIFY(view.octetOfLine(3001) == std::nullopt);
        view.setMode(BodyView::Mode::Hex);
        QCOMPARE(view.octetOfLine(2).value_or(-1), 32);
    }

    void goesToRowsAndOctets()
    {
        QByteArray octets;
        for (int i = 1; i <= 2000; ++i)
            octets += "line " + QByteArray::number(i) + '\n';
        Going at(octets);
        QTRY_COMPARE_WITH_TIMEOUT(at.pane.view()->rowCount(), 2000, patience);
        at.to(QStringLiteral("1,234"));
        QCOMPARE(at.pane.view()->caret(), octets.indexOf("line 1234\n"));
        QVERIFY(!at.bar->isVisible());
        QVERIFY(at.pane.view()->topRow() > 1000);
        at.to(QStringLiteral("9999"));
        QVERIFY(at.bar->isVisible());
        QCOMPARE(at.bar->problem(), QStringLiteral("There is no row 9,999 here."));
        at.to(QStringLiteral("two"));
        QVERIFY(at.bar->problem().contains(QLatin1String("0x4B0")));
        at.bar->findChild<QComboBox *>()->setCurrentIndex(1);
        at.field->setText(QStringLiteral("0x10"));
        QTest::keyClick(at.field, Qt::Key_Return);
        QCOMPARE(at.pane.view()->caret(), 16);
        // Octets are what one counts in hex.
        at.pane.setLook(BodyPane::Look::Hex);
        at.to(QStringLiteral("4000"));
        QCOMPARE(at.pane.view()->caret(), 4000);
        at.to(QString::number(octets.size() + 1));
        QVERIFY(at.bar->problem().startsWith(QLatin1String("There are ")));
        QTest::keyClick(at.field, Qt::Key_Escape);
        QVERIFY(!at.bar->isVisible());
    }

    // The ring of a field's focus would touch what stands beside it.
    void partsOfABarStandApart()
    {
        BodyPane pane;
        pane.resize(700, 400);
        pane.show();
        pane.showBody({.store = storeOf("[1]"), .mediaType = "application/json"});
        pane.filter();
        pane.goTo();
        QCoreApplication::processEvents();
        for (const QWidget *bar : {static_cast<QWidget *>(pane.findChild<JsonPathBar *>()),
                                   static_cast<QWidget *>(pane.findChild<GotoBar *>())}) {
            const auto *field = bar->findChild<QLineEdit *>();
            for (const QObject *child : bar->children()) {
                const auto *part = qobject_cast<const QWidget *>(child);
                if (!part || part == field || !part->isVisible() ||
                    part->y() > field->geometry().bottom())
                    continue;
                const QRect at = part->geometry();
                QVERIFY(at.left() - field->geometry().right() > 4 ||
                        field->geometry().left() - at.right() > 4);
            }
        }
    }

    // In a narrow pane they take a second row.
    void noToolIsCut()
    {
        BodyPane pane;
        pane.show();
        pane.showBody({.store = storeOf("<p>word"),
                       .mediaType = "text/html",
                       .charset = "utf-8",
                       .codings = {"gzip"},
                       .received = storeOf("packed")});
        for (const int width : {1000, 430, 1000}) {
            pane.resize(width, 400);
            QCoreApplication::processEvents();
            QSet<int> tops;
            for (const QToolButton *button : pane.findChildren<QToolButton *>()) {
                if (!button->isVisible())
                    continue;
                QVERIFY2(button->width() >= button->sizeHint().width(),
                         qPrintable(button->text() + button->accessibleName()));
                const QPoint at = button->mapTo(&pane, QPoint());
                QVERIFY(at.x() >= 0 && at.x() + button->width() <= pane.width());
                tops.insert(at.y() / 20);
            }
            QCOMPARE(int(tops.size()), width < 500 ? 2 : 1);
        }
    }

    // Where the words of their headers stand: the style tells by this that they are only read.
    void cellsStandUnderTheirHeaders()
    {
        BodyPane pane;
        pane.resize(1200, 400);
        pane.show();
        pane.showBody({.store = storeOf("data: 1\n\n"), .mediaType = "text/event-stream"});
        QCOMPARE(pane.look(), BodyPane::Look::Events);
        pane.setLook(BodyPane::Look::Hex);
        const auto tables = pane.findChildren<QTableView *>();
        QVERIFY(tables.size() >= 2);
        for (const QTableView *table : tables)
            QCOMPARE(table->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, table), 8);
    }

    // An empty pane says nothing: neither of the first body nor of the one in its place.
    void noRowThatMatchesIsSaid()
    {
        BodyPane pane;
        pane.resize(700, 400);
        pane.show();
        pane.showBody({.store = storeOf("one needle\nhay\n"), .mediaType = "text/plain"});
        pane.find();
        auto *bar = pane.findChild<FindBar *>();
        auto *field = bar->findChild<QLineEdit *>();
        auto *note = pane.findChild<ViewNote *>();
        for (QToolButton *button : bar->findChildren<QToolButton *>()) {
            if (button->accessibleName() == QLatin1String("Show only the rows that match"))
                button->click();
        }
        field->setText(QStringLiteral("needle"));
        QTRY_COMPARE_WITH_TIMEOUT(pane.view()->rowCount(), 1, patience);
        QVERIFY(!note->isVisible());
        const QString none = QStringLiteral("No row of this body matches “needle”.");
        pane.showBody({.store = storeOf("only hay\n"), .mediaType = "text/plain"});
        QTRY_COMPARE_WITH_TIMEOUT(note->sentence(), none, patience);
        QCOMPARE(note->geometry(), pane.view()->viewport()->rect());
        const auto *spoken = QAccessible::queryAccessibleInterface(note);
        QCOMPARE(spoken->text(QAccessible::Name), none);
        QVERIFY(QAccessible::queryAccessibleInterface(pane.view())
                    ->indexOfChild(
                        QAccessible::queryAccessibleInterface(pane.view()->viewport())) >= 0);
        QCOMPARE(QAccessible::queryAccessibleInterface(pane.view())->text(QAccessible::Description),
                 QStringLiteral("No row matches"));
        pane.setLook(BodyPane::Look::Hex); // all of its octets are there
        QVERIFY(!note->isVisible());
        pane.setLook(BodyPane::Look::Text);
        QTRY_COMPARE_WITH_TIMEOUT(note->sentence(), none, patience);
        QTest::mouseClick(note->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(!note->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(pane.view()->rowCount(), 1, patience);
        QVERIFY(pane.view()->hasFocus());
    }

    void noRowSoFarIsSaidUntilOneComes()
    {
        BodyPane pane;
        pane.resize(700, 400);
        pane.show();
        auto store = storeOf("hay\n", false);
        pane.showBody({.store = store, .mediaType = "text/plain"});
        pane.find();
        auto *bar = pane.findChild<FindBar *>();
        auto *field = bar->findChild<QLineEdit *>();
        auto *note = pane.findChild<ViewNote *>();
        for (QToolButton *button : bar->findChildren<QToolButton *>()) {
            if (button->accessibleName() == QLatin1String("Show only the rows that match") ||
                button->text() == QLatin1String(".*"))
                button->click();
        }
        field->setText(QStringLiteral("need("));
        QTRY_COMPARE_WITH_TIMEOUT(
            note->sentence(), QStringLiteral("No rows are shown: “need(” cannot be looked for."),
            patience);
        field->setText(QStringLiteral("needles?"));
        QTRY_COMPARE_WITH_TIMEOUT(
            note->sentence(), QStringLiteral("No row that has arrived so far matches “needles?”."),
            patience);
        QVERIFY(store->append("a needle\n"));
        pane.hide(); // as behind another tab
        pane.noteGrowth();
        QTRY_COMPARE_WITH_TIMEOUT(pane.view()->rowCount(), 1, patience);
        QVERIFY(note->sentence().isEmpty());
        pane.showBody({.store = storeOf("hay\n"), .mediaType = "text/plain"});
        QTRY_COMPARE_WITH_TIMEOUT(
            note->sentence(), QStringLiteral("No row of this body matches “needles?”."), patience);
    }

    // From one control to the next as they stand, whichever was made first.
    void tabGoesAsTheEyeDoes_data()
    {
        QTest::addColumn<BodyPane::Look>("look");
        QTest::newRow("text") << BodyPane::Look::Text;
        QTest::newRow("hex") << BodyPane::Look::Hex;
        QTest::newRow("pretty") << BodyPane::Look::Pretty;
        QTest::newRow("tree") << BodyPane::Look::Tree;
    }
    void tabGoesAsTheEyeDoes()
    {
        QFETCH(BodyPane::Look, look);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *first = new QLineEdit(&window);
        auto *pane = new BodyPane(&window);
        auto *last = new QLineEdit(&window);
        for (QWidget *part : {static_cast<QWidget *>(first), static_cast<QWidget *>(pane),
                              static_cast<QWidget *>(last)})
            column->addWidget(part);
        window.resize(1200, 500);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        pane->showBody({.store = storeOf("[1,2,3]"), .mediaType = "application/json"});
        pane->filter();
        pane->goTo();
        pane->find();
        pane->setLook(look);
        pane->notice()->say(NoticeBar::Kind::Note, QStringLiteral("Something."));
        pane->notice()->addButton(QStringLiteral("Do"), [] {});
        first->setFocus();
        // By rows of controls; within one, from left to right.
        std::vector<std::pair<int, int>> way;
        QString told;
        while (!last->hasFocus()) {
            QVERIFY(way.size() < 60);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget *now = QApplication::focusWidget();
            const QWidget *in = now;
            while (in->parentWidget() != &window && in->parentWidget() != pane)
                in = in->parentWidget();
            way.emplace_back(in->mapTo(&window, QPoint()).y(), now->mapTo(&window, QPoint()).x());
            told += QStringLiteral("\n%1 %2").arg(way.back().first).arg(way.back().second) +
                    QLatin1String(now->metaObject()->className());
        }
        QVERIFY(way.size() > 20);
        QVERIFY2(std::ranges::is_sorted(way), qPrintable(told));
    }

    void aPreviewsKeysAndToolsAreThoseOfItsKind()
    {
        BodyPane pane;
        pane.resize(500, 300);
        pane.show();
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        pane.showBody({.store = storeOf("%PDF-1.1\n"), .mediaType = "application/pdf"});
        pane.setLook(BodyPane::Look::Preview);
        const auto *charset = pane.findChild<CharsetButton *>();
        QVERIFY(!charset->isVisible());
        pane.showBody({.store = storeOf("<p>" + QByteArray("word<br>").repeated(200)),
                       .mediaType = "text/html"});
        pane.setLook(BodyPane::Look::Preview);
        QVERIFY(charset->isVisible());
        auto *page = pane.preview()->findChild<QTextBrowser *>();
        QVERIFY(page && page->isVisible());
        pane.preview()->setFocus();
        QVERIFY(page->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_End);
        QVERIFY(page->verticalScrollBar()->value() > 0);
        QCOMPARE(page->document()->documentMargin(), 8.0);
    }

    void aFontIsWrittenIn()
    {
        const QByteArray octets = anyFont();
        if (octets.isEmpty())
            QSKIP("there is no font to look at");
        const QStringList families = QFontDatabase::families();
        BodyPane pane;
        pane.resize(900, 500);
        pane.show();
        pane.showBody({.store = storeOf(octets), .mediaType = "font/ttf"});
        QCOMPARE(pane.look(), BodyPane::Look::Preview);
        QTRY_VERIFY_WITH_TIMEOUT(!pane.preview()->image().isNull(), patience);
        const QString facts = pane.preview()->facts();
        QVERIFY2(facts.contains(QLatin1String("DejaVu Sans")), qPrintable(facts));
        QVERIFY2(facts.contains(QLatin1String("Bold")), qPrintable(facts));
        QVERIFY2(facts.contains(QLatin1String("glyf")), qPrintable(facts));
        QVERIFY(facts.contains(QLatin1String("glyph(s)")));
        // Something is written there.
        const QImage image = pane.preview()->image();
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                colours.insert(image.pixel(x, y));
        }
        QVERIFY(colours.size() > 4);
        QCOMPARE(QFontDatabase::families(), families); // installed nowhere
        pane.showBody({.store = storeOf("no font"), .mediaType = "font/woff2"});
        QTRY_VERIFY_WITH_TIMEOUT(
            pane.preview()->facts().startsWith(QLatin1String("This cannot be used as a font")),
            patience);
    }

    void whatIsWrongStandsInTheColourForIt()
    {
        Going at("one\n");
        auto *problem = at.bar->findChild<ProblemLabel *>();
        QVERIFY(!problem->isVisible());
        at.to(QStringLiteral("two"));
        QVERIFY(problem->isVisible());
        QCOMPARE(problem->text(), at.bar->problem());
        Theme &theme = Theme::instance();
        const auto restore = qScopeGuard([&] { theme.setScheme(Theme::Scheme::System); });
        for (const auto scheme : {Theme::Scheme::Dark, Theme::Scheme::Light}) {
            theme.setScheme(scheme);
            QCOMPARE(problem->palette().color(problem->foregroundRole()),
                     Theme::color(Token::Danger, scheme));
        }
        QTest::keyClicks(at.field, QStringLiteral("1"));
        QVERIFY(!problem->isVisible());
    }

    void damagedFontsAreSurvived()
    {
        const QByteArray whole = anyFont();
        if (whole.isEmpty())
            QSKIP("there is no font to look at");
        QRandomGenerator random(5);
        for (int i = 0; i < 60; ++i) {
            QByteArray octets = i < 20 ? whole.first(random.bounded(int(whole.size()))) : whole;
            for (int k = random.bounded(1, 200); k > 0; --k)
                octets[random.bounded(i % 2 ? std::min<int>(2000, int(octets.size()))
                                            : int(octets.size()))] = char(random.bounded(256));
            const FontSample sample = fontSample(octets, {Qt::black, Qt::white});
            QVERIFY(sample.image.width() <= 2000);
        }
        QVERIFY(fontSample({}, {Qt::black, Qt::white}).image.isNull());
    }

    void aRecordingTellsOfItself()
    {
        // RFC 9639 section 8.2: 48 kHz, two channels, 24 bits, two seconds.
        const QByteArray flac = "fLaC" + QByteArray::fromHex("00000022") + QByteArray(10, '\0') +
                                QByteArray::fromHex("0bb8037000017700") + QByteArray(16, 'm');
        BodyPane pane;
        pane.resize(800, 500);
        pane.show();
        pane.showBody({.store = storeOf(flac), .mediaType = "audio/flac"});
        QCOMPARE(pane.look(), BodyPane::Look::Preview);
        const auto told = [&] {
            QString text;
            for (const QLabel *label : pane.preview()->findChildren<QLabel *>()) {
                if (label->isVisible())
                    text += label->text() + u'\n';
            }
            return text;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(told().contains(QLatin1String("Sample rate: 48,000 Hz")),
                                  qPrintable(told()), patience);
        QVERIFY2(told().contains(QLatin1String("Codec: FLAC\nSample rate")), qPrintable(told()));
        QVERIFY(
            told().contains(QLatin1String("Channels: 2\nBits of a sample: 24\nDuration: 2.00 s")));
        pane.showBody({.store = storeOf("nothing"), .mediaType = "audio/mpeg"});
        QTRY_VERIFY_WITH_TIMEOUT(told().contains(QLatin1String("This is no recording")), patience);
        QVERIFY(!told().contains(QLatin1String("FLAC\n")));
    }
};

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication application(argc, argv);
    Theme::apply(application);
    TestBodyPlaces test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_body_places.moc"
