// The whole way with nothing faked: a first start, the sample, Send, and the same request over the
// other version.
#include "engine_stage.h"
#include "ui/connections/connections_model.h"
#include "ui/connections/connections_window.h"
#include "ui/request/request_pane.h"
#include "ui/request/version_box.h"
#include "ui/response/response_pane.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/engine_backend.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/theme.h"

#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::ui;

class TestShellEngine : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] static trace::ExchangeState outcome(DocumentPage *page)
    {
        return page->response()->call()->last().exchange->state();
    }

private Q_SLOTS:
    void initTestCase()
    {
        // The playground keeps its certificate with the user's data.
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
        qputenv("XDG_CACHE_HOME", m_folder.path().toUtf8());
        Theme::apply(*qApp);
    }

    void firstStartSendsTheSampleOverBothVersions()
    {
        const Places places = Places::under(m_folder.path());
        EngineBackend backend(places);
        MainWindow window(&backend, places);
        window.resize(1300, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        DocumentPage *page = window.tabs()->current();
        QTRY_VERIFY_WITH_TIMEOUT(
            page->request()->document().url.contains(QLatin1String("{{https}}")), 10000);
        QVERIFY(!page->isDirty());

        QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(page->response()->call() && !page->isRunning(), 20000);
        trace::ExchangeState state = outcome(page);
        QVERIFY2(!state.error, qPrintable(state.error ? state.error->sentence : QString()));
        QVERIFY(state.response);
        QCOMPARE(state.response->status, 200);
        QCOMPARE(state.response->version, http::Version::Http2);
        QVERIFY(state.connection);
        const auto tls = state.connection->state().tls;
        QVERIFY(tls);
        QCOMPARE(int(tls->verification), int(trace::Verification::Trusted));

        for (VersionBox *box : page->request()->findChildren<VersionBox *>()) {
            if (!box->isVisible())
                continue;
            box->setFocus();
            QTest::keyClick(box, Qt::Key_Down);
            QTest::keyClick(box, Qt::Key_Down);
        }
        QCOMPARE(page->request()->document().settings.version, http::VersionPolicy::Http11);
        QTest::keyClick(&window, Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), 20000);
        state = outcome(page);
        QVERIFY2(!state.error, qPrintable(state.error ? state.error->sentence : QString()));
        QCOMPARE(state.response->status, 200);
        QCOMPARE(state.response->version, http::Version::Http11);
    }

    void connectionsAreListedClosedAndForced()
    {
        test::EngineStage stage(m_folder.path());
        auto &[backend, window] = stage;
        DocumentPage *page = window.tabs()->openEmpty();
        collection::RequestDocument document;
        document.url = backend.variables({}).value(QStringLiteral("https"));
        page->request()->editDocument(document);
        const auto send = [&](const char *action) {
            // It may be over before anybody looks: another response is what tells.
            const auto before = page->response()->call();
            window.actions()->action(action)->trigger();
            const auto answered = [&] {
                return page->response()->call() != before && !page->isRunning();
            };
            return QTest::qWaitFor(answered, 20000);
        };
        QVERIFY(send("request.send"));
        window.actions()->action("go.connections")->trigger();
        auto *connections = window.findChild<ConnectionsWindow *>();
        QVERIFY(connections);
        const QAbstractItemModel &rows = *connections->table()->model();
        QTRY_COMPARE_WITH_TIMEOUT(rows.rowCount(), 1, 20000);
        QVERIFY(rows.index(0, ConnectionsModel::State)
                    .data()
                    .toString()
                    .startsWith(QLatin1String("idle")));
        QCOMPARE(connections->uses()->model()->rowCount(), 1);

        // A new one is made though the other is idle, and the response says so.
        QVERIFY(send("request.send-fresh"));
        QVERIFY(outcome(page).ownConnection);
        QVERIFY(!outcome(page).connectionReused);
        QVERIFY(send("request.send"));
        QVERIFY(outcome(page).connectionReused);

        const auto before = outcome(page).connection;
        connections->table()->selectRow(0);
        QTest::keyClick(connections->table(), Qt::Key_Delete);
        QTRY_COMPARE_WITH_TIMEOUT(before->state().closeReason, QStringLiteral("closed by the user"),
                                  20000);
        QTRY_VERIFY_WITH_TIMEOUT(rows.index(0, ConnectionsModel::State)
                                     .data()
                                     .toString()
                                     .startsWith(QLatin1String("closed")),
                                 20000);
        QVERIFY(send("request.send"));
        QVERIFY(!outcome(page).connectionReused);
    }

    void cancelKeepsWhatArrivedAndAnswersAtOnce()
    {
        test::EngineStage stage(m_folder.path());
        MainWindow &window = stage.window;
        DocumentPage *page = window.tabs()->openEmpty();
        collection::RequestDocument document;
        document.url = QStringLiteral("{{http}}/delay/60000");
        page->request()->setDocument(document);
        QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(page->isRunning());
        QTest::qWait(100);
        QTest::keyClick(&window, Qt::Key_Escape, Qt::ShiftModifier);
        QVERIFY(!page->isRunning());
        QTRY_VERIFY(page->response()->call()->isOver());
        QCOMPARE(int(outcome(page).end), int(trace::End::Cancelled));
    }

    void closingTheWindowWhileARequestRunsEndsEverything()
    {
        std::weak_ptr<client::Call> call;
        {
            test::EngineStage stage(m_folder.path());
            DocumentPage *page = stage.window.tabs()->openEmpty();
            collection::RequestDocument document;
            document.url = QStringLiteral("{{http}}/delay/60000");
            page->request()->setDocument(document);
            page->send();
            call = page->response()->call();
            QVERIFY(!call.expired());
        }
        QVERIFY(call.expired());
    }
};

QTEST_MAIN(TestShellEngine)
#include "tst_shell_engine.moc"
