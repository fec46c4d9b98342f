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
        Set,       // the variable `name` of `environment` gets `value`; both are made if missing
        SetSecret, // the same, with a marker that names `value` in the keychain
        Remove,    // the variable
        Rename,    // the variable, to `value`
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

struct EditableVariable {
    enum class Kept : quint8 {
        Shared,  // in http-client.env.json
        Private, // in http-client.private.env.json
        Secret,  // in the keychain; the shared file has a marker
        User,    // in http-client.env.json.user, of Visual Studio
    };
    QString name;
    QString value; // of a secret: what is to be written, once it was read or typed
    Kept kept = Kept::Shared;
    QString secretName; // in the keychain; empty: not there yet
    bool operator==(const EditableVariable &) const = default;
};
struct EditableEnvironment {
    QString name;
    std::vector<EditableVariable> variables; // in the order of the files, the private ones last
    bool operator==(const EditableEnvironment &) const = default;
};
// What the shared, the user and the private file of a folder hold, for an editor; $shared comes
// first and is always there. Objects and lists are settings of other programs and left out.
[[nodiscard]] http::Result<std::vector<EditableEnvironment>>
readEnvironments(const QString &folder);
// Writes the differences alone, so that what was changed elsewhere meanwhile stays. Secrets get the
// marker alone; one without a name in the keychain is left out.
[[nodiscard]] http::Result<void> writeEnvironments(const QString &folder,
                                                   const std::vector<EditableEnvironment> &before,
                                                   const std::vector<EditableEnvironment> &after);

} // namespace sonde::collection
