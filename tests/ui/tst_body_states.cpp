// A body while it grows, is cut off, is cancelled, is replaced by a resend, and on a full disk:
// what is selected stays what it was, and assistive technology reads what is shown. And every text
// that a suite has for readers of JSON, shown.
#include "body_stores.h"
#include "recorded_calls.h"
#include "shown_pane.h"
#include "ui/body/body_pane.h"
#include "ui/body/tree_page.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace sonde;
using namespace sonde::ui;
using test::shown;
using test::storeOf;
using Section = ResponsePane::Section;

namespace
{

constexpr int patience = 60'000; // ms; only to notice a hang

// No file may grow beyond it: to a program, a disk that is full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t octets)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{octets, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

// As assistive technology reads it.
QString spoken(BodyView *view)
{
    auto *text = QAccessible::queryAccessibleInterface(view)->textInterface();
    return text->text(0, text->characterCount());
}

QString spokenSelection(BodyView *view)
{
    auto *text = QAccessible::queryAccessibleInterface(view)->textInterface();
    int from = 0;
    int to = 0;
    text->selection(0, &from, &to);
    return text->text(from, to);
}

QByteArray copied(BodyView *view)
{
    QApplication::clipboard()->clear();
    view->copy();
    return QApplication::clipboard()->text().toUtf8();
}

} // namespace

class TestBodyStates : public QObject
{
    Q_OBJECT

    struct Running {
        test::Recording recording{QStringLiteral("http://example.com/lines")};
        double ready = 0;
        std::shared_ptr<client::Call> call;
        std::unique_ptr<ResponsePane> pane;
        BodyView *view = nullptr;

        Running()
        {
            ready = recording.connect(0.5);
            recording.respond(ready, ready + 5, test::head(200, {{"content-type", "text/plain"}}));
            recording.body("one\ntwo\nthree\n", ready + 6, ready + 7);
            call = client::Call::recorded({recording.hop()}, false);
            pane = shown(call);
            view = pane->body()->view();
        }
        // “two”, by keys.
        void selectTwo()
        {
            QTRY_COMPARE_WITH_TIMEOUT(view->rowCount(), 3, patience);
            view->setFocus();
            QTest::keyClick(view, Qt::Key_Home, Qt::ControlModifier);
            QTest::keyClick(view, Qt::Key_Down);
            QTest::keyClick(view, Qt::Key_End, Qt::ShiftModifier);
            checkSelection();
        }
        void checkSelection()
        {
            QCOMPARE(view->selection(), (OctetRange{4, 7}));
            QCOMPARE(copied(view), QByteArray("two"));
            QCOMPARE(spokenSelection(view), QStringLiteral("two"));
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QAccessible::setActive(true);
        QVERIFY(m_home.isValid());
        qputenv("XDG_CACHE_HOME", m_home.path().toUtf8());
    }

    void growing()
    {
        Running at;
        at.selectTwo();
        for (int i = 0; i < 50; ++i) {
            at.recording.body("more " + QByteArray::number(i) + '\n', at.ready + 8, at.ready + 9);
            at.call->noteChange();
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE_WITH_TIMEOUT(at.view->rowCount(), 53, patience);
        QVERIFY(spoken(at.view).endsWith(QLatin1String("more 49\n"))); // the end is followed
        at.view->reveal(4);
        at.checkSelection();
        QVERIFY(spoken(at.view).contains(QLatin1String("two\nthree\nmore 0\n")));
        at.recording.end(at.ready + 10);
        at.call->finish();
        QTRY_VERIFY_WITH_TIMEOUT(at.call->isOver(), patience);
        QCoreApplication::processEvents();
        at.checkSelection();
    }

    void cutOff()
    {
        Running at;
        at.selectTwo();
        at.recording.body("hal", at.ready + 8, at.ready + 9);
        at.recording.fail(at.ready + 10, {.code = http::Code::TruncatedResponse,
                                          .blame = http::Blame::Remote,
                                          .phase = http::Phase::ReceiveBody,
                                          .sentence = QStringLiteral("It ended too early.")});
        at.call->finish();
        QTRY_VERIFY_WITH_TIMEOUT(at.pane->section() == Section::Problem, patience);
        at.pane->showSection(Section::Body);
        QTRY_VERIFY_WITH_TIMEOUT(spoken(at.view).endsWith(QLatin1String("three\nhal")) ||
                                     spoken(at.view).endsWith(QLatin1String("three\nhal\n")),
                                 patience);
        at.checkSelection();
        QVERIFY(!at.pane->body()->notice()->sentence().isEmpty());
    }

    void cancelled()
    {
        Running at;
        at.selectTwo();
        at.recording.fail(at.ready + 9,
                          {.code = http::Code::Cancelled, .phase = http::Phase::ReceiveBody});
        at.call->finish();
        QTRY_VERIFY_WITH_TIMEOUT(
            at.pane->body()->notice()->sentence().startsWith(QLatin1String("Cancelled")), patience);
        QCOMPARE(at.pane->section(), Section::Body);
        at.checkSelection();
        QCOMPARE(spoken(at.view).trimmed(), QStringLiteral("one\ntwo\nthree"));
    }

    void replacedByAResend()
    {
        Running at;
        at.selectTwo();
        test::Recording next(QStringLiteral("http://example.com/lines"));
        const double ready = next.connect(0.5);
        next.respond(ready, ready + 5, test::head(200, {{"content-type", "text/plain"}}));
        next.body("four\nfive\n", ready + 6, ready + 7).end(ready + 8);
        at.pane->showCall(client::Call::recorded({next.hop()}));
        QTRY_COMPARE_WITH_TIMEOUT(spoken(at.view).trimmed(), QStringLiteral("four\nfive"),
                                  patience);
        QVERIFY(at.view->selection().isEmpty()); // nothing of it is there any more
        QCOMPARE(spokenSelection(at.view), QString());
        // The one before goes on, and is found as it was left behind, with what came since.
        at.recording.body("late\n", at.ready + 20, at.ready + 21);
        at.call->noteChange();
        QCoreApplication::processEvents();
        QCOMPARE(spoken(at.view).trimmed(), QStringLiteral("four\nfive"));
        at.pane->step(-1);
        QTRY_VERIFY_WITH_TIMEOUT(spoken(at.view).contains(QLatin1String("three\nlate")), patience);
        QVERIFY(at.view->selection().isEmpty());
    }

    // What was received is read on though there is no room for a copy laid out.
    void fullDisk()
    {
        const QByteArray json = '[' + QByteArray("{\"a\":[1,2,3]},").repeated(60'000) + "1]";
        const auto store = storeOf(json);
        const FullDisk full(64 << 10);
        BodyPane pane;
        pane.resize(800, 500);
        pane.show();
        pane.showBody({.store = store, .mediaType = "application/json"});
        QCOMPARE(pane.look(), BodyPane::Look::Pretty);
        QTRY_VERIFY2_WITH_TIMEOUT(!pane.notice()->sentence().isEmpty(),
                                  "the copy had room after all", patience);
        QVERIFY2(pane.notice()->sentence().contains(QLatin1String("spool")) ||
                     pane.notice()->sentence().contains(QLatin1String("full")),
                 qPrintable(pane.notice()->sentence()));
        // As much of it as had room.
        QTRY_VERIFY_WITH_TIMEOUT(spoken(pane.view()).startsWith(QLatin1String("[\n  {\n")),
                                 patience);
        pane.setLook(BodyPane::Look::Text);
        QTRY_VERIFY_WITH_TIMEOUT(spoken(pane.view()).startsWith(QLatin1String("[{\"a\":[1,2")),
                                 patience);
        pane.view()->select({1, 14});
        QCOMPARE(copied(pane.view()), QByteArray("{\"a\":[1,2,3]}"));
        QCOMPARE(spokenSelection(pane.view()), QStringLiteral("{\"a\":[1,2,3]}"));
    }

    // A body that would have had room must not fail for want of what its copy took.
    void aCopyLeavesTheRoomToWhatStillArrives()
    {
        const QByteArray part = QByteArray("{\"a\":[1,2,3]},").repeated(150'000);
        auto store = storeOf("[" + part, false);
        const FullDisk nearly(4 << 20);
        BodyPane pane;
        pane.resize(800, 500);
        pane.show();
        pane.showBody({.store = store, .mediaType = "application/json"});
        QCOMPARE(pane.look(), BodyPane::Look::Pretty);
        QTRY_VERIFY_WITH_TIMEOUT(spoken(pane.view()).startsWith(QLatin1String("[\n  {\n")),
                                 patience);
        QVERIFY(body::workers().waitForDone(patience));
        QCoreApplication::processEvents();
        QVERIFY2(pane.notice()->sentence().isEmpty(), qPrintable(pane.notice()->sentence()));
        QVERIFY(pane.view()->store()->size() < 2 << 20);
        QVERIFY(store->append("0]"));
        store->finish();
        pane.noteGrowth();
        QTRY_VERIFY_WITH_TIMEOUT(!pane.notice()->sentence().isEmpty(), patience);
        QVERIFY(pane.view()->store()->size() > 3 << 20);
    }

    void everyJson_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<char>("verdict");
        const QDir folder(QStringLiteral(SONDE_SUITES "/json/test_parsing"));
        const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QTest::newRow(qPrintable(name)) << file.readAll() << name[0].toLatin1();
        }
        // Those that matter most, though the suite is not there.
        QTest::newRow("deep") << QByteArray(100'000, '[') << 'n';
        QTest::newRow("deep and closed")
            << QByteArray(100'000, '[') + QByteArray(100'000, ']') << 'y';
        QTest::newRow("comma") << QByteArray("[1,\n2,]") << 'n';
    }

    void everyJson()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const char, verdict);
        BodyPane pane;
        pane.resize(500, 300);
        pane.show();
        const auto store = storeOf(octets);
        pane.showBody({.store = store, .mediaType = "application/json"});
        const bool wide = body::unitSize(BodyPane::foundIn({.store = store}).charset.name) > 1;
        using Look = BodyPane::Look;
        for (const Look look : {Look::Pretty, Look::Tree, Look::Text, Look::Hex}) {
            if (wide && (look == Look::Pretty || look == Look::Tree))
                continue; // it is offered for neither
            pane.setLook(look);
            QTRY_VERIFY_WITH_TIMEOUT(body::workers().activeThreadCount() == 0, patience);
            QCoreApplication::processEvents();
            pane.grab();
        }
        if (!octets.isEmpty())
            QVERIFY(pane.view()->rowCount() > 0);
        const QString sentence = pane.fault()->sentence();
        if (verdict == 'y')
            QCOMPARE(sentence, QString());
        if (verdict != 'n' || wide)
            return;
        QTRY_VERIFY_WITH_TIMEOUT(!pane.fault()->sentence().isEmpty(), patience);
        QVERIFY2(pane.fault()->sentence().startsWith(QLatin1String("This is not JSON from octet ")),
                 qPrintable(pane.fault()->sentence()));
        for (QAbstractButton *button : pane.fault()->findChildren<QAbstractButton *>()) {
            if (button->text() == QLatin1String("Show the place"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(pane.look(), Look::Text);
        QCOMPARE(pane.view()->store(), store);
    }

    void theFaultIsGoneTo()
    {
        BodyPane pane;
        pane.resize(900, 300);
        pane.show();
        pane.showBody({.store = storeOf("[1,\n2,]"), .mediaType = "application/json"});
        QTRY_COMPARE_WITH_TIMEOUT(pane.fault()->sentence().section(u':', 0, 0),
                                  QStringLiteral("This is not JSON from octet 6 on, in row 2"),
                                  patience);
        for (QAbstractButton *button : pane.fault()->findChildren<QAbstractButton *>()) {
            if (button->text() == QLatin1String("Show the place"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(pane.view()->selection(), (OctetRange{6, 7}));
        pane.showBody({.store = storeOf("[1]"), .mediaType = "application/json"});
        QCOMPARE(pane.fault()->sentence(), QString());
    }

private:
    QTemporaryDir m_home;
};

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication application(argc, argv);
    Theme::apply(application);
    TestBodyStates test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_body_states.moc"
