// What assistive technology finds in the panes of the wire: every control has a name and a role,
// every table its headings and rows, and the keyboard reaches all of them.
#include "recorded_calls.h"
#include "shown_pane.h"
#include "ui/connections/connections_window.h"
#include "ui/protocol/protocol_view.h"
#include "ui/protocol/wire_feed.h"
#include "ui/protocol/wire_selection.h"
#include "wire_script.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace sonde;
using namespace sonde::ui;
using Section = ResponsePane::Section;
using Pane = ProtocolView::Pane;

namespace
{

constexpr int patience = 20'000; // ms; only to notice a hang

// Over HTTP/2 and TLS, all of its octets known.
std::shared_ptr<client::Call> call()
{
    test::Recording one(QStringLiteral("https://a.test/orders"));
    const double ready = one.connect(0.1);
    one.at(trace::What::InterimHeadStarted, ready + 2)
        .at(trace::What::InterimHeadFinished, ready + 3);
    one.respond(ready + 0.5, ready + 9,
                test::head(200, {{"content-type", "text/plain"},
                                 {"set-cookie", "a=b"},
                                 {"cache-control", "max-age=0, public"}}));
    one.body(QByteArray(20'000, 'z'), ready + 10, ready + 18);
    one.end(ready + 18.5);
    const auto script = test::WireScript::twoRequests();
    trace::ByteLog::Cursor cursor;
    for (const auto &piece : script.connection()->log().read(cursor))
        one.connection()->log().append(piece);
    one.connection()->records().append(std::array{trace::TlsRecord{
        .at = test::Recording::stamp(1), .wireOctets = 90, .carried = 60, .type = 23}});
    one.connection()->update([](trace::ConnectionState &state) {
        state.tcp = {{.at = test::Recording::stamp(1), .roundTrip = 1000}};
        state.tls = test::trustedTls("a.test");
        state.tls->messages = test::handshakeMessages(0.2);
    });
    one.exchange()->update([](trace::ExchangeState &state) {
        state.streamId = 1;
        state.findings = {{.severity = trace::Severity::Warning,
                           .rule = "http2.window",
                           .sentence = QStringLiteral("A window was opened by nothing."),
                           .section = "RFC 9113 section 6.9"}};
    });
    return client::Call::recorded({one.hop()});
}

QString described(const QWidget *widget)
{
    auto *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
    return QStringLiteral("%1 “%2”").arg(QLatin1String(widget->metaObject()->className()),
                                         face ? face->text(QAccessible::Name) : QString());
}

bool isControl(const QWidget *widget)
{
    if (qobject_cast<const QScrollBar *>(widget) || !widget->isEnabled())
        return false;
    // What stands for another, as a view port or the line of a box, is no control of its own.
    return (widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy();
}

void checkTable(const QAccessibleInterface &face, const QAbstractItemView &view,
                const QString &what, QStringList &wrong)
{
    auto *table = const_cast<QAccessibleInterface &>(face).tableInterface();
    if (!table) {
        wrong << what + QStringLiteral(": is no table for assistive technology");
        return;
    }
    if (table->columnCount() < 1 || view.model()->rowCount() < 1) {
        wrong << what + QStringLiteral(": has no rows or no columns");
        return;
    }
    for (int column = 0; column < table->columnCount(); ++column) {
        if (table->columnDescription(column).isEmpty())
            wrong << what + QStringLiteral(": column %1 has no heading").arg(column);
    }
    if (!qobject_cast<const QTreeView *>(&view) && table->rowCount() != view.model()->rowCount())
        wrong << what + QStringLiteral(": other rows than its model");
    bool says = false;
    for (int column = 0; column < table->columnCount(); ++column) {
        const auto *cell = table->cellAt(0, column);
        says = says || (cell && !cell->text(QAccessible::Name).isEmpty());
    }
    if (!says)
        wrong << what + QStringLiteral(": its first row says nothing");
}

void checkWidget(const QWidget *widget, QStringList &wrong)
{
    auto *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
    const QString what = described(widget);
    if (!face) {
        wrong << what + QStringLiteral(": is nothing to assistive technology");
        return;
    }
    const QString name = face->text(QAccessible::Name);
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (!label->text().isEmpty() && name.isEmpty())
            wrong << what + QStringLiteral(": a text that cannot be read");
        return;
    }
    const bool isOurs = QByteArrayView(widget->metaObject()->className()).startsWith("sonde::ui::");
    const bool isPainted = isOurs && widget->children().isEmpty();
    if (!isControl(widget) && !isPainted)
        return;
    if (name.trimmed().isEmpty())
        wrong << what + QStringLiteral(": no name");
    constexpr std::array nothing{QAccessible::NoRole, QAccessible::Client, QAccessible::Window};
    if (std::ranges::find(nothing, face->role()) != nothing.end())
        wrong << what + QStringLiteral(": no role (%1)").arg(int(face->role()));
    if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
        checkTable(*face, *view, what, wrong);
}

bool isWithin(const QWidget *widget, const QWidget *ancestor)
{
    return widget && (widget == ancestor || ancestor->isAncestorOf(widget));
}

// All that Tab comes to, beginning anywhere.
QSet<const QWidget *> reached(QWidget *window)
{
    QSet<const QWidget *> seen;
    for (int press = 0; press < 300; ++press) {
        QWidget *focus = QApplication::focusWidget();
        if (!focus)
            focus = window;
        QTest::keyClick(focus, Qt::Key_Tab);
        if (press < 40 && qEnvironmentVariableIsSet("TAB_ORDER"))
            qDebug().noquote() << described(QApplication::focusWidget());
        seen.insert(QApplication::focusWidget());
    }
    return seen;
}

QStringList check(QWidget *window, const QWidget *page)
{
    QStringList wrong;
    QList<QWidget *> all = page->findChildren<QWidget *>();
    const auto seen = reached(window);
    for (const QWidget *widget : all) {
        if (!widget->isVisible())
            continue;
        checkWidget(widget, wrong);
        if (!isControl(widget))
            continue;
        const bool isReached = std::ranges::any_of(seen, [&](const QWidget *focus) {
            return isWithin(focus, widget) || (focus && focus->focusProxy() == widget);
        });
        if (!isReached)
            wrong << described(widget) + QStringLiteral(": Tab does not come to it");
    }
    return wrong;
}

bool areFilled(const QWidget &pane)
{
    const auto tables = pane.findChildren<QTableView *>();
    return std::ranges::all_of(tables, [](const QTableView *table) {
        return !table->isVisible() || table->model()->rowCount() > 0;
    });
}

} // namespace

class TestAccessibleWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sections_data()
    {
        QTest::addColumn<int>("section");
        QTest::newRow("overview") << int(Section::Overview);
        QTest::newRow("body") << int(Section::Body);
        QTest::newRow("headers") << int(Section::Headers);
        QTest::newRow("timing") << int(Section::Timing);
        QTest::newRow("connection") << int(Section::Connection);
        QTest::newRow("tls") << int(Section::Tls);
    }

    void sections()
    {
        QFETCH(int, section);
        const auto pane = test::shown(call());
        pane->resize(1300, 900);
        QVERIFY(QTest::qWaitForWindowActive(pane.get()));
        pane->showSection(Section(section));
        QCOMPARE(int(pane->section()), section);
        QCoreApplication::processEvents();
        const QStringList wrong = check(pane.get(), pane.get());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void panes_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("frames") << int(Pane::Frames);
        QTest::newRow("header table") << int(Pane::HeaderTable);
        QTest::newRow("windows") << int(Pane::Windows);
        QTest::newRow("raw") << int(Pane::Raw);
    }

    void panes()
    {
        QFETCH(int, which);
        const auto pane = test::shown(call());
        pane->resize(1300, 900);
        QVERIFY(QTest::qWaitForWindowActive(pane.get()));
        pane->showSection(Section::Frames);
        auto *view = pane->findChild<ProtocolView *>();
        QTRY_VERIFY_WITH_TIMEOUT(view->feed()->view().size() > 10, patience);
        view->goTo(2); // the request
        view->showPane(Pane(which));
        // Rows are chosen on a worker.
        QTRY_VERIFY_WITH_TIMEOUT(areFilled(*view), patience);
        const QStringList wrong = check(pane.get(), pane.get());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void connections()
    {
        auto connection = std::make_shared<trace::Connection>(trace::ExchangeId(7),
                                                              http::Origin{"https", "a.test", 443});
        connection->record(trace::What::ResolveStarted, test::Recording::stamp(0));
        connection->record(trace::What::Ready, test::Recording::stamp(60));
        ConnectionsWindow window(
            {.ask =
                 [&](QObject *, std::function<void(std::vector<PooledConnection>)> tell) {
                     tell({{.source = connection, .is = connection->state()}});
                 },
             .uses =
                 [&] {
                     return std::vector<ConnectionUse>{
                         {.exchange = trace::ExchangeId(7),
                          .connection = connection->id(),
                          .request = QStringLiteral("GET https://a.test/"),
                          .tab = QStringLiteral("Orders")}};
                 },
             .close = [](trace::ConnectionId) {},
             .closeAll = [] {}});
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.look();
        window.table()->selectRow(0);
        QCoreApplication::processEvents();
        const QStringList wrong = check(&window, &window);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_MAIN(TestAccessibleWire)
#include "tst_accessible_wire.moc"
