// Collects the findings of one reader: each deviation from RFC 9112 that was tolerated, with its
// place. Bounded, so that a peer cannot fill memory with its mistakes.
#pragma once

#include "wire/http1_common.h"
#include "wire/session.h"

#include <vector>

namespace sonde::wire
{

struct Http1Deviation {
    trace::Severity severity = trace::Severity::Violation;
    QByteArrayView rule;    // a literal
    QString what;           // "The field line “x” has no colon"
    QString remedy;         // "it is left out"; what reading on means
    QByteArrayView section; // a literal
    qint64 offset = -1;
};

class Http1Notes
{
public:
    // The same rule is reported so often per message; after that it says nothing new.
    static constexpr int mostPerRule = 3;

    Http1Notes(Http1Role role, std::vector<Event> &events)
        : m_role(role)
        , m_events(events)
    {
    }

    [[nodiscard]] Http1Role role() const { return m_role; }
    // A new message begins.
    void begin(StreamId stream);
    void add(const Http1Deviation &deviation);
    // Where responses are read: add(). Where requests are read: an error.
    [[nodiscard]] http::Result<void> tolerate(const Http1Deviation &deviation, http::Phase phase);
    // A line that ends in LF alone; noted once a message.
    void bareLf(qint64 offset);

private:
    struct Count {
        QByteArrayView rule;
        int times = 0;
    };

    const Http1Role m_role;
    std::vector<Event> &m_events;
    StreamId m_stream{};
    std::vector<Count> m_counts;
    bool m_bareLf = false;
};

} // namespace sonde::wire
