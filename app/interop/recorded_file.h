// Exchanges that were recorded and saved, opened again: an evidence bundle with all there was, or
// an HTTP archive with what such a one holds. Any thread; reads the disk and writes the spool.
#pragma once

#include "client/call.h"
#include "interop/remark.h"

#include <QIODevice>
#include <QStringList>

namespace sonde::interop
{

struct Recorded {
    enum class Kind : quint8 { Bundle, Archive };

    std::shared_ptr<client::Call> call; // over
    Kind kind = Kind::Bundle;
    QString made;                                   // when, ISO 8601; may be empty
    QList<std::pair<QString, QString>> environment; // of the program that made it
    bool redacted = false;
    QStringList masked; // names of what is masked
    Remarks notes;      // what could not be read
};

struct Bundle;
[[nodiscard]] Recorded recordedOf(Bundle &&bundle);

// Errors: FileMissing, FileUnreadable; those of either format, with a sentence.
[[nodiscard]] http::Result<Recorded> openRecorded(const QString &path,
                                                  const QString &spoolFolder = {});

// Every entry of an HTTP archive as a hop, in its order; what the archive does not say is missing
// there, too. At most `maxArchiveHops`.
inline constexpr size_t maxArchiveHops = 1000;
[[nodiscard]] http::Result<Recorded> readArchive(const QByteArray &octets,
                                                 const QString &spoolFolder = {});

} // namespace sonde::interop
