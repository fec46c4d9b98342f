// Every action with its keys and one sentence of help, with a filter. Made from the table of
// actions. GUI thread.
#pragma once

#include <QDialog>

class QTreeWidget;

namespace sonde::ui
{

class ActionRegistry;

class ShortcutHelp : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutHelp(const ActionRegistry &actions, QWidget *parent = nullptr);

private:
    void fill(const ActionRegistry &actions);
    void filter(const QString &text);
    QTreeWidget *m_tree;
};

} // namespace sonde::ui
