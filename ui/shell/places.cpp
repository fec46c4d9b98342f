#include "ui/shell/places.h"

#include "collection/secret_file.h"
#include "history/entry.h"
#include "history/limits.h"

#include <QDir>
#include <QStandardPaths>

namespace sonde::ui
{

Places Places::ofThisUser()
{
    const auto generic = [](QStandardPaths::StandardLocation where) {
        return QStandardPaths::writableLocation(where) + QStringLiteral("/sonde");
    };
    // Qt 6.4 knows no state location, so the variable is read by hand; a relative path counts as
    // unset.
    QString state = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(state))
        state = QDir::homePath() + QStringLiteral("/.local/state");
    return {.configFile = history::choicesFile(),
            .stateFolder = state + QStringLiteral("/sonde"),
            .sampleFolder =
                generic(QStandardPaths::GenericDataLocation) + QStringLiteral("/sample"),
            .secretFile = collection::FileSecretStore::pathOfThisUser(),
            .historyFolder = history::defaultFolder()};
}

Places Places::under(const QString &folder)
{
    return {.configFile = folder + QStringLiteral("/config/window.ini"),
            .stateFolder = folder + QStringLiteral("/state"),
            .sampleFolder = folder + QStringLiteral("/data/sample"),
            .secretFile = folder + QStringLiteral("/data/secrets.json"),
            .historyFolder = folder + QStringLiteral("/data/history")};
}

} // namespace sonde::ui
