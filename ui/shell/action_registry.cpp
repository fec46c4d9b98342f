#include "ui/shell/action_registry.h"

#include "ui/widgets/icons.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

namespace sonde::ui
{

namespace
{

QString say(const char *text)
{
    return QCoreApplication::translate("Actions", text);
}

} // namespace

ActionRegistry::ActionRegistry(QMainWindow *window)
    : QObject(window)
    , m_window(window)
{
    for (const ActionSpec &spec : actionTable()) {
        if (spec.kind == ActionSpec::Kind::Separator)
            m_all.emplace_back(&spec, nullptr);
        else
            make(spec);
    }
    // One of each: the choices of a group exclude each other.
    for (const QByteArrayView prefix : {QByteArrayView("theme."), QByteArrayView("version.")}) {
        auto *group = new QActionGroup(this);
        for (const auto &[spec, action] : m_all) {
            if (action && QByteArrayView(spec->id).startsWith(prefix))
                group->addAction(action);
        }
    }
}

void ActionRegistry::make(const ActionSpec &spec)
{
    QString text = say(spec.text);
    if (spec.number > 0)
        text = text.arg(spec.number);
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(spec.id));
    if (spec.icon)
        action->setIcon(icon(spec.icon));
    if (spec.keys)
        action->setShortcuts(QKeySequence::listFromString(QLatin1String(spec.keys)));
    action->setCheckable(spec.kind == ActionSpec::Kind::Checkable);
    const bool everywhere = spec.scope == ActionSpec::Scope::Window;
    action->setShortcutContext(everywhere ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    action->setStatusTip(say(spec.help));
    action->setToolTip(say(spec.help));
    // The menus stay free of pictures; buttons made from an action show them.
    action->setIconVisibleInMenu(false);
    if (everywhere)
        m_window->addAction(action);
    m_all.emplace_back(&spec, action);
    m_byId.insert(spec.id, action);
}

QAction *ActionRegistry::action(QByteArrayView id) const
{
    QAction *found = m_byId.value(id.toByteArray());
    Q_ASSERT_X(found, "ActionRegistry::action", id.toByteArray().constData());
    return found;
}

void ActionRegistry::setAvailable(QByteArrayView id, bool available, const QString &whyNot)
{
    QAction *one = action(id);
    one->setEnabled(available);
    if (available)
        m_whyNot.remove(one);
    else
        m_whyNot.insert(one, whyNot);
}

QString ActionRegistry::whyNot(const QAction *action) const
{
    return m_whyNot.value(action);
}

void ActionRegistry::fillMenuBar(QMenuBar *bar) const
{
    QHash<MenuId, QMenu *> menus;
    const auto top = [&](MenuId id, const QString &title) {
        menus.insert(id, bar->addMenu(title));
    };
    top(MenuId::File, tr("&File"));
    top(MenuId::Edit, tr("&Edit"));
    top(MenuId::Library, tr("&Library"));
    top(MenuId::View, tr("&View"));
    top(MenuId::Request, tr("&Request"));
    top(MenuId::Go, tr("&Go"));
    top(MenuId::Help, tr("&Help"));
    for (const auto &[spec, action] : m_all) {
        QMenu *menu = menus.value(spec->menu);
        if (menu && action)
            menu->addAction(action);
        else if (menu)
            menu->addSeparator();
    }
    // Before an entry of its parent, or at its end.
    const auto submenu = [&](MenuId parent, MenuId id, const QString &title,
                             QAction *before = nullptr) {
        auto *menu = new QMenu(title, menus.value(parent));
        menus.value(parent)->insertMenu(before, menu);
        fill(menu, id);
    };
    submenu(MenuId::File, MenuId::Export, tr("E&xport call as"), action("file.close-tab"));
    menus.value(MenuId::File)->insertSeparator(action("file.close-tab"));
    menus.value(MenuId::Edit)->addSeparator();
    submenu(MenuId::Edit, MenuId::CopyAs, tr("&Copy request as"));
    menus.value(MenuId::View)->addSeparator();
    submenu(MenuId::View, MenuId::Theme, tr("&Theme"));
    submenu(MenuId::Request, MenuId::Version, tr("HTTP &version"));
}

void ActionRegistry::fill(QMenu *menu, MenuId id) const
{
    for (const auto &[spec, action] : m_all) {
        if (spec->menu != id)
            continue;
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
}

QString ActionRegistry::plainText(const QAction *action)
{
    QString text = action->text();
    text.remove(u'&');
    while (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

QString ActionRegistry::fullText(const ActionSpec &spec, const QAction *action)
{
    const QString text = plainText(action);
    switch (spec.menu) {
    case MenuId::Library:
        return tr("Library: %1").arg(text);
    case MenuId::CopyAs:
        return tr("Copy request as: %1").arg(text);
    case MenuId::Export:
        return tr("Export call as: %1").arg(text);
    case MenuId::Theme:
        return tr("Theme: %1").arg(text);
    case MenuId::Version:
        return tr("HTTP version: %1").arg(text);
    default:
        return text;
    }
}

QString ActionRegistry::keysText(const QAction *action)
{
    // One is enough to read; the others are for those who know them.
    return action->shortcut().toString(QKeySequence::NativeText);
}

} // namespace sonde::ui
