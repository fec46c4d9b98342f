// A folder run from the window: rows, figures, a failing assertion with what was expected and what
// came, stopping, and what cannot be run.
#include "client/engine.h"
#include "collection/secret_vault.h"
#include "history/archive.h"
#include "playground/playground.h"
#include "ui/run/run_model.h"
#include "ui/run/run_window.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace sonde;
using namespace sonde::ui;
using Outcome = lab::RunResult::Outcome;

class TestRun : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<playground::Playground> m_playground;
    std::unique_ptr<client::Engine> m_engine;
    RunWindow::Keep m_keep;

    void put(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] std::unique_ptr<RunWindow>
    window(const QString &name, std::shared_ptr<collection::SecretStore> secrets = {},
           const QString &environment = {}) const
    {
        const lab::RunChoice choice{
            .path = m_folder.filePath(name),
            .environment = environment,
            .variables = {{QStringLiteral("http"), QString::fromLatin1(m_playground->httpUrl())}},
            .secrets = std::move(secrets)};
        auto made = std::make_unique<RunWindow>(*m_engine, choice, nullptr, m_keep);
        made->setAttribute(Qt::WA_DeleteOnClose, false);
        made->show();
        return made;
    }
    static QPushButton *button(const RunWindow &window, const QString &text)
    {
        for (auto *one : window.findChildren<QPushButton *>()) {
            if (one->text().remove(u'&') == text)
                return one;
        }
        return nullptr;
    }
    static Outcome outcome(const RunWindow &window, int row)
    {
        return window.model().results()[size_t(row)].outcome;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8() + "/data");
        Theme::apply(*qApp);
        m_playground = std::make_unique<playground::Playground>();
        QVERIFY(m_playground->start());
        m_engine = std::make_unique<client::Engine>(client::Engine::Where::OwnThread);
        put(QStringLiteral("good.http"), "### Hello\n# [assert] status == 200\nGET {{http}}/json\n"
                                         "### Teapot\n# [assert] status == 200\n"
                                         "# [assert] size > 0\nGET {{http}}/status/418\n"
                                         "### Nowhere\nGET {{http}}/{{missing}}\n");
        put(QStringLiteral("slow.http"),
            "### Slow\nGET {{http}}/delay/20000\n### After\nGET {{http}}/json\n");
    }
    void cleanupTestCase() { m_engine.reset(); }

    void rowsFillAndTheFailureSaysExpectedAndGot()
    {
        const auto run = window(QStringLiteral("good.http"));
        const QSize room = run->screen()->availableSize();
        QCOMPARE(run->size(), run->size().boundedTo(room)); // all of it is on the screen
        QSignalSpy opened(run.get(), &RunWindow::openWanted);
        QTest::mouseClick(button(*run, QStringLiteral("Run")), Qt::LeftButton);
        QVERIFY(button(*run, QStringLiteral("Stop")));
        QTRY_VERIFY(button(*run, QStringLiteral("Run")));
        QCOMPARE(run->model().rowCount(), 3);
        QCOMPARE(int(outcome(*run, 0)), int(Outcome::Passed));
        QCOMPARE(int(outcome(*run, 1)), int(Outcome::Failed));
        QCOMPARE(int(outcome(*run, 2)), int(Outcome::Error));
        auto *table = run->findChild<QTableView *>();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        const QString told = run->findChild<QTextBrowser *>()->toPlainText();
        QVERIFY2(told.contains(QLatin1String("== 200")) && told.contains(QLatin1String("418")),
                 qPrintable(told));
        auto *failures = run->findChildren<QCheckBox *>().back();
        QTest::mouseClick(failures, Qt::LeftButton, {}, {8, failures->height() / 2});
        QCOMPARE(table->model()->rowCount(), 2);
        table->selectRow(0);
        QTest::mouseClick(button(*run, QStringLiteral("Open request")), Qt::LeftButton);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][1].toInt(), 1);
        QVERIFY(opened[0][2].value<std::shared_ptr<client::Call>>());
    }

    void eachCallGoesIntoTheHistoryUnlessOneDoesNotWantIt()
    {
        history::Archive archive(m_folder.filePath(QStringLiteral("history")));
        m_keep = archive.follower();
        const auto run = window(QStringLiteral("good.http"));
        m_keep = nullptr;
        const auto off = window(QStringLiteral("good.http"));
        const auto box = [](const RunWindow &window) {
            return window.findChildren<QCheckBox *>()[1];
        };
        QVERIFY(box(*run)->isEnabled() && box(*run)->isChecked());
        QVERIFY(!box(*off)->isEnabled() && !box(*off)->isChecked());
        std::vector<history::Entry> kept;
        const auto read = [&] {
            bool answered = false;
            archive.recent(this, 100, [&](const http::Result<std::vector<history::Entry>> &found) {
                kept = found.value_or(std::vector<history::Entry>());
                answered = true;
            });
            return QTest::qWaitFor([&] { return answered; });
        };
        const auto runIt = [&] {
            QTest::mouseClick(button(*run, QStringLiteral("Run")), Qt::LeftButton);
            return QTest::qWaitFor([&] { return button(*run, QStringLiteral("Run")); }) &&
                   archive.finishWriting() && read();
        };
        QVERIFY(runIt());
        // The one that could not be sent is none.
        QCOMPARE(kept.size(), 2U);
        std::ranges::sort(kept, {}, &history::Entry::title);
        QCOMPARE(kept[0].title, QStringLiteral("Hello"));
        QCOMPARE(kept[1].status, 418);
        for (const history::Entry &entry : kept) {
            QCOMPARE(entry.origin, history::Origin::Run);
            QCOMPARE(entry.file, m_folder.filePath(QStringLiteral("good.http")));
            QCOMPARE(entry.identity, history::identity(entry.file, entry.title, {}, {}));
        }
        QTest::mouseClick(box(*run), Qt::LeftButton, {}, {8, box(*run)->height() / 2});
        QVERIFY(runIt());
        QCOMPARE(kept.size(), 2U);
    }

    void stopEndsItAtOnceAndSkipsTheRest()
    {
        const auto run = window(QStringLiteral("slow.http"));
        run->toggle();
        QTRY_COMPARE(run->model().rowCount(), 2);
        QTRY_COMPARE(int(outcome(*run, 0)), int(Outcome::Running));
        QTest::mouseClick(button(*run, QStringLiteral("Stop")), Qt::LeftButton);
        QTRY_COMPARE(int(outcome(*run, 1)), int(Outcome::Skipped));
        QTRY_VERIFY(button(*run, QStringLiteral("Run")));
        QCOMPARE(int(outcome(*run, 0)), int(Outcome::Skipped));
    }

    void whatMayChangeALockedEnvironmentWaitsForASecondWord()
    {
        put(QStringLiteral("http-client.env.json"), R"({"production": {"p": "1"}})");
        put(QStringLiteral("change.http"), "GET {{http}}/json\n###\nPOST {{http}}/echo\n");
        const auto run = window(QStringLiteral("change.http"), {}, QStringLiteral("production"));
        run->askFirst();
        const NoticeBar &notice = *run->findChild<NoticeBar *>();
        for (int time = 0; time < 2; ++time) { // each run asks anew
            run->toggle();
            QTRY_VERIFY(notice.isVisible());
            QVERIFY(notice.sentence().contains(QStringLiteral("production")));
            QCOMPARE(outcome(*run, 0), Outcome::Waiting);
            QTest::mouseClick(button(*run, QStringLiteral("Run anyway")), Qt::LeftButton);
            QTRY_COMPARE(outcome(*run, 1), Outcome::Passed);
            QTRY_VERIFY(button(*run, QStringLiteral("Run")));
            QVERIFY(!notice.isVisible());
        }
        const auto reading = window(QStringLiteral("good.http"), {}, QStringLiteral("production"));
        reading->askFirst();
        reading->toggle();
        QTRY_COMPARE(reading->model().rowCount(), 3);
        QTRY_COMPARE(outcome(*reading, 0), Outcome::Passed);
    }

    void closingWhileItRunsCancels()
    {
        auto run = window(QStringLiteral("slow.http"));
        run->toggle();
        QTRY_COMPARE(run->model().rowCount(), 2);
        QTRY_COMPARE(int(outcome(*run, 0)), int(Outcome::Running));
        run.reset();
        QTRY_COMPARE(m_engine->liveCalls(), 0);
    }

    void aLockedFileOfSecretsCanBeOpenedAndTheRunGoesOn()
    {
        using collection::SecretVault;
        SecretVault::Options options;
        options.use = SecretVault::Use::FileAlone;
        options.file = m_folder.filePath(QStringLiteral("secrets"));
        SecretVault first(options);
        first.lockFile(QStringLiteral("open sesame"));
        QVERIFY(first.write(
            {.set = {{QStringLiteral("way-1"), QStringLiteral("json")}}, .remove = {}}));
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("kept")));
        put(QStringLiteral("kept/http-client.env.json"),
            R"({"$shared": {"way": {"provider": "Sonde", "secretName": "way-1"}}})");
        put(QStringLiteral("kept/kept.http"),
            "### Hello\n# [assert] status == 200\nGET {{http}}/{{way}}\n");
        const auto vault = std::make_shared<SecretVault>(options);
        const auto run = window(QStringLiteral("kept"), vault);
        QSignalSpy wanted(run.get(), &RunWindow::unlockWanted);
        run->toggle();
        QPushButton *open = nullptr;
        QTRY_VERIFY((open = button(*run, QStringLiteral("Open the secrets…"))));
        QTest::mouseClick(open, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        vault->lockFile(QStringLiteral("open sesame"));
        run->toggle();
        QTRY_COMPARE(run->model().rowCount(), 1);
        QTRY_COMPARE(int(outcome(*run, 0)), int(Outcome::Passed));
        QVERIFY(run->findChild<NoticeBar *>()->isHidden());
    }

    void whatCannotBeRunIsToldInASentence()
    {
        const auto run = window(QStringLiteral("gone.http"));
        run->toggle();
        auto *notice = run->findChild<NoticeBar *>();
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(notice->sentence().contains(QLatin1String("gone.http")));
        QVERIFY(button(*run, QStringLiteral("Run"))->isEnabled());
    }
};

QTEST_MAIN(TestRun)
#include "tst_run.moc"
