// What a connection has said so far, for whoever shows or exports it: HTTP/2 as frames, HTTP/1 as
// parts. Reads the byte log on when asked, on the thread that asks, which need not be the
// network's.
#pragma once

#include "trace/connection.h"
#include "trace/conversation.h"
#include "trace/http1_record.h"

namespace sonde::client
{

class ConnectionRecord
{
public:
    explicit ConnectionRecord(std::shared_ptr<const trace::Connection> connection);
    ~ConnectionRecord();
    Q_DISABLE_COPY_MOVE(ConnectionRecord)

    enum class News : quint8 { None, Some };
    // A step of a few milliseconds at most; call it until there is nothing new.
    News readOn();

    // Of an HTTP/2 connection; null if it speaks HTTP/1 or nothing has been said.
    [[nodiscard]] const trace::Conversation *conversation() const;
    // Of an HTTP/1 connection; null likewise.
    [[nodiscard]] const trace::Http1Record *http1() const;

private:
    struct Readers;

    std::shared_ptr<const trace::Connection> m_connection;
    std::unique_ptr<Readers> m_readers;
};

} // namespace sonde::client
