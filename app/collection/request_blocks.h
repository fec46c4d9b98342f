// Whole requests of a `.http` file taken out, put in, moved and copied as runs of lines. Every
// result was read again and holds the requests it should, or there is an error and no result. Pure.
#pragma once

#include "collection/http_file.h"

namespace sonde::collection
{

// The request that somebody saw in a list; the file may have changed since.
struct RequestKey {
    size_t index = 0;
    QString label; // HttpRequest::label()
    QString method;
    RequestLikeness likeness;
    bool operator==(const RequestKey &) const = default;
};
// Where it is now. Error: it is gone, or not to be told from another.
[[nodiscard]] http::Result<size_t> findRequest(const HttpFile &file, const RequestKey &key);
[[nodiscard]] RequestKey keyOf(const HttpFile &file, size_t index);

// The lines of one request, ready to stand anywhere: they begin with ###, and what belongs to the
// file, such as @variables, stays behind. Without terminators.
[[nodiscard]] std::vector<QByteArray> requestLines(const HttpFile &file, size_t index);

[[nodiscard]] http::Result<HttpFile> withoutRequest(const HttpFile &file, size_t index);
// In front of the request `before`; as many as there are: at the end. `lines` begin with ###.
[[nodiscard]] http::Result<HttpFile> withRequestLines(const HttpFile &file, size_t before,
                                                      std::vector<QByteArray> lines);
// `before` counts as the requests stand now.
[[nodiscard]] http::Result<HttpFile> withMovedRequest(const HttpFile &file, size_t from,
                                                      size_t before);
// Right behind it, with that title; an @name is made unique.
[[nodiscard]] http::Result<HttpFile> withCopiedRequest(const HttpFile &file, size_t index,
                                                       const QString &title);
[[nodiscard]] http::Result<HttpFile> withTitle(const HttpFile &file, size_t index,
                                               const QString &title);

// Names of the @variables of a file that a request uses.
[[nodiscard]] QStringList fileVariablesUsed(const HttpFile &file, size_t index);

// `base` with both changes in it, where they touch different lines; nothing where they meet.
[[nodiscard]] std::optional<QByteArray> mergedLines(const QByteArray &base, const QByteArray &mine,
                                                    const QByteArray &theirs);

} // namespace sonde::collection
