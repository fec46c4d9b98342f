// The property of an edit, as another program sees it: a change of one thing in one request of a
// public .http file is that change to httpYac, and nothing else is another thing to it; a change of
// one “@name = value” line is that, too, or the rules about portability say so. Needs node and
// httpYac, in SONDE_PEERS or installed globally.
#include "collection/portability.h"
#include "collection/request_text.h"
#include "public_files.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde::collection;
using sonde::testing::publicFiles;
using sonde::testing::publicHttpFiles;

namespace
{

constexpr size_t requestsOfAFile = 3;
constexpr size_t variablesOfAFile = 4;

// One thing that is changed, and what the other program has to see then.
struct Edit {
    const char *name;
    // False: there is nothing of the kind in this request.
    bool (*change)(RequestDocument &);
    // Of what the other program saw before.
    void (*expect)(QJsonObject &, const RequestDocument &before);
};

Row *plainHeader(RequestDocument &document)
{
    for (Row &row : document.headers) {
        const auto same = [&](const Row &other) {
            return other.name.compare(row.name, Qt::CaseInsensitive) == 0;
        };
        if (row.enabled && std::ranges::count_if(document.headers, same) == 1 &&
            row.name.compare(u"Content-Type", Qt::CaseInsensitive) != 0 &&
            row.name.compare(u"X-Request-Type", Qt::CaseInsensitive) != 0)
            return &row;
    }
    return nullptr;
}

QString nameOfPlainHeader(const RequestDocument &before)
{
    RequestDocument copy = before;
    return plainHeader(copy)->name;
}

void changeHeaders(QJsonObject &seen, const std::function<void(QJsonObject &)> &change)
{
    QJsonObject headers = seen.value(QStringLiteral("headers")).toObject();
    change(headers);
    seen.insert(QStringLiteral("headers"), headers);
}

const Edit edits[] = {
    {"method",
     [](RequestDocument &document) {
         document.method =
             document.method == u"PUT" ? QStringLiteral("PATCH") : QStringLiteral("PUT");
         return true;
     },
     [](QJsonObject &seen, const RequestDocument &before) {
         seen.insert(QStringLiteral("method"),
                     before.method == u"PUT" ? QStringLiteral("PATCH") : QStringLiteral("PUT"));
     }},
    {"url",
     [](RequestDocument &document) {
         if (document.url.contains(u'#'))
             return false;
         document.url +=
             (document.url.contains(u'?') ? QStringLiteral("&zz=1") : QStringLiteral("?zz=1"));
         return true;
     },
     [](QJsonObject &seen, const RequestDocument &before) {
         const QString url = seen.value(QStringLiteral("url")).toString();
         seen.insert(
             QStringLiteral("url"),
             url + (before.url.contains(u'?') ? QStringLiteral("&zz=1") : QStringLiteral("?zz=1")));
     }},
    {"value of a header",
     [](RequestDocument &document) {
         Row *row = plainHeader(document);
         if (row)
             row->value = QStringLiteral("changed-by-test");
         return row != nullptr;
     },
     [](QJsonObject &seen, const RequestDocument &before) {
         changeHeaders(seen, [&](QJsonObject &headers) {
             headers.insert(nameOfPlainHeader(before), QStringLiteral("changed-by-test"));
         });
     }},
    {"header switched off",
     [](RequestDocument &document) {
         Row *row = plainHeader(document);
         if (row)
             row->enabled = false;
         return row != nullptr;
     },
     [](QJsonObject &seen, const RequestDocument &before) {
         changeHeaders(seen,
                       [&](QJsonObject &headers) { headers.remove(nameOfPlainHeader(before)); });
     }},
    {"new header",
     [](RequestDocument &document) {
         document.headers.push_back({QStringLiteral("X-Zz"), QStringLiteral("1")});
         return true;
     },
     [](QJsonObject &seen, const RequestDocument &) {
         changeHeaders(seen, [](QJsonObject &headers) {
             headers.insert(QStringLiteral("X-Zz"), QStringLiteral("1"));
         });
     }},
    {"body",
     [](RequestDocument &document) {
         const BodyMode mode = document.body.mode;
         if (mode != BodyMode::Json && mode != BodyMode::Text)
             return false;
         document.body.text = document.body.text.trimmed() + QStringLiteral("\nzz");
         return true;
     },
     [](QJsonObject &seen, const RequestDocument &) {
         seen.insert(QStringLiteral("body"),
                     seen.value(QStringLiteral("body")).toString().trimmed() +
                         QStringLiteral("\nzz"));
     }},
    {"title",
     [](RequestDocument &document) {
         document.title = QStringLiteral("Zz new");
         return true;
     },
     [](QJsonObject &seen, const RequestDocument &) {
         QJsonObject meta = seen.value(QStringLiteral("meta")).toObject();
         // A title is a name, too, where no tag gives one.
         const QJsonValue name = meta.value(QStringLiteral("name"));
         if (name.isUndefined() || name == meta.value(QStringLiteral("title")))
             meta.insert(QStringLiteral("name"), QStringLiteral("Zz new"));
         meta.insert(QStringLiteral("title"), QStringLiteral("Zz new"));
         seen.insert(QStringLiteral("meta"), meta);
     }},
};

// What becomes of a line "@name = value": another one, or one more below it.
struct VariableEdit {
    const char *name;   // of a variable; null: as it was
    const char *value;  // null: as it was
    bool isNew = false; // below the line, which stays
};

const VariableEdit variableEdits[] = {
    {nullptr, "changed-by-test"},
    {nullptr, "two words # and no comment"},
    {nullptr, "{{other}}/a?b=c&d:=e"},
    {nullptr, "\"quoted\""},
    {nullptr, "a \"quote\" inside"},
    {nullptr, "=starts so"},
    {nullptr, "GET http://h/"},
    {nullptr, ""},
    {"zz_name", nullptr},
    {"zz.dotted-name", nullptr},
    {"two words", nullptr},
    {"zz:colon", nullptr},
    {"zz_new", "1", true},
    {"zz_new", "", true},
};

struct VariableJob {
    QString file;
    size_t line = 0;
    QByteArray written; // the line as it is now
    QByteArray value;
    bool isTold = false; // by the rules about portability, of that line
    bool isBase = false;
    int base = 0; // the job of the same line without an edit
};

bool tellsOf(const HttpFile &file, size_t line)
{
    return std::ranges::any_of(portability(file), [&](const PortabilityFinding &finding) {
        return finding.reader == Reader::HttpYac && finding.line == line;
    });
}

struct Job {
    QString file;
    const Edit *edit = nullptr; // null: as it is
    RequestDocument before;
    size_t index = 0;
    size_t requests = 0;
    bool hasSeparators = false;
    int base = 0; // the job of the same request without an edit
};

QString packageFolder()
{
    const QString local =
        qEnvironmentVariable("SONDE_PEERS") + QStringLiteral("/node_modules/httpyac");
    if (QDir(local).exists())
        return local;
    QProcess npm;
    npm.start(QStringLiteral("npm"), {QStringLiteral("root"), QStringLiteral("-g")});
    if (!npm.waitForFinished(20'000))
        return {};
    const QString global = QString::fromUtf8(npm.readAll().trimmed()) + QStringLiteral("/httpyac");
    return QDir(global).exists() ? global : QString();
}

} // namespace

class TestHttpyacMeaning : public QObject
{
    Q_OBJECT

    QString m_package;
    std::vector<Job> m_jobs;
    QJsonArray m_texts;
    std::vector<VariableJob> m_variableJobs;
    QJsonArray m_variableTexts;

    void addJob(Job job, const HttpFile &file)
    {
        m_texts.append(QJsonObject{{QStringLiteral("text"), QString::fromUtf8(file.octets())},
                                   {QStringLiteral("index"), int(job.index)}});
        m_jobs.push_back(std::move(job));
    }
    void addVariableJob(VariableJob job, const HttpFile &file, size_t request,
                        const QJsonValue &was)
    {
        m_variableTexts.append(
            QJsonObject{{QStringLiteral("text"), QString::fromUtf8(file.octets())},
                        {QStringLiteral("index"), int(request)},
                        {QStringLiteral("line"), QString::fromUtf8(job.written)},
                        {QStringLiteral("was"), was}});
        m_variableJobs.push_back(std::move(job));
    }
    // As the text face of the request does it, where the line belongs to one.
    static HttpFile withLine(const HttpFile &file, size_t line, size_t replaced,
                             const QByteArray &text)
    {
        const auto lines = file.text().edited({{line, replaced, {text}}});
        const HttpFile after = HttpFile::parse(lines->octets()).value_or(HttpFile());
        size_t request = 0;
        for (const Block &block : file.text().blocks()) {
            if (!block.requestLine)
                continue;
            if (line > block.first && line < block.first + block.count) {
                RequestText one = textOf(file, request);
                const qsizetype from = file.octets().indexOf(one.octets);
                const qsizetype at = qsizetype(file.text().lines()[line].offset) - from;
                const QByteArray end = replaced > 0 ? QByteArray() : QByteArray("\n");
                one.octets.replace(at, replaced > 0 ? file.text().lines()[line].size : 0,
                                   text + end);
                const auto typed = withText(file, request, one);
                if (typed && !after.text().terminator().startsWith('\r') &&
                    typed->octets() != after.octets())
                    qFatal("the text face changes more than a line");
            }
            ++request;
        }
        return after;
    }
    void addVariables(const QString &path)
    {
        const auto file = HttpFile::load(path);
        if (!file || file->requests().empty() ||
            QString::fromUtf8(file->octets()).toUtf8() != file->octets())
            return;
        size_t left = variablesOfAFile;
        for (size_t line = 0; line < file->text().lines().size() && left > 0; ++line) {
            if (file->text().lines()[line].kind != LineKind::FileVariable)
                continue;
            --left;
            const QByteArray was = file->text().text(line).toByteArray();
            const qsizetype equals = was.indexOf('=');
            const int base = int(m_variableJobs.size());
            VariableJob job{.file = QDir(publicFiles).relativeFilePath(path),
                            .line = line,
                            .written = was,
                            .value = was.sliced(equals + 1).trimmed(),
                            .isTold = tellsOf(*file, line),
                            .isBase = true,
                            .base = base};
            addVariableJob(job, *file, 0, QString::fromUtf8(was));
            job.isBase = false;
            for (const VariableEdit &edit : variableEdits) {
                job.value = edit.value ? QByteArray(edit.value) : was.sliced(equals + 1).trimmed();
                job.written = (edit.name ? '@' + QByteArray(edit.name) + ' ' : was.first(equals)) +
                              (job.value.isEmpty() ? "=" : "= ") + job.value;
                job.line = line + edit.isNew;
                const HttpFile edited = withLine(*file, job.line, edit.isNew ? 0 : 1, job.written);
                job.isTold = tellsOf(edited, job.line);
                addVariableJob(job, edited, 0, edit.isNew ? QJsonValue() : QString::fromUtf8(was));
            }
        }
    }
    QJsonArray whatHttpYacSees(const QJsonArray &texts)
    {
        QTemporaryDir folder;
        QFile jobs(folder.filePath(QStringLiteral("jobs.json")));
        if (!jobs.open(QIODevice::WriteOnly))
            return {};
        jobs.write(QJsonDocument(QJsonObject{{QStringLiteral("texts"), texts}}).toJson());
        jobs.close();
        QProcess node;
        node.start(QStringLiteral("node"),
                   {QStringLiteral(SONDE_HTTPYAC_SCRIPT), m_package, jobs.fileName()});
        if (!node.waitForFinished(280'000) || node.exitCode() != 0) {
            qWarning() << "httpYac does not come to an end:" << node.readAllStandardError();
            return {};
        }
        return QJsonDocument::fromJson(node.readAllStandardOutput()).array();
    }
    void addFile(const QString &path)
    {
        const auto file = HttpFile::load(path);
        if (!file || QString::fromUtf8(file->octets()).toUtf8() != file->octets())
            return; // a text of another character set is nothing to ask about
        const auto &requests = file->requests();
        for (size_t i = 0; i < std::min(requests.size(), requestsOfAFile); ++i) {
            if (!requests[i].isEditable || requests[i].kind != RequestKind::Http)
                continue;
            const int base = int(m_jobs.size());
            Job job{.file = QDir(publicFiles).relativeFilePath(path),
                    .before = requests[i].document,
                    .index = i,
                    .requests = requests.size(),
                    .hasSeparators = file->text().hasSeparators(),
                    .base = base};
            addJob(job, *file);
            for (const Edit &edit : edits) {
                RequestDocument document = requests[i].document;
                HttpFile edited = *file;
                job.edit = &edit;
                if (edit.change(document) && edited.replaceRequest(i, document))
                    addJob(job, edited);
            }
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_package = packageFolder();
        if (m_package.isEmpty() || QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
            QSKIP("NOT TESTED: what edits mean to httpYac. It is not here: npm install -g httpyac, "
                  "or --prefix and SONDE_PEERS");
        if (!QDir(publicFiles).exists())
            QSKIP("NOT TESTED: the public .http files are missing: " SONDE_SUITES "/http-files");
    }

    void anEditIsThatEditToHttpYac()
    {
        const QStringList files = publicHttpFiles();
        for (const QString &path : files)
            addFile(path);
        const QJsonArray seen = whatHttpYacSees(m_texts);
        QCOMPARE(seen.size(), qsizetype(m_jobs.size()));
        int compared = 0;
        int otherwise = 0; // requests that httpYac reads differently to begin with
        QStringList wrong;
        for (size_t at = 0; at < m_jobs.size(); ++at) {
            const Job &job = m_jobs[at];
            const QJsonObject base = seen[job.base].toObject();
            const bool alike =
                base[QStringLiteral("count")].toInt() == int(job.requests) &&
                !base[QStringLiteral("mine")][QStringLiteral("url")].toString().contains(u' ');
            if (!job.edit || !alike) {
                otherwise += job.edit ? 0 : alike ? 0 : 1;
                continue;
            }
            const QJsonObject now = seen[qsizetype(at)].toObject();
            QJsonObject wanted = base[QStringLiteral("mine")].toObject();
            job.edit->expect(wanted, job.before);
            ++compared;
            // The first ### of a file parts its variables from the first request. They hold for
            // that one as before, and to httpYac for all others, too, as to everybody else.
            QJsonObject mine = now[QStringLiteral("mine")].toObject();
            QJsonValue othersTold = now[QStringLiteral("othersTold")];
            if (job.edit == std::end(edits) - 1 && (job.index == 0 || !job.hasSeparators)) {
                mine.insert(QStringLiteral("told"), wanted[QStringLiteral("told")]);
                othersTold = base[QStringLiteral("othersTold")];
            }
            if (mine == wanted && now[QStringLiteral("others")] == base[QStringLiteral("others")] &&
                othersTold == base[QStringLiteral("othersTold")])
                continue;
            const auto text = [](const QJsonObject &object) {
                return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
            };
            wrong.append(QStringLiteral("%1, request %2, %3:\n  wanted %4\n  seen   %5%6")
                             .arg(job.file)
                             .arg(job.index + 1)
                             .arg(QLatin1String(job.edit->name), text(wanted).left(600),
                                  text(now[QStringLiteral("mine")].toObject()).left(600),
                                  now[QStringLiteral("others")] == base[QStringLiteral("others")]
                                      ? QString()
                                      : QStringLiteral("\n  and other requests differ")));
        }
        qInfo("%d edits compared; %d requests that httpYac counts or splits otherwise", compared,
              otherwise);
        QVERIFY(compared > 1000);
        for (const QString &one : wrong.first(std::min<qsizetype>(wrong.size(), 40)))
            qWarning("%s", qPrintable(one));
        QVERIFY2(wrong.isEmpty(), qPrintable(QString::number(wrong.size())));
    }

    void anEditedVariableIsThatOneToHttpYac()
    {
        const QStringList files = publicHttpFiles();
        for (const QString &path : files)
            addVariables(path);
        const QJsonArray seen = whatHttpYacSees(m_variableTexts);
        QCOMPARE(seen.size(), qsizetype(m_variableJobs.size()));
        int compared = 0;
        int told = 0;
        QStringList wrong;
        for (size_t at = 0; at < m_variableJobs.size(); ++at) {
            const VariableJob &job = m_variableJobs[at];
            const QJsonObject now = seen[qsizetype(at)].toObject();
            QJsonObject base = seen[job.base].toObject();
            // It is that line there, with that value, and all else is as it was.
            const QJsonArray values = now[QStringLiteral("values")].toArray();
            bool same = !values.isEmpty();
            for (const QJsonValue &value : values)
                same = same && value.toString() == QString::fromUtf8(job.value);
            base.insert(QStringLiteral("values"), values);
            same = same && now == base;
            // Where it reads the line as something else to begin with, that has to be said alone.
            const bool readsBase = !seen[job.base][QStringLiteral("values")].toArray().isEmpty();
            if (!job.isBase && !readsBase)
                continue;
            ++compared;
            told += same ? 0 : 1;
            if (same || job.isTold)
                continue;
            wrong.append(
                QStringLiteral("%1, line %2, “%3”: seen %4, and no rule says so")
                    .arg(job.file)
                    .arg(job.line + 1)
                    .arg(QString::fromUtf8(job.written),
                         QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact))));
        }
        qInfo("%d edits of variables compared; %d are not that edit there, as the rules say",
              compared, told);
        QVERIFY(compared > 500);
        for (const QString &one : wrong.first(std::min<qsizetype>(wrong.size(), 40)))
            qWarning("%s", qPrintable(one));
        QVERIFY2(wrong.isEmpty(), qPrintable(QString::number(wrong.size())));
    }
};

QTEST_GUILESS_MAIN(TestHttpyacMeaning)
#include "tst_httpyac_meaning.moc"
