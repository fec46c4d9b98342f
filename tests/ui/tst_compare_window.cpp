// The window that compares versions: lines aligned, rows that say what differs, and the way through
// it with keys and mouse against the playground.
#include "lab/run_file.h"
#include "recorded_calls.h"
#include "ui/compare/change_dialog.h"
#include "ui/compare/compare_window.h"
#include "ui/compare/exchange_window.h"
#include "ui/compare/keep_bar.h"
#include "ui/compare/lab_table.h"
#include "ui/compare/line_diff.h"
#include "ui/compare/look_model.h"
#include "ui/compare/look_page.h"
#include "ui/compare/look_table.h"
#include "ui/compare/measure_page.h"
#include "ui/compare/plan_form.h"
#include "ui/compare/plot_view.h"
#include "ui/compare/result_page.h"
#include "ui/request/request_pane.h"
#include "ui/response/response_pane.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/engine_backend.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waterfall/waterfall.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace sonde;
using namespace sonde::ui;

namespace
{

std::shared_ptr<client::Call> answered(http::Version version, const QByteArray &body,
                                       http::Headers headers)
{
    test::Recording one(QStringLiteral("https://example.test/a"));
    const double ready = one.connect(0);
    headers.append("Content-Type", "application/json");
    one.respond(ready, ready + 5, test::head(200, headers, version));
    one.body(body, ready + 6, ready + 7).end(ready + 7);
    return client::Call::recorded({one.hop()});
}

const LookRow *rowOf(const std::vector<LookRow> &rows, const QString &what)
{
    const auto found = std::ranges::find(rows, what, &LookRow::what);
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

class TestCompareWindow : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<EngineBackend> m_backend;
    std::unique_ptr<MainWindow> m_window;

    CompareWindow *openOn(const QString &url, const QString &method = QStringLiteral("GET"))
    {
        collection::RequestDocument document;
        document.url = url;
        document.method = method;
        m_window->tabs()->openEmpty()->request()->setDocument(document);
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        const auto windows = m_window->findChildren<CompareWindow *>();
        if (windows.isEmpty())
            return nullptr;
        // Keys go to the window that is active.
        windows.back()->activateWindow();
        const bool active = QTest::qWaitForWindowActive(windows.back());
        return active ? windows.back() : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
        qputenv("XDG_CACHE_HOME", m_folder.path().toUtf8());
        QLocale::setDefault(QLocale::c());
        Theme::apply(*qApp);
        const Places places = Places::under(m_folder.path());
        m_backend = std::make_unique<EngineBackend>(places);
        m_window = std::make_unique<MainWindow>(m_backend.get(), places);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY_WITH_TIMEOUT(m_backend->isReady(), 20000);
    }

    void cleanup()
    {
        for (CompareWindow *window : m_window->findChildren<CompareWindow *>())
            delete window;
        QCoreApplication::processEvents();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanupTestCase()
    {
        m_window.reset();
        m_backend.reset();
    }

    void linesAreMatched_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QList<int>>("matches");
        QTest::newRow("same") << QByteArray("a b c") << QByteArray("a b c") << QList{0, 1, 2};
        QTest::newRow("changed") << QByteArray("a b c") << QByteArray("a x c") << QList{0, -1, 2};
        QTest::newRow("inserted") << QByteArray("a c") << QByteArray("a b c") << QList{0, 2};
        QTest::newRow("removed") << QByteArray("a b c") << QByteArray("a c") << QList{0, -1, 1};
        QTest::newRow("moved") << QByteArray("x a b") << QByteArray("a b x") << QList{-1, 0, 1};
        QTest::newRow("nothing") << QByteArray("a") << QByteArray("b") << QList{-1};
    }

    void linesAreMatched()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(QList<int>, matches);
        const auto found = matchLines(first.split(' '), second.split(' '));
        QCOMPARE(QList<int>(found.begin(), found.end()), matches);
    }

    void hugeTextsAreMatchedToo()
    {
        QList<QByteArray> first{"head"};
        QList<QByteArray> second{"head"};
        for (int i = 0; i < 3000; ++i) {
            first.append(QByteArray::number(i));
            second.append(QByteArray::number(i + 1));
        }
        const auto found = matchLines(first, second);
        QCOMPARE(found.front(), 0);
        QCOMPARE(found[1], -1);
        QCOMPARE(found[2], 1);
        QCOMPARE(found[3000], 2999);
    }

    void rowsSayWhatDiffers()
    {
        const auto h1 = answered(http::Version::Http11, R"({"a":1,"b":2})",
                                 {{"Date", "today"}, {"X-One", "1"}, {"Connection", "close"}});
        const auto h2 = answered(http::Version::Http2, R"({"b":3,"a":1})",
                                 {{"date", "today"}, {"alt-svc", "h3"}});
        const std::vector<LookSide> sides{lookSide(http::VersionPolicy::Http11, h1.get()),
                                          lookSide(http::VersionPolicy::Http2, h2.get())};
        const auto rows = lookRows(sides);
        QVERIFY(rowOf(rows, QStringLiteral("date")));
        QCOMPARE(rowOf(rows, QStringLiteral("date"))->kind, LookRow::Kind::Same);
        QCOMPARE(rowOf(rows, QStringLiteral("x-one"))->kind, LookRow::Kind::Differs);
        QCOMPARE(rowOf(rows, QStringLiteral("alt-svc"))->cells, (QStringList{{}, "h3"}));
        QVERIFY(!rowOf(rows, QStringLiteral("connection"))); // HTTP/1.1's alone
        QCOMPARE(rowOf(rows, QStringLiteral("Status"))->kind, LookRow::Kind::Same);
        std::vector<LookRow> lines;
        std::ranges::copy_if(rows, std::back_inserter(lines), [](const LookRow &row) {
            return row.kind == LookRow::Kind::LineDiffers;
        });
        QCOMPARE(lines.size(), size_t(1));
        QCOMPARE(lines.front().cells, (QStringList{"    \"b\": 2", "    \"b\": 3"}));
        QVERIFY(lookSummary(sides, rows).contains(QStringLiteral("alt-svc")));
        QVERIFY(lookText(sides, rows).contains(QStringLiteral("≠\talt-svc\t\th3")));
    }

    void equalBodiesTakeOneRow()
    {
        const QByteArray body = R"([1,2,3])";
        const auto h1 = answered(http::Version::Http11, body, {});
        const auto h2 = answered(http::Version::Http2, body, {});
        const std::vector<LookSide> sides{lookSide(http::VersionPolicy::Http11, h1.get()),
                                          lookSide(http::VersionPolicy::Http2, h2.get())};
        const auto rows = lookRows(sides);
        QCOMPARE(rowOf(rows, QStringLiteral("Decoded octets"))->kind, LookRow::Kind::Same);
        QVERIFY(std::ranges::none_of(rows, [](const LookRow &row) {
            return row.kind == LookRow::Kind::LineDiffers || row.kind == LookRow::Kind::Line;
        }));
    }

    void aSideThatFailedSaysWhy()
    {
        const auto good = answered(http::Version::Http11, "{}", {});
        const auto bad = test::refusedCall();
        const std::vector<LookSide> sides{lookSide(http::VersionPolicy::Http11, good.get()),
                                          lookSide(http::VersionPolicy::Http2, bad.get()),
                                          lookSide(http::VersionPolicy::Http10, nullptr)};
        const auto rows = lookRows(sides);
        const LookRow *problem = rowOf(rows, QStringLiteral("Problem"));
        QVERIFY(problem);
        QVERIFY(problem->cells[0].isEmpty());
        QVERIFY(!problem->cells[1].isEmpty());
        QVERIFY(problem->cells[2].isEmpty());
        QVERIFY(lookSummary(sides, rows).contains(QStringLiteral("not two answers")));
    }

    void theKeyLooksAtBothVersions()
    {
        CompareWindow *window = openOn(QStringLiteral("{{https}}/echo?greeting=hello"));
        QVERIFY(window);
        LookPage *page = window->look();
        QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning() && page->table()->look()->rowCount() > 10,
                                 20000);
        const auto &rows = page->table()->look()->rows();
        QCOMPARE(rowOf(rows, QStringLiteral("Status"))->cells, (QStringList{"200 OK", "200 OK"}));
        QVERIFY(rowOf(rows, QStringLiteral("Version"))->cells[1].startsWith(u"HTTP/2"));
        // The playground echoes what it was sent: field names in another case.
        QCOMPARE(rowOf(rows, QStringLiteral("Decoded octets"))->kind, LookRow::Kind::Differs);
        QVERIFY(page->summary().contains(QStringLiteral("content-length")));
        QCOMPARE(page->findChild<Waterfall *>()->rows().size(), size_t(2));

        // Return on a version's column opens its exchange, with every pane.
        page->table()->setFocus();
        page->table()->setCurrentIndex(page->table()->model()->index(1, LookModel::FirstSide + 1));
        QTest::keyClick(page->table(), Qt::Key_Return);
        QTRY_COMPARE(window->findChildren<ExchangeWindow *>().size(), 1);
        auto *exchange = window->findChild<ExchangeWindow *>();
        QCOMPARE(exchange->response()->call()->last().exchange->state().response->version,
                 http::Version::Http2);
        QVERIFY(QTest::qWaitForWindowExposed(exchange));
        QTest::keyClick(exchange, Qt::Key_8, Qt::ControlModifier);
        QCOMPARE(exchange->response()->section(), ResponsePane::Section::Timing);
        QTest::keyClick(exchange, Qt::Key_Escape);
        QTRY_VERIFY(window->findChildren<ExchangeWindow *>().isEmpty());
    }

    void cleartextOffersH2cAndAnySubset()
    {
        CompareWindow *window = openOn(QStringLiteral("{{http}}/echo"));
        QVERIFY(window);
        LookPage *page = window->look();
        QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning() && page->table()->look()->rowCount() > 10,
                                 20000);
        QVERIFY(rowOf(page->table()->look()->rows(), QStringLiteral("Version"))
                    ->cells[1]
                    .startsWith(u"HTTP/2"));
        const auto boxes = page->findChildren<QCheckBox *>();
        QCOMPARE(boxes.size(), 3);
        QCOMPARE(boxes[1]->text(), QStringLiteral("h2c"));
        QTest::mouseClick(boxes[1], Qt::LeftButton, {}, QPoint(8, boxes[1]->height() / 2));
        QTest::mouseClick(boxes[2], Qt::LeftButton, {}, QPoint(8, boxes[2]->height() / 2));
        QTest::keyClick(window, Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), 20000);
        QCOMPARE(page->table()
                     ->look()
                     ->headerData(LookModel::FirstSide + 1, Qt::Horizontal, Qt::DisplayRole)
                     .toString(),
                 QStringLiteral("HTTP/1.0"));
    }

    void whatMayChangeSomethingAsksFirst()
    {
        CompareWindow *window = openOn(QStringLiteral("{{https}}/echo"), QStringLiteral("POST"));
        QVERIFY(window);
        LookPage *page = window->look();
        QTest::qWait(50);
        QVERIFY(!page->isRunning());
        QCOMPARE(page->table()->look()->rowCount(), 0);
        QVERIFY(page->notice()->sentence().contains(QStringLiteral("POST")));
        for (QAbstractButton *button : page->notice()->findChildren<QAbstractButton *>()) {
            if (button->text() == QStringLiteral("Send it"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning() && page->table()->look()->rowCount() > 10,
                                 20000);
    }

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
        CompareWindow *window = openOn(QStringLiteral("{{https}}/echo"));
        QVERIFY(window);
        QTRY_VERIFY(window->isActiveWindow());
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
        CompareWindow *window = openOn(QStringLiteral("{{https}}/echo"));
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
        m_window->openArgument(path);
        QTRY_COMPARE(m_window->findChildren<CompareWindow *>().size(), 2);
        CompareWindow *again = nullptr;
        for (CompareWindow *one : m_window->findChildren<CompareWindow *>())
            again = one == window ? again : one;
        QVERIFY(again);
        QTRY_VERIFY(again->result()->result().has_value());
        QCOMPARE(again->result()->verdict(), verdict);
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

    void aRunWithoutItsCredentialsIsOnlyRead()
    {
        http::Request request;
        request.target = *http::Target::parse(QStringLiteral("https://a.test/"));
        lab::Run run;
        run.setup.plan.arms = {{.version = http::VersionPolicy::Http11},
                               {.version = http::VersionPolicy::Http2}};
        run.setup.requests = {request};
        run.redacted = {QStringLiteral("Authorization")};
        lab::Trial trial{.slot = {.block = 1}, .makespan = 5};
        trial.items = {{.milliseconds = 5, .status = 200}};
        run.state.trials = {std::make_shared<const lab::Trial>(trial)};
        CompareWindow window({.requests = {request}, .options = {}, .title = {}}, {});
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
        CompareWindow *window = openOn(QStringLiteral("{{https}}/delay/30"));
        QVERIFY(window);
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTRY_VERIFY_WITH_TIMEOUT(!window->look()->isRunning(), 20000);
        QTest::keyClick(window, Qt::Key_2, Qt::ControlModifier);
        QTest::keyClick(window, Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(900);
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
        CompareWindow *window = openOn(QStringLiteral("{{https}}/echo"), QStringLiteral("POST"));
        QVERIFY(window);
        MeasurePage *page = window->measure();
        page->start();
        QVERIFY(!page->isRunning());
        QVERIFY(page->notice()->sentence().contains(QStringLiteral("not idempotent")));
    }

    void aServerWithoutTheVersionIsTold()
    {
        // Cleartext HTTP/2 to the port that speaks TLS: nobody understands it.
        CompareWindow *window = openOn(QStringLiteral("{{https}}/echo"));
        QVERIFY(window);
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
        CompareWindow *window = openOn(QStringLiteral("{{https}}/delay/60"));
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
        QVERIFY(!openOn(QStringLiteral("{{nowhere}}/x")));
        QTRY_VERIFY(m_window->tabs()->current()->response()->call());
    }
};

QTEST_MAIN(TestCompareWindow)
#include "tst_compare_window.moc"
