// The sample collection: every request can be sent and is answered by the playground as it says.
#include "collection/http_file.h"
#include "collection/library.h"
#include "playground/endpoints.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

using namespace sonde;
using namespace sonde::collection;

namespace
{

const QString folder = QStringLiteral(SONDE_SOURCE_DIR "/resources/sample");

} // namespace

class TestSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void order()
    {
        const auto library = scan(folder);
        QVERIFY(library);
        QStringList names;
        qsizetype requests = 0;
        for (const Entry &file : library->root.children) {
            names.append(file.name);
            requests += qsizetype(file.children.size());
            QVERIFY2(file.problem.isEmpty(), qPrintable(file.problem));
        }
        QCOMPARE(names, (QStringList{"Start here", "Versions", "Bodies", "Streaming",
                                     "Redirects and errors", "Uploads", "Chaining"}));
        QVERIFY(requests >= 30);
    }

    void requests_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("index");
        const auto library = scan(folder);
        for (const Entry &file : library->root.children) {
            for (const Entry &request : file.children)
                QTest::addRow("%s: %s", qPrintable(file.name), qPrintable(request.name))
                    << file.path << int(request.requestIndex);
        }
    }

    void requests()
    {
        QFETCH(QString, path);
        QFETCH(int, index);
        const HttpFile file = *HttpFile::load(path);
        const HttpRequest &request = file.requests()[size_t(index)];
        QVERIFY(request.isEditable);
        QVERIFY(request.notes.isEmpty());
        QVERIFY(!request.name.isEmpty());
        QVERIFY(!request.document.title.isEmpty());
        QVERIFY2(!request.description.contains('\n'), "one line says what it shows");
        // What the requests before it would have brought.
        playground::Received login;
        login.method = "POST";
        login.path = "/login";
        login.body = R"({"user": "sonde", "password": "sonde"})";
        playground::Plan given = playground::respond(login);
        const QString token = QJsonDocument::fromJson(given.source().octets)["token"].toString();
        QVERIFY(!token.isEmpty());
        const auto resolved = resolve(
            request.document, {{"http", "http://127.0.0.1:1"}, {"https", "https://127.0.0.1:2"}},
            folder, {{"login.response.body.$.token", token}, {"order", "2"}});
        QVERIFY2(resolved, qPrintable(resolved ? QString() : resolved.error().sentence));

        const QByteArray target = resolved->request.target.pathAndQuery;
        const qsizetype mark = target.indexOf('?');
        playground::Received received;
        received.method = resolved->request.method.token();
        received.path = target.first(mark < 0 ? target.size() : mark);
        received.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
        received.headers = resolved->request.headers;
        received.body = request.document.body.text.toUtf8();
        const int status = playground::respond(received).head.status;
        const bool meant = request.name == "not-found" || request.name == "teapot";
        QVERIFY2(meant || status < 400, qPrintable(QString::number(status)));
    }
};

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
