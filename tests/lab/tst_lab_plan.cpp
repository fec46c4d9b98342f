// The order of trials, and what a plan may not ask for.
#include "lab/plan.h"

#include <QTest>

#include <map>
#include <set>

using namespace sonde;
using namespace sonde::lab;

namespace
{

const Arm h1{.version = http::VersionPolicy::Http11};
const Arm h2{.version = http::VersionPolicy::Http2};
const Arm h1x6{.version = http::VersionPolicy::Http11, .connections = 6};

int labelOf(const Slot &slot)
{
    return slot.control ? 99 : slot.arm;
}

// Sum of the places of each label in each block.
std::map<std::pair<int, int>, std::vector<size_t>> places(const std::vector<Slot> &slots)
{
    std::map<std::pair<int, int>, std::vector<size_t>> result;
    for (size_t i = 0; i < slots.size(); ++i)
        result[{slots[i].block, labelOf(slots[i])}].push_back(i);
    return result;
}

} // namespace

class TestLabPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoArmsStandAsAbbaOrBaab()
    {
        const Plan plan{.arms = {h1, h2}, .blocks = 40, .seed = 3};
        const auto slots = schedule(plan);
        QCOMPARE(slots.size(), size_t(41 * 6));
        std::set<QByteArray> seen;
        for (size_t block = 0; block < 41; ++block) {
            QByteArray order;
            for (size_t i = block * 6; i < block * 6 + 6; ++i) {
                QCOMPARE(slots[i].block, int(block));
                if (!slots[i].control)
                    order += slots[i].arm == 0 ? 'A' : 'B';
            }
            QVERIFY2(order == "ABBA" || order == "BAAB", order.constData());
            seen.insert(order);
        }
        QCOMPARE(seen.size(), size_t(2));
    }

    void threeArmsStandInLatinSquares()
    {
        const Plan plan{.arms = {h1, h2, h1x6}, .blocks = 10, .seed = 3};
        const auto slots = schedule(plan);
        QCOMPARE(slots.size(), size_t(11 * 16));
        for (size_t block = 0; block < 11; ++block) {
            for (size_t line = 0; line < 4; ++line) {
                std::set<int> row;
                std::set<int> column;
                for (size_t i = 0; i < 4; ++i) {
                    row.insert(labelOf(slots[block * 16 + line * 4 + i]));
                    column.insert(labelOf(slots[block * 16 + i * 4 + line]));
                }
                QCOMPARE(row.size(), size_t(4));
                QCOMPARE(column.size(), size_t(4));
            }
        }
    }

    void driftCancels_data()
    {
        QTest::addColumn<int>("arms");
        QTest::newRow("two") << 2;
        QTest::newRow("three") << 3;
    }
    // Every label has the same mean place in each block.
    void driftCancels()
    {
        QFETCH(int, arms);
        Plan plan{.arms = {h1, h2, h1x6}, .blocks = 25, .seed = 8};
        plan.arms.resize(size_t(arms));
        std::map<int, std::set<size_t>> sums;
        for (const auto &[label, where] : places(schedule(plan))) {
            size_t sum = 0;
            for (const size_t place : where)
                sum += place;
            sums[label.first].insert(sum);
        }
        QCOMPARE(sums.size(), size_t(26));
        for (const auto &[block, different] : sums)
            QCOMPARE(different.size(), size_t(1));
    }

    void seedDecides()
    {
        Plan plan{.arms = {h1, h2}, .seed = 1};
        const auto first = schedule(plan);
        QCOMPARE(schedule(plan), first);
        plan.seed = 2;
        QVERIFY(schedule(plan) != first);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *change, const char *says) {
            QTest::newRow(change) << QByteArray(change) << QString::fromLatin1(says);
        };
        row("one arm", "at least two versions");
        row("five arms", "two to 4 arms");
        row("no batch", "1 to 1000 requests");
        row("no blocks", "1 to 500 blocks");
        row("many connections", "1 to 64 connections");
        row("too much", "200000 requests");
        row("twice the same", "stands twice");
        row("auto", "must name the version");
        row("h2c over TLS", "name 2 instead");
    }
    void refusals()
    {
        QFETCH(QByteArray, change);
        QFETCH(QString, says);
        Plan plan{.arms = {h1, h2}};
        if (change == "one arm")
            plan.arms = {h1};
        else if (change == "five arms")
            plan.arms.resize(5, h1);
        else if (change == "no batch")
            plan.batch = 0;
        else if (change == "no blocks")
            plan.blocks = 0;
        else if (change == "many connections")
            plan.arms[0].connections = 65;
        else if (change == "too much")
            plan.batch = 1000, plan.blocks = 500;
        else if (change == "twice the same")
            plan.arms = {h1, h1};
        else if (change == "auto")
            plan.arms[1].version = http::VersionPolicy::Auto;
        else
            plan.arms[1].version = http::VersionPolicy::H2c;
        const auto checked = checkPlan(plan, {"https", "a.test", 443});
        QVERIFY(!checked);
        QVERIFY2(checked.error().sentence.contains(says), qPrintable(checked.error().sentence));
    }

    void clearTextRefusals()
    {
        const http::Origin origin{"http", "a.test", 80};
        const Plan tls{.arms = {h1, h2}};
        QVERIFY(checkPlan(tls, origin).error().sentence.contains(u"h2c"));
        Plan plan = tls;
        plan.arms[1].version = http::VersionPolicy::H2c;
        QVERIFY(checkPlan(plan, origin));
        plan.arms[0].start = Start::Resumed;
        QVERIFY(checkPlan(plan, origin).error().sentence.contains(u"no TLS session"));
        QVERIFY(checkPlan(tls, {"https", "a.test", 443}));
    }

    void consent()
    {
        http::Request get;
        http::Request post;
        post.method = *http::Method::parse("POST");
        http::Request put;
        put.method = *http::Method::parse("PUT");
        QVERIFY(!needsConsent(std::vector{get, put}));
        QVERIFY(needsConsent(std::vector{get, post}));
    }

    void labels()
    {
        QCOMPARE(h1.label(), QByteArray("HTTP/1.1"));
        QCOMPARE(h1x6.label(), QByteArray("HTTP/1.1 ×6"));
        QCOMPARE(Arm{.version = http::VersionPolicy::H2c}.label(), QByteArray("h2c"));
    }
};

QTEST_GUILESS_MAIN(TestLabPlan)
#include "tst_lab_plan.moc"
