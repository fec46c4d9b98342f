#include "body/json_path.h"

#include <algorithm>

namespace sonde::body
{
namespace json_path
{

bool Query::isSingular() const
{
    return std::ranges::all_of(segments, [](const Segment &segment) {
        return segment.reach == Segment::Reach::Child && segment.selectors.size() == 1 &&
               (std::holds_alternative<Name>(segment.selectors[0]) ||
                std::holds_alternative<Index>(segment.selectors[0]));
    });
}

bool Expression::isConstant() const
{
    if (kind == Kind::Exists || kind == Kind::Nodes)
        return query.start == Query::Start::Root;
    return std::ranges::all_of(parts, &Expression::isConstant);
}

namespace
{

bool looksAtRoot(const Expression &expression);

bool looksAtRoot(const Query &query)
{
    if (query.start == Query::Start::Root)
        return true;
    for (const Segment &segment : query.segments) {
        for (const Selector &selector : segment.selectors) {
            const auto *filter = std::get_if<Filter>(&selector);
            if (filter && looksAtRoot(*filter->test))
                return true;
        }
    }
    return false;
}

bool looksAtRoot(const Expression &expression)
{
    const bool asks =
        expression.kind == Expression::Kind::Exists || expression.kind == Expression::Kind::Nodes;
    return (asks && looksAtRoot(expression.query)) ||
           std::ranges::any_of(expression.parts,
                               [](const Expression &part) { return looksAtRoot(part); });
}

bool isForward(const Selector &selector)
{
    if (const auto *index = std::get_if<Index>(&selector))
        return index->index >= 0;
    if (const auto *slice = std::get_if<Slice>(&selector))
        return slice->step >= 0 && slice->start.value_or(0) >= 0 && slice->end.value_or(0) >= 0;
    if (const auto *filter = std::get_if<Filter>(&selector))
        return !looksAtRoot(*filter->test);
    return true;
}

} // namespace
} // namespace json_path

bool JsonPath::isOnePass() const
{
    using json_path::Segment;
    return std::ranges::all_of(m_query->segments, [](const Segment &segment) {
        return segment.reach == Segment::Reach::Child && segment.selectors.size() == 1 &&
               json_path::isForward(segment.selectors[0]);
    });
}

} // namespace sonde::body
