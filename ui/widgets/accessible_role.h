// Says what a widget is that we draw ourselves: Qt knows only of its own. GUI thread.
#pragma once

#include <QAccessible>
#include <QWidget>

namespace sonde::ui
{

// Name and description are those of the widget. Before it is given a name: then Qt makes up its
// mind.
void setAccessibleRole(QWidget *widget, QAccessible::Role role);

} // namespace sonde::ui
