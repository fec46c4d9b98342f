// Names for files and folders that a person typed: what cannot leave the folder, hide, or be too
// long for a disk. Pure.
#pragma once

#include "http/error.h"

#include <QString>

namespace sonde::collection
{

enum class NameFor : quint8 { Folder, File };

// The name as it will stand on the disk; a file gets .http unless it ends in .http or .rest.
// Errors: none given, "/" in it, a dot in front, control characters, more than 255 octets, a name
// that Sonde or the system needs.
[[nodiscard]] http::Result<QString> entryName(const QString &typed, NameFor what);

// The name of a folder or file as a list shows it. Asks the disk which of the two it is.
[[nodiscard]] QString shownName(const QString &path);

// "orders", "orders 2", "orders 3": the first that `taken` does not know.
template <typename Taken>
[[nodiscard]] QString freeEntryName(const QString &base, const QString &ending, Taken taken)
{
    for (int number = 1;; ++number) {
        const QString name = (number == 1 ? base : base + u' ' + QString::number(number)) + ending;
        if (!taken(name))
            return name;
    }
}

} // namespace sonde::collection
