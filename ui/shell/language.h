// The words of the window in another language: ours and Qt's own. GUI thread, before the first
// widget.
#pragma once

#include <QStringList>

class QCoreApplication;

namespace sonde::ui
{

// `language` is a name such as "de" or "pt_BR"; empty: as the system is set. English is always
// there.
void installLanguage(QCoreApplication &application, const QString &language);
// What translations were built in: "de", "en".
[[nodiscard]] QStringList builtInLanguages();

} // namespace sonde::ui
