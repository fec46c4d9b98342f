#include "cli/history_command.h"

#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/history_list.h"
#include "cli/show_command.h"
#include "cli/terminal.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace sonde::cli
{
namespace
{

using history::Entry;
using history::EntryId;
using history::Store;

constexpr qsizetype usualRows = 50;

// Those of the list; every other one is of show.
constexpr QByteArrayView limitOption = "limit";
constexpr QByteArrayView jsonOption = "json";

int refuse(const QString &sentence, const QString &detail = {})
{
    return refuseWith({.layer = http::Layer::Request,
                       .code = http::Code::ConflictingOptions,
                       .sentence = sentence,
                       .detail = detail});
}

// Of the index: where it is, too.
int refuseHistory(http::Error error)
{
    const QString folder = QStringLiteral("The history is in %1").arg(history::defaultFolder());
    error.detail = error.detail.isEmpty() ? folder : error.detail + u'\n' + folder;
    return refuseWith(error);
}

// The whole filter, and under it the word that cannot be understood.
QString pointedAt(const QString &filter, const QString &word)
{
    for (qsizetype at = filter.indexOf(word); at >= 0 && !word.isEmpty();
         at = filter.indexOf(word, at + 1)) {
        const bool begins = at == 0 || filter[at - 1].isSpace() || filter[at - 1] == u'-';
        if (begins && filter.size() > word.size())
            return filter + u'\n' + QString(at, u' ') + QString(word.size(), u'^');
    }
    return {};
}

int list(Store *store, const VerbWords &words)
{
    for (const VerbOption &option : showSyntax().options) {
        if (option.name != jsonOption && words.has(option.name))
            return refuse(QStringLiteral("--%1 shows one call: sonde history show ID --%1.")
                              .arg(QLatin1String(option.name)));
    }
    QStringList texts;
    for (const QByteArray &word : words.plain())
        texts.append(QString::fromUtf8(word));
    const QString text = texts.join(u' ');
    const auto filter = history::Filter::parse(text, QDateTime::currentMSecsSinceEpoch());
    if (!filter)
        return refuse(QStringLiteral("The filter is not understood. ") +
                          history::sentence(filter.error()),
                      pointedAt(text, filter.error().word));
    qsizetype limit = usualRows;
    if (const auto given = words.value(limitOption)) {
        bool good = false;
        limit = given->toLongLong(&good);
        if (!good || limit < 0)
            return refuse(QStringLiteral("--limit takes a number of calls, such as 100."));
    }
    const bool asJson = words.has(jsonOption);
    std::vector<EntryId> ids;
    qsizetype more = 0;
    if (store) {
        const auto found = store->find(*filter);
        if (!found)
            return refuseHistory(found.error());
        for (const history::Listed &one : *found) {
            if (limit == 0 || qsizetype(ids.size()) < limit)
                ids.push_back(one.id);
            else
                ++more;
        }
    }
    if (ids.empty() && !asJson) {
        printText(!store || filter->terms().empty()
                      ? "Nothing is in the history yet; sonde send --history keeps a call in it.\n"
                      : "No call in the history is like that.\n");
        return exit_code::success;
    }
    if (!store) {
        printText("[]\n");
        return exit_code::success;
    }
    if (const auto written = writeList(*store, ids, asJson ? ListForm::Json : ListForm::Rows);
        !written)
        return refuseHistory(written.error());
    if (more > 0 && !asJson)
        printError("sonde: " + QByteArray::number(more) +
                   " more, older ones; --limit 0 lists all.\n");
    return exit_code::success;
}

int show(Store *store, const VerbWords &words)
{
    if (words.has(limitOption))
        return refuse(QStringLiteral("--limit goes with a list, not with one call."));
    bool good = false;
    const qint64 number = words.plain().size() == 2 ? words.plain()[1].toLongLong(&good) : 0;
    if (!good)
        return refuse(QStringLiteral("sonde history show takes the number of one call: that which "
                                     "its row in the list begins with."));
    const EntryId id{number};
    const auto entries = store ? store->entries(std::span(&id, 1)) : std::vector<Entry>();
    if (!entries)
        return refuseHistory(entries.error());
    if (entries->empty())
        return refuseWith({.layer = http::Layer::File,
                           .code = http::Code::FileMissing,
                           .sentence = QStringLiteral("There is no call %1 in the history; sonde "
                                                      "history lists those that are.")
                                           .arg(number)});
    auto bundle = store->reopen(id);
    if (!bundle)
        return refuseHistory(bundle.error());
    interop::Recorded recorded = interop::recordedOf(*std::move(bundle));
    if (entries->front().isCut)
        recorded.notes.push_back(
            interop::Remark::verbatim(QStringLiteral("Of a body only the first %1 MiB were kept.")
                                          .arg(history::Limits::bodyOctets >> 20)));
    return showRecorded(recorded, words);
}

// A term with a minus in front is no option: behind "--" nothing is.
std::vector<QByteArray> withTurnedLast(std::span<const QByteArray> words)
{
    std::vector<QByteArray> rest;
    std::vector<QByteArray> turned;
    bool optionsOver = false;
    for (size_t i = 0; i < words.size(); ++i) {
        const QByteArray &word = words[i];
        const bool isValue = i > 0 && words[i - 1] == "--" + limitOption.toByteArray();
        const bool isTerm = word.size() > 1 && word[0] == '-' && word[1] != '-' && word != "-h";
        optionsOver = optionsOver || word == "--";
        (isTerm && !isValue && !optionsOver ? turned : rest).push_back(word);
    }
    if (!turned.empty() && !optionsOver)
        rest.emplace_back("--");
    rest.insert(rest.end(), turned.begin(), turned.end());
    return rest;
}

std::vector<VerbOption> allOptions()
{
    std::vector<VerbOption> options{
        {limitOption, "N", "List at most N calls, the newest first (50; 0: all)"},
        {jsonOption, "",
         "Print one JSON array of the calls; with show, one object that tells "
         "everything of the call, as sonde send --json does"},
    };
    for (const VerbOption &option : showSyntax().options) {
        if (option.name != jsonOption)
            options.push_back(option);
    }
    return options;
}

} // namespace

const VerbSyntax &historySyntax()
{
    static const std::vector<VerbOption> options = allOptions();
    static const VerbSyntax syntax{
        .name = "history",
        .arguments = "[FILTER…|show ID]",
        .help =
            "Lists the calls in the history, the newest first, or shows one of them again as "
            "`sonde show` shows a bundle, without any network. The window keeps each call "
            "of its own and of its runs; sonde send and sonde run keep with --history. What a "
            "comparison of HTTP versions sends stays in the file of its run alone. All keep within "
            "the limits that are set in the window's preferences; calls of runs make room first "
            "when they take more than half. FILTER is what is written above "
            "the list in the window, words that must all hold: status:5xx, method:POST, "
            "host:example, url:/orders, header:etag, body:text, name:login, time>500ms, size>10kb, "
            "version:2, on:today, after:2026-11-01, before:7d, from:run, is:pinned, is:failed, or "
            "any text. "
            "A comma means or, a minus in front means not; the shell must leave quotation marks, < "
            "and > alone: 'time>1s', '\"two words\"'. All options but --limit and --json go with "
            "show.",
        .options = options,
        .least = 0,
        .most = 64,
    };
    return syntax;
}

int historyCommand(std::span<const QByteArray> words)
{
    const auto read = VerbWords::read(withTurnedLast(words), historySyntax());
    if (!read)
        return refuseWith(read.error());
    if (read->wantsHelp()) {
        printText(verbHelp(historySyntax()));
        return exit_code::success;
    }
    // Looking is no reason to make one.
    std::unique_ptr<Store> store;
    if (QFileInfo::exists(history::defaultFolder() + QStringLiteral("/index.db"))) {
        auto opened = Store::open(history::defaultFolder());
        if (!opened)
            return refuseHistory(opened.error());
        store = *std::move(opened);
    }
    const bool one = !read->plain().empty() && read->plain().front() == "show";
    return one ? show(store.get(), *read) : list(store.get(), *read);
}

} // namespace sonde::cli
