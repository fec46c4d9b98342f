// -w FORMAT: %{name} values of a finished transfer, as curl writes them. Pure.
#pragma once

#include "cli/report.h"

namespace sonde::cli
{

struct WrittenOut {
    QByteArray out;
    QByteArray error; // after %{stderr}, and what is not known
};
[[nodiscard]] WrittenOut writeOut(QByteArrayView format, const Report &report);

// The names that stand between the braces, for the manual page.
[[nodiscard]] QList<QByteArray> writeOutNames();

} // namespace sonde::cli
