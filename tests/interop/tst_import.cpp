// Imports of the public Postman collections, archives and curl commands, read back from the files
// that would be written: every request is there, with the method, URL, fields and body that the
// source names.
#include "collection/http_file.h"
#include "interop/import_plan.h"
#include "interop/importer.h"
#include "tests/interop/import_sources.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::interop;
using collection::BodyMode;

namespace
{

const QString suites = QStringLiteral(SONDE_SUITES);

QByteArray octetsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString fieldText(const QList<QPair<QString, QString>> &fields)
{
    QStringList lines;
    for (const auto &[name, value] : fields)
        lines.append(name.toLower() + QStringLiteral(": ") + value.trimmed());
    lines.sort();
    return lines.join(u'\n');
}

bool isUninteresting(const QString &name)
{
    static const QStringList names{"authorization",  "content-type", "host",
                                   "content-length", "connection",   "transfer-encoding",
                                   "cookie",         "keep-alive",   "proxy-connection"};
    return name.isEmpty() || name.startsWith(u':') || names.contains(name.toLower());
}

// One line per request, from the files of a plan.
QStringList readBack(const ImportPlan &plan)
{
    QStringList told;
    for (const PlannedFile &planned : plan.files) {
        if (!planned.path.endsWith(u".http"))
            continue;
        const auto file = collection::HttpFile::parse(planned.octets);
        for (const collection::HttpRequest &request : file->requests()) {
            const collection::RequestDocument &document = request.document;
            QList<QPair<QString, QString>> fields;
            for (const collection::Row &row : document.headers) {
                if (row.enabled && !isUninteresting(row.name))
                    fields.append({row.name, row.value});
            }
            QString body = document.body.text;
            if (document.body.mode == BodyMode::Form) {
                for (const collection::Row &row : document.body.form)
                    body += row.enabled ? row.name + u'=' + row.value + u'&' : QString();
            } else if (document.body.mode == BodyMode::Multipart) {
                for (const collection::Part &part : document.body.parts)
                    body += part.enabled ? part.name + u'=' + part.value + u'&' : QString();
            } else if (document.body.mode == BodyMode::File) {
                body = document.body.file;
                const QString folder = planned.path.left(planned.path.lastIndexOf(u'/') + 1);
                for (const PlannedFile &other : plan.files) {
                    if (QStringLiteral("./") + other.path.sliced(folder.size()) == body &&
                        other.path.startsWith(folder)) {
                        body = QString::fromUtf8(other.octets);
                        break;
                    }
                }
            }
            told.append(document.method + u' ' + document.url + u'\n' + fieldText(fields) + u'\n' +
                        body);
        }
    }
    told.sort();
    return told;
}

QString postmanUrl(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QJsonObject url = value.toObject();
    QString raw = url["raw"].toString().remove('\n');
    if (!raw.isEmpty() || url.isEmpty())
        return raw;
    const auto list = [](const QJsonValue &parts, const QString &by) {
        QStringList texts;
        for (const QJsonValue &part : parts.toArray())
            texts.append(part.toString());
        return parts.isString() ? parts.toString() : texts.join(by);
    };
    raw = url["protocol"].toString().isEmpty() ? QString() : url["protocol"].toString() + "://";
    raw += list(url["host"], ".");
    if (!url["port"].toString().isEmpty())
        raw += ':' + url["port"].toString();
    const QString path = list(url["path"], "/");
    raw += path.isEmpty() || path.startsWith('/') ? path : '/' + path;
    QStringList pairs;
    for (const QJsonValue &pair : url["query"].toArray()) {
        if (!pair["disabled"].toBool())
            pairs.append(pair["key"].toString() +
                         (pair["value"].isNull() ? QString() : '=' + pair["value"].toString()));
    }
    return pairs.isEmpty() ? raw : raw + '?' + pairs.join('&');
}

QString postmanBody(const QJsonObject &body)
{
    const QString mode = body["mode"].toString();
    if (body["disabled"].toBool())
        return {};
    if (mode == "raw")
        return body["raw"].toString();
    QString text;
    for (const QJsonValue &entry : body[mode].toArray()) {
        if (!entry["disabled"].toBool())
            text += entry["key"].toString() + '=' +
                    (entry["type"].toString() == "file" ? entry["src"].toString()
                                                        : entry["value"].toVariant().toString()) +
                    '&';
    }
    return mode == "file" ? body["file"].toObject()["src"].toString() : text;
}

void expectPostman(const QJsonArray &items, QStringList &expected)
{
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        if (item["item"].isArray()) {
            expectPostman(item["item"].toArray(), expected);
            continue;
        }
        const QJsonValue request = item["request"];
        QList<QPair<QString, QString>> fields;
        for (const QJsonValue &header : request["header"].toArray()) {
            if (!header["disabled"].toBool() && !isUninteresting(header["key"].toString()))
                fields.append({header["key"].toString(), header["value"].toVariant().toString()});
        }
        const QString method = request["method"].toString("GET");
        expected.append(method + ' ' +
                        (request.isString() ? request.toString() : postmanUrl(request["url"])) +
                        '\n' + fieldText(fields) + '\n' + postmanBody(request["body"].toObject()));
    }
}

// What a .http file cannot hold, and why.
const QMap<QString, int> leftOut{
    {"integration-whatwg-url.postman_collection", 1}, // its URL is blank
};

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private:
    static bool have(const QString &folder) { return QDir(suites + folder).exists(); }
    static void addFiles(const QString &folder, const QString &filter)
    {
        QTest::addColumn<QString>("path");
        for (const QString &name : QDir(suites + folder).entryList({filter}))
            QTest::newRow(qPrintable(name)) << suites + folder + u'/' + name;
        if (!have(folder))
            QTest::newRow("missing") << QString();
    }

private Q_SLOTS:
    void postman_data() { addFiles("/postman/newman", "*.json"); }
    void postman()
    {
        QFETCH(QString, path);
        if (path.isEmpty() && qEnvironmentVariableIsSet("CI"))
            QFAIL("The public collections are missing");
        if (path.isEmpty())
            QSKIP("NOT TESTED: the public collections are missing");
        QByteArray octets = octetsOf(path);
        const auto imported = readForeign(octets, QFileInfo(path).completeBaseName());
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().sentence));
        const auto plan = planImport(*imported);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().sentence));
        if (octets.startsWith("\xef\xbb\xbf"))
            octets = octets.sliced(3);
        QStringList expected;
        expectPostman(QJsonDocument::fromJson(octets)["item"].toArray(), expected);
        expected.sort();
        const int missing = leftOut.value(QFileInfo(path).completeBaseName());
        QCOMPARE(int(imported->requestCount()), int(expected.size()));
        QCOMPARE(int(plan->requests), int(expected.size()) - missing);
        const QStringList read = readBack(*plan);
        QCOMPARE(int(read.size()), int(expected.size()) - missing);
        if (missing > 0)
            expected.removeIf([&](const QString &line) { return !read.contains(line); });
        QCOMPARE(read, expected);
    }

    void archives_data() { addFiles("/har", "*.har"); }
    void archives()
    {
        QFETCH(QString, path);
        if (path.isEmpty() && qEnvironmentVariableIsSet("CI"))
            QFAIL("The public archives are missing");
        if (path.isEmpty())
            QSKIP("NOT TESTED: the public archives are missing");
        const auto imported = readForeign(octetsOf(path), QFileInfo(path).completeBaseName());
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().sentence));
        const auto plan = planImport(*imported);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().sentence));
        QStringList expected;
        QByteArray octets = octetsOf(path);
        if (octets.startsWith("\xef\xbb\xbf"))
            octets = octets.sliced(3);
        const QJsonDocument source = QJsonDocument::fromJson(octets);
        for (const QJsonValue &entry : source["log"]["entries"].toArray()) {
            const QJsonValue request = entry["request"];
            QList<QPair<QString, QString>> fields;
            for (const QJsonValue &header : request["headers"].toArray()) {
                if (!isUninteresting(header["name"].toString()))
                    fields.append({header["name"].toString(), header["value"].toString()});
            }
            expected.append(request["method"].toString() + ' ' + request["url"].toString() + '\n' +
                            fieldText(fields) + '\n' + request["postData"]["text"].toString());
        }
        expected.sort();
        QCOMPARE(int(plan->requests), int(expected.size()));
        const QStringList read = readBack(*plan);
        for (int i = 0; i < int(expected.size()); ++i) {
            // A form is told by its rows; their content is that of the text.
            if (read[i].endsWith(u'&') && expected[i].contains(u'='))
                continue;
            QCOMPARE(read[i], expected[i]);
        }
    }

    void curlScript()
    {
        const QDir folder(suites + "/curl-commands/commands");
        if (!folder.exists() && qEnvironmentVariableIsSet("CI"))
            QFAIL("The public curl commands are missing");
        if (!folder.exists())
            QSKIP("NOT TESTED: the public curl commands are missing");
        int files = 0;
        for (const QString &name : folder.entryList(QDir::Files)) {
            // A text part with a file name; a method in small letters, which no file can hold.
            if (name == "parse_form_data.sh" || name == "strange_http_method.sh")
                continue;
            const auto imported = readForeign(octetsOf(folder.filePath(name)), name, "curl");
            QVERIFY2(imported, qPrintable(name + (imported ? "" : imported.error().sentence)));
            const auto plan = planImport(*imported);
            QVERIFY2(plan, qPrintable(name + (plan ? "" : plan.error().sentence)));
            QVERIFY2(plan->requests == imported->requestCount(), qPrintable(name));
            ++files;
        }
        QVERIFY(files > 100);
        const ImportPlan plan =
            planOf("#!/bin/sh\ncurl -d 'a=1' http://h/1\ncurl http://h/2 | jq .\n# curl no\ncurl "
                   "-H 'X: y' \\\n  http://h/3\n");
        QCOMPARE(readBack(plan), (QStringList{"GET http://h/2\n\n", "GET http://h/3\nx: y\n",
                                              "POST http://h/1\n\na=1&"}));
    }

    void aVariableWithoutAValueIsTold()
    {
        Imported imported;
        imported.root.name = "c";
        imported.root.requests.push_back(
            {.name = "n", .document = {.method = "GET", .url = "http://h/{{none}}{{one}}"}});
        imported.variables = {{"none", {}}, {"one", "1"}};
        const auto plan = planImport(imported);
        QVERIFY(plan);
        QCOMPARE(plan->notes.size(), 1u);
        QVERIFY(
            plan->notes[0].what.text().endsWith("httpYac cannot read until they have one: none"));
    }

    void aScriptsVariablesAreVariables()
    {
        const auto imported =
            readForeign("BASE=http://h.test/api\nexport USER='ann lee' HOST=h.test:8\n"
                        "TOKEN=$(cat token)\nX=1 other\nVERSION=\"${BASE}/v1\"\n"
                        "curl \"$VERSION/a?x=$X\" -H \"Authorization: Bearer ${TOKEN}\"\n"
                        "curl -G $HOST/b --data-urlencode \"q=$USER\" -u \"$USER:$PW\"\n"
                        "curl -d '$USER ${1:-x}' http://$HOST/c; echo $OTHER\n",
                        "s", "curl");
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().sentence));
        const auto &requests = imported->root.requests;
        QCOMPARE(requests.size(), 3u);
        QCOMPARE(requests[0].document.url, "{{VERSION}}/a?x={{X}}");
        QCOMPARE(requests[0].name, "GET /a");
        QCOMPARE(requests[0].document.headers[0].value, "Bearer {{TOKEN}}");
        QCOMPARE(requests[1].document.url, "http://{{HOST}}/b?q={{USER}}");
        QCOMPARE(requests[1].document.headers[0].value, "Basic {{USER}}:{{PW}}");
        QCOMPARE(requests[2].document.url, "http://{{HOST}}/c");
        QCOMPARE(imported->variables, (collection::Variables{{"BASE", "http://h.test/api"},
                                                             {"HOST", "h.test:8"},
                                                             {"USER", "ann lee"},
                                                             {"VERSION", "{{BASE}}/v1"}}));
        QStringList told;
        for (const ImportNote &one : imported->notes)
            told.append(one.what.text());
        const QString said = told.join('\n');
        for (const char *name : {"“TOKEN” gets", "“X” gets", "“PW” gets"})
            QVERIFY2(said.contains(QString::fromUtf8(name)), qPrintable(said));
        QVERIFY2(!said.contains("OTHER") && !said.contains("USER"), qPrintable(said));
    }

    void bodiesThatOthersWouldMisread_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("heading") << "# heading\ntext";
        QTest::newRow("method") << "GET is a verb";
        QTest::newRow("separator") << "a\n### b\nc";
        QTest::newRow("blank ends") << "\n\na\n\n";
        QTest::newRow("frames") << "a\n===\nb";
        QTest::newRow("script") << "> {% x %}";
        QTest::newRow("file") << "< ./etc/passwd";
        QTest::newRow("carriage") << "a\r\nb";
    }
    void bodiesThatOthersWouldMisread()
    {
        QFETCH(QString, body);
        Imported imported;
        imported.root.name = "c";
        imported.root.requests.push_back(
            {.name = "n",
             .document = {.method = "POST",
                          .url = "http://h/",
                          .body = {.mode = BodyMode::Text, .text = body, .mediaType = "text/x"}}});
        const auto plan = planImport(imported);
        QVERIFY(plan);
        QCOMPARE(plan->files.size(), 2u);
        QCOMPARE(plan->files[0].octets, body.toUtf8());
        QCOMPARE(readBack(*plan), QStringList{"POST http://h/\n\n" + body});
    }

    void authorization()
    {
        const ImportPlan plan = planOf(
            json("{'info':{'name':'A'},'auth':{'type':'bearer','bearer':[{'key':'token','value':'{{"
                 "t}}'}]},"
                 "'variable':[{'key':'t','value':'v'},{'key':'unused','value':'v'}],"
                 "'item':[{'name':'in','request':{'url':'http://h/:id/x','method':'GET'}},"
                 "{'name':'own','request':{'url':{'raw':'http://h/"
                 ":id','variable':[{'key':'id','value':'7'}]},"
                 "'auth':{'type':'basic','basic':{'username':'u','password':'p w'}}}},"
                 "{'name':'none','request':{'url':'http://h/','auth':{'type':'noauth'}}},"
                 "{'name':'key','request':{'url':'http://h/?a=1','auth':{'type':'apikey','apikey':["
                 "{'key':'key','value':'k'},{'key':'value','value':'v'},{'key':'in','value':'query'"
                 "}]}}},"
                 "{'name':'aws','request':{'url':'http://h/','auth':{'type':'awsv4'}}}]}"));
        QCOMPARE(plan.files.size(), 1u);
        const auto file = collection::HttpFile::parse(plan.files[0].octets);
        QCOMPARE(file->variables(), (collection::Variables{{"t", "v"}}));
        const auto &requests = file->requests();
        QCOMPARE(requests.size(), 5u);
        QCOMPARE(requests[0].name, "in");
        QCOMPARE(requests[0].document.headers.at(0).value, "Bearer {{t}}");
        QCOMPARE(requests[1].document.url, "http://h/7");
        const auto sent = collection::resolve(requests[1].document, {});
        QCOMPARE(*sent->request.headers.value("Authorization"),
                 "Basic " + QByteArray("u:p w").toBase64());
        QVERIFY(requests[2].document.headers.empty());
        QCOMPARE(requests[3].document.url, "http://h/?a=1&k=v");
        QCOMPARE(plan.notes.size(), 2u);
        QVERIFY(plan.notes[0].what.text().contains("awsv4"));
        QVERIFY(plan.notes[1].what.text().endsWith(QLatin1String("left out: unused")));
    }

    void variablesThatAreLeftOutAreTold()
    {
        const ImportPlan plan =
            planOf(json("{'info':{'name':'A'},'variable':[{'key':'used','value':'1'},"
                        "{'key':'other','value':'2'},{'key':'lines','value':'a\\nb'}],"
                        "'item':[{'name':'in','request':{'url':'http://h/{{used}}/{{lines}}',"
                        "'method':'GET'}}]}"));
        QCOMPARE(plan.notes.size(), 1u);
        QVERIFY2(plan.notes[0].what.text().endsWith(QLatin1String("left out: lines, other")),
                 qPrintable(plan.notes[0].what.text()));
    }

    void environment()
    {
        const ImportPlan plan = planOf(json(
            "{'name':'prod','_postman_variable_scope':'environment','values':[{'key':'a','value':'"
            "1'},"
            "{'key':'p','value':'s','type':'secret'},{'key':'x','value':'2','enabled':false}]}"));
        QCOMPARE(plan.files.size(), 2u);
        QCOMPARE(QJsonDocument::fromJson(plan.files[0].octets).object(),
                 (QJsonObject{{"prod", QJsonObject{{"a", "1"}}}}));
        QVERIFY(plan.files[1].isSecret);
        QVERIFY(plan.files[1].path == "http-client.private.env.json");
    }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        QTest::newRow("plain") << "Users (v2)" << "Users (v2)";
        QTest::newRow("up") << "../../etc/passwd" << "-..-etc-passwd";
        QTest::newRow("absolute") << "/etc/passwd" << "-etc-passwd";
        QTest::newRow("windows") << "..\\..\\x:y?" << "-..-x-y-";
        QTest::newRow("dots") << ".." << "other";
        QTest::newRow("hidden") << ".bashrc" << "bashrc";
        QTest::newRow("empty") << " \n " << "other";
        QTest::newRow("slashes") << "///" << "other";
        QTest::newRow("device") << "con" << "con_";
        QTest::newRow("device ending") << "NUL.txt" << "NUL.txt_";
        QTest::newRow("bidi") << QStringLiteral("a\u202egpj") << "a-gpj";
        QTest::newRow("long") << QString(500, 'x') << QString(80, 'x');
        QTest::newRow("umlaut") << "Größe" << "Größe";
    }
    void names()
    {
        QFETCH(QString, name);
        QFETCH(QString, safe);
        QCOMPARE(safeFileName(name, "other"), safe);
    }
};

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
