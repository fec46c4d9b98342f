// The flags of the smaller verbs (lint, fmt, run, import, export): one table each, from which words
// are read and help, manual and completions are made. Pure.
#pragma once

#include "http/error.h"

#include <QByteArrayView>

#include <span>
#include <vector>

namespace sonde::cli
{

struct VerbOption {
    QByteArrayView name;  // without the dashes
    QByteArrayView value; // what it takes, "FILE"; empty: nothing
    QByteArrayView help;
};

struct VerbSyntax {
    QByteArrayView name;
    QByteArrayView arguments; // "FILE|FOLDER…"
    QByteArrayView help;      // what the verb does, one paragraph
    std::span<const VerbOption> options;
    size_t least = 1; // plain words
    size_t most = 1;
};

class VerbWords
{
public:
    // --name VALUE and --name=VALUE; everything behind -- is plain. Errors: ConflictingOptions,
    // with what to write instead.
    [[nodiscard]] static http::Result<VerbWords> read(std::span<const QByteArray> words,
                                                      const VerbSyntax &syntax);

    [[nodiscard]] const std::vector<QByteArray> &plain() const { return m_plain; }
    [[nodiscard]] bool has(QByteArrayView name) const;
    // The last one given.
    [[nodiscard]] std::optional<QByteArray> value(QByteArrayView name) const;
    [[nodiscard]] std::vector<QByteArray> values(QByteArrayView name) const;
    [[nodiscard]] bool wantsHelp() const { return m_help; }

private:
    struct Given {
        QByteArrayView name;
        QByteArray value;
    };
    std::vector<QByteArray> m_plain;
    std::vector<Given> m_given;
    bool m_help = false;
};

// The screen of `sonde help VERB`.
[[nodiscard]] QByteArray verbHelp(const VerbSyntax &syntax);

// Prints the error. Returns its exit code.
int refuseWith(const http::Error &error);

} // namespace sonde::cli
