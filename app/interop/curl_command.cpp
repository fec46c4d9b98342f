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
};

std::vector<Found> findCurl(const ShellScript &script)
{
    std::vector<Found> found;
    for (const ShellCommand &command : script.commands) {
        const qsizetype at = programAt(command);
        if (at >= 0)
            found.push_back({.words = {command.words.begin() + at + 1, command.words.end()},
                             .input = command.input});
    }
    return found;
}

http::Result<ShellScript> splitText(const QString &text)
{
    const QByteArray octets = text.toUtf8();
    return looksLikeCmd(octets) ? splitCmd(octets) : splitShell(octets);
}

// Nothing if it names no URL, which is all that can be wrong with a pasted command.
std::optional<CurlCommand> readCommand(const Found &found)
{
    const auto arguments = readCurlArguments(found.words, Tool::PastedCurl);
    if (!arguments)
        return std::nullopt;
    auto plan = planRequest(*arguments, Tool::PastedCurl);
    if (!plan || plan->url.isEmpty())
        return std::nullopt;
    CurlCommand command;
    command.document = documentOf(*plan, found.input);
    command.options = plan->options;
    command.notes = plan->notes;
    return command;
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
    const auto script = splitText(text);
    if (!script)
        return std::unexpected(script.error());
    const auto found = findCurl(*script);
    if (found.empty())
        return std::unexpected(
            unreadable(QStringLiteral("There is no curl command in this text.")));
    auto command = readCommand(found.front());
    if (!command)
        return std::unexpected(unreadable(QStringLiteral("The curl command names no URL.")));
    if (found.size() > 1)
        command->notes.push_back(Remark("The text holds more curl commands; the first was taken."));
    command->notes.insert(command->notes.end(), script->notes.begin(), script->notes.end());
    return *std::move(command);
}

http::Result<CurlScript> parseCurlScript(const QString &text)
{
    const auto script = splitText(text);
    if (!script)
        return std::unexpected(script.error());
    CurlScript result{.notes = script->notes};
    qsizetype number = 0;
    for (const Found &found : findCurl(*script)) {
        ++number;
        auto command = readCommand(found);
        if (command)
            result.commands.push_back(std::move(*command));
        else
            result.notes.push_back(
                Remark("Command %1 is left out, since it names no URL.").arg(number));
    }
    if (result.commands.empty())
        return std::unexpected(
            unreadable(number == 0 ? QStringLiteral("There is no curl command in this text.")
                                   : result.notes.back().text()));
    return result;
}

} // namespace sonde::interop
