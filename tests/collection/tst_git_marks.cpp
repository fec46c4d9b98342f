// Marks of what changed since the last commit: read from git's own words, and from a real
// repository where git is installed. A repository that brings programs starts none.
#include "collection/git_marks.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::collection;

namespace
{

struct Repository {
    QTemporaryDir dir;

    Repository()
    {
        git({QStringLiteral("init"), QStringLiteral("-q")});
        write(QStringLiteral("a.http"), "GET http://a\n");
        write(QStringLiteral("sub/b.http"), "GET http://b\n");
        git({QStringLiteral("add"), QStringLiteral(".")});
        git({QStringLiteral("-c"), QStringLiteral("user.name=n"), QStringLiteral("-c"),
             QStringLiteral("user.email=e@example.com"), QStringLiteral("commit"),
             QStringLiteral("-qm"), QStringLiteral("first")});
    }
    void git(const QStringList &words) const
    {
        QProcess process;
        process.setWorkingDirectory(dir.path());
        process.start(QStringLiteral("git"), words);
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }
    void write(const QString &name, const QByteArray &octets) const
    {
        QDir(dir.path()).mkpath(QFileInfo(name).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(octets);
    }
    [[nodiscard]] QString path(const QString &name) const
    {
        return QDir(dir.path()).canonicalPath() + u'/' + name;
    }
};

} // namespace

class TestGitMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsItsWords()
    {
        const QByteArray output = QByteArray(" M a b.http\0?? new/\0A  sub/c.http\0UU sub/d.http\0"
                                             " D gone/e.http\0x\0",
                                             65);
        const GitMarks marks = marksFrom(output, QStringLiteral("/r"));
        QCOMPARE(marks.of(QStringLiteral("/r/a b.http")), GitMark::Changed);
        QCOMPARE(marks.of(QStringLiteral("/r/new")), GitMark::New);
        QCOMPARE(marks.of(QStringLiteral("/r/new/deep/x.http")), GitMark::New);
        QCOMPARE(marks.of(QStringLiteral("/r/sub/c.http")), GitMark::New);
        QCOMPARE(marks.of(QStringLiteral("/r/sub/d.http")), GitMark::Conflict);
        QCOMPARE(marks.of(QStringLiteral("/r/sub")), GitMark::Changed);
        QCOMPARE(marks.of(QStringLiteral("/r/gone")), GitMark::Changed);
        QCOMPARE(marks.of(QStringLiteral("/r/other.http")), GitMark::None);
        QCOMPARE(marks.of(QStringLiteral("/elsewhere")), GitMark::None);
    }

    void withoutARepositoryThereAreNone()
    {
        const QTemporaryDir dir;
        QVERIFY(readGitMarks(dir.path()).byPath.isEmpty());
        QVERIFY(readGitMarks(QStringLiteral("/nowhere")).byPath.isEmpty());
    }

    void aRepositoryIsMarkedAndProgramsInItAreNotRun()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("git")).isEmpty())
            QSKIP("git is not installed");
        const Repository repository;
        QVERIFY(readGitMarks(repository.dir.path()).byPath.isEmpty());
        repository.write(QStringLiteral("sub/b.http"), "GET http://b/changed\n");
        repository.write(QStringLiteral("c.http"), "GET http://c\n");
        const GitMarks marks = readGitMarks(repository.dir.path());
        QCOMPARE(marks.of(repository.path(QStringLiteral("sub/b.http"))), GitMark::Changed);
        QCOMPARE(marks.of(repository.path(QStringLiteral("sub"))), GitMark::Changed);
        QCOMPARE(marks.of(repository.path(QStringLiteral("c.http"))), GitMark::New);
        QCOMPARE(marks.of(repository.path(QStringLiteral("a.http"))), GitMark::None);
        QCOMPARE(marks.watched.size(), 2);

        // Programs that its settings name: for watching, and for filtering what changed.
        const QString proof = repository.path(QStringLiteral("ran"));
        const QString program = repository.path(QStringLiteral("evil.sh"));
        repository.write(QStringLiteral("evil.sh"),
                         "#!/bin/sh\ntouch " + proof.toUtf8() + "\ncat\n");
        QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        repository.git({QStringLiteral("config"), QStringLiteral("core.fsmonitor"), program});
        QVERIFY(!readGitMarks(repository.dir.path()).byPath.isEmpty());
        QVERIFY2(!QFile::exists(proof), "a program of the repository was run");
        repository.write(QStringLiteral(".gitattributes"), "*.http filter=evil\n");
        repository.git({QStringLiteral("config"), QStringLiteral("--unset"),
                        QStringLiteral("core.fsmonitor")});
        repository.git({QStringLiteral("config"), QStringLiteral("filter.evil.clean"), program});
        QVERIFY(readGitMarks(repository.dir.path()).byPath.isEmpty());
        QVERIFY2(!QFile::exists(proof), "a program of the repository was run");
    }

    void aStopIsHeeded()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY(
            readGitMarks(QStringLiteral(SONDE_SOURCE_DIR), source.get_token()).byPath.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestGitMarks)
#include "tst_git_marks.moc"
