// The colours by which a person tells environments apart, such as red for the one that matters.
// Values, any thread.
#pragma once

#include "ui/widgets/theme.h"

#include <QVariantMap>

#include <array>

namespace sonde::ui
{

enum class EnvironmentColour : quint8 { None, Blue, Green, Orange, Red, Violet };
inline constexpr std::array allEnvironmentColours{
    EnvironmentColour::None,   EnvironmentColour::Blue, EnvironmentColour::Green,
    EnvironmentColour::Orange, EnvironmentColour::Red,  EnvironmentColour::Violet};

[[nodiscard]] QString colourName(EnvironmentColour colour);
// What text and icon of such an environment are drawn in.
[[nodiscard]] Token tokenOf(EnvironmentColour colour);

// As they are kept: by the name of the environment; a colour that is not known is none.
[[nodiscard]] EnvironmentColour colourOf(const QString &environment, const QVariantMap &kept);
void keepColour(QVariantMap &kept, const QString &environment, EnvironmentColour colour);

} // namespace sonde::ui
