// How often a connection is asked what the kernel knows of it, and what is made of the answers.
#include "trace/tcp.h"

#include <QTest>

using namespace sonde::trace;
using namespace std::chrono_literals;

namespace
{

Stamp at(std::chrono::nanoseconds since)
{
    return Stamp{since.count()};
}

} // namespace

class TestTcp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // One request is sampled at each of its moments; a thousand a second are not.
    void theFirstMomentsAndThenNowAndThen()
    {
        TcpPacing pacing;
        std::vector<TcpSample> samples;
        for (int i = 0; i < 1000; ++i) {
            const Stamp moment = at(i * 100us);
            if (pacing.isDue(moment))
                pacing.add(samples, {.at = moment});
        }
        QCOMPARE(samples[0].at, at(0us));
        QCOMPARE(samples[7].at, at(700us)); // eight as they came
        QCOMPARE(samples[8].at, at(10'700us));
        QCOMPARE(samples.size(), 8u + 9u); // and one each ten milliseconds
    }

    void oneMomentIsSampledOnce()
    {
        TcpPacing pacing;
        std::vector<TcpSample> samples;
        QVERIFY(pacing.isDue(at(5us)));
        pacing.add(samples, {.at = at(5us)});
        QVERIFY(!pacing.isDue(at(5us)));
        QVERIFY(pacing.isDue(at(6us)));
    }

    // A day of requests keeps its whole length in a bounded list.
    void theListStaysBounded()
    {
        TcpPacing pacing;
        std::vector<TcpSample> samples;
        for (int i = 0; i < 100'000; ++i) {
            const Stamp moment = at(i * 1s);
            if (pacing.isDue(moment))
                pacing.add(samples, {.at = moment});
            QVERIFY(samples.size() <= 128);
        }
        QCOMPARE(samples.front().at, at(0s));
        QVERIFY(samples.back().at > at(90'000s));
        QVERIFY(std::ranges::is_sorted(samples, {}, &TcpSample::at));
        QVERIFY(samples.size() >= 64);
    }

    void leastRoundTrip_data()
    {
        QTest::addColumn<std::vector<TcpSample>>("samples");
        QTest::addColumn<int>("microseconds"); // -1: not known
        using Samples = std::vector<TcpSample>;
        QTest::newRow("none") << Samples{} << -1;
        QTest::newRow("zeros") << Samples{{}, {}} << -1;
        QTest::newRow("the kernel's own least")
            << Samples{{.roundTrip = 90, .leastRoundTrip = 40}} << 40;
        QTest::newRow("an old kernel") << Samples{{.roundTrip = 90}, {.roundTrip = 70}} << 70;
        QTest::newRow("mixed") << Samples{{.roundTrip = 30},
                                          {.roundTrip = 90, .leastRoundTrip = 40}}
                               << 30;
    }
    void leastRoundTrip()
    {
        QFETCH(std::vector<TcpSample>, samples);
        QFETCH(int, microseconds);
        const auto least = sonde::trace::leastRoundTrip(samples);
        QCOMPARE(least.has_value(), microseconds >= 0);
        if (least)
            QCOMPARE(*least, std::chrono::microseconds(microseconds));
    }
};

QTEST_GUILESS_MAIN(TestTcp)
#include "tst_tcp.moc"
