// TreeForm of JSON.
#include "body/json_tree.h"

#include "body/json_children.h"
#include "body/json_compact.h"
#include "body/json_formatter.h"
#include "body/json_locator.h"
#include "body/json_text.h"

#include <algorithm>

namespace sonde::body
{
namespace
{

JsonChild asJson(const TreeChild &child)
{
    return {child.keyFrom, child.keyTo, child.from, JsonKind(child.kind)};
}

TreeChild asTree(const JsonChild &child)
{
    return {.keyFrom = child.keyFrom,
            .keyTo = child.keyTo,
            .from = child.from,
            .kind = quint8(child.kind),
            .isContainer = isContainer(child.kind)};
}

class JsonTreeChildren : public TreeChildren
{
public:
    explicit JsonTreeChildren(const std::optional<TreeChild> &container)
        : m_children(container ? std::optional(asJson(*container)) : std::nullopt)
    {
    }

    Progress advance(JsonInput &input, qint64 octets) override
    {
        return m_children.advance(input, octets);
    }
    qint64 count() const override { return m_children.count(); }
    bool isWhole() const override { return m_children.isWhole(); }
    std::vector<TreeChild> children(JsonInput &input, qint64 first, qint64 count) const override
    {
        std::vector<TreeChild> result;
        for (const JsonChild &child : m_children.children(input, first, count))
            result.push_back(asTree(child));
        return result;
    }

private:
    JsonChildren m_children;
};

// Octets of a scalar from its first one on, up to what ends it.
QByteArray scalarText(const QByteArray &octets, JsonKind kind)
{
    if (kind == JsonKind::String) {
        for (qsizetype at = 1; at < octets.size(); ++at) {
            if (octets[at] == '\\')
                ++at;
            else if (octets[at] == '"')
                return octets.first(at + 1);
        }
        return octets;
    }
    const auto end = std::ranges::find_if(octets, [](char c) {
        return c == ',' || c == ']' || c == '}' || static_cast<unsigned char>(c) <= ' ';
    });
    return octets.first(end - octets.begin());
}

// A container on one line, up to its end or what there is of it.
QByteArray containerText(const QByteArray &octets)
{
    QByteArray text;
    JsonCompact().feed(octets, text);
    qsizetype depth = 0;
    bool inString = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inString && c == '\\')
            ++at;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '{' || c == '['))
            ++depth;
        else if (!inString && (c == '}' || c == ']') && --depth == 0)
            return text.first(at + 1);
    }
    return text + "…";
}

class JsonTree : public TreeForm
{
public:
    std::unique_ptr<TreeChildren>
    childrenOf(const std::optional<TreeChild> &container) const override
    {
        return std::make_unique<JsonTreeChildren>(container);
    }

    std::optional<TreeChild> first(JsonInput &input) const override
    {
        auto document = JsonCursor::document();
        JsonChild child;
        const bool found = document.next(input, child) == JsonCursor::Step::Child;
        return found ? std::optional(asTree(child)) : std::nullopt;
    }

    std::optional<std::vector<TreePlace>> places(JsonInput &input, qint64 octet) const override
    {
        const auto found = jsonPlaces(input, octet);
        if (!found)
            return std::nullopt;
        std::vector<TreePlace> result;
        for (const JsonPlace &place : *found)
            result.push_back({place.index, asTree(place.child)});
        return result;
    }

    QByteArray path(JsonInput &input, const std::vector<TreePlace> &places) const override
    {
        std::vector<JsonPlace> way;
        for (const TreePlace &place : places)
            way.push_back({place.index, asJson(place.child)});
        return way.empty() ? QByteArray() : normalizedPath(input, way);
    }

    std::optional<qint64> end(JsonInput &input, const TreeChild &child) const override
    {
        return jsonEnd(input, child.from);
    }

    QByteArray name(JsonInput &input, const TreeChild &child, qint64 most) const override
    {
        if (!child.hasKey())
            return {};
        return unescapedJson(
            input.readable(child.keyFrom, std::min(child.keyTo, child.keyFrom + most)));
    }

    QByteArray value(JsonInput &input, const TreeChild &child, qint64 most) const override
    {
        const QByteArray begin = input.text(child.from, child.from + most);
        const bool isCut = begin.size() == most;
        const QByteArray octets = input.readable(isCut ? wholeCharacters(begin) : begin);
        if (child.isContainer)
            return containerText(octets);
        const QByteArray text = scalarText(octets, JsonKind(child.kind));
        return isCut && text.size() == octets.size() ? text + "…" : text;
    }

    Meaning meaning(const TreeChild &child) const override
    {
        switch (JsonKind(child.kind)) {
        case JsonKind::String:
            return Meaning::Text;
        case JsonKind::Number:
            return Meaning::Number;
        case JsonKind::True:
        case JsonKind::False:
        case JsonKind::Null:
            return Meaning::Keyword;
        case JsonKind::Object:
        case JsonKind::Array:
            return Meaning::Container;
        case JsonKind::Broken:
            break;
        }
        return Meaning::Broken;
    }

    bool hasMembers(const TreeChild &child) const override
    {
        return JsonKind(child.kind) == JsonKind::Object;
    }

    // A string without its quotes and escapes; anything else as it stands in the body.
    QByteArray copied(const TreeChild &child, const QByteArray &octets, CopyAs as) const override
    {
        if (as == CopyAs::Plain)
            return JsonKind(child.kind) == JsonKind::String ? unescapedJson(octets) : octets;
        QByteArray text;
        JsonFormatter().feed(octets, text);
        return text;
    }
};

} // namespace

const TreeForm &jsonTree()
{
    static const JsonTree form;
    return form;
}

} // namespace sonde::body
