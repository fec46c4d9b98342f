#include "ui/widgets/choice_menu.h"

#include <QActionGroup>

namespace sonde::ui
{

QAction *ChoiceMenu::addChoice(const QString &text, Is is, std::function<void()> choose)
{
    // Only what is in a group is drawn, and told to who cannot see it, as one of several.
    auto *group = findChild<QActionGroup *>({}, Qt::FindDirectChildrenOnly);
    if (!group)
        group = new QActionGroup(this);
    QAction *action = addAction(text);
    action->setCheckable(true);
    group->addAction(action);
    action->setChecked(is == Is::Chosen);
    connect(action, &QAction::triggered, this, [choose = std::move(choose)] { choose(); });
    if (is == Is::Chosen)
        setActiveAction(action); // the keys begin there
    return action;
}

} // namespace sonde::ui
