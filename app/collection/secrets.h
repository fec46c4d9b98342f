// Variables whose values are kept in the keychain or the file in its place: how a file of
// environments marks one, which of them a request needs, and their values laid in. Pure; any
// thread.
#pragma once

#include "collection/environments.h"
#include "collection/secret_store.h"

#include <QJsonValue>

#include <functional>

namespace sonde::collection
{

// The name that a marker gives, {"provider": "Sonde", "secretName": "token-k3v9q2mw"}, in the form
// that Visual Studio has for its own providers; empty if it is none.
[[nodiscard]] QString secretNameIn(const QJsonValue &value);
[[nodiscard]] QByteArray secretMarker(const QString &secretName);
// A new one for a variable: unlike any other on any computer, so that a folder that moves, and a
// clone of it, keep what they mean.
[[nodiscard]] QString freshSecretName(const QString &variable);

// The variables whose values are there, read or not.
[[nodiscard]] QStringList namesOfSecrets(const Definitions &names);
// The names there of those of the variables `used` that cannot be filled in without it.
[[nodiscard]] QStringList lockedSecrets(const Definitions &names, const QStringList &used);
// Says of each secret which store has it.
void placeSecrets(Definitions &names, const std::function<SecretPlace(const QString &)> &placeOf);
void unlockSecrets(Definitions &names, const SecretValues &values);
// Each locked one of the variables `used`, with what to do about it; `note` says why, if known.
[[nodiscard]] QMap<QString, QString> missingSecrets(const Definitions &names,
                                                    const QStringList &used, const QString &note);

} // namespace sonde::collection
