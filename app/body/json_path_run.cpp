#include "body/json_path_run.h"

#include "body/json_path_filter.h"
#include "body/json_path_walk.h"

namespace sonde::body
{

JsonPathRun::JsonPathRun(JsonPath path, std::shared_ptr<const ByteSource> source, StopMark stop)
    : m_path(std::move(path))
    , m_source(std::move(source))
    , m_input(std::make_unique<JsonInput>(m_source, std::move(stop)))
    , m_filter(std::make_unique<JsonPathFilter>(*m_input))
{
}

JsonPathRun::~JsonPathRun() = default;

JsonPathRun::Step JsonPathRun::next(JsonMatch &match)
{
    while (true) {
        if (!m_walk) {
            switch (m_document.next(*m_input, m_root)) {
            case JsonCursor::Step::Child:
                break;
            case JsonCursor::Step::End:
                if (const auto &error = m_input->error()) {
                    m_problem = error->sentence;
                    return Step::Failed;
                }
                return Step::End;
            case JsonCursor::Step::More:
                return Step::More;
            case JsonCursor::Step::Stopped:
                return Step::Stopped;
            }
            ++m_documents;
            m_filter->setRoot(m_root);
            m_walk = std::make_unique<JsonPathWalk>(m_path.query(), m_root, *m_input, *m_filter);
        }
        JsonChild node;
        switch (m_node ? JsonPathWalk::Step::Node : m_walk->next(node)) {
        case JsonPathWalk::Step::Node:
            break;
        case JsonPathWalk::Step::End:
            m_walk.reset();
            continue;
        case JsonPathWalk::Step::More:
            return Step::More;
        case JsonPathWalk::Step::Stopped:
            return Step::Stopped;
        case JsonPathWalk::Step::Failed:
            m_problem = m_filter->problem();
            return Step::Failed;
        }
        if (!m_node)
            m_node = node;
        return found(match);
    }
}

JsonPathRun::Step JsonPathRun::found(JsonMatch &match)
{
    const auto end = jsonEnd(*m_input, m_node->from);
    if (!end)
        return m_input->isStopped() ? Step::Stopped : Step::More;
    m_walk->nodeEnds(*end);
    match = {.from = m_node->from,
             .to = *end,
             .kind = m_node->kind,
             .document = m_documents - 1,
             .path = normalizedPath(*m_input, m_walk->places())};
    m_node.reset();
    return Step::Match;
}

} // namespace sonde::body
