// Edits a cell of the table of variables: where a variable is kept from a list, and a value that is
// hidden without showing it. GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace sonde::ui
{

class EnvironmentDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;
};

} // namespace sonde::ui
