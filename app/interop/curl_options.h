// The one table of curl's command line options: read when a curl command is pasted into the window
// and when `sonde send` is run. Immutable data, any thread.
#pragma once

#include <QByteArrayView>

#include <span>

namespace sonde::interop
{

// Who is reading: a pasted command means exactly what it means to curl, `sonde send` has flags of
// its own and takes --json for the report.
enum class Tool : quint8 { PastedCurl, SondeSend };

// What an option does to the request; several spellings may share one.
enum class Meaning : quint8 {
    // Known by name and arity only
    Quiet,      // concerns what curl prints or keeps: nothing is lost without it
    NotCarried, // changes what is sent or how, and Sonde cannot do it: a note says so
    // Request
    Method,
    Header,
    UserAgent,
    Referer,
    Cookie,
    User,
    Bearer,
    Basic,
    OtherAuth,
    Range,
    Head,
    Url,
    UrlQuery,
    RequestTarget,
    PathAsIs,
    GlobOff,
    // Content
    Data,
    DataRaw,
    DataBinary,
    DataUrlencode,
    Json,
    Form,
    FormString,
    Upload,
    Get,
    // Redirects and codings
    Location,
    LocationTrusted,
    MaxRedirs,
    Compressed,
    Raw,
    // Version
    Http10,
    Http11,
    Http2,
    Http2PriorKnowledge,
    Http3,
    // Connection
    Resolve,
    Ipv4,
    Ipv6,
    Proxy,
    ProxyUser,
    ProxyTunnel,
    NoProxy,
    ConnectTimeout,
    MaxTime,
    ContinueTimeout,
    FirstByteTimeout,
    IdleTimeout,
    // TLS
    Insecure,
    CaCert,
    Cert,
    Key,
    Pass,
    // Output
    Output,
    RemoteName,
    CreateDirs,
    Include,
    Verbose,
    Silent,
    ShowError,
    WriteOut,
    Fail,
    FailWithBody,
    // Sonde's own
    JsonReport,
    Timings,
    TraceFrames,
    Har,
    Pcapng,
    Bundle,
    History,
    Filter,
    Jq,
    Pretty,
    Events,
    Reconnect,
    Linger,
    BombLimit,
    ShowSecrets,
    Fresh,
    // The tool itself
    Next,
    Help,
    Version,
};

enum class Takes : quint8 { Nothing, Value };
enum class Tools : quint8 { Both, PasteOnly, SendOnly };
// The section of the manual page.
enum class Chapter : quint8 { None, Request, Content, Response, Connection, Tls, Output };

struct CurlOption {
    QByteArrayView name; // without the dashes
    char letter = 0;     // 0: none
    Takes takes = Takes::Nothing;
    Meaning meaning = Meaning::Quiet;
    Tools tools = Tools::Both;
    Chapter chapter = Chapter::None;
    QByteArrayView value; // how the manual names the value: "FILE"
    QByteArrayView help;  // one sentence without its full stop, for `sonde help send`
};

// Options with a meaning of their own, in the order of the manual page.
[[nodiscard]] std::span<const CurlOption> curlOptions();
// All others that curl knows, so that their values are never taken for URLs.
[[nodiscard]] std::span<const CurlOption> otherCurlOptions();

// By full name, or nothing. `sonde send` knows only what it can do; otherCurlOptions() are left
// out.
[[nodiscard]] const CurlOption *findOption(QByteArrayView name, Tool tool);
[[nodiscard]] const CurlOption *findOption(char letter, Tool tool);
// The option that a prefix means, if it means one alone (curl accepted "--sil" for "--silent").
[[nodiscard]] const CurlOption *findAbbreviated(QByteArrayView prefix, Tool tool);
// True if curl has it, whether or not the tool has.
[[nodiscard]] bool isCurlOption(QByteArrayView name);

} // namespace sonde::interop
