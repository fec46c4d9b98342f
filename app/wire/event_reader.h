// Streams of events inside a body, sans I/O: server-sent events (WHATWG HTML section 9.2) and JSON
// lines. Octets in, cut anywhere, the same events out. One thread.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <deque>
#include <memory>
#include <optional>

namespace sonde::wire
{

struct StreamEvent {
    qint64 from = 0; // octets of the body it was made of
    qint64 to = 0;
    QByteArray type; // “message” unless named; empty for a JSON line
    QByteArray id;   // the last one given, by this event or one before
    QByteArray data;
    bool isCut = false; // longer than the reader keeps

    bool operator==(const StreamEvent &) const = default;
};

class EventReader
{
public:
    enum class Form : quint8 { ServerSent, JsonLines };
    // Octets of an event, of a line that is not data: more is passed by and marked.
    static constexpr qsizetype longestEvent = 16 << 20;
    static constexpr qsizetype longestField = 64 << 10;

    // From a media type without parameters; nothing if it is no stream of events.
    [[nodiscard]] static std::optional<Form> formOf(QByteArrayView mediaType);
    [[nodiscard]] static std::unique_ptr<EventReader> make(Form form);
    virtual ~EventReader() = default;

    void feed(QByteArrayView octets);
    // No more octets will come.
    virtual void finish() = 0;
    [[nodiscard]] std::optional<StreamEvent> next();
    // Octets that have come since the last event ended, comments included.
    [[nodiscard]] qint64 pending() const { return m_offset - m_begin; }
    // For a Last-Event-ID field; of the last event that was dispatched.
    [[nodiscard]] virtual QByteArray lastEventId() const { return {}; }
    // What the server asks to wait before reconnecting.
    [[nodiscard]] virtual std::optional<std::chrono::milliseconds> retry() const { return {}; }

protected:
    [[nodiscard]] virtual qsizetype take(QByteArrayView octets) = 0; // how many, at least one
    void emitEvent(StreamEvent event);
    [[nodiscard]] qint64 offset() const { return m_offset; }
    void begin(qint64 offset) { m_begin = offset; } // the next event
    [[nodiscard]] qint64 begun() const { return m_begin; }

private:
    std::deque<StreamEvent> m_events;
    qint64 m_offset = 0; // of the octets being taken
    qint64 m_begin = 0;
};

class ServerSentReader final : public EventReader
{
public:
    // WHATWG HTML section 9.2.6: what is left is no event.
    void finish() override {}
    [[nodiscard]] QByteArray lastEventId() const override { return m_lastId; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const override
    {
        return m_retry;
    }
    [[nodiscard]] qint64 comments() const { return m_comments; }

private:
    qsizetype take(QByteArrayView octets) override;
    void lineEnded(qint64 after);
    void field(QByteArrayView name, QByteArrayView value);
    void dispatch(qint64 after);

    QByteArray m_line;
    QByteArray m_data;
    QByteArray m_type;
    QByteArray m_id;
    QByteArray m_lastId;
    std::optional<std::chrono::milliseconds> m_retry;
    qint64 m_comments = 0;
    bool m_afterReturn = false; // a line feed now belongs to the carriage return before
    bool m_first = true;        // no line has ended yet: a byte order mark may stand
    bool m_cut = false;
    bool m_hasData = false;
};

// One value a line; the record separators of RFC 7464 are passed by.
class JsonLinesReader final : public EventReader
{
public:
    void finish() override;

private:
    qsizetype take(QByteArrayView octets) override;
    void lineEnded(qint64 after);

    QByteArray m_line;
    bool m_cut = false;
};

} // namespace sonde::wire
