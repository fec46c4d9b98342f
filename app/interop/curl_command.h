// A pasted curl command as a request: what “Copy as cURL” of a browser, a manual or a colleague
// gives. Pure but for nothing: no file is opened, nothing is run. Any thread.
#pragma once

#include "client/options.h"
#include "collection/request_document.h"
#include "interop/remark.h"

namespace sonde::interop
{

struct CurlCommand {
    collection::RequestDocument document;
    client::Options options; // also what a document does not keep: proxy, addresses, certificates
    Remarks notes;           // what could not be carried
};

// Whether pasted text is worth parseCurl(): its first word is curl, past a prompt and sudo.
[[nodiscard]] bool looksLikeCurl(const QString &text);

struct CurlScript {
    std::vector<CurlCommand> commands;
    Remarks notes; // commands that could not be read, and what the shell would have done
    collection::Variables variables; // of the shell, that the commands use, as the script sets them
};
// Every curl command of a script, its $NAME as {{NAME}}. Errors: there is none, a quote is not
// closed.
[[nodiscard]] http::Result<CurlScript> parseCurlScript(const QString &text);

// The first curl command of the text. Errors: there is none, it names no URL, a quote is not
// closed.
[[nodiscard]] http::Result<CurlCommand> parseCurl(const QString &text);

} // namespace sonde::interop
