// Files changed in such a way that nobody loses anything: a reader sees the old file or the new
// one, and what another program has written meanwhile is never replaced. Any thread but the GUI's.
#pragma once

#include "http/error.h"

#include <QByteArray>
#include <QString>

namespace sonde::collection
{

enum class Exchanged : quint8 {
    Yes,
    HasChanged, // something else stands there: nothing was done
};

// Puts `octets` in place of `expected`. Looks at what it took away, and puts that back if it is
// something else: there is no moment between looking and writing for another program to get lost
// in. A link is followed; permissions stay.
[[nodiscard]] http::Result<Exchanged> replaceFile(const QString &path, const QByteArray &expected,
                                                  const QByteArray &octets);

// HasChanged: there is something of that name.
[[nodiscard]] http::Result<Exchanged> createFile(const QString &path, const QByteArray &octets);

// A file or folder gets another name; never over something else.
[[nodiscard]] http::Result<Exchanged> renameEntry(const QString &from, const QString &to);

} // namespace sonde::collection
