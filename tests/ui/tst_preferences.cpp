// What a person chooses for good, and the history in the window: kept, opened again without
// sending, compared, and off when it is off.
#include "history/archive.h"
#include "stage.h"
#include "ui/history/history_model.h"
#include "ui/history/history_panel.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/response/response_pane.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/content_zoom.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QSpinBox>

using namespace sonde;
using namespace sonde::ui;

namespace
{

constexpr auto controlShift = Qt::ControlModifier | Qt::ShiftModifier;

template <typename Field>
Field *named(QWidget *in, const char *name)
{
    for (Field *field : in->findChildren<Field *>()) {
        if (field->accessibleName() == QLatin1String(name))
            return field;
    }
    return nullptr;
}

} // namespace

class TestPreferences : public QObject
{
    Q_OBJECT

    static void sendOne(test::FolderStage &stage, const QString &url, int status,
                        const QByteArray &body)
    {
        collection::RequestDocument document;
        document.url = url;
        stage.page()->request()->editDocument(document);
        const size_t before = stage.backend.sent.size();
        stage.page()->send();
        QTRY_COMPARE(stage.backend.sent.size(), before + 1);
        stage.backend.sent.back().exchange->record(trace::What::SendHeadStarted);
        stage.backend.answer(status, body, {{"Content-Type", "text/plain"}});
    }
    static HistoryModel &list(const test::FolderStage &stage)
    {
        return stage.window->sidebar()->history()->model();
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }
    void cleanup() { ContentZoom::instance().setPercent(ContentZoom::usual); }

    void whatIsSentIsKeptAndOpensAgain()
    {
        test::FolderStage stage;
        stage.open();
        sendOne(stage, QStringLiteral("http://a.test/one"), 200, "first");
        sendOne(stage, QStringLiteral("http://a.test/one"), 404, "second");
        QTest::keyClick(stage.window.get(), Qt::Key_H, controlShift);
        QVERIFY(stage.window->sidebar()->history()->isVisible());
        QTRY_COMPARE(list(stage).callCount(), 2);
        const auto older = list(stage).id(2);
        const auto newer = list(stage).id(1);
        QListView *view = stage.window->sidebar()->history()->list();
        QVERIFY(view->hasFocus());
        view->setCurrentIndex(list(stage).index(2));
        const int tabs = stage.window->tabs()->count();
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_COMPARE(stage.window->tabs()->count(), tabs + 1);
        QTRY_VERIFY(stage.page()->response()->call());
        const auto call = stage.page()->response()->call();
        QCOMPARE(call->last().body->read(0, 100).value_or(""), QByteArray("first"));
        QCOMPARE(stage.page()->request()->document().url, QStringLiteral("http://a.test/one"));
        QVERIFY(stage.page()->request()->hint()->sentence().contains(QLatin1String("history")));
        QCOMPARE(stage.backend.sent.size(), 2U); // nothing was sent
        stage.page()->send();
        QTRY_COMPARE(stage.backend.sent.size(), 3U);
        QCOMPARE(stage.backend.sent.back().request.target.url(), QByteArray("http://a.test/one"));
        stage.page()->cancel();
        // Two, one against the other.
        Q_EMIT stage.window->sidebar()->history()->compareWanted(older, newer);
        QTRY_COMPARE(stage.window->tabs()->count(), tabs + 2);
        QTRY_COMPARE(stage.page()->response()->section(), ResponsePane::Section::Changes);
        Q_EMIT stage.window->sidebar()->history()->copyCurlWanted(newer);
        QTRY_VERIFY(QApplication::clipboard()->text().startsWith(QLatin1String("curl")));
        QVERIFY(QApplication::clipboard()->text().contains(QLatin1String("http://a.test/one")));
    }

    void oneRequestHasAHistoryOfItsOwn()
    {
        test::FolderStage stage;
        stage.open();
        sendOne(stage, QStringLiteral("http://a.test/two"), 200, "x");
        sendOne(stage, QStringLiteral("http://a.test/one"), 200, "x");
        stage.window->actions()->action("request.history")->trigger();
        QTRY_COMPARE(list(stage).callCount(), 1);
        QTest::keyClick(stage.window.get(), Qt::Key_H, controlShift);
        QTRY_COMPARE(list(stage).callCount(), 2);
    }

    void offMeansOff()
    {
        test::FolderStage stage;
        stage.open();
        QTest::keyClick(stage.window.get(), Qt::Key_Comma, Qt::ControlModifier);
        auto *dialog = stage.window->findChild<PreferencesDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->showPage(PreferencesDialog::Page::History);
        auto *on = named<QCheckBox>(dialog, "Keep what was sent");
        QVERIFY(on && on->isVisible() && on->isChecked());
        QTest::keyClick(on, Qt::Key_Space);
        auto *size = named<QSpinBox>(dialog, "Size at most:");
        QVERIFY(size);
        const Places places = Places::under(stage.folder.path());
        for (const int end : {size->minimum(), size->maximum(), 250}) {
            size->setValue(end);
            const QSettings settings(places.configFile, QSettings::IniFormat);
            QCOMPARE(readChoices(settings).history.octets, end * 1'000'000LL);
        }
        dialog->close();
        const Choices kept = readChoices(QSettings(places.configFile, QSettings::IniFormat));
        QVERIFY(!kept.history.isOn);
        QCOMPARE(kept.history.octets, 250'000'000);
        sendOne(stage, QStringLiteral("http://a.test/one"), 200, "x");
        QTest::qWait(50);
        QVERIFY(!QFile::exists(places.historyFolder));
    }

    void contentGrowsAndIsRemembered()
    {
        test::FolderStage stage;
        stage.open();
        const double before = ContentZoom::instance().font().pointSizeF();
        QTest::keyClick(stage.window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QTest::keyClick(stage.window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(ContentZoom::instance().percent(), 125);
        QVERIFY(ContentZoom::instance().font().pointSizeF() > before);
        QTest::keyClick(stage.window.get(), Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(ContentZoom::instance().percent(), 110);
        stage.window.reset();
        ContentZoom::instance().setPercent(ContentZoom::usual);
        stage.open();
        QCOMPARE(ContentZoom::instance().percent(), 110);
        QTest::keyClick(stage.window.get(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(ContentZoom::instance().percent(), 100);
    }

    void settingsAreFound()
    {
        PreferencesDialog dialog({}, {QStringLiteral("de")});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        const auto *filter = named<QLineEdit>(&dialog, "Find a setting");
        QVERIFY(filter->fontMetrics().horizontalAdvance(filter->placeholderText()) <
                filter->width() - 16);
        // The page that is shown is marked over the whole width of the list.
        auto *pages = dialog.findChild<QListView *>();
        const QRect row = pages->visualRect(pages->currentIndex());
        const QImage picture = pages->viewport()->grab().toImage();
        QCOMPARE(picture.pixelColor(row.right() - 10, row.center().y()),
                 Theme::instance().color(Token::Selection));
        QTest::keyClicks(named<QLineEdit>(&dialog, "Find a setting"), QStringLiteral("proxy"));
        QVERIFY(named<QLineEdit>(&dialog, "HTTP proxy:")->isVisible());
    }

    void proxies_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("port"); // 0: refused
        QTest::newRow("plain") << QStringLiteral("proxy.test:3128") << 3128;
        QTest::newRow("URL") << QStringLiteral("http://proxy.test:8080/") << 8080;
        QTest::newRow("none") << QString() << 0;
        QTest::newRow("password") << QStringLiteral("http://a:b@proxy.test:1") << 0;
        QTest::newRow("no port") << QStringLiteral("proxy.test") << 0;
        QTest::newRow("other scheme") << QStringLiteral("socks5://proxy.test:1080") << 0;
    }
    void proxies()
    {
        QFETCH(QString, text);
        QFETCH(int, port);
        const auto proxy = proxyOf(text);
        QCOMPARE(proxy ? int(proxy->port) : 0, port);
    }

    void whatARequestSaysStays()
    {
        NetworkChoices choices{.connectTimeout = std::chrono::seconds(5),
                               .totalTimeout = std::chrono::seconds(60),
                               .proxy = QStringLiteral("proxy.test:3128")};
        client::Options options;
        apply(choices, options);
        QCOMPARE(options.timeouts.connect, std::chrono::milliseconds(5000));
        QCOMPARE(options.timeouts.total, std::chrono::milliseconds(60'000));
        QVERIFY(options.proxy && options.proxy->port == 3128);
        QCOMPARE(options.tls.verify, net::Verify::Yes);
        client::Options said;
        said.timeouts.connect = std::chrono::seconds(1);
        said.timeouts.total = std::chrono::seconds(2);
        said.followRedirects = false;
        said.proxy = net::Proxy{.host = "own.test", .port = 1};
        const client::Options before = said;
        choices.checksCertificates = false;
        apply(choices, said);
        QCOMPARE(said.timeouts.connect, before.timeouts.connect);
        QCOMPARE(said.timeouts.total, before.timeouts.total);
        QVERIFY(!said.followRedirects && said.proxy == before.proxy);
        QCOMPARE(said.tls.verify, net::Verify::ReportOnly);
    }
};

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
