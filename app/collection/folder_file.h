// `_folder.json`: what a folder says of its entries. Octets in, octets out: order, spelling and
// members of others stay. Deleting it leaves every request as it is. Pure but for the two functions
// that name a folder.
#pragma once

#include "http/error.h"

#include <QByteArray>
#include <QStringList>

namespace sonde::collection
{

inline const QString folderFileName = QStringLiteral("_folder.json");
inline constexpr qint64 folderFileLimit = 1 << 20; // octets

[[nodiscard]] QString folderFilePath(const QString &folder);
// Empty if there is none, or more than the limit.
[[nodiscard]] QByteArray folderFileOctets(const QString &folder);

// The order a person gave the entries. Octets that cannot be read order nothing.
[[nodiscard]] QStringList orderIn(const QByteArray &octets);
// Error: the octets are not a JSON object.
[[nodiscard]] http::Result<QByteArray> withOrder(QByteArray octets, const QStringList &order);
// `shown` in that order; names that stand in the file and are not shown keep their neighbour.
[[nodiscard]] QStringList mergedOrder(const QStringList &known, const QStringList &shown);
// What is said of the entry `from` is said of `to`.
[[nodiscard]] http::Result<QByteArray> withRenamedEntry(QByteArray octets, const QString &from,
                                                        const QString &to);
// The member set to that JSON value, or taken away by an empty one; `path` leads through objects.
// Lines of the value are indented as for a member of the root, and moved to where it stands.
[[nodiscard]] http::Result<QByteArray> withFolderMember(QByteArray octets, const QStringList &path,
                                                        QByteArray value);

} // namespace sonde::collection
