// A request as a person edits it: every row with its switch, every body mode kept while another is
// active. The form face of one block of a `.http` file.
#pragma once

#include "client/options.h"
#include "http/request.h"

#include <QMap>

namespace sonde::collection
{

// A row of a table that can be switched off without losing it.
struct Row {
    QString name;
    QString value;
    bool enabled = true;
    bool operator==(const Row &) const = default;
};

struct Part { // multipart/form-data
    QString name;
    QString value; // text, or the path if isFile
    bool isFile = false;
    QString mediaType; // empty: text/plain is left out; files get application/octet-stream
    QString fileName;  // empty: the file's own
    bool enabled = true;
    bool operator==(const Part &) const = default;
};

enum class BodyMode : quint8 { None, Json, Text, Form, Multipart, File };

struct Body {
    BodyMode mode = BodyMode::None;
    QString text;      // Json and Text
    QString mediaType; // Text and File; empty: text/plain, application/octet-stream
    std::vector<Row> form;
    std::vector<Part> parts;
    QString file;
    bool operator==(const Body &) const = default;
};

struct Settings {
    http::VersionPolicy version = http::VersionPolicy::Auto;
    bool followRedirects = true;
    bool verifyTls = true;
    std::chrono::milliseconds timeout{0};        // total; 0: none
    std::chrono::milliseconds connectTimeout{0}; // 0: the default
    // What a header line alone does not tell of how the request says who it is: "header NAME" or
    // "query NAME" of an API key, "none" against what its folder says.
    QString auth;
    bool operator==(const Settings &) const = default;
};

struct RequestDocument {
    QString title;
    QString method = QStringLiteral("GET");
    QString url;                     // with its enabled query, variables unresolved
    std::vector<Row> disabledParams; // switched-off query parameters, which the URL does not show
    std::vector<Row> headers;
    Body body;
    Settings settings;
    bool operator==(const RequestDocument &) const = default;
};

// What a request asks for. WebSocket and Grpc are kept in the file and shown, and not sent.
enum class RequestKind : quint8 { Http, GraphQl, WebSocket, Grpc };
// By its method, the scheme of its URL, and REST Client's X-REQUEST-TYPE: GraphQL.
[[nodiscard]] RequestKind kindOf(const RequestDocument &document);

using Variables = QMap<QString, QString>;

struct Resolved {
    http::Request request;
    client::Options options;
};
// Fills variables in and builds what is sent. `literals` are values that came from outside, such as
// captures: they beat variables, and what looks like a variable inside them is text. Relative file
// paths are taken from `folder`. Errors: an unresolved variable by name, a malformed URL, field or
// method, a body file that is not there.
[[nodiscard]] http::Result<Resolved> resolve(const RequestDocument &document,
                                             const Variables &variables, const QString &folder = {},
                                             const Variables &literals = {});

// The query of a URL as rows, and back: editing one row changes only its part of the text.
[[nodiscard]] std::vector<Row> queryRows(const QString &url);
[[nodiscard]] QString withQueryRows(const QString &url, const std::vector<Row> &rows);

} // namespace sonde::collection
