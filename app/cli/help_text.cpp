#include "cli/help_text.h"

#include "cli/output_stream.h"
#include "cli/verbs.h"
#include "interop/curl_options.h"

namespace sonde::cli
{
namespace
{

using interop::Chapter;
using interop::CurlOption;
using interop::Takes;

QByteArray chapterTitle(Chapter chapter)
{
    switch (chapter) {
    case Chapter::None:
        return {};
    case Chapter::Request:
        return "Request";
    case Chapter::Content:
        return "Content";
    case Chapter::Response:
        return "Redirects and codings";
    case Chapter::Connection:
        return "Connection";
    case Chapter::Tls:
        return "TLS";
    case Chapter::Output:
        return "Output";
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray foldedText(const QByteArray &text, int indent)
{
    constexpr int columns = 78;
    QByteArray result;
    int used = indent;
    for (const QByteArray &word : text.split(' ')) {
        if (used + word.size() > columns && used > indent) {
            result += '\n' + QByteArray(indent, ' ');
            used = indent;
        } else if (used > indent) {
            result += ' ';
            ++used;
        }
        result += word;
        used += int(word.size());
    }
    return result;
}

QByteArray flagText(const CurlOption &option)
{
    QByteArray text;
    if (option.letter)
        text = QByteArray("-") + option.letter + ", ";
    text += "--" + option.name.toByteArray();
    if (option.takes == Takes::Value)
        text += ' ' + option.value.toByteArray();
    return text;
}

QByteArray versionText()
{
    return "sonde " SONDE_VERSION "\n";
}

QByteArray overview()
{
    constexpr qsizetype column = 34; // where the explanations begin
    QByteArray text = "Sonde shows what really goes over the wire when an HTTP request is sent.\n\n"
                      "Usage: sonde                      open the window\n";
    for (const Verb &verb : verbs()) {
        const QString line =
            QStringLiteral("       sonde ") +
            QString::fromUtf8(verb.name.toByteArray() + ' ' + verb.arguments.toByteArray());
        text += line.leftJustified(column).toUtf8();
        if (line.size() >= column)
            text += '\n' + QByteArray(column, ' ');
        text +=
            verb.help.first(1).toByteArray().toLower() + verb.help.sliced(1).toByteArray() + '\n';
    }
    return text +
           "\nTry:   sonde send https://example.org --timings\n"
           "       sonde help send            every option of send\n"
           "       man sonde                  exit codes, and where send differs from curl\n";
}

QByteArray sendHelp()
{
    QByteArray text =
        "Usage: sonde send [OPTIONS] [METHOD] URL\n\n"
        "Sends one request and prints the response's body as it arrives. Options are\n"
        "named as curl names them.\n";
    Chapter chapter = Chapter::None;
    for (const CurlOption &option : interop::curlOptions()) {
        if (option.chapter == Chapter::None)
            continue;
        if (std::exchange(chapter, option.chapter) != option.chapter)
            text += '\n' + chapterTitle(chapter) + ":\n";
        const QByteArray help = option.help.toByteArray().replace('`', "");
        text += "  " + flagText(option) + "\n        " + foldedText(help, 8) + '\n';
    }
    return text;
}

void printText(const QByteArray &text)
{
    const auto out = OutputStream::standardOutput();
    (void)out->write(text);
    (void)out->flush();
}

} // namespace sonde::cli
