// TLS records within an evidence bundle: a row of fixed length for each, since there are many.
#pragma once

#include "trace/tls_records.h"

#include <QCborMap>

namespace sonde::interop
{

// Those that carried octets before `begin`, by direction, are left out, whole.
[[nodiscard]] QCborMap recordsOut(const trace::RecordLog &log, const std::array<quint64, 2> &begin);
// False: it is not what recordsOut() makes.
[[nodiscard]] bool recordsIn(const QCborMap &map, trace::RecordLog &log);

} // namespace sonde::interop
