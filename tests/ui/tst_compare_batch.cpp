// Batches in the window, from a folder of requests, a recorded page load and a list of URLs: what
// is sent, and what is said of what is left out.
#include "engine_stage.h"
#include "ui/compare/compare_window.h"
#include "ui/compare/measure_page.h"
#include "ui/compare/plan_form.h"
#include "ui/compare/result_page.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waterfall/waterfall.h"

#include <QDir>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::ui;

class TestCompareBatch : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<test::EngineStage> m_stage;

    QString write(const QString &name, const QString &text)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("a test's file could not be written");
        return path;
    }

    CompareWindow *open(const QString &path)
    {
        m_stage->window.compareBatchOf(path);
        const auto found = [&] {
            return m_stage->window.findChildren<CompareWindow *>().size() == 1;
        };
        if (!QTest::qWaitFor(found, 20'000))
            return nullptr;
        return m_stage->window.findChild<CompareWindow *>();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        Theme::apply(*qApp);
        m_stage = std::make_unique<test::EngineStage>(m_folder.path());
    }

    void cleanup() { qDeleteAll(m_stage->window.findChildren<CompareWindow *>()); }

    void cleanupTestCase() { m_stage.reset(); }

    void batches_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"folder", "page load", "list"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    // Two requests that go, one to another origin, one that cannot be sent.
    void batches()
    {
        QFETCH(QString, kind);
        const QString base = m_stage->backend.variables({}).value(QStringLiteral("http"));
        QVERIFY(base.startsWith(u"http://127.0.0.1:"));
        QString path;
        if (kind == u"folder") {
            write(QStringLiteral("site/http-client.env.json"),
                  QStringLiteral("{\"$shared\": {\"site\": \"%1\"}}").arg(base));
            path = write(QStringLiteral("site/a.http"),
                         QStringLiteral("GET {{site}}/version\n\n###\n\nGET {{site}}/json\n"));
            write(QStringLiteral("site/b.http"),
                  QStringLiteral("GET https://other.test/x\n\n###\n\nGET {{nowhere}}/x\n"));
            path = QFileInfo(path).path();
        } else if (kind == u"list") {
            path = write(QStringLiteral("urls.txt"), base + "/version\n# a comment\n" + base +
                                                         "/json\nhttps://other.test/x\n" +
                                                         "http://\n");
        } else {
            const auto entry = [](const QString &url) {
                return QStringLiteral("{\"request\":{\"method\":\"GET\",\"url\":\"%1\","
                                      "\"httpVersion\":\"HTTP/2\",\"headers\":[],\"queryString\":"
                                      "[],\"cookies\":[],\"headersSize\":-1,\"bodySize\":0}}")
                    .arg(url);
            };
            path = write(QStringLiteral("page.har"),
                         QStringLiteral("{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"x\","
                                        "\"version\":\"1\"},\"entries\":[") +
                             QStringList{entry(base + "/version"), entry(base + "/json"),
                                         entry(QStringLiteral("https://other.test/x")),
                                         entry(QStringLiteral("http://"))}
                                 .join(u',') +
                             QStringLiteral("]}}"));
        }
        CompareWindow *window = open(path);
        QVERIFY(window);
        QCOMPARE(window->section(), CompareWindow::Section::Measure);
        const QString said = window->measure()->notice()->sentence();
        QVERIFY2(said.contains(QStringLiteral("one origin")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("cannot be sent: 1.")) ||
                     said.contains(QStringLiteral("Not carried over")),
                 qPrintable(said));
        // As a browser would: six connections of HTTP/1.1, one of HTTP/2.
        lab::Plan plan = window->measure()->form()->plan();
        QCOMPARE(plan.arms.front().connections, 6);
        QCOMPARE(plan.arms.back().connections, 1);
        plan.blocks = 1;
        window->measure()->repeat(plan);
        QTRY_VERIFY_WITH_TIMEOUT(window->result()->result().has_value(), 60'000);
        QVERIFY2(!window->result()->run()->state.error, "the run failed");
        for (const auto &trial : window->result()->run()->state.trials)
            QCOMPARE(trial->items.size(), size_t(2));
        QCOMPARE(window->result()->waterfall()->rows().size(), size_t(4));
    }
};

QTEST_MAIN(TestCompareBatch)
#include "tst_compare_batch.moc"
