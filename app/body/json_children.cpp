#include "body/json_children.h"

#include <algorithm>

namespace sonde::body
{
namespace
{

JsonCursor::Within withinOf(const std::optional<JsonChild> &container)
{
    if (!container)
        return JsonCursor::Within::Document;
    return container->kind == JsonKind::Object ? JsonCursor::Within::Object
                                               : JsonCursor::Within::Array;
}

} // namespace

JsonChildren::JsonChildren(std::optional<JsonChild> container)
    : m_cursor(container ? container->from + 1 : 0, withinOf(container))
    , m_within(withinOf(container))
{
}

JsonChildren::Progress JsonChildren::advance(JsonInput &input, qint64 octets)
{
    const qint64 until = m_cursor.position() + octets;
    while (m_cursor.position() < until) {
        JsonChild child;
        switch (m_cursor.next(input, child)) {
        case JsonCursor::Step::Child:
            break;
        case JsonCursor::Step::More:
            return Progress::Waiting;
        case JsonCursor::Step::Stopped:
            return Progress::Stopped;
        case JsonCursor::Step::End: {
            const std::scoped_lock lock(m_mutex);
            m_whole = true;
            m_end = m_cursor.position();
            return Progress::Whole;
        }
        }
        const qint64 from = child.hasKey() ? child.keyFrom : child.from;
        const std::scoped_lock lock(m_mutex);
        if (m_marks.empty() || m_count - m_marks.back().number >= bucket ||
            from - m_marks.back().offset >= reach)
            m_marks.push_back({.number = m_count, .offset = from});
        ++m_count;
    }
    return Progress::Partial;
}

qint64 JsonChildren::count() const
{
    const std::scoped_lock lock(m_mutex);
    return m_count;
}

bool JsonChildren::isWhole() const
{
    const std::scoped_lock lock(m_mutex);
    return m_whole;
}

qint64 JsonChildren::end() const
{
    const std::scoped_lock lock(m_mutex);
    return m_end;
}

qint64 JsonChildren::memoryUsed() const
{
    const std::scoped_lock lock(m_mutex);
    return qint64(m_marks.capacity()) * qint64(sizeof(Mark));
}

JsonChildren::Mark JsonChildren::markBefore(qint64 number) const
{
    const auto after =
        std::ranges::upper_bound(m_marks, number, std::ranges::less{}, &Mark::number);
    return *std::prev(after);
}

JsonChildren::Mark JsonChildren::markAfter(qint64 number) const
{
    const std::scoped_lock lock(m_mutex);
    const auto after =
        std::ranges::upper_bound(m_marks, number, std::ranges::less{}, &Mark::number);
    return after == m_marks.end() ? Mark{.number = -1} : *after;
}

std::vector<JsonChild> JsonChildren::children(JsonInput &input, qint64 first, qint64 count) const
{
    std::vector<JsonChild> found;
    Mark mark;
    {
        const std::scoped_lock lock(m_mutex);
        count = std::min(count, m_count - first);
        if (first < 0 || count <= 0)
            return found;
        mark = markBefore(first);
    }
    while (qint64(found.size()) < count) {
        // The child before a mark may be a gigabyte: it is not passed by, the mark tells the next.
        const Mark next = markAfter(mark.number);
        JsonCursor cursor(mark.offset, m_within);
        JsonChild child;
        for (qint64 number = mark.number; number != next.number; ++number) {
            if (qint64(found.size()) == count ||
                cursor.next(input, child) != JsonCursor::Step::Child)
                return found;
            if (number >= first)
                found.push_back(child);
        }
        mark = next;
    }
    return found;
}

} // namespace sonde::body
