// The table of actions come alive for one window: QActions by id, the menus, and why an action
// cannot be used just now. GUI thread; owned by the window.
#pragma once

#include "ui/shell/action_table.h"

#include <QAction>
#include <QHash>
#include <QMainWindow>
#include <QSet>

namespace sonde::ui
{

class ActionRegistry : public QObject
{
    Q_OBJECT
public:
    explicit ActionRegistry(QMainWindow *window);

    // Every id of the table exists; another one ends the program in a debug build.
    [[nodiscard]] QAction *action(QByteArrayView id) const;
    [[nodiscard]] const std::vector<std::pair<const ActionSpec *, QAction *>> &all() const
    {
        return m_all;
    }
    template <typename Receiver, typename Function>
    void bind(QByteArrayView id, Receiver *receiver, Function function)
    {
        connect(action(id), &QAction::triggered, receiver, function);
        m_bound.insert(action(id));
    }
    [[nodiscard]] bool isBound(const QAction *action) const { return m_bound.contains(action); }
    // An action that cannot be used says why: in the palette and as its status tip.
    void setAvailable(QByteArrayView id, bool available, const QString &whyNot = {});
    [[nodiscard]] QString whyNot(const QAction *action) const;

    void fillMenuBar(QMenuBar *bar) const;
    // The rows of one menu, for a context menu.
    void fill(QMenu *menu, MenuId id) const;
    // The text without its accelerator mark.
    [[nodiscard]] static QString plainText(const QAction *action);
    // The same with the menu it is in, where the text alone does not say enough: "Theme: Dark".
    [[nodiscard]] static QString fullText(const ActionSpec &spec, const QAction *action);
    [[nodiscard]] static QString keysText(const QAction *action);

private:
    void make(const ActionSpec &spec);

    QMainWindow *m_window;
    std::vector<std::pair<const ActionSpec *, QAction *>> m_all;
    QHash<QByteArray, QAction *> m_byId;
    QSet<const QAction *> m_bound;
    QHash<const QAction *, QString> m_whyNot;
};

} // namespace sonde::ui
