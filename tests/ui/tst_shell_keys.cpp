// Every key of the table of actions, pressed in every place where the focus can be; and what the
// keys that belong to sending lead to.
#include "fake_backend.h"
#include "ui/collections/collection_panel.h"
#include "ui/request/code_edit.h"
#include "ui/request/request_pane.h"
#include "ui/request/row_table.h"
#include "ui/request/url_edit.h"
#include "ui/response/response_pane.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/library_control.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/tab_strip.h"
#include "ui/widgets/body_view/body_view.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::ui;

namespace
{

enum class Place { Url, Params, Editor, Body, Sidebar };
constexpr std::pair<Place, const char *> places[] = {{Place::Url, "url"},
                                                     {Place::Params, "params"},
                                                     {Place::Editor, "editor"},
                                                     {Place::Body, "body"},
                                                     {Place::Sidebar, "sidebar"}};

} // namespace

class TestShellKeys : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    test::FakeBackend m_backend;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] DocumentPage *page() const { return m_window->tabs()->current(); }

    void respond(const QByteArray &body)
    {
        page()->send();
        m_backend.answer(200, body, {{"content-type", "text/plain"}});
        QTRY_VERIFY(!page()->isRunning());
    }

    [[nodiscard]] QWidget *widgetAt(Place place) const
    {
        RequestPane *request = page()->request();
        switch (place) {
        case Place::Url:
            return request->findChild<UrlEdit *>();
        case Place::Params:
            request->selectSection(RequestPane::Section::Params);
            for (RowTable *table : request->findChildren<RowTable *>()) {
                if (table->isVisible())
                    return table;
            }
            return nullptr;
        case Place::Editor:
            request->selectSection(RequestPane::Section::Body);
            return request->findChild<CodeEdit *>();
        case Place::Body:
            page()->response()->showSection(ResponsePane::Section::Body);
            return page()->response()->findChild<BodyView *>();
        case Place::Sidebar:
            return m_window->sidebar()->collections()->tree();
        }
        Q_UNREACHABLE();
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void init()
    {
        QDir().mkpath(Places::under(m_folder.path()).sampleFolder);
        m_backend.becomeReady();
        m_window = std::make_unique<MainWindow>(&m_backend, Places::under(m_folder.path()));
        m_window->resize(1300, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        collection::RequestDocument document;
        document.url = QStringLiteral("http://127.0.0.1/a?b=1");
        document.body.mode = collection::BodyMode::Json;
        document.body.text = QStringLiteral("{}");
        page()->request()->setDocument(document);
        respond("one");
        respond("two");
    }
    void cleanup() { m_window.reset(); }

    void everyKeyReachesItsAction_data()
    {
        QTest::addColumn<int>("place");
        for (const auto &[place, name] : places)
            QTest::newRow(name) << int(place);
    }

    void everyKeyReachesItsAction()
    {
        QFETCH(int, place);
        QStringList deaf;
        for (const auto &[spec, action] : m_window->actions()->all()) {
            if (!action || action->shortcuts().isEmpty())
                continue;
            if (Place(place) == Place::Params && QByteArrayView(spec->id) == "edit.rename")
                continue; // there the key edits the cell
            if (spec->scope == ActionSpec::Scope::Sidebar && Place(place) != Place::Sidebar)
                continue; // elsewhere the key is the field's
            // Only the way from the key to the action: what it does would lead elsewhere.
            action->disconnect(m_window.get());
            action->disconnect(m_window->library());
            for (const QKeySequence &keys : action->shortcuts()) {
                QWidget *widget = widgetAt(Place(place));
                QVERIFY(widget);
                widget->setFocus();
                QVERIFY2(QApplication::focusWidget() == widget ||
                             widget->isAncestorOf(QApplication::focusWidget()),
                         spec->id);
                action->setEnabled(true); // whatever there is to do where the focus is now
                QSignalSpy triggered(action, &QAction::triggered);
                const QKeyCombination one = keys[0];
                QTest::keyClick(QApplication::focusWidget(), one.key(), one.keyboardModifiers());
                if (triggered.size() != 1)
                    deaf
                        << QStringLiteral("%1 of %2").arg(keys.toString(), QLatin1String(spec->id));
            }
        }
        QVERIFY2(deaf.isEmpty(), qPrintable(deaf.join(u'\n')));
        QCOMPARE(page()->request()->document().body.text, QStringLiteral("{}"));
    }

    void undoKeyInTheUrlTakesBackAPastedCommand()
    {
        QApplication::clipboard()->setText(
            QStringLiteral("curl -X PUT \\\n  http://127.0.0.1/put"));
        QWidget *url = widgetAt(Place::Url);
        url->setFocus();
        static_cast<UrlEdit *>(url)->selectAll();
        QTest::keyClick(url, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(page()->request()->document().method, QStringLiteral("PUT"));
        QTest::keyClick(url, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(page()->request()->document().method, QStringLiteral("GET"));
        QCOMPARE(page()->request()->document().url, QStringLiteral("http://127.0.0.1/a?b=1"));
        QTest::keyClick(url, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(page()->request()->document().url, QStringLiteral("http://127.0.0.1/put"));
    }

    void undoKeyInTheEditorIsItsOwnFirst()
    {
        auto *editor = static_cast<CodeEdit *>(widgetAt(Place::Editor));
        editor->setFocus();
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClicks(focus, QStringLiteral("x"));
        QCOMPARE(page()->request()->document().body.text, QStringLiteral("x{}"));
        QTest::keyClick(focus, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(editor->code(), QStringLiteral("{}"));
        QTest::keyClick(focus, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(editor->code(), QStringLiteral("x{}"));
    }

    void altLeftAndRightGoThroughTheResponses()
    {
        const auto newest = page()->response()->call();
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(page()->response()->call() != newest);
        QVERIFY(m_window->actions()->action("go.later-response")->isEnabled());
        QVERIFY(!m_window->actions()->action("go.earlier-response")->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(page()->response()->call(), newest);
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(page()->response()->section(), ResponsePane::Section::Changes);
    }

    void sendAndDownloadAsksForAFileOnceAllIsThere()
    {
        QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(page()->isRunning());
        QVERIFY(!page()->response()->findChild<QFileDialog *>());
        m_backend.answer(200, "to be kept");
        QTRY_VERIFY(page()->response()->findChild<QFileDialog *>());
        auto *dialog = page()->response()->findChild<QFileDialog *>();
        const QString file = m_folder.filePath(QStringLiteral("kept.txt"));
        Q_EMIT dialog->fileSelected(file);
        delete dialog;
        QTRY_VERIFY(QFile::exists(file));
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("to be kept"));
    }

    void aDownloadThatIsCancelledAsksNothing()
    {
        QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(m_window.get(), Qt::Key_Escape, Qt::ShiftModifier);
        QVERIFY(!page()->isRunning());
        page()->send();
        m_backend.answer(200, "shown only");
        QTRY_VERIFY(!page()->isRunning());
        QTest::qWait(50);
        QVERIFY(!page()->response()->findChild<QFileDialog *>());
    }

    void waitingLongerIsLongerEveryTime()
    {
        page()->send();
        const auto usual = m_backend.sent.back().options.timeouts.connect;
        QVERIFY(usual.count() > 0);
        Q_EMIT page()->response()->waitLongerRequested();
        QCOMPARE(m_backend.sent.back().options.timeouts.connect, usual * 4);
        Q_EMIT page()->response()->waitLongerRequested();
        QCOMPARE(m_backend.sent.back().options.timeouts.connect, usual * 16);
        page()->send(); // and as before once it is not asked for
        QCOMPARE(m_backend.sent.back().options.timeouts.connect, usual);
    }

    void proxyOfAPastedCommandGoesWithIt()
    {
        QVERIFY(page()->request()->takeCurl(
            QStringLiteral("curl -x http://127.0.0.1:3128 http://127.0.0.1/")));
        page()->send();
        QVERIFY(m_backend.sent.back().options.proxy);
        page()->request()->undo();
        page()->send();
        QVERIFY(!m_backend.sent.back().options.proxy);
    }

    void closingATabLeavesTheFocusInTheOneThatComesForward()
    {
        m_window->tabs()->openEmpty();
        for (const Place place : {Place::Url, Place::Params, Place::Url}) {
            widgetAt(place)->setFocus();
            QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
            QCOMPARE(QApplication::focusWidget(), widgetAt(Place::Url));
        }
    }

    void tabsInTheBackgroundAreNotBuilt()
    {
        for (int i = 0; i < 5; ++i)
            m_window->tabs()->openEmpty()->request()->takeText(
                QStringLiteral("http://127.0.0.1/%1").arg(i));
        m_window->tabs()->show(2);
        const Session before = m_window->tabs()->session();
        m_window->close();
        m_window = std::make_unique<MainWindow>(&m_backend, Places::under(m_folder.path()));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QCOMPARE(m_window->tabs()->count(), 6);
        QCOMPARE(m_window->tabs()->currentIndex(), 2);
        QCOMPARE(m_window->tabs()->findChildren<RequestPane *>().size(), 1);
        const TabStrip *strip = m_window->tabs()->strip();
        QVERIFY2(strip->rect().contains(strip->tabRect(2)),
                 qPrintable(QStringLiteral("the strip is %1 wide, its tab begins at %2")
                                .arg(strip->width())
                                .arg(strip->tabRect(2).left())));
        QVERIFY(strip->rect().contains(strip->tabRect(0)));
        QVERIFY(m_window->tabs()->session() == before); // nothing is lost by not looking
        m_window->tabs()->show(4);
        QCOMPARE(m_window->tabs()->findChildren<RequestPane *>().size(), 2);
        QCOMPARE(page()->request()->document().url, QStringLiteral("http://127.0.0.1/3"));
        QCOMPARE(QApplication::focusWidget(), page()->request()->findChild<UrlEdit *>());
        QVERIFY(m_window->tabs()->session().tabs == before.tabs);
    }
};

QTEST_MAIN(TestShellKeys)
#include "tst_shell_keys.moc"
