// The tree of a JSON body: what is opened, in stretches of a thousand, by keys; paths that lead
// back to their nodes; and the filter whose result is a body of its own.
#include "body/byte_store.h"
#include "body/jq_filter.h"
#include "body/json_path_run.h"
#include "body_stores.h"
#include "ui/body/body_pane.h"
#include "ui/body/find_bar.h"
#include "ui/body/json_path_bar.h"
#include "ui/body/tree_page.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace sonde;
using test::storeOf;
using namespace sonde::ui;

namespace
{

constexpr int patience = 60'000; // ms; only to notice a hang

QString nameAt(const QModelIndex &index)
{
    return index.siblingAtColumn(TreeModel::Name).data().toString();
}
QString valueAt(const QModelIndex &index)
{
    return index.siblingAtColumn(TreeModel::Value).data().toString();
}

// Opens a row as the view does, and waits for what is in it.
void open(TreeModel &model, const QModelIndex &index, int rows)
{
    if (model.canFetchMore(index))
        model.fetchMore(index);
    if (!QTest::qWaitFor([&] { return model.rowCount(index) == rows; }, patience))
        qWarning("rows: %d, not %d", model.rowCount(index), rows);
}

QJsonValue randomValue(QRandomGenerator &random, int depth)
{
    switch (depth > 4 ? random.bounded(4) : random.bounded(6)) {
    case 0:
        return random.bounded(1000);
    case 1:
        return random.bounded(2) == 0;
    case 2:
        return QJsonValue::Null;
    case 3:
        return QStringLiteral("a\"'\\é%1").arg(random.bounded(9));
    case 4: {
        QJsonArray array;
        for (int i = random.bounded(6); i > 0; --i)
            array.append(randomValue(random, depth + 1));
        return array;
    }
    default: {
        QJsonObject object;
        for (int i = random.bounded(6); i > 0; --i)
            object.insert(QStringLiteral("k'\\ %1").arg(random.bounded(1000)),
                          randomValue(random, depth + 1));
        return object;
    }
    }
}

BodyPane::Content json(std::shared_ptr<body::ByteStore> store)
{
    return {.store = std::move(store), .mediaType = "application/json"};
}

void press(QWidget *within, const QString &name)
{
    for (QToolButton *button : within->findChildren<QToolButton *>()) {
        if (button->text() == name || button->accessibleName() == name)
            QTest::mouseClick(button, Qt::LeftButton);
    }
}

// A body of three objects, with the filter open in jq's language.
struct JqPane {
    BodyPane pane;
    const std::shared_ptr<body::ByteStore> store =
        storeOf("[{\"id\": 1}, {\"id\": 2}, {\"id\": 3}]");
    JsonPathBar *bar = nullptr;
    QLineEdit *field = nullptr;

    JqPane()
    {
        pane.resize(700, 400);
        pane.show();
        pane.showBody(json(store));
        press(&pane, QStringLiteral("Filter"));
        bar = pane.findChild<JsonPathBar *>();
        bar->findChild<QComboBox *>()->setCurrentText(QStringLiteral("jq"));
        field = bar->findChild<QLineEdit *>();
    }
};

} // namespace

class TestBodyTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsNamesAndValues()
    {
        TreeModel model;
        model.setSource(
            storeOf("{\"a\": 1.50, \"b\\n\": \"x\\\"y\", \"c\": [true, null], \"d\": {}}"));
        open(model, {}, 1);
        const QModelIndex root = model.index(0, 0, {});
        QCOMPARE(nameAt(root), QStringLiteral("$"));
        open(model, root, 4);
        QCOMPARE(valueAt(root), QStringLiteral("{ 4 member(s) }"));
        QCOMPARE(nameAt(model.index(0, 0, root)), QStringLiteral("a"));
        QCOMPARE(valueAt(model.index(0, 0, root)), QStringLiteral("1.50"));
        QCOMPARE(nameAt(model.index(1, 0, root)), QStringLiteral("b↵"));
        QCOMPARE(valueAt(model.index(1, 0, root)), QStringLiteral("\"x\\\"y\""));
        QCOMPARE(valueAt(model.index(2, 0, root)), QStringLiteral("[true,null]"));
        const QModelIndex list = model.index(2, 0, root);
        open(model, list, 2);
        QCOMPARE(nameAt(model.index(1, 0, list)), QStringLiteral("[1]"));
        QCOMPARE(model.pathOf(model.index(1, 0, list)), QByteArray("$['c'][1]"));
        const QModelIndex empty = model.index(3, 0, root);
        model.fetchMore(empty);
        QTRY_VERIFY_WITH_TIMEOUT(!model.hasChildren(empty), patience);
    }

    void aMillionChildrenComeInStretches()
    {
        QByteArray text("[");
        for (int i = 0; i < 1'000'500; ++i)
            text += QByteArray::number(i) + ',';
        text.back() = ']';
        TreeModel model;
        model.setSource(storeOf(text));
        open(model, {}, 1);
        const QModelIndex root = model.index(0, 0, {});
        open(model, root, 2);
        QTRY_COMPARE_WITH_TIMEOUT(valueAt(root), QStringLiteral("[ 1,000,500 item(s) ]"), patience);
        const QModelIndex first = model.index(0, 0, root);
        QCOMPARE(nameAt(first), QStringLiteral("[0 … 999,999]"));
        open(model, first, 1000);
        const QModelIndex stretch = model.index(345, 0, first);
        QCOMPARE(nameAt(stretch), QStringLiteral("[345,000 … 345,999]"));
        QCOMPARE(model.pathOf(stretch), QByteArray("$"));
        open(model, stretch, 1000);
        const QModelIndex value = model.index(678, 0, stretch);
        QCOMPARE(valueAt(value), QStringLiteral("345678"));
        QCOMPARE(model.pathOf(value), QByteArray("$[345678]"));
        const QModelIndex last = model.index(1, 0, root);
        open(model, last, 500);
        QCOMPARE(valueAt(model.index(499, 0, last)), QStringLiteral("1000499"));
    }

    void growsWithTheBody()
    {
        auto store = storeOf("[1,{\"a\":", false);
        TreeModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSource(store);
        open(model, {}, 1);
        const QModelIndex root = model.index(0, 0, {});
        open(model, root, 2);
        QVERIFY(store->append("2},3,4]"));
        store->finish();
        model.noteGrowth();
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(root), 4, patience);
        QCOMPARE(valueAt(model.index(3, 0, root)), QStringLiteral("4"));
    }

    void jsonLinesAreRowsBesideEachOther()
    {
        QByteArray text;
        for (int i = 0; i < 2500; ++i)
            text += "{\"n\":" + QByteArray::number(i) + "}\n";
        TreeModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSource(storeOf(text));
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 3, patience);
        const QModelIndex last = model.index(2, 0, {});
        open(model, last, 500);
        QCOMPARE(nameAt(model.index(499, 0, last)), QStringLiteral("[2499]"));
    }

    // Every path that the tree tells leads JSONPath back to the same octets, and every octet to a
    // path.
    void pathsLeadBackToTheirNodes()
    {
        QRandomGenerator random(4);
        for (int round = 0; round < 12; ++round) {
            const auto store = storeOf(
                QJsonDocument(QJsonArray{randomValue(random, 0), randomValue(random, 0)}).toJson());
            TreeModel model;
            model.setSource(store);
            open(model, {}, 1);
            std::vector<QModelIndex> open{model.index(0, 0, {})};
            while (!open.empty()) {
                const QModelIndex index = open.back();
                open.pop_back();
                const auto child = model.childAt(index);
                QVERIFY(child);
                body::JsonPathRun run(*body::JsonPath::parse(model.pathOf(index)), store);
                body::JsonMatch match;
                QCOMPARE(run.next(match), body::JsonPathRun::Step::Match);
                QCOMPARE(match.from, child->from);
                if (!model.hasChildren(index))
                    continue;
                model.fetchMore(index);
                QTRY_VERIFY_WITH_TIMEOUT(model.rowCount(index) > 0 || !model.hasChildren(index),
                                         patience);
                for (int row = 0; row < model.rowCount(index); ++row)
                    open.push_back(model.index(row, 0, index));
            }
        }
    }

    void revealsAnyOctet()
    {
        QByteArray text("{\"x\":[");
        for (int i = 0; i < 5000; ++i)
            text += "{\"id\":" + QByteArray::number(i) + "},";
        text.back() = ']';
        text += "}";
        TreeModel model;
        model.setSource(storeOf(text));
        QSignalSpy revealed(&model, &TreeModel::revealed);
        model.reveal(text.indexOf("4321"));
        QTRY_COMPARE_WITH_TIMEOUT(revealed.size(), 1, patience);
        const auto index = revealed.front().front().toModelIndex();
        QCOMPARE(model.pathOf(index), QByteArray("$['x'][4321]['id']"));
        QCOMPARE(valueAt(index), QStringLiteral("4321"));
    }

    void brokenJsonNeverHangs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("cut") << QByteArray("{\"a\": [1, 2");
        QTest::newRow("words") << QByteArray("hello world");
        QTest::newRow("brackets") << QByteArray(100'000, '[');
        QTest::newRow("closers") << QByteArray("]]}}");
        QTest::newRow("nothing") << QByteArray();
    }
    void brokenJsonNeverHangs()
    {
        QFETCH(QByteArray, text);
        TreePage page;
        const QAbstractItemModelTester tester(&page.model());
        page.resize(400, 300);
        page.show();
        page.setSource(storeOf(text));
        page.reveal(text.size() / 2);
        QTest::qWait(100);
        QTest::keyClick(page.tree(), Qt::Key_Asterisk);
        QTest::keyClick(page.tree(), Qt::Key_Down);
        QTest::keyClick(page.tree(), Qt::Key_Right);
        QTest::qWait(50);
    }

    void keysWalkAndCopy()
    {
        BodyPane pane;
        pane.resize(700, 400);
        pane.show();
        QVERIFY(QTest::qWaitForWindowActive(&pane, patience));
        pane.showBody(json(storeOf("{\"first\": {\"deep\": \"va\\tlue\"}, \"second\": [1, 2]}")));
        press(&pane, QStringLiteral("Tree"));
        QCOMPARE(pane.look(), BodyPane::Look::Tree);
        TreePage *page = pane.tree();
        auto *tree = page->tree();
        QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(page->model().index(0, 0, {})), 2,
                                  patience);
        // A window has actions of these keys, which would leave none to either.
        QAction claim;
        claim.setShortcuts({QKeySequence::Copy, Qt::CTRL | Qt::SHIFT | Qt::Key_C});
        pane.addAction(&claim);
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Down);
        QTRY_COMPARE(page->path(), QStringLiteral("$['first']"));
        QTest::keyClick(tree, Qt::Key_Right);
        QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(tree->currentIndex()), 1, patience);
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(page->path(), QStringLiteral("$['first']['deep']"));
        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::clipboard()->text(), QStringLiteral("va\tlue"),
                                  patience);
        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(QApplication::clipboard()->text(), QStringLiteral("$['first']['deep']"));
        QTest::keyClick(tree, Qt::Key_Up);
        page->copyPretty();
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::clipboard()->text(),
                                  QStringLiteral("{\n  \"deep\": \"va\\tlue\"\n}"), patience);
        // The raw text opens where the tree was.
        QTest::keyClick(tree, Qt::Key_Down);
        press(&pane, QStringLiteral("Raw"));
        QCOMPARE(pane.view()->caret(), qint64(11));
        pane.view()->select({45, 45});
        press(&pane, QStringLiteral("Tree"));
        QTRY_COMPARE_WITH_TIMEOUT(page->path(), QStringLiteral("$['second'][1]"), patience);
    }

    void findingOpensTheTree()
    {
        QByteArray text("[");
        for (int i = 0; i < 3000; ++i)
            text += "{\"n\":\"v" + QByteArray::number(i) + "\"},";
        text.back() = ']';
        BodyPane pane;
        pane.resize(700, 400);
        pane.show();
        pane.showBody(json(storeOf(text)));
        press(&pane, QStringLiteral("Tree"));
        pane.find();
        QTest::keyClicks(pane.findChild<FindBar *>()->findChild<QLineEdit *>(),
                         QStringLiteral("v2345"));
        QTRY_COMPARE_WITH_TIMEOUT(pane.tree()->path(), QStringLiteral("$[2345]['n']"), patience);
    }

    void theFilterShowsABodyOfItsOwn()
    {
        auto store = storeOf("[{\"id\": 1, \"t\": \"a\"}, {\"id\": 2, \"t\": \"b\"}, ", false);
        BodyPane pane;
        pane.resize(700, 400);
        pane.show();
        pane.showBody(json(store));
        press(&pane, QStringLiteral("Filter"));
        auto *bar = pane.findChild<JsonPathBar *>();
        QVERIFY(bar->isVisible());
        auto *field = bar->findChild<QLineEdit *>();
        QTest::keyClicks(field, QStringLiteral("$[*].id"));
        QTRY_COMPARE_WITH_TIMEOUT(bar->countText(), QStringLiteral("2 value(s)…"), patience);
        QVERIFY(store->append("{\"id\": 3}]"));
        store->finish();
        pane.noteGrowth();
        QTRY_COMPARE_WITH_TIMEOUT(bar->countText(), QStringLiteral("3 value(s)"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(pane.view()->rowCount(), 5, patience);
        QCOMPARE(pane.view()->shownRows()[3]->shape->text(), QStringLiteral("  3"));
        press(&pane, QStringLiteral("Tree"));
        QTRY_COMPARE_WITH_TIMEOUT(
            pane.tree()->model().rowCount(pane.tree()->model().index(0, 0, {})), 3, patience);
        const auto shown = pane.view()->store();
        field->setText(QStringLiteral("$[*"));
        QVERIFY(bar->problem().contains(QLatin1String("At sign")));
        QCOMPARE(pane.view()->store(), shown);
        field->setText(QStringLiteral("$[?@.t == 'b']"));
        QTRY_COMPARE_WITH_TIMEOUT(bar->countText(), QStringLiteral("1 value(s)"), patience);
        QVERIFY(bar->problem().isEmpty());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        press(&pane, QStringLiteral("Raw"));
        QCOMPARE(pane.view()->store()->size(), store->size());
    }

    void theFilterSpeaksJq()
    {
        if (body::jqProgram().isEmpty())
            QSKIP("jq is not installed");
        JqPane stage;
        auto &[pane, store, bar, field] = stage;
        QTest::keyClicks(field, QStringLiteral(".[] | .id * 10"));
        QTRY_COMPARE_WITH_TIMEOUT(bar->countText(), QStringLiteral("3 value(s)"), patience);
        press(&pane, QStringLiteral("Raw"));
        QTRY_COMPARE_WITH_TIMEOUT(pane.view()->shownRows().size(), 3, patience);
        QCOMPARE(pane.view()->shownRows()[2]->shape->text(), QStringLiteral("30"));
        // One that never ends is let go with the bar.
        field->setText(QStringLiteral("def f: f; f"));
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(body::workers().waitForDone(patience));
        QCOMPARE(pane.view()->store(), store);
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        const auto restore = qScopeGuard([&] { qputenv("PATH", path); });
        pane.filter();
        field->setText(QStringLiteral(".[]"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(bar->problem().contains(QStringLiteral("package “jq”")), patience);
        QCOMPARE(pane.view()->store(), store);
    }

    // What was shown is what one corrects the expression by.
    void anExpressionOfJqThatFailsLeavesWhatWasShown()
    {
        if (body::jqProgram().isEmpty())
            QSKIP("jq is not installed");
        JqPane stage;
        auto &[pane, store, bar, field] = stage;
        press(&pane, QStringLiteral("Raw"));
        const auto ask = [&](const char *expression) {
            field->setText(QString::fromLatin1(expression));
            QTest::keyClick(field, Qt::Key_Return);
            return pane.view()->store();
        };
        ask(".[] | .id +");
        QTRY_VERIFY_WITH_TIMEOUT(!bar->problem().isEmpty(), patience);
        QVERIFY(bar->problem().startsWith(QLatin1String("jq: syntax error")));
        QVERIFY(bar->problem().contains(QLatin1String("line 1")));
        QCOMPARE(pane.view()->store(), store);
        QCOMPARE(bar->countText(), QString());
        QCOMPARE(ask(".[] | .id * 10"), store);
        QTRY_COMPARE_WITH_TIMEOUT(bar->countText(), QStringLiteral("3 value(s)"), patience);
        QVERIFY(bar->problem().isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(pane.view()->rowCount(), 3, patience);
        const auto shown = ask(".[] | .id | keys");
        QTRY_VERIFY_WITH_TIMEOUT(bar->problem().contains(QLatin1String("no keys")), patience);
        QCOMPARE(pane.view()->store(), shown);
        QCOMPARE(pane.view()->shownRows()[2]->shape->text(), QStringLiteral("30"));
        // While one computes, too, and when it is called off.
        QCOMPARE(ask("def f: f; f"), shown);
        QTest::qWait(100);
        QCOMPARE(pane.view()->store(), shown);
        // What it made before it failed is shown.
        ask(".[] | if .id == 3 then error(\"three\") else .id end");
        QTRY_VERIFY_WITH_TIMEOUT(bar->problem().contains(QLatin1String("three")), patience);
        QTRY_COMPARE_WITH_TIMEOUT(pane.view()->rowCount(), 2, patience);
        QVERIFY(pane.view()->store() != shown);
        // Nothing is a result.
        ask("empty");
        QTRY_COMPARE_WITH_TIMEOUT(bar->countText(), QStringLiteral("0 value(s)"), patience);
        QCOMPARE(pane.view()->store()->size(), 0);
        field->clear();
        QTRY_COMPARE_WITH_TIMEOUT(pane.view()->store(), store, patience);
    }

    void diesWhileItsWorkersRun()
    {
        const auto store = storeOf("[" + QByteArray("{\"a\":[1,2,3]},").repeated(300'000) + "1]");
        for (int i = 0; i < 10; ++i) {
            TreePage page;
            page.show();
            page.setSource(store);
            page.reveal(store->size() - 1);
            QTest::qWait(i * 3);
        }
    }
};

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication application(argc, argv);
    Theme::apply(application);
    TestBodyTree test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_body_tree.moc"
