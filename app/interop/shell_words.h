// Splits what a person pasted from a shell into the words that the program would have been given,
// without running anything: no variable, no command substitution, no file. Pure, any thread.
#pragma once

#include "http/error.h"
#include "interop/remark.h"

#include <optional>
#include <vector>

namespace sonde::interop
{

// What the command would read from standard input.
struct ShellInput {
    enum class Kind : quint8 { File, Text };
    Kind kind = Kind::File;
    QByteArray value; // the path, or the text of a here-document
    bool operator==(const ShellInput &) const = default;
};

struct ShellCommand {
    std::vector<QByteArray> words; // the program's name first
    std::optional<ShellInput> input;
    bool operator==(const ShellCommand &) const = default;
};

// What becomes of $NAME and ${NAME} outside of single quotes.
enum class ShellVariables : quint8 {
    AsText,
    AsPlaceholders, // {{NAME}}
};

struct ShellScript {
    std::vector<ShellCommand> commands; // lists and pipelines flattened, in order
    Remarks notes;                      // what was kept as text: variables, command substitution
    QList<QByteArray> placeholders;     // names of those that were made, each once
};

constexpr qsizetype shellTextLimit =
    4 << 20; // octets; a pasted body larger than this is a file's job

// POSIX quoting, $'…', here-documents, comments and line continuation. Errors: an open quote, too
// long.
[[nodiscard]] http::Result<ShellScript>
splitShell(QByteArrayView text, ShellVariables variables = ShellVariables::AsText);
// Whether it can name a variable.
[[nodiscard]] bool isShellName(QByteArrayView text);
// The same for a command that was copied for Windows' cmd.exe: carets, then the C run-time's
// quoting.
[[nodiscard]] http::Result<ShellScript> splitCmd(QByteArrayView text);
// Whether the text is quoted for cmd.exe, as browsers do for “Copy as cURL (cmd)”.
[[nodiscard]] bool looksLikeCmd(QByteArrayView text);

} // namespace sonde::interop
