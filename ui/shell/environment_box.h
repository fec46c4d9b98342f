// The environment in force, at the end of the row of tabs: its name in its colour, whether it is
// locked, and a menu to choose another. GUI thread.
#pragma once

#include "collection/scope.h"
#include "ui/shell/environment_colour.h"

#include <QToolButton>

namespace sonde::ui
{

class ChoiceMenu;

class EnvironmentBox : public QToolButton
{
    Q_OBJECT
public:
    explicit EnvironmentBox(QWidget *parent = nullptr);
    [[nodiscard]] const QStringList &names() const { return m_names; }
    // What the window keeps of the environment of the scope.
    struct Standing {
        bool isLocked = false;
        bool hasCaptured = false;
        EnvironmentColour colour = EnvironmentColour::None;
    };
    void showScope(const collection::Scope &scope, const Standing &standing);

Q_SIGNALS:
    void chosen(const QString &environment); // empty: none
    void lockToggled(const QString &environment, bool locked);
    void colourChosen(const QString &environment, sonde::ui::EnvironmentColour colour);
    void forgetWanted(); // what was captured
    void editWanted();

private:
    void fill();
    void recolor();

    ChoiceMenu *m_menu;
    ChoiceMenu *m_colours;
    QStringList m_names;
    QString m_current;
    QString m_problem;
    Standing m_standing;
};

} // namespace sonde::ui
