// The verbs of the program, in one table: their names, one-line help and what runs them.
#pragma once

#include "cli/verb_words.h"

namespace sonde::cli
{

struct Verb {
    QByteArrayView name;
    QByteArrayView arguments;
    QByteArrayView help;
    int (*run)(std::span<const QByteArray> words); // returns the exit code
    const VerbSyntax &(*syntax)() = nullptr;       // its flags, where they stand in such a table
};
[[nodiscard]] std::span<const Verb> verbs();

// Runs the verb of the command line; without one, the window.
[[nodiscard]] int runProgram(std::span<const QByteArray> words);

} // namespace sonde::cli
