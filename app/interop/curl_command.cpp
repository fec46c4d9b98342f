#include "interop/curl_command.h"

#include "interop/curl_document.h"
#include "interop/shell_words.h"

#include <QRegularExpression>

namespace sonde::interop
{
namespace
{

http::Error unreadable(const QString &sentence)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::ConflictingOptions,
            .sentence = sentence};
}

bool isCurl(const QByteArray &word)
{
    const QByteArray name =
        word.sliced(std::max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1).toLower();
    return name == "curl" || name == "curl.exe";
}

// Where curl stands in a command, past a copied prompt, variables of its own and what runs it.
qsizetype programAt(const ShellCommand &command)
{
    static const QRegularExpression assignment(QStringLiteral("^[A-Za-z_]\\w*="));
    static const QList<QByteArray> before{"$", "%", ">", "sudo", "time", "exec", "command", "env"};
    for (size_t at = 0; at < command.words.size(); ++at) {
        const QByteArray &word = command.words[at];
        if (isCurl(word))
            return qsizetype(at);
        if (!before.contains(word) && !assignment.match(QString::fromUtf8(word)).hasMatch())
            return -1;
    }
    return -1;
}

struct Found {
    std::vector<QByteArray> words; // without the program's name
    std::optional<ShellInput> input;
    int others = 0; // further curl commands
};

std::optional<Found> findCurl(const ShellScript &script)
{
    std::optional<Found> found;
    for (const ShellCommand &command : script.commands) {
        const qsizetype at = programAt(command);
        if (at < 0)
            continue;
        if (found)
            ++found->others;
        else
            found = Found{.words = {command.words.begin() + at + 1, command.words.end()},
                          .input = command.input};
    }
    return found;
}

} // namespace

bool looksLikeCurl(const QString &text)
{
    static const QRegularExpression start(
        QStringLiteral("^\\s*([$%>]\\s+)?(sudo\\s+)?\\S*curl(\\.exe)?[ \\t^\\\\]"));
    return start.match(text.left(1000)).hasMatch();
}

http::Result<CurlCommand> parseCurl(const QString &text)
{
    const QByteArray octets = text.toUtf8();
    const auto script = looksLikeCmd(octets) ? splitCmd(octets) : splitShell(octets);
    if (!script)
        return std::unexpected(script.error());
    const auto found = findCurl(*script);
    if (!found)
        return std::unexpected(
            unreadable(QStringLiteral("There is no curl command in this text.")));
    const auto arguments = readCurlArguments(found->words, Tool::PastedCurl);
    if (!arguments)
        return std::unexpected(arguments.error());
    auto plan = planRequest(*arguments, Tool::PastedCurl);
    if (!plan)
        return std::unexpected(plan.error());
    if (plan->url.isEmpty())
        return std::unexpected(unreadable(QStringLiteral("The curl command names no URL.")));
    if (found->others > 0)
        plan->notes.append(
            QStringLiteral("The text holds more curl commands; the first was taken."));

    CurlCommand command;
    command.document = documentOf(*plan, found->input);
    command.options = plan->options;
    command.notes = plan->notes + script->notes;
    return command;
}

} // namespace sonde::interop
