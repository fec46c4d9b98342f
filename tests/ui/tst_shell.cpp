// The window as a person meets it: typing, sending, tabs, panes, widths, closing and coming back.
#include "stage.h"
#include "ui/collections/collection_panel.h"
#include "ui/request/method_box.h"
#include "ui/request/request_pane.h"
#include "ui/request/send_button.h"
#include "ui/request/url_edit.h"
#include "ui/response/response_pane.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/collection_desk.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/window_layout.h"
#include "ui/widgets/flat_tab_bar.h"
#include "ui/widgets/theme.h"

#include <QAbstractProxyModel>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace sonde;
using namespace sonde::ui;

namespace
{

struct Stage : test::FolderStage {
    [[nodiscard]] SendButton *send() const { return page()->request()->findChild<SendButton *>(); }
};

const QByteArray twoRequests = "### First\n"
                               "GET https://example.test/first?a=1\n"
                               "Accept: text/plain\n"
                               "\n"
                               "### Second\n"
                               "POST https://example.test/second\n"
                               "Content-Type: application/json\n"
                               "\n"
                               "{\"sku\": \"A1\"}\n";

} // namespace

class TestShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void returnInTheUrlSends()
    {
        Stage stage;
        stage.open();
        QTRY_COMPARE(QApplication::focusWidget(), stage.url());
        QTest::keyClicks(stage.url(), QStringLiteral("http://127.0.0.1:8080/a?b=1"));
        QTest::keyClick(stage.url(), Qt::Key_Return);
        QCOMPARE(stage.backend.sent.size(), size_t(1));
        QCOMPARE(stage.backend.sent[0].request.target.url(), "http://127.0.0.1:8080/a?b=1");
        QCOMPARE(stage.backend.sent[0].request.method.token(), "GET");
        QCOMPARE(stage.page()->response()->call(), stage.backend.sent[0].call);
    }

    void sendBecomesCancelInPlaceAndBack()
    {
        Stage stage;
        stage.open();
        QTest::keyClicks(stage.url(), QStringLiteral("http://127.0.0.1/"));
        const QRect before = stage.send()->geometry();
        QTest::mouseClick(stage.send(), Qt::LeftButton);
        QCOMPARE(stage.send()->face(), SendButton::Face::Cancel);
        QCOMPARE(stage.send()->geometry(), before);
        QVERIFY(stage.window->actions()->action("request.cancel")->isEnabled());
        stage.backend.answer(200, "hello");
        QTRY_COMPARE(stage.send()->face(), SendButton::Face::Send);
        QVERIFY(!stage.window->actions()->action("request.cancel")->isEnabled());
    }

    void shiftEscapeCancels()
    {
        Stage stage;
        stage.open();
        QTest::keyClicks(stage.url(), QStringLiteral("http://127.0.0.1/"));
        QTest::keyClick(stage.url(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(stage.send()->face(), SendButton::Face::Cancel);
        QTest::keyClick(stage.url(), Qt::Key_Escape, Qt::ShiftModifier);
        QCOMPARE(stage.send()->face(), SendButton::Face::Send);
    }

    void aRequestThatCannotBeMadeIsShownLikeAFailedOne()
    {
        Stage stage;
        stage.open();
        QTest::keyClicks(stage.url(), QStringLiteral("http://{{nobody}}/"));
        QTest::keyClick(stage.url(), Qt::Key_Return);
        QTRY_VERIFY(stage.page()->response()->call());
        QVERIFY(stage.backend.sent.empty());
        const auto call = stage.page()->response()->call();
        const auto error = call->last().exchange->state().error;
        QVERIFY(error);
        QVERIFY2(error->sentence.contains(QLatin1String("nobody")), qPrintable(error->sentence));
        QCOMPARE(stage.send()->face(), SendButton::Face::Send);
    }

    void whatIsSentBeforeTheEngineIsThereWaits()
    {
        const Stage stage;
        test::FakeBackend slow;
        MainWindow window(&slow, Places::under(stage.folder.path()));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *url = window.tabs()->current()->request()->findChild<UrlEdit *>();
        QTest::keyClicks(url, QStringLiteral("http://127.0.0.1/"));
        QTest::keyClick(url, Qt::Key_Return);
        QVERIFY(slow.sent.empty());
        QVERIFY(window.tabs()->current()->isRunning());
        slow.becomeReady();
        QCOMPARE(slow.sent.size(), size_t(1));
    }

    void tabsOpenCloseAndComeBack()
    {
        Stage stage;
        stage.open();
        QTest::keyClicks(stage.url(), QStringLiteral("http://127.0.0.1/one"));
        QTest::keyClick(stage.window.get(), Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(stage.window->tabs()->count(), 2);
        QCOMPARE(QApplication::focusWidget(), stage.url());
        QTest::keyClicks(stage.url(), QStringLiteral("http://127.0.0.1/two"));
        QTest::keyClick(stage.window.get(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(stage.window->tabs()->count(), 1);
        QCOMPARE(stage.url()->text(), QStringLiteral("http://127.0.0.1/one"));
        QTest::keyClick(stage.window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(stage.window->tabs()->count(), 2);
        QCOMPARE(stage.url()->text(), QStringLiteral("http://127.0.0.1/two"));
        QTest::keyClick(stage.window.get(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(stage.url()->text(), QStringLiteral("http://127.0.0.1/one"));
        QTest::keyClick(stage.window.get(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(stage.url()->text(), QStringLiteral("http://127.0.0.1/two"));
    }

    void middleClickClosesATab()
    {
        Stage stage;
        stage.open();
        QTest::keyClicks(stage.url(), QStringLiteral("http://127.0.0.1/one"));
        QTest::keyClick(stage.window.get(), Qt::Key_T, Qt::ControlModifier);
        TabStrip *strip = stage.window->tabs()->strip();
        QTest::mouseClick(strip, Qt::MiddleButton, {}, strip->tabRect(0).center());
        QCOMPARE(stage.window->tabs()->count(), 1);
        QVERIFY(stage.url()->text().isEmpty());
    }

    void closingTheLastTabLeavesAnEmptyOne()
    {
        Stage stage;
        stage.open();
        QTest::keyClicks(stage.url(), QStringLiteral("http://127.0.0.1/one"));
        QTest::keyClick(stage.window.get(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(stage.window->tabs()->count(), 1);
        QVERIFY(stage.url()->text().isEmpty());
    }

    void closingATabCancelsItsRequest()
    {
        Stage stage;
        stage.open();
        QTest::keyClicks(stage.url(), QStringLiteral("http://127.0.0.1/one"));
        QTest::keyClick(stage.url(), Qt::Key_Return);
        const std::weak_ptr<client::Call> call = stage.backend.sent[0].call;
        stage.backend.sent.clear();
        QTest::keyClick(stage.window.get(), Qt::Key_W, Qt::ControlModifier);
        QVERIFY2(call.expired(), "a closed tab must let go of its response");
    }

    void draftsSurviveClosingTheWindow()
    {
        Stage stage;
        stage.open();
        QTest::keyClicks(stage.url(), QStringLiteral("http://127.0.0.1/kept?x=1"));
        QTest::keyClick(stage.window.get(), Qt::Key_T, Qt::ControlModifier);
        QTest::keyClicks(stage.url(), QStringLiteral("http://127.0.0.1/too"));
        stage.window->close();
        stage.open();
        QCOMPARE(stage.window->tabs()->count(), 2);
        QCOMPARE(stage.url()->text(), QStringLiteral("http://127.0.0.1/too"));
        QCOMPARE(stage.window->tabs()->page(0)->request()->document().url,
                 QStringLiteral("http://127.0.0.1/kept?x=1"));
        QVERIFY2(!stage.page()->response()->call(), "a response must not be loaded again");
    }

    void foldersStayClosedAndOpenFromOneWindowToTheNext()
    {
        Stage stage;
        stage.write(QStringLiteral("a.http"), twoRequests);
        stage.write(QStringLiteral("deep/b.http"), twoRequests);
        const auto rowOf = [&stage](const QString &name) {
            const CollectionPanel *panel = stage.window->sidebar()->collections();
            const auto *shown = qobject_cast<const QAbstractProxyModel *>(panel->tree()->model());
            return QModelIndex(shown->mapFromSource(panel->model().find(stage.path(name), -1)));
        };
        const auto isOpen = [&](const QString &name) {
            const QModelIndex row = rowOf(name);
            return row.isValid() && stage.window->sidebar()->collections()->tree()->isExpanded(row);
        };
        stage.open();
        QTRY_VERIFY(isOpen(QStringLiteral("a.http")) && isOpen(QStringLiteral("deep")));
        stage.window->sidebar()->collections()->tree()->setExpanded(rowOf(QStringLiteral("a.http")),
                                                                    false);
        // What a filter opens is not meant to stay.
        QLineEdit *filter = stage.window->sidebar()->collections()->filterEdit();
        filter->setText(QStringLiteral("first"));
        QTRY_VERIFY(isOpen(QStringLiteral("a.http")));
        filter->clear();
        QTRY_VERIFY(!isOpen(QStringLiteral("a.http")));
        QVERIFY(isOpen(QStringLiteral("deep")));
        stage.window->close();
        stage.open();
        QTRY_VERIFY(isOpen(QStringLiteral("deep")) && isOpen(QStringLiteral("deep/b.http")));
        QVERIFY(!isOpen(QStringLiteral("a.http")));
    }

    // Where nothing was kept, all of it can be reached.
    void theFirstWindowFitsTheScreen()
    {
        Stage stage;
        const MainWindow window(&stage.backend, Places::under(stage.folder.path()));
        const QSize screen = window.screen()->availableSize();
        QCOMPARE(window.size().boundedTo(screen), window.size());
        QVERIFY(window.height() < screen.height() || screen.height() > 800); // and its title bar
    }

    void draftsAreWrittenWhileTheWindowIsOpen()
    {
        Stage stage;
        stage.open();
        QTest::keyClicks(stage.url(), QStringLiteral("http://127.0.0.1/crash"));
        const QString file = Places::under(stage.folder.path()).sessionFile();
        const auto written = [&] {
            QFile session(file);
            return session.open(QIODevice::ReadOnly) && session.readAll().contains("crash");
        };
        QTRY_VERIFY(written());
        // A draft may hold credentials.
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void aDamagedSessionFileIsNoObstacle()
    {
        Stage stage;
        const QString file = Places::under(stage.folder.path()).sessionFile();
        QDir().mkpath(QFileInfo(file).path());
        QFile session(file);
        QVERIFY(session.open(QIODevice::WriteOnly));
        session.write("{\"tabs\": [7, {\"document\": []}], \"current\": 99");
        session.close();
        stage.open();
        QVERIFY(stage.window->tabs()->count() >= 1);
    }

    void sidebarOpensARequestAndSavesItBack()
    {
        Stage stage;
        stage.write(QStringLiteral("shop.http"), twoRequests);
        stage.open();
        QTreeView *tree = stage.window->sidebar()->collections()->tree();
        QTRY_COMPARE(stage.window->sidebar()->collections()->model().requests().size(), size_t(2));
        // The first start opens the first request of the sample.
        QTRY_COMPARE(stage.url()->text(), QStringLiteral("https://example.test/first?a=1"));
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Home);
        for (int step = 0; step < 3; ++step)
            QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Return);
        QTRY_COMPARE(stage.url()->text(), QStringLiteral("https://example.test/second"));
        QCOMPARE(stage.window->tabs()->count(), 2);
        QVERIFY(!stage.page()->isDirty());

        stage.url()->setFocus();
        QTest::keyClick(stage.url(), Qt::Key_End);
        QTest::keyClicks(stage.url(), QStringLiteral("?v=2"));
        QVERIFY(stage.page()->isDirty());
        QTest::keyClick(stage.window.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!stage.page()->isDirty());
        const QByteArray expected = QByteArray(twoRequests).replace("/second", "/second?v=2");
        QCOMPARE(stage.read(QStringLiteral("shop.http")), expected);
    }

    void openingTheSameRequestAgainShowsItsTab()
    {
        Stage stage;
        stage.write(QStringLiteral("shop.http"), twoRequests);
        stage.open();
        QTRY_COMPARE(stage.url()->text(), QStringLiteral("https://example.test/first?a=1"));
        stage.window->desk()->open(stage.path(QStringLiteral("shop.http")), 0);
        QSignalSpy opened(stage.window->desk(), &CollectionDesk::opened);
        QVERIFY(opened.wait());
        QCOMPARE(stage.window->tabs()->count(), 1);
    }

    void widthDecidesWhereTheSidebarIs_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("shown");
        QTest::addColumn<int>("orientation");
        QTest::newRow("narrow") << 1024 << false << int(Qt::Vertical);
        QTest::newRow("medium") << 1300 << true << int(Qt::Vertical);
        QTest::newRow("wide") << 1900 << true << int(Qt::Horizontal);
        QTest::newRow("ultra") << 2600 << true << int(Qt::Horizontal);
    }

    void widthDecidesWhereTheSidebarIs()
    {
        QFETCH(int, width);
        QFETCH(bool, shown);
        QFETCH(int, orientation);
        Stage stage;
        stage.open({width, 700});
        QCOMPARE(stage.window->sidebar()->isVisible(), shown);
        QCOMPARE(int(stage.page()->findChild<QSplitter *>()->orientation()), orientation);
    }

    void narrowSidebarIsAnOverlayThatGoesWhenDone()
    {
        Stage stage;
        stage.open({1024, 640});
        const QPoint before = stage.url()->mapToGlobal(QPoint());
        QTest::keyClick(stage.window.get(), Qt::Key_F9);
        QVERIFY(stage.window->sidebar()->isVisible());
        QCoreApplication::processEvents();
        QTest::qWait(10);
        QCOMPARE(stage.url()->mapToGlobal(QPoint()), before);
        QVERIFY(stage.window->sidebar()->width() >= 280);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!stage.window->sidebar()->isVisible());
        QCOMPARE(QApplication::focusWidget(), stage.url());
    }

    void orientationIsKeptPerWidth()
    {
        Stage stage;
        stage.open({1300, 800});
        QTest::keyClick(stage.window.get(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(stage.page()->findChild<QSplitter *>()->orientation(), Qt::Horizontal);
        stage.window->resize(1024, 700);
        QCOMPARE(stage.page()->findChild<QSplitter *>()->orientation(), Qt::Vertical);
        stage.window->resize(1300, 800);
        QCOMPARE(stage.page()->findChild<QSplitter *>()->orientation(), Qt::Horizontal);
        stage.window->close();
        stage.open({1300, 800});
        QCOMPARE(stage.page()->findChild<QSplitter *>()->orientation(), Qt::Horizontal);
    }

    void paneKeyGoesRound()
    {
        Stage stage;
        stage.open();
        QTRY_COMPARE(QApplication::focusWidget(), stage.url());
        const auto step = [](Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, modifiers);
        };
        const auto isIn = [](const QWidget *pane) {
            return pane->isAncestorOf(QApplication::focusWidget());
        };
        step(); // nothing was sent: the response is left out
        QVERIFY(isIn(stage.window->sidebar()));
        step();
        QCOMPARE(QApplication::focusWidget(), stage.url());
        QTest::keyClicks(stage.url(), QStringLiteral("http://127.0.0.1/"));
        QTest::keyClick(stage.url(), Qt::Key_Return);
        stage.backend.answer(200, "hello");
        QTRY_VERIFY(!stage.page()->isRunning());
        step();
        QVERIFY(isIn(stage.page()->response()));
        step(Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), stage.url());
        step(Qt::ShiftModifier);
        QVERIFY(isIn(stage.window->sidebar()));
    }

    void tabGoesFromSidebarThroughRequestToResponse()
    {
        Stage stage;
        stage.open();
        QTest::keyClicks(stage.url(), QStringLiteral("http://127.0.0.1/"));
        QTest::keyClick(stage.url(), Qt::Key_Return);
        stage.backend.answer(200, "hello");
        QTRY_VERIFY(!stage.page()->isRunning());
        const RequestPane *request = stage.page()->request();
        const QList<const QWidget *> stations{stage.window->sidebar()->collections()->tree(),
                                              request->findChild<MethodBox *>(),
                                              stage.url(),
                                              stage.send(),
                                              request->findChild<FlatTabBar *>(),
                                              stage.page()->response()};
        stage.window->sidebar()->collections()->tree()->setFocus();
        qsizetype station = 0;
        for (int step = 0; step < 60 && station < stations.size(); ++step) {
            const QWidget *focus = QApplication::focusWidget();
            for (qsizetype at = 0; at < stations.size(); ++at) {
                if (stations[at] != focus && !stations[at]->isAncestorOf(focus))
                    continue;
                QVERIFY2(
                    at <= station,
                    qPrintable(QStringLiteral("station %1 comes before %2").arg(at).arg(station)));
                station = std::max(station, at + 1);
            }
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(station, stations.size());
    }

    void urlKeyFocusesTheUrl()
    {
        Stage stage;
        stage.open();
        stage.window->sidebar()->collections()->tree()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), stage.url());
    }

    void argumentsOpenInTabs()
    {
        Stage stage;
        stage.write(QStringLiteral("shop.http"), twoRequests);
        stage.open();
        QTRY_COMPARE(stage.url()->text(), QStringLiteral("https://example.test/first?a=1"));
        stage.window->openArgument(QStringLiteral("http://127.0.0.1/arg"));
        QCOMPARE(stage.url()->text(), QStringLiteral("http://127.0.0.1/arg"));
        QCOMPARE(stage.window->tabs()->count(), 2);
        stage.window->openArgument(stage.path(QStringLiteral("shop.http")));
        QTRY_COMPARE(stage.window->tabs()->count(), 3);
    }

    void troubleIsASentenceInTheWindow()
    {
        Stage stage;
        stage.open();
        stage.window->openArgument(stage.folder.path());
        QTest::qWait(0);
        Q_EMIT stage.backend.troubleFound(QStringLiteral("The playground could not start."));
        bool found = false;
        for (const QLabel *label : stage.page()->findChildren<QLabel *>())
            found = found || label->text().contains(QLatin1String("playground could not start"));
        QVERIFY(found);
    }
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
