#include "ui/request/row_tools.h"

#include "ui/request/row_table.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QToolButton>

namespace sonde::ui
{

RowTools::RowTools(RowTable *table, Bulk bulk, QWidget *parent)
    : QWidget(parent)
    , m_table(table)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    const auto native = [](QKeyCombination key) {
        return QKeySequence(key).toString(QKeySequence::NativeText);
    };
    m_add = add("add", tr("Add a row"), {});
    m_remove =
        add("delete", tr("Delete the selected rows"), native(QKeyCombination(Qt::Key_Delete)));
    m_up = add("arrow-up", tr("Move the row up"), native(Qt::ALT | Qt::Key_Up));
    m_down = add("arrow-down", tr("Move the row down"), native(Qt::ALT | Qt::Key_Down));
    connect(m_add, &QToolButton::clicked, table, &RowTable::addRow);
    connect(m_remove, &QToolButton::clicked, table, &RowTable::removeSelected);
    connect(m_up, &QToolButton::clicked, table,
            [table] { table->moveCurrent(RowTable::Direction::Up); });
    connect(m_down, &QToolButton::clicked, table,
            [table] { table->moveCurrent(RowTable::Direction::Down); });
    connect(table, &RowTable::selectionMoved, this, &RowTools::refresh);
    if (bulk == Bulk::Yes) {
        m_asText = add("edit", tr("Edit as text"), {});
        m_asText->setCheckable(true);
        connect(m_asText, &QToolButton::toggled, this, &RowTools::asTextToggled);
        connect(m_asText, &QToolButton::toggled, this, &RowTools::refresh);
    }
    refresh();
}

QToolButton *RowTools::add(const char *iconName, const QString &text, const QString &keys)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setAccessibleName(text);
    button->setToolTip(keys.isEmpty() ? text : tr("%1 (%2)", "action (key)").arg(text, keys));
    layout()->addWidget(button);
    return button;
}

void RowTools::refresh()
{
    const bool table = !m_asText || !m_asText->isChecked();
    const bool selected = table && m_table->hasRealSelection();
    m_add->setEnabled(table);
    for (QToolButton *button : {m_remove, m_up, m_down})
        button->setEnabled(selected);
}

} // namespace sonde::ui
