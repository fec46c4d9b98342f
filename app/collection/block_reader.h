// Reads one block of a `.http` file as a request and remembers which line each part of it stands
// on, so that the writer can change that line alone. Pure function.
#pragma once

#include "collection/http_file.h"

namespace sonde::collection
{

// Where in the file a request's parts are.
struct BlockPlaces {
    size_t requestLine = 0;
    std::vector<size_t> continuations;
    std::vector<size_t> disabledQuery; // one per disabledParams row
    std::vector<size_t> headers;       // one per headers row
    std::optional<size_t> contentType; // the Content-Type line that the body mode stands for
    size_t headEnd = 0;                // one past the last line of request line, query and headers
    size_t bodyFirst = 0;              // the body's lines, without blank ones round it
    size_t bodyCount = 0;
    std::optional<size_t> noRedirect;
    std::optional<size_t> timeout;
    std::optional<size_t> connectTimeout;
    std::optional<size_t> verify;
    std::optional<size_t> auth;
    std::vector<size_t> switchedOff; // # [form] and # [part]: rows of the body that are off
};

struct ReadBlock {
    HttpRequest request;
    BlockPlaces places;
};

// The block of the request of that number; null if there are not as many.
[[nodiscard]] const Block *blockOf(const HttpText &text, size_t request);
// The block must have a request line.
[[nodiscard]] ReadBlock readBlock(const HttpText &text, const Block &block);

// "600", "600 s", "2m", "1500 ms"; a bare number is seconds. Nothing for anything else.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseDuration(QByteArrayView text);

// "key" and "value" of a tag "@key value" or "@key = value", or of an annotation "[key] value",
// given the text behind the comment sign.
struct KeyValue {
    QByteArrayView key;
    QByteArrayView value;
};
[[nodiscard]] KeyValue tagParts(QByteArrayView comment);
[[nodiscard]] KeyValue annotationParts(QByteArrayView comment);

} // namespace sonde::collection
