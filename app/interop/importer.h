// One foreign format that requests are brought from: an importer is one file against this, and a
// row in the table of importers. Pure functions over octets, any thread.
#pragma once

#include "interop/imported.h"

#include <span>

namespace sonde::interop
{

struct Importer {
    static constexpr qint64 sizeLimit = 100'000'000; // octets of a source
    static constexpr size_t requestLimit = 100'000;
    static constexpr size_t noteLimit = 1'000;
    static constexpr int depthLimit = 32; // folders in folders

    QByteArrayView id;   // "postman"
    QByteArrayView name; // "Postman collection"
    // Whether the octets look like this format.
    bool (*recognises)(const QByteArray &octets);
    // Errors: not of this format after all, too large; one sentence.
    http::Result<Imported> (*read)(const QByteArray &octets, const QString &sourceName);
};

// The first that recognises a source reads it.
[[nodiscard]] std::span<const Importer> importers();

// `id` empty: finds out. `sourceName` is the file's name without its ending.
[[nodiscard]] http::Result<Imported> readForeign(const QByteArray &octets,
                                                 const QString &sourceName, QByteArrayView id = {});

extern const Importer postmanImporter;
extern const Importer postmanEnvironmentImporter;
extern const Importer harImporter;
extern const Importer curlImporter;

} // namespace sonde::interop
