#include "body/json_canonical.h"

#include "body/json_text.h"

#include <algorithm>
#include <vector>

namespace sonde::body
{
namespace
{

struct Level {
    JsonKind kind;
    JsonCursor cursor;
    QByteArray name; // of the member being read
    std::vector<std::pair<QByteArray, QByteArray>> members;
    QByteArray elements;

    void take(const QByteArray &text)
    {
        if (kind == JsonKind::Object)
            members.emplace_back(name, text);
        else
            elements.append(elements.isEmpty() ? "" : ",").append(text);
    }

    [[nodiscard]] QByteArray text()
    {
        if (kind == JsonKind::Array)
            return '[' + elements + ']';
        std::ranges::sort(members);
        QByteArray joined("{");
        for (const auto &[key, value] : members)
            joined.append(joined.size() > 1 ? "," : "").append(key).append(':').append(value);
        return joined.append('}');
    }
};

std::optional<QByteArray> scalar(JsonInput &input, const JsonChild &value, qint64 largest)
{
    const auto end = jsonEnd(input, value.from);
    if (!end || *end - value.from > largest)
        return std::nullopt;
    QByteArray literal = input.text(value.from, *end);
    if (value.kind == JsonKind::String)
        return quotedJson(unescapedJson(literal));
    if (value.kind == JsonKind::Number) {
        if (const auto number = jsonNumber(literal))
            return jsonNumberText(*number);
    }
    return literal;
}

} // namespace

std::optional<QByteArray> canonicalJson(JsonInput &input, const JsonChild &value, qint64 largest,
                                        size_t deepest)
{
    if (!isContainer(value.kind))
        return scalar(input, value, largest);
    std::vector<Level> levels{{.kind = value.kind, .cursor = JsonCursor::into(value)}};
    while (true) {
        Level &level = levels.back();
        if (level.cursor.position() - value.from > largest)
            return std::nullopt;
        JsonChild child;
        const auto step = level.cursor.next(input, child);
        if (step == JsonCursor::Step::End) {
            const QByteArray text = level.text();
            const qint64 end = level.cursor.position();
            levels.pop_back();
            if (levels.empty())
                return text;
            levels.back().cursor.childEnds(end);
            levels.back().take(text);
            continue;
        }
        if (step != JsonCursor::Step::Child)
            return std::nullopt;
        if (child.hasKey())
            level.name = quotedJson(unescapedJson(input.text(child.keyFrom, child.keyTo)));
        if (isContainer(child.kind)) {
            if (levels.size() == deepest)
                return std::nullopt;
            levels.push_back({.kind = child.kind, .cursor = JsonCursor::into(child)});
            continue;
        }
        const auto text = scalar(input, child, largest);
        if (!text)
            return std::nullopt;
        level.take(*text);
    }
}

} // namespace sonde::body
