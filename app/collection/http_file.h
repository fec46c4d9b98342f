// A `.http` file: its requests as values, edited in place so that untouched lines keep their
// octets, and written atomically. A value; any thread.
#pragma once

#include "collection/http_text.h"
#include "collection/request_document.h"

namespace sonde::collection
{

// A line "# [key] value" of a request, such as an assertion or a capture.
struct Annotation {
    QString key;
    QString value;
    size_t line = 0; // 0-based
    bool operator==(const Annotation &) const = default;
};

struct HttpRequest {
    RequestKind kind = RequestKind::Http;
    QString name;             // # @name
    QString description;      // free comment lines above the request line
    RequestDocument document; // its title is "### Title", else the name
    QString problem;          // why it cannot be sent: one sentence; empty if it can
    QStringList
        notes; // what the block holds and Sonde does not carry out, such as a response script
    bool isEditable = true; // false: the block holds what the form cannot show, edit it as text
    std::vector<Annotation> annotations; // all of them, in order
    size_t firstLine = 0;                // 0-based
    size_t lineCount = 0;
    size_t requestLine = 0; // a line number of the file

    // What a list shows: the title, or method and URL.
    [[nodiscard]] QString label() const;
};

// What tells a request from another of the same name, and that it is still what was seen. Hashes of
// this process.
struct RequestLikeness {
    size_t url = 0;
    size_t text = 0;  // from its request line on
    size_t among = 0; // requests in its file

    bool operator==(const RequestLikeness &) const = default;
};

class HttpFile
{
public:
    HttpFile() = default; // empty
    [[nodiscard]] static http::Result<HttpFile> parse(QByteArray octets);
    [[nodiscard]] static http::Result<HttpFile> load(const QString &path);

    // The file to the octet.
    [[nodiscard]] const QByteArray &octets() const { return m_text.octets(); }
    [[nodiscard]] const HttpText &text() const { return m_text; }

    [[nodiscard]] const std::vector<HttpRequest> &requests() const { return m_requests; }
    [[nodiscard]] RequestLikeness likeness(size_t index) const;
    // @name = value, of the whole file; a later line wins.
    [[nodiscard]] Variables variables() const;

    // Rewrites the lines of that one block that differ. Errors: a block that is not editable, and a
    // document the format cannot hold (a body line that would be read as something else); then
    // nothing has changed.
    [[nodiscard]] http::Result<void> replaceRequest(size_t index, const RequestDocument &document);
    // The index of the new request, the last one.
    [[nodiscard]] http::Result<size_t> appendRequest(const RequestDocument &document);

    // Written beside and renamed over: a reader sees the old file or the new one.
    [[nodiscard]] http::Result<void> save(const QString &path) const;

private:
    [[nodiscard]] static HttpFile of(HttpText text);

    HttpText m_text;
    std::vector<HttpRequest> m_requests;
};

} // namespace sonde::collection
