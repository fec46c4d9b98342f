#include "ui/widgets/content_zoom.h"

#include <QFontDatabase>

#include <algorithm>

namespace sonde::ui
{

namespace
{

constexpr int steps[] = {50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400};

} // namespace

ContentZoom &ContentZoom::instance()
{
    static ContentZoom zoom;
    return zoom;
}

void ContentZoom::setPercent(int percent)
{
    percent = std::clamp(percent, least, most);
    if (percent == m_percent)
        return;
    m_percent = percent;
    Q_EMIT changed();
}

void ContentZoom::step(int by)
{
    if (by > 0) {
        const auto *next = std::ranges::upper_bound(steps, m_percent);
        setPercent(next == std::end(steps) ? most : *next);
    } else {
        const auto *here = std::ranges::lower_bound(steps, m_percent);
        setPercent(here == std::begin(steps) ? least : *(here - 1));
    }
}

QFont ContentZoom::font() const
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (m_percent == usual)
        return fixed;
    if (fixed.pointSizeF() > 0)
        fixed.setPointSizeF(fixed.pointSizeF() * m_percent / usual);
    else
        fixed.setPixelSize(std::max(1, fixed.pixelSize() * m_percent / usual));
    return fixed;
}

} // namespace sonde::ui
