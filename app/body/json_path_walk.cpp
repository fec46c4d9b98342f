#include "body/json_path_walk.h"

#include "body/json_path_filter.h"
#include "body/json_path_run.h"
#include "body/json_text.h"

#include <limits>

namespace sonde::body
{

using namespace json_path;

JsonPathWalk::JsonPathWalk(const Query &query, const JsonChild &from, JsonInput &input,
                           JsonPathFilter &filter)
    : m_query(query)
    , m_input(input)
    , m_filter(filter)
{
    const JsonPlace start{.index = 0, .child = from};
    if (query.segments.empty()) {
        m_last = start;
        m_lastIsStart = true;
    } else {
        (void)push(0, start);
    }
}

bool JsonPathWalk::push(size_t segment, const JsonPlace &place)
{
    if (m_frames.size() == JsonPathRun::deepest) {
        m_filter.fail(QStringLiteral("The body is nested more than %1 deep: name the way down "
                                     "instead of “..”.")
                          .arg(JsonPathRun::deepest));
        return false;
    }
    m_frames.push_back({.segment = segment, .place = place});
    return true;
}

// A frame that has seen its container to the end spares the one below a second look at it.
void JsonPathWalk::pop()
{
    Frame done = std::move(m_frames.back());
    m_frames.pop_back();
    if (m_frames.empty() || !goesOn(m_frames.back()))
        return;
    if (done.counted && done.counted->isWhole()) {
        m_frames.back().cursor.childEnds(done.counted->end());
        return;
    }
    auto step = done.atEnd ? JsonCursor::Step::End : JsonCursor::Step::Child;
    for (JsonChild passed; step == JsonCursor::Step::Child;)
        step = done.cursor.next(m_input, passed);
    if (step == JsonCursor::Step::End)
        m_frames.back().cursor.childEnds(done.cursor.position());
}

// The frame's cursor stands at the child that was looked into, and will be asked for the next.
bool JsonPathWalk::goesOn(const Frame &frame) const
{
    return frame.step > 0 && !frame.atEnd && frame.index + 1 < frame.upper;
}

JsonPathWalk::Step JsonPathWalk::next(JsonChild &node)
{
    if (m_lastIsStart) {
        if (std::exchange(m_done, true))
            return Step::End;
        node = m_last.child;
        return Step::Node;
    }
    while (!m_frames.empty()) {
        JsonPlace place;
        Frame &frame = m_frames.back();
        const Phase phase = frame.phase;
        switch (advance(frame, place)) {
        case Found::Child:
            break;
        case Found::Nothing:
            if (frame.phase == Phase::Select &&
                m_query.segments[frame.segment].reach == Segment::Reach::Descendant) {
                frame.phase = Phase::Descend;
                frame.begun = false;
            } else {
                pop();
            }
            continue;
        case Found::More:
            return Step::More;
        case Found::Stopped:
            return Step::Stopped;
        case Found::Failed:
            return Step::Failed;
        }
        const bool last = frame.segment + 1 == m_query.segments.size();
        if (!isContainer(place.child.kind) && !(last && phase == Phase::Select))
            continue; // nothing can be selected from it
        if (phase == Phase::Descend) {
            if (!push(frame.segment, place))
                return Step::Failed;
        } else if (!last) {
            if (!push(frame.segment + 1, place))
                return Step::Failed;
        } else {
            m_last = place;
            node = place.child;
            return Step::Node;
        }
    }
    return Step::End;
}

std::vector<JsonPlace> JsonPathWalk::places() const
{
    std::vector<JsonPlace> places;
    places.reserve(m_frames.size() + 1);
    for (const Frame &frame : m_frames)
        places.push_back(frame.place);
    places.push_back(m_last);
    return places;
}

void JsonPathWalk::nodeEnds(qint64 offset)
{
    if (!m_frames.empty() && goesOn(m_frames.back()))
        m_frames.back().cursor.childEnds(offset);
}

JsonPathWalk::Found JsonPathWalk::advance(Frame &frame, JsonPlace &place)
{
    if (!isContainer(frame.place.child.kind))
        return Found::Nothing; // the start of the walk may be anything
    return frame.phase == Phase::Select ? select(frame, place) : descend(frame, place);
}

JsonPathWalk::Found JsonPathWalk::select(Frame &frame, JsonPlace &place)
{
    const auto &selectors = m_query.segments[frame.segment].selectors;
    for (; frame.selector < selectors.size(); ++frame.selector) {
        const Selector &selector = selectors[frame.selector];
        if (!frame.begun) {
            const Found begun = begin(frame, selector);
            if (begun == Found::Nothing)
                continue;
            if (begun != Found::Child)
                return begun;
            frame.begun = true;
        }
        const Found found =
            frame.step < 0 ? backward(frame, place) : forward(frame, selector, place);
        if (found != Found::Nothing)
            return found;
        frame.begun = false;
        frame.backwards.clear();
    }
    return Found::Nothing;
}

JsonPathWalk::Found JsonPathWalk::descend(Frame &frame, JsonPlace &place)
{
    if (frame.containersKnown) {
        if (frame.nextContainer == frame.containers.size())
            return Found::Nothing;
        place = frame.containers[frame.nextContainer++];
        return Found::Child;
    }
    if (!frame.begun) {
        frame.begun = true;
        frame.cursor = JsonCursor::into(frame.place.child);
        frame.index = -1;
        frame.atEnd = false;
        frame.lower = 0;
        frame.step = 1;
        frame.upper = std::numeric_limits<qint64>::max();
    }
    static const Selector any = Wildcard{};
    while (true) {
        const Found found = forward(frame, any, place);
        if (found != Found::Child || isContainer(place.child.kind))
            return found;
    }
}

// Child: there may be something to select. Nothing: there cannot.
JsonPathWalk::Found JsonPathWalk::begin(Frame &frame, const Selector &selector)
{
    frame.cursor = JsonCursor::into(frame.place.child);
    frame.index = -1;
    frame.atEnd = false;
    frame.lower = 0;
    frame.upper = std::numeric_limits<qint64>::max();
    frame.step = 1;
    if (!frame.containersKnown)
        frame.containers.clear();
    const bool array = frame.place.child.kind == JsonKind::Array;
    if (std::holds_alternative<Name>(selector))
        return array ? Found::Nothing : Found::Child;
    if (const auto *slice = std::get_if<Slice>(&selector))
        return array ? beginSlice(frame, *slice) : Found::Nothing;
    const auto *index = std::get_if<Index>(&selector);
    if (!index)
        return Found::Child;
    if (!array)
        return Found::Nothing;
    frame.lower = index->index;
    if (index->index < 0) {
        const Found counted = count(frame);
        if (counted != Found::Child)
            return counted;
        frame.lower += frame.counted->count();
    }
    frame.upper = frame.lower + 1;
    return frame.lower >= 0 ? Found::Child : Found::Nothing;
}

JsonPathWalk::Found JsonPathWalk::count(Frame &frame)
{
    if (!frame.counted)
        frame.counted = std::make_shared<JsonChildren>(frame.place.child);
    switch (frame.counted->advance(m_input, std::numeric_limits<qint64>::max() / 2)) {
    case JsonChildren::Progress::Whole:
        return Found::Child;
    case JsonChildren::Progress::Stopped:
        return Found::Stopped;
    default:
        return Found::More;
    }
}

// RFC 9535 section 2.3.4.2: bounds from the end are counted, then all are clamped.
JsonPathWalk::Found JsonPathWalk::beginSlice(Frame &frame, const Slice &slice)
{
    frame.step = slice.step;
    if (slice.step == 0)
        return Found::Nothing;
    const bool fromEnd = slice.step < 0 || slice.start.value_or(0) < 0 || slice.end.value_or(0) < 0;
    if (!fromEnd) {
        frame.lower = slice.start.value_or(0);
        frame.upper = slice.end.value_or(std::numeric_limits<qint64>::max());
        return frame.lower < frame.upper ? Found::Child : Found::Nothing;
    }
    const Found counted = count(frame);
    if (counted != Found::Child)
        return counted;
    const qint64 length = frame.counted->count();
    const auto normal = [length](qint64 bound) { return bound >= 0 ? bound : length + bound; };
    if (slice.step > 0) {
        frame.lower = std::clamp<qint64>(normal(slice.start.value_or(0)), 0, length);
        frame.upper = std::clamp<qint64>(normal(slice.end.value_or(length)), 0, length);
        return frame.lower < frame.upper ? Found::Child : Found::Nothing;
    }
    // From upper downwards, lower left out.
    frame.upper = std::clamp<qint64>(normal(slice.start.value_or(length - 1)), -1, length - 1);
    frame.lower = slice.end ? std::clamp<qint64>(normal(*slice.end), -1, length - 1) : -1;
    frame.index = frame.upper;
    return frame.lower < frame.upper ? Found::Child : Found::Nothing;
}

JsonPathWalk::Found JsonPathWalk::forward(Frame &frame, const Selector &selector, JsonPlace &place)
{
    while (!frame.atEnd && frame.index + 1 < frame.upper) {
        switch (frame.cursor.next(m_input, frame.child)) {
        case JsonCursor::Step::Child:
            break;
        case JsonCursor::Step::End:
            frame.atEnd = true;
            frame.containersKnown =
                frame.lower == 0 && frame.step == 1 && frame.containers.size() < containersKept;
            return Found::Nothing;
        case JsonCursor::Step::More:
            return Found::More;
        case JsonCursor::Step::Stopped:
            return Found::Stopped;
        }
        ++frame.index;
        note(frame);
        if (frame.index < frame.lower || (frame.index - frame.lower) % frame.step != 0)
            continue;
        place = {.index = frame.index, .child = frame.child};
        const Found accepted = accepts(selector, place.child);
        if (accepted == Found::More) {
            // More of this child is needed to tell: the cursor steps back to it.
            frame.cursor = JsonCursor::at(frame.child, frame.place.child);
            --frame.index;
        }
        if (accepted == Found::Child && std::holds_alternative<Name>(selector))
            frame.upper = frame.index; // a name stands once in an object
        if (accepted != Found::Nothing)
            return accepted;
    }
    return Found::Nothing;
}

// What “..” will descend into need not be looked for a second time.
void JsonPathWalk::note(Frame &frame)
{
    const bool descends = frame.phase == Phase::Select &&
                          m_query.segments[frame.segment].reach == Segment::Reach::Descendant;
    const bool known = !frame.containers.empty() && frame.containers.back().index >= frame.index;
    if (descends && !known && isContainer(frame.child.kind) &&
        frame.containers.size() < containersKept)
        frame.containers.push_back({.index = frame.index, .child = frame.child});
}

JsonPathWalk::Found JsonPathWalk::backward(Frame &frame, JsonPlace &place)
{
    if (frame.index <= frame.lower)
        return Found::Nothing;
    if (frame.backwards.empty() || frame.index < frame.backwardsFrom) {
        frame.backwardsFrom = frame.index - frame.index % JsonChildren::bucket;
        frame.backwards = frame.counted->children(m_input, frame.backwardsFrom,
                                                  frame.index - frame.backwardsFrom + 1);
        if (m_input.isStopped())
            return Found::Stopped;
    }
    const auto within = size_t(frame.index - frame.backwardsFrom);
    if (within >= frame.backwards.size())
        return Found::Nothing;
    place = {.index = frame.index, .child = frame.backwards[within]};
    frame.index = frame.step < frame.lower - frame.index ? frame.lower : frame.index + frame.step;
    return Found::Child;
}

JsonPathWalk::Found JsonPathWalk::accepts(const Selector &selector, const JsonChild &child)
{
    if (const auto *name = std::get_if<Name>(&selector)) {
        // A character takes six octets at most, as an escape.
        const bool same = child.hasKey() &&
                          child.keyTo - child.keyFrom <= 6 * name->text.size() + 2 &&
                          unescapedJson(m_input.text(child.keyFrom, child.keyTo)) == name->text;
        return same ? Found::Child : Found::Nothing;
    }
    const auto *filter = std::get_if<Filter>(&selector);
    if (!filter)
        return Found::Child;
    switch (m_filter.holds(*filter->test, child)) {
    case JsonPathFilter::Answer::Yes:
        return Found::Child;
    case JsonPathFilter::Answer::No:
        return Found::Nothing;
    case JsonPathFilter::Answer::More:
        return Found::More;
    case JsonPathFilter::Answer::Stopped:
        return Found::Stopped;
    case JsonPathFilter::Answer::Failed:
        break;
    }
    return Found::Failed;
}

} // namespace sonde::body
