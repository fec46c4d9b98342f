// Reads curl's command line syntax: -XPOST, -sSL, -d@file, --long, --long value, --long=value,
// --no-long. Pure function over octets, any thread.
#pragma once

#include "http/error.h"
#include "interop/curl_options.h"
#include "interop/remark.h"

#include <vector>

namespace sonde::interop
{

struct CurlArgument {
    const CurlOption *option = nullptr; // null: a bare word, which is a URL or a method
    QByteArray value;
    bool on = true; // false: --no-NAME
};

struct CurlArguments {
    std::vector<CurlArgument> items; // in the order they were written
    Remarks notes;                   // what was not understood; only for Tool::PastedCurl
};

// `words` without the program's name. A pasted command is read as far as possible; for `sonde send`
// an unknown flag or a missing value is an error (Code::ConflictingOptions) that says what to
// write.
[[nodiscard]] http::Result<CurlArguments> readCurlArguments(std::span<const QByteArray> words,
                                                            Tool tool);

} // namespace sonde::interop
