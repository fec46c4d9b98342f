// What a folder, a file and a request say of who is asking goes out alike from the window and from
// the terminal: the octets that arrive at a server are compared.
#include "ui/request/auth_form.h"
#include "ui/request/auth_page.h"
#include "ui/request/portability_strip.h"
#include "ui/request/request_pane.h"
#include "ui/request/secret_edit.h"
#include "ui/shell/collection_desk.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/engine_backend.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace sonde;
using namespace sonde::ui;

namespace
{

// Keeps the octets of every request and answers 200.
class Recorder : public QTcpServer
{
public:
    QByteArrayList heads;

    Recorder()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            auto gathered = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, gathered] {
                *gathered += socket->readAll();
                const qsizetype end = gathered->indexOf("\r\n\r\n");
                if (end < 0)
                    return;
                heads.append(gathered->first(end + 4));
                gathered->remove(0, end + 4);
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            });
        });
    }
};

void write(const QString &path, const QByteArray &octets)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(octets);
}

} // namespace

class TestAuthSent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void windowAndTerminalSendTheSameOctets()
    {
        const QTemporaryDir home;
        qputenv("XDG_DATA_HOME", home.path().toUtf8());
        qputenv("XDG_CACHE_HOME", home.path().toUtf8());
        const Places places = Places::under(home.path());
        Recorder server;
        QVERIFY(server.isListening());
        const QByteArray origin = "http://127.0.0.1:" + QByteArray::number(server.serverPort());
        const QString top = places.sampleFolder;
        write(top + QStringLiteral("/_folder.json"),
              R"({"auth": {"type": "bearer", "token": "{{token}}"}, "headers": {"X-All": "{{who}}"},
                  "settings": {"inherit": "sending"},
                  "files": {"b.http": {"auth": {"type": "apikey", "in": "query", "name": "key",
                                                 "value": "k {{who}}"},
                                        "settings": {"inherit": "sending"}}}})");
        write(top + QStringLiteral("/http-client.env.json"),
              R"({"$shared": {"token": "t0", "who": "anna b"}})");
        write(top + QStringLiteral("/a.http"),
              "### Inherits\nGET " + origin + "/1\n\n### Own\nGET " + origin +
                  "/2\nAuthorization: Basic {{who}} {{token}}\n\n### None\n# [auth] none\nGET " +
                  origin + "/3\n");
        write(top + QStringLiteral("/b.http"), "### Key\nGET " + origin + "/4?x=1\n");

        QProcess terminal;
        terminal.start(QStringLiteral(SONDE_BIN_DIR "/sonde"), {QStringLiteral("run"), top});
        QVERIFY(terminal.waitForStarted());
        QTRY_COMPARE_WITH_TIMEOUT(terminal.state(), QProcess::NotRunning, 30000);
        QVERIFY2(terminal.exitCode() == 0, terminal.readAll().constData());
        const QByteArrayList expected = std::exchange(server.heads, {});
        QCOMPARE(expected.size(), 4);
        QVERIFY2(expected[0].contains("\r\nAuthorization: Bearer t0\r\n"), expected[0].constData());
        QVERIFY(expected[0].contains("\r\nX-All: anna b\r\n"));
        QVERIFY(expected[1].contains("Basic " + QByteArray("anna b:t0").toBase64() + "\r\n"));
        QVERIFY(!expected[2].contains("Authorization"));
        QVERIFY2(expected[3].startsWith("GET /4?x=1&key=k%20anna%20b "), expected[3].constData());

        EngineBackend backend(places);
        MainWindow window(&backend, places);
        window.resize(1200, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY_WITH_TIMEOUT(backend.isReady(), 20000);
        const auto send = [&](const QString &file, int index) {
            window.desk()->open(top + u'/' + file, index);
            QTRY_VERIFY(window.tabs()->current()->state().index == index &&
                        window.tabs()->current()->state().file.endsWith(file));
            const qsizetype before = server.heads.size();
            window.tabs()->current()->send();
            QTRY_COMPARE_WITH_TIMEOUT(server.heads.size(), before + 1, 20000);
        };
        for (int index = 0; index < 3; ++index)
            send(QStringLiteral("a.http"), index);
        send(QStringLiteral("b.http"), 0);
        QCOMPARE(server.heads, expected);
    }

    void theSectionSaysWhereItComesFrom()
    {
        const QTemporaryDir home;
        qputenv("XDG_DATA_HOME", home.path().toUtf8());
        const Places places = Places::under(home.path());
        const QString top = places.sampleFolder;
        write(
            top + QStringLiteral("/shop/_folder.json"),
            R"({"auth": {"type": "bearer", "token": "abc"}, "settings": {"inherit": "sending"}})");
        write(top + QStringLiteral("/shop/a.http"), "### A\nGET http://127.0.0.1:9/\n");
        EngineBackend backend(places);
        MainWindow window(&backend, places);
        window.resize(1200, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(!window.tabs()->current()->state().file.isEmpty());
        RequestPane *pane = window.tabs()->current()->request();
        QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(pane->section(), RequestPane::Section::Auth);
        auto *page = pane->findChild<AuthPage *>();
        QVERIFY(page);
        const auto says = [&](const char *text) {
            for (const QLabel *label : page->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(QString::fromUtf8(text)))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(says("Inherited from “shop”"));
        // Five ticks would say that other programs send the same.
        QTRY_VERIFY(pane->findChild<PortabilityStrip *>());
        const auto chips = pane->findChild<PortabilityStrip *>()->findChildren<QToolButton *>();
        QCOMPARE(chips.size(), 5);
        for (const QToolButton *chip : chips)
            QTRY_VERIFY2(chip->toolTip().contains(QLatin1String("when the request is sent")),
                         qPrintable(chip->toolTip()));
        QVERIFY2(!says("abc"), "a secret is not shown");

        // A kind is chosen and typed: the header line is there.
        QComboBox *kind = page->form()->kindBox();
        kind->setFocus();
        for (int step = 0; step < 3; ++step)
            QTest::keyClick(kind, Qt::Key_Down);
        QCOMPARE(page->form()->auth().kind, collection::Auth::Kind::Bearer);
        SecretEdit *token = nullptr;
        for (auto *edit : page->findChildren<SecretEdit *>()) {
            if (edit->isVisible())
                token = edit;
        }
        QVERIFY(token);
        token->setFocus();
        QTest::keyClicks(token, QStringLiteral("secret"));
        QVERIFY(token->isHiding());
        QVERIFY(says("for everybody to read"));
        QCOMPARE(pane->document().headers.size(), size_t(1));
        QCOMPARE(pane->document().headers[0].value, QStringLiteral("Bearer secret"));
        token->clear();
        QTest::keyClicks(token, QStringLiteral("{{t}}"));
        QVERIFY(!token->isHiding());
        QVERIFY(!says("for everybody to read"));
        QVERIFY(says("has its own"));
    }
};

QTEST_MAIN(TestAuthSent)
#include "tst_auth_sent.moc"
