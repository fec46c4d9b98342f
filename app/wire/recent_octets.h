// A peer repeats itself: octets that equal those at the same place of the section before share
// their memory instead of taking new. Owned by a session.
#pragma once

#include <QByteArray>

#include <array>

namespace sonde::wire
{

class RecentOctets
{
public:
    // `place` counts names and values from the beginning of the section.
    [[nodiscard]] QByteArray octets(size_t place, QByteArrayView octets)
    {
        if (place >= m_kept.size() || octets.size() > longestKept)
            return octets.toByteArray();
        QByteArray &kept = m_kept[place];
        if (kept != octets)
            kept = octets.toByteArray();
        return kept;
    }

private:
    // Longer ones are rarely repeated, and a peer must not be able to make us keep megabytes.
    static constexpr qsizetype longestKept = 512;
    std::array<QByteArray, 64> m_kept;
};

} // namespace sonde::wire
