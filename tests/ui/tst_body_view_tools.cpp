// Round the body viewer: the formatter, the find bar and the pane that holds them.
#include "body/formatter.h"
#include "body/json_formatter.h"
#include "body_stores.h"
#include "ui/body/body_pane.h"
#include "ui/body/body_saver.h"
#include "ui/body/charset_button.h"
#include "ui/body/find_bar.h"
#include "ui/widgets/body_view/overview_ruler.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace sonde;
using test::storeOf;
using namespace sonde::ui;

namespace
{

constexpr int patience = 60'000; // ms; only to notice a hang

QByteArray formatted(const QByteArray &octets, qsizetype piece)
{
    body::JsonFormatter formatter;
    QByteArray result;
    for (qsizetype at = 0; at < octets.size(); at += piece)
        formatter.feed(QByteArrayView(octets).sliced(at, std::min(piece, octets.size() - at)),
                       result);
    return result;
}

QJsonValue randomValue(QRandomGenerator &random, int depth)
{
    switch (depth > 5 ? random.bounded(4) : random.bounded(6)) {
    case 0:
        return random.bounded(1'000'000) / 7.0;
    case 1:
        return random.bounded(2) == 0;
    case 2:
        return QJsonValue::Null;
    case 3: {
        QString text;
        for (int i = random.bounded(12); i > 0; --i)
            text += QChar(u"ab\"\\{}[]:,\n€"[random.bounded(12)]);
        return text;
    }
    case 4: {
        QJsonArray array;
        for (int i = random.bounded(5); i > 0; --i)
            array.append(randomValue(random, depth + 1));
        return array;
    }
    default: {
        QJsonObject object;
        for (int i = random.bounded(5); i > 0; --i)
            object.insert(QString::number(random.bounded(1000)), randomValue(random, depth + 1));
        return object;
    }
    }
}

QByteArray wholeText(const body::ByteStore &store)
{
    return store.read(0, store.size()).value_or(QByteArray());
}

BodyPane::Content json(std::shared_ptr<body::ByteStore> store)
{
    return {.store = std::move(store), .mediaType = "application/json", .charset = "utf-8"};
}

// A pane on a body, with every worker done.
std::unique_ptr<BodyPane> shown(BodyPane::Content content, qint64 rows)
{
    auto pane = std::make_unique<BodyPane>();
    pane->resize(700, 400);
    pane->show();
    if (!QTest::qWaitForWindowActive(pane.get(), patience))
        qWarning("not active");
    pane->showBody(std::move(content));
    if (!QTest::qWaitFor([&] { return pane->view()->rowCount() == rows; }, patience))
        qWarning("rows: %lld", pane->view()->rowCount());
    return pane;
}

void toggle(QWidget *within, const QString &name)
{
    for (QToolButton *button : within->findChildren<QToolButton *>()) {
        if (button->text() == name || button->accessibleName() == name)
            QTest::mouseClick(button, Qt::LeftButton);
    }
}

} // namespace

class TestBodyViewTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("pretty");
        QTest::newRow("object") << QByteArray("{\"a\":1,\"b\":[true,null]}")
                                << QByteArray(
                                       "{\n  \"a\": 1,\n  \"b\": [\n    true,\n    null\n  ]\n}");
        QTest::newRow("empty ones")
            << QByteArray("{\"a\":{},\"b\":[ ]}") << QByteArray("{\n  \"a\": {},\n  \"b\": []\n}");
        QTest::newRow("already pretty")
            << QByteArray("{\n    \"a\" : 1\n}\n") << QByteArray("{\n  \"a\": 1\n}");
        QTest::newRow("numbers stay")
            << QByteArray("[1.50e+3, -0.0]") << QByteArray("[\n  1.50e+3,\n  -0.0\n]");
        QTest::newRow("structure in strings")
            << QByteArray("[\"{\\\"a\\\":[1,2]}\"]") << QByteArray("[\n  \"{\\\"a\\\":[1,2]}\"\n]");
        QTest::newRow("json lines") << QByteArray("{\"a\":1}\n{\"a\":2}")
                                    << QByteArray("{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}");
        QTest::newRow("not json") << QByteArray("hello world") << QByteArray("hello\nworld");
        QTest::newRow("words stay apart") << QByteArray("[1 2]") << QByteArray("[\n  1 2\n]");
        QTest::newRow("too many closers") << QByteArray("]]1") << QByteArray("\n]\n]\n1");
    }
    void formats()
    {
        QFETCH(QByteArray, plain);
        for (const qsizetype piece : {qsizetype(1), qsizetype(3), qsizetype(1000)}) {
            const QByteArray is = formatted(plain, piece);
            QTEST(is, "pretty");
        }
    }

    void formattingChangesNoValue()
    {
        QRandomGenerator random(11);
        for (int i = 0; i < 200; ++i) {
            const QJsonDocument document(QJsonArray{randomValue(random, 0)});
            const QByteArray pretty =
                formatted(document.toJson(QJsonDocument::Compact), 1 + random.bounded(50));
            QJsonParseError error{};
            QCOMPARE(QJsonDocument::fromJson(pretty, &error), document);
            QCOMPARE(error.error, QJsonParseError::NoError);
            // Formatting twice is formatting once.
            QCOMPARE(formatted(pretty, 64), pretty);
        }
    }

    void hostileNestingDoesNotGrowAsItsSquare()
    {
        const QByteArray brackets(4 << 20, '[');
        body::JsonFormatter formatter;
        qint64 written = 0;
        for (qsizetype at = 0; at < brackets.size(); at += 65536) {
            QByteArray piece;
            formatter.feed(QByteArrayView(brackets).sliced(at, 65536), piece);
            written += piece.size();
        }
        QVERIFY2(written < brackets.size() * 20 + (8 << 20), qPrintable(QString::number(written)));
    }

    void prettyBodyFollowsItsSource()
    {
        auto source = storeOf("[1,", false);
        body::DerivedBody pretty(source, body::layoutOf(body::Language::Json));
        QTRY_COMPARE_WITH_TIMEOUT(wholeText(*pretty.result()), QByteArray("[\n  1,\n  "), patience);
        QVERIFY(source->append("2]"));
        source->finish();
        pretty.noteGrowth();
        QTRY_VERIFY_WITH_TIMEOUT(pretty.result()->isFinished(), patience);
        QCOMPARE(wholeText(*pretty.result()), QByteArray("[\n  1,\n  2\n]"));
        QVERIFY(pretty.problem().isEmpty());
    }

    void looksAreChosenByButtons()
    {
        const auto pane = shown(json(storeOf("{\"a\":[1,2]}")), 6);
        QCOMPARE(pane->look(), BodyPane::Look::Pretty);
        const auto press = [&](const QString &text) {
            for (QToolButton *button : pane->findChildren<QToolButton *>()) {
                if (button->text() == text)
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        };
        press(QStringLiteral("Raw"));
        QTRY_COMPARE(pane->view()->rowCount(), 1);
        QCOMPARE(pane->view()->shownRows().front()->shape->text(), QStringLiteral("{\"a\":[1,2]}"));
        press(QStringLiteral("Hex"));
        QCOMPARE(pane->view()->mode(), BodyView::Mode::Hex);
        press(QStringLiteral("Pretty"));
        QTRY_COMPARE(pane->view()->rowCount(), 6);
        // What the user chose stays for the next body.
        press(QStringLiteral("Hex"));
        pane->showBody(json(storeOf("[]")));
        QCOMPARE(pane->look(), BodyPane::Look::Hex);
    }

    void findsWhileOneTypes()
    {
        QByteArray text;
        for (int i = 0; i < 3000; ++i)
            text += i % 100 == 50 ? "a Needle here\n" : "nothing to see\n";
        const auto pane = shown({.store = storeOf(text), .mediaType = "text/plain"}, 3000);
        auto *bar = pane->findChild<FindBar *>();
        QVERIFY(!bar->isVisible());
        pane->find();
        QVERIFY(bar->isVisible());
        auto *field = bar->findChild<QLineEdit *>();
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("needle"));
        QTRY_COMPARE_WITH_TIMEOUT(bar->countText(), QStringLiteral("1/30"), patience);
        const qint64 first = text.indexOf("Needle");
        QCOMPARE(pane->view()->selection(), (OctetRange{first, first + 6}));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(bar->countText(), QStringLiteral("2/30"));
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(bar->countText(), QStringLiteral("1/30"));
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier); // around the end
        QCOMPARE(bar->countText(), QStringLiteral("30/30"));
        const auto rows = pane->view()->shownRows();
        QVERIFY(rows.front()->number > 2900); // and it is in sight
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QVERIFY(pane->view()->hasFocus());
        pane->findNext(); // works with the bar closed
        QCOMPARE(pane->view()->selection().from, first);
    }

    void findingRespectsTheCaseIfAsked()
    {
        const auto pane = shown({.store = storeOf("Abc abc ABC"), .mediaType = "text/plain"}, 1);
        pane->find();
        auto *bar = pane->findChild<FindBar *>();
        QTest::keyClicks(bar->findChild<QLineEdit *>(), QStringLiteral("abc"));
        QTRY_COMPARE(bar->countText(), QStringLiteral("1/3"));
        for (QToolButton *button : bar->findChildren<QToolButton *>()) {
            if (button->text() == QLatin1String("Aa"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(bar->countText().endsWith(QLatin1String("/1")));
        QTest::keyClicks(bar->findChild<QLineEdit *>(), QStringLiteral("x"));
        QTRY_COMPARE(bar->countText(), QStringLiteral("No match"));
    }

    void countsInAGrowingBody()
    {
        auto store = storeOf("hit miss hit\n", false);
        const auto pane = shown({.store = store, .mediaType = "text/plain"}, 1);
        pane->find();
        auto *bar = pane->findChild<FindBar *>();
        QTest::keyClicks(bar->findChild<QLineEdit *>(), QStringLiteral("hit"));
        QTRY_COMPARE(bar->countText(), QStringLiteral("1/2…"));
        QVERIFY(store->append("hit"));
        pane->noteGrowth();
        QTRY_COMPARE(bar->countText(), QStringLiteral("1/3…"));
        store->finish(); // with nothing more
        pane->noteGrowth();
        QTRY_COMPARE(bar->countText(), QStringLiteral("1/3"));
    }

    void whatHasNotComeIsNotDenied()
    {
        auto store = storeOf("hay\n", false);
        const auto pane = shown({.store = store, .mediaType = "text/plain"}, 1);
        pane->find();
        auto *bar = pane->findChild<FindBar *>();
        QTest::keyClicks(bar->findChild<QLineEdit *>(), QStringLiteral("needle"));
        QTRY_COMPARE(bar->countText(), QStringLiteral("No match so far"));
        store->finish();
        pane->noteGrowth();
        QTRY_COMPARE(bar->countText(), QStringLiteral("No match"));
    }

    void findsInTheFormattedCopyWhileItIsWritten()
    {
        QByteArray plain = "[";
        for (int i = 0; i < 100'000; ++i)
            plain += (i ? ",\"needle\"" : "\"needle\"");
        BodyPane pane;
        pane.resize(700, 400);
        pane.show();
        pane.showBody(json(storeOf(plain + "]")));
        QCOMPARE(pane.look(), BodyPane::Look::Pretty);
        pane.find();
        auto *bar = pane.findChild<FindBar *>();
        bar->findChild<QLineEdit *>()->setText(QStringLiteral("needle"));
        QTRY_COMPARE_WITH_TIMEOUT(bar->countText(), QStringLiteral("1/100,000"), patience);
    }

    void findsInLatin1()
    {
        const auto pane = shown({.store = storeOf("gr\xfc\xdf dich"),
                                 .mediaType = "text/plain",
                                 .charset = "ISO-8859-1"},
                                1);
        QCOMPARE(pane->view()->shownRows().front()->shape->text(), QStringLiteral("grüß dich"));
        pane->find();
        auto *bar = pane->findChild<FindBar *>();
        bar->findChild<QLineEdit *>()->setText(QStringLiteral("üß"));
        QTRY_COMPARE(bar->countText(), QStringLiteral("1/1"));
        QCOMPARE(pane->view()->selection(), (OctetRange{2, 4}));
    }

    void findsPatternsAndWholeWords()
    {
        const auto pane = shown(
            {.store = storeOf("cat concat CAT\ncats 42 cat7\n"), .mediaType = "text/plain"}, 2);
        pane->find();
        auto *bar = pane->findChild<FindBar *>();
        auto *field = bar->findChild<QLineEdit *>();
        QTest::keyClicks(field, QStringLiteral("cat"));
        QTRY_COMPARE(bar->countText(), QStringLiteral("1/5"));
        toggle(bar, QStringLiteral("|ab|"));
        QTRY_COMPARE(bar->countText(), QStringLiteral("1/2"));
        toggle(bar, QStringLiteral("|ab|"));
        toggle(bar, QStringLiteral(".*"));
        field->setText(QStringLiteral("cat(s|\\d)"));
        QTRY_COMPARE(bar->countText(), QStringLiteral("1/2"));
        QCOMPARE(pane->view()->selection(), (OctetRange{15, 19}));
        field->setText(QStringLiteral("cat("));
        QTRY_VERIFY(bar->problem().contains(QLatin1String("octet 4")));
        QVERIFY(bar->countText().isEmpty());
        field->setText(QStringLiteral("^cats"));
        QTRY_COMPARE(bar->countText(), QStringLiteral("1/1"));
        QVERIFY(bar->problem().isEmpty());
    }

    void showsOnlyTheRowsThatMatch()
    {
        QByteArray text;
        for (int i = 0; i < 30'000; ++i)
            text += QByteArray::number(i) + (i % 1000 == 7 ? " needle and needle\n" : " hay\n");
        auto store = storeOf(text, false);
        const auto pane = shown({.store = store, .mediaType = "text/plain"}, 30'000);
        pane->find();
        auto *bar = pane->findChild<FindBar *>();
        QTest::keyClicks(bar->findChild<QLineEdit *>(), QStringLiteral("needle"));
        toggle(bar, tr("Show only the rows that match"));
        QTRY_COMPARE_WITH_TIMEOUT(pane->view()->rowCount(), 30, patience);
        const auto rows = pane->view()->shownRows();
        QCOMPARE(rows[1]->shape->text(), QStringLiteral("1007 needle and needle"));
        QCOMPARE(rows[1]->label, QStringLiteral("1008"));
        // It goes on with the body.
        QVERIFY(store->append("one more needle\nand hay\n"));
        store->finish();
        pane->noteGrowth();
        QTRY_COMPARE_WITH_TIMEOUT(pane->view()->rowCount(), 31, patience);
        QTest::keyClick(bar->findChild<QLineEdit *>(), Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(pane->view()->rowCount(), 30'002, patience);
    }

    void theRulerLeadsToTheMatches()
    {
        QByteArray text = QByteArray("hay\n").repeated(10'000);
        text.replace(30'000, 3, "pin");
        const auto pane = shown({.store = storeOf(text), .mediaType = "text/plain"}, 10'000);
        auto *ruler = pane->findChild<OverviewRuler *>();
        QVERIFY(!ruler->isVisible());
        pane->find();
        QTest::keyClicks(pane->findChild<FindBar *>()->findChild<QLineEdit *>(),
                         QStringLiteral("pin"));
        QTRY_VERIFY(ruler->isVisible());
        QTest::mouseClick(ruler, Qt::LeftButton, {}, QPoint(4, ruler->height() / 4));
        QTRY_VERIFY(std::abs(pane->view()->topRow() - 2500) < 100);
        const auto marked = [&] {
            const QImage image = ruler->grab().toImage();
            const QColor mark = Theme::instance().color(Token::Warning);
            int rows = 0;
            for (int y = 0; y < image.height(); ++y)
                rows += image.pixelColor(image.width() / 2, y) == mark ? 1 : 0;
            return rows;
        };
        QTRY_VERIFY(marked() > 0); // the one match may still be on its way
        QVERIFY(marked() <= 3);
    }

    // Letters of any case, words and patterns, in every charset, at the octets of the body itself.
    void findsInEveryCharset_data()
    {
        QTest::addColumn<QByteArray>("charset");
        for (const QByteArrayView name :
             {"UTF-16LE", "UTF-16BE", "UTF-32LE", "Shift_JIS", "GB18030", "EUC-JP", "windows-1251"})
            QTest::newRow(name.data()) << name.toByteArray();
    }
    void findsInEveryCharset()
    {
        QFETCH(QByteArray, charset);
        body::CharsetDecoder decoder(charset);
        const QString line = QStringLiteral("строка Слово 123;\n");
        const QByteArray octets = *decoder.encode(line.repeated(5000));
        const QByteArray before = *decoder.encode(QStringLiteral("строка "));
        const QByteArray word = *decoder.encode(QStringLiteral("Слово"));
        const auto pane =
            shown({.store = storeOf(octets), .mediaType = "text/plain", .charset = charset}, 5000);
        QCOMPARE(pane->view()->shownRows().front()->shape->text(), line.chopped(1));
        pane->find();
        auto *bar = pane->findChild<FindBar *>();
        auto *field = bar->findChild<QLineEdit *>();
        field->setText(QStringLiteral("слово"));
        QTRY_COMPARE_WITH_TIMEOUT(bar->countText(), QStringLiteral("1/5,000"), patience);
        const OctetRange first{before.size(), before.size() + word.size()};
        QCOMPARE(pane->view()->selection(), first);
        toggle(bar, QStringLiteral(".*"));
        field->setText(QStringLiteral("сл\\w+(?= \\d{3};$)"));
        QTRY_COMPARE_WITH_TIMEOUT(bar->countText(), QStringLiteral("1/5,000"), patience);
        QCOMPARE(pane->view()->selection(), first);
        pane->findPrevious();
        QCOMPARE(pane->view()->selection().from, octets.size() - octets.size() / 5000 + first.from);
    }

    void switchesTheCharsetLive()
    {
        const QByteArray octets = "\xcf\xf0\xe8\xe2\xe5\xf2\n"; // windows-1251
        const auto pane =
            shown({.store = storeOf(octets), .mediaType = "text/plain", .charset = "koi8-r"}, 1);
        auto *button = pane->findChild<CharsetButton *>();
        QCOMPARE(button->text(), QStringLiteral("KOI8-R"));
        Q_EMIT button->chosen("windows-1251");
        QCOMPARE(pane->view()->shownRows().front()->shape->text(), QStringLiteral("Привет"));
        QCOMPARE(button->text(), QStringLiteral("windows-1251"));
        Q_EMIT button->chosen("UTF-16BE"); // other rows, too
        QTRY_COMPARE_WITH_TIMEOUT(pane->view()->rowCount(), 1, patience);
        QCOMPARE(pane->view()->charset(), QByteArray("UTF-16BE"));
        Q_EMIT button->chosen({});
        QCOMPARE(button->text(), QStringLiteral("KOI8-R"));
    }

    void streamsAreFollowedDocumentsAreNot()
    {
        for (const auto nature : {BodyPane::Nature::Stream, BodyPane::Nature::Document}) {
            auto store = storeOf({}, false);
            BodyPane pane;
            pane.resize(500, 300);
            pane.show();
            pane.showBody({.store = store, .mediaType = "text/plain", .nature = nature});
            QVERIFY(store->append(QByteArray("line\n").repeated(1000)));
            pane.noteGrowth();
            QTRY_COMPARE_WITH_TIMEOUT(pane.view()->rowCount(), 1000, patience);
            QCoreApplication::processEvents();
            const bool atEnd = pane.view()->topRow() > 900;
            QCOMPARE(atEnd, nature == BodyPane::Nature::Stream);
        }
    }

    void savesOctetsOrSaysWhyNot()
    {
        QTemporaryDir folder;
        const auto store = storeOf("0123456789");
        QString said = QStringLiteral("-");
        const QString path = folder.filePath(QStringLiteral("part"));
        saveOctets(store, 2, 6, path, [&](const QString &problem) { said = problem; });
        QTRY_COMPARE_WITH_TIMEOUT(said, QString(), patience);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("2345"));
        saveOctets(store, 0, 4, folder.filePath(QStringLiteral("no/such/folder")),
                   [&](const QString &problem) { said = problem; });
        QTRY_VERIFY_WITH_TIMEOUT(!said.isEmpty(), patience);
    }

    void noticesComeAndGo()
    {
        NoticeBar bar;
        bar.say(NoticeBar::Kind::Warning, QStringLiteral("Something."));
        int pressed = 0;
        bar.addButton(QStringLiteral("Do"), [&] { ++pressed; });
        bar.show();
        QTest::mouseClick(bar.findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(pressed, 1);
        QCOMPARE(bar.sentence(), QStringLiteral("Something."));
        QTest::mouseClick(bar.findChild<QToolButton *>(), Qt::LeftButton);
        QVERIFY(bar.sentence().isEmpty());
        QVERIFY(!bar.isVisible());
    }
};

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication application(argc, argv);
    Theme::apply(application);
    TestBodyViewTools test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_body_view_tools.moc"
