#include "tests/live/terminal.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/resource.h>

namespace sonde::live
{
namespace
{

constexpr int hangLimit = 120'000; // ms; nothing here takes long, this only ends what hangs

Outcome run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    Outcome outcome;
    if (!process.waitForFinished(hangLimit)) {
        process.kill();
        process.waitForFinished();
    } else {
        outcome.exitCode = process.exitCode();
    }
    outcome.output = process.readAllStandardOutput();
    outcome.errors = process.readAllStandardError();
    return outcome;
}

} // namespace

QJsonObject Outcome::json() const
{
    return QJsonDocument::fromJson(output).object();
}

Outcome runSonde(const QStringList &arguments, const QByteArray &input)
{
    return run(QStringLiteral(SONDE_BIN_DIR "/sonde"),
               QStringList{QStringLiteral("send")} + arguments, input);
}

Outcome runCurl(const QStringList &arguments, const QByteArray &input)
{
    return run(QStringLiteral("curl"),
               QStringList{QStringLiteral("-q"), QStringLiteral("-sS")} + arguments, input);
}

Outcome shell(const QString &command)
{
    return run(QStringLiteral("/bin/bash"), {QStringLiteral("-c"), command}, {});
}

Oracle oracle(const QStringList &arguments)
{
    const QTemporaryDir folder;
    const QString body = folder.filePath(QStringLiteral("body"));
    const QString head = folder.filePath(QStringLiteral("head"));
    const Outcome outcome = runCurl(
        QStringList{"-o", body, "-D", head, "-w", "%{http_code} %{http_version}"} + arguments);
    Oracle seen{.exitCode = outcome.exitCode};
    const QList<QByteArray> words = outcome.output.split(' ');
    seen.status = words.value(0).toInt();
    seen.version = words.value(1);
    QFile file(body);
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray octets = file.readAll();
        seen.octets = octets.size();
        seen.sha256 = sha256(octets);
    } else {
        seen.sha256 = sha256({});
    }
    QFile heads(head);
    if (!heads.open(QIODevice::ReadOnly))
        return seen;
    bool inHead = false; // newer versions of curl write trailers behind it
    for (const QByteArray &line : heads.readAll().split('\n')) {
        if (line.startsWith("HTTP/")) {
            seen.headers.clear();
            inHead = true;
        } else if (const qsizetype colon = line.indexOf(':'); inHead && colon > 0) {
            seen.headers.append({line.first(colon).toLower(), line.sliced(colon + 1).trimmed()});
        } else {
            inHead = false;
        }
    }
    return seen;
}

qint64 largestMemory()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return qint64(usage.ru_maxrss) * 1024;
}

QByteArray sha256(const QByteArray &octets)
{
    return QCryptographicHash::hash(octets, QCryptographicHash::Sha256).toHex();
}

} // namespace sonde::live
