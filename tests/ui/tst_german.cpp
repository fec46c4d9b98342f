// A German window over the real engine: much goes wrong, and nothing that it says of it is English.
#include "body/json_checker.h"
#include "body/json_path.h"
#include "collection/environment_file.h"
#include "collection/environments.h"
#include "collection/http_file.h"
#include "collection/library_edit.h"
#include "engine_stage.h"
#include "german.h"
#include "interop/curl_command.h"
#include "interop/importer.h"
#include "interop/recorded_file.h"
#include "lab/assert_check.h"
#include "lab/capture_store.h"
#include "lab/run_file.h"
#include "net/line_spec.h"
#include "tests/support/scripted_server.h"
#include "tests/support/test_certificates.h"
#include "ui/collections/collection_panel.h"
#include "ui/request/request_pane.h"
#include "ui/request/text_face.h"
#include "ui/response/error_page.h"
#include "ui/response/response_pane.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/library_control.h"
#include "ui/shell/library_desk.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/sentence.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::ui;

namespace
{

// Words that only English has, outside of quotation marks; a rule is quoted by its own name.
QString englishIn(QString text)
{
    static const QRegularExpression quoted(
        QStringLiteral("“[^”]*”|„[^“]*“|<[^>]*>|RFC \\d+ section|\\w+-with-\\w+|is exists"));
    static const QRegularExpression word(
        QStringLiteral(
            "\\b(the|is|are|not|has|have|and|with|cannot|of|to|it|were|which|that|this|for|"
            "from|there|must|no|its|does)\\b(?!:)"),
        QRegularExpression::CaseInsensitiveOption);
    text.remove(quoted);
    return word.match(text).captured();
}

void addCells(const QAbstractItemModel &model, const QModelIndex &parent, QStringList &texts)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex cell = model.index(row, column, parent);
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole,
                                   Qt::AccessibleDescriptionRole})
                texts << cell.data(role).toString();
        }
        addCells(model, model.index(row, 0, parent), texts);
    }
}

QStringList textsIn(const QWidget *root)
{
    QStringList texts;
    QList<QWidget *> widgets = root->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible())
            continue;
        texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts << label->text();
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
            view && view->model())
            addCells(*view->model(), {}, texts);
    }
    return texts;
}

QStringList englishIn(const QWidget *root)
{
    QStringList found;
    for (const QString &text : textsIn(root)) {
        if (const QString word = englishIn(text); !word.isEmpty())
            found << QStringLiteral("[%1] %2").arg(word, text);
    }
    found.removeDuplicates();
    return found;
}

} // namespace

class TestGerman : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<test::German> m_german;
    std::unique_ptr<test::EngineStage> m_stage;

    [[nodiscard]] DocumentPage *page() const { return m_stage->window.tabs()->current(); }

    void send(const QString &url, http::VersionPolicy version = http::VersionPolicy::Auto)
    {
        collection::RequestDocument document;
        document.url = url;
        document.settings.version = version;
        page()->request()->editDocument(document);
        page()->send();
        QTRY_VERIFY_WITH_TIMEOUT(!page()->isRunning(), 20'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        m_german = std::make_unique<test::German>();
        QVERIFY(m_german->isThere());
        m_stage = std::make_unique<test::EngineStage>(m_folder.path());
        m_stage->window.resize(1400, 900);
        m_stage->window.tabs()->openEmpty();
    }

    void cleanupTestCase()
    {
        m_stage.reset();
        m_german.reset();
    }

    void callsThatFail_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QByteArray>("answer"); // none: nobody listens
        QTest::addColumn<int>("version");
        const auto row = [](const char *name, const QByteArray &answer, const char *scheme = "http",
                            http::VersionPolicy version = http::VersionPolicy::Auto) {
            QTest::newRow(name) << QString::fromLatin1(scheme) << answer << int(version);
        };
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        row("closed port", {});
        row("no answer", "");
        row("garbage", "garbage\r\n\r\n");
        row("a status that is none", "HTTP/1.1 2x0 OK\r\n\r\n");
        row("an older form", "HTTP/1.9 200\r\nContent-Length: 0\r\n\r\n");
        row("head cut short", ok + "Content-Le");
        row("content cut short", ok + "Content-Length: 9\r\n\r\nabc");
        row("chunk cut short", ok + "Transfer-Encoding: chunked\r\n\r\n9\r\nabc");
        row("last chunk missing", ok + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
        row("chunk size", ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\n");
        row("lengths", ok + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc");
        row("length", ok + "Content-Length: abc\r\n\r\nabc");
        row("fields",
            ok + "Content-Length: 0\r\nx y\r\n: 1\r\nA b: 2\r\nC : 3\r\nD: 4\r\n 5\r\n\r\n");
        row("bare line feeds", "HTTP/1.1 200 OK\nContent-Length: 0\n\n");
        row("status outside", "HTTP/1.1 999\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n");
        row("both lengths",
            ok + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("extensions", ok + "Transfer-Encoding: chunked\r\n\r\n1;a=b\r\nx\r\n0\r\n\r\n");
        row("until the end", ok + "\r\nabc");
        row("too much", ok + "Content-Length: 1\r\n\r\nabcdef");
        row("unknown coding", ok + "Content-Encoding: foo\r\nContent-Length: 1\r\n\r\nx");
        row("not gzip", ok + "Content-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx");
        row("an upgrade", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n");
        row("a redirect nowhere",
            "HTTP/1.1 302 Found\r\nLocation: ftp://a/\r\nContent-Length: 0\r\n\r\n");
        row("TLS instead", QByteArray("\x15\x03\x01\x00\x02\x02\x28", 7));
        row("plain instead of TLS", "HTTP/1.1 400 Bad\r\n\r\n", "https");
        row("no TLS at all", "", "https");
        row("HTTP/1.1 instead of h2c", "HTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n", "http",
            http::VersionPolicy::H2c);
        row("no HTTP/2", QByteArray("\x00\x00\x00\x09\x00\x00\x00\x00\x00", 9), "http",
            http::VersionPolicy::H2c);
        row("h2c over https", "", "https", http::VersionPolicy::H2c);
        row("HTTP/2 over http", "", "http", http::VersionPolicy::Http2);
    }

    void callsThatFail()
    {
        QFETCH(QString, scheme);
        QFETCH(QByteArray, answer);
        QFETCH(int, version);
        testing::ScriptedServer server([answer](testing::Peer &peer) {
            if (!peer.property("answered").toBool()) {
                peer.setProperty("answered", true);
                peer.send(answer);
                peer.close();
            }
        });
        const quint16 port = answer.isNull() ? 1 : server.port();
        send(QStringLiteral("%1://127.0.0.1:%2/").arg(scheme).arg(port),
             http::VersionPolicy(version));
        ResponsePane *response = page()->response();
        QStringList english = englishIn(page()->request()->hint());
        int shown = 0;
        for (const auto section : {ResponsePane::Section::Problem, ResponsePane::Section::Overview,
                                   ResponsePane::Section::Timing, ResponsePane::Section::Connection,
                                   ResponsePane::Section::Frames, ResponsePane::Section::Tls}) {
            response->showSection(section);
            if (response->section() != section)
                continue;
            ++shown;
            QTest::qWait(30); // panes that read the wire do so on a worker
            english += englishIn(response);
        }
        QVERIFY(shown > 0);
        english.removeDuplicates();
        QVERIFY2(english.isEmpty(), qPrintable(english.join(u'\n')));
    }

    void requestsThatCannotBeSent_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url :
             {"http://", "ftp://a/", "http://a:99999/", "http://a:b/", "http://[::1/",
              "http://[zz]/", "http:a", "http://a b/", "http://-/", "http://{{nothing}}/",
              "http://{{$nothing}}/", "http://{{$randomInt a b}}/",
              "http://{{$processEnv SONDE_NONE}}/", "https://127.0.0.2:1/"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }

    void requestsThatCannotBeSent()
    {
        QFETCH(QString, url);
        send(url);
        page()->response()->showSection(ResponsePane::Section::Problem);
        QCOMPARE(page()->response()->section(), ResponsePane::Section::Problem);
        const QStringList english = englishIn(page());
        QVERIFY2(english.isEmpty(), qPrintable(english.join(u'\n')));
    }

    void certificatesThatAreRefused_data()
    {
        QTest::addColumn<testing::CertificateOptions>("options");
        QTest::addColumn<bool>("own");
        QTest::newRow("self-signed") << testing::CertificateOptions{} << true;
        QTest::newRow("unknown authority") << testing::CertificateOptions{} << false;
        QTest::newRow("expired") << testing::CertificateOptions{.startDays = -9, .endDays = -3}
                                 << true;
        QTest::newRow("not yet") << testing::CertificateOptions{.startDays = 3, .endDays = 9}
                                 << true;
        QTest::newRow("weak") << testing::CertificateOptions{.rsaBits = 1024, .sha1 = true} << true;
        QTest::newRow("another name")
            << testing::CertificateOptions{.names = {QStringLiteral("a.test")}} << false;
    }

    void certificatesThatAreRefused()
    {
        QFETCH(testing::CertificateOptions, options);
        QFETCH(bool, own);
        testing::ServerTls tls;
        tls.identity = own ? testing::makeCertificate(options)
                           : testing::makeCertificate(options, testing::testAuthority());
        testing::ScriptedServer server(tls, testing::answering("HTTP/1.1 204 No\r\n\r\n"));
        send(QStringLiteral("https://127.0.0.1:%1/").arg(server.port()));
        ResponsePane *response = page()->response();
        QStringList english;
        for (const auto section : {ResponsePane::Section::Problem, ResponsePane::Section::Overview,
                                   ResponsePane::Section::Tls}) {
            response->showSection(section);
            english += englishIn(response);
        }
        const auto error = response->call()->last().exchange->state().error;
        QVERIFY(error);
        // What is copied quotes the engine.
        QVERIFY(error->sentence.startsWith(QLatin1String("The certificate for ")));
        QVERIFY(response->findChild<ErrorPage *>()->asText().contains(error->sentence));
        QVERIFY2(english.isEmpty(), qPrintable(english.join(u'\n')));
    }

    void namesThatTheLibraryRefuses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << QString();
        QTest::newRow("a slash") << QStringLiteral("a/b");
        QTest::newRow("hidden") << QStringLiteral(".a");
        QTest::newRow("unseen") << QStringLiteral("a\u200bb\n");
        QTest::newRow("long") << QString(300, u'a');
        QTest::newRow("taken") << QStringLiteral("taken.http");
    }

    void namesThatTheLibraryRefuses()
    {
        QFETCH(QString, name);
        const QString path = m_folder.filePath(QStringLiteral("own.http"));
        for (const char *one : {"own.http", "taken.http"}) {
            QFile file(m_folder.filePath(QString::fromLatin1(one)));
            QVERIFY(file.open(QFile::WriteOnly));
            file.write("GET http://h/\n");
        }
        NoticeBar *notice = m_stage->window.findChild<CollectionPanel *>()->notice();
        notice->dismiss();
        m_stage->window.library()->desk()->run(
            [path, name] { return collection::renamePath(path, name); });
        QTRY_VERIFY(!notice->isHidden());
        QVERIFY2(englishIn(notice->sentence()).isEmpty(), qPrintable(notice->sentence()));
    }

    void textsThatAreNoRequests_data()
    {
        QTest::addColumn<QString>("text");
        int number = 0;
        for (const char *text :
             {"", "nonsense and more\n", "GET http://a/\nno header\n\n", "GET http://a/ HTTP/7\n",
              "GRPC http://a/\n", "GET http://a/\n\n> {% a %}\n", "< {% a %}\nGET http://a/\n"})
            QTest::addRow("%d", ++number) << QString::fromLatin1(text);
    }

    void textsThatAreNoRequests()
    {
        QFETCH(QString, text);
        RequestPane *request = page()->request();
        request->showFace(RequestPane::Face::Text);
        auto *face = request->findChild<TextFace *>();
        QVERIFY(face);
        face->setText({.octets = text.toUtf8()});
        QTest::qWait(400); // it waits for a pause in typing
        const QStringList english = englishIn(face);
        QVERIFY2(english.isEmpty(), qPrintable(english.join(u'\n')));
        request->showFace(RequestPane::Face::Form);
    }

    // What is said of files, expressions and bodies that are not what they should be.
    void whatCannotBeRead()
    {
        QStringList said;
        const auto take = [&said](const auto &result) {
            if (!result)
                said << result.error().sentence;
        };
        for (const char *text :
             {"{\"a\":}", "[1,]", "{a", "01", "1.", "\"\\x\"", "\"\\u12\"", "tru", "1 2", "[", "",
              "\"\n\"", "}", "[1 2]", "{\"a\" 1}", "-x", "1x", "[1}", "\x01"}) {
            body::JsonChecker checker;
            checker.feed(text);
            checker.finish();
            if (checker.fault())
                said << checker.fault()->sentence;
        }
        for (const char *text : {"a",
                                 "$.",
                                 "$[",
                                 "$[a]",
                                 "$['a",
                                 "$[01]",
                                 "$['\\x']",
                                 "$['\\u12']",
                                 "$ a",
                                 "$[?1]",
                                 "$[?@.a==]",
                                 "$[?f(1)]",
                                 "$[?a]",
                                 "$[?(1",
                                 "$[?length(1,2)==1]",
                                 "$[?match(@.a)]",
                                 "$[?@..a==1]",
                                 "$[?!1==2]",
                                 "$[?@.a==01]",
                                 "$[?count(1)==1]",
                                 "$['\\ud800']",
                                 "$[1,"}) {
            if (const auto path = body::JsonPath::parse(text); !path)
                said << path.error().sentence;
        }
        for (const char *text : {"", "nonsense", "{", "{}", "{\"log\":{}}", "{\"info\":{}}", "curl",
                                 "curl --foo", "curl 'a"}) {
            take(interop::readForeign(text, QStringLiteral("x")));
            take(interop::parseCurl(QString::fromLatin1(text)));
            take(interop::readArchive(text, QStringLiteral("x")));
            take(lab::readRun(text));
        }
        for (const char *text : {"x", "rtt=x", "down=x", "window=iw10", ""})
            take(net::lineFrom(text));
        for (const char *text :
             {"status", "status ==", "status = 1", "time < x", "body.$[ exists 1",
              "body matches /(/", "header. == 1", "nothing == 1"})
            take(lab::AssertCheck::parse(QString::fromLatin1(text)));
        take(lab::parseCapture(QStringLiteral("x")));
        const QString file = m_folder.filePath(QStringLiteral("http-client.env.json"));
        for (const char *text : {"", "[]", "{", "{\"a\": 1"}) {
            QFile environments(file);
            QVERIFY(environments.open(QFile::WriteOnly));
            environments.write(text);
            environments.close();
            take(collection::Environments::loadFile(file));
            take(collection::readEnvironments(m_folder.path()));
        }
        take(collection::Environments::loadFile(m_folder.filePath(QStringLiteral("none"))));
        take(collection::HttpFile::load(m_folder.filePath(QStringLiteral("none.http"))));
        take(collection::HttpFile::load(m_folder.path()));
        take(collection::HttpFile::parse("GET http://a/\n\n> {%\n"));
        take(interop::openRecorded(m_folder.filePath(QStringLiteral("none.sonde"))));
        take(interop::openRecorded(file));
        said.removeDuplicates();
        QVERIFY2(said.size() > 60, qPrintable(QString::number(said.size())));
        QStringList english;
        for (const QString &sentence : std::as_const(said)) {
            if (!englishIn(inWindowLanguage(sentence)).isEmpty())
                english << inWindowLanguage(sentence);
        }
        QVERIFY2(english.isEmpty(), qPrintable(english.join(u'\n')));
    }
};

QTEST_MAIN(TestGerman)
#include "tst_german.moc"
