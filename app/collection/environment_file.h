// Edits of a file of environments that touch nothing else: order, spelling and unknown members of
// the JSON stay as they are. Pure but for save; any thread.
#pragma once

#include "http/error.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace sonde::collection
{

struct EnvironmentEdit {
    enum class Kind : quint8 {
        Set,    // the variable `name` of `environment` gets `value`; both are made if missing
        Remove, // the variable
        Rename, // the variable, to `value`
        AddEnvironment,
        RemoveEnvironment,
        RenameEnvironment, // to `value`
    };
    Kind kind = Kind::Set;
    QString environment;
    QString name;
    QString value;
    bool operator==(const EnvironmentEdit &) const = default;
};

// Empty octets count as an empty object. An edit of something that is not there does nothing.
// Error: octets that are not a JSON object.
[[nodiscard]] http::Result<QByteArray> withEdits(QByteArray octets,
                                                 const std::vector<EnvironmentEdit> &edits);

// Reads the file again, applies the edits and writes it atomically; a private one readable by its
// owner alone. A file without edits is not touched.
[[nodiscard]] http::Result<void> editEnvironmentFile(const QString &path,
                                                     const std::vector<EnvironmentEdit> &edits);

} // namespace sonde::collection
