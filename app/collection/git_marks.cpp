#include "collection/git_marks.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>

namespace sonde::collection
{
namespace
{

constexpr int patience = 5000;               // milliseconds for all of git's answers
constexpr qsizetype outputLimit = 4LL << 20; // octets
constexpr int levels = 64;                   // folders upwards to a repository

// The folder that holds .git; empty: none.
QString repositoryOf(const QString &folder)
{
    QDir dir(folder);
    for (int level = 0; level < levels; ++level) {
        if (dir.exists(QStringLiteral(".git")))
            return dir.absolutePath();
        if (!dir.cdUp())
            break;
    }
    return {};
}

struct Answer {
    int code = -1; // of the program; -1: none, stopped or too long
    QByteArray output;
};

Answer askGit(const QString &folder, const QStringList &words, const QDeadlineTimer &deadline,
              const std::stop_token &stop)
{
    QProcess git;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_CONFIG"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("GIT_OPTIONAL_LOCKS"), QStringLiteral("0")); // reads only
    environment.insert(QStringLiteral("GIT_TERMINAL_PROMPT"), QStringLiteral("0"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    git.setProcessEnvironment(environment);
    git.setWorkingDirectory(folder);
    git.setStandardInputFile(QProcess::nullDevice());
    git.setStandardErrorFile(QProcess::nullDevice());
    git.start(QStringLiteral("git"), words, QIODevice::ReadOnly);
    Answer answer;
    if (!git.waitForStarted(int(deadline.remainingTime())))
        return answer;
    while (git.state() != QProcess::NotRunning) {
        git.waitForReadyRead(50);
        answer.output += git.readAllStandardOutput();
        if (stop.stop_requested() || deadline.hasExpired() || answer.output.size() > outputLimit) {
            git.kill();
            git.waitForFinished(1000);
            return {};
        }
    }
    answer.output += git.readAllStandardOutput();
    if (git.exitStatus() == QProcess::NormalExit)
        answer.code = git.exitCode();
    return answer;
}

GitMark markFor(char index, char tree)
{
    if (index == '?' || (index == 'A' && tree != 'A' && tree != 'U'))
        return GitMark::New;
    const bool both = (index == 'A' && tree == 'A') || (index == 'D' && tree == 'D');
    if (index == 'U' || tree == 'U' || both)
        return GitMark::Conflict;
    return GitMark::Changed;
}

} // namespace

GitMark GitMarks::of(const QString &path) const
{
    if (const auto found = byPath.constFind(path); found != byPath.cend())
        return *found;
    for (qsizetype slash = path.lastIndexOf(u'/'); slash > 0;
         slash = path.lastIndexOf(u'/', slash - 1)) {
        if (byPath.value(path.first(slash)) == GitMark::New)
            return GitMark::New;
    }
    return GitMark::None;
}

void GitMarks::add(const GitMarks &more)
{
    byPath.insert(more.byPath);
    watched += more.watched;
}

GitMarks marksFrom(const QByteArray &output, const QString &top)
{
    GitMarks marks;
    for (const QByteArray &entry : output.split('\0')) {
        if (entry.size() < 4)
            continue;
        QString path = top + u'/' + QString::fromUtf8(entry.sliced(3));
        if (path.endsWith(u'/'))
            path.chop(1);
        marks.byPath.insert(path, markFor(entry[0], entry[1]));
        for (qsizetype slash = path.lastIndexOf(u'/'); slash >= top.size();
             slash = path.lastIndexOf(u'/', slash - 1)) {
            const QString folder = path.first(slash);
            if (marks.byPath.contains(folder))
                break;
            marks.byPath.insert(folder, GitMark::Changed);
        }
    }
    return marks;
}

GitMarks readGitMarks(const QString &folder, const std::stop_token &stop)
{
    const QString top = repositoryOf(folder);
    if (top.isEmpty())
        return {};
    const QDeadlineTimer deadline(patience);
    // Filters of the repository's own settings would be run on files that changed.
    const Answer filters =
        askGit(folder,
               {QStringLiteral("config"), QStringLiteral("--local"), QStringLiteral("--includes"),
                QStringLiteral("--get-regexp"), QStringLiteral("^filter\\.")},
               deadline, stop);
    if (filters.code != 1) // 1: none of that name
        return {};
    const Answer status = askGit(
        folder,
        {QStringLiteral("-c"), QStringLiteral("core.fsmonitor=false"), QStringLiteral("-c"),
         QStringLiteral("core.hooksPath=/dev/null"), QStringLiteral("status"),
         QStringLiteral("--porcelain=v1"), QStringLiteral("-z"), QStringLiteral("--no-renames"),
         QStringLiteral("--untracked-files=normal"), QStringLiteral("--ignore-submodules=all"),
         QStringLiteral("--"), QStringLiteral(".")},
        deadline, stop);
    if (status.code != 0)
        return {};
    GitMarks marks = marksFrom(status.output, top);
    for (const char *name : {"index", "HEAD"}) {
        const QString path = top + QStringLiteral("/.git/") + QLatin1String(name);
        if (QFileInfo::exists(path))
            marks.watched.append(path);
    }
    return marks;
}

} // namespace sonde::collection
