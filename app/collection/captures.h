// Which names the responses of a file's requests, and of the files beside it, bring: "# [capture]
// token = body.$.token". They have no value before that request was sent, and are no mistake.
// Reads files; a worker's work.
#pragma once

#include "collection/http_file.h"

#include <QMap>

namespace sonde::collection
{

struct Capturer {
    QString request; // as a list shows it
    QString file;    // empty: the one that is looked at
    bool operator==(const Capturer &) const = default;
};
using Capturers = QMap<QString, Capturer>; // by the name that is captured

// The first of a file that captures a name is the one.
[[nodiscard]] Capturers capturersOf(const std::vector<HttpRequest> &requests,
                                    const QString &path = {});

// Of the other files in its folder; what cannot be read captures nothing. At most `filesBeside` of
// them, and none that is larger than `octetsBeside`.
[[nodiscard]] Capturers capturersBeside(const QString &path);
inline constexpr int filesBeside = 300;
inline constexpr qint64 octetsBeside = 1 << 20;

// `above` beats what is in `below`.
[[nodiscard]] Capturers merged(Capturers below, const Capturers &above);

// Why a request cannot be sent that uses a name no response has brought yet; empty if it is known
// in `variables` or nobody captures it.
[[nodiscard]] QString notYetCaptured(const QString &name, const Capturers &capturers,
                                     const Variables &variables);

} // namespace sonde::collection
