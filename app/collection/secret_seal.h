// Secrets sealed into octets and back: AES-256-GCM under a key that scrypt derives from a
// passphrase, or under a key of its own. Pure but for random numbers; any thread.
#pragma once

#include "collection/secret_store.h"

namespace sonde::collection
{

// What opens a sealed file: a passphrase in UTF-8, or 32 octets of a key file.
struct SecretKey {
    enum class Kind : quint8 { Passphrase, KeyFile };
    Kind kind = Kind::Passphrase;
    QByteArray octets;
};

struct SealedHead {
    SecretKey::Kind key = SecretKey::Kind::Passphrase;
    QStringList names; // of what is inside; not secret, but sealed against change
};

// Faults: Failed if OpenSSL has no more memory or no random numbers.
[[nodiscard]] SecretResult<QByteArray> sealed(const SecretValues &values, const SecretKey &key);
// Tells what key it wants without one. Faults: Damaged.
[[nodiscard]] SecretResult<SealedHead> sealedHead(const QByteArray &octets);
// Faults: WrongPassphrase, Damaged.
[[nodiscard]] SecretResult<SecretValues> unsealed(const QByteArray &octets, const SecretKey &key);

// Random octets for a key file. Empty if there are none to be had.
[[nodiscard]] QByteArray freshKey();

} // namespace sonde::collection
