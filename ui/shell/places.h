// Where the window keeps what it keeps, by the XDG Base Directory Specification: choices, state and
// data strictly apart. A value; tests point it elsewhere.
#pragma once

#include <QString>

namespace sonde::ui
{

struct Places {
    QString configFile;   // choices a person made: theme, language
    QString stateFolder;  // window, tabs, drafts: worth keeping, not worth a backup
    QString sampleFolder; // the sample collection, copied so that it can be written
    QString secretFile;   // encrypted, where no keychain answers; the terminal reads it too
    QString historyFolder;

    [[nodiscard]] static Places ofThisUser();
    [[nodiscard]] static Places under(const QString &folder);
    [[nodiscard]] QString sessionFile() const
    {
        return stateFolder + QStringLiteral("/session.json");
    }
    [[nodiscard]] QString windowFile() const { return stateFolder + QStringLiteral("/window.ini"); }
};

} // namespace sonde::ui
