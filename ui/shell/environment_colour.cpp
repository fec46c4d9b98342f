#include "ui/shell/environment_colour.h"

#include <QCoreApplication>

#include <algorithm>

namespace sonde::ui
{

namespace
{

// In a person's settings, so it must not change.
QLatin1String idOf(EnvironmentColour colour)
{
    switch (colour) {
    case EnvironmentColour::None:
        return {};
    case EnvironmentColour::Blue:
        return QLatin1String("blue");
    case EnvironmentColour::Green:
        return QLatin1String("green");
    case EnvironmentColour::Orange:
        return QLatin1String("orange");
    case EnvironmentColour::Red:
        return QLatin1String("red");
    case EnvironmentColour::Violet:
        return QLatin1String("violet");
    }
    return {};
}

} // namespace

QString colourName(EnvironmentColour colour)
{
    switch (colour) {
    //: No colour of its own
    case EnvironmentColour::None:
        return QCoreApplication::translate("sonde::ui::EnvironmentColour", "None");
    case EnvironmentColour::Blue:
        return QCoreApplication::translate("sonde::ui::EnvironmentColour", "Blue");
    case EnvironmentColour::Green:
        return QCoreApplication::translate("sonde::ui::EnvironmentColour", "Green");
    case EnvironmentColour::Orange:
        return QCoreApplication::translate("sonde::ui::EnvironmentColour", "Orange");
    case EnvironmentColour::Red:
        return QCoreApplication::translate("sonde::ui::EnvironmentColour", "Red");
    case EnvironmentColour::Violet:
        return QCoreApplication::translate("sonde::ui::EnvironmentColour", "Violet");
    }
    return {};
}

Token tokenOf(EnvironmentColour colour)
{
    switch (colour) {
    case EnvironmentColour::None:
        return Token::Text;
    case EnvironmentColour::Blue:
        return Token::Link;
    case EnvironmentColour::Green:
        return Token::Success;
    case EnvironmentColour::Orange:
        return Token::Warning;
    case EnvironmentColour::Red:
        return Token::Danger;
    case EnvironmentColour::Violet:
        return Token::SyntaxKey;
    }
    return Token::Text;
}

EnvironmentColour colourOf(const QString &environment, const QVariantMap &kept)
{
    const QString id = kept.value(environment).toString();
    const auto found = std::ranges::find_if(
        allEnvironmentColours, [&](EnvironmentColour colour) { return id == idOf(colour); });
    return found == allEnvironmentColours.end() ? EnvironmentColour::None : *found;
}

void keepColour(QVariantMap &kept, const QString &environment, EnvironmentColour colour)
{
    if (colour == EnvironmentColour::None)
        kept.remove(environment);
    else
        kept.insert(environment, QString(idOf(colour)));
}

} // namespace sonde::ui
