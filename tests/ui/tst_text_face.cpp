// Form and text are two faces of one request: either follows the other, undo spans both, faults
// stand at their lines, and saving changes nothing but what was typed.
#include "collection/library_edit.h"
#include "stage.h"
#include "ui/collections/collection_panel.h"
#include "ui/request/http_styles.h"
#include "ui/request/scintilla.h"
#include "ui/request/text_face.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/collection_desk.h"
#include "ui/shell/library_control.h"
#include "ui/shell/session_store.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/content_zoom.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QLabel>

using namespace sonde;
using namespace sonde::ui;
using test::FolderStage;

namespace
{

const QString name = QStringLiteral("shop.http");
const QByteArray octets = "# of the file\r\n"
                          "@host = a.test\r\n"
                          "### List\r\n"
                          "# a note\r\n"
                          "GET https://{{host}}/orders\r\n"
                          "X-Odd:   \xff kept\r\n"
                          "\r\n"
                          "> {% client.log(1) %}\r\n"
                          "\r\n"
                          "### Create\r\n"
                          "POST https://{{host}}/orders\r\n"
                          "Content-Type: application/json\r\n"
                          "\r\n"
                          "{\"a\":   1}\r\n";

struct Shop : FolderStage {
    Shop() { write(name, octets); }
    void openRequest(int index)
    {
        open();
        QTRY_COMPARE(page()->state().index, 0); // the welcome of a first start
        window->desk()->open(path(name), index);
        QTRY_COMPARE(page()->state().index, index);
    }
    void showText()
    {
        window->actions()->action("view.text")->trigger();
        QCOMPARE(pane()->face(), RequestPane::Face::Text);
        QTRY_VERIFY(!text().isEmpty());
    }
    [[nodiscard]] RequestPane *pane() const { return page()->request(); }
    [[nodiscard]] QsciScintilla *editor() const
    {
        return pane()->textFace()->findChild<QsciScintilla *>();
    }
    [[nodiscard]] QByteArray text() const { return pane()->textFace()->octets(); }
    void type(int line, int column, const QString &what)
    {
        editor()->setFocus();
        editor()->setCursorPosition(line, column);
        QTest::keyClicks(editor()->viewport(), what);
    }
    [[nodiscard]] QByteArray changed(const QByteArray &from, const QByteArray &to) const
    {
        QByteArray all = octets;
        return all.replace(from, to);
    }
};

} // namespace

class TestTextFace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void theTextIsTheFilesLinesAndNothingIsDirty()
    {
        Shop shop;
        shop.openRequest(1);
        shop.showText();
        QCOMPARE(shop.text(), octets.sliced(octets.indexOf("### Create")));
        QVERIFY(!shop.page()->isDirty());
        QVERIFY(shop.pane()->textFace()->faults().empty());
        // The same key brings the form back.
        QTest::keyClick(shop.window.get(), Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(shop.pane()->face(), RequestPane::Face::Form);
    }

    void whatIsTypedInTheTextIsInTheForm()
    {
        Shop shop;
        shop.openRequest(1);
        shop.showText();
        shop.type(1, 28, QStringLiteral("?x=1"));
        QCOMPARE(shop.pane()->document().url, QStringLiteral("https://{{host}}/orders?x=1"));
        QCOMPARE(shop.url()->text(), QStringLiteral("https://{{host}}/orders?x=1"));
        QVERIFY(shop.page()->isDirty());
        QTest::keyClick(shop.window.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!shop.page()->isDirty());
        QCOMPARE(shop.read(name),
                 shop.changed("POST https://{{host}}/orders", "POST https://{{host}}/orders?x=1"));
    }

    void whatIsTypedInTheFormIsInTheText()
    {
        Shop shop;
        shop.openRequest(0);
        shop.showText();
        shop.url()->setFocus();
        QTest::keyClick(shop.url(), Qt::Key_End);
        QTest::keyClicks(shop.url(), QStringLiteral("/7"));
        QVERIFY2(shop.text().contains("GET https://{{host}}/orders/7\r\nX-Odd:   \xff kept\r\n"),
                 shop.text().constData());
        QTest::keyClick(shop.window.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!shop.page()->isDirty());
        QCOMPARE(shop.read(name), shop.changed("GET https://{{host}}/orders\r\n",
                                               "GET https://{{host}}/orders/7\r\n"));
    }

    void zoomIsThatOfAllContent()
    {
        Shop shop;
        shop.openRequest(1);
        shop.showText();
        const auto size = [&] {
            return shop.editor()->SendScintilla(QsciScintillaBase::SCI_STYLEGETSIZE,
                                                ulong(HttpStyle::Text));
        };
        const long usual = size();
        ContentZoom::instance().setPercent(200);
        QCOMPARE(size(), 2 * usual);
        ContentZoom::instance().setPercent(ContentZoom::usual);
        QCOMPARE(size(), usual);
    }

    void whatTheFormSaysMeanwhileIsThereWhenTheTextIsShownAgain()
    {
        Shop shop;
        shop.openRequest(1);
        shop.showText();
        shop.window->actions()->action("view.text")->trigger();
        QCOMPARE(shop.pane()->face(), RequestPane::Face::Form);
        QTest::keyClick(shop.url(), Qt::Key_End);
        QTest::keyClicks(shop.url(), QStringLiteral("/7"));
        shop.showText();
        QVERIFY2(shop.text().contains("POST https://{{host}}/orders/7\r\n"),
                 shop.text().constData());
    }

    void renamedInTheSidebarNothingIsInTheWayOfSaving()
    {
        Shop shop;
        shop.openRequest(1);
        shop.showText();
        const auto place = [&] {
            shop.window->sidebar()->collections()->select(shop.path(name), 1);
            return shop.window->sidebar()->collections()->tree()->currentPlace();
        };
        QTRY_VERIFY(place());
        shop.window->library()->desk()->run([place = *place()] {
            return collection::renameRequest(place.path, place.request, QStringLiteral("Make"));
        });
        QTRY_VERIFY(shop.text().startsWith("### Make\r\n"));
        QVERIFY(!shop.page()->isDirty());
        shop.type(1, 28, QStringLiteral("?x=1"));
        QTest::keyClick(shop.window.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!shop.page()->isDirty());
        QVERIFY(shop.pane()->hint()->isHidden());
        QVERIFY(shop.read(name).contains("### Make\r\nPOST https://{{host}}/orders?x=1\r\n"));
    }

    void aCommentIsAnEditToo()
    {
        Shop shop;
        shop.openRequest(0);
        shop.showText();
        shop.type(1, 8, QStringLiteral("!"));
        QVERIFY(shop.text().contains("# a note!\r\n"));
        QVERIFY(shop.page()->isDirty());
        QTest::keyClick(shop.window.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!shop.page()->isDirty());
        QCOMPARE(shop.read(name), shop.changed("# a note\r\n", "# a note!\r\n"));
    }

    void undoSpansBothFaces()
    {
        Shop shop;
        shop.openRequest(1);
        shop.showText();
        const QByteArray before = shop.text();
        shop.type(1, 28, QStringLiteral("?x=1"));
        QTest::qWait(1100); // another step
        shop.url()->setFocus();
        QTest::keyClick(shop.url(), Qt::Key_End);
        QTest::keyClicks(shop.url(), QStringLiteral("&y=2"));
        QVERIFY(shop.text().contains("?x=1&y=2"));
        shop.window->actions()->action("edit.undo")->trigger();
        QVERIFY(shop.text().contains("?x=1\r\n"));
        QCOMPARE(shop.url()->text(), QStringLiteral("https://{{host}}/orders?x=1"));
        shop.editor()->setFocus();
        QTest::keyClick(shop.editor(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shop.text(), before);
        QCOMPARE(shop.pane()->document().url, QStringLiteral("https://{{host}}/orders"));
        QVERIFY(!shop.page()->isDirty());
        QTest::keyClick(shop.editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(shop.text().contains("?x=1\r\n"));
    }

    void faultsStandAtTheirLines()
    {
        Shop shop;
        shop.openRequest(1);
        shop.showText();
        shop.type(2, 30, {});
        QTest::keyClick(shop.editor()->viewport(), Qt::Key_Return);
        shop.type(3, 0, QStringLiteral("noheader"));
        const QString kept = shop.pane()->document().url;
        QTRY_COMPARE(shop.pane()->textFace()->faults().size(), size_t(1));
        QCOMPARE(shop.pane()->textFace()->faults()[0].line, size_t(3));
        auto *told =
            shop.pane()->textFace()->findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_VERIFY(told->isVisible());
        QVERIFY2(told->text().startsWith(QLatin1String("Line 4: ")), qPrintable(told->text()));
        QVERIFY(!shop.editor()->annotation(3).isEmpty());
        QCOMPARE(shop.pane()->document().url, kept); // nothing was lost meanwhile
        shop.type(3, 8, QStringLiteral(": 1"));
        QTRY_VERIFY(!told->isVisible());
        QCOMPARE(shop.pane()->document().headers.back().value, QStringLiteral("1"));
    }

    void aScriptIsKeptAndTold()
    {
        Shop shop;
        shop.openRequest(0);
        shop.showText();
        // Said once: above the request when it was opened, or above its lines.
        auto *note = shop.pane()->textFace()->findChild<NoticeBar *>();
        QTRY_VERIFY(note->isVisible() || shop.pane()->hint()->isVisible());
        shop.pane()->hint()->dismiss();
        shop.type(1, 8, QStringLiteral("!"));
        QTRY_VERIFY(note->isVisible());
        QVERIFY(shop.text().contains("> {% client.log(1) %}"));
    }

    void aDraftOfTheTextComesBackAfterARestart()
    {
        Shop shop;
        shop.openRequest(0);
        shop.showText();
        shop.type(1, 8, QStringLiteral(" of mine"));
        const QByteArray draft = shop.text();
        shop.window->close();
        shop.open();
        QTRY_VERIFY(shop.pane()->textFace());
        QCOMPARE(shop.pane()->face(), RequestPane::Face::Text);
        QTRY_COMPARE(shop.text(), draft);
        QVERIFY(shop.page()->isDirty());
        QCOMPARE(shop.read(name), octets);
    }

    void aNewRequestHasATextToo()
    {
        Shop shop;
        shop.openRequest(1);
        shop.window->actions()->action("file.new-tab")->trigger();
        shop.showText();
        QVERIFY2(shop.text().startsWith("###"), shop.text().constData());
        QTRY_VERIFY(!shop.pane()->textFace()->faults().empty()); // there is no address yet
        shop.type(1, 4, QStringLiteral("https://a.test/"));
        QCOMPARE(shop.pane()->document().url, QStringLiteral("https://a.test/"));
    }

    void anotherProgramsCommentIsNotOverwritten()
    {
        Shop shop;
        shop.openRequest(0);
        shop.showText();
        shop.type(1, 8, QStringLiteral("!"));
        const QByteArray theirs = shop.changed("# a note\r\n", "# their note\r\n");
        shop.write(name, theirs);
        QTest::keyClick(shop.window.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(shop.pane()->hint()->isVisible());
        QCOMPARE(shop.read(name), theirs);
        QVERIFY(shop.text().contains("# a note!"));
    }

    void stylesFollowTheLines()
    {
        const auto read = collection::readText(
            {"### T\nGET http://{{a}}/{{b}}\nX: 1\n\n{\"k\": \"v\", \"n\": 12, \"t\": true}\n",
             true});
        const QByteArray styles =
            httpStyles(*read, [](const QString &variable) { return variable == u"a"; });
        const QByteArray text = read->text.octets();
        const auto at = [&](const char *what) { return HttpStyle(styles[text.indexOf(what)]); };
        QCOMPARE(styles.size(), text.size());
        QVERIFY(at("###") == HttpStyle::Separator);
        QVERIFY(at("GET") == HttpStyle::Method);
        QVERIFY(at("http") == HttpStyle::Target);
        QVERIFY(at("{{a") == HttpStyle::Variable);
        QVERIFY(at("{{b") == HttpStyle::UnknownVariable);
        QVERIFY(at("X:") == HttpStyle::HeaderName);
        QVERIFY(at("\"k\"") == HttpStyle::Key);
        QVERIFY(at("\"v\"") == HttpStyle::String);
        QVERIFY(at("12") == HttpStyle::Number);
        QVERIFY(at("true") == HttpStyle::Keyword);
    }
};

QTEST_MAIN(TestTextFace)
#include "tst_text_face.moc"
