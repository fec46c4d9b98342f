#include "lab/run_keeping.h"

namespace sonde::lab
{

history::Sent sentOf(const PlannedRequest &request)
{
    const RunFile &file = *request.file;
    QStringList secrets = file.secrets;
    for (const QString &value : file.secretVariables) {
        if (!secrets.contains(value))
            secrets.append(value);
    }
    return {.document = request.request().document,
            .file = file.path,
            .secrets = secrets,
            .origin = history::Origin::Run};
}

} // namespace sonde::lab
