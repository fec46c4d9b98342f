// One request as the text it is in a `.http` file: its lines to the octet, read as a request, and
// either changed by what the form says. The text face of a RequestDocument. Pure functions.
#pragma once

#include "collection/http_file.h"

namespace sonde::collection
{

// The lines of one block. Without a ### of its own it may still stand in a file that has them, and
// then a second request line in it is no second request.
struct RequestText {
    QByteArray octets;
    bool separated = false;
    bool operator==(const RequestText &) const = default;
    [[nodiscard]] bool isEmpty() const { return octets.isEmpty(); }
};

struct TextFault {
    size_t line = 0; // of the text, 0-based
    QString sentence;
    bool operator==(const TextFault &) const = default;
};

struct ReadText {
    HttpText text;                      // with the lines of RequestText, to be coloured
    size_t firstLine = 0;               // where they begin in it
    std::optional<HttpRequest> request; // the first one; none if there is no request line
    std::vector<TextFault> faults;      // in the order of the lines
};

inline constexpr qsizetype requestTextLimit = 1 << 20; // octets that are edited as text

// The text as a file of its own, and the line of it where the text begins.
struct TextFile {
    HttpFile file;
    size_t firstLine = 0;
};
[[nodiscard]] http::Result<TextFile> asFile(const RequestText &text);

// Error: more than requestTextLimit, or not a text that a .http file can be.
[[nodiscard]] http::Result<ReadText> readText(const RequestText &text);

// The request of that number, as it stands in the file.
[[nodiscard]] RequestText textOf(const HttpFile &file, size_t index);
// As it would be written into a new file. Errors: those of HttpFile::appendRequest().
[[nodiscard]] http::Result<RequestText> textOf(const RequestDocument &document);

// The lines that differ say what the document says. Errors: those of HttpFile::replaceRequest(),
// and a text that is no request. A document without a URL leaves its method alone on a line, and
// such a line takes the URL once there is one.
[[nodiscard]] http::Result<RequestText> withDocument(const RequestText &text,
                                                     const RequestDocument &document);

// The file with the text in the place of that request, every other octet as it was. Error: other
// requests of the file would mean something else.
[[nodiscard]] http::Result<HttpFile> withText(const HttpFile &file, size_t index,
                                              const RequestText &text);

} // namespace sonde::collection
