// The environments of a folder: http-client.env.json, which is shared, Visual Studio's
// http-client.env.json.user beside it, and http-client.private.env.json, which is not shared. Read
// only; a value, any thread.
#pragma once

#include "collection/request_document.h"

namespace sonde::collection
{

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
    // empty or unknown name gives $shared alone.
    [[nodiscard]] Variables variables(const QString &name) const;
    // Those of them that the private file gives: not for exports and logs.
    [[nodiscard]] QStringList secretValues(const QString &name) const;

private:
    [[nodiscard]] http::Result<void> add(const QString &path);
    [[nodiscard]] http::Result<void> addFolder(const QString &folder);

    QMap<QString, Variables> m_environments;
    QMap<QString, Variables> m_private;
};

} // namespace sonde::collection
