// What has changed in a folder since the last commit, as git itself tells it: a child process that
// is bounded in time and output and can be stopped. No git, no repository: no marks. Blocks: a
// worker's work.
#pragma once

#include <QHash>
#include <QString>

#include <stop_token>

namespace sonde::collection
{

enum class GitMark : quint8 { None, Changed, New, Conflict };

struct GitMarks {
    QHash<QString, GitMark> byPath; // absolute; a folder is Changed if something in it is marked
    QStringList watched;            // files that change with a commit
    bool operator==(const GitMarks &) const = default;

    // What is in a new folder is new.
    [[nodiscard]] GitMark of(const QString &path) const;
    void add(const GitMarks &more);
};

// A repository that brings programs of its own for git to run is not asked: opening a folder must
// not start what somebody put into it.
[[nodiscard]] GitMarks readGitMarks(const QString &folder, const std::stop_token &stop = {});

// Of the output of “git status --porcelain=v1 -z --no-renames”; `top` is the repository's folder.
[[nodiscard]] GitMarks marksFrom(const QByteArray &output, const QString &top);

} // namespace sonde::collection
