#include "body/json_locator.h"

#include "body/json_text.h"

namespace sonde::body
{
namespace
{

// True when the value at `from` holds the octet. Looks no further than that.
bool holds(JsonInput &input, qint64 from, qint64 offset)
{
    JsonSkip skip;
    while (!skip.isDone() && from <= offset) {
        const QByteArrayView octets = input.from(from);
        if (octets.isEmpty())
            return true;
        from += skip.feed(octets.first(std::min<qint64>(octets.size(), offset - from + 1)));
    }
    return from > offset;
}

} // namespace

std::optional<std::vector<JsonPlace>> jsonPlaces(JsonInput &input, qint64 offset)
{
    std::vector<JsonPlace> places;
    JsonCursor cursor = JsonCursor::document();
    JsonPlace place;
    while (true) {
        const auto step = cursor.next(input, place.child);
        if (step == JsonCursor::Step::Stopped)
            return std::nullopt;
        const JsonChild &child = place.child;
        const bool found = step == JsonCursor::Step::Child &&
                           (child.hasKey() ? child.keyFrom : child.from) <= offset;
        if (!found)
            return places;
        const bool inValue = offset >= child.from && holds(input, child.from, offset);
        if (input.isStopped())
            return std::nullopt;
        if (!inValue && (!child.hasKey() || offset >= child.from)) {
            ++place.index;
            continue;
        }
        places.push_back(place);
        if (!inValue || !isContainer(child.kind))
            return places;
        cursor = JsonCursor::into(child);
        place = {};
    }
}

QByteArray normalizedName(QByteArrayView utf8)
{
    static constexpr char digits[] = "0123456789abcdef";
    QByteArray text("['");
    for (const char c : utf8) {
        const auto octet = static_cast<unsigned char>(c);
        static constexpr QByteArrayView plain("\b\t\n\f\r'\\");
        const qsizetype known = plain.indexOf(c);
        if (known >= 0)
            text.append('\\').append("btnfr'\\"[known]);
        else if (octet < 0x20)
            text.append("\\u00").append(digits[octet >> 4]).append(digits[octet & 0xF]);
        else
            text.append(c);
    }
    return text.append("']");
}

QByteArray normalizedPath(JsonInput &input, const std::vector<JsonPlace> &places)
{
    QByteArray path("$");
    for (size_t i = 1; i < places.size(); ++i) {
        const JsonChild &child = places[i].child;
        if (child.hasKey())
            path += normalizedName(unescapedJson(input.readable(child.keyFrom, child.keyTo)));
        else
            path += '[' + QByteArray::number(places[i].index) + ']';
    }
    return path;
}

} // namespace sonde::body
