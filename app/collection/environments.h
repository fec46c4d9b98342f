// The environments of a folder: http-client.env.json, which is shared, and
// http-client.private.env.json, which is not. Read only; a value, any thread.
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

    // In alphabetical order, without $shared.
    [[nodiscard]] QStringList names() const;
    // What stands under `name`, and under $shared what it does not have. Private beats public. An
    // empty or unknown name gives $shared alone.
    [[nodiscard]] Variables variables(const QString &name) const;

private:
    [[nodiscard]] http::Result<void> add(const QString &path);

    QMap<QString, Variables> m_environments;
};

} // namespace sonde::collection
