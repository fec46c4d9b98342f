// Runs the program `sonde` as a process beside scripted servers, and tells what became of it.
#pragma once

#include "tests/support/await.h"
#include "tests/support/scripted_server.h"

#include <QProcess>

namespace sonde::testing
{

inline const QString program = QStringLiteral(SONDE_BIN_DIR "/sonde");

struct Outcome {
    int code = -1;
    QByteArray out;
    QByteArray error;
};

inline QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.toLower().endsWith(QLatin1String("_proxy")))
            environment.remove(name);
    }
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return environment;
}

// Runs while the event loop of the test, and with it the servers, goes on.
inline Outcome run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessEnvironment(plainEnvironment());
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!spinUntil([&] { return process.state() == QProcess::NotRunning; })) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .out = process.readAllStandardOutput(),
            .error = process.readAllStandardError()};
}

inline Outcome send(const QString &flags, const QByteArray &input = {})
{
    return run(QStringList{QStringLiteral("send")} + flags.split(u' ', Qt::SkipEmptyParts), input);
}

inline QString at(const ScriptedServer &server, const QString &path = QStringLiteral("/"))
{
    return QStringLiteral("http://127.0.0.1:%1%2").arg(server.port()).arg(path);
}

inline QByteArray ok(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           body;
}

} // namespace sonde::testing
