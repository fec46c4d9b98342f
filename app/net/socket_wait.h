// Waiting for a socket in a story: until it can be read or written, or until somebody says stop.
#pragma once

#include "net/cancel.h"
#include "net/socket.h"

#include <qcoro/qcorotask.h>

namespace sonde::net
{

enum class Wake : quint8 { Ready, Cancelled };

// `socket` must outlive the wait; the one who awaits owns it.
[[nodiscard]] QCoro::Task<Wake> readable(Socket *socket, CancelToken token);
[[nodiscard]] QCoro::Task<Wake> writable(Socket *socket, CancelToken token);

} // namespace sonde::net
