// A slower network in front of a server, for measurements: every socket made on it connects a
// round trip late, and octets take their time and share one bucket each way (line_model.h). It
// stands above TCP, on a thread of its own: the network thread reads from a descriptor as ever, so
// that its stamps and CPU time stay what they are, and the trace names the server itself. One
// network thread is one engine, and it has a line as a whole or not at all: no request of a
// measurement can slip past it.
#pragma once

#include "net/line_end.h"
#include "net/line_spec.h"

#include <QHostAddress>

#include <memory>

namespace sonde::net
{

class Line
{
public:
    explicit Line(const LineSpec &spec);
    ~Line(); // as stop()
    Line(const Line &) = delete;
    Line &operator=(const Line &) = delete;

    // While it lives, what its thread connects goes through `line`. On the thread that made it.
    class Scope
    {
    public:
        explicit Scope(Line *line);
        ~Scope();
        Scope(const Scope &) = delete;
        Scope &operator=(const Scope &) = delete;

    private:
        Line *const m_before;
    };
    [[nodiscard]] static Line *ofThisThread(); // null: none

    [[nodiscard]] const LineSpec &spec() const;
    // Null when the system has no more descriptors; `number` is then errno.
    [[nodiscard]] std::shared_ptr<LineEnd> connect(const QHostAddress &address, quint16 port,
                                                   int &number);
    // Ends the thread; what hangs on the line has lost its connection.
    void stop();

    // What the line itself cost and how exact it was, since it was made.
    struct Usage {
        std::chrono::nanoseconds cpu{0};
        std::chrono::nanoseconds latest{0}; // by which a piece came out after it was due
        quint64 pieces = 0;
        quint64 octets = 0; // both ways
        bool operator==(const Usage &) const = default;
    };
    [[nodiscard]] Usage usage() const;
    // Forgets `latest`, so that the next usage() tells what happened since.
    void beginLatest();

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace sonde::net
