// From the words of `sonde compare` to what is run: arms and blocks from its own options, the
// request from those of send or from a request file. Reads files.
#pragma once

#include "cli/verb_words.h"
#include "lab/result.h"

namespace sonde::cli
{

[[nodiscard]] const VerbSyntax &compareSyntax();

// One condition of --fail-if.
struct FailIf {
    enum class What : quint8 { Slower, Different } what{};
    double share = 0; // Slower: of the baseline's time
};

struct CompareWords {
    lab::Experiment::Setup setup;
    bool help = false;
    bool json = false;
    bool markdown = false;
    bool csv = false;
    QString htmlFile; // empty: none
    QString saveFile;
    QString openFile; // a saved run: nothing is sent
    std::vector<FailIf> failIf;
    QStringList notes; // to be told before it begins
};
[[nodiscard]] bool holds(const FailIf &condition, const lab::Result &result);

// Errors: what the options cannot mean, a request that cannot be sent or not be repeated without
// --yes.
[[nodiscard]] http::Result<CompareWords> readCompareWords(std::span<const QByteArray> words);

} // namespace sonde::cli
