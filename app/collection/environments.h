// The environments of a folder: http-client.env.json, which is shared, Visual Studio's
// http-client.env.json.user beside it, and http-client.private.env.json, which is not shared. A
// secret is there by name alone. Read only; a value, any thread.
#pragma once

#include "collection/request_document.h"
#include "collection/secret_store.h"

namespace sonde::collection
{

// What one place says that a name means.
struct Definition {
    enum class From : quint8 {
        Program,     // Sonde itself, such as the address of the playground
        Environment, // a file of environments
        File,        // "@name = value" in a request file
        Capture,     // a response
    };
    QString value;
    From from = From::Environment;
    QString environment; // the name it stands under; “$shared” too
    QString path;        // of the file; empty: none
    bool isSecret = false;
    // Under which its value is kept in the keychain, or the file that stands in for it; the value
    // is empty until it was read.
    QString secretName;
    SecretPlace keptIn = SecretPlace::Unknown;
    [[nodiscard]] bool isLocked() const { return !secretName.isEmpty() && value.isEmpty(); }
    bool operator==(const Definition &) const = default;
};
// All that is said of each name; the first is in force and shadows the others.
using Definitions = QMap<QString, std::vector<Definition>>;

class Environments
{
public:
    // Missing files are no error: there are then no environments. Errors: a file that cannot be
    // read, is larger than 16 MiB, or is not a JSON object of objects.
    [[nodiscard]] static http::Result<Environments> load(const QString &folder);
    // Those of `topmost` and every folder on the way down to `folder`; the closest wins.
    [[nodiscard]] static http::Result<Environments> loadBetween(const QString &topmost,
                                                                const QString &folder);
    // One file of that form, whatever its name. Error: it is not there, and as above.
    [[nodiscard]] static http::Result<Environments> loadFile(const QString &path);

    // In alphabetical order, without $shared.
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] bool contains(const QString &name) const { return m_environments.contains(name); }
    // What stands under `name`, and under $shared what it does not have. Private beats public. An
    // empty or unknown name gives $shared alone. What is in the keychain is left out.
    [[nodiscard]] Variables variables(const QString &name) const;
    // Those of them that the private file gives: not for exports and logs.
    [[nodiscard]] QStringList secretValues(const QString &name) const;
    // The same as variables(), with where each comes from and what it shadows.
    [[nodiscard]] Definitions definitions(const QString &name) const;

    // The files that load() looks for in a folder, there or not; a later one beats an earlier.
    [[nodiscard]] static QStringList filesOf(const QString &folder);
    static inline const QString shared = QStringLiteral("$shared");

private:
    [[nodiscard]] http::Result<void> add(const QString &path);
    [[nodiscard]] http::Result<void> addFolder(const QString &folder);

    QMap<QString, Definitions> m_environments;
};

// The folders from `topmost` down to `folder`; `folder` alone if it is not inside.
[[nodiscard]] QStringList foldersBetween(const QString &topmost, const QString &folder);

} // namespace sonde::collection
