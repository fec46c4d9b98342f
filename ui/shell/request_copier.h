// Puts the request of a tab on the clipboard as a command or as code, and says what of it was left
// out or masked. GUI thread; looks at no file.
#pragma once

#include "interop/outgoing_request.h"

#include <QByteArrayView>
#include <QString>

namespace sonde::ui
{

class Backend;
class DocumentPage;

// `language` is one of interop::codeLanguages(). With secrets masked, the page offers the copy that
// has them.
void copyRequest(DocumentPage &page, const Backend &backend, QByteArrayView language,
                 interop::ExportSecrets secrets);

} // namespace sonde::ui
