// The request pane under real keys and clicks: address, parameters, headers, bodies, options, undo.
#include "ui/request/body_page.h"
#include "ui/request/code_edit.h"
#include "ui/request/method_box.h"
#include "ui/request/request_pane.h"
#include "ui/request/row_editor.h"
#include "ui/request/row_table.h"
#include "ui/request/url_edit.h"
#include "ui/request/version_box.h"
#include "ui/widgets/flat_tab_bar.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace sonde;
using namespace sonde::ui;
using collection::BodyMode;
using collection::RequestDocument;
using collection::Row;

namespace
{

struct Stage {
    RequestPane pane;
    UrlEdit *url = pane.findChild<UrlEdit *>();

    Stage()
    {
        pane.resize(900, 420);
        pane.show();
        if (!QTest::qWaitForWindowActive(&pane))
            qFatal("the pane does not become active");
    }
    [[nodiscard]] RowEditor *rows(RequestPane::Section section)
    {
        pane.showSection(section);
        for (RowEditor *editor : pane.findChildren<RowEditor *>()) {
            if (editor->isVisible())
                return editor;
        }
        qFatal("there is no table in this section");
    }
    // Types into the cell as a person does who clicked it.
    void typeInto(RowTable *table, int row, int column, const QString &text)
    {
        const QModelIndex index = table->model()->index(row, column);
        table->setCurrentIndex(index);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_F2);
        auto *editor = table->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        QCoreApplication::processEvents(); // the delegate commits from the loop
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    [[nodiscard]] QString badge(RequestPane::Section section)
    {
        return pane.findChild<FlatTabBar *>()->badge(int(section));
    }
};

} // namespace

class TestRequestPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void typingAQueryFillsTheParameters()
    {
        Stage stage;
        QTest::keyClicks(stage.url, QStringLiteral("http://h/p?a=1&b=two"));
        const auto &rows = stage.rows(RequestPane::Section::Params)->model()->rows();
        QCOMPARE(rows.size(), size_t(2));
        QCOMPARE(rows[1], (Row{QStringLiteral("b"), QStringLiteral("two")}));
        QCOMPARE(stage.badge(RequestPane::Section::Params), QStringLiteral("2"));
    }

    void editingAParameterEditsTheUrl()
    {
        Stage stage;
        QTest::keyClicks(stage.url, QStringLiteral("http://h/p?a=1&b=two"));
        RowTable *table = stage.rows(RequestPane::Section::Params)->table();
        stage.typeInto(table, 1, RowModel::Value, QStringLiteral("3"));
        QCOMPARE(stage.url->text(), QStringLiteral("http://h/p?a=1&b=3"));
        stage.typeInto(table, 2, RowModel::Name, QStringLiteral("c"));
        stage.typeInto(table, 2, RowModel::Value, QStringLiteral("x"));
        QCOMPARE(stage.url->text(), QStringLiteral("http://h/p?a=1&b=3&c=x"));
        QCOMPARE(table->model()->rowCount(), 4);
    }

    void aParameterThatIsSwitchedOffLeavesTheUrlAndKeepsItsPlace()
    {
        Stage stage;
        QTest::keyClicks(stage.url, QStringLiteral("http://h/p?a=1&b=2&c=3"));
        RowEditor *editor = stage.rows(RequestPane::Section::Params);
        editor->table()->setCurrentIndex(editor->model()->index(1, 0));
        editor->table()->setFocus();
        QTest::keyClick(editor->table(), Qt::Key_Space);
        QCOMPARE(stage.url->text(), QStringLiteral("http://h/p?a=1&c=3"));
        QCOMPARE(stage.pane.document().disabledParams.size(), size_t(1));
        QCOMPARE(stage.badge(RequestPane::Section::Params), QStringLiteral("2"));
        stage.url->setFocus();
        QTest::keyClick(stage.url, Qt::Key_End);
        QTest::keyClicks(stage.url, QStringLiteral("4"));
        QCOMPARE(editor->model()->rows()[1].name, QStringLiteral("b"));
        QCOMPARE(editor->model()->rows()[2].value, QStringLiteral("34"));
        editor->table()->setCurrentIndex(editor->model()->index(1, 0));
        QTest::keyClick(editor->table(), Qt::Key_Space);
        QCOMPARE(stage.url->text(), QStringLiteral("http://h/p?a=1&b=2&c=34"));
    }

    void aClickOnTheSwitchSwitches()
    {
        Stage stage;
        QTest::keyClicks(stage.url, QStringLiteral("http://h/p?a=1"));
        RowTable *table = stage.rows(RequestPane::Section::Params)->table();
        const QRect cell = table->visualRect(table->model()->index(0, 0));
        const QPoint box(cell.left() + 16, cell.center().y());
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, box);
        QCOMPARE(stage.url->text(), QStringLiteral("http://h/p"));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, box);
        QCOMPARE(stage.url->text(), QStringLiteral("http://h/p?a=1"));
    }

    void aClickOnTheEmptyRowStartsTyping()
    {
        Stage stage;
        RowTable *table = stage.rows(RequestPane::Section::Headers)->table();
        const QRect cell = table->visualRect(table->model()->index(0, 0));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center());
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("X-One"));
        QTest::keyClick(editor, Qt::Key_Tab);
        QCoreApplication::processEvents();
        editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY2(editor, "Tab goes on to the value");
        QTest::keyClicks(editor, QStringLiteral("1"));
        QTest::keyClick(editor, Qt::Key_Return);
        QCoreApplication::processEvents();
        QCOMPARE(stage.pane.document().headers,
                 (std::vector<Row>{{QStringLiteral("X-One"), QStringLiteral("1")}}));
    }

    void rowsAreDeletedAndMovedByKeyAndComeBackByUndo()
    {
        Stage stage;
        QTest::keyClicks(stage.url, QStringLiteral("http://h/p?a=1&b=2&c=3"));
        RowEditor *editor = stage.rows(RequestPane::Section::Params);
        RowTable *table = editor->table();
        table->setCurrentIndex(editor->model()->index(2, 0));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(stage.url->text(), QStringLiteral("http://h/p?a=1&c=3&b=2"));
        QCOMPARE(table->currentIndex().row(), 1);
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(stage.url->text(), QStringLiteral("http://h/p?a=1&b=2"));
        QVERIFY(stage.pane.canUndo());
        stage.pane.undo();
        QCOMPARE(stage.url->text(), QStringLiteral("http://h/p?a=1&c=3&b=2"));
        stage.pane.undo();
        QCOMPARE(stage.url->text(), QStringLiteral("http://h/p?a=1&b=2&c=3"));
        stage.pane.redo();
        stage.pane.redo();
        QCOMPARE(stage.url->text(), QStringLiteral("http://h/p?a=1&b=2"));
    }

    void rowModelIsAProperModel()
    {
        RowModel model(QStringLiteral("Add"));
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({{QStringLiteral("a"), QStringLiteral("1")},
                       {QStringLiteral("b"), QStringLiteral("2")},
                       {QStringLiteral("c"), QStringLiteral("3")}});
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRows({{QStringLiteral("a"), QStringLiteral("1")},
                       {QStringLiteral("c"), QStringLiteral("3")}});
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed[0][1].toInt(), 1);
        QCOMPARE(removed[0][2].toInt(), 1);
        QVERIFY(model.setData(model.index(2, 0), QStringLiteral("new"), Qt::EditRole));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.rowCount(), 4);
        QVERIFY(model.moveRow({}, 2, {}, 0));
        QCOMPARE(model.rows()[0].name, QStringLiteral("new"));
        QVERIFY(!model.removeRows(3, 1)); // the empty row stays
        QCOMPARE(reset.size(), 0);
    }

    void headerNamesAndValuesAreCompleted()
    {
        Stage stage;
        RowTable *table = stage.rows(RequestPane::Section::Headers)->table();
        table->setCurrentIndex(table->model()->index(0, 0));
        table->setFocus();
        QTest::keyClicks(table, QStringLiteral("A"));
        auto *editor = table->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("ccept-La"));
        QVERIFY(editor->completer());
        QCOMPARE(editor->completer()->currentCompletion(), QStringLiteral("Accept-Language"));
        QTest::keyClick(editor, Qt::Key_Escape);
    }

    void aFieldThatMayNotBeSentSaysWhy()
    {
        Stage stage;
        RowEditor *editor = stage.rows(RequestPane::Section::Headers);
        editor->model()->setRows({{QStringLiteral("bad name"), QStringLiteral("x")},
                                  {QStringLiteral("{{name}}"), QStringLiteral("x")},
                                  {QStringLiteral("Good"), QStringLiteral("x")}});
        const auto tip = [&](int row) {
            return editor->model()->index(row, 0).data(Qt::ToolTipRole).toString();
        };
        QVERIFY(!tip(0).isEmpty());
        QVERIFY2(tip(1).isEmpty(), "what a variable stands for is not known yet");
        QVERIFY(tip(2).isEmpty());
    }

    void headersCanBeEditedAsText()
    {
        Stage stage;
        RowEditor *editor = stage.rows(RequestPane::Section::Headers);
        editor->show(RowEditor::Face::Text);
        auto *text = editor->findChild<QPlainTextEdit *>();
        QVERIFY(text->isVisible());
        text->setFocus();
        QTest::keyClicks(text, QStringLiteral("Accept: text/html"));
        QTest::keyClick(text, Qt::Key_Return);
        QTest::keyClicks(text, QStringLiteral("# X-Off: 1"));
        QCOMPARE(stage.pane.document().headers,
                 (std::vector<Row>{{QStringLiteral("Accept"), QStringLiteral("text/html"), true},
                                   {QStringLiteral("X-Off"), QStringLiteral("1"), false}}));
        QCOMPARE(stage.badge(RequestPane::Section::Headers), QStringLiteral("1"));
        QCOMPARE(text->toPlainText(), QStringLiteral("Accept: text/html\n# X-Off: 1"));
    }

    void rowsAsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("syntax");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("enabled");
        const int colon = int(RowSyntax::Colon);
        const int equals = int(RowSyntax::Equals);
        QTest::newRow("header") << "Accept: */*" << colon << "Accept" << "*/*" << true;
        QTest::newRow("colon in value") << "X: a:b" << colon << "X" << "a:b" << true;
        QTest::newRow("pseudo") << ":path: /x" << colon << ":path" << "/x" << true;
        QTest::newRow("off") << "# A: b" << colon << "A" << "b" << false;
        QTest::newRow("no value") << "Lonely" << colon << "Lonely" << "" << true;
        QTest::newRow("equals") << "a=b=c" << equals << "a" << "b=c" << true;
        QTest::newRow("empty value") << "a=" << equals << "a" << "" << true;
    }

    void rowsAsText()
    {
        QFETCH(QString, text);
        QFETCH(int, syntax);
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(bool, enabled);
        const auto rows = textToRows(text + QLatin1String("\n\n"), RowSyntax(syntax));
        QCOMPARE(rows, (std::vector<Row>{{name, value, enabled}}));
        QCOMPARE(textToRows(rowsToText(rows, RowSyntax(syntax)), RowSyntax(syntax)), rows);
    }

    void pastingCurlFillsTheRequestAndCanBeUndone()
    {
        Stage stage;
        QTest::keyClicks(stage.url, QStringLiteral("http://before/"));
        stage.url->selectAll();
        QApplication::clipboard()->setText(
            QStringLiteral("curl -X PUT 'https://example.test/x?q=1' \\\n"
                           "  -H 'Accept: text/plain' \\\n  -d '{\"a\": 1}'\n"));
        QTest::keyClick(stage.url, Qt::Key_V, Qt::ControlModifier);
        const RequestDocument &document = stage.pane.document();
        QCOMPARE(document.method, QStringLiteral("PUT"));
        QCOMPARE(document.url, QStringLiteral("https://example.test/x?q=1"));
        QCOMPARE(stage.url->text(), document.url);
        QCOMPARE(stage.pane.findChild<MethodBox *>()->method(), QStringLiteral("PUT"));
        QVERIFY(document.body.mode != BodyMode::None);
        QVERIFY(document.body.text.contains(QLatin1String("\"a\"")));

        QVERIFY(stage.pane.hint()->isVisible());
        auto *undo = stage.pane.hint()->findChild<QPushButton *>();
        QVERIFY(undo);
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(stage.pane.document().url, QStringLiteral("http://before/"));
        QCOMPARE(stage.pane.document().method, QStringLiteral("GET"));
        QVERIFY(!stage.pane.hint()->isVisible());
    }

    void whatCurlBringsBesideTheDocumentGoesAndComesWithIt()
    {
        Stage stage;
        QSignalSpy taken(&stage.pane, &RequestPane::curlTaken);
        QSignalSpy undone(&stage.pane, &RequestPane::curlUndone);
        QVERIFY(stage.pane.takeCurl(
            QStringLiteral("curl -x http://proxy.test:3128 https://example.test/")));
        QCOMPARE(taken.size(), 1);
        stage.pane.undo();
        QCOMPARE(undone.size(), 1);
        stage.pane.redo();
        QCOMPARE(taken.size(), 2);
        QTest::keyClicks(stage.url, QStringLiteral("x"));
        stage.pane.undo(); // of the typing alone
        QCOMPARE(undone.size(), 1);
        stage.pane.undo();
        QCOMPARE(undone.size(), 2);
    }

    void aBrokenCurlCommandChangesNothingAndSaysWhy()
    {
        Stage stage;
        QApplication::clipboard()->setText(QStringLiteral("curl 'http://unclosed"));
        stage.url->setFocus();
        QTest::keyClick(stage.url, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(stage.url->text().isEmpty());
        QVERIFY(stage.pane.hint()->isVisible());
        QVERIFY(!stage.pane.hint()->sentence().isEmpty());
    }

    void anyTokenIsAMethod()
    {
        Stage stage;
        auto *box = stage.pane.findChild<MethodBox *>();
        box->lineEdit()->setFocus();
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), QStringLiteral("PRO PFIND"));
        QCOMPARE(stage.pane.document().method, QStringLiteral("PROPFIND"));
    }

    void versionIsOneChoiceInTwoPlaces()
    {
        Stage stage;
        auto *beside = stage.pane.findChild<VersionBox *>();
        beside->setFocus();
        QTest::keyClick(beside, Qt::Key_Down);
        QCOMPARE(stage.pane.document().settings.version, http::VersionPolicy::Http2);
        QCOMPARE(stage.badge(RequestPane::Section::Options), QStringLiteral("1"));
        QTest::keyClick(beside, Qt::Key_Up);
        QCOMPARE(stage.badge(RequestPane::Section::Options), QString());
        QTest::keyClick(beside, Qt::Key_Down);
        stage.pane.showSection(RequestPane::Section::Options);
        const auto boxes = stage.pane.findChildren<VersionBox *>();
        QCOMPARE(boxes.size(), 2);
        VersionBox *option = boxes[0] == beside ? boxes[1] : boxes[0];
        QCOMPARE(option->version(), http::VersionPolicy::Http2);
        option->setFocus();
        QTest::keyClick(option, Qt::Key_Down);
        QCOMPARE(beside->version(), http::VersionPolicy::Http11);
        QCOMPARE(stage.badge(RequestPane::Section::Options), QStringLiteral("1"));
    }

    void everyBodyKeepsWhatWasTypedIntoIt()
    {
        Stage stage;
        RequestDocument document;
        document.body.mode = BodyMode::Json;
        document.body.text = QStringLiteral("{\"a\":1.50}");
        stage.pane.setDocument(document);
        stage.pane.showSection(RequestPane::Section::Body);
        QVERIFY(stage.pane.findChild<CodeEdit *>());
        QComboBox *kind = nullptr;
        for (QComboBox *box : stage.pane.findChildren<QComboBox *>()) {
            if (box->findData(int(BodyMode::Multipart)) >= 0 && box->count() == 6)
                kind = box;
        }
        QVERIFY(kind);
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_End);
        QCOMPARE(stage.pane.document().body.mode, BodyMode::File);
        QTest::keyClick(kind, Qt::Key_Home);
        QTest::keyClick(kind, Qt::Key_Down);
        QCOMPARE(stage.pane.document().body.mode, BodyMode::Json);
        QCOMPARE(stage.pane.document().body.text, QStringLiteral("{\"a\":1.50}"));
        QCOMPARE(stage.pane.findChild<CodeEdit *>()->code(), QStringLiteral("{\"a\":1.50}"));
    }

    void layingOutJsonKeepsEveryDigit()
    {
        Stage stage;
        RequestDocument document;
        document.body.mode = BodyMode::Json;
        document.body.text = QStringLiteral(
            "{\"b\":[1.50,{{x}},\"a , b\\\"}\"],\"a\":{},\"n\":10000000000000000001}");
        stage.pane.setDocument(document);
        stage.pane.showSection(RequestPane::Section::Body);
        for (QToolButton *button : stage.pane.findChildren<QToolButton *>()) {
            if (button->isVisible() && button->accessibleName().contains(QLatin1String("JSON")))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(stage.pane.document().body.text,
                 QStringLiteral("{\n  \"b\": [\n    1.50,\n    {{x}},\n    \"a , b\\\"}\"\n  ],\n"
                                "  \"a\": {},\n  \"n\": 10000000000000000001\n}"));
    }

    void undoGoesThroughEveryPartOfTheDocument()
    {
        Stage stage;
        QTest::keyClicks(stage.url, QStringLiteral("http://h/"));
        RequestDocument changed = stage.pane.document();
        changed.headers.push_back({QStringLiteral("A"), QStringLiteral("1")});
        stage.pane.editDocument(changed);
        changed.body.mode = BodyMode::Text;
        changed.body.text = QStringLiteral("hello");
        stage.pane.editDocument(changed);
        stage.pane.undo();
        QCOMPARE(stage.pane.document().body.mode, BodyMode::None);
        QCOMPARE(stage.pane.document().headers.size(), size_t(1));
        stage.pane.undo();
        QVERIFY(stage.pane.document().headers.empty());
        stage.pane.undo();
        QVERIFY(stage.url->text().isEmpty());
        QVERIFY(!stage.pane.canUndo());
        stage.pane.redo();
        stage.pane.redo();
        stage.pane.redo();
        QCOMPARE(stage.pane.document(), changed);
    }

    void tabLeavesTheTable()
    {
        Stage stage;
        RowTable *table = stage.rows(RequestPane::Section::Headers)->table();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 1));
        QTest::keyClick(table, Qt::Key_Tab);
        QVERIFY2(QApplication::focusWidget() != table, "the keyboard is caught in the table");
    }

    void tabGoesFromTheSectionsIntoTheSection()
    {
        Stage stage;
        auto *after = new QLineEdit; // what stands behind the request in the window
        stage.pane.layout()->addWidget(after);
        after->show();
        auto *tabs = stage.pane.findChild<FlatTabBar *>();
        // Pages are made when they are shown: in whatever order, Tab finds them in their place.
        for (const auto section : {RequestPane::Section::Options, RequestPane::Section::Headers,
                                   RequestPane::Section::Params, RequestPane::Section::Options}) {
            stage.pane.showSection(section);
            QWidget *page = stage.pane.findChild<QStackedWidget *>()->currentWidget();
            tabs->setFocus();
            int inside = 0;
            for (int key = 0; key < 20 && QApplication::focusWidget() != after; ++key) {
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
                inside += page->isAncestorOf(QApplication::focusWidget()) ? 1 : 0;
            }
            QVERIFY(inside > 0);
            QCOMPARE(QApplication::focusWidget(), after);
        }
    }

    void whatTheAuthorWroteStandsBelowTheAddress()
    {
        Stage stage;
        const auto shown = [&] {
            QStringList texts;
            for (const QLabel *label : stage.pane.findChildren<QLabel *>()) {
                if (label->isVisible())
                    texts << label->text();
            }
            return texts;
        };
        const QString text = QStringLiteral("Pinned: <b>no</b> falling back.");
        QVERIFY(!shown().contains(text));
        stage.pane.setDescription(text + u'\n');
        QVERIFY(shown().contains(text));
        stage.pane.setDescription({});
        QVERIFY(!shown().contains(text));
    }

    void everyControlHasAName()
    {
        Stage stage;
        for (int section = 0; section < 4; ++section) {
            stage.pane.showSection(RequestPane::Section(section));
            for (QWidget *widget : stage.pane.findChildren<QWidget *>()) {
                const bool control =
                    qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
                    qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractItemView *>(widget);
                if (!control || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                    continue;
                QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
                QVERIFY(face);
                QVERIFY2(!face->text(QAccessible::Name).isEmpty(),
                         qPrintable(QStringLiteral("%1 in section %2 has no name")
                                        .arg(QLatin1String(widget->metaObject()->className()))
                                        .arg(section)));
            }
        }
    }
};

QTEST_MAIN(TestRequestPane)
#include "tst_request_pane.moc"
