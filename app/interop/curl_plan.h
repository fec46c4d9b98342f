// What a curl command line asks for, before any file is read: one value that becomes a
// RequestDocument (a pasted command) or an http::Request (`sonde send`). Pure, any thread.
#pragma once

#include "client/options.h"
#include "http/request.h"
#include "interop/curl_arguments.h"
#include "interop/curl_data.h"

namespace sonde::interop
{

struct HeaderLine {
    enum class Kind : quint8 {
        Set,
        Leave, // `Name:`, not even what Sonde would add
        File,  // lines of a file; `name` is the path
    };
    Kind kind = Kind::Set;
    QByteArray name;
    QByteArray value;
    bool operator==(const HeaderLine &) const = default;
};

// `Name: value`; `Name:` leaves the field out, `Name;` sends it empty. No name: it is none of
// these.
[[nodiscard]] HeaderLine readHeaderLine(const QByteArray &text);

// What happens to the response: for `sonde send` alone.
struct OutputPlan {
    enum class Fail : quint8 { Never, WithoutBody, WithBody };

    std::optional<QByteArray> file; // "-": standard output
    bool remoteName = false;
    bool createFolders = false;
    bool heads = false;
    bool verbose = false;
    bool showSecrets = false;
    bool silent = false;
    bool showError = false;
    bool jsonReport = false;
    bool timings = false;
    bool traceFrames = false;
    std::optional<QByteArray> har;    // a path
    std::optional<QByteArray> pcapng; // a path
    std::optional<QByteArray> bundle; // a path
    bool history = false;             // kept there
    std::optional<QByteArray> filter; // a JSONPath expression
    std::optional<QByteArray> jq;     // or one of jq
    bool pretty = false;
    bool events = false;
    int reconnects = 0; // how often a stream of events is connected to again
    Fail fail = Fail::Never;
    std::optional<QByteArray> writeOut;
};

struct RequestPlan {
    QByteArray url; // as written
    QList<QByteArray> moreUrls;
    std::optional<QByteArray> method;
    bool head = false;
    bool get = false; // -G: data goes into the query
    bool json = false;
    std::vector<HeaderLine> headers;
    std::vector<DataPiece> data;
    std::vector<FormField> form;
    std::optional<QByteArray> upload; // a path; "-": standard input
    std::vector<DataPiece> query;
    std::optional<QByteArray> requestTarget;
    std::optional<QByteArray> userAgent; // empty: leave it out
    std::optional<QByteArray> referer;
    std::optional<QByteArray> user; // "name:password", or "name"
    std::optional<QByteArray> bearer;
    std::optional<QByteArray> range;
    QByteArray cookies; // "a=1; b=2"
    QList<QByteArray> cookieFiles;
    QByteArray noProxy;
    bool otherAuth = false; // Digest, NTLM, Negotiate
    bool http3 = false;
    bool help = false;
    bool version = false;
    http::VersionPolicy versionPolicy = http::VersionPolicy::Auto;
    client::Options options; // with curl's defaults, not the window's: no redirects, no decoding
    OutputPlan output;
    Remarks notes; // what could not be carried; `sonde send` refuses it
};

// Errors: a number, address or proxy that cannot be read (Code::ConflictingOptions). For a pasted
// command these become notes too.
[[nodiscard]] http::Result<RequestPlan> planRequest(const CurlArguments &arguments, Tool tool);

// The method that the plan sends: -X, or what the content asks for.
[[nodiscard]] QByteArray methodOf(const RequestPlan &plan);
// Every field that the plan itself sets, in curl's order; files of -H not included.
[[nodiscard]] http::Headers fieldsOf(const RequestPlan &plan);
// True if `-H Name:` asks to leave this field out.
[[nodiscard]] bool leavesOut(const RequestPlan &plan, QByteArrayView name);
// The URL with a scheme, the upload's file name and `query` appended.
[[nodiscard]] QByteArray urlOf(const RequestPlan &plan, QByteArrayView query);
// The Content-Type that curl would add; empty for none.
[[nodiscard]] QByteArray contentTypeOf(const RequestPlan &plan);

} // namespace sonde::interop
