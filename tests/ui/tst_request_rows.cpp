// The tables of the request pane under real keys and clicks: parameters and headers.
#include "request_stage.h"
#include "ui/request/body_page.h"
#include "ui/request/code_edit.h"
#include "ui/request/method_box.h"
#include "ui/request/version_box.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;
using namespace sonde::ui;
using collection::Row;
using Stage = test::RequestStage;

class TestRequestRows : public QObject
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

    void tabLeavesTheTable()
    {
        Stage stage;
        RowTable *table = stage.rows(RequestPane::Section::Headers)->table();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 1));
        QTest::keyClick(table, Qt::Key_Tab);
        QVERIFY2(QApplication::focusWidget() != table, "the keyboard is caught in the table");
    }
};

QTEST_MAIN(TestRequestRows)
#include "tst_request_rows.moc"
