// Runs `sonde send` and curl on the same URL, so that curl is the oracle of what came back.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace sonde::live
{

struct Outcome {
    int exitCode = -1; // -1: it had to be killed
    QByteArray output;
    QByteArray errors;
    [[nodiscard]] QJsonObject json() const; // of `output`
};

[[nodiscard]] Outcome runSonde(const QStringList &arguments, const QByteArray &input = {});
[[nodiscard]] Outcome runCurl(const QStringList &arguments, const QByteArray &input = {});
[[nodiscard]] Outcome shell(const QString &command);

// What curl saw, in the words of our JSON.
struct Oracle {
    int exitCode = -1;
    int status = 0;
    QByteArray version; // "1.1", "2"
    QByteArray sha256;
    qint64 octets = 0;
    QList<std::pair<QByteArray, QByteArray>> headers; // of the last response, names in lower case
};
[[nodiscard]] Oracle oracle(const QStringList &arguments);

// The largest resident set of any program run so far that has ended, in octets.
[[nodiscard]] qint64 largestMemory();

[[nodiscard]] QByteArray sha256(const QByteArray &octets);

} // namespace sonde::live
