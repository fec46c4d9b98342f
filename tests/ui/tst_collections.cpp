// The sidebar: what it shows of a folder, how it follows changes, filtering and choosing.
#include "ui/collections/collection_filter.h"
#include "ui/collections/collection_model.h"
#include "ui/collections/collection_panel.h"
#include "ui/collections/library_tree.h"
#include "ui/shell/collection_desk.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::ui;
using collection::Entry;

namespace
{

Entry request(const QString &file, size_t index, const QString &name,
              const QString &method = QStringLiteral("GET"))
{
    Entry entry;
    entry.kind = Entry::Kind::Request;
    entry.name = name;
    entry.path = file;
    entry.method = method;
    entry.requestIndex = index;
    return entry;
}

Entry file(const QString &path, std::vector<Entry> requests)
{
    Entry entry;
    entry.kind = Entry::Kind::File;
    entry.name = path.section(u'/', -1);
    entry.path = path;
    entry.children = std::move(requests);
    return entry;
}

Entry folder(const QString &path, std::vector<Entry> children)
{
    Entry entry;
    entry.name = path.section(u'/', -1);
    entry.path = path;
    entry.children = std::move(children);
    return entry;
}

const QString shop = QStringLiteral("/c/shop");
const QString users = QStringLiteral("/c/users");

std::vector<Entry> twoFiles()
{
    return {folder(
        QStringLiteral("/c"),
        {file(shop, {request(shop, 0, QStringLiteral("List orders")),
                     request(shop, 1, QStringLiteral("Create order"), QStringLiteral("POST"))}),
         file(users, {request(users, 0, QStringLiteral("Log in"))})})};
}

} // namespace

class TestCollections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void modelFollowsChangesRowByRow()
    {
        CollectionModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRoots(twoFiles());
        const QPersistentModelIndex login = model.find(users, 0);
        QVERIFY(login.isValid());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

        auto roots = twoFiles();
        roots[0].children[0].children[0].name = QStringLiteral("List all orders");
        roots[0].children[0].children.push_back(request(shop, 2, QStringLiteral("Delete order")));
        model.setRoots(roots);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(removed.size(), 0);
        QVERIFY(login.isValid());

        roots[0].children.erase(roots[0].children.begin());
        model.setRoots(roots);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(reset.size(), 0);
        QVERIFY(login.isValid());
        QCOMPARE(login.data().toString(), QStringLiteral("Log in"));
        QCOMPARE(model.requests().size(), size_t(1));
    }

    void modelFollowsANewOrder()
    {
        CollectionModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto roots = twoFiles();
        model.setRoots(roots);
        std::swap(roots[0].children[0], roots[0].children[1]);
        model.setRoots(roots);
        const QModelIndex top = model.index(0, 0);
        QCOMPARE(model.index(0, 0, top).data().toString(), QStringLiteral("users"));
        QCOMPARE(model.index(1, 0, top).data().toString(), QStringLiteral("shop"));
        QCOMPARE(model.rowCount(top), 2);
        QCOMPARE(model.rowCount(model.index(1, 0, top)), 2);
    }

    // Time that grows with the square of the rows would end the test.
    void modelTakesAHundredThousandRequestsAgainAndAgain()
    {
        constexpr size_t many = 100'000;
        CollectionModel model;
        std::vector<Entry> requests;
        for (size_t i = 0; i < many; ++i)
            requests.push_back(request(shop, i, QStringLiteral("Request %1").arg(i)));
        std::vector<Entry> roots{folder(QStringLiteral("/c"), {file(shop, requests)})};
        for (int turn = 0; turn < 3; ++turn)
            model.setRoots(roots);
        QCOMPARE(model.requests().size(), many);
        roots[0].children[0].children.resize(many - 10);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.setRoots(roots);
        QCOMPARE(removed.size(), 10);
        QCOMPARE(model.requests().size(), many - 10);
    }

    void filterShowsMatchesWithTheirFoldersAndCounts()
    {
        CollectionPanel panel;
        panel.resize(280, 500);
        panel.show();
        panel.setRoots(twoFiles());
        panel.filterEdit()->setFocus();
        QTest::keyClicks(panel.filterEdit(), QStringLiteral("order"));
        const auto shown = [&] {
            for (const QLabel *label : panel.findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(QLatin1String("2 of 3")))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(shown());
        const QAbstractItemModel *rows = panel.tree()->model();
        const QModelIndex top = rows->index(0, 0);
        QCOMPARE(rows->rowCount(top), 1);
        QCOMPARE(rows->rowCount(rows->index(0, 0, top)), 2);
        QTest::keyClick(panel.filterEdit(), Qt::Key_Escape);
        QTRY_COMPARE(rows->rowCount(rows->index(0, 0)), 2);
    }

    void enterAndClickChoose()
    {
        CollectionPanel panel;
        panel.resize(280, 500);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        panel.setRoots(twoFiles());
        QSignalSpy chosen(&panel, &CollectionPanel::requestChosen);
        panel.select(users, 0);
        panel.tree()->setFocus();
        QTest::keyClick(panel.tree(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), users);
        panel.select(shop, 1);
        const QRect row = panel.tree()->visualRect(panel.tree()->currentIndex());
        QSignalSpy clicked(&panel, &CollectionPanel::requestClicked);
        QTest::mouseClick(panel.tree()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(chosen.size(), 1); // a click is to look, not to edit
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked[0][1].toInt(), 1);
        QTest::mouseDClick(panel.tree()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen[1][1].toInt(), 1);
    }

    void downFromTheFilterGoesIntoTheTree()
    {
        CollectionPanel panel;
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        panel.setRoots(twoFiles());
        panel.filterEdit()->setFocus();
        QTest::keyClick(panel.filterEdit(), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), panel.tree());
        QVERIFY(panel.tree()->currentIndex().isValid());
    }

    // A new folder is marked as new while its name is typed.
    void aMarkThatComesLeavesANameBeingTyped()
    {
        CollectionPanel panel;
        panel.setRoots(twoFiles());
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        panel.select(shop, -1);
        panel.tree()->editCurrentName();
        auto *edit = panel.tree()->findChild<QLineEdit *>();
        QVERIFY(edit);
        QCOMPARE(edit->selectedText(), QStringLiteral("shop"));
        panel.setMarks({.byPath = {{shop, collection::GitMark::New}}, .watched = {}});
        QCOMPARE(edit->selectedText(), QStringLiteral("shop"));
        QTest::keyClicks(edit, QStringLiteral("store"));
        panel.setMarks({});
        QCOMPARE(edit->text(), QStringLiteral("store"));
    }

    void whatIsRenamedIsAsOpenAsItWas()
    {
        CollectionPanel panel;
        const QString before = QStringLiteral("/c/old");
        const QString after = QStringLiteral("/c/new");
        const auto roots = [](const QString &in) {
            const QString path = in + QStringLiteral("/shop");
            return std::vector{folder(
                QStringLiteral("/c"),
                {folder(in, {file(path, {request(path, 0, QStringLiteral("List orders"))})})})};
        };
        panel.setRoots(roots(before));
        panel.tree()->expandAll();
        panel.follow(before, after);
        panel.setRoots(roots(before)); // a reading that began earlier
        panel.setRoots(roots(after));
        const QStringList open{QStringLiteral("/c"), after, after + QStringLiteral("/shop")};
        QCOMPARE(panel.unfolded().open, open);
        Entry away = folder(QStringLiteral("/c"), {});
        away.problem = QStringLiteral("It is not there.");
        panel.setRoots({away});
        panel.setRoots(roots(after));
        QCOMPARE(panel.unfolded().open, open);
    }

    void sampleIsCopiedOnceAndCanBeWritten()
    {
        const QTemporaryDir home;
        const QString target = home.path() + QStringLiteral("/data/sample");
        QVERIFY(putSampleInPlace(target));
        const QDir dir(target);
        const QStringList files = dir.entryList({QStringLiteral("*.http")}, QDir::Files);
        QVERIFY(!files.isEmpty());
        QVERIFY(QFileInfo(dir.filePath(files[0])).isWritable());
        QVERIFY(QFile::remove(dir.filePath(files[0])));
        QVERIFY(putSampleInPlace(target));
        QVERIFY2(!QFile::exists(dir.filePath(files[0])), "what a person deleted stays deleted");
    }

    void deskReportsAFolderThatIsGone()
    {
        const QTemporaryDir home;
        CollectionDesk desk(Places::under(home.path()));
        QSignalSpy read(&desk, &CollectionDesk::rootsRead);
        desk.addFolder(home.path() + QStringLiteral("/nowhere"));
        QVERIFY(read.wait());
        const auto roots = read.last()[0].value<std::vector<Entry>>();
        QVERIFY(!roots.empty());
        QVERIFY(!roots.back().problem.isEmpty());
        QCOMPARE(roots.back().name, QStringLiteral("nowhere"));
    }

    void deskSavesIntoANewFile()
    {
        const QTemporaryDir home;
        CollectionDesk desk(Places::under(home.path()));
        collection::RequestDocument document;
        document.title = QStringLiteral("Mine");
        document.url = QStringLiteral("https://example.test/");
        QSignalSpy saved(&desk, &CollectionDesk::saved);
        const QString path = home.path() + QStringLiteral("/mine.http");
        desk.save(path, -1, {}, document, 7);
        QVERIFY(saved.wait());
        QCOMPARE(saved[0][1].toInt(), 0);
        QCOMPARE(saved[0][2].toULongLong(), 7ULL);
        QSignalSpy opened(&desk, &CollectionDesk::opened);
        desk.open(path, 0);
        QVERIFY(opened.wait());
        QCOMPARE(opened[0][2].value<collection::HttpRequest>().document.url, document.url);
    }

    void deskOverwritesNothingThatAnotherProgramPutThere()
    {
        const QTemporaryDir home;
        const QString path = home.path() + QStringLiteral("/shared.http");
        const auto fill = [&](const QByteArray &text) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(text);
        };
        const auto content = [&] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        CollectionDesk desk(Places::under(home.path()));
        collection::RequestDocument before;
        before.title = QStringLiteral("Mine");
        before.url = QStringLiteral("http://h/mine");
        collection::RequestDocument after = before;
        after.url = QStringLiteral("http://h/mine?new");
        QSignalSpy saved(&desk, &CollectionDesk::saved);
        QSignalSpy conflict(&desk, &CollectionDesk::conflicted);

        // It moved: it is found again.
        fill("### Other\nGET http://h/other\n\n### Mine\nGET http://h/mine\n");
        desk.save(path, 0, before, after, 1);
        QVERIFY(saved.wait());
        QCOMPARE(saved[0][1].toInt(), 1);
        QCOMPARE(content(), "### Other\nGET http://h/other\n\n### Mine\nGET http://h/mine?new\n");

        // It is gone: nothing is touched.
        const QByteArray others = "### Other\nGET http://h/other\n";
        fill(others);
        desk.save(path, 0, before, after, 2);
        QVERIFY(conflict.wait());
        QCOMPARE(content(), others);
        QCOMPARE(saved.size(), 1);
    }

    void aNoticeHidesNoCurrentRow()
    {
        std::vector<Entry> many;
        for (size_t i = 0; i < 50; ++i)
            many.push_back(request(shop, i, QStringLiteral("Order %1").arg(i)));
        CollectionPanel panel;
        panel.resize(260, 400);
        panel.setRoots({folder(QStringLiteral("/c"), {file(shop, many)})});
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        LibraryTree *tree = panel.tree();
        const auto seen = [&] {
            return tree->viewport()->rect().contains(tree->visualRect(tree->currentIndex()));
        };
        const int before = tree->viewport()->height();
        const QModelIndex last = tree->indexAt({40, before - 3});
        QVERIFY(last.isValid());
        tree->setCurrentIndex(last);
        QTRY_VERIFY(seen());
        panel.notice()->say(NoticeBar::Kind::Note, QStringLiteral("“Order 49” was deleted."));
        panel.notice()->addButton(QStringLiteral("Undo"), [] {});
        QTRY_VERIFY(tree->viewport()->height() < before);
        QTRY_VERIFY(seen());
        // Who looks elsewhere stays there.
        tree->scrollToBottom();
        tree->setCurrentIndex(tree->model()->index(0, 0));
        tree->scrollToBottom();
        panel.notice()->dismiss();
        QTRY_COMPARE(tree->viewport()->height(), before);
        QCoreApplication::processEvents();
        QVERIFY(!seen());
    }

    void deskSaysWhyItCannotSave()
    {
        const QTemporaryDir home;
        CollectionDesk desk(Places::under(home.path()));
        collection::RequestDocument document;
        document.url = QStringLiteral("https://example.test/");
        QSignalSpy trouble(&desk, &CollectionDesk::troubleFound);
        desk.save(home.path() + QStringLiteral("/no/such/folder/x.http"), -1, {}, document, 1);
        QVERIFY(trouble.wait());
        QVERIFY(trouble[0][0].toString().contains(QLatin1String("folder")));
    }
};

QTEST_MAIN(TestCollections)
#include "tst_collections.moc"
