#include "interop/curl_command.h"

#include "collection/variables.h"
#include "interop/curl_document.h"
#include "interop/shell_words.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

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

http::Result<ShellScript> splitText(const QString &text,
                                    ShellVariables variables = ShellVariables::AsText)
{
    const QByteArray octets = text.toUtf8();
    return looksLikeCmd(octets) ? splitCmd(octets) : splitShell(octets, variables);
}

QString placeholderOf(const QString &name)
{
    return QStringLiteral("{{") + name + QStringLiteral("}}");
}

// The variables of a shell script, as far as they have a value that stands in it.
class ScriptVariables
{
public:
    explicit ScriptVariables(const ShellScript &script)
        : m_names(script.placeholders)
    {
        for (const ShellCommand &command : script.commands)
            readAssignments(command);
    }
    [[nodiscard]] const collection::Variables &values() const { return m_values; }

    // Which of them the text needs, and which those need.
    void gather(const QString &text, QSet<QString> &used) const
    {
        for (const QByteArray &octets : m_names) {
            const QString name = QString::fromUtf8(octets);
            if (used.contains(name) || !text.contains(placeholderOf(name)))
                continue;
            used.insert(name);
            gather(m_values.value(name), used);
        }
    }

    // What curl encodes before it sends stays a placeholder, and "http://" is not set before a
    // variable that brings it along.
    void restore(collection::RequestDocument &document, const std::vector<QByteArray> &words) const
    {
        for (const QByteArray &octets : m_names) {
            const QString name = QString::fromUtf8(octets);
            const QString encoded = QStringLiteral("%7B%7B") + name + QStringLiteral("%7D%7D");
            document.url.replace(encoded, placeholderOf(name));
            document.body.text.replace(encoded, placeholderOf(name));
            const QString added = QStringLiteral("http://") + placeholderOf(name);
            const bool isWritten = std::ranges::any_of(
                words, [&](const QByteArray &word) { return word.contains(added.toUtf8()); });
            if (document.url.startsWith(added) && !isWritten && bringsScheme(name))
                document.url.remove(0, 7);
        }
        for (collection::Row &row : document.headers) {
            const QString basic = QStringLiteral("Basic ");
            if (row.name != u"Authorization" || !row.value.startsWith(basic))
                continue;
            const QByteArray user = QByteArray::fromBase64(row.value.sliced(6).toLatin1());
            if (user.contains("{{"))
                row.value = basic + QString::fromUtf8(user);
        }
    }

private:
    // One without a value that stands in the script is taken for a whole URL.
    [[nodiscard]] bool bringsScheme(const QString &name) const
    {
        QString begin = placeholderOf(name);
        for (qsizetype step = 0; step <= m_values.size(); ++step) {
            const auto first = std::ranges::find_if(m_names, [&](const QByteArray &octets) {
                return begin.startsWith(placeholderOf(QString::fromUtf8(octets)));
            });
            if (first == m_names.end())
                return begin.contains(QStringLiteral("://"));
            const auto value = m_values.find(QString::fromUtf8(*first));
            if (value == m_values.end())
                return true;
            begin = *value;
        }
        return false; // they stand for each other
    }
    void readAssignments(const ShellCommand &command)
    {
        static const QList<QByteArray> before{"export", "readonly", "local", "declare"};
        collection::Variables set;
        for (const QByteArray &word : command.words) {
            const qsizetype equals = word.indexOf('=');
            if (equals < 0 && before.contains(word))
                continue;
            // With a program behind it, it is set for that one alone.
            if (equals < 0 || !isShellName(QByteArrayView(word).first(equals)))
                return;
            const QByteArray value = word.sliced(equals + 1);
            // What only running it would tell.
            if (!value.contains("$(") && !value.contains('`') && !value.contains("${"))
                set.insert(QString::fromUtf8(word.first(equals)), QString::fromUtf8(value));
        }
        m_values = collection::merged(set, m_values); // the first value counts
    }

    QList<QByteArray> m_names;
    collection::Variables m_values;
};

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
    const auto script = splitText(text, ShellVariables::AsPlaceholders);
    if (!script)
        return std::unexpected(script.error());
    CurlScript result{.notes = script->notes};
    const ScriptVariables variables(*script);
    QSet<QString> used;
    qsizetype number = 0;
    for (const Found &found : findCurl(*script)) {
        ++number;
        auto command = readCommand(found);
        for (const QByteArray &word : found.words)
            variables.gather(QString::fromUtf8(word), used);
        if (command && !script->placeholders.isEmpty())
            variables.restore(command->document, found.words);
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
    for (const QByteArray &octets : script->placeholders) {
        const QString name = QString::fromUtf8(octets);
        if (!used.contains(name))
            continue;
        if (const auto value = variables.values().find(name); value != variables.values().end())
            result.variables.insert(name, *value);
        else
            addOnce(result.notes, Remark("“%1” gets its value where the script runs; define the "
                                         "variable before you send.")
                                      .arg(name));
    }
    return result;
}

} // namespace sonde::interop
