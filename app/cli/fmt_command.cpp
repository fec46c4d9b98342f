#include "cli/fmt_command.h"

#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/request_files.h"
#include "collection/canonical_form.h"

#include <QFile>

#include <limits>

namespace sonde::cli
{
namespace
{

constexpr VerbOption options[] = {
    {"check", "", "Write nothing; name the files that are not tidy, and end with 1 if there are"},
};

// Whether the file was, or would have been, rewritten.
http::Result<bool> tidy(const QString &path, bool check)
{
    const auto file = collection::HttpFile::load(path);
    if (!file)
        return std::unexpected(file.error());
    const auto tidied = collection::canonicalForm(*file);
    if (!tidied) {
        http::Error error = tidied.error();
        error.sentence += QStringLiteral(" (%1)").arg(path);
        return std::unexpected(error);
    }
    if (tidied->octets() == file->octets())
        return false;
    if (!check) {
        if (const auto saved = tidied->save(path); !saved)
            return std::unexpected(saved.error());
    }
    return true;
}

} // namespace

const VerbSyntax &fmtSyntax()
{
    static constexpr VerbSyntax syntax{
        .name = "fmt",
        .arguments = "FILE|FOLDER…",
        .help = "Writes .http files in the form that all programs read alike: ### in the first "
                "column with a blank line above, methods written out, one blank after #, “Name: "
                "value”, no white space at the ends of lines. Bodies, scripts and lines that are "
                "not understood are not touched, and a file whose meaning would change is left "
                "as it is.",
        .options = options,
        .most = std::numeric_limits<size_t>::max(),
    };
    return syntax;
}

int fmtCommand(std::span<const QByteArray> words)
{
    const auto read = VerbWords::read(words, fmtSyntax());
    if (!read)
        return refuseWith(read.error());
    if (read->wantsHelp()) {
        printText(verbHelp(fmtSyntax()));
        return exit_code::success;
    }
    const bool check = read->has("check");
    int code = exit_code::success;
    QByteArray named;
    for (const QByteArray &word : read->plain()) {
        const auto files = requestFiles(QFile::decodeName(word));
        if (!files) {
            code = refuseWith(files.error());
            continue;
        }
        for (const QString &path : *files) {
            const auto changed = tidy(path, check);
            if (!changed) {
                code = refuseWith(changed.error());
            } else if (*changed) {
                named += QFile::encodeName(path) + '\n';
                if (check && code == exit_code::success)
                    code = exit_code::checkFailed;
            }
        }
    }
    printText(named);
    return code;
}

} // namespace sonde::cli
