// The statistics against published vectors, against SciPy 1.10.1 on the inputs below, and, for the
// interval, against the truth of simulated data.
#include "lab/judgement.h"

#include <QTest>

#include <cmath>

using namespace sonde::lab;

namespace
{

// Fifteen and ten paired differences, in milliseconds.
const Samples skewed = {-31.2, -18.4, -25.9, -40.7, -22.3, -19.8, -28.8, -35.1,
                        -21.6, -24.4, -30.3, -17.9, -26.5, -95.2, -23.7};
const Samples small = {1.2, -0.4, 0.9, 2.7, -1.3, 0.2, 1.8, -0.7, 0.5, 1.1};

bool near(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance;
}

// Box and Muller.
double normal(Random &random)
{
    const double u = 1 - random.unit();
    return std::sqrt(-2 * std::log(u)) * std::cos(2 * M_PI * random.unit());
}

} // namespace

Q_DECLARE_METATYPE(Samples)

class TestStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The first numbers of SplitMix64 for this seed are the ones that its other implementations
    // publish.
    void randomIsSplitMix64()
    {
        Random random(1234567);
        QCOMPARE(random.next(), 6457827717110365317ULL);
        QCOMPARE(random.next(), 3203168211198807973ULL);
        QCOMPARE(random.next(), 9817491932198370423ULL);
        QCOMPARE(random.next(), 4593380528125082431ULL);
        QCOMPARE(random.next(), 16408922859458223821ULL);
    }

    void randomIsFair()
    {
        Random random(5);
        std::array<int, 6> counts{};
        for (int i = 0; i < 60'000; ++i)
            ++counts[random.below(6)];
        for (const int count : counts)
            QVERIFY2(std::abs(count - 10'000) < 400, qPrintable(QString::number(count)));
        for (int i = 0; i < 1000; ++i) {
            const double unit = random.unit();
            QVERIFY(unit >= 0 && unit < 1);
        }
    }

    void shuffleKeepsAll()
    {
        Random random(9);
        std::vector<int> items = {0, 1, 2, 3, 4, 5, 6, 7};
        auto shuffled = items;
        random.shuffle(std::span(shuffled));
        QVERIFY(shuffled != items);
        std::ranges::sort(shuffled);
        QCOMPARE(shuffled, items);
    }

    void medians()
    {
        QCOMPARE(median({}), 0.0);
        QCOMPARE(median({3}), 3.0);
        QCOMPARE(median({4, 1}), 2.5);
        QCOMPARE(median({9, 1, 5}), 5.0);
        QCOMPARE(median({9, 1, 5, 6}), 5.5);
        QCOMPARE(median(skewed), -25.9);
    }

    // numpy.quantile(skewed, [.05, .25, .5, .9])
    void quantiles()
    {
        QVERIFY(near(quantile(skewed, 0.05), -57.05));
        QVERIFY(near(quantile(skewed, 0.25), -30.75));
        QVERIFY(near(quantile(skewed, 0.5), -25.9));
        QVERIFY(near(quantile(skewed, 0.9), -18.96));
        QCOMPARE(quantile({7}, 0.9), 7.0);
        QCOMPARE(quantile({}, 0.9), 0.0);
        QCOMPARE(quantile({1, 2}, 5), 2.0);
    }

    // scipy.stats.norm.cdf(-sqrt(n/(n-1)) * scipy.stats.t.ppf(.975, n-1))
    void tails()
    {
        QVERIFY(near(intervalTail(6), 0.0024318, 0.0002));
        QVERIFY(near(intervalTail(10), 0.0085506, 0.0001));
        QVERIFY(near(intervalTail(15), 0.0132072, 0.0001));
        QVERIFY(near(intervalTail(30), 0.0187539, 0.0001));
        QVERIFY(near(intervalTail(100), 0.0230644, 0.0001));
    }

    void intervalAgreesWithScipy_data()
    {
        QTest::addColumn<Samples>("values");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        const auto row = [](const char *name, const Samples &values, double low, double high) {
            QTest::newRow(name) << values << low << high;
        };
        // By bootstrap_reference.py beside this file, SciPy 1.10.1.
        row("skewed, 15", skewed, -31.2, -21.6);
        row("small, 10", small, -0.55, 1.5);
        row("six", {5.1, -0.3, 2.2, 3.8, 1.4, 9.6}, -0.3, 9.6);
        row("seven", {5.1, -0.3, 2.2, 3.8, 1.4, 9.6, 2.9}, -0.3, 9.6);
        row("log-normal, 15",
            {2.039, 7.12, 8.31, 3.504, 3.786, 1.837, 1.308, 1.323, 1.223, 5.717, 2.599, 3.012,
             1.629, 1.139, 1.039},
            1.308, 3.786);
        row("log-normal, 31",
            {1.386, 4.39,  2.759, 1.886, 2.245, 0.868, 7.276, 1.027, 2.812, 15.023, 0.353,
             0.882, 1.524, 2.984, 0.689, 2.252, 2.657, 3.116, 0.402, 4.559, 9.752,  3.855,
             1.524, 1.664, 0.327, 3.978, 9.047, 4.573, 0.251, 1.933, 2.504},
            1.524, 3.116);
        row("log-normal, 30",
            {1.846, 6.213, 0.673, 1.531, 4.377,  6.006, 3.112, 6.323, 4.121, 1.165,
             7.651, 1.814, 0.738, 3.859, 11.605, 5.855, 6.037, 3.166, 0.378, 4.683,
             3.083, 0.329, 1.614, 1.345, 6.353,  3.0,   3.451, 3.301, 0.939, 0.565},
            1.614, 4.377);
        row("log-normal, 101",
            {2.845,  2.15,  2.687, 2.38,  1.823,  4.238, 3.169, 1.652, 0.595,  0.342, 0.859, 2.405,
             5.635,  1.943, 4.673, 6.88,  18.247, 3.42,  8.985, 3.279, 1.009,  0.442, 3.448, 5.533,
             19.602, 1.593, 4.023, 2.478, 0.409,  3.669, 2.101, 0.979, 10.488, 1.659, 3.955, 2.198,
             1.532,  2.377, 5.127, 1.565, 0.725,  11.44, 3.863, 1.262, 2.526,  0.777, 2.58,  5.411,
             0.58,   5.439, 5.187, 2.187, 2.951,  2.082, 1.903, 0.613, 10.017, 1.589, 3.028, 2.265,
             3.913,  4.279, 1.201, 3.632, 2.19,   1.341, 7.672, 6.979, 1.318,  2.134, 1.211, 1.094,
             1.239,  4.236, 0.875, 0.844, 3.421,  1.529, 7.267, 1.26,  1.842,  1.462, 0.427, 3.59,
             4.741,  5.836, 2.338, 4.638, 2.402,  2.521, 1.431, 2.396, 1.278,  4.392, 1.584, 1.178,
             2.494,  2.593, 0.703, 1.154, 1.701},
            1.943, 2.593);
    }
    // scipy.stats.bootstrap((x,), numpy.median, n_resamples=200000, method="percentile",
    //     confidence_level=1 - 2*tail, random_state=numpy.random.default_rng(7))
    void intervalAgreesWithScipy()
    {
        QFETCH(Samples, values);
        QFETCH(double, low);
        QFETCH(double, high);
        const Interval found = medianInterval(values, Random(1));
        // An odd number: order statistics, the same ones. An even one: means of two, which ten
        // thousand resamples only approach.
        const double tolerance = values.size() % 2 == 1 ? 1e-9 : 0.05 * (high - low);
        QVERIFY2(near(found.low, low, tolerance) && near(found.high, high, tolerance),
                 qPrintable(QStringLiteral("%1 %2").arg(found.low).arg(found.high)));
    }

    void intervalIsRepeatable()
    {
        QCOMPARE(medianInterval(small, Random(42), 1000), medianInterval(small, Random(42), 1000));
        QCOMPARE(medianInterval({5}, Random(1)), (Interval{5, 5}));
        QCOMPARE(medianInterval({}, Random(1)), (Interval{0, 0}));
    }

    void coversTheTruth_data()
    {
        QTest::addColumn<int>("blocks");
        for (const int blocks : {6, 10, 15, 30})
            QTest::addRow("%d blocks", blocks) << blocks;
    }
    // Log-normal values are as skewed as times are; their median is exp(0) = 1.
    void coversTheTruth()
    {
        QFETCH(int, blocks);
        Random random(20'000 + quint64(blocks));
        constexpr int runs = 2000;
        int covered = 0;
        for (int run = 0; run < runs; ++run) {
            Samples values;
            for (int i = 0; i < blocks; ++i)
                values.push_back(std::exp(0.8 * normal(random)));
            covered += medianInterval(values, Random(random.next()), 1000).contains(1) ? 1 : 0;
        }
        const double coverage = double(covered) / runs;
        QVERIFY2(coverage >= 0.93 && coverage <= 0.97, qPrintable(QString::number(coverage)));
    }

    // 2 U / (n m) - 1 with scipy.stats.mannwhitneyu(b, a).statistic
    void cliff()
    {
        const Samples a = {12.1, 14.0, 13.3, 15.8, 12.9, 14.4};
        const Samples b = {13.3, 16.2, 15.9, 17.5, 14.4, 18.0, 12.0};
        QVERIFY(near(cliffsDelta(a, b), 0.4761904761904763));
        QVERIFY(near(cliffsDelta(b, a), -0.4761904761904763));
        QCOMPARE(cliffsDelta({1, 2}, {3, 4}), 1.0);
        QCOMPARE(cliffsDelta({1}, {1}), 0.0);
        QCOMPARE(cliffsDelta({}, {1}), 0.0);
    }

    void cumulative()
    {
        const std::vector<EcdfPoint> want = {{1, 0.25}, {2, 0.75}, {5, 1}};
        QCOMPARE(ecdf({2, 1, 5, 2}), want);
        QVERIFY(ecdf({}).empty());
    }

    void verdicts_data()
    {
        QTest::addColumn<double>("median");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("blocks");
        QTest::addColumn<QByteArray>("outcome");
        const auto row = [](const char *name, double median, double low, double high, int blocks,
                            const char *outcome) {
            QTest::newRow(name) << median << low << high << blocks << QByteArray(outcome);
        };
        row("plain difference", -197, -228, -180, 15, "different");
        row("five blocks never do", -197, -228, -180, 5, "no-verdict");
        row("inside the margin", 0.4, -1, 1.9, 15, "equivalent");
        row("inside it, though zero is not", 1, 0.5, 1.9, 15, "equivalent");
        row("a little beyond the margin", -1.1, -2.5, 5.4, 15, "inconclusive");
        row("holds zero", 4, -0.1, 9, 15, "inconclusive");
        row("within the noise", 2.8, 1, 6, 15, "inconclusive");
        row("just outside the noise", 3.1, 1, 6, 15, "different");
    }
    // The noise is 0 ms [-3, 3], the margin 2 ms.
    void verdicts()
    {
        QFETCH(double, median);
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(int, blocks);
        QFETCH(QByteArray, outcome);
        const Paired noise{.median = 0, .interval = {-3, 3}, .blocks = 15};
        const Paired found{.median = median, .interval = {low, high}, .blocks = blocks};
        QCOMPARE(name(judge(found, noise, 2)).toByteArray(), outcome);
        QCOMPARE(judge(found, std::nullopt, 2), Outcome::NoVerdict);
    }

    void margins()
    {
        const Margin margin;
        QCOMPARE(margin.of(10), 2.0);
        QCOMPARE(margin.of(200), 6.0);
    }
};

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
