// Every action of the window, once: id, text, icon, keys, menu, help. Menus, palette, shortcut help
// and tests are made from this table. Immutable data.
#pragma once

#include <QtGlobal>

#include <span>

namespace sonde::ui
{

enum class MenuId : quint8 {
    None,
    File,
    Export,
    Edit,
    Library,
    CopyAs,
    View,
    Theme,
    Request,
    Version,
    Go,
    Help
};

struct ActionSpec {
    enum class Kind : quint8 { Plain, Checkable, Separator };

    const char *id = nullptr;
    const char *text = nullptr; // to be translated in the context "Actions"
    const char *icon = nullptr;
    const char *keys = nullptr; // portable text, several separated by "; "
    MenuId menu = MenuId::None;
    const char *help = nullptr; // one sentence, translated likewise
    Kind kind = Kind::Plain;
    int number = 0; // fills %1 in `text`
    // Where its keys are heard: keys that mean something else in a field belong to the sidebar.
    enum class Scope : quint8 { Window, Sidebar };
    Scope scope = Scope::Window;
};

[[nodiscard]] std::span<const ActionSpec> actionTable();

} // namespace sonde::ui
