#include "cli/body_command.h"

#include "body/byte_store.h"
#include "body/file_source.h"
#include "cli/body_parts.h"
#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/output_stream.h"
#include "cli/terminal.h"

#include <QFile>
#include <QMimeDatabase>

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace sonde::cli
{
namespace
{

constexpr qint64 judgedOctets = 4 << 10; // tell markup from other text

using Source = std::shared_ptr<const body::ByteSource>;

constexpr VerbOption options[] = {
    {"search", "TEXT", "Print each row that holds this text: its line, the offset, the row"},
    {"regex", "RE", "As --search, for a regular expression as Perl writes them"},
    {"ignore-case", "", "With --search and --regex: capitals and small letters are the same"},
    {"word", "", "With --search and --regex: whole words only"},
    {"rows", "A-B", "Print the lines A to B, counted from 1, as they are"},
    {"hex", "A-B", "Print the octets A to B, counted from 0, in hexadecimal and as text"},
    {"filter", "JSONPATH",
     "Print each value that this JSONPath expression (RFC 9535) selects, one a line"},
    {"paths", "", "With --filter: print the path of each value in its place"},
    {"jq", "EXPR", "As --filter, for an expression of jq, which has to be installed"},
    {"pretty", "",
     "Print JSON, XML, HTML, CSS or JavaScript laid out for reading; with --filter and --jq, the "
     "values"},
    {"events", "", "Print server-sent events one by one"},
};
constexpr QByteArrayView actions[] = {"search", "regex", "rows", "hex", "filter", "jq", "events"};

http::Error usage(const QString &sentence)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::ConflictingOptions,
            .sentence = sentence};
}

// Standard input has no offsets: all of it goes into a store first.
http::Result<Source> readInput()
{
    auto store = std::make_shared<body::ByteStore>();
    QByteArray block(256 << 10, Qt::Uninitialized);
    while (true) {
        const ssize_t count = ::read(STDIN_FILENO, block.data(), size_t(block.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::unexpected(
                http::Error{.layer = http::Layer::File,
                            .code = http::Code::FileUnreadable,
                            .sentence = QStringLiteral("Standard input cannot be read."),
                            .detail = QString::fromLocal8Bit(std::strerror(errno)),
                            .number = errno});
        if (count == 0)
            break;
        if (const auto stored = store->append(QByteArrayView(block).first(count)); !stored)
            return std::unexpected(stored.error());
    }
    store->finish();
    return store;
}

http::Result<Source> openSource(const QByteArray &name)
{
    if (name == "-")
        return readInput();
    return body::FileSource::open(QFile::decodeName(name));
}

// By the name of the file, else by how it begins; what is neither may still be JSON.
body::Language languageOf(const QString &name, const QByteArray &begin)
{
    const QMimeDatabase types;
    const auto named = body::languageOf(
        types.mimeTypeForFile(name, QMimeDatabase::MatchExtension).name().toLatin1());
    if (named)
        return *named;
    return body::languageOf(types.mimeTypeForData(begin).name().toLatin1())
        .value_or(body::Language::Json);
}

http::Result<std::unique_ptr<BodyTransform>> transformFor(const Source &source,
                                                          const VerbWords &words)
{
    const bool pretty = words.has("pretty");
    if (const auto path = words.value("filter")) {
        const auto laidOut = pretty ? FilterShows::LaidOut : FilterShows::Values;
        return filterTransform(*path, words.has("paths") ? FilterShows::Paths : laidOut);
    }
    if (const auto expression = words.value("jq"))
        return jqTransform(*expression, pretty ? FilterShows::LaidOut : FilterShows::Values);
    return words.has("events")
               ? eventsTransform("text/event-stream")
               : prettyTransform(languageOf(QFile::decodeName(words.plain().front()),
                                            source->read(0, judgedOctets).value_or(QByteArray())));
}

// The exit code: as of grep, 1 if nothing was found.
http::Result<int> transformed(const Source &source, const VerbWords &words, const TextSink &sink)
{
    auto wanted = transformFor(source, words);
    if (!wanted)
        return std::unexpected(wanted.error());
    // Events are UTF-8 by their own rule.
    const auto transform =
        words.has("events") ? *std::move(wanted) : inUtf8(*std::move(wanted), {});
    for (qint64 at = 0; at < source->size();) {
        const auto octets = source->read(at, 256 << 10);
        if (!octets)
            return std::unexpected(octets.error());
        if (const auto fed = transform->feed(*octets, sink); !fed)
            return std::unexpected(fed.error());
        at += octets->size();
    }
    if (const auto finished = transform->finish(sink); !finished)
        return std::unexpected(finished.error());
    const QString remark = transform->remark();
    if (!remark.isEmpty())
        printError(errorText(remark, {}, colourFor(2)));
    return remark.isEmpty() && transform->results() > 0 ? exit_code::success
                                                        : exit_code::checkFailed;
}

http::Result<int> act(const Source &source, const VerbWords &words, const TextSink &sink)
{
    bool any = false;
    const TextSink noted = [&](QByteArrayView text) {
        any = any || !text.isEmpty();
        return sink(text);
    };
    const auto done = [&any](const http::Result<void> &printed) -> http::Result<int> {
        if (!printed)
            return std::unexpected(printed.error());
        return any ? exit_code::success : exit_code::checkFailed;
    };
    if (const auto text = words.value("rows")) {
        const auto rows = readSpan(*text, "rows");
        return rows ? done(printLines(*source, *rows, noted)) : std::unexpected(rows.error());
    }
    if (const auto text = words.value("hex")) {
        const auto octets = readSpan(*text, "hex");
        return octets ? done(printHex(*source, *octets, noted)) : std::unexpected(octets.error());
    }
    const auto regex = words.value("regex");
    if (!regex && !words.has("search"))
        return transformed(source, words, sink);
    const auto matches = printMatches(
        source,
        {.text = regex ? *regex : *words.value("search"),
         .kind = regex ? body::Wanted::Kind::Regex : body::Wanted::Kind::Literal,
         .letterCase = words.has("ignore-case") ? body::LetterCase::Any : body::LetterCase::Same,
         .words = words.has("word") ? body::Wanted::Words::Whole : body::Wanted::Words::Any},
        sink);
    if (!matches)
        return std::unexpected(matches.error());
    return *matches > 0 ? exit_code::success : exit_code::checkFailed;
}

http::Result<void> checkActions(const VerbWords &words)
{
    const auto given =
        std::ranges::count_if(actions, [&](QByteArrayView action) { return words.has(action); });
    if (given > 1 ||
        (given == 1 && words.has("pretty") && !words.has("filter") && !words.has("jq")))
        return std::unexpected(usage(
            QStringLiteral("sonde body does one thing at a time: give one of --search, "
                           "--regex, --rows, --hex, --filter, --jq, --pretty and --events.")));
    if (given == 0 && !words.has("pretty"))
        return std::unexpected(
            usage(QStringLiteral("Say what to do with the body: --search, --regex, --rows, --hex, "
                                 "--filter, --jq, --pretty or --events.")));
    return {};
}

} // namespace

const VerbSyntax &bodySyntax()
{
    static constexpr VerbSyntax syntax{
        .name = "body",
        .arguments = "FILE",
        .help = "Looks into a saved body of any size without loading it; `-` reads standard input. "
                "Ends with 1 if nothing was found, or if what should be JSON is not.",
        .options = options,
    };
    return syntax;
}

int bodyCommand(std::span<const QByteArray> words)
{
    const auto read = VerbWords::read(words, bodySyntax());
    if (!read)
        return refuseWith(read.error());
    if (read->wantsHelp()) {
        printText(verbHelp(bodySyntax()));
        return exit_code::success;
    }
    if (const auto checked = checkActions(*read); !checked)
        return refuseWith(checked.error());
    const auto source = openSource(read->plain().front());
    if (!source)
        return refuseWith(source.error());
    const auto out = OutputStream::standardOutput();
    const TextSink sink = [&out](QByteArrayView text) -> http::Result<void> {
        if (const auto written = out->write(text); !written)
            return std::unexpected(written.error());
        return out->flush();
    };
    const auto code = act(*source, *read, sink);
    return code ? *code : refuseWith(code.error());
}

} // namespace sonde::cli
