#include "cli/verb_words.h"

#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/terminal.h"

#include <algorithm>

namespace sonde::cli
{
namespace
{

using http::Result;

QString shown(QByteArrayView word)
{
    return QString::fromUtf8(word.first(std::min<qsizetype>(word.size(), 80)));
}

http::Error usage(const VerbSyntax &syntax, const QString &sentence)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::ConflictingOptions,
            .sentence = sentence + QStringLiteral(" See sonde help %1.").arg(shown(syntax.name))};
}

const VerbOption *find(const VerbSyntax &syntax, QByteArrayView name)
{
    const auto found = std::ranges::find(syntax.options, name, &VerbOption::name);
    return found == syntax.options.end() ? nullptr : &*found;
}

} // namespace

Result<VerbWords> VerbWords::read(std::span<const QByteArray> words, const VerbSyntax &syntax)
{
    VerbWords result;
    const auto fail = [&](const QString &sentence) {
        return std::unexpected(usage(syntax, sentence));
    };
    bool optionsOver = false;
    for (size_t i = 0; i < words.size(); ++i) {
        const QByteArray &word = words[i];
        if (optionsOver || !word.startsWith('-') || word == "-") {
            result.m_plain.push_back(word);
            continue;
        }
        if (word == "--") {
            optionsOver = true;
            continue;
        }
        if (word == "--help" || word == "-h") {
            result.m_help = true;
            return result;
        }
        const qsizetype equals = word.indexOf('=');
        const QByteArrayView name =
            QByteArrayView(word).first(equals < 0 ? word.size() : equals).sliced(1);
        const VerbOption *option = name.startsWith('-') ? find(syntax, name.sliced(1)) : nullptr;
        if (!option)
            return fail(
                QStringLiteral("sonde %1 has no option %2.").arg(shown(syntax.name), shown(word)));
        if (option->value.isEmpty()) {
            if (equals >= 0)
                return fail(QStringLiteral("--%1 takes no value.").arg(shown(option->name)));
            result.m_given.push_back({.name = option->name, .value = {}});
            continue;
        }
        if (equals < 0 && i + 1 >= words.size())
            return fail(QStringLiteral("--%1 needs %2 after it.")
                            .arg(shown(option->name), shown(option->value)));
        result.m_given.push_back(
            {.name = option->name, .value = equals < 0 ? words[++i] : word.sliced(equals + 1)});
    }
    if (result.m_plain.size() < syntax.least)
        return fail(
            QStringLiteral("sonde %1 needs %2.").arg(shown(syntax.name), shown(syntax.arguments)));
    if (result.m_plain.size() > syntax.most)
        return fail(QStringLiteral("“%1” is one word too many for sonde %2.")
                        .arg(shown(result.m_plain[syntax.most]), shown(syntax.name)));
    return result;
}

bool VerbWords::has(QByteArrayView name) const
{
    return std::ranges::find(m_given, name, &Given::name) != m_given.end();
}

std::optional<QByteArray> VerbWords::value(QByteArrayView name) const
{
    const auto all = values(name);
    return all.empty() ? std::nullopt : std::optional(all.back());
}

std::vector<QByteArray> VerbWords::values(QByteArrayView name) const
{
    std::vector<QByteArray> found;
    for (const Given &given : m_given) {
        if (given.name == name)
            found.push_back(given.value);
    }
    return found;
}

QByteArray verbHelp(const VerbSyntax &syntax)
{
    QByteArray text = "Usage: sonde " + syntax.name.toByteArray() + " [OPTIONS] " +
                      syntax.arguments.toByteArray() + "\n\n" +
                      foldedText(syntax.help.toByteArray().replace('`', ""), 0) + '\n';
    if (!syntax.options.empty())
        text += "\nOptions:\n";
    for (const VerbOption &option : syntax.options) {
        text += "  --" + option.name.toByteArray();
        if (!option.value.isEmpty())
            text += ' ' + option.value.toByteArray();
        text += "\n        " + foldedText(option.help.toByteArray().replace('`', ""), 8) + '\n';
    }
    return text;
}

int refuseWith(const http::Error &error)
{
    printError(errorText(error.sentence, error.detail, colourFor(2)));
    return exitCode(error);
}

} // namespace sonde::cli
