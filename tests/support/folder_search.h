// What lies in the files of a folder, for tests of what must not lie there.
#pragma once

#include <QDirIterator>
#include <QFile>

namespace sonde::testing
{

// Paths of the files below the folder, hidden ones among them, in which the octets stand.
inline QStringList filesWith(const QString &folder, const QByteArray &octets)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("unreadable");
        if (file.readAll().contains(octets))
            found.append(file.fileName());
    }
    return found;
}

} // namespace sonde::testing
