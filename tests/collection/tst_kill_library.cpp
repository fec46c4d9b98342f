// kill -9 while two processes rename, move, copy, delete, bring back, make and save requests in one
// folder: no request is lost, none is broken, and what was saved stays saved. The test starts
// itself as the two. SONDE_KILLS sets how often; the suite kills 20 times, tests/kill/run 200.
#include "collection/file_exchange.h"
#include "collection/folder_file.h"
#include "collection/library.h"
#include "collection/library_edit.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace sonde;
using namespace sonde::collection;

namespace
{

constexpr int mostRequests = 120; // in all; then none is made any more

int dice(int sides)
{
    return QRandomGenerator::global()->bounded(sides);
}

void tell(const QByteArray &what)
{
    std::puts(what.constData());
    std::fflush(stdout);
}

// A request is known by its URL, and its body says how often it was saved.
QByteArray idOf(const HttpRequest &request)
{
    return request.document.url.section(u'/', -1).toUtf8();
}

RequestDocument documentFor(const QByteArray &id, int version)
{
    RequestDocument document;
    document.title = QStringLiteral("Request ") + QString::fromLatin1(id);
    document.method = QStringLiteral("POST");
    document.url = QStringLiteral("http://h/") + QString::fromLatin1(id);
    document.body.mode = BodyMode::Text;
    document.body.mediaType = QStringLiteral("text/plain");
    document.body.text =
        QStringLiteral("begin %1\nversion %2\nend %1").arg(QString::fromLatin1(id)).arg(version);
    return document;
}

// The version; -1: not as anybody wrote it.
int versionOf(const HttpRequest &request)
{
    const QString id = QString::fromLatin1(idOf(request));
    const QStringList lines = request.document.body.text.trimmed().split(u'\n');
    const bool whole = lines.size() == 3 && lines[0] == QStringLiteral("begin ") + id &&
                       lines[2] == QStringLiteral("end ") + id;
    return whole ? lines[1].section(u' ', 1).toInt() : -1;
}

QStringList filesIn(const QString &folder)
{
    QStringList paths;
    QDirIterator files(folder, {QStringLiteral("*.http")}, QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    return paths;
}

class Shuffler
{
public:
    Shuffler(QString folder, QByteArray sign)
        : m_folder(std::move(folder))
        , m_sign(std::move(sign))
    {
    }

    // Until killed.
    [[noreturn]] void run()
    {
        tell("started");
        for (;;)
            step();
    }

private:
    void step()
    {
        const QStringList files = filesIn(m_folder);
        if (files.isEmpty())
            return;
        const QString path = files[dice(int(files.size()))];
        const auto file = HttpFile::load(path);
        if (!file)
            return;
        switch (dice(10)) {
        case 0:
            return make(path);
        case 1: {
            const QString name = QStringLiteral("file %1").arg(dice(12));
            return ignore(renamePath(path, name));
        }
        case 2:
            return ignore(movePath(path, someFolder(), {}));
        case 3: {
            const auto gone = deletePath(path);
            return gone ? ignore(takeBack(*gone)) : void();
        }
        default:
            break;
        }
        if (file->requests().empty())
            return;
        const size_t index = size_t(dice(int(file->requests().size())));
        const RequestKey key = keyOf(*file, index);
        const QByteArray id = idOf(file->requests()[index]);
        switch (dice(6)) {
        case 0:
            return ignore(renameRequest(path, key, QStringLiteral("Named %1").arg(dice(1000))));
        case 1:
        case 2:
            return move(path, key, files[dice(int(files.size()))]);
        case 3:
            return id.startsWith(m_sign) ? remove(path, key, id) : void();
        default:
            return id.startsWith(m_sign) ? save(path, key, id) : void();
        }
    }

    static void ignore(const http::Result<LibraryChange> &result)
    {
        [[maybe_unused]] const auto &done = result;
    }

    [[nodiscard]] QString someFolder() const
    {
        return dice(2) == 0 ? m_folder : m_folder + QStringLiteral("/sub");
    }

    void make(const QString &path)
    {
        int all = 0;
        for (const QString &one : filesIn(m_folder)) {
            if (const auto file = HttpFile::load(one))
                all += int(file->requests().size());
        }
        if (all >= mostRequests)
            return;
        const QByteArray id = m_sign + QByteArray::number(QCoreApplication::applicationPid()) +
                              '-' + QByteArray::number(++m_made);
        if (newRequest(path, {}, documentFor(id, 0)))
            tell("kept " + id + " 0");
    }

    void move(const QString &path, const RequestKey &key, const QString &to)
    {
        const auto target = HttpFile::load(to);
        if (!target)
            return;
        std::optional<RequestKey> before;
        if (const size_t at = size_t(dice(int(target->requests().size()) + 1));
            at < target->requests().size())
            before = keyOf(*target, at);
        ignore(moveRequest(path, key, to, before));
    }

    void remove(const QString &path, const RequestKey &key, const QByteArray &id)
    {
        const auto file = HttpFile::load(path);
        if (!file)
            return;
        tell("deleting " + id + " 0");
        const auto gone = deleteRequest(path, key);
        if (gone && dice(3) > 0 && takeBack(*gone)) {
            // Whatever version it had: it is there again.
            tell("kept " + id + " 0");
        }
    }

    void save(const QString &path, const RequestKey &key, const QByteArray &id)
    {
        ChangeMaker maker(LibraryChange::Kind::Apply);
        int version = -1;
        const auto done =
            maker.writeRequests(path, [&](const HttpFile &there) -> http::Result<HttpFile> {
                const auto at = findRequest(there, key);
                if (!at)
                    return std::unexpected(at.error());
                HttpFile after = there;
                version = std::max(m_versions.value(id), versionOf(there.requests()[*at])) + 1;
                RequestDocument document = documentFor(id, version);
                document.title = there.requests()[*at].document.title;
                if (const auto put = after.replaceRequest(*at, document); !put)
                    return std::unexpected(put.error());
                return after;
            });
        [[maybe_unused]] const auto kept = maker.finish();
        if (!done)
            return;
        m_versions.insert(id, version);
        tell("kept " + id + ' ' + QByteArray::number(version));
    }

    QString m_folder;
    QByteArray m_sign;
    QHash<QByteArray, int> m_versions;
    int m_made = 0;
};

} // namespace

class TestKillLibrary : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    QMap<QByteArray, int> m_kept; // what was told to be there, and its version

    [[nodiscard]] QString top() const { return m_home.filePath(QStringLiteral("top")); }

    void hear(const QByteArray &told)
    {
        for (const QByteArray &line : told.split('\n')) {
            const QByteArrayList words = line.split(' ');
            if (words.value(0) == "kept" && words.size() == 3)
                m_kept[words[1]] = std::max(m_kept.value(words[1]), words[2].toInt());
            else if (words.value(0) == "deleting")
                m_kept.remove(words.value(1));
        }
    }

    // Everything that is there, in the trash too, by its id.
    QMap<QByteArray, int> found(const QString &folder)
    {
        QMap<QByteArray, int> all;
        for (const QString &path : filesIn(folder)) {
            const auto file = HttpFile::load(path);
            if (!file) {
                QTest::qFail(qPrintable(file.error().sentence), __FILE__, __LINE__);
                continue;
            }
            for (const HttpRequest &request : file->requests()) {
                const int version = versionOf(request);
                if (version < 0)
                    QTest::qFail(qPrintable(path + u'\n' + QString::fromUtf8(file->octets())),
                                 __FILE__, __LINE__);
                const QByteArray id = idOf(request);
                all[id] = std::max(all.value(id, -1), version);
            }
        }
        return all;
    }

private Q_SLOTS:
    void nothingIsLostAndNothingBroken()
    {
        QDir().mkpath(m_home.filePath(QStringLiteral("data")));
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        QDir().mkpath(top() + QStringLiteral("/sub"));
        for (int number = 0; number < 4; ++number) {
            HttpFile file;
            for (int i = 0; i < 5; ++i) {
                const QByteArray id =
                    QByteArray(i % 2 ? "a" : "b") + QByteArray::number(number * 10 + i);
                QVERIFY(file.appendRequest(documentFor(id, 0)));
                m_kept.insert(id, 0);
            }
            QVERIFY(createFile(top() + QStringLiteral("/file %1.http").arg(number), file.octets()));
        }
        const int kills = std::max(qEnvironmentVariableIntValue("SONDE_KILLS"), 20);
        qsizetype saved = 0;
        for (int kill = 0; kill < kills; ++kill) {
            std::array<QProcess, 2> both;
            std::array<QByteArray, 2> told;
            for (size_t i = 0; i < both.size(); ++i) {
                both[i].setProcessChannelMode(QProcess::ForwardedErrorChannel);
                both[i].start(QCoreApplication::applicationFilePath(),
                              {QStringLiteral("--shuffle"), top(),
                               QString(i == 0 ? QChar(u'a') : QChar(u'b'))});
                QVERIFY(both[i].waitForStarted());
            }
            for (size_t i = 0; i < both.size(); ++i) {
                while (!told[i].contains("started") && both[i].waitForReadyRead(30000))
                    told[i] += both[i].readAllStandardOutput();
            }
            QTest::qSleep(dice(600) + 20);
            for (QProcess &one : both)
                ::kill(pid_t(one.processId()), SIGKILL);
            for (size_t i = 0; i < both.size(); ++i) {
                QVERIFY(both[i].waitForFinished());
                told[i] += both[i].readAllStandardOutput();
                saved += told[i].count("kept");
                hear(told[i]);
            }
            const auto there = found(m_home.path());
            if (QTest::currentTestFailed())
                return;
            for (auto it = m_kept.cbegin(); it != m_kept.cend(); ++it) {
                QVERIFY2(there.contains(it.key()),
                         qPrintable(QStringLiteral("round %1: %2 is lost")
                                        .arg(kill)
                                        .arg(QString::fromLatin1(it.key()))));
                QVERIFY2(there[it.key()] >= *it,
                         qPrintable(QStringLiteral("round %1: %2 has version %3 of %4")
                                        .arg(kill)
                                        .arg(QString::fromLatin1(it.key()))
                                        .arg(there[it.key()])
                                        .arg(*it)));
            }
            const QByteArray sidecar = folderFileOctets(top());
            QVERIFY(sidecar.isEmpty() || QJsonDocument::fromJson(sidecar).isObject());
        }
        qInfo("%d kills of two processes, %lld requests made or saved, %lld there", kills,
              static_cast<long long>(saved), static_cast<long long>(m_kept.size()));
    }
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("--shuffle"))
        Shuffler(words.value(2), words.value(3).toUtf8()).run();
    TestKillLibrary test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_kill_library.moc"
