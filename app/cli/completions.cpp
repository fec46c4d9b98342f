#include "cli/help_text.h"
#include "cli/verbs.h"

namespace sonde::cli
{
namespace
{

using interop::Chapter;
using interop::CurlOption;
using interop::Takes;

constexpr QByteArrayView methods = "GET HEAD POST PUT PATCH DELETE OPTIONS TRACE QUERY";

QByteArray verbNames()
{
    QByteArray names;
    for (const Verb &verb : verbs())
        names += (names.isEmpty() ? "" : " ") + verb.name.toByteArray();
    return names;
}

template <typename Use>
void eachOption(Use use)
{
    for (const CurlOption &option : interop::curlOptions()) {
        if (option.chapter != Chapter::None)
            use(option);
    }
}

template <typename Use>
void eachSyntax(Use use)
{
    for (const Verb &verb : verbs()) {
        if (verb.syntax)
            use(verb.syntax());
    }
}

// The verbs that sonde help has a screen for.
QByteArray topics()
{
    QByteArray names = "send";
    eachSyntax([&](const VerbSyntax &syntax) { names += ' ' + syntax.name.toByteArray(); });
    return names;
}

bool takesFile(const VerbOption &option)
{
    return option.value.contains("FILE") || option.value.contains("FOLDER");
}

bool takesFile(const CurlOption &option)
{
    return option.takes == Takes::Value && option.value.contains("FILE");
}

template <typename Option>
QByteArray plainHelp(const Option &option)
{
    return option.help.toByteArray().replace('`', "");
}

} // namespace

QByteArray bashCompletion()
{
    QByteArray flags;
    QByteArray files;
    QByteArray values;
    eachOption([&](const CurlOption &option) {
        const QByteArray name = "--" + option.name.toByteArray();
        flags += (flags.isEmpty() ? "" : " ") + name;
        QByteArray &list = takesFile(option) ? files : values;
        if (option.takes == Takes::Value) {
            list += (list.isEmpty() ? "" : "|") + name;
            if (option.letter)
                list += QByteArray("|-") + option.letter;
        }
    });
    QByteArray others;
    eachSyntax([&](const VerbSyntax &syntax) {
        QByteArray names;
        for (const VerbOption &option : syntax.options)
            names += (names.isEmpty() ? "--" : " --") + option.name.toByteArray();
        others += "    " + syntax.name.toByteArray() +
                  ") case $word in -*) COMPREPLY=($(compgen -W '" + names +
                  "' -- \"$word\")) ;; *) COMPREPLY=($(compgen -f -- \"$word\")) ;; "
                  "esac; return ;;\n";
    });
    return "# Completion of sonde for bash. Made by sonde help --bash; change the option table "
           "instead.\n"
           "_sonde()\n{\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    COMPREPLY=()\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
           "        COMPREPLY=($(compgen -W '" +
           verbNames() +
           "' -- \"$word\"))\n        return\n    fi\n"
           "    case ${COMP_WORDS[1]} in\n"
           "    help) COMPREPLY=($(compgen -W '" +
           topics() + "' -- \"$word\")); return ;;\n" + others +
           "    playground) COMPREPLY=($(compgen -W '--demo --http-port --https-port' -- "
           "\"$word\")); return ;;\n"
           "    send) ;;\n    *) return ;;\n    esac\n"
           "    case $before in\n"
           "    -X|--request) COMPREPLY=($(compgen -W '" +
           methods.toByteArray() + "' -- \"$word\")); return ;;\n    " + files +
           ") COMPREPLY=($(compgen -f -- \"${word#@}\")); return ;;\n    " + values +
           ") return ;;\n    esac\n"
           "    case $word in\n"
           "    -*) COMPREPLY=($(compgen -W '" +
           flags +
           "' -- \"$word\")) ;;\n"
           "    *) COMPREPLY=($(compgen -W '" +
           methods.toByteArray() +
           " http:// https://' -- \"$word\")) ;;\n    esac\n}\n"
           "complete -o bashdefault -F _sonde sonde\n";
}

QByteArray zshCompletion()
{
    const auto quoted = [](QByteArray text) {
        return text.replace('\'', "'\\''")
            .replace('[', "\\[")
            .replace(']', "\\]")
            .replace(':', "\\:");
    };
    QByteArray specs;
    eachOption([&](const CurlOption &option) {
        const QByteArray name = "--" + option.name.toByteArray();
        QByteArray value;
        if (option.takes == Takes::Value)
            value = ":" + quoted(option.value.toByteArray().toLower()) +
                    (takesFile(option) ? ":_files" : ": ");
        const QByteArray help = '[' + quoted(plainHelp(option)) + ']';
        if (option.letter)
            specs += QByteArray("        '*-") + option.letter + help + value + "' \\\n";
        specs += "        '*" + name + help + value + "' \\\n";
    });
    QByteArray verbLines;
    for (const Verb &verb : verbs())
        verbLines +=
            "        '" + verb.name.toByteArray() + ':' + quoted(verb.help.toByteArray()) + "'\n";
    QByteArray others;
    eachSyntax([&](const VerbSyntax &syntax) {
        others += "    " + syntax.name.toByteArray() + ") _arguments \\\n";
        for (const VerbOption &option : syntax.options) {
            others +=
                "        '*--" + option.name.toByteArray() + '[' + quoted(plainHelp(option)) + ']';
            if (!option.value.isEmpty())
                others += ":" + quoted(option.value.toByteArray().toLower()) +
                          (takesFile(option) ? ":_files" : ": ");
            others += "' \\\n";
        }
        others += "        '*:file:_files' ;;\n";
    });
    return "#compdef sonde\n"
           "# Completion of sonde for zsh. Made by sonde help --zsh; change the option table "
           "instead.\n"
           "_sonde() {\n"
           "    local -a verbs\n    verbs=(\n" +
           verbLines +
           "    )\n"
           "    if (( CURRENT == 2 )); then\n        _describe verb verbs\n        return\n    fi\n"
           "    local verb=$words[2]\n    shift words\n    (( CURRENT-- ))\n"
           "    case $verb in\n"
           "    help) _values topic " +
           topics() + " ;;\n" + others +
           "    playground) _arguments '--demo[Send a few sample requests]' \\\n"
           "        '--http-port:port: ' '--https-port:port: ' ;;\n"
           "    send) _arguments \\\n" +
           specs + "        '*:method or URL:(" + methods.toByteArray() +
           " http\\:// https\\://)' ;;\n"
           "    esac\n}\n_sonde \"$@\"\n";
}

QByteArray fishCompletion()
{
    const auto quoted = [](QByteArray text) {
        return '\'' + text.replace('\\', "\\\\").replace('\'', "\\'") + '\'';
    };
    QByteArray text = "# Completion of sonde for fish. Made by sonde help --fish; change the "
                      "option table instead.\n"
                      "complete -c sonde -f\n";
    for (const Verb &verb : verbs())
        text += "complete -c sonde -n __fish_use_subcommand -a " + verb.name.toByteArray() +
                " -d " + quoted(verb.help.toByteArray()) + '\n';
    eachSyntax([&](const VerbSyntax &syntax) {
        const QByteArray when =
            "complete -c sonde -n '__fish_seen_subcommand_from " + syntax.name.toByteArray() + "' ";
        text += when + "-F\n";
        for (const VerbOption &option : syntax.options)
            text += when + "-l " + option.name.toByteArray() +
                    (option.value.isEmpty() ? ""
                     : takesFile(option)    ? " -r -F"
                                            : " -x") +
                    " -d " + quoted(plainHelp(option)) + '\n';
    });
    text += "complete -c sonde -n '__fish_seen_subcommand_from help' -a '" + topics() +
            "'\n"
            "complete -c sonde -n '__fish_seen_subcommand_from playground' -l demo\n"
            "complete -c sonde -n '__fish_seen_subcommand_from playground' -x -l http-port\n"
            "complete -c sonde -n '__fish_seen_subcommand_from playground' -x -l https-port\n"
            "complete -c sonde -n '__fish_seen_subcommand_from send' -a '" +
            methods.toByteArray() + "'\n";
    eachOption([&](const CurlOption &option) {
        text += "complete -c sonde -n '__fish_seen_subcommand_from send' -l " +
                option.name.toByteArray();
        if (option.letter)
            text += QByteArray(" -s ") + option.letter;
        if (option.takes == Takes::Value)
            text += takesFile(option) ? " -r -F" : " -x";
        text += " -d " + quoted(plainHelp(option)) + '\n';
    });
    return text;
}

} // namespace sonde::cli
