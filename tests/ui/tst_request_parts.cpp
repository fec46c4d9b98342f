// What the form shows of a request beside its rows: its scripts, the two parts of a GraphQL query,
// and that other protocols are kept and not sent. Each is saved into its lines alone.
#include "stage.h"
#include "ui/request/code_edit.h"
#include "ui/request/scintilla.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/collection_desk.h"
#include "ui/shell/session_store.h"
#include "ui/widgets/flat_tab_bar.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QToolButton>

using namespace sonde;
using namespace sonde::ui;
using test::FolderStage;
using Section = RequestPane::Section;

namespace
{

const QByteArray octets = "### Scripted\r\n"
                          "< {%\r\n"
                          "  sign();\r\n"
                          "%}\r\n"
                          "GET http://a.test/\r\n"
                          "\r\n"
                          "### Query\r\n"
                          "GRAPHQL http://a.test/graphql\r\n"
                          "\r\n"
                          "query A {\r\n"
                          "  a\r\n"
                          "}\r\n"
                          "\r\n"
                          "\r\n"
                          "{\"n\": 1}\r\n"
                          "\r\n"
                          "### Socket\r\n"
                          "# of the author\r\n"
                          "WEBSOCKET ws://a.test/\r\n"
                          "\r\n"
                          "### Call\r\n"
                          "GRPC a.test/Greeter/Hello\r\n";

struct Parts : FolderStage {
    explicit Parts(int index)
    {
        write(QStringLiteral("parts.http"), octets);
        open();
        [&] { QTRY_COMPARE(page()->state().index, 0); }(); // the welcome of a first start
        window->desk()->open(path(QStringLiteral("parts.http")), index);
        [&] { QTRY_COMPARE(page()->state().index, index); }();
    }
    [[nodiscard]] RequestPane *pane() const { return page()->request(); }
    [[nodiscard]] QString badge(Section section) const
    {
        return pane()->findChild<FlatTabBar *>()->badge(int(section));
    }
    [[nodiscard]] CodeEdit *editor(const QString &name) const
    {
        for (CodeEdit *edit : pane()->findChildren<CodeEdit *>()) {
            if (edit->focusProxy()->accessibleName() == name)
                return edit;
        }
        return nullptr;
    }
    static void typeAtEnd(CodeEdit *edit, const QString &text)
    {
        auto *typed = edit->findChild<QsciScintilla *>();
        typed->setFocus();
        typed->SendScintilla(QsciScintillaBase::SCI_DOCUMENTEND);
        QTest::keyClicks(typed->viewport(), text);
    }
    void save() const
    {
        window->actions()->action("file.save")->trigger();
        QTRY_VERIFY(!page()->isDirty());
    }
    [[nodiscard]] QByteArray file() const { return read(QStringLiteral("parts.http")); }
    [[nodiscard]] bool says(const QString &text) const
    {
        const auto labels = pane()->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
};

} // namespace

class TestRequestParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void aScriptIsShownAndSavedIntoItsLines()
    {
        Parts stage(1);
        QCOMPARE(stage.badge(Section::Script), QString());
        stage.window->desk()->open(stage.path(QStringLiteral("parts.http")), 0);
        QTRY_COMPARE(stage.page()->state().index, 0);
        // Before anybody has looked at it.
        QTRY_COMPARE(stage.badge(Section::Script), QStringLiteral("●"));
        stage.pane()->showSection(Section::Script);
        CodeEdit *before = stage.editor(QStringLiteral("Before the request"));
        CodeEdit *after = stage.editor(QStringLiteral("After the response"));
        QVERIFY(before && after);
        QTRY_VERIFY(!before->isReadOnly() && !after->isReadOnly());
        QCOMPARE(before->code(), QStringLiteral("  sign();"));
        QCOMPARE(after->code(), QString());
        QVERIFY(stage.says(QStringLiteral("not run")));
        QVERIFY(!stage.page()->isDirty());
        stage.typeAtEnd(before, QStringLiteral(" // x"));
        stage.typeAtEnd(after, QStringLiteral("done"));
        QVERIFY(stage.page()->isDirty());
        stage.save();
        QByteArray wanted = octets;
        wanted.replace("sign();", "sign(); // x");
        wanted.replace("GET http://a.test/\r\n",
                       "GET http://a.test/\r\n\r\n> {%\r\ndone\r\n%}\r\n");
        QCOMPARE(stage.file(), wanted);
        // What would end the script is said, and changes nothing.
        stage.typeAtEnd(after, QStringLiteral("%}"));
        QVERIFY(stage.says(QStringLiteral("ends a script")));
        QVERIFY(stage.pane()->text().octets.contains("done%\r\n%}"));
    }

    // What the form does not show, other programs read all the same.
    void theChipsKnowOfTheScriptBeforeItIsLookedAt()
    {
        Parts stage(0);
        const auto told = [&](const QString &words) {
            const auto buttons = stage.pane()->findChildren<QToolButton *>();
            return std::ranges::any_of(buttons, [&](const QToolButton *button) {
                return button->accessibleName() == words;
            });
        };
        QTRY_VERIFY(told(QStringLiteral("REST Client cannot read this request")));
        QVERIFY(told(QStringLiteral("JetBrains reads this request as it is")));
        // Nor can it write what it does not understand, and that is said, too.
        stage.write(QStringLiteral("odd.http"), "### Odd\nGET http://a.test/\nno header\n");
        stage.window->desk()->open(stage.path(QStringLiteral("odd.http")), 0);
        QTRY_VERIFY(told(QStringLiteral("JetBrains cannot read this request")));
    }

    void undoTakesAScriptBack()
    {
        Parts stage(0);
        stage.pane()->showSection(Section::Script);
        CodeEdit *before = stage.editor(QStringLiteral("Before the request"));
        QTRY_VERIFY(before && !before->isReadOnly());
        stage.typeAtEnd(before, QStringLiteral("x"));
        QVERIFY(stage.page()->isDirty());
        stage.pane()->undo();
        QCOMPARE(before->code(), QStringLiteral("  sign();"));
        QVERIFY(!stage.page()->isDirty());
        stage.pane()->redo();
        QCOMPARE(before->code(), QStringLiteral("  sign();x"));
    }

    void aQueryHasTwoParts()
    {
        Parts stage(1);
        stage.pane()->showSection(Section::Body);
        CodeEdit *query = stage.editor(QStringLiteral("GraphQL query"));
        CodeEdit *variables = stage.editor(QStringLiteral("Variables of the query"));
        QVERIFY(query && variables && query->isVisible());
        QCOMPARE(query->code(), QStringLiteral("query A {\n  a\n}"));
        QCOMPARE(variables->code(), QStringLiteral("{\"n\": 1}"));
        QVERIFY(!stage.page()->isDirty());
        variables->replaceCode(QStringLiteral("{\"n\": 2, \"m\""));
        QTRY_VERIFY(stage.says(QStringLiteral("no JSON object")));
        variables->replaceCode(QStringLiteral("{\"n\": 2}"));
        QTRY_VERIFY(!stage.says(QStringLiteral("no JSON object")));
        stage.save();
        QCOMPARE(stage.file(), QByteArray(octets).replace("\"n\": 1", "\"n\": 2"));
        // Another method, and it is one text again.
        auto *method = stage.pane()->findChild<QComboBox *>();
        method->setEditText(QStringLiteral("POST"));
        QVERIFY(!query->isVisible());
        method->setEditText(QStringLiteral("GRAPHQL"));
        QVERIFY(query->isVisible());
        QVERIFY(!stage.page()->isDirty());
    }

    void otherProtocolsAreSaidNotToBeSent_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("words");
        QTest::newRow("WebSocket") << 2 << QStringLiteral("WebSocket requests");
        QTest::newRow("gRPC") << 3 << QStringLiteral("gRPC requests");
    }
    void otherProtocolsAreSaidNotToBeSent()
    {
        QFETCH(int, index);
        QFETCH(QString, words);
        Parts stage(index);
        QVERIFY(stage.says(words));
        if (index == 2)
            QVERIFY(stage.says(QStringLiteral("of the author")));
        stage.pane()->findChild<QComboBox *>()->setEditText(QStringLiteral("GET"));
        if (index == 3) // the other one is a WebSocket by its URL still
            QVERIFY(!stage.says(words));
    }
};

QTEST_MAIN(TestRequestParts)
#include "tst_request_parts.moc"
