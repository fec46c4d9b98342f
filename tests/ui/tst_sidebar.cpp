// The sidebar with keys and mouse: what a person does there reaches the files, tabs follow, and
// every deed can be taken back.
#include "collection/library_edit.h"
#include "stage.h"
#include "ui/collections/collection_panel.h"
#include "ui/collections/library_tree.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/collection_desk.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/library_control.h"
#include "ui/shell/library_desk.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/row_paint.h"
#include "ui/widgets/theme.h"

#include <QAbstractProxyModel>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

using namespace sonde;
using namespace sonde::ui;
using test::FolderStage;

namespace
{

const QString shop = QStringLiteral("shop.http");
const QString users = QStringLiteral("users.http");
const QByteArray shopText = "### List\nGET http://h/list\n\n### Create\nPOST http://h/create\n";
const QByteArray usersText = "### Log in\nGET http://h/login\n";

struct Stage : FolderStage {
    Stage()
    {
        qputenv("XDG_DATA_HOME", folder.filePath(QStringLiteral("home")).toUtf8());
        QDir().mkpath(folder.filePath(QStringLiteral("home")));
        write(shop, shopText);
        write(users, usersText);
    }
    void start()
    {
        open();
        QTRY_COMPARE(model().requests().size(), size_t(3));
        QTRY_COMPARE(page()->state().file, path(shop)); // the welcome of a first start
        tree()->setFocus();
    }
    [[nodiscard]] const CollectionModel &model() const
    {
        return window->sidebar()->collections()->model();
    }
    [[nodiscard]] LibraryTree *tree() const { return window->sidebar()->collections()->tree(); }
    [[nodiscard]] NoticeBar *notice() const { return window->sidebar()->collections()->notice(); }
    void choose(const QString &name, int index = -1) const
    {
        window->sidebar()->collections()->select(path(name), index);
        QVERIFY(tree()->currentPlace());
    }
    void click(const QString &name, int index) const
    {
        const CollectionPanel *panel = window->sidebar()->collections();
        const auto *rows = qobject_cast<const QAbstractProxyModel *>(tree()->model());
        const QRect row =
            tree()->visualRect(rows->mapFromSource(panel->model().find(path(name), index)));
        QVERIFY(!row.isEmpty());
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, row.center());
    }
    // To whatever has the focus.
    static void pressThere(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(tree(), Qt::Key(key), modifiers);
    }
    [[nodiscard]] QStringList labels() const
    {
        QStringList all;
        for (const auto &one : model().requests())
            all.append(one.name);
        return all;
    }
    void type(const QString &text) const
    {
        auto *edit = tree()->findChild<QLineEdit *>();
        QVERIFY(edit);
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
};

} // namespace

class TestSidebar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void f2RenamesARequestAndItsTab()
    {
        Stage stage;
        stage.start();
        stage.choose(shop, 0);
        stage.press(Qt::Key_F2);
        stage.type(QStringLiteral("List all"));
        QTRY_COMPARE(stage.page()->title(), QStringLiteral("List all"));
        QByteArray expected = shopText;
        expected.replace("### List", "### List all");
        QCOMPARE(stage.read(shop), expected);
        QVERIFY(!stage.page()->isDirty());
        QTRY_VERIFY(stage.labels().contains(QStringLiteral("List all")));
        stage.tree()->setFocus();
        stage.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(stage.read(shop), shopText);
        QTRY_COMPARE(stage.page()->title(), QStringLiteral("List"));
        QVERIFY(!stage.page()->isDirty());
    }

    void tabsFollowAFileThatIsRenamed()
    {
        Stage stage;
        stage.start();
        stage.choose(shop);
        stage.press(Qt::Key_F2);
        stage.type(QStringLiteral("store"));
        QTRY_COMPARE(stage.page()->state().file, stage.path(QStringLiteral("store.http")));
        QVERIFY(!QFile::exists(stage.path(shop)));
        // And saving goes there.
        stage.url()->setFocus();
        QTest::keyClick(stage.url(), Qt::Key_End);
        QTest::keyClicks(stage.url(), QStringLiteral("?a=1"));
        QTest::keyClick(stage.window.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(stage.read(QStringLiteral("store.http")).contains("/list?a=1"));
        QVERIFY(!QFile::exists(stage.path(shop)));
    }

    void aNameThatCannotBeIsExplained()
    {
        Stage stage;
        stage.start();
        stage.choose(shop);
        stage.press(Qt::Key_F2);
        stage.type(QStringLiteral("users"));
        QTRY_VERIFY(stage.notice()->isVisible());
        QVERIFY(stage.notice()->sentence().contains(QLatin1String("users.http")));
        QCOMPARE(stage.read(shop), shopText);
        QCOMPARE(stage.read(users), usersText);
    }

    void deletingOffersTheWayBack_data()
    {
        QTest::addColumn<int>("index");
        QTest::newRow("a request") << 0;
        QTest::newRow("a file") << -1;
    }
    void deletingOffersTheWayBack()
    {
        QFETCH(int, index);
        Stage stage;
        stage.start();
        stage.choose(shop, index);
        stage.press(Qt::Key_Delete);
        QTRY_VERIFY(stage.notice()->isVisible());
        QTRY_VERIFY(!stage.labels().contains(QStringLiteral("List")));
        QTest::mouseClick(stage.notice()->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE(stage.read(shop), shopText);
        QTRY_VERIFY(stage.labels().contains(QStringLiteral("List")));
        QVERIFY(!stage.notice()->isVisible());
        QCOMPARE(QApplication::focusWidget(), stage.tree()); // which had it before
        // Again by key: the same to the octet.
        stage.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(stage.read(shop) != shopText);
        stage.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(stage.read(shop), shopText);
    }

    void aClickShowsARequestAndKeepsTheKeysInTheTree()
    {
        Stage stage;
        stage.start();
        stage.click(shop, 1); // no tab shows it yet
        QTRY_COMPARE(stage.page()->title(), QStringLiteral("Create"));
        QCOMPARE(QApplication::focusWidget(), stage.tree());
        Stage::pressThere(Qt::Key_Down);
        QCOMPARE(stage.tree()->currentPlace()->path, stage.path(users));
        Stage::pressThere(Qt::Key_Up);
        QCOMPARE(stage.tree()->currentPlace()->request.label, QStringLiteral("Create"));
        stage.click(shop, 0); // one does
        QTRY_COMPARE(stage.page()->title(), QStringLiteral("List"));
        QCOMPARE(QApplication::focusWidget(), stage.tree());
        stage.click(shop, 1);
        QTRY_COMPARE(stage.page()->title(), QStringLiteral("Create"));

        Stage::pressThere(Qt::Key_Delete);
        QTRY_COMPARE(stage.labels(), QStringList({"List", "Log in"}));
        // The row beside it is next: Delete once more must not mean the whole file.
        QTRY_VERIFY(stage.notice()->isVisible());
        QTest::qWait(100); // the folders are read again
        QCOMPARE(stage.tree()->currentPlace()->request.label, QStringLiteral("List"));
        QCOMPARE(stage.url()->text(), QStringLiteral("http://h/create"));
        Stage::pressThere(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(stage.read(shop), shopText);
        QTRY_COMPARE(stage.labels(), QStringList({"List", "Create", "Log in"}));
        QCOMPARE(stage.url()->text(), QStringLiteral("http://h/create"));

        stage.click(shop, 0);
        QTRY_COMPARE(stage.page()->title(), QStringLiteral("List"));
        Stage::pressThere(Qt::Key_F2);
        stage.type(QStringLiteral("List all"));
        QTRY_COMPARE(stage.page()->title(), QStringLiteral("List all"));
        QCOMPARE(stage.url()->text(), QStringLiteral("http://h/list"));
    }

    void whatIsOpenedToBeEditedTakesTheKeys_data()
    {
        QTest::addColumn<int>("index");
        QTest::newRow("in a new tab") << 1;
        QTest::newRow("in the tab that shows it") << 0;
    }
    void whatIsOpenedToBeEditedTakesTheKeys()
    {
        QFETCH(int, index);
        const QString label = index == 1 ? QStringLiteral("Create") : QStringLiteral("List");
        Stage stage;
        stage.start();
        stage.choose(shop, index);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(stage.page()->title(), label);
        QTRY_COMPARE(QApplication::focusWidget(), stage.url());
        QCOMPARE(stage.url()->selectedText(), stage.url()->text());

        stage.click(users, 0);
        QTRY_COMPARE(stage.page()->title(), QStringLiteral("Log in"));
        QCOMPARE(QApplication::focusWidget(), stage.tree());
        stage.choose(shop, index);
        const QRect row = stage.tree()->visualRect(stage.tree()->currentIndex());
        QTest::mouseClick(stage.tree()->viewport(), Qt::LeftButton, {}, row.center());
        QTest::mouseDClick(stage.tree()->viewport(), Qt::LeftButton, {}, row.center());
        QTRY_COMPARE(stage.page()->title(), label);
        QTRY_COMPARE(QApplication::focusWidget(), stage.url());

        stage.tree()->setFocus();
        QTest::keyClick(stage.window.get(), Qt::Key_P, Qt::ControlModifier);
        auto *line = stage.window->findChild<CommandPalette *>()->findChild<QLineEdit *>();
        QTRY_COMPARE(QApplication::focusWidget(), line);
        const auto *found = line->parent()->findChild<QListView *>(); // a file and where it is
        const QString spoken = found->model()->index(3, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(QLatin1String("Sample / shop")), qPrintable(spoken));
        QTest::keyClicks(line, QStringLiteral("Log in"));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(stage.page()->title(), QStringLiteral("Log in"));
        QTRY_COMPARE(QApplication::focusWidget(), stage.url());
    }

    // The way back does not need the answer to what it takes back.
    void whatIsTakenBackAtOnceIsTakenBack()
    {
        Stage stage;
        stage.start();
        const QSignalSpy changes(stage.window->findChild<LibraryDesk *>(), &LibraryDesk::changed);
        stage.choose(shop, 0);
        stage.press(Qt::Key_Delete);
        stage.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(changes.size(), 2);
        QCOMPARE(stage.read(shop), shopText);
        stage.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        stage.press(Qt::Key_Z, Qt::ControlModifier);
        stage.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(changes.size(), 5);
        QVERIFY(stage.read(shop) != shopText);
    }

    void deleteInAFieldDeletesALetter()
    {
        Stage stage;
        stage.start();
        stage.choose(shop, 0);
        stage.url()->setFocus();
        QTest::keyClick(stage.url(), Qt::Key_Home);
        QTest::keyClick(stage.url(), Qt::Key_Delete);
        QCOMPARE(stage.page()->request()->document().url, QStringLiteral("ttp://h/list"));
        QTest::qWait(50);
        QCOMPARE(stage.read(shop), shopText);
    }

    void ctrlNMakesARequestAndOpensIt()
    {
        Stage stage;
        stage.start();
        stage.choose(shop, 0);
        stage.press(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(stage.page()->title(), QStringLiteral("New request"));
        QCOMPARE(stage.page()->state().index, 1);
        QTRY_COMPARE(stage.labels().join(u'|'), QStringLiteral("List|New request|Create|Log in"));
        stage.choose(shop, 0);
        stage.tree()->setFocus();
        stage.press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(stage.labels().contains(QStringLiteral("New request 2")));
        // The tab of the first stays with its request.
        QTRY_COMPARE(stage.window->tabs()->page(1)->state().index, 2);
    }

    void newFilesAndFoldersAreNamedAtOnce()
    {
        Stage stage;
        stage.start();
        stage.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(stage.tree()->findChild<QLineEdit *>());
        stage.type(QStringLiteral("Orders"));
        QTRY_VERIFY(QFile::exists(stage.path(QStringLiteral("Orders/_folder.json"))));
        QTRY_COMPARE(stage.tree()->currentPlace()->path, stage.path(QStringLiteral("Orders")));
        stage.window->actions()->action("library.new-file")->trigger();
        QTRY_VERIFY(stage.tree()->findChild<QLineEdit *>());
        stage.type(QStringLiteral("mine"));
        QTRY_VERIFY(QFile::exists(stage.path(QStringLiteral("Orders/mine.http"))));
    }

    void altArrowsOrder()
    {
        Stage stage;
        stage.start();
        stage.choose(shop, 1);
        stage.press(Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(stage.labels().join(u'|'), QStringLiteral("Create|List|Log in"));
        QTRY_COMPARE(stage.page()->state().index, 1); // its tab shows “List”
        QTRY_COMPARE(stage.tree()->currentPlace()->request.label, QStringLiteral("Create"));
        stage.press(Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(stage.read(shop), shopText);
        QTRY_COMPARE(stage.labels().join(u'|'), QStringLiteral("List|Create|Log in"));
        stage.choose(users);
        stage.press(Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(stage.labels().join(u'|'), QStringLiteral("Log in|List|Create"));
        QVERIFY(stage.read(QStringLiteral("_folder.json")).contains("\"users.http\""));
    }

    void duplicatesBesideIt()
    {
        Stage stage;
        stage.start();
        stage.choose(shop, 0);
        stage.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(stage.labels().join(u'|'), QStringLiteral("List|List copy|Create|Log in"));
        QCOMPARE(stage.window->tabs()->count(), 1); // the tab was not meant
    }

    void movesToAFileThatIsChosen()
    {
        Stage stage;
        stage.start();
        stage.choose(shop, 0);
        stage.window->actions()->action("library.move")->trigger();
        auto *palette = stage.window->findChild<CommandPalette *>();
        QVERIFY(palette->isVisible());
        QCOMPARE(palette->shownCount(), 1);
        QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_COMPARE(stage.labels().join(u'|'), QStringLiteral("Create|Log in|List"));
        QTRY_COMPARE(stage.page()->state().file, stage.path(users));
        QCOMPARE(stage.page()->state().index, 1);
        QVERIFY(!stage.page()->isDirty());
    }

    void draggedRowsGoWhereTheyAreLetGo()
    {
        Stage stage;
        stage.start();
        Q_EMIT stage.tree()->moveWanted(
            LibraryTree::placeOf(stage.model().find(stage.path(shop), 1)),
            {.path = stage.path(users),
             .before = LibraryTree::placeOf(stage.model().find(stage.path(users), 0)).request,
             .order = {}});
        QTRY_COMPARE(stage.labels().join(u'|'), QStringLiteral("List|Create|Log in"));
        QTRY_COMPARE(stage.read(shop), "### List\nGET http://h/list\n");
        QVERIFY(stage.read(users).startsWith("### Create\n"));
    }

    // Otherwise Undo beside it would take back what was done before.
    void whatIsLetGoWhereItWasIsNoMove()
    {
        Stage stage;
        stage.start();
        const QByteArray before = stage.read(shop);
        QSignalSpy changed(stage.window->findChild<LibraryControl *>(), &LibraryControl::changed);
        Q_EMIT stage.tree()->moveWanted(
            LibraryTree::placeOf(stage.model().find(stage.path(shop), 0)),
            {.path = stage.path(shop),
             .before = LibraryTree::placeOf(stage.model().find(stage.path(shop), 1)).request,
             .order = {}});
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(stage.read(shop), before);
        QVERIFY(!stage.notice()->isVisible());
    }

    void foldersThatWereOpenedStay()
    {
        Stage stage;
        stage.start();
        stage.tree()->setCurrentIndex(stage.tree()->model()->index(0, 0));
        ActionRegistry *actions = stage.window->actions();
        for (const char *id : {"library.rename", "library.move", "library.delete"}) {
            QVERIFY(!actions->action(id)->isEnabled());
            QVERIFY(!actions->whyNot(actions->action(id)).isEmpty());
        }
        actions->action("library.copy-path")->trigger();
        QCOMPARE(QApplication::clipboard()->text(), stage.path());
    }

    void outsideChangesMeanwhileWin()
    {
        Stage stage;
        stage.start();
        stage.choose(shop, 1);
        const auto place = *stage.tree()->currentPlace();
        // Another program takes the request away and nobody has told yet.
        stage.write(shop, "### List\nGET http://h/list\n");
        stage.press(Qt::Key_Delete);
        QTRY_VERIFY(stage.notice()->isVisible());
        QCOMPARE(stage.read(shop), "### List\nGET http://h/list\n");
        QVERIFY(stage.notice()->sentence().contains(place.request.label));
    }

    void renamingWhileSavingLosesNeither_data()
    {
        QTest::addColumn<bool>("saveFirst");
        QTest::newRow("renamed, then saved") << false;
        QTest::newRow("saved, then renamed") << true;
    }

    void renamingWhileSavingLosesNeither()
    {
        QFETCH(bool, saveFirst);
        Stage stage;
        stage.start();
        stage.choose(shop, 0);
        const auto place = *stage.tree()->currentPlace();
        stage.url()->setFocus();
        QTest::keyClick(stage.url(), Qt::Key_End);
        QTest::keyClicks(stage.url(), QStringLiteral("?x=1"));
        bool told = false;
        const NoticeBar *hint = stage.page()->request()->hint();
        // Neither has answered when the other begins.
        const auto save = [&] { stage.window->actions()->action("file.save")->trigger(); };
        if (saveFirst)
            save();
        stage.window->library()->desk()->run([place] {
            return collection::renameRequest(place.path, place.request, QStringLiteral("All"));
        });
        if (!saveFirst)
            save();
        QTRY_VERIFY((told = told || hint->isVisible()) || !stage.page()->isDirty());
        QTRY_COMPARE(stage.labels(), QStringList({"All", "Create", "Log in"}));
        QTest::qWait(400); // until the folders were read again
        QVERIFY2(!told && !hint->isVisible(), qPrintable(hint->sentence()));
        QVERIFY(!stage.page()->isDirty());
        QCOMPARE(stage.page()->title(), QStringLiteral("All"));
        QVERIFY(stage.read(shop).startsWith("### All\nGET http://h/list?x=1\n"));
    }

    void theHeadSaysOnceWhereOneIs()
    {
        Stage stage;
        stage.start();
        for (const auto *label : stage.window->sidebar()->findChildren<QLabel *>())
            QVERIFY2(!label->isVisible() || label->text() != QLatin1String("Collections"),
                     "the tab above says it");
        QCOMPARE(shortMethod(QStringLiteral("GRAPHQL")), QStringLiteral("GQL"));
    }

    void theMenuKeyOpensTheMenuOfTheRow()
    {
        Stage stage;
        stage.start();
        stage.choose(users, 0);
        QStringList texts;
        connect(stage.window->sidebar()->collections(), &CollectionPanel::menuMade, this,
                [&](QMenu *menu) {
                    for (const QAction *action : menu->actions())
                        texts.append(ActionRegistry::plainText(action));
                    QTimer::singleShot(0, menu, &QMenu::close);
                });
        const QRect row = stage.tree()->visualRect(stage.tree()->currentIndex());
        QContextMenuEvent event(QContextMenuEvent::Keyboard, row.center(),
                                stage.tree()->viewport()->mapToGlobal(row.center()));
        QApplication::sendEvent(stage.tree()->viewport(), &event);
        for (const char *text : {"New request", "Rename", "Duplicate", "Move to", "Delete"})
            QVERIFY2(texts.contains(QLatin1String(text)), text);
    }
};

QTEST_MAIN(TestSidebar)
#include "tst_sidebar.moc"
