// The number that a run ends with: curl's, where curl has one for the same trouble. Pure.
#pragma once

#include "http/error.h"

#include <span>

namespace sonde::cli
{

namespace exit_code
{
constexpr int success = 0;
constexpr int checkFailed = 1; // compare, run, lint, fmt --check: something did not hold
constexpr int usage = 2;
constexpr int httpStatus = 22; // --fail and a status of 400 and above
constexpr int writeFailed = 23;
constexpr int readFailed = 26;
constexpr int interrupted = 130; // 128 and SIGINT, as a shell reports it
} // namespace exit_code

[[nodiscard]] int exitCode(const http::Error &error);

struct ExitCodeRow {
    int number = 0;
    QByteArrayView meaning; // for the manual page
};
// Every number that exitCode() and the commands return, ascending.
[[nodiscard]] std::span<const ExitCodeRow> exitCodes();

} // namespace sonde::cli
