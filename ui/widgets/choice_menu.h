// A menu to choose one of several from: its entries exclude each other and bear round marks, as
// every such choice does. Filled anew each time it opens. GUI thread.
#pragma once

#include <QMenu>

#include <functional>

namespace sonde::ui
{

class ChoiceMenu : public QMenu
{
    Q_OBJECT
public:
    enum class Is : quint8 { Other, Chosen };

    using QMenu::QMenu;

    // Other entries may stand among the choices. `choose` is called when a person chooses it.
    QAction *addChoice(const QString &text, Is is, std::function<void()> choose);
};

} // namespace sonde::ui
