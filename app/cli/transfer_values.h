// The numbers and words of a finished transfer under curl's names (--write-out). Pure.
#pragma once

#include "cli/report.h"

namespace sonde::cli
{

struct TransferValue {
    enum class Kind : quint8 { Text, Number };
    QByteArrayView name;
    QByteArray text;
    Kind kind = Kind::Text;
};

// All of them, also when nothing was sent. Times are seconds since the start of the last hop, but
// for time_total and time_redirect, which count from the first.
[[nodiscard]] std::vector<TransferValue> transferValues(const Report &report);

} // namespace sonde::cli
