#include "ui/shell/environment_delegate.h"

#include "ui/shell/environment_model.h"

#include <QComboBox>
#include <QLineEdit>

namespace sonde::ui
{

QWidget *EnvironmentDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                           const QModelIndex &index) const
{
    if (index.column() == EnvironmentModel::Kept) {
        auto *box = new QComboBox(parent);
        box->setAccessibleName(tr("Where the variable is kept"));
        for (const auto kept : EnvironmentModel::places)
            box->addItem(EnvironmentModel::keptText(kept), int(kept));
        return box;
    }
    QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
    auto *line = qobject_cast<QLineEdit *>(editor);
    if (line)
        line->setFrame(true); // or an empty cell does not look edited
    if (line && index.column() == EnvironmentModel::Value &&
        index.data(EnvironmentModel::HiddenRole).toBool())
        line->setEchoMode(QLineEdit::Password);
    return editor;
}

void EnvironmentDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
    else
        QStyledItemDelegate::setEditorData(editor, index);
}

void EnvironmentDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                       const QModelIndex &index) const
{
    if (auto *box = qobject_cast<QComboBox *>(editor))
        model->setData(index, box->currentData(), Qt::EditRole);
    else
        QStyledItemDelegate::setModelData(editor, model, index);
}

} // namespace sonde::ui
