// Importing in the window: the preview, what it says cannot be carried, that nothing is written
// before it is wanted; and finding what came by Ctrl+P.
#include "stage.h"
#include "ui/collections/collection_panel.h"
#include "ui/collections/library_tree.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/import_dialog.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/row_paint.h"
#include "ui/widgets/theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace sonde;
using namespace sonde::ui;
using test::FolderStage;

namespace
{

// With ' for ", so that it can be read.
const QByteArray postman =
    QByteArray("{'info': {'name': 'Shop', 'schema': "
               "'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'},"
               "'item': [{'name': 'Orders', 'item': ["
               "{'name': 'List orders', 'request': {'method': 'GET', 'url': 'https://s.test/o'}},"
               "{'name': 'Create order',"
               " 'event': [{'listen': 'test', 'script': {'exec': ['pm.x = 1;']}}],"
               " 'request': {'method': 'POST', 'url': 'https://s.test/o',"
               "  'body': {'mode': 'raw', 'raw': '{}'}}}]}]}")
        .replace('\'', '"');

QPushButton *button(const QWidget *in, const QString &text)
{
    for (auto *one : in->findChildren<QPushButton *>()) {
        if (one->text().remove(u'&') == text)
            return one;
    }
    return nullptr;
}

} // namespace

class TestImportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void thePreviewComesFirstAndItsRequestsAreFound()
    {
        FolderStage stage;
        stage.open();
        const QString source = stage.folder.filePath(QStringLiteral("shop.json"));
        QFile file(source);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(postman);
        file.close();
        stage.window->openArgument(source);
        auto *dialog = stage.window->findChild<ImportDialog *>();
        QVERIFY(dialog);
        const auto trees = dialog->findChildren<QTreeWidget *>();
        QTRY_VERIFY(trees[0]->topLevelItemCount() > 0);
        QVERIFY2(trees[1]->topLevelItemCount() > 0, "a script is not carried, and nobody says so");
        for (const QTreeWidget *tree : trees)
            QCOMPARE(tree->visualItemRect(tree->topLevelItem(0)).height(),
                     rowHeight(tree->fontMetrics()));
        const QString where = trees[1]->topLevelItem(0)->text(0);
        QVERIFY(trees[1]->columnWidth(0) > trees[1]->fontMetrics().horizontalAdvance(where));
        QVERIFY2(QDir(stage.path()).isEmpty(), "a preview must write nothing");
        QTest::mouseClick(button(dialog, QStringLiteral("Import")), Qt::LeftButton);
        const CollectionModel &model = stage.window->sidebar()->collections()->model();
        QTRY_COMPARE(model.requests().size(), size_t(2));
        QTRY_COMPARE(stage.window->sidebar()->collections()->currentPath(), stage.path());

        QTRY_VERIFY(!stage.window->findChild<ImportDialog *>());
        stage.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        QTest::keyClick(stage.window.get(), Qt::Key_P, Qt::ControlModifier);
        auto *field = stage.window->palette_()->findChild<QLineEdit *>();
        QTRY_VERIFY(field->isVisible());
        QTest::keyClicks(field, QStringLiteral("create ord"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(stage.page()->title(), QStringLiteral("Create order"));
        // Actions are found there, too.
        QTest::keyClick(stage.window.get(), Qt::Key_P, Qt::ControlModifier);
        QTest::keyClicks(field, QStringLiteral("duplicate tab"));
        const int tabs = stage.window->tabs()->count();
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(stage.window->tabs()->count(), tabs + 1);
    }

    void aFolderThatIsOpenedIsShownWhereItIs()
    {
        FolderStage stage;
        stage.write(QStringLiteral("a.http"), "GET http://h/\n");
        stage.open();
        const QString folder = stage.folder.filePath(QStringLiteral("own"));
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(
            QFile::copy(stage.path(QStringLiteral("a.http")), folder + QStringLiteral("/b.http")));
        Sidebar *sidebar = stage.window->sidebar();
        sidebar->showPart(Sidebar::Part::History);
        stage.window->openArgument(folder);
        QCOMPARE(sidebar->part(), Sidebar::Part::Collections);
        QTRY_COMPARE(sidebar->collections()->currentPath(), folder);
        const LibraryTree *tree = sidebar->collections()->tree();
        QVERIFY(tree->hasFocus());
        QVERIFY(tree->isExpanded(tree->currentIndex()));
    }

    void aFolderThatTheWindowIsStartedWithStaysInSight()
    {
        FolderStage stage;
        stage.write(QStringLiteral("a.http"), "GET http://h/\n");
        stage.open();
        stage.window->openArgument(stage.path(QStringLiteral("a.http")));
        QTRY_COMPARE(stage.page()->state().file, stage.path(QStringLiteral("a.http")));
        stage.window->close(); // and keeps its tab for the next one
        const QString folder = stage.folder.filePath(QStringLiteral("own"));
        QVERIFY(QDir().mkpath(folder));
        const Places places = Places::under(stage.folder.path());
        stage.window = std::make_unique<MainWindow>(&stage.backend, places);
        stage.window->openArgument(folder);
        stage.window->show();
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        QTRY_COMPARE(stage.backend.starts, 2);
        const CollectionPanel *panel = stage.window->sidebar()->collections();
        QTRY_COMPARE(panel->currentPath(), folder);
        QTest::qWait(300); // all readings of the start are over
        QCOMPARE(panel->currentPath(), folder);
        QCOMPARE(stage.page()->state().file, stage.path(QStringLiteral("a.http")));
    }

    void cancelWritesNothing()
    {
        FolderStage stage;
        const QString source = stage.folder.filePath(QStringLiteral("shop.json"));
        QFile file(source);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(postman);
        file.close();
        ImportDialog dialog(source, stage.path());
        dialog.show();
        QTRY_VERIFY(button(&dialog, QStringLiteral("Import"))->isEnabled());
        QTest::mouseClick(button(&dialog, QStringLiteral("Cancel")), Qt::LeftButton);
        QVERIFY(!dialog.isVisible());
        QVERIFY(QDir(stage.path()).isEmpty());
    }

    void whatIsNoCollectionIsToldInASentence()
    {
        const QTemporaryDir folder;
        const QString source = folder.filePath(QStringLiteral("x.json"));
        QFile file(source);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"a\": ");
        file.close();
        ImportDialog dialog(source, folder.path());
        dialog.show();
        auto *notice = dialog.findChild<NoticeBar *>();
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(!notice->sentence().isEmpty());
        QVERIFY(!button(&dialog, QStringLiteral("Import"))->isEnabled());
    }
};

QTEST_MAIN(TestImportDialog)
#include "tst_import_dialog.moc"
