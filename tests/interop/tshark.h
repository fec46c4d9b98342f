// Wireshark's own reader, to read what we write.
#pragma once

#include <QProcess>
#include <QStandardPaths>

namespace sonde::testing
{

inline bool isTsharkThere()
{
    return !QStandardPaths::findExecutable(QStringLiteral("tshark")).isEmpty();
}

inline QByteArray tshark(const QString &file, const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("tshark"), QStringList{QStringLiteral("-r"), file} + arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("tshark: %s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

// Of every packet that the filter lets through, all values of one field.
inline QByteArrayList tsharkValues(const QString &file, const QString &filter, const QString &field)
{
    QByteArrayList values;
    const auto lines = tshark(file, {QStringLiteral("-Y"), filter, QStringLiteral("-T"),
                                     QStringLiteral("fields"), QStringLiteral("-e"), field});
    for (const QByteArray &line : lines.split('\n')) {
        for (const QByteArray &value : line.split(',')) {
            if (!value.isEmpty())
                values.append(value);
        }
    }
    return values;
}

} // namespace sonde::testing
