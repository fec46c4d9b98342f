#include "interop/curl_options.h"

#include <algorithm>
#include <array>

namespace sonde::interop
{
namespace
{

using enum Meaning;
constexpr Takes nothing = Takes::Nothing;
constexpr Takes value = Takes::Value;
constexpr Tools both = Tools::Both;
constexpr Tools pasteOnly = Tools::PasteOnly;
constexpr Tools sendOnly = Tools::SendOnly;

// clang-format off
constexpr auto table = std::to_array<CurlOption>({
    {"request", 'X', value, Method, both, Chapter::Request, "METHOD", "Use this method; it may also be written before the URL"},
    {"header", 'H', value, Header, both, Chapter::Request, "LINE", "Add a field `Name: value`; `Name:` leaves one out, `Name;` sends it empty, `@FILE` reads them"},
    {"user-agent", 'A', value, UserAgent, both, Chapter::Request, "TEXT", "Send this User-Agent; empty leaves it out"},
    {"referer", 'e', value, Referer, both, Chapter::Request, "URL", "Send this Referer"},
    {"cookie", 'b', value, Cookie, both, Chapter::Request, "DATA|FILE", "Send cookies `a=1; b=2`, or those of a cookie file"},
    {"user", 'u', value, User, both, Chapter::Request, "NAME:PASSWORD", "Send Basic credentials; without a colon the password is asked for"},
    {"oauth2-bearer", 0, value, Bearer, both, Chapter::Request, "TOKEN", "Send `Authorization: Bearer TOKEN`"},
    {"basic", 0, nothing, Basic, both, Chapter::Request, "", "Use Basic authentication, which is the default"},
    {"range", 'r', value, Range, both, Chapter::Request, "RANGE", "Ask for these octets only, as in `0-499`"},
    {"head", 'I', nothing, Head, both, Chapter::Request, "", "Send HEAD and print the response head"},
    {"url", 0, value, Url, both, Chapter::Request, "URL", "The URL, for when it begins with a dash"},
    {"url-query", 0, value, UrlQuery, both, Chapter::Request, "DATA", "Add to the query, encoded as --data-urlencode does; `+TEXT` adds it as it is"},
    {"request-target", 0, value, RequestTarget, both, Chapter::Request, "TARGET", "Send this request target instead of the URL's, as in `OPTIONS *`"},
    {"path-as-is", 0, nothing, PathAsIs, both, Chapter::Request, "", "Accepted and without effect: dot segments are always sent as they are written"},
    {"globoff", 'g', nothing, GlobOff, both, Chapter::Request, "", "Accepted and without effect: braces and brackets in a URL are never expanded"},

    {"data", 'd', value, Data, both, Chapter::Content, "DATA|@FILE", "Send this content with POST; several are joined by `&`; `@FILE` without its line breaks, `@-` is standard input"},
    {"data-ascii", 0, value, Data, both, Chapter::Content, "DATA|@FILE", "The same as --data"},
    {"data-raw", 0, value, DataRaw, both, Chapter::Content, "DATA", "As --data, with no meaning in `@`"},
    {"data-binary", 0, value, DataBinary, both, Chapter::Content, "DATA|@FILE", "As --data, and a file is sent octet for octet, streamed"},
    {"data-urlencode", 0, value, DataUrlencode, both, Chapter::Content, "DATA", "As --data, percent-encoded: `TEXT`, `=TEXT`, `NAME=TEXT`, `@FILE`, `NAME@FILE`"},
    {"json", 0, value, Json, pasteOnly, Chapter::None, "", ""},
    {"json-data", 0, value, Json, sendOnly, Chapter::Content, "DATA|@FILE", "What curl calls --json: send JSON and ask for JSON; also written --json=DATA"},
    {"form", 'F', value, Form, both, Chapter::Content, "NAME=CONTENT", "Send multipart/form-data: `name=text`, `name=@FILE`, `name=<FILE`, then `;type=` and `;filename=`"},
    {"form-string", 0, value, FormString, both, Chapter::Content, "NAME=TEXT", "As --form, with no meaning in `@`, `<` and `;`"},
    {"upload-file", 'T', value, Upload, both, Chapter::Content, "FILE", "Send the file with PUT, streamed; `-` is standard input, of unknown length"},
    {"get", 'G', nothing, Get, both, Chapter::Content, "", "Put what --data gives into the query and send GET"},

    {"location", 'L', nothing, Location, both, Chapter::Response, "", "Follow redirects"},
    {"location-trusted", 0, nothing, LocationTrusted, both, Chapter::Response, "", "Follow redirects and send credentials to other hosts too"},
    {"max-redirs", 0, value, MaxRedirs, both, Chapter::Response, "NUMBER", "Follow at most so many redirects; 20 unless told, -1 for 10,000"},
    {"compressed", 0, nothing, Compressed, both, Chapter::Response, "", "Ask for gzip, deflate, br and zstd, and decode what comes"},
    {"raw", 0, nothing, Raw, both, Chapter::Response, "", "Do not decode the content coding, even with --compressed"},
    {"bomb-limit", 0, value, BombLimit, sendOnly, Chapter::Response, "OCTETS", "Stop decoding content that inflates more than 1,000 times past this size; 0 goes on"},

    {"http1.0", '0', nothing, Http10, both, Chapter::Connection, "", "Send HTTP/1.0"},
    {"http1.1", 0, nothing, Http11, both, Chapter::Connection, "", "Send HTTP/1.1 and offer nothing else"},
    {"http2", 0, nothing, Http2, both, Chapter::Connection, "", "Send HTTP/2 over TLS or fail; without it https offers both"},
    {"http2-prior-knowledge", 0, nothing, Http2PriorKnowledge, both, Chapter::Connection, "", "Send HTTP/2 without TLS and without asking"},
    {"http3", 0, nothing, Http3, both, Chapter::Connection, "", "Reserved: this version does not send HTTP/3 and says so"},
    {"http3-only", 0, nothing, Http3, pasteOnly, Chapter::None, "", ""},
    {"resolve", 0, value, Resolve, both, Chapter::Connection, "HOST:PORT:ADDRESS[,ADDRESS]", "Use these addresses for the host and port, without a look-up"},
    {"ipv4", '4', nothing, Ipv4, both, Chapter::Connection, "", "Use IPv4 addresses only"},
    {"ipv6", '6', nothing, Ipv6, both, Chapter::Connection, "", "Use IPv6 addresses only"},
    {"proxy", 'x', value, Proxy, both, Chapter::Connection, "[http://]HOST:PORT", "Send through this HTTP proxy; empty uses none"},
    {"proxy-user", 'U', value, ProxyUser, both, Chapter::Connection, "NAME:PASSWORD", "Basic credentials for the proxy"},
    {"proxytunnel", 'p', nothing, ProxyTunnel, both, Chapter::Connection, "", "Tunnel through the proxy with CONNECT even for http"},
    {"noproxy", 0, value, NoProxy, both, Chapter::Connection, "HOSTS", "Hosts, separated by commas, that are reached without the proxy; `*` is all"},
    {"connect-timeout", 0, value, ConnectTimeout, both, Chapter::Connection, "SECONDS", "Limit for look-up, connecting, proxy and TLS together; 30 unless told"},
    {"max-time", 'm', value, MaxTime, both, Chapter::Connection, "SECONDS", "Limit for everything, redirects included"},
    {"first-byte-timeout", 0, value, FirstByteTimeout, sendOnly, Chapter::Connection, "SECONDS", "Limit from the request sent to the first octet of the response"},
    {"idle-timeout", 0, value, IdleTimeout, sendOnly, Chapter::Connection, "SECONDS", "Limit between two arrivals"},
    {"expect100-timeout", 0, value, ContinueTimeout, both, Chapter::Connection, "SECONDS", "How long `Expect: 100-continue` is waited on; 1 unless told"},
    {"linger", 0, value, Linger, sendOnly, Chapter::Connection, "MS", "Keep an HTTP/2 connection open so many milliseconds after the last stream"},

    {"insecure", 'k', nothing, Insecure, both, Chapter::Tls, "", "Go on when the certificate cannot be verified, and say so in red"},
    {"cacert", 0, value, CaCert, both, Chapter::Tls, "FILE", "Trust the certificates of this PEM file instead of the system's"},
    {"cert", 'E', value, Cert, both, Chapter::Tls, "FILE[:PASSWORD]", "Client certificate in PEM"},
    {"key", 0, value, Key, both, Chapter::Tls, "FILE", "Private key of the client certificate, if it is not in its file"},
    {"pass", 0, value, Pass, both, Chapter::Tls, "PHRASE", "Pass phrase of the private key"},

    {"output", 'o', value, Output, both, Chapter::Output, "FILE", "Write the body to this file"},
    {"remote-name", 'O', nothing, RemoteName, both, Chapter::Output, "", "Write the body to a file with the last name of the URL"},
    {"create-dirs", 0, nothing, CreateDirs, both, Chapter::Output, "", "Make the folders that the output file needs"},
    {"include", 'i', nothing, Include, both, Chapter::Output, "", "Print response heads before the body: each 1xx, each redirect, and trailers after it"},
    {"show-headers", 0, nothing, Include, both, Chapter::None, "", ""},
    {"verbose", 'v', nothing, Verbose, both, Chapter::Output, "", "Print the conversation on standard error: `*` connection, `>` sent, `<` received, HTTP/2 frame by frame"},
    {"show-secrets", 0, nothing, ShowSecrets, sendOnly, Chapter::Output, "", "Show credentials and cookies in what --verbose prints and in files for evidence"},
    {"silent", 's', nothing, Silent, both, Chapter::Output, "", "No progress and no error message; the exit code tells"},
    {"show-error", 'S', nothing, ShowError, both, Chapter::Output, "", "Show the error message even with --silent"},
    {"buffer", 'N', nothing, Quiet, both, Chapter::Output, "", "Accepted, and its usual form --no-buffer, without effect: the body is never held back"},
    {"write-out", 'w', value, WriteOut, both, Chapter::Output, "FORMAT", "Print this after the transfer; `%{name}` stands for a value, `@FILE` reads the format"},
    {"fail", 'f', nothing, Fail, both, Chapter::Output, "", "Print no body for a status of 400 and above, and exit with 22"},
    {"fail-with-body", 0, nothing, FailWithBody, both, Chapter::Output, "", "As --fail, and print the body"},
    {"json", 0, nothing, JsonReport, sendOnly, Chapter::Output, "", "Print one JSON object that tells everything, also for a failure (curl's --json is --json-data here)"},
    {"timings", 0, nothing, Timings, sendOnly, Chapter::Output, "", "Print a waterfall of every hop on standard error"},
    {"trace-frames", 0, nothing, TraceFrames, sendOnly, Chapter::Output, "", "Print every HTTP/2 frame on standard error; with --json the report lists them instead"},
    {"har", 0, value, Har, sendOnly, Chapter::Output, "FILE", "Write every hop with its timings to this file as an HTTP archive (HAR 1.2); credentials and cookies become *** unless --show-secrets is given"},
    {"pcapng", 0, value, Pcapng, sendOnly, Chapter::Output, "FILE", "Write what went over every connection to this file as packets for Wireshark, outside of TLS; credentials are overwritten unless --show-secrets is given, and then the keys of the TLS are in it, too"},
    {"bundle", 0, value, Bundle, sendOnly, Chapter::Output, "FILE", "Write everything known to this evidence bundle (NAME.sonde), which `sonde show` reads; credentials are overwritten unless --show-secrets is given"},
    {"history", 0, nothing, History, sendOnly, Chapter::Output, "", "Keep this call in the history, which `sonde history` and the window show; credentials are overwritten in it, with --show-secrets, too. Without this option nothing that the terminal sends is kept"},
    {"filter", 0, value, Filter, sendOnly, Chapter::Output, "JSONPATH", "Print, one a line, the values of the body that this JSONPath expression (RFC 9535) selects"},
    {"jq", 0, value, Jq, sendOnly, Chapter::Output, "EXPR", "As --filter, for an expression of jq, which has to be installed"},
    {"pretty", 0, nothing, Pretty, sendOnly, Chapter::Output, "", "Print a body of JSON, XML, HTML, CSS or JavaScript, or what --filter and --jq select, laid out for reading"},
    {"events", 0, nothing, Events, sendOnly, Chapter::Output, "", "Print server-sent events and JSON lines one by one as they arrive: time, gap, type, id, data"},
    {"reconnect", 0, value, Reconnect, sendOnly, Chapter::Output, "TIMES", "With --events: when the stream ends or is cut, wait as long as the server asks and send the request again with Last-Event-ID, so many times"},
    {"help", 'h', nothing, Help, both, Chapter::Output, "", "Print a summary of these options"},
    {"version", 'V', nothing, Version, both, Chapter::Output, "", "Print the version"},
    {"next", ':', nothing, Next, pasteOnly, Chapter::None, "", ""},

    {"anyauth", 0, nothing, OtherAuth, pasteOnly, Chapter::None, "", ""},
    {"digest", 0, nothing, OtherAuth, pasteOnly, Chapter::None, "", ""},
    {"ntlm", 0, nothing, OtherAuth, pasteOnly, Chapter::None, "", ""},
    {"negotiate", 0, nothing, OtherAuth, pasteOnly, Chapter::None, "", ""},
});
// clang-format on

bool has(const CurlOption &option, Tool tool)
{
    return option.tools == Tools::Both ||
           option.tools == (tool == Tool::SondeSend ? Tools::SendOnly : Tools::PasteOnly);
}

// The tables that a tool reads: everything curl knows only matters to a pasted command.
template <typename Match>
const CurlOption *first(Tool tool, Match match)
{
    const auto fits = [&](const CurlOption &option) { return has(option, tool) && match(option); };
    if (const auto found = std::ranges::find_if(table, fits); found != table.end())
        return &*found;
    if (tool == Tool::SondeSend)
        return nullptr;
    const auto others = otherCurlOptions();
    const auto found = std::ranges::find_if(others, fits);
    return found != others.end() ? &*found : nullptr;
}

} // namespace

std::span<const CurlOption> curlOptions()
{
    return table;
}

const CurlOption *findOption(QByteArrayView name, Tool tool)
{
    return first(tool, [&](const CurlOption &option) { return option.name == name; });
}

const CurlOption *findOption(char letter, Tool tool)
{
    return first(tool, [&](const CurlOption &option) { return letter && option.letter == letter; });
}

const CurlOption *findAbbreviated(QByteArrayView prefix, Tool tool)
{
    const CurlOption *only = nullptr;
    bool ambiguous = false;
    // Never matches: it looks at all and remembers.
    (void)first(tool, [&](const CurlOption &option) {
        if (!prefix.isEmpty() && option.name.startsWith(prefix)) {
            ambiguous = ambiguous || only;
            only = &option;
        }
        return false;
    });
    return ambiguous ? nullptr : only;
}

bool isCurlOption(QByteArrayView name)
{
    return findOption(name, Tool::PastedCurl);
}

} // namespace sonde::interop
