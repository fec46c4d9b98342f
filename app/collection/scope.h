// What every name means for the requests of one file: who says so, and what that shadows. Read from
// disk on a worker; a value, any thread.
#pragma once

#include "collection/captures.h"
#include "collection/environments.h"
#include "collection/inheritance.h"

namespace sonde::collection
{

struct ScopeChoice {
    QString topFolder;   // environments are looked for from its topmostFolder() down
    QString file;        // the request file; empty: only the environments of topFolder
    QString environment; // empty: none, which leaves what all of them share
    Variables program;   // what Sonde itself brings; everything else beats it
};

struct Scope {
    Definitions names;
    QStringList environments; // to choose from
    QString environment;      // in force; empty if the chosen one is not there
    QString problem;          // a file that cannot be read, one sentence
    QStringList files;        // all that was looked at or for
    Inheritance inherited;    // of the requests of the file
    Capturers capturers;      // of names that responses bring, in the file and beside it
    bool operator==(const Scope &) const = default;

    [[nodiscard]] Variables variables() const;
    // Values that no one is to see.
    [[nodiscard]] QStringList secrets() const;
    // Nothing if nobody says what the name means.
    [[nodiscard]] const Definition *find(const QString &name) const;
};

// A file that cannot be read leaves the others, and is told in `problem`.
[[nodiscard]] Scope readScope(const ScopeChoice &choice);

// The same with what responses gave laid over it.
[[nodiscard]] Scope withCaptures(Scope scope, const Variables &captured);

} // namespace sonde::collection
