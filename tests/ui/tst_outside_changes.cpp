// Files that another program writes while they are open: what was not edited follows, what was is
// asked about, and nothing is overwritten.
#include "stage.h"
#include "ui/collections/collection_panel.h"
#include "ui/shell/collection_desk.h"
#include "ui/shell/file_lock.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>

using namespace sonde;
using namespace sonde::ui;
using test::FolderStage;

namespace
{

const QString name = QStringLiteral("orders.http");
const QByteArray first = "### List\nGET https://a.test/orders\nAccept: text/plain\n";
const QByteArray second = "### List\nGET https://a.test/orders\nAccept: text/html\n";

struct Orders : FolderStage {
    Orders() { write(name, first); }
    void openFirst()
    {
        open();
        QTRY_COMPARE(page()->state().file, path(name)); // the welcome of a first start
    }
    [[nodiscard]] QString accept() const
    {
        return page()->request()->document().headers.at(0).value;
    }
    void edit()
    {
        url()->setFocus();
        QTest::keyClick(url(), Qt::Key_End);
        QTest::keyClicks(url(), QStringLiteral("?mine=1"));
    }
    [[nodiscard]] NoticeBar *hint() const { return page()->request()->hint(); }
    [[nodiscard]] bool press(const QString &text) const
    {
        for (auto *button : hint()->findChildren<QPushButton *>()) {
            if (button->text() == text) {
                QTest::mouseClick(button, Qt::LeftButton);
                return true;
            }
        }
        return false;
    }
};

} // namespace

class TestOutsideChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    // A folder that is unmounted, or away for a moment while git changes branches.
    void aFolderThatGoesAndComesIsFollowed()
    {
        Orders orders;
        orders.openFirst();
        const CollectionPanel *panel = orders.window->sidebar()->collections();
        QTRY_COMPARE(panel->model().requests().size(), size_t(1));
        const QString away = orders.folder.filePath(QStringLiteral("away"));
        QVERIFY(QDir().rename(orders.path(), away));
        QTRY_COMPARE(panel->model().requests().size(), size_t(0));
        QVERIFY(std::ranges::any_of(panel->findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(orders.path());
        }));
        QVERIFY(QDir().rename(away, orders.path()));
        QTRY_COMPARE(panel->model().requests().size(), size_t(1));
        orders.write(name, first + "\n### Another\nGET https://a.test/other\n");
        QTRY_COMPARE(panel->model().requests().size(), size_t(2));
    }

    void theSidebarFollowsByItself()
    {
        Orders orders;
        orders.openFirst();
        const CollectionModel &model = orders.window->sidebar()->collections()->model();
        QTRY_COMPARE(model.requests().size(), size_t(1));
        orders.write(QStringLiteral("new.http"), "GET https://b.test/\n");
        QTRY_COMPARE(model.requests().size(), size_t(2));
        QVERIFY(QFile::remove(orders.path(QStringLiteral("new.http"))));
        QTRY_COMPARE(model.requests().size(), size_t(1));
    }

    void whatWasNotEditedFollows()
    {
        Orders orders;
        orders.openFirst();
        orders.write(name, second);
        QTRY_COMPARE(orders.accept(), QStringLiteral("text/html"));
        QVERIFY(!orders.page()->isDirty());
    }

    void keepMineReplacesOnlyWhenSaved()
    {
        Orders orders;
        orders.openFirst();
        orders.edit();
        orders.write(name, second);
        QTRY_VERIFY(orders.hint()->isVisible());
        QVERIFY(orders.page()->isDirty());
        QCOMPARE(orders.accept(), QStringLiteral("text/plain"));
        QVERIFY(orders.press(QStringLiteral("Keep mine")));
        QCOMPARE(orders.read(name), second);
        QTest::keyClick(orders.window.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(orders.read(name).contains("?mine=1"));
        QVERIFY(orders.read(name).contains("text/plain"));
    }

    void takeTheirsCanBeUndone()
    {
        Orders orders;
        orders.openFirst();
        orders.edit();
        orders.write(name, second);
        QTRY_VERIFY(orders.hint()->isVisible());
        QVERIFY(orders.press(QStringLiteral("Take theirs")));
        QCOMPARE(orders.accept(), QStringLiteral("text/html"));
        QVERIFY(!orders.page()->isDirty());
        QTest::keyClick(orders.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(orders.page()->request()->document().url.endsWith(QLatin1String("?mine=1")));
    }

    void mineCanBecomeAnotherRequest()
    {
        Orders orders;
        orders.openFirst();
        orders.edit();
        orders.write(name, second);
        QTRY_VERIFY(orders.hint()->isVisible());
        QVERIFY(orders.press(QStringLiteral("Save mine as another request")));
        QTRY_VERIFY(orders.read(name).contains("?mine=1"));
        QVERIFY(orders.read(name).startsWith(second));
    }

    void savingSeesWhatNobodyHasToldYet()
    {
        Orders orders;
        orders.openFirst();
        orders.edit();
        orders.write(name, second);
        QTest::keyClick(orders.window.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(orders.hint()->isVisible());
        QTest::qWait(300);
        QCOMPARE(orders.read(name), second);
    }

    void aRequestThatIsGoneIsKeptHere()
    {
        Orders orders;
        orders.openFirst();
        orders.edit();
        orders.write(name, "### Other\nGET https://a.test/other\n");
        QTRY_VERIFY(orders.hint()->isVisible());
        QVERIFY(orders.press(QStringLiteral("Add it to the file again")));
        QTRY_VERIFY(orders.read(name).contains("?mine=1"));
        QVERIFY(orders.read(name).contains("### Other"));
    }

    void twoWindowsKeepTheirTabsApartAndOneTakesWhatTheOtherLeft()
    {
        FolderStage stage;
        const Places places = Places::under(stage.folder.path());
        stage.open();
        QTest::keyClicks(stage.url(), QStringLiteral("http://127.0.0.1/one"));
        {
            MainWindow second(&stage.backend, places);
            second.show();
            auto *url = second.tabs()->current()->request()->findChild<UrlEdit *>();
            QTest::keyClicks(url, QStringLiteral("http://127.0.0.1/two"));
            second.saveState();
            // And ends without being closed.
        }
        stage.window->close();
        stage.open();
        QCOMPARE(stage.window->tabs()->count(), 2);
        QCOMPARE(stage.window->tabs()->page(0)->title(), QStringLiteral("one"));
        QCOMPARE(stage.window->tabs()->page(1)->title(), QStringLiteral("two"));
        const QString left = QFileInfo(places.sessionFile()).path() + "/session-2.json";
        QTRY_VERIFY(!QFile::exists(left));
    }

    void oneHoldsALockAtATimeAndNoneIsLeftBehind()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("session.json.lock"));
        auto first = std::make_unique<FileLock>(path);
        QVERIFY(first->isHeld());
        QVERIFY(!FileLock(path).isHeld());
        QVERIFY(QFile::exists(path)); // who did not get it does not take it away
        first.reset();
        QVERIFY(!QFile::exists(path));
        // What a process that was killed has left.
        QFile left(path);
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write("4711");
        left.close();
        QVERIFY(FileLock(path).isHeld());
        QVERIFY(!FileLock(folder.filePath(QStringLiteral("none/lock"))).isHeld());
    }
};

QTEST_MAIN(TestOutsideChanges)
#include "tst_outside_changes.moc"
