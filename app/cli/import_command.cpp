#include "cli/import_command.h"

#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/terminal.h"
#include "interop/import_plan.h"
#include "interop/importer.h"

#include <QFile>
#include <QFileInfo>

namespace sonde::cli
{
namespace
{

constexpr VerbOption options[] = {
    {"to", "DIR", "Write there: a new or empty folder, or else a new folder inside it"},
    {"dry-run", "", "Say what would be written and what cannot be carried, and write nothing"},
    {"from", "FORMAT", "Take the source for postman, postman-environment, har or curl"},
};

http::Result<QByteArray> readSource(const QString &path)
{
    QFile file(path);
    const bool isInput = path == u"-";
    const bool opened = isInput ? file.open(stdin, QIODevice::ReadOnly)
                                : QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly);
    if (!opened)
        return std::unexpected(http::Error{
            .layer = http::Layer::File,
            .code = QFileInfo::exists(path) ? http::Code::FileUnreadable : http::Code::FileMissing,
            .sentence = QStringLiteral("The source “%1” cannot be read; name a file.").arg(path)});
    QByteArray octets;
    while (octets.size() <= interop::Importer::sizeLimit) {
        const QByteArray piece = file.read(1 << 20);
        if (piece.isEmpty())
            break;
        octets += piece;
    }
    return octets;
}

QByteArray preview(const interop::ImportPlan &plan)
{
    QByteArray text;
    for (const interop::PlannedFile &file : plan.files) {
        text += "  " + harmless(file.path.toUtf8());
        if (file.requests > 0)
            text += "  (" + QByteArray::number(quint64(file.requests)) +
                    (file.requests == 1 ? " request)" : " requests)");
        text += '\n';
    }
    if (!plan.notes.empty())
        text += "\nNot carried, or not quite:\n";
    for (const interop::ImportNote &note : plan.notes) {
        const QString where =
            note.where.isEmpty() ? QString() : note.where.text() + QStringLiteral(": ");
        text += "  " + harmless(where.toUtf8()) + harmless(note.what.text().toUtf8()) + '\n';
    }
    return text;
}

} // namespace

const VerbSyntax &importSyntax()
{
    static constexpr VerbSyntax syntax{
        .name = "import",
        .arguments = "SOURCE",
        .help = "Turns a Postman collection (2.0, 2.1) or environment, an HTTP archive (HAR) or a "
                "script of curl commands into .http files and environment files, and says what "
                "cannot be carried. - is standard input. All files are written, or none.",
        .options = options,
    };
    return syntax;
}

int importCommand(std::span<const QByteArray> words)
{
    const auto read = VerbWords::read(words, importSyntax());
    if (!read)
        return refuseWith(read.error());
    if (read->wantsHelp()) {
        printText(verbHelp(importSyntax()));
        return exit_code::success;
    }
    const auto to = read->value("to");
    if (!to && !read->has("dry-run"))
        return refuseWith({.layer = http::Layer::Request,
                           .code = http::Code::ConflictingOptions,
                           .sentence = QStringLiteral("sonde import needs --to DIR, or --dry-run "
                                                      "to see what it would write.")});
    const QString source = QFile::decodeName(read->plain().front());
    const auto octets = readSource(source);
    if (!octets)
        return refuseWith(octets.error());
    const auto imported = interop::readForeign(*octets, QFileInfo(source).completeBaseName(),
                                               read->value("from").value_or(QByteArray()));
    if (!imported)
        return refuseWith(imported.error());
    const auto plan = interop::planImport(*imported);
    if (!plan)
        return refuseWith(plan.error());
    QByteArray place;
    if (!read->has("dry-run")) {
        const auto written = interop::writeImport(*plan, QFile::decodeName(*to));
        if (!written)
            return refuseWith(written.error());
        place = QFile::encodeName(*written);
    }
    printText(QByteArray::number(quint64(plan->requests)) +
              (plan->requests == 1 ? " request" : " requests") +
              (place.isEmpty() ? QByteArray(" would be written:")
                               : " written to " + harmless(place) + ':') +
              "\n" + preview(*plan));
    return exit_code::success;
}

} // namespace sonde::cli
