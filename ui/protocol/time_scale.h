// The stretch of time that a painted view shows, and where a moment stands in it. A value.
#pragma once

#include "trace/clock.h"

#include <algorithm>

namespace sonde::ui
{

class TimeScale
{
public:
    // All there is to see.
    void setWhole(trace::Stamp from, trace::Stamp to)
    {
        m_wholeFrom = from;
        m_wholeTo = std::max(to, from + std::chrono::microseconds(1));
        if (m_from < m_wholeFrom || m_from > m_wholeTo)
            fit();
    }
    void fit() { show(m_wholeFrom, m_wholeTo); }
    void show(trace::Stamp from, trace::Stamp to)
    {
        m_from = from;
        m_length = std::max(to - from, leastLength);
    }
    // `factor` above 1 shows less; the moment stays where it is.
    void zoom(double factor, trace::Stamp around)
    {
        const auto whole = m_wholeTo - m_wholeFrom;
        const auto wanted = double(m_length.count()) / factor;
        const auto most = double(std::max(whole * 2, leastLength).count());
        const auto length =
            std::chrono::nanoseconds(qint64(std::clamp(wanted, double(leastLength.count()), most)));
        const double share = double((around - m_from).count()) / double(m_length.count());
        m_from = around + std::chrono::nanoseconds(-qint64(share * double(length.count())));
        m_length = length;
    }
    // By a share of what is shown.
    void pan(double share)
    {
        m_from = m_from + std::chrono::nanoseconds(qint64(share * double(m_length.count())));
        m_from = std::clamp(m_from, m_wholeFrom + -m_length, m_wholeTo);
    }
    // Into sight, if it is not.
    void reveal(trace::Stamp moment)
    {
        if (moment >= m_from && moment <= to())
            return;
        m_from = moment + -(m_length / 2);
        // No more of the time before the first frame and after the last one than a margin.
        const auto margin = m_length / 20;
        if (to() > m_wholeTo + margin)
            m_from = m_wholeTo + margin + -m_length;
        m_from = std::max(m_from, m_wholeFrom + -margin);
    }

    [[nodiscard]] trace::Stamp from() const { return m_from; }
    [[nodiscard]] trace::Stamp to() const { return m_from + m_length; }
    [[nodiscard]] std::chrono::nanoseconds length() const { return m_length; }
    [[nodiscard]] bool isWhole() const { return m_from <= m_wholeFrom && to() >= m_wholeTo; }
    [[nodiscard]] double x(trace::Stamp moment, double left, double width) const
    {
        return left + double((moment - m_from).count()) / double(m_length.count()) * width;
    }
    [[nodiscard]] trace::Stamp moment(double x, double left, double width) const
    {
        return m_from + std::chrono::nanoseconds(
                            qint64((x - left) / std::max(width, 1.0) * double(m_length.count())));
    }

private:
    static constexpr std::chrono::nanoseconds leastLength = std::chrono::microseconds(5);

    trace::Stamp m_wholeFrom;
    trace::Stamp m_wholeTo;
    trace::Stamp m_from;
    std::chrono::nanoseconds m_length = leastLength;
};

} // namespace sonde::ui
