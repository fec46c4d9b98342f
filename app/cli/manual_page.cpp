#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/verbs.h"
#include "cli/write_out.h"

namespace sonde::cli
{
namespace
{

using interop::Chapter;
using interop::CurlOption;
using interop::Takes;

// Text for roff: a hyphen is a minus where it could be copied, a dot or quote at a line's start is
// none.
QByteArray roff(QByteArrayView text)
{
    QByteArray result = text.toByteArray();
    result.replace('\\', "\\e").replace('-', "\\-").replace('\'', "\\(aq");
    result.replace("–", "\\(en").replace("“", "\\(lq").replace("”", "\\(rq");
    if (result.startsWith('.'))
        result.prepend("\\&");
    return result;
}

// As roff(), with `words` in backquotes set bold.
QByteArray prose(QByteArrayView text)
{
    QByteArray result;
    bool bold = false;
    for (const QByteArray &part : roff(text).split('`')) {
        result += (result.isEmpty() && !bold) ? part : (bold ? "\\fB" : "\\fR") + part;
        bold = !bold;
    }
    return result;
}

QByteArray paragraph(QByteArrayView text)
{
    return ".PP\n" + prose(text) + '\n';
}

QByteArray optionEntry(const CurlOption &option)
{
    QByteArray text = ".TP\n";
    if (option.letter)
        text += QByteArray("\\fB\\-") + option.letter + "\\fR, ";
    text += "\\fB\\-\\-" + roff(option.name) + "\\fR";
    if (option.takes == Takes::Value)
        text += " \\fI" + roff(option.value) + "\\fR";
    return text + '\n' + prose(option.help) + ".\n";
}

QByteArray chapterHead(Chapter chapter)
{
    switch (chapter) {
    case Chapter::None:
        return {};
    case Chapter::Request:
        return ".SS Request\n";
    case Chapter::Content:
        return ".SS Content\n";
    case Chapter::Response:
        return ".SS Redirects and codings\n";
    case Chapter::Connection:
        return ".SS Connection\n";
    case Chapter::Tls:
        return ".SS TLS\n";
    case Chapter::Output:
        return ".SS Output\n";
    }
    Q_UNREACHABLE();
}

QByteArray options()
{
    QByteArray text =
        ".SH OPTIONS OF SEND\n" +
        paragraph("Options are named as in `curl`(1) and may stand before or after the URL. "
                  "A switch is taken back by its name with `--no-` before it, and the last "
                  "one counts.");
    Chapter chapter = Chapter::None;
    for (const CurlOption &option : interop::curlOptions()) {
        if (option.chapter == Chapter::None)
            continue;
        if (std::exchange(chapter, option.chapter) != option.chapter)
            text += chapterHead(chapter);
        text += optionEntry(option);
    }
    return text;
}

QByteArray otherVerbs()
{
    QByteArray text;
    for (const Verb &verb : verbs()) {
        if (!verb.syntax)
            continue;
        const VerbSyntax &syntax = verb.syntax();
        text +=
            ".SH OPTIONS OF " + syntax.name.toByteArray().toUpper() + '\n' + paragraph(syntax.help);
        for (const VerbOption &option : syntax.options) {
            text += ".TP\n\\fB" + roff("--" + option.name.toByteArray()) + "\\fR";
            if (!option.value.isEmpty())
                text += " \\fI" + roff(option.value) + "\\fR";
            text += '\n' + prose(option.help) + '\n';
        }
    }
    return text;
}

// What a sceptic asks of a comparison.
QByteArray measuring()
{
    static constexpr QByteArrayView paragraphs[] = {
        "`sonde compare` first looks at each version once, which also finds the address that all "
        "further connections are pinned to, then runs trials in blocks. With two arms a block is "
        "a random order of baseline, other arm and a second self of the baseline, and then its "
        "mirror image (ABBA or BAAB); with more arms it is a random Latin square. A drift over the "
        "block cancels either way. The first block is discarded. No arm uses a connection or a "
        "TLS ticket of another; each offers one version by ALPN and fails rather than fall back.",
        "The difference is the median of the blocks' paired differences, with a 95 % interval from "
        "10,000 resamples of whole blocks; no outlier is dropped. `Different` means that the "
        "interval leaves out zero and the median lies outside the interval of the baseline against "
        "itself (the A/A noise). `Equivalent` means that the whole interval lies within 3 % or 2 "
        "ms of the baseline, whichever is larger. Everything else is inconclusive, and under 6 "
        "blocks there is no verdict.",
        "Times run from the start of the batch to the last octet of each response, so that "
        "waiting for a free connection counts. Tools that start the clock of a request when its "
        "first octet is sent leave that out: HTTP/1.1 then looks quick, because its requests wait "
        "in the client, and HTTP/2 slow, because its requests wait in the server, although both "
        "end at the same moment.",
        "A difference between answers depends on the version only if every answer of each version "
        "agrees with itself; what changes from one answer to the next, such as Date, is volatile. "
        "Octets are counted where they were: control is what HTTP sends besides heads, framing and "
        "content; TLS records are headers, tickets and alerts of TLS after its handshake. TCP and "
        "IP are not counted.",
    };
    QByteArray text = ".SH HOW COMPARE MEASURES\n";
    for (const QByteArrayView each : paragraphs)
        text += paragraph(each);
    return text;
}

QByteArray differences()
{
    static constexpr QByteArrayView entries[] = {
        "`--json` takes no value and prints the report. What curl calls `--json DATA` is "
        "`--json-data DATA` "
        "or `--json=DATA`.",
        "`--verbose` masks credentials and cookies; `--show-secrets` shows them.",
        "`--http2` is a pin: the server agrees to HTTP/2 or the send fails. On an http URL it is "
        "refused, "
        "since RFC 9113 withdrew the upgrade; `--http2-prior-knowledge` sends HTTP/2 there.",
        "Standard input for `-d` and `--data-binary` is sent with its length up to 1 MiB; what is "
        "longer is "
        "streamed, with unknown length, instead of being collected.",
        "No `Expect: 100-continue` is sent unless it is asked for with `-H`.",
        "At most 20 redirects are followed unless `--max-redirs` says otherwise, and "
        "`--connect-timeout` "
        "is 30 seconds and covers the TLS handshake.",
        "Dot segments of a path are sent as written, and a URL's braces and brackets are not "
        "expanded.",
        "`--raw` keeps the content coding; chunked framing is undone even so.",
        "An option has to be written in full, one URL is sent at a time, and no configuration file "
        "is read.",
        "Content that inflates more than 1,000 times and past 256 MiB is stopped; `--bomb-limit` "
        "moves "
        "the limit.",
        "An option that cannot be carried out as it stands ends the send with 2 before anything "
        "is sent: a field line without a colon, a form part without `=`. A file that is named and "
        "cannot be read ends it with 26. curl warns and goes on.",
        "An answer that is not HTTP ends with 8, where curl ends with 1 or 56.",
        "Blanks and other octets that cannot stand in a URL are percent-encoded where they stand "
        "in its path or query.",
        "A failed verification of the certificate that `--insecure` passes over is said on "
        "standard error.",
    };
    QByteArray text = ".SH DIFFERENCES FROM CURL\n";
    for (const QByteArrayView entry : entries)
        text += ".IP \\(bu 2\n" + prose(entry) + '\n';
    return text +
           paragraph("From the window, `sonde send` differs where it follows curl: redirects are "
                     "followed only with `-L`, and content is asked for in a coding and decoded "
                     "only with `--compressed`.");
}

QByteArray report()
{
    return ".SH THE REPORT OF \\-\\-JSON\n" +
           paragraph(
               "One JSON object, also for a failure, with these members: `request` (method, url, "
               "version, headers as pairs in the order sent), `informational` (each 1xx: status, "
               "headers), `response` (version, status, reason, headers, trailers, and body: bytes, "
               "encodedBytes, sha256, and text or base64), `redirects` (status, url, location), "
               "`timings` (start, and phases: name, startNs, endNs, state), `connection` (id, "
               "reused, local, remote, alpn, and tls: version, cipher, group, resumed, verified, "
               "pinned (trusted as the certificate that was chosen, whoever vouches for it), "
               "chain), `findings`, `frames` (with `--trace-frames`: seq, ns since the send began, "
               "dir, "
               "connection, type, stream, flags, length, what its type adds, and fields: name, "
               "value, form, index, octets), `error` (null, or layer, code, phase, message, "
               "detail, "
               "retrySafe) and `exitCode`.") +
           paragraph(
               "A body is `text` if it is UTF-8 without NUL, and `base64` otherwise. One of more "
               "than 64 MiB, decoded, is neither: the member `omitted` says so, beside its bytes "
               "and sha256. With `-o` the body goes to the file and the member `file` names it.") +
           paragraph(
               "request, response, timings and connection are those of the last hop. Nothing is "
               "masked: look at it before you pass it on.");
}

QByteArray historyList()
{
    return ".SH THE LIST OF HISTORY \\-\\-JSON\n" +
           paragraph(
               "One JSON array, the newest call first. Each is an object: `id` (for `sonde "
               "history show`), `at` (when it was sent, in UTC), `method`, `url` (of the first "
               "request, without credentials), `status` (of the last response, or null), "
               "`version`, `durationUs` (microseconds from its start to its end), `bodyBytes` "
               "(of the last body, decoded), `hops` (redirects and retries count), `pinned`, "
               "`cut` (only the beginning of a body was kept), `from` (`send` or `run`), `title` "
               "and `file` (of the "
               "request it was sent from, or null) and `error` (one sentence, or null).");
}

QByteArray exits()
{
    QByteArray text = ".SH EXIT STATUS\n" + paragraph("The numbers are those of curl.");
    for (const ExitCodeRow &row : exitCodes())
        text += ".TP\n.B " + QByteArray::number(row.number) + '\n' + prose(row.meaning) + ".\n";
    return text;
}

QByteArray environmentChapter()
{
    struct Variable {
        QByteArrayView name;
        QByteArrayView meaning;
    };
    static constexpr Variable variables[] = {
        {"http_proxy, https_proxy, all_proxy", "The proxy to send through, as for `--proxy`."},
        {"no_proxy", "Hosts, separated by commas, that are reached without it."},
        {"NO_COLOR", "If set and not empty, nothing is coloured."},
        {"SSLKEYLOGFILE", "A file that TLS keys are added to, for Wireshark."},
        {"SONDE_PASSPHRASE", "Opens the encrypted file of secrets, where there is no keychain."},
        {"SONDE_SECRETS",
         "`keychain` or `file`: where secrets are kept and looked for, instead of in the keychain "
         "and, where none answers, in the file."},
        {"COLUMNS", "The width of the waterfall, if the terminal's own is not wanted."},
    };
    QByteArray text = ".SH ENVIRONMENT\n";
    for (const Variable &variable : variables)
        text += ".TP\n.B " + roff(variable.name) + '\n' + prose(variable.meaning) + '\n';
    return text;
}

QByteArray examples()
{
    struct Example {
        QByteArrayView what;
        QByteArrayView command;
    };
    static constexpr Example all[] = {
        {"See where the time goes:", "sonde send https://example.org/ --timings -o /dev/null"},
        {"Post JSON and read the status:",
         "sonde send POST localhost:8080/items --json-data '{\"a\":1}' -w '%{http_code}\\n'"},
        {"Everything as one object:",
         "sonde send --json https://example.org/ | jq .connection.tls"},
        {"HTTP/2 without TLS:", "sonde send --http2-prior-knowledge -v http://localhost:8080/"},
        {"Stream standard input up:", "tar c . | sonde send -T - http://localhost:8080/upload"},
    };
    QByteArray text = ".SH EXAMPLES\n";
    for (const Example &example : all)
        text += ".TP\n" + prose(example.what) + "\n.EX\n" + roff(example.command) + "\n.EE\n";
    return text;
}

} // namespace

QByteArray manualPage()
{
    QByteArray text = ".\\\" Made by sonde help \\-\\-man; change the option table instead.\n"
                      ".TH SONDE 1 \"\" \"Sonde " SONDE_VERSION "\" \"User Commands\"\n"
                      ".SH NAME\nsonde \\- see what really goes over the wire in HTTP\n"
                      ".SH SYNOPSIS\n.B sonde\n.br\n";
    for (const Verb &verb : verbs())
        text +=
            ".B sonde " + roff(verb.name) +
            (verb.arguments.isEmpty() ? QByteArray() : "\n.RI \"" + roff(verb.arguments) + '"') +
            "\n.br\n";
    text +=
        ".SH DESCRIPTION\n" +
        paragraph(
            "Without a verb, `sonde` opens the window. With one it works in the terminal, on the "
            "same engine.");
    for (const Verb &verb : verbs())
        text += ".TP\n.B " + roff(verb.name) + '\n' + prose(verb.help) + ".\n";
    text += paragraph(
        "`sonde send` prints the response's body on standard output as it arrives. A URL "
        "without a scheme is http. The method may stand before the URL or behind `-X`; it is "
        "sent as it is written, and without one it is GET, or what the content asks for.");
    text += paragraph(
        "`sonde playground` prints the URLs of its server and the path of its certificate, "
        "and runs until Ctrl-C. `--http-port` and `--https-port` choose ports; `--demo` sends "
        "a few requests, shows them with their timings and ends.");
    text += options() + otherVerbs() + measuring();
    QByteArray names;
    for (const QByteArray &name : writeOutNames())
        names += (names.isEmpty() ? "" : ", ") + name;
    text += ".SH VALUES OF \\-\\-WRITE\\-OUT\n" +
            paragraph("`%{name}` stands for a value, `%header{name}` for a response field, `%%` "
                      "for a percent "
                      "sign; `\\n`, `\\r` and `\\t` are understood. The names: " +
                      names + '.');
    return text + report() + historyList() + differences() + exits() + environmentChapter() +
           examples() + ".SH SEE ALSO\n.BR curl (1)\n";
}

} // namespace sonde::cli
