// The window of open connections on a made-up pool: what it says of each, how it follows them as
// they come and go, and what keys and buttons do.
#include "pseudo_translator.h"
#include "recorded_calls.h"
#include "ui/connections/connections_model.h"
#include "ui/connections/connections_window.h"
#include "ui/connections/uses_model.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace sonde;
using namespace sonde::ui;
using State = PooledConnection::State;
using Column = ConnectionsModel::Column;

namespace
{

std::shared_ptr<trace::Connection> connectionTo(const QByteArray &host, trace::ExchangeId openedBy)
{
    auto made = std::make_shared<trace::Connection>(openedBy, http::Origin{"https", host, 443});
    made->record(trace::What::ResolveStarted, test::Recording::stamp(0));
    made->record(trace::What::Ready, test::Recording::stamp(60));
    made->update([](trace::ConnectionState &state) {
        state.version = http::Version::Http2;
        state.versionReason = QStringLiteral("ALPN chose h2");
        state.exchanges = 3;
        state.remote = "203.0.113.7:443";
        state.local = "192.0.2.20:48212";
    });
    return made;
}

PooledConnection pooled(const std::shared_ptr<trace::Connection> &connection, State state,
                        int streams = 0)
{
    PooledConnection made{
        .source = connection, .is = connection->state(), .state = state, .streams = streams};
    if (state == State::Idle)
        made.idleSince = test::Recording::stamp(1000);
    return made;
}

// A pool of the test's own.
struct World {
    std::vector<PooledConnection> pool;
    std::vector<ConnectionUse> uses;
    std::vector<trace::ConnectionId> closed;
    int closedAll = 0;

    ConnectionsWindow::Source source()
    {
        return {.ask = [this](QObject *, auto take) { take(pool); },
                .uses = [this] { return uses; },
                .close =
                    [this](trace::ConnectionId id) {
                        closed.push_back(id);
                        end(id);
                    },
                .closeAll =
                    [this] {
                        ++closedAll;
                        while (!pool.empty())
                            end(pool.front().is.id);
                    }};
    }
    void end(trace::ConnectionId id)
    {
        const auto found = std::ranges::find_if(
            pool, [&](const PooledConnection &connection) { return connection.is.id == id; });
        if (found == pool.end())
            return;
        const auto connection = std::const_pointer_cast<trace::Connection>(found->source);
        connection->update([](trace::ConnectionState &state) {
            state.closeReason = QStringLiteral("closed by the user");
        });
        connection->record(trace::What::Closed, test::Recording::stamp(5000));
        pool.erase(found);
    }
};

QString cell(const QTableView *table, int row, int column)
{
    return table->model()->index(row, column).data().toString();
}

QPushButton *button(const QWidget &in, const QString &text)
{
    for (QPushButton *found : in.findChildren<QPushButton *>()) {
        if (found->text().remove(u'&') == text)
            return found;
    }
    return nullptr;
}

} // namespace

class TestConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasWords()
    {
        ConnectionsModel model;
        const QAbstractItemModelTester tester(&model);
        const auto one = connectionTo("a.test", trace::ExchangeId(1));
        const auto now = test::Recording::stamp(91'500);
        const auto said = [&](State state, int streams = 0) {
            model.update({pooled(one, state, streams)}, {}, now);
            return model.index(0, Column::State).data().toString();
        };
        QCOMPARE(said(State::Opening), QStringLiteral("opening"));
        QCOMPARE(said(State::Busy, 2), QStringLiteral("busy"));
        QCOMPARE(model.index(0, Column::Streams).data().toString(), QStringLiteral("2"));
        QCOMPARE(said(State::Idle), QStringLiteral("idle for 1 min 30 s"));
        QCOMPARE(said(State::Ending), QStringLiteral("closing: takes no more requests"));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, Column::Origin).data().toString(),
                 QStringLiteral("https://a.test"));
        QCOMPARE(model.index(0, Column::Served).data().toString(), QStringLiteral("3"));
        QCOMPARE(model.index(0, Column::Age).data().toString(), QStringLiteral("1 min 31 s"));
    }

    void whatIsGoneSaysWhyAndKeepsNothing()
    {
        ConnectionsModel model;
        const QAbstractItemModelTester tester(&model);
        auto one = connectionTo("a.test", trace::ExchangeId(1));
        const std::weak_ptr<trace::Connection> alive = one;
        model.update({pooled(one, State::Busy, 1)}, {}, test::Recording::stamp(100));
        one->update([](trace::ConnectionState &state) {
            state.closeReason = QStringLiteral("idle for 90 s");
        });
        one->record(trace::What::Closed, test::Recording::stamp(4000));
        one.reset();
        QVERIFY(!alive.expired()); // it may say yet why it ended
        model.update({}, {}, test::Recording::stamp(9000));
        QVERIFY(alive.expired());
        QCOMPARE(model.index(0, Column::State).data().toString(),
                 QStringLiteral("closed: idle for 90 s"));
        QCOMPARE(model.index(0, Column::Age).data().toString(), QStringLiteral("4 s"));
        QCOMPARE(model.openCount(), 0);
        QCOMPARE(model.goneCount(), 1);
        model.forgetGone();
        QCOMPARE(model.rowCount(), 0);
    }

    void theGoneAreBounded()
    {
        ConnectionsModel model;
        const QAbstractItemModelTester tester(&model);
        for (int i = 0; i < 80; ++i)
            model.update({pooled(connectionTo("a.test", trace::ExchangeId(1)), State::Idle)}, {},
                         test::Recording::stamp(2000));
        QCOMPARE(model.goneCount(), int(ConnectionsModel::mostGone));
        QCOMPARE(model.openCount(), 1);
    }

    // Titles are longer in other languages.
    void columnsHoldTheirTitles()
    {
        test::PseudoTranslator pseudo;
        QCoreApplication::installTranslator(&pseudo);
        World world;
        world.pool = {pooled(connectionTo("a.test", trace::ExchangeId(1)), State::Idle)};
        ConnectionsWindow window(world.source());
        window.show();
        // All of it on the screen, whose size is that of no desktop.
        QVERIFY(window.width() <= window.screen()->availableSize().width());
        for (const QTableView *table : window.findChildren<QTableView *>()) {
            const QHeaderView *head = table->horizontalHeader();
            for (int column = 0; column < head->count(); ++column)
                QVERIFY2(head->sectionSize(column) >= head->sectionSizeHint(column),
                         qPrintable(table->model()->headerData(column, Qt::Horizontal).toString()));
        }
        QCoreApplication::removeTranslator(&pseudo);
    }

    void emptinessIsExplained()
    {
        World world;
        ConnectionsWindow window(world.source());
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.show();
        const auto labels = window.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() &&
                   label->text().startsWith(QLatin1String("No connection is open. "));
        }));
        QVERIFY(!window.table()->isVisible());
        QVERIFY(!button(window, QStringLiteral("Close all"))->isEnabled());
        QVERIFY(!button(window, QStringLiteral("Close"))->isEnabled());
    }

    void keysCloseAndGoToTheRequest()
    {
        World world;
        const auto one = connectionTo("a.test", trace::ExchangeId(7));
        const auto two = connectionTo("b.test", trace::ExchangeId(9));
        world.pool = {pooled(one, State::Busy, 1), pooled(two, State::Idle)};
        world.uses = {{trace::ExchangeId(8), one->id(), QStringLiteral("GET https://a.test/2"),
                       QStringLiteral("Two"), true},
                      {trace::ExchangeId(7), one->id(), QStringLiteral("GET https://a.test/1"),
                       QStringLiteral("One")},
                      {trace::ExchangeId(6), one->id(), QStringLiteral("GET https://a.test/3"),
                       QStringLiteral("Three")}};
        ConnectionsWindow window(world.source());
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.show();
        QCOMPARE(window.table()->model()->rowCount(), 2);
        QCOMPARE(cell(window.table(), 0, Column::OpenedBy), QStringLiteral("GET https://a.test/1"));
        QCOMPARE(cell(window.table(), 1, Column::OpenedBy),
                 QStringLiteral("a request that no tab shows"));
        // Who paid stands first, then who found it open.
        QCOMPARE(window.uses()->model()->rowCount(), 3);
        QCOMPARE(cell(window.uses(), 0, UsesModel::Part), QStringLiteral("opened it"));
        QCOMPARE(cell(window.uses(), 1, UsesModel::Part), QStringLiteral("found it open"));
        QCOMPARE(cell(window.uses(), 2, UsesModel::Part),
                 QStringLiteral("waited while it was opened"));

        QSignalSpy wanted(&window, &ConnectionsWindow::exchangeWanted);
        window.table()->setFocus();
        QTest::keyClick(window.table(), Qt::Key_Return);
        QCOMPARE(wanted.last().first().value<trace::ExchangeId>(), trace::ExchangeId(7));
        window.uses()->setCurrentIndex(window.uses()->model()->index(1, 0));
        QTest::keyClick(window.uses(), Qt::Key_Return);
        QCOMPARE(wanted.last().first().value<trace::ExchangeId>(), trace::ExchangeId(8));

        QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(
            QApplication::clipboard()->text().startsWith(QLatin1String("https://a.test\tHTTP/2")));

        QTest::keyClick(window.table(), Qt::Key_Delete);
        QCOMPARE(world.closed, std::vector{one->id()});
        QCOMPARE(cell(window.table(), 0, Column::State),
                 QStringLiteral("closed: closed by the user"));
        QTest::mouseClick(button(window, QStringLiteral("Close all")), Qt::LeftButton);
        QCOMPARE(world.closedAll, 1);
        QVERIFY(!button(window, QStringLiteral("Close all"))->isEnabled());
        QTest::mouseClick(button(window, QStringLiteral("Forget closed")), Qt::LeftButton);
        QVERIFY(!window.table()->isVisible());
    }

    void aNewConnectionIsAskedFor()
    {
        World world;
        ConnectionsWindow window(world.source());
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.show();
        QSignalSpy fresh(&window, &ConnectionsWindow::freshSendWanted);
        auto *send = button(window, QStringLiteral("Send on a new connection"));
        send->setFocus();
        QTest::keyClick(send, Qt::Key_Space);
        QCOMPARE(fresh.count(), 1);
    }

    void itFollowsByItself()
    {
        World world;
        ConnectionsWindow window(world.source());
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.show();
        world.pool = {pooled(connectionTo("a.test", trace::ExchangeId(1)), State::Idle)};
        QTRY_COMPARE_WITH_TIMEOUT(window.table()->model()->rowCount(), 1, 20'000);
    }
};

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication application(argc, argv);
    TestConnections test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_connections.moc"
