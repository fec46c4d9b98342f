// Draws and edits one cell of a row table: a flat editor that fills the cell, with completion where
// the owner of the table has suggestions. GUI thread.
#pragma once

#include <QStyledItemDelegate>

#include <functional>

namespace sonde::ui
{

class VariableView;

class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    // What may be typed into this cell; empty for no completion.
    using Suggest = std::function<QStringList(const QModelIndex &)>;

    explicit CellDelegate(QObject *parent = nullptr);
    void setSuggest(Suggest suggest) { m_suggest = std::move(suggest); }
    // Cells then colour, complete and explain variables.
    void setVariables(VariableView *variables) { m_variables = variables; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;

    Suggest m_suggest;
    VariableView *m_variables = nullptr;
};

// Adds what a multipart table needs: Text or File in one column, a file chooser in the next.
class PartDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;
};

} // namespace sonde::ui
