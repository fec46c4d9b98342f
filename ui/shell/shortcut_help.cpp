#include "ui/shell/shortcut_help.h"

#include "ui/shell/action_registry.h"
#include "ui/widgets/row_paint.h"
#include "ui/widgets/window_size.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sonde::ui
{

ShortcutHelp::ShortcutHelp(const ActionRegistry &actions, QWidget *parent)
    : QDialog(parent)
    , m_tree(new QTreeWidget(this))
{
    setWindowTitle(tr("Keys"));
    openNoLargerThanTheScreen(
        this, QSize(1000, 640).boundedTo(parent ? parent->size() : QSize(1000, 640)));
    auto *column = new QVBoxLayout(this);
    auto *edit = new QLineEdit(this);
    edit->setPlaceholderText(tr("Filter by action or key"));
    edit->setAccessibleName(tr("Filter"));
    edit->setClearButtonEnabled(true);
    column->addWidget(edit);
    column->addWidget(m_tree);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);

    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Actions and their keys"));
    m_tree->setHeaderLabels({tr("Action"), tr("Keys"), tr("What it does")});
    fill(actions);
    connect(edit, &QLineEdit::textChanged, this, &ShortcutHelp::filter);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    edit->setFocus();
}

void ShortcutHelp::fill(const ActionRegistry &actions)
{
    for (const auto &[spec, action] : actions.all()) {
        if (!action || action->shortcut().isEmpty())
            continue;
        QStringList keys;
        for (const QKeySequence &one : action->shortcuts())
            keys.append(one.toString(QKeySequence::NativeText));
        auto *item = new QTreeWidgetItem(m_tree, {ActionRegistry::fullText(*spec, action),
                                                  keys.join(tr(" or ")), action->statusTip()});
        item->setToolTip(2, action->statusTip());
        // The last column stretches: its width is asked by nobody, its height by all.
        item->setSizeHint(2, {0, rowHeight(fontMetrics())});
    }
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
}

void ShortcutHelp::filter(const QString &text)
{
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_tree->topLevelItem(row);
        const bool fits = item->text(0).contains(text, Qt::CaseInsensitive) ||
                          item->text(1).contains(text, Qt::CaseInsensitive) ||
                          item->text(2).contains(text, Qt::CaseInsensitive);
        item->setHidden(!fits);
    }
}

} // namespace sonde::ui
