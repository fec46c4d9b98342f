// The window that measures versions against each other: its plan, its result, what is kept of it,
// and the way through it with keys and mouse against the playground.
#include "compare_stage.h"
#include "lab/run_file.h"
#include "ui/compare/change_dialog.h"
#include "ui/compare/exchange_window.h"
#include "ui/compare/keep_bar.h"
#include "ui/compare/lab_table.h"
#include "ui/compare/look_page.h"
#include "ui/compare/measure_page.h"
#include "ui/compare/plan_form.h"
#include "ui/compare/plot_view.h"
#include "ui/compare/result_page.h"
#include "ui/response/response_pane.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waterfall/waterfall.h"

#include <QCheckBox>
#include <QComboBox>
#include <QProgressBar>
#include <QScreen>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace sonde;
using namespace sonde::ui;

namespace
{

// A run of one trial, which took so long.
lab::Run runOf(int milliseconds)
{
    http::Request request;
    request.target = *http::Target::parse(QStringLiteral("https://a.test/"));
    lab::Run run;
    run.setup.plan.arms = {{.version = http::VersionPolicy::Http11},
                           {.version = http::VersionPolicy::Http2}};
    run.setup.requests = {request};
    lab::Trial trial{.slot = {.block = 1}, .makespan = double(milliseconds)};
    trial.items = {{.milliseconds = double(milliseconds), .status = 200}};
    run.state.trials = {std::make_shared<const lab::Trial>(trial)};
    return run;
}

} // namespace

class TestCompareWindow : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<test::CompareStage> m_stage;

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        Theme::apply(*qApp);
        m_stage = std::make_unique<test::CompareStage>(m_folder.path());
    }
    void cleanup() { m_stage->closeComparisons(); }
    void cleanupTestCase() { m_stage.reset(); }

    void theFormMakesThePlan()
    {
        const http::Origin origin =
            http::Target::parse(QStringLiteral("https://example.test/"))->origin;
        PlanForm form(origin, 1);
        lab::Plan plan = form.plan();
        QCOMPARE(plan.arms.size(), size_t(2));
        QCOMPARE(plan.arms[0].version, http::VersionPolicy::Http11);
        QCOMPARE(plan.arms[1].version, http::VersionPolicy::Http2);
        QCOMPARE(plan.arms[0].start, lab::Start::Warm);
        QCOMPARE(plan.blocks, 15);
        const auto spins = form.findChildren<QSpinBox *>();
        QSpinBox *batch = nullptr;
        for (QSpinBox *spin : spins) {
            if (spin->accessibleName() == QStringLiteral("Requests of a trial"))
                batch = spin;
        }
        QVERIFY(batch);
        // Several requests: HTTP/1.1 takes six connections, as browsers do.
        batch->setValue(30);
        plan = form.plan();
        QCOMPARE(plan.batch, 30);
        QCOMPARE(plan.arms.front().connections, 6);
        QCOMPARE(plan.arms.back().connections, 1);
        auto *start = form.findChild<QComboBox *>();
        QTest::keyClick(start, Qt::Key_End);
        QCOMPARE(form.plan().arms.front().start, lab::Start::Resumed);
        for (QCheckBox *box : form.findChildren<QCheckBox *>())
            box->setChecked(false);
        QVERIFY(form.problem().contains(QStringLiteral("two arms")));
        plan.blocks = 7;
        plan.seed = 99;
        plan.arms = {
            {.version = http::VersionPolicy::Http2, .start = lab::Start::Cold},
            {.version = http::VersionPolicy::Http2, .start = lab::Start::Cold, .connections = 4}};
        form.setPlan(plan);
        QCOMPARE(form.plan().arms, plan.arms);
        QCOMPARE(form.plan().seed, plan.seed);
        QCOMPARE(form.plan().blocks, 7);
        batch->setValue(1000);
        for (QSpinBox *spin : spins) {
            if (spin->accessibleName() == QStringLiteral("Blocks"))
                spin->setValue(500);
        }
        QVERIFY(!form.problem().isEmpty());
    }

    void measuresAndReadsAndOpensADot()
    {
        CompareWindow *window = m_stage->openOn(QStringLiteral("{{https}}/echo"));
        QVERIFY(window);
        QTRY_VERIFY(window->isActiveWindow());
        const QSize room = window->screen()->availableSize();
        QCOMPARE(window->size(), window->size().boundedTo(room)); // all of it is on the screen
        QTest::keyClick(window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(window->section(), CompareWindow::Section::Measure);
        for (QSpinBox *spin : window->measure()->form()->findChildren<QSpinBox *>()) {
            if (spin->accessibleName() == QStringLiteral("Blocks"))
                spin->setValue(6);
        }
        QTest::keyClick(window, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(window->measure()->isRunning());
        ResultPage *result = window->result();
        QTRY_VERIFY_WITH_TIMEOUT(result->result().has_value(), 60000);
        QCOMPARE(window->section(), CompareWindow::Section::Result);
        QCOMPARE(result->run()->state.trials.size(), size_t(7 * 6));
        QVERIFY(result->verdict().contains(QStringLiteral("HTTP/2")));
        QCOMPARE(result->trials()->model()->rowCount(), 42);
        QCOMPARE(result->numbers()->cell(0, 0), QStringLiteral("Trials"));
        QCOMPARE(result->numbers()->cell(0, 1), QStringLiteral("12"));
        QVERIFY(result->answers()->model()->rowCount() > 0);
        QCOMPARE(result->waterfall()->rows().size(), size_t(2));

        // A click on a dot opens that trial's exchange.
        const int trial = result->result()->arms[1].places.front();
        const QPointF dot = result->distribution()->dotOf(trial);
        QVERIFY(dot.x() > 0);
        QSignalSpy opened(result, &ResultPage::openWanted);
        QTest::mouseClick(result->distribution(), Qt::LeftButton, {}, dot.toPoint());
        QCOMPARE(opened.size(), 1);
        auto *exchange = window->findChild<ExchangeWindow *>();
        QVERIFY(exchange);
        QCOMPARE(exchange->response()->call()->last().exchange->state().response->status, 200);
        exchange->close();

        // The keys go from dot to dot, and the table goes along.
        window->activateWindow();
        QTRY_VERIFY(window->findChildren<ExchangeWindow *>().isEmpty());
        result->showSection(ResultPage::Section::Differences);
        result->differences()->setFocus();
        QTest::keyClick(result->differences(), Qt::Key_Right);
        const auto rows = result->trials()->selectionModel()->selectedRows();
        QCOMPARE(rows.size(), 1);
        QTest::keyClick(result->differences(), Qt::Key_Return);
        QCOMPARE(opened.size(), 2);
    }

    void aRunIsSavedExportedReopenedAndCompared()
    {
        CompareWindow *window = m_stage->openOn(QStringLiteral("{{https}}/echo"));
        QVERIFY(window);
        lab::Plan plan = window->measure()->form()->plan();
        plan.blocks = 6;
        window->measure()->form()->setPlan(plan);
        window->measure()->start();
        ResultPage *result = window->result();
        QTRY_VERIFY_WITH_TIMEOUT(result->result().has_value(), 60000);
        const QString verdict = result->verdict();

        KeepBar *keep = result->keep();
        QSignalSpy done(keep, &KeepBar::done);
        QSignalSpy trouble(keep, &KeepBar::trouble);
        const QString path = m_folder.filePath(QStringLiteral("one.compare.json"));
        keep->saveTo(path);
        keep->exportTo(KeepBar::Report::Html, m_folder.filePath(QStringLiteral("one.html")));
        keep->exportTo(KeepBar::Report::Markdown, m_folder.filePath(QStringLiteral("one.md")));
        keep->exportTo(KeepBar::Report::Json, m_folder.filePath(QStringLiteral("one.json")));
        keep->exportTo(KeepBar::Report::Csv, m_folder.filePath(QStringLiteral("one.csv")));
        keep->exportPlotTo(m_folder.filePath(QStringLiteral("one.svg")));
        keep->exportPlotTo(m_folder.filePath(QStringLiteral("one.png")));
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 7, 20000);
        QCOMPARE(trouble.size(), 0);
        const std::pair<const char *, const char *> beginnings[] = {
            {"one.html", "<!DOCTYPE html>"}, {"one.md", "# "},     {"one.json", "{"},
            {"one.csv", "trial,block"},      {"one.svg", "<svg "}, {"one.png", "\x89PNG"}};
        for (const auto &[name, beginning] : beginnings) {
            QFile file(m_folder.filePath(QLatin1String(name)));
            QVERIFY2(file.open(QIODevice::ReadOnly), name);
            QVERIFY2(file.readAll().startsWith(beginning), name);
        }
        keep->saveTo(QStringLiteral("/nowhere/at/all"));
        QTRY_COMPARE(trouble.size(), 1);
        QVERIFY(!result->notice()->sentence().isEmpty());

        // Reopened, it says the same, and can be measured again.
        m_stage->window.openArgument(path);
        QTRY_COMPARE(m_stage->window.findChildren<CompareWindow *>().size(), 2);
        CompareWindow *again = nullptr;
        for (CompareWindow *one : m_stage->window.findChildren<CompareWindow *>())
            again = one == window ? again : one;
        QVERIFY(again);
        QTRY_VERIFY(again->result()->result().has_value());
        QCOMPARE(again->result()->verdict(), verdict);
        QVERIFY(result->run()->taken.isValid());
        QCOMPARE(again->result()->run()->taken, result->run()->taken);
        QCOMPARE(again->section(), CompareWindow::Section::Result);
        QCOMPARE(again->measure()->form()->plan().seed, plan.seed);
        again->result()->openTrial(3); // no exchange was kept: its row is shown
        QVERIFY(again->findChildren<ExchangeWindow *>().isEmpty());
        QCOMPARE(again->result()->trials()->selectionModel()->selectedRows().front().row(), 3);
        QSignalSpy measured(again->measure(), &MeasurePage::measured);
        for (auto *button : again->result()->keep()->findChildren<QToolButton *>()) {
            if (button->text() == QStringLiteral("Measure again"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(again->measure()->isRunning());
        QVERIFY(measured.wait(60000));
        QTRY_VERIFY(again->result()->result().has_value());
        again->result()->keep()->compareWith(path);
        QTRY_VERIFY_WITH_TIMEOUT(again->findChild<ChangeDialog *>(), 20000);
        QCOMPARE(again->findChild<ChangeDialog *>()->table()->model()->rowCount(), 2);
    }

    // Whichever of two runs was opened first, the one that was taken first stands left.
    void theRunTakenFirstIsTheEarlierOne_data()
    {
        QTest::addColumn<int>("opened"); // its only trial took so many milliseconds
        QTest::addColumn<int>("beside");
        QTest::newRow("opened first") << 5 << 50;
        QTest::newRow("opened second") << 50 << 5;
    }
    void theRunTakenFirstIsTheEarlierOne()
    {
        QFETCH(int, opened);
        QFETCH(int, beside);
        const auto tookMilliseconds = [](int milliseconds) {
            lab::Run run = runOf(milliseconds);
            run.taken = QDateTime(QDate(2026, 1, 2), QTime(3, milliseconds), Qt::UTC);
            return run;
        };
        const QString path = m_folder.filePath(QStringLiteral("beside.compare.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(lab::runText(tookMilliseconds(beside))) > 0);
        file.close();
        const lab::Run run = tookMilliseconds(opened);
        CompareWindow window({.requests = run.setup.requests, .options = {}, .title = {}}, {});
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.show();
        window.showRun(std::make_shared<const lab::Run>(run));
        QTRY_VERIFY(window.result()->result().has_value());
        window.result()->keep()->compareWith(path);
        QTRY_VERIFY_WITH_TIMEOUT(window.findChild<ChangeDialog *>(), 20000);
        const LabTable &table = *window.findChild<ChangeDialog *>()->table();
        QCOMPARE(table.model()->headerData(1, Qt::Horizontal).toString(),
                 QStringLiteral("Earlier"));
        QCOMPARE(table.cell(0, 1), QStringLiteral("5.00 ms"));
        QCOMPARE(table.cell(0, 2), QStringLiteral("50.0 ms"));
    }

    void aRunWithoutItsCredentialsIsOnlyRead()
    {
        lab::Run run = runOf(5);
        run.redacted = {QStringLiteral("Authorization")};
        CompareWindow window({.requests = run.setup.requests, .options = {}, .title = {}}, {});
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.show();
        window.showRun(std::make_shared<const lab::Run>(run));
        QTRY_VERIFY(window.result()->result().has_value());
        QVERIFY(window.result()->notice()->sentence().contains(QStringLiteral("Authorization")));
        window.showSection(CompareWindow::Section::Measure);
        QCOMPARE(window.section(), CompareWindow::Section::Result);
    }

    void stoppingKeepsWhatIsDone()
    {
        CompareWindow *window = m_stage->openOn(QStringLiteral("{{https}}/delay/30"));
        QVERIFY(window);
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTRY_VERIFY_WITH_TIMEOUT(!window->look()->isRunning(), 20000);
        QTest::keyClick(window, Qt::Key_2, Qt::ControlModifier);
        QTest::keyClick(window, Qt::Key_Return, Qt::ControlModifier);
        const auto *done = window->measure()->findChild<QProgressBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(done->value() > 0, 20000);
        QVERIFY(window->measure()->isRunning());
        QTest::keyClick(window, Qt::Key_Escape, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(window->result()->result().has_value(), 20000);
        const auto &state = window->result()->run()->state;
        QVERIFY(state.stopped);
        QVERIFY(state.trials.size() < state.planned);
        QVERIFY(window->result()->warnings().contains(QStringLiteral("Stopped after")));
    }

    void measuringWhatIsNotIdempotentAsksFirst()
    {
        CompareWindow *window =
            m_stage->openOn(QStringLiteral("{{https}}/echo"), QStringLiteral("POST"));
        QVERIFY(window);
        MeasurePage *page = window->measure();
        page->start();
        QVERIFY(!page->isRunning());
        QVERIFY(page->notice()->sentence().contains(QStringLiteral("not idempotent")));
    }

    void aServerThatIsNotThereIsTold()
    {
        http::Request request;
        request.target = *http::Target::parse(QStringLiteral("http://127.0.0.1:1/"));
        MeasurePage page({request}, {});
        page.start();
        QVERIFY(page.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!page.isRunning(), 20000);
        QVERIFY(!page.notice()->sentence().isEmpty());
    }

    void closingTheWindowWhileItMeasuresEndsIt()
    {
        CompareWindow *window = m_stage->openOn(QStringLiteral("{{https}}/delay/60"));
        QVERIFY(window);
        window->showSection(CompareWindow::Section::Measure);
        window->measure()->start();
        QVERIFY(window->measure()->isRunning());
        const QPointer<CompareWindow> alive(window);
        window->activateWindow();
        QTRY_VERIFY(window->isActiveWindow());
        QTest::keyClick(window, Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(!alive);
    }

    void aRequestThatCannotBeMadeIsShownAsUsual()
    {
        QVERIFY(!m_stage->openOn(QStringLiteral("{{nowhere}}/x")));
        QTRY_VERIFY(m_stage->window.tabs()->current()->response()->call());
    }
};

QTEST_MAIN(TestCompareWindow)
#include "tst_compare_window.moc"
