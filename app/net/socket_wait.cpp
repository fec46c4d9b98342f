#include "net/socket_wait.h"

#include "net/completion.h"

namespace sonde::net
{

QCoro::Task<Wake> readable(Socket *socket, CancelToken token)
{
    Completion<Wake> woken;
    const auto stop = token.onCancel([woken] { woken.complete(Wake::Cancelled); });
    socket->onReadable([woken, socket] {
        // Level-triggered: unless it is switched off, the loop spins until the coroutine has read.
        socket->listenRead(Socket::Listen::No);
        woken.complete(Wake::Ready);
    });
    socket->listenRead(Socket::Listen::Yes);
    const auto wake = co_await woken;
    socket->listenRead(Socket::Listen::No);
    socket->onReadable({});
    co_return wake;
}

QCoro::Task<Wake> writable(Socket *socket, CancelToken token)
{
    Completion<Wake> woken;
    const auto stop = token.onCancel([woken] { woken.complete(Wake::Cancelled); });
    socket->onWritable([woken, socket] {
        socket->listenWrite(Socket::Listen::No);
        woken.complete(Wake::Ready);
    });
    socket->listenWrite(Socket::Listen::Yes);
    const auto wake = co_await woken;
    socket->listenWrite(Socket::Listen::No);
    socket->onWritable({});
    co_return wake;
}

} // namespace sonde::net
