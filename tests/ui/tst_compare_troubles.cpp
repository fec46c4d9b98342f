// The window that compares versions before servers that behave badly, and batches as they come from
// folders, page loads and lists: each trouble a plain sentence, what was measured before is kept.
#include "tests/client/loopback_server.h"
#include "ui/compare/compare_window.h"
#include "ui/compare/exchange_window.h"
#include "ui/compare/lab_table.h"
#include "ui/compare/line_form.h"
#include "ui/compare/measure_page.h"
#include "ui/compare/plan_form.h"
#include "ui/compare/plot_view.h"
#include "ui/compare/result_page.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QTest>
#include <QVBoxLayout>
#include <QtMath>

#include <set>

using namespace sonde;
using namespace sonde::ui;

namespace
{

using testing::LoopbackReply;
using testing::LoopbackRequest;
using testing::LoopbackServer;
using Speaks = LoopbackServer::Speaks;

http::Request requestTo(const QByteArray &url)
{
    http::Request request;
    request.target = *http::Target::parse(QString::fromUtf8(url));
    return request;
}

} // namespace

class TestCompareTroubles : public QObject
{
    Q_OBJECT

    // Over the two versions that one HTTP/1 server has.
    static std::unique_ptr<CompareWindow> measure(const LoopbackServer &server, int blocks,
                                                  const net::LineSpec &line = {})
    {
        CompareSubject subject{.requests = {requestTo(server.url())}, .options = {}, .title = {}};
        auto window = std::make_unique<CompareWindow>(std::move(subject), Send());
        window->setAttribute(Qt::WA_DeleteOnClose, false);
        window->resize(1000, 640);
        window->show();
        lab::Plan plan;
        plan.arms = {{.version = http::VersionPolicy::Http10, .start = lab::Start::Cold},
                     {.version = http::VersionPolicy::Http11, .start = lab::Start::Cold}};
        plan.blocks = blocks;
        plan.seed = 3;
        plan.line = line;
        window->measure()->repeat(plan);
        return window;
    }

    static bool isOver(const CompareWindow &window)
    {
        return !window.measure()->isRunning() && window.result()->result().has_value();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        Theme::apply(*qApp);
    }

    void octetBarsAreAsHighAsTheirLegend()
    {
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        auto *bars = new PlotView;
        bars->setPlot([](lab::PlotSize size) { return lab::octetPlot({}, {}, size); },
                      PlotView::Height::OfPlot);
        column->addWidget(bars);
        column->addStretch();
        page.show();
        QList<int> heights;
        for (const int width : {1200, 500, 1200}) {
            page.resize(width, 600);
            const auto needed = [&] {
                return lab::octetPlot({}, {}, {.width = double(bars->width())}).height;
            };
            QTRY_COMPARE(bars->height(), qCeil(needed()));
            heights += bars->height();
        }
        QVERIFY(heights[1] > heights[0]);
        QCOMPARE(heights[2], heights[0]);
    }

    void serverWithoutHttp2()
    {
        const LoopbackServer server(Speaks::Http1);
        MeasurePage page({requestTo(server.url())}, {});
        page.start();
        QVERIFY(page.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!page.isRunning(), 20'000);
        QVERIFY2(page.notice()->sentence().contains(QStringLiteral("HTTP/2")),
                 qPrintable(page.notice()->sentence()));
    }

    void serverThatAnswersDifferentlyEachTime()
    {
        int count = 0;
        const LoopbackServer server(Speaks::Http1, [&](const LoopbackRequest &) {
            return LoopbackReply{.content = "number " + QByteArray::number(++count)};
        });
        const auto window = measure(server, 2);
        QTRY_VERIFY_WITH_TIMEOUT(isOver(*window), 60'000);
        const lab::Result &result = *window->result()->result();
        QCOMPARE(result.count(lab::Nature::ProtocolDependent), 0);
        QVERIFY(result.count(lab::Nature::Volatile) > 0);
        QCOMPARE(window->result()->answers()->cell(0, 3), QStringLiteral("volatile"));
    }

    void serverThatDiesInTheMiddle()
    {
        int count = 0;
        const LoopbackServer server(Speaks::Http1, [&](const LoopbackRequest &) {
            return LoopbackReply{.content = "hello",
                                 .then = ++count > 20 ? LoopbackReply::Then::Reset
                                                      : LoopbackReply::Then::End};
        });
        const auto window = measure(server, 10);
        QTRY_VERIFY_WITH_TIMEOUT(isOver(*window), 60'000);
        QVERIFY(window->result()->run()->state.trials.size() >= 18);
        QVERIFY(!window->measure()->notice()->sentence().isEmpty());
        QVERIFY2(!window->result()->warnings().isEmpty(), "nothing was said");
        QCOMPARE(window->section(), CompareWindow::Section::Result); // what is there is shown
        QVERIFY(window->result()->verdict().contains(QStringLiteral("No verdict")));
    }

    void tooManyRequestsAfterTenTrials()
    {
        int count = 0;
        const LoopbackServer server(Speaks::Http1, [&](const LoopbackRequest &) {
            return LoopbackReply{.status = ++count > 12 ? 429 : 200, .content = "hello"};
        });
        const auto window = measure(server, 10);
        QTRY_VERIFY_WITH_TIMEOUT(isOver(*window), 60'000);
        QCOMPARE(count, 13);
        QVERIFY2(window->result()->warnings().contains(QStringLiteral("429, too many requests")),
                 qPrintable(window->result()->warnings()));
        QCOMPARE(window->result()->trials()->model()->rowCount(), 11);
    }

    void redirectToAnotherHost()
    {
        const LoopbackServer other(Speaks::Http1);
        const LoopbackServer server(Speaks::Http1, [&](const LoopbackRequest &) {
            return LoopbackReply{.status = 302, .headers = {{"Location", other.url("/there")}}};
        });
        const auto window = measure(server, 1);
        QTRY_VERIFY_WITH_TIMEOUT(isOver(*window), 60'000);
        QVERIFY2(window->result()->warnings().contains(QString::number(other.port())),
                 qPrintable(window->result()->warnings()));
    }

    // The form makes the line, the run goes through it, and the page says what it was.
    void aLineIsChosenAndTold()
    {
        LineForm form;
        QVERIFY(form.line().isNone());
        auto *preset = form.findChild<QComboBox *>();
        form.show();
        preset->setFocus();
        QTest::keyClick(preset, Qt::Key_Down); // one's own
        QCOMPARE(form.line().rtt, std::chrono::microseconds(40'000));
        const auto fields = form.findChildren<QDoubleSpinBox *>();
        QCOMPARE(fields.size(), 3);
        fields[0]->setValue(0);
        QVERIFY(form.isEmpty());
        fields[1]->setValue(5);
        QVERIFY(!form.isEmpty());
        QCOMPARE(form.line().text(), QByteArray("down=5mbit"));
        fields[0]->setValue(12.5);
        form.findChild<QCheckBox *>()->setChecked(true);
        QCOMPARE(form.line().text(), QByteArray("rtt=12500us,down=5mbit,window=iw10"));
        for (const char *text : {"rtt=40ms", "rtt=40ms,down=5mbit,up=1mbit", "down=1500kbit"}) {
            form.setLine(*net::lineFrom(text));
            QCOMPARE(form.line().text(), QByteArray(text));
        }
        form.setLine({});
        QVERIFY(form.line().isNone() && !form.isEmpty());

        const LoopbackServer server(Speaks::Http1);
        const auto window = measure(server, 1, *net::lineFrom("rtt=20ms"));
        QTRY_VERIFY_WITH_TIMEOUT(isOver(*window), 60'000);
        QVERIFY(window->result()->result()->baseline().median >= 40);
        QVERIFY(window->result()->verdict().contains(QStringLiteral("20 ms delay line")));
        bool told = false;
        for (const QLabel *label : window->result()->findChildren<QLabel *>())
            told |= label->text().contains(QStringLiteral("no slow start, no loss"));
        QVERIFY(told);
        // Repeated as it was, although the form has no HTTP/1.0.
        const lab::Plan before = window->result()->run()->setup.plan;
        window->result()->againWanted();
        QVERIFY(window->measure()->isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(isOver(*window), 60'000);
        QCOMPARE(window->result()->run()->setup.plan.arms, before.arms);
        QCOMPARE(window->result()->run()->setup.plan.line, before.line);
    }

    // Arms are told apart by the shape of their dots as well, in the legend too.
    void dotsHaveShapes()
    {
        const LoopbackServer server(Speaks::Http1);
        const auto window = measure(server, 2);
        QTRY_VERIFY_WITH_TIMEOUT(isOver(*window), 60'000);
        std::map<int, std::set<lab::Mark::Shape>> shapes;
        for (const lab::Mark &mark : window->result()->distribution()->plot().marks) {
            if (mark.kind == lab::Mark::Kind::Dot)
                shapes[mark.arm].insert(mark.shape);
        }
        QCOMPARE(shapes.size(), size_t(3));
        for (const auto &[arm, one] : shapes)
            QCOMPARE(one.size(), size_t(1));
        QVERIFY(shapes[0] != shapes[1] && shapes[1] != shapes[2] && shapes[0] != shapes[2]);
    }
};

QTEST_MAIN(TestCompareTroubles)
#include "tst_compare_troubles.moc"
