#include "interop/remark.h"

#include <algorithm>
#include <cstring>

namespace sonde::interop
{

Remark Remark::verbatim(const QString &text)
{
    Remark remark;
    remark.m_verbatim = text;
    return remark;
}

Remark Remark::arg(const QString &value) &&
{
    m_values.append(value);
    return std::move(*this);
}

Remark Remark::arg(qsizetype value) &&
{
    return std::move(*this).arg(QString::number(value));
}

QString Remark::text(Say say) const
{
    if (!m_english)
        return m_verbatim;
    const QString words = say ? say(m_english) : QString::fromUtf8(m_english);
    // In one pass: a value that holds “%2” is a value and nothing more.
    QString text;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const int place =
            words[at] == u'%' && at + 1 < words.size() ? words[at + 1].digitValue() : -1;
        if (place >= 1 && place <= m_values.size()) {
            text += m_values[place - 1];
            ++at;
        } else {
            text += words[at];
        }
    }
    return text;
}

// Two literals of one text may stand at two addresses.
bool Remark::operator==(const Remark &other) const
{
    const bool same = m_english && other.m_english ? std::strcmp(m_english, other.m_english) == 0
                                                   : m_english == other.m_english;
    return same && m_verbatim == other.m_verbatim && m_values == other.m_values;
}

void addOnce(Remarks &remarks, Remark remark)
{
    if (std::ranges::find(remarks, remark) == remarks.end())
        remarks.push_back(std::move(remark));
}

} // namespace sonde::interop
