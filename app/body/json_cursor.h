// Walks the children of one JSON container, offsets only, one pass, memory of a few words whatever
// the size. Tolerant: what is not JSON still yields children. Goes on when the source has grown.
#pragma once

#include "body/block_cache.h"
#include "body/json_skip.h"
#include "body/workers.h"

#include <functional>

namespace sonde::body
{

enum class JsonKind : quint8 { Object, Array, String, Number, True, False, Null, Broken };

[[nodiscard]] constexpr bool isContainer(JsonKind kind)
{
    return kind == JsonKind::Object || kind == JsonKind::Array;
}

// What the scanners read from: the octets and the mark that calls them off. One thread.
class JsonInput
{
public:
    explicit JsonInput(std::shared_ptr<const ByteSource> source, StopMark stop = nullptr)
        : m_cache(std::move(source))
        , m_stop(std::move(stop))
    {
    }

    // Octets at `offset`, as many as are at hand; none when there are no more, or on a stop.
    [[nodiscard]] QByteArrayView from(qint64 offset);
    // Copies [from, to).
    [[nodiscard]] QByteArray text(qint64 from, qint64 to) { return m_cache.read(from, to - from); }
    // What people are shown of these octets, in UTF-8: as they are, unless somebody knows better.
    using Reading = std::function<QByteArray(const QByteArray &octets)>;
    void setReading(Reading reading) { m_reading = std::move(reading); }
    [[nodiscard]] QByteArray readable(const QByteArray &octets) const
    {
        return m_reading ? m_reading(octets) : octets;
    }
    [[nodiscard]] QByteArray readable(qint64 from, qint64 to) { return readable(text(from, to)); }
    // After from() gave none: nothing will ever follow.
    [[nodiscard]] bool atEnd() const { return m_ended; }
    [[nodiscard]] bool isStopped() const { return m_stop && *m_stop; }
    [[nodiscard]] const std::optional<http::Error> &error() const { return m_cache.error(); }
    [[nodiscard]] const ByteSource &source() const { return m_cache.source(); }

private:
    BlockCache m_cache;
    StopMark m_stop;
    Reading m_reading;
    bool m_ended = false;
};

struct JsonChild {
    qint64 keyFrom = -1; // of a member's name with its quotes; -1 if it has none
    qint64 keyTo = -1;
    qint64 from = 0; // of the value's first octet
    JsonKind kind = JsonKind::Broken;

    [[nodiscard]] bool hasKey() const { return keyFrom >= 0; }
    bool operator==(const JsonChild &) const = default;
};

class JsonCursor
{
public:
    enum class Step : quint8 {
        Child,
        End,  // of the container, or of the source in the middle of it: see isCut()
        More, // the source may still grow: ask again then
        Stopped,
    };
    enum class Within : quint8 { Object, Array, Document }; // Document: values one after another

    // `offset`: of the first octet after the container's bracket; of a document's first octet.
    JsonCursor(qint64 offset, Within within)
        : m_position(offset)
        , m_within(within)
    {
    }
    // The children of a container child; the values of the whole document.
    [[nodiscard]] static JsonCursor into(const JsonChild &container);
    // Gives that child of the container once more.
    [[nodiscard]] static JsonCursor at(const JsonChild &child, const JsonChild &container);
    [[nodiscard]] static JsonCursor document() { return {0, Within::Document}; }

    // Passes by the last child, if any, and finds the next.
    [[nodiscard]] Step next(JsonInput &input, JsonChild &child);
    // The last child has been found to end there: saves passing by it once more.
    void childEnds(qint64 offset);
    // Where what has been passed by ends; after End, the octet after the container.
    [[nodiscard]] qint64 position() const { return m_position; }
    // The source ended before the container did.
    [[nodiscard]] bool isCut() const { return m_cut; }

private:
    enum class Place : quint8 { Between, AtChild, Ended };

    Step passChild(JsonInput &input);
    Step toNext(JsonInput &input);
    Step found(JsonInput &input, JsonChild &child);
    Step member(JsonInput &input, JsonChild &child);
    Step outOfOctets(const JsonInput &input);

    qint64 m_position;
    JsonSkip m_skip; // how far the last child has been passed by
    Within m_within;
    Place m_place = Place::Between;
    bool m_cut = false;
};

// Where the value at `from` ends; nullopt on a stop or while its end has not come.
[[nodiscard]] std::optional<qint64> jsonEnd(JsonInput &input, qint64 from);
// Its kind; nullopt on a stop or while too little of it has come.
[[nodiscard]] std::optional<JsonKind> jsonKindAt(JsonInput &input, qint64 from);

} // namespace sonde::body
