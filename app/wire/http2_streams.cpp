#include "wire/http2_streams.h"

#include <algorithm>

namespace sonde::wire
{

Http2Stream *Http2Streams::add(quint32 id)
{
    if (m_free.empty())
        m_free.push_back(&m_slab.emplace_back());
    Http2Stream *stream = m_free.back();
    m_free.pop_back();
    stream->id = id;
    m_open.insert(id, stream);
    return stream;
}

void Http2Streams::remove(Http2Stream *stream)
{
    m_open.remove(stream->id);
    *stream = {};
    m_free.push_back(stream);
}

std::vector<Http2Stream *> Http2Streams::inOrder() const
{
    std::vector<Http2Stream *> all(m_open.cbegin(), m_open.cend());
    std::ranges::sort(all, {}, &Http2Stream::id);
    return all;
}

} // namespace sonde::wire
