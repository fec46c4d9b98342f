// The public .http files, for tests that go through all of them.
#pragma once

#include <QDirIterator>
#include <QStringList>

namespace sonde::testing
{

inline const QString publicFiles = QStringLiteral(SONDE_SUITES "/http-files");

// Their paths in one order; empty where they are missing.
inline QStringList publicHttpFiles()
{
    QStringList files;
    QDirIterator walk(publicFiles, {"*.http", "*.rest"}, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext())
        files.append(walk.next());
    files.sort();
    return files;
}

} // namespace sonde::testing
