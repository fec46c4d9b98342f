// The children of one JSON container, or the values of a document, countable and in reach by number
// however many they are: a mark for every thousandth. One thread advances, any thread asks.
#pragma once

#include "body/tree_form.h"

#include <mutex>

namespace sonde::body
{

class JsonChildren
{
public:
    static constexpr qint64 bucket = TreeChildren::bucket;
    static constexpr qint64 reach = TreeChildren::reach;
    using Progress = TreeChildren::Progress;

    // Nothing for `container`: the document.
    explicit JsonChildren(std::optional<JsonChild> container);

    // Scans `octets` further at least; a child is never left half way but for a stop.
    Progress advance(JsonInput &input, qint64 octets);

    [[nodiscard]] qint64 count() const;
    [[nodiscard]] bool isWhole() const;
    // The octet after the container once it is whole.
    [[nodiscard]] qint64 end() const;
    [[nodiscard]] qint64 memoryUsed() const; // octets
    // By number, through the caller's own `input`; fewer if there are not so many.
    [[nodiscard]] std::vector<JsonChild> children(JsonInput &input, qint64 first,
                                                  qint64 count) const;

private:
    struct Mark {
        qint64 number = 0;
        qint64 offset = 0; // of the child's name or value
    };
    [[nodiscard]] Mark markBefore(qint64 number) const;
    [[nodiscard]] Mark markAfter(qint64 number) const;

    JsonCursor m_cursor;
    const JsonCursor::Within m_within;
    mutable std::mutex m_mutex;
    std::vector<Mark> m_marks;
    qint64 m_count = 0;
    qint64 m_end = 0;
    bool m_whole = false;
};

} // namespace sonde::body
