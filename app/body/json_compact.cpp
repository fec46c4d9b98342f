#include "body/json_compact.h"

#include "body/json_skip.h"

namespace sonde::body
{

void JsonCompact::feed(QByteArrayView octets, QByteArray &into)
{
    into.reserve(into.size() + octets.size());
    for (const char c : octets) {
        if (!m_inString && isJsonSpace(c))
            continue;
        into.append(c);
        if (m_escaped)
            m_escaped = false;
        else if (m_inString && c == '\\')
            m_escaped = true;
        else if (c == '"')
            m_inString = !m_inString;
    }
}

} // namespace sonde::body
