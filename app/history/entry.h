// One call that was sent, as a list shows it, and what of it can be found. A value.
#pragma once

#include "http/error.h"
#include "http/version.h"

#include <QString>

#include <chrono>
#include <vector>

namespace sonde::history
{

enum class EntryId : qint64 {};

// How a call came to be sent. Stored: numbers stay.
enum class Origin : quint8 {
    Send, // on its own, by hand
    Run,  // among the requests of a file or folder
};
[[nodiscard]] const char *nameOf(Origin origin); // as filters and JSON spell it

struct Entry {
    EntryId id{};
    qint64 at = 0; // when it was sent: milliseconds since 1970-01-01 UTC
    QString method;
    QString url;    // of the first request, without secrets
    int status = 0; // of the last response; 0: there was none
    std::optional<http::Version> version;
    std::chrono::microseconds duration{0}; // from Send to the end
    qint64 octets = 0;                     // of the last body, decoded
    QString error;                         // one sentence; empty if it ended well
    int hops = 1;                          // redirects and retries are hops
    bool isPinned = false;
    bool isCut = false; // only the beginning of a body was kept
    Origin origin = Origin::Send;
    QString title;    // of the request
    QString file;     // the .http file it was sent from; empty: none
    QString identity; // as below

    bool operator==(const Entry &) const = default;
};

// Which request this was, over all its edits: its name in its file, or else method and URL as they
// are written in the editor.
[[nodiscard]] QString identity(const QString &file, const QString &title, const QString &method,
                               const QString &url);

// $XDG_DATA_HOME/sonde/history
[[nodiscard]] QString defaultFolder();

} // namespace sonde::history
