// The nodes of one query from one node, one after another: a stack of frames instead of recursion,
// since a body may nest a hundred thousand deep. Used by JsonPathRun and its filters; one thread.
#pragma once

#include "body/json_children.h"
#include "body/json_locator.h"
#include "body/json_path.h"

namespace sonde::body
{

class JsonPathFilter;

class JsonPathWalk
{
public:
    enum class Step : quint8 { Node, End, More, Stopped, Failed };

    // All of them must outlive it.
    JsonPathWalk(const json_path::Query &query, const JsonChild &from, JsonInput &input,
                 JsonPathFilter &filter);

    [[nodiscard]] Step next(JsonChild &node);
    // Of the node given last: the places from where the walk began down to it.
    [[nodiscard]] std::vector<JsonPlace> places() const;
    // The node given last ends there: it need not be passed by again.
    void nodeEnds(qint64 offset);

private:
    static constexpr size_t containersKept = 64;
    enum class Phase : quint8 { Select, Descend };
    struct Frame {
        size_t segment = 0;
        JsonPlace place;
        Phase phase = Phase::Select;
        size_t selector = 0;
        bool begun = false; // the selector
        JsonCursor cursor{0, JsonCursor::Within::Document};
        JsonChild child;    // the cursor is at
        qint64 index = -1;  // of that child
        bool atEnd = false; // the cursor has left the container
        qint64 lower = 0;   // children wanted: [lower, upper) by step
        qint64 upper = 0;
        qint64 step = 1;
        std::shared_ptr<JsonChildren> counted; // where the number of children matters
        std::vector<JsonChild> backwards;      // a bucket of them, for a negative step
        // For “..”: the containers among the children, as long as they are few, once a selector
        // has gone through all of them.
        std::vector<JsonPlace> containers;
        bool containersKnown = false;
        size_t nextContainer = 0;
        qint64 backwardsFrom = 0;
    };
    enum class Found : quint8 { Child, Nothing, More, Stopped, Failed };

    [[nodiscard]] Found advance(Frame &frame, JsonPlace &place);
    [[nodiscard]] Found select(Frame &frame, JsonPlace &place);
    [[nodiscard]] Found descend(Frame &frame, JsonPlace &place);
    [[nodiscard]] Found begin(Frame &frame, const json_path::Selector &selector);
    [[nodiscard]] Found count(Frame &frame);
    [[nodiscard]] Found beginSlice(Frame &frame, const json_path::Slice &slice);
    [[nodiscard]] Found forward(Frame &frame, const json_path::Selector &selector,
                                JsonPlace &place);
    [[nodiscard]] Found backward(Frame &frame, JsonPlace &place);
    [[nodiscard]] Found accepts(const json_path::Selector &selector, const JsonChild &child);
    [[nodiscard]] bool push(size_t segment, const JsonPlace &place);
    void pop();
    void note(Frame &frame);
    [[nodiscard]] bool goesOn(const Frame &frame) const;

    const json_path::Query &m_query;
    JsonInput &m_input;
    JsonPathFilter &m_filter;
    std::vector<Frame> m_frames;
    JsonPlace m_last;
    bool m_lastIsStart = false; // the query has no segments: its start is its node
    bool m_done = false;
};

} // namespace sonde::body
