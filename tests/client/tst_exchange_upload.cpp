// What one exchange sends against a connection that the test plays: content as room appears, when
// it is asked for, and when it stops.
#include "tests/client/playbook.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::testing;
using namespace std::chrono_literals;
using http::Code;
using trace::End;
using trace::What;

class TestExchangeUpload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // --- uploads

    void uploadRefillsAsRoomAppears()
    {
        QByteArray octets(200'000, Qt::Uninitialized);
        for (qsizetype i = 0; i < octets.size(); ++i)
            octets[i] = char(i * 31);
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(post(octets));
        QCOMPARE(connection->announced.octets, 200'000u);
        QCOMPARE(connection->uploaded.size(), 64 * 1024);
        connection->owner->contentWanted();
        QCOMPARE(connection->uploaded.size(), 64 * 1024);
        while (!connection->uploadEnded) {
            connection->room = 10'000;
            connection->owner->contentWanted();
        }
        QCOMPARE(connection->uploaded, octets);
        connection->sendMarks(200'000);
        connection->answer(204);
        connection->end(End::NoContent);
        play.settle();
        QCOMPARE(play.state().sizes.requestContent, 200'000u);
        QVERIFY(trace::firstOf(play.state().events, What::SendBodyFinished).has_value());
    }

    void changedFileStopsTheUpload()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("f")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(100'000, 'x'));
        file.flush();
        Playbook play;
        const auto connection = play.expectConnection();
        http::Request request = requestTo("http://a.test/", "PUT");
        request.content = http::Content::file(file.fileName(), {});
        play.start(request);
        QCOMPARE(connection->uploaded.size(), 64 * 1024);
        file.write("more");
        file.flush();
        connection->room = 64 * 1024;
        connection->owner->contentWanted();
        play.settle();
        QVERIFY(play.call->isOver());
        QCOMPARE(play.state().error->code, Code::FileChanged);
        QCOMPARE(connection->released, 1);
        QVERIFY(!connection->uploadEnded);
    }

    void missingFileOpensNoConnection()
    {
        Playbook play;
        http::Request request = requestTo("http://a.test/", "PUT");
        request.content = http::Content::file(QStringLiteral("/nowhere/at/all"), {});
        play.start(request);
        QVERIFY(play.call->isOver());
        QCOMPARE(play.state().error->code, Code::FileMissing);
        QCOMPARE(play.state().end, End::Failed);
        QVERIFY(play.connections->routes.empty());
    }

    void refusedRequestOpensNoConnection()
    {
        Playbook play;
        http::Request request = requestTo("http://a.test/");
        request.headers.append("bad name", "x");
        play.start(request);
        QVERIFY(play.call->isOver());
        QCOMPARE(play.state().error->code, Code::MalformedHeader);
        QVERIFY(play.connections->routes.empty());
    }

    void earlyResponseStopsTheUpload()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(post(QByteArray(200'000, 'x')));
        connection->answer(413);
        connection->end();
        play.settle();
        QVERIFY(play.call->isOver());
        QVERIFY(!play.state().error);
        QCOMPARE(connection->uploaded.size(), 64 * 1024);
    }

    // --- Expect: 100-continue

    void contentWaitsForContinue()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(post("hello", {{"Expect", "100-continue"}}));
        connection->owner->sent({.what = wire::SentMark::What::HeadEnd}, trace::now());
        QCOMPARE(connection->uploaded, QByteArray());
        connection->answer(100);
        QCOMPARE(connection->uploaded, "hello");
        QVERIFY(connection->uploadEnded);
        connection->answer(200);
        connection->end();
        play.settle();
        const auto events = kinds(play.state());
        const auto waited = std::ranges::find(events, What::ContinueWaitStarted);
        QVERIFY(waited != events.end());
        QVERIFY(std::ranges::find(waited, events.end(), What::ContinueWaitFinished) !=
                events.end());
        QCOMPARE(play.state().interim.size(), size_t(1));
    }

    void continueNeverComes()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(post("hello", {{"Expect", "100-continue"}}),
                   {.timeouts = {.continueWait = 30ms}});
        connection->owner->sent({.what = wire::SentMark::What::HeadEnd}, trace::now());
        QVERIFY(!connection->uploadEnded);
        QVERIFY(spinUntil([&] { return connection->uploadEnded; }));
        QVERIFY(trace::firstOf(play.state().events, What::ContinueWaitFinished).has_value());
        connection->answer(200);
        connection->end();
        play.settle();
        QVERIFY(!play.state().error);
    }

    void finalAnswerInsteadOfContinue()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(post("hello", {{"Expect", "100-continue"}}),
                   {.timeouts = {.continueWait = 20ms}});
        connection->owner->sent({.what = wire::SentMark::What::HeadEnd}, trace::now());
        connection->answer(417);
        spinFor(50ms);
        QCOMPARE(connection->uploaded, QByteArray());
        connection->end();
        play.settle();
        QCOMPARE(play.state().response->status, 417);
        QVERIFY(trace::firstOf(play.state().events, What::ContinueWaitFinished).has_value());
    }
};

QTEST_GUILESS_MAIN(TestExchangeUpload)
#include "tst_exchange_upload.moc"
