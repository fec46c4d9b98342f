#include "ui/widgets/fonts.h"

namespace sonde::ui
{

QFont smallFont(QFont font)
{
    constexpr double share = 0.88;
    font.setPointSizeF(font.pointSizeF() * share);
    return font;
}

QFont strongFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace sonde::ui
