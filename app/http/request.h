// A request as planned and a response head as received: plain values, no I/O. Content that is sent
// is described, not held: a list of segments that the client streams.
#pragma once

#include "http/headers.h"
#include "http/method.h"
#include "http/target.h"
#include "http/version.h"

#include <memory>
#include <variant>

namespace sonde::http
{

// Octets in memory.
struct OctetsSegment {
    QByteArray octets;
    bool operator==(const OctetsSegment &) const = default;
};
// A whole file, read while it is sent. Its size is taken when sending starts; a change fails
// loudly.
struct FileSegment {
    QString path;
    bool operator==(const FileSegment &) const = default;
};
// Standard input of this process: length unknown, cannot be sent twice.
struct StdinSegment {
    bool operator==(const StdinSegment &) const = default;
};
using Segment = std::variant<OctetsSegment, FileSegment, StdinSegment>;

struct Content {
    std::vector<Segment> segments;
    QByteArray mediaType; // becomes Content-Type unless the request names one; may be empty
    // Present but empty content is sent with Content-Length: 0; absent content with no field.
    bool present = false;

    [[nodiscard]] static Content none() { return {}; }
    [[nodiscard]] static Content of(QByteArray octets, QByteArray mediaType);
    [[nodiscard]] static Content file(const QString &path, QByteArray mediaType);
    // False if a second sending (a redirect with 307, a retry) could not produce the same octets.
    [[nodiscard]] bool isReplayable() const;
    bool operator==(const Content &) const = default;
};

struct Request {
    Method method;
    Target target;
    Headers headers; // as the user gave them: what the client must add is added when it sends
    Content content;
    VersionPolicy version = VersionPolicy::Auto;

    bool operator==(const Request &) const = default;
};

struct ResponseHead {
    Version version = Version::Http11;
    int status = 0;
    QByteArray reason; // HTTP/1 only
    Headers headers;

    // That a final head follows. None follows 101: the connection then speaks another protocol (RFC
    // 9110 section 15.2.2).
    [[nodiscard]] bool isInterim() const { return status >= 100 && status < 200 && status != 101; }
    [[nodiscard]] bool isRedirect() const;
    bool operator==(const ResponseHead &) const = default;
};

// The registered reason phrase (RFC 9110 section 15), for showing beside an HTTP/2 status; may be
// empty.
[[nodiscard]] QByteArrayView reasonPhrase(int status);

} // namespace sonde::http
