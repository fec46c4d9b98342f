// The environment in force, at the end of the row of tabs: its name, whether it is locked, and a
// menu to choose another. GUI thread.
#pragma once

#include "collection/scope.h"

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
    void showScope(const collection::Scope &scope, bool locked, bool captured);

Q_SIGNALS:
    void chosen(const QString &environment); // empty: none
    void lockToggled(const QString &environment, bool locked);
    void forgetWanted(); // what was captured
    void editWanted();

private:
    void fill();
    void recolor();

    ChoiceMenu *m_menu;
    QStringList m_names;
    QString m_current;
    QString m_problem;
    bool m_locked = false;
    bool m_captured = false;
};

} // namespace sonde::ui
