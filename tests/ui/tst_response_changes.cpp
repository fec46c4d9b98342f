// Going back and forth between the responses of one tab, and what is said to have changed between
// two of them.
#include "recorded_calls.h"
#include "ui/response/call_shelf.h"
#include "ui/response/change_list.h"
#include "ui/response/changes_view.h"
#include "ui/response/response_pane.h"
#include "ui/response/shelf_switch.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace sonde;
using namespace sonde::ui;
using Section = ResponsePane::Section;
using Kind = Change::Kind;
using Version = http::Version;

namespace
{

struct Answer {
    int status = 200;
    Version version = Version::Http2;
    http::Headers fields{{"content-type", "text/plain"}};
    QByteArray body{"hello"};
    double endMs = 50;
};

std::shared_ptr<client::Call> callOf(const Answer &answer)
{
    test::Recording recording(QStringLiteral("https://example.test/echo"));
    const double ready = recording.connect(0);
    recording.connection()->update([&](trace::ConnectionState &state) {
        state.version = answer.version;
        state.versionReason = QStringLiteral("ALPN chose h2");
    });
    recording.respond(ready, ready + 5, test::head(answer.status, answer.fields, answer.version))
        .body(answer.body, ready + 5.5, ready + 6)
        .end(answer.endMs);
    return client::Call::recorded({recording.hop()});
}

Hops hopsOf(const Answer &answer)
{
    return takeSnapshots(*callOf(answer), {});
}

const Change *row(const std::vector<Change> &changes, const QString &what)
{
    for (const Change &change : changes) {
        if (change.what == what && change.kind != Kind::Heading)
            return &change;
    }
    return nullptr;
}

QToolButton *buttonNamed(const QWidget &in, const QString &name)
{
    for (QToolButton *button : in.findChildren<QToolButton *>()) {
        if (button->accessibleName() == name || button->text() == name)
            return button;
    }
    return nullptr;
}

} // namespace

class TestResponseChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void inShort_data()
    {
        QTest::addColumn<Answer>("before");
        QTest::addColumn<Answer>("now");
        QTest::addColumn<QString>("line");
        QTest::newRow("another version")
            << Answer{} << Answer{.version = Version::Http11, .endMs = 62}
            << "HTTP/2 → HTTP/1.1 · 12.0 ms slower · same body";
        QTest::newRow("faster") << Answer{} << Answer{.endMs = 38} << "12.0 ms faster · same body";
        QTest::newRow("status") << Answer{} << Answer{.status = 404}
                                << "200 OK → 404 Not Found · 0 ms slower · same body";
        QTest::newRow("a field") << Answer{} << Answer{.fields = {{"Content-Type", "text/html"}}}
                                 << "0 ms slower · differing: Content-Type · same body";
        QTest::newRow("fields by their case alone")
            << Answer{} << Answer{.fields = {{"CONTENT-TYPE", "text/plain"}}}
            << "0 ms slower · same body";
        QTest::newRow("many fields")
            << Answer{} << Answer{.fields = {{"a", "1"}, {"b", "1"}, {"c", "1"}}}
            << "0 ms slower · %n header field(s) differ · same body";
        QTest::newRow("body") << Answer{} << Answer{.body = "hallo"}
                              << "0 ms slower · another body";
    }

    void inShort()
    {
        QFETCH(Answer, before);
        QFETCH(Answer, now);
        QFETCH(QString, line);
        // Without a translation %n stays a number in front of the bare text.
        line.replace(QLatin1String("%n"), QStringLiteral("4"));
        QCOMPARE(changesInShort(hopsOf(before), hopsOf(now)), line);
    }

    void rowsStandSideBySide()
    {
        const auto changes =
            changesBetween(hopsOf({.fields = {{"date", "Mon"}, {"x-gone", "1"}}}),
                           hopsOf({.version = Version::Http11,
                                   .fields = {{"Date", "Tue"}, {"x-new", "a"}, {"x-new", "b"}},
                                   .endMs = 40}));
        const Change *version = row(changes, QStringLiteral("Protocol"));
        QVERIFY(version);
        QCOMPARE(version->before, QStringLiteral("HTTP/2 (ALPN chose h2)"));
        QVERIFY(version->now.startsWith(QLatin1String("HTTP/1.1")));
        QCOMPARE(version->kind, Kind::Differs);
        const Change *total = row(changes, QStringLiteral("From Send to the end"));
        QVERIFY(total);
        QCOMPARE(total->kind, Kind::Varies); // one sending proves nothing
        QCOMPARE(total->difference, QString(QChar(0x2212)) + QStringLiteral("10.0 ms"));
        QCOMPARE(row(changes, QStringLiteral("Status"))->kind, Kind::Same);
        QCOMPARE(row(changes, QStringLiteral("Date"))->before, QStringLiteral("Mon"));
        QCOMPARE(row(changes, QStringLiteral("x-gone"))->now, QString());
        QCOMPARE(row(changes, QStringLiteral("x-new"))->now, QStringLiteral("a, b"));
        QVERIFY(changesText(changes).contains(QLatin1String("x-new\t\ta, b")));
    }

    void bodies()
    {
        const auto store = [](const QByteArray &octets) {
            auto made = std::make_unique<body::ByteStore>();
            if (!made->append(octets))
                qFatal("append");
            made->finish();
            return made;
        };
        const auto hello = store("hello");
        QCOMPARE(bodyRelation(hello.get(), store("hello").get()), BodyRelation::Same);
        QCOMPARE(bodyRelation(hello.get(), store("hallo").get()), BodyRelation::Differs);
        QCOMPARE(bodyRelation(hello.get(), store("hello!").get()), BodyRelation::Differs);
        QCOMPARE(bodyRelation(nullptr, store("").get()), BodyRelation::Same);
        QCOMPARE(bodyRelation(nullptr, hello.get()), BodyRelation::Differs);
        const QByteArray large(body::ByteStore::memoryLimit + 1, 'x');
        QCOMPARE(bodyRelation(store(large).get(), store(large).get()), BodyRelation::Unknown);
    }

    void reasonsAreTranslatedOrLeft_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("shown");
        QTest::newRow("alpn") << "ALPN chose http/1.1" << "ALPN chose http/1.1";
        QTest::newRow("pin") << "pinned by the request" << "pinned by the request";
        QTest::newRow("clear") << "cleartext: HTTP/1.1" << "no TLS, so no choice";
        QTest::newRow("unknown") << "a new reason" << "a new reason";
    }
    void reasonsAreTranslatedOrLeft()
    {
        QFETCH(QString, reason);
        QTEST(versionReasonText(reason), "shown");
    }

    void shelfKeepsTheLastFew()
    {
        CallShelf shelf;
        std::vector<std::shared_ptr<client::Call>> calls;
        for (size_t i = 0; i < CallShelf::callLimit + 3; ++i) {
            calls.push_back(callOf({}));
            QCOMPARE(shelf.put(calls.back()), std::min(i, CallShelf::callLimit - 1));
        }
        QCOMPARE(shelf.size(), CallShelf::callLimit);
        QCOMPARE(shelf.at(0), calls[3]);
        QCOMPARE(shelf.put(calls[4]), 1U); // known: nothing moves
        QCOMPARE(shelf.size(), CallShelf::callLimit);
    }

    void earlierResponsesAreOneStepAway()
    {
        ResponsePane pane;
        pane.resize(900, 500);
        pane.show();
        const auto first = callOf({});
        const auto second = callOf({.version = Version::Http11});
        pane.showCall(first);
        const auto *steps = pane.findChild<ShelfSwitch *>();
        QVERIFY(!steps->isVisible());
        QVERIFY(!pane.canStep(-1));
        pane.showSection(Section::Changes); // not there: ignored
        QCOMPARE(pane.section(), Section::Body);
        pane.showCall(second);
        QVERIFY(steps->isVisible());
        QCOMPARE(steps->findChild<QLabel *>()->text(), QStringLiteral("2 of 2"));
        QVERIFY(pane.canStep(-1));
        QVERIFY(!pane.canStep(1));
        pane.showSection(Section::Headers);
        QTest::mouseClick(buttonNamed(pane, QStringLiteral("Earlier response")), Qt::LeftButton);
        QCOMPARE(pane.call(), first);
        QCOMPARE(pane.section(), Section::Headers);
        QCOMPARE(steps->findChild<QLabel *>()->text(), QStringLiteral("1 of 2"));
        pane.step(-1); // there is none
        QCOMPARE(pane.call(), first);
        pane.step(1);
        QCOMPARE(pane.call(), second);
        pane.clear();
        QVERIFY(!pane.canStep(-1));
    }

    void theLineLeadsToTheTable()
    {
        ResponsePane pane;
        pane.resize(900, 500);
        pane.show();
        pane.showCall(callOf({}));
        pane.showCall(callOf({.version = Version::Http11, .endMs = 62}));
        auto *line = buttonNamed(
            pane, QStringLiteral("Since the response before: HTTP/2 → HTTP/1.1 · 12.0 ms slower · "
                                 "same body"));
        QVERIFY(line);
        QVERIFY(line->isVisible());
        QTest::mouseClick(line, Qt::LeftButton);
        QCOMPARE(pane.section(), Section::Changes);
        const auto *view = pane.findChild<ChangesView *>();
        QVERIFY(view->table()->model()->rowCount() > 8);
        pane.step(-1); // nothing before the first: the section is gone, and so is the line
        QCOMPARE(pane.section(), Section::Body);
        QVERIFY(!line->isVisible());
    }

    void aRunningResponseIsComparedWhenItIsOver()
    {
        ResponsePane pane;
        pane.resize(900, 500);
        pane.show();
        pane.showCall(callOf({}));
        const auto running = client::Call::recorded(callOf({.endMs = 55})->hops(), false);
        pane.showCall(running);
        const auto *model = pane.findChild<ChangesView *>()->table()->model();
        QCOMPARE(model->rowCount(), 0);
        running->finish();
        QTRY_VERIFY(model->rowCount() > 0);
    }

    void modelBehaves()
    {
        ChangesModel model;
        const QAbstractItemModelTester tester(&model);
        model.resetRows(changesBetween(hopsOf({}), hopsOf({.status = 500})));
        QVERIFY(model.index(1, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QLatin1String("differs")));
        model.resetRows({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestResponseChanges)
#include "tst_response_changes.moc"
