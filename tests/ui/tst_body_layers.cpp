// A body between its content codings and in every charset, its octets read as numbers, as a file
// for others, and as an XML tree; how all looks are in both themes.
#include "body/byte_store.h"
#include "body/charset.h"
#include "body/jq_filter.h"
#include "body_stores.h"
#include "tests/support/zlib_packed.h"
#include "ui/body/body_file.h"
#include "ui/body/body_pane.h"
#include "ui/body/charset_button.h"
#include "ui/body/difference_window.h"
#include "ui/body/hex_inspector.h"
#include "ui/body/json_path_bar.h"
#include "ui/body/layer_button.h"
#include "ui/body/tree_page.h"
#include "ui/widgets/notice_bar.h"

#include <QAbstractItemModelTester>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>

using namespace sonde;
using namespace sonde::ui;
using test::storeOf;
using testing::gzipped;
using testing::zlibPacked;

namespace
{

constexpr int patience = 60'000; // ms; only to notice a hang

QByteArray shown(BodyPane &pane)
{
    const auto store = pane.view()->store();
    return store ? store->read(0, store->size()).value_or(QByteArray()) : QByteArray();
}

QString read(HexInspector &inspector, int row, int column)
{
    return inspector.model().index(row, column).data().toString();
}

} // namespace

class TestBodyLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_CACHE_HOME", m_home.path().toUtf8());
        Theme::apply(*qApp);
    }

    void filtersReadEveryCharset_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *name : {"UTF-8", "windows-1252", "UTF-16LE", "UTF-32BE"})
            QTest::newRow(name) << QStringLiteral("[{\"name\":\"Grüße\"},{\"name\":\"no\"}]\n");
    }
    void filtersReadEveryCharset()
    {
        QFETCH(const QString, text);
        const char *const charset = QTest::currentDataTag();
        BodyPane pane;
        pane.resize(700, 400);
        pane.show();
        pane.showBody({.store = storeOf(*body::CharsetDecoder(charset).encode(text)),
                       .mediaType = "application/json",
                       .charset = charset});
        const auto row = [&](size_t number) {
            const auto rows = pane.view()->shownRows();
            return rows.size() > number ? rows[number]->shape->text() : QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(row(2), QStringLiteral("    \"name\": \"Grüße\""), patience);
        pane.setLook(BodyPane::Look::Tree);
        TreeModel &model = pane.tree()->model();
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(model.index(0, 0, {})), 2, patience);
        QVERIFY(body::workers().waitForDone(patience));
        QCoreApplication::processEvents();
        QVERIFY(pane.fault()->sentence().isEmpty() || body::unitSize(charset) == 1);
        pane.setLook(BodyPane::Look::Text);
        pane.filter();
        auto *bar = pane.findChild<JsonPathBar *>();
        auto *field = bar->findChild<QLineEdit *>();
        field->setText(QStringLiteral("$[?@.name == 'Grüße'].name"));
        QTRY_COMPARE_WITH_TIMEOUT(row(1), QStringLiteral("\"Grüße\""), patience);
        if (body::jqProgram().isEmpty())
            return;
        field->setText(QStringLiteral(".[0].name | length, ."));
        bar->findChild<QComboBox *>()->setCurrentText(QStringLiteral("jq"));
        QTRY_COMPARE_WITH_TIMEOUT(row(0), QStringLiteral("5"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(row(1), QStringLiteral("\"Grüße\""), patience);
    }

    // One of several bears a round mark, which Qt gives to what is in an exclusive group alone.
    void choicesExcludeEachOther()
    {
        BodyPane pane;
        pane.showBody({.store = storeOf("grün"),
                       .mediaType = "text/plain",
                       .charset = "utf-8",
                       .codings = {"gzip", "deflate"},
                       .received = storeOf(zlibPacked(gzipped("grün"), 15))});
        for (QToolButton *button : {static_cast<QToolButton *>(pane.findChild<CharsetButton *>()),
                                    static_cast<QToolButton *>(pane.findChild<LayerButton *>())}) {
            for (int time = 0; time < 2; ++time) {
                Q_EMIT button->menu()->aboutToShow();
                int chosen = 0;
                for (const QAction *action : button->menu()->actions()) {
                    QVERIFY(action->isSeparator() || action->actionGroup());
                    QVERIFY(action->isSeparator() || action->actionGroup()->isExclusive());
                    chosen += action->isChecked() ? 1 : 0;
                }
                QCOMPARE(chosen, 1);
                QVERIFY(button->menu()->activeAction()->isChecked());
            }
        }
    }

    // In the charset of the body, which may be chosen anew; what it cannot read stays in sight.
    void theTreeIsReadInTheBodysCharset()
    {
        BodyPane pane;
        pane.resize(900, 500);
        pane.show();
        pane.showBody({.store = storeOf("<?xml version='1.0'?><gr\xfc\xdf an='K\xf6ln &#8364;'>"
                                        "\xe4</gr\xfc\xdf>"),
                       .mediaType = "application/xml",
                       .charset = "utf-8"});
        pane.setLook(BodyPane::Look::Tree);
        auto *model = &pane.tree()->model();
        const auto cell = [&](const QModelIndex &parent, int row, int column) {
            return model->index(row, column, parent).data().toString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 2, patience);
        const QModelIndex root = model->index(1, 0, {});
        QTRY_VERIFY_WITH_TIMEOUT(pane.tree()->tree()->isExpanded(root), patience);
        QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(root), 2, patience);
        QCOMPARE(root.data().toString(), QStringLiteral("gr‹fc›‹df›"));
        QCOMPARE(cell(root, 0, 1), QStringLiteral("K‹f6›ln €"));
        pane.tree()->tree()->setCurrentIndex(model->index(1, 0, root));
        Q_EMIT pane.findChild<CharsetButton *>()->chosen("windows-1252");
        QCOMPARE(root.data().toString(), QStringLiteral("grüß"));
        QCOMPARE(cell(root, 0, 1), QStringLiteral("Köln €"));
        QCOMPARE(pane.tree()->path(), QStringLiteral("/*[1][self::grüß]/text()"));
        QVERIFY(pane.tree()->tree()->isExpanded(root)); // the place is kept
        QApplication::clipboard()->clear();
        pane.tree()->copyValue();
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::clipboard()->text(), QStringLiteral("ä"), patience);
        // A name that is cut off is cut between two characters.
        pane.showBody({.store = storeOf("[\"" + QByteArray("€").repeated(200) + "\"]"),
                       .mediaType = "application/json",
                       .charset = "utf-8"});
        pane.setLook(BodyPane::Look::Tree);
        const auto first = [&] { return model->index(0, 0, model->index(0, 0, {})); };
        QTRY_VERIFY_WITH_TIMEOUT(first().isValid(), patience);
        QCOMPARE(first().siblingAtColumn(1).data().toString(), u'"' + QString(99, u'€') + u'…');
    }

    void everyCodingCanBeLookedUnder()
    {
        const QByteArray text = R"({"a":1})";
        const QByteArray once = gzipped(text);
        const QByteArray twice = zlibPacked(once, 15);
        BodyPane pane;
        pane.resize(900, 500);
        pane.show();
        pane.showBody({.store = storeOf(text),
                       .mediaType = "application/json",
                       .fileName = QStringLiteral("a.json"),
                       .codings = {"gzip", "deflate"},
                       .received = storeOf(twice)});
        QCOMPARE(pane.codingsOn(), 0);
        auto *button = pane.findChild<LayerButton *>();
        QVERIFY(button->isVisible());
        QCOMPARE(pane.look(), BodyPane::Look::Pretty);
        pane.showCodings(2);
        QCOMPARE(shown(pane), twice);
        QCOMPARE(pane.look(), BodyPane::Look::Hex);
        pane.showCodings(1);
        QTRY_COMPARE_WITH_TIMEOUT(shown(pane), once, patience);
        QVERIFY(button->text().contains(QLatin1String("deflate")));
        pane.showCodings(0);
        QCOMPARE(pane.look(), BodyPane::Look::Pretty);
        pane.setLook(BodyPane::Look::Text);
        QCOMPARE(shown(pane), text);
        // The menu offers the three of them, the one that is shown marked.
        QMetaObject::invokeMethod(button->menu(), "aboutToShow");
        const auto actions = button->menu()->actions();
        QCOMPARE(actions.size(), 3);
        QVERIFY(actions[0]->isChecked());
        actions[2]->trigger();
        QCOMPARE(pane.codingsOn(), 2);
    }

    void aBodyThatWasNotDecodedCanBe()
    {
        BodyPane pane;
        pane.show();
        pane.showBody({.store = storeOf(gzipped("hello")),
                       .mediaType = "text/plain",
                       .codings = {"gzip"},
                       .received = storeOf({})});
        QCOMPARE(pane.codingsOn(), 1);
        pane.showCodings(0);
        QTRY_COMPARE_WITH_TIMEOUT(shown(pane), QByteArray("hello"), patience);
    }

    void aBrokenCodingSaysSo()
    {
        QByteArray broken = gzipped(QByteArray("hello").repeated(1000));
        broken[broken.size() / 2] = char(~broken[broken.size() / 2]);
        BodyPane pane;
        pane.show();
        pane.showBody({.store = storeOf(broken), .codings = {"gzip"}, .received = storeOf({})});
        pane.showCodings(0);
        QTRY_VERIFY_WITH_TIMEOUT(!pane.notice()->sentence().isEmpty(), patience);
        pane.showBody({.store = storeOf("x"), .codings = {"rot13"}, .received = storeOf({})});
        pane.showCodings(0);
        QTRY_VERIFY2(pane.notice()->sentence().contains(QLatin1String("rot13")),
                     qPrintable(pane.notice()->sentence()));
        QCOMPARE(pane.codingsOn(), 1);
    }

    void octetsAtTheCursorAreRead()
    {
        BodyPane pane;
        pane.resize(1200, 500);
        pane.show();
        pane.showBody({.store = storeOf(QByteArray::fromHex("00010203c3a90000ff"))});
        QCOMPARE(pane.look(), BodyPane::Look::Hex);
        HexInspector &inspector = *pane.inspector();
        QVERIFY(inspector.isVisible());
        const QAbstractItemModelTester tester(&inspector.model());
        const auto *table = inspector.findChild<QTableView *>();
        for (int row = 0; row < inspector.model().rowCount(); ++row) // cut off they would be alike
            QVERIFY(table->fontMetrics().horizontalAdvance(read(inspector, row, 0)) <
                    table->columnWidth(0) - 20);
        QCOMPARE(read(inspector, 3, OctetReadingModel::Little), QStringLiteral("256"));
        QCOMPARE(read(inspector, 3, OctetReadingModel::Big), QStringLiteral("1"));
        pane.view()->setFocus();
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(pane.view(), Qt::Key_Right);
        QCOMPARE(read(inspector, 12, OctetReadingModel::Little), QStringLiteral("é  U+00E9"));
        QTest::keyClick(pane.view(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(pane.view(), Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY2(inspector.place().contains(QLatin1String("0x4")) &&
                     inspector.place().contains(QLatin1Char('2')),
                 qPrintable(inspector.place()));
        // Hidden where there is no room, until it is asked for.
        pane.resize(600, 500);
        QTRY_VERIFY(!inspector.isVisible());
        for (auto *button : pane.findChildren<QToolButton *>()) {
            if (button->accessibleName() == QLatin1String("Inspector"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(inspector.isVisible());
        pane.setLook(BodyPane::Look::Text);
        QVERIFY(!inspector.isVisible());
    }

    void whatIsDraggedIsWrittenWhenItIsAskedFor()
    {
        const QByteArray octets = QByteArray("0123456789").repeated(300'000);
        const BodyMimeData mime(storeOf(octets), QStringLiteral("../../pic.png"));
        QVERIFY(mime.hasUrls());
        QVERIFY(!QFile::exists(m_home.filePath(QStringLiteral("sonde/opened"))));
        const auto urls = mime.urls();
        QCOMPARE(urls.size(), 1);
        QFile file(urls.front().toLocalFile());
        QVERIFY(file.fileName().startsWith(m_home.path()));
        QVERIFY(file.fileName().endsWith(QLatin1String("/pic.png")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), octets);
        QCOMPARE(mime.urls(), urls); // written once
    }

    void whatMightBeRunIsAskedAbout()
    {
        QVERIFY(mightBeRun(QStringLiteral("a.desktop")));
        QVERIFY(mightBeRun(QStringLiteral("a.sh")));
        QVERIFY(!mightBeRun(QStringLiteral("a.json")));
        QVERIFY(!mightBeRun(QStringLiteral("a.png")));
        BodyPane pane;
        pane.show();
        pane.showBody({.store = storeOf("#!/bin/sh"), .fileName = QStringLiteral("a.sh")});
        pane.openWithProgram();
        QVERIFY(pane.notice()->sentence().contains(QLatin1String("a.sh")));
    }

    void xmlIsATree()
    {
        BodyPane pane;
        pane.resize(900, 500);
        pane.show();
        const QByteArray xml = "<?xml version=\"1.0\"?>\n<shop name=\"A &amp; B\"><item><id>1</id>"
                               "</item><item><id>2</id></item></shop>";
        pane.showBody({.store = storeOf(xml), .mediaType = "application/xml"});
        QCOMPARE(pane.look(), BodyPane::Look::Pretty);
        pane.setLook(BodyPane::Look::Tree);
        TreePage &page = *pane.tree();
        const QAbstractItemModelTester tester(&page.model());
        TreeModel &model = page.model();
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 2, patience);
        const QModelIndex root = model.index(1, 0, {});
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(root), 3, patience); // its own page opens it
        QCOMPARE(root.data().toString(), QStringLiteral("shop"));
        QCOMPARE(model.index(0, 0, root).data().toString(), QStringLiteral("@name"));
        QCOMPARE(model.index(0, 1, root).data().toString(), QStringLiteral("A & B"));
        page.reveal(xml.indexOf("2</id>"));
        QTRY_COMPARE_WITH_TIMEOUT(
            page.path(), QStringLiteral("/*[1][self::shop]/*[2][self::item]/*[1][self::id]/text()"),
            patience);
        page.copyValue();
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::clipboard()->text(), QStringLiteral("2"), patience);
        page.tree()->setCurrentIndex(model.index(2, 0, root));
        page.copyPretty();
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::clipboard()->text(),
                                  QStringLiteral("<item>\n  <id>2</id>\n</item>\n"), patience);
    }

    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    // In both themes, kept where SONDE_SHOTS names a folder; no look widens the pane.
    void looks()
    {
        QFETCH(const bool, dark);
        Theme::instance().setScheme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
        using Look = BodyPane::Look;
        const QByteArray json = R"({"name":"Sonde","tags":["a","b"],"at":{"x":1.5,"y":null}})";
        const QByteArray xml = "<?xml version=\"1.0\"?><shop name=\"A &amp; B\"><!-- two --><item "
                               "id=\"1\">One <b>thing</b></item><item id=\"2\"/></shop>";
        struct Scene {
            const char *name;
            BodyPane::Content content;
            Look look;
        };
        const Scene scenes[] = {
            {"pretty-json",
             {.store = storeOf(json), .mediaType = "application/json"},
             Look::Pretty},
            {"tree-json", {.store = storeOf(json), .mediaType = "application/json"}, Look::Tree},
            {"pretty-xml", {.store = storeOf(xml), .mediaType = "text/xml"}, Look::Pretty},
            {"tree-xml", {.store = storeOf(xml), .mediaType = "text/xml"}, Look::Tree},
            {"pretty-html",
             {.store = storeOf("<!doctype html><html><head><title>T</title></head><body><p>One "
                               "<b>two</b></p><ul><li>a<li>b</ul></body></html>"),
              .mediaType = "text/html"},
             Look::Pretty},
            {"pretty-css",
             {.store = storeOf("@media print{a:hover{color:red;margin:0 1px}}/* end */"),
              .mediaType = "text/css"},
             Look::Pretty},
            {"pretty-js",
             {.store = storeOf("function f(a){if(a>1){return `x${a}`}else{return/[/]/}}// end"),
              .mediaType = "text/javascript"},
             Look::Pretty},
            {"hex",
             {.store = storeOf(QByteArray::fromHex("00010203c3a9ff").repeated(60))},
             Look::Hex},
        };
        for (const Scene &scene : scenes) {
            BodyPane pane;
            pane.resize(1100, 460);
            pane.show();
            pane.showBody(scene.content);
            pane.setLook(scene.look);
            QTest::qWait(150);
            QCOMPARE(pane.look(), scene.look);
            QCOMPARE(pane.size(), QSize(1100, 460));
            keep(pane, scene.name);
            pane.resize(480, 300);
            QTest::qWait(20);
            QCOMPARE(pane.size(), QSize(480, 300));
        }
        BodyPane coded;
        coded.resize(900, 460);
        coded.show();
        coded.showBody({.store = storeOf(json),
                        .mediaType = "application/json",
                        .codings = {"gzip"},
                        .received = storeOf(gzipped(json))});
        coded.showCodings(1);
        QTest::qWait(50);
        keep(coded, "as-received");
        const BodyPane::Content other{
            .store = storeOf(R"({"name":"Sonde now","tags":["b","a"],"at":{"x":2,"z":[]}})"),
            .mediaType = "application/json",
            .title = QStringLiteral("GET /b · 200")};
        const BodyPane::Content first{.store = storeOf(json),
                                      .mediaType = "application/json",
                                      .title = QStringLiteral("GET /a · 200")};
        DifferenceWindow window({first.title, first}, {other.title, other});
        window.resize(1000, 420);
        window.show();
        using Form = DifferenceWindow::Form;
        for (const auto &[form, name] : {std::pair(Form::LaidOut, "difference-rows"),
                                         std::pair(Form::Structure, "difference-json"),
                                         std::pair(Form::Octets, "difference-octets")}) {
            window.setForm(form);
            QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy() && window.model().rowCount() > 0, patience);
            QTest::qWait(50);
            keep(window, name);
        }
        Theme::instance().setScheme(Theme::Scheme::System);
    }

private:
    static void keep(QWidget &widget, const QByteArray &name)
    {
        const QPixmap picture = widget.grab();
        QVERIFY(!picture.isNull());
        const QString folder = qEnvironmentVariable("SONDE_SHOTS");
        if (folder.isEmpty())
            return;
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(picture.save(QStringLiteral("%1/%2-%3.png")
                                 .arg(folder, QString::fromLatin1(name),
                                      QString::fromLatin1(QTest::currentDataTag()))));
    }

    QTemporaryDir m_home;
};

QTEST_MAIN(TestBodyLayers)
#include "tst_body_layers.moc"
