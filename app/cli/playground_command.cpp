#include "cli/playground_command.h"

#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/interrupt.h"
#include "cli/playground_demo.h"
#include "cli/terminal.h"
#include "playground/certificate.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace sonde::cli
{
namespace
{

struct Request {
    playground::Setup setup;
    bool demo = false;
};

http::Error usage(const QString &sentence)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::ConflictingOptions,
            .sentence = sentence};
}

http::Result<Request> readWords(std::span<const QByteArray> words)
{
    Request request;
    for (size_t i = 0; i < words.size(); ++i) {
        const QByteArray &word = words[i];
        if (word == "--demo") {
            request.demo = true;
            continue;
        }
        if (word != "--http-port" && word != "--https-port")
            return std::unexpected(
                usage(QStringLiteral("sonde playground takes --demo, --http-port and --https-port; "
                                     "“%1” is none of them.")
                          .arg(QString::fromUtf8(word.left(80)))));
        bool ok = false;
        const quint16 port = i + 1 < words.size() ? words[++i].toUShort(&ok) : quint16(0);
        if (!ok)
            return std::unexpected(usage(
                QStringLiteral("%1 takes a port, 0 to 65535.").arg(QString::fromLatin1(word))));
        (word == "--http-port" ? request.setup.httpPort : request.setup.httpsPort) = port;
    }
    return request;
}

int refuse(const http::Error &error)
{
    printError(errorText(error, colourFor(2)));
    return exitCode(error);
}

QByteArray addresses(const playground::Playground &playground)
{
    QByteArray text = playground.httpUrl() + "   HTTP/1.1, and HTTP/2 with prior knowledge\n" +
                      playground.httpsUrl() + "  HTTP/2 and HTTP/1.1 over TLS\n";
    const QString certificate = playground::identityFolder() + QStringLiteral("/certificate.pem");
    if (QFileInfo::exists(certificate))
        text += "certificate: " + certificate.toUtf8() + "\n\n" + "Try: sonde send " +
                playground.httpUrl() + "/\n     sonde send --cacert '" + certificate.toUtf8() +
                "' " + playground.httpsUrl() + "/version\n";
    return text;
}

} // namespace

int playgroundCommand(std::span<const QByteArray> words)
{
    const auto request = readWords(words);
    if (!request)
        return refuse(request.error());
    int argc = 1;
    char name[] = "sonde";
    char *argv[] = {name, nullptr};
    QCoreApplication application(argc, argv);

    playground::Playground playground(request->setup);
    if (const auto started = playground.start(); !started)
        return refuse(started.error());
    if (request->demo)
        return showDemo(playground);
    printText(addresses(playground));
    printError("Stop it with Ctrl-C.\n");
    const Interrupt interrupt([] { QCoreApplication::quit(); });
    QCoreApplication::exec();
    playground.stop();
    return exit_code::success;
}

} // namespace sonde::cli
