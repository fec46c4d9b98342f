#include "cli/lint_command.h"

#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/json_writer.h"
#include "cli/request_files.h"
#include "cli/terminal.h"
#include "collection/environments.h"
#include "collection/portability.h"
#include "collection/secrets.h"

#include <QFile>
#include <QFileInfo>

namespace sonde::cli
{
namespace
{

using collection::PortabilityFinding;
using collection::Reader;
using http::Result;

constexpr VerbOption options[] = {
    {"for", "PROGRAMS",
     "Look at these programs alone: jetbrains, rest-client, httpyac, visual-studio, kulala, "
     "separated by commas"},
    {"json", "", "Print the findings as one JSON object"},
};

struct LintedFile {
    QString path;
    std::vector<PortabilityFinding> findings;
};

Result<std::vector<Reader>> chosenReaders(const VerbWords &words)
{
    const auto wanted = words.value("for");
    if (!wanted)
        return std::vector<Reader>(collection::allReaders.begin(), collection::allReaders.end());
    std::vector<Reader> readers;
    for (const QByteArray &id : wanted->split(',')) {
        const auto reader = collection::readerOf(id.trimmed());
        if (!reader)
            return std::unexpected(http::Error{
                .layer = http::Layer::Request,
                .code = http::Code::ConflictingOptions,
                .sentence = QStringLiteral("--for knows jetbrains, rest-client, httpyac, "
                                           "visual-studio and kulala; “%1” is none of them.")
                                .arg(QString::fromUtf8(id.left(80)))});
        readers.push_back(*reader);
    }
    return readers;
}

Result<LintedFile> lint(const QString &path, const std::vector<Reader> &readers)
{
    const auto file = collection::HttpFile::load(path);
    if (!file)
        return std::unexpected(file.error());
    collection::Surroundings around{.environment = {},
                                    .secrets = {},
                                    .inherited = collection::readInheritance(path),
                                    .capturers = collection::capturersBeside(path)};
    // An environment file that cannot be read defines nothing; run says what is wrong with it.
    const QString folder = QFileInfo(path).absolutePath();
    if (const auto environments =
            collection::Environments::loadBetween(collection::topmostFolder(folder), folder)) {
        for (const QString &name : environments->names()) {
            const collection::Definitions definitions = environments->definitions(name);
            around.environment += definitions.keys();
            around.secrets += collection::namesOfSecrets(definitions);
        }
    }
    LintedFile linted{.path = path, .findings = collection::portability(*file, around)};
    std::erase_if(linted.findings, [&](const PortabilityFinding &finding) {
        return std::ranges::find(readers, finding.reader) == readers.end();
    });
    return linted;
}

bool fails(const PortabilityFinding &finding)
{
    return finding.effect == PortabilityFinding::Effect::Fails;
}

QByteArray told(const LintedFile &file, const std::vector<Reader> &readers, Colour colour)
{
    QByteArray text;
    for (const PortabilityFinding &finding : file.findings) {
        const QByteArray word = fails(finding) ? painted("fails", Ink::Error, colour)
                                               : painted("differs", Ink::Warning, colour);
        text += harmless(QFile::encodeName(file.path)) + ':' +
                QByteArray::number(quint64(finding.line) + 1) + ": " + word + ' ' +
                collection::reasonText(finding).toUtf8() + " [" + finding.rule.toByteArray() +
                "]\n";
    }
    text += harmless(QFile::encodeName(file.path)) + ':';
    for (const Reader reader : readers) {
        const bool can = collection::canRead(reader, file.findings);
        text += "  " + collection::readerName(reader).toUtf8() + ' ' +
                painted(can ? "yes" : "no", can ? Ink::Good : Ink::Error, colour);
    }
    return text + '\n';
}

void writeJson(const std::vector<LintedFile> &files, const std::vector<Reader> &readers)
{
    QByteArray text;
    {
        JsonWriter json([&](QByteArrayView piece) { text += piece; });
        json.beginObject();
        json.key("files");
        json.beginArray();
        for (const LintedFile &file : files) {
            json.beginObject();
            json.string("path", file.path);
            json.key("readable");
            json.beginObject(JsonWriter::Lines::One);
            for (const Reader reader : readers) {
                json.boolean(collection::readerId(reader),
                             collection::canRead(reader, file.findings));
            }
            json.endObject();
            json.key("findings");
            json.beginArray();
            for (const PortabilityFinding &finding : file.findings) {
                json.beginObject(JsonWriter::Lines::One);
                json.number("line", qint64(finding.line) + 1);
                json.string("program", collection::readerId(finding.reader));
                json.string("effect", QByteArrayView(fails(finding) ? "fails" : "differs"));
                json.string("rule", finding.rule);
                json.string("reason", collection::reasonText(finding));
                json.endObject();
            }
            json.endArray();
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
    printText(text);
}

} // namespace

const VerbSyntax &lintSyntax()
{
    static constexpr VerbSyntax syntax{
        .name = "lint",
        .arguments = "FILE|FOLDER",
        .help = "Says for each line of .http files which of JetBrains' HTTP client, REST Client, "
                "httpYac, Visual Studio and Kulala read it differently or not at all, and why. "
                "Ends with 1 if a program fails at a line.",
        .options = options,
    };
    return syntax;
}

int lintCommand(std::span<const QByteArray> words)
{
    const auto read = VerbWords::read(words, lintSyntax());
    if (!read)
        return refuseWith(read.error());
    if (read->wantsHelp()) {
        printText(verbHelp(lintSyntax()));
        return exit_code::success;
    }
    const auto readers = chosenReaders(*read);
    if (!readers)
        return refuseWith(readers.error());
    const auto paths = requestFiles(QFile::decodeName(read->plain().front()));
    if (!paths)
        return refuseWith(paths.error());
    int code = exit_code::success;
    std::vector<LintedFile> files;
    for (const QString &path : *paths) {
        auto linted = lint(path, *readers);
        if (!linted) {
            code = refuseWith(linted.error());
            continue;
        }
        if (code == exit_code::success && std::ranges::any_of(linted->findings, fails))
            code = exit_code::checkFailed;
        if (read->has("json"))
            files.push_back(std::move(*linted));
        else
            printText(told(*linted, *readers, colourFor(1)));
    }
    if (read->has("json"))
        writeJson(files, *readers);
    return code;
}

} // namespace sonde::cli
