#include "ui/request/cell_delegate.h"

#include "ui/request/file_field.h"
#include "ui/request/part_model.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPainter>

namespace sonde::ui
{

namespace
{

constexpr int padding = 7; // so that the first column stands under the address

// The empty row has no switch; its text begins where the others' does.
int inset(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (index.column() > 0 || index.data(Qt::CheckStateRole).isValid())
        return padding;
    const QStyle *style = option.widget->style();
    return padding + style->pixelMetric(QStyle::PM_IndicatorWidth) +
           style->pixelMetric(QStyle::PM_CheckBoxLabelSpacing);
}

} // namespace

CellDelegate::CellDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    // The focus of a cell is a ring in our colour, not the style's dotted line.
    const bool focused = cell.state & QStyle::State_HasFocus;
    cell.state &= ~QStyle::State_HasFocus;
    if (cell.state & QStyle::State_Selected)
        painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
    cell.rect.setLeft(cell.rect.left() + inset(option, index));
    QStyledItemDelegate::paint(painter, cell, index);
    painter->save();
    const Theme &theme = Theme::instance();
    painter->setPen(theme.color(Token::Border));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (focused) {
        painter->setPen(QPen(theme.color(Token::Focus), 2));
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

bool CellDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    // The switch is hit where it is drawn.
    QStyleOptionViewItem cell = option;
    cell.rect.setLeft(cell.rect.left() + inset(option, index));
    return QStyledItemDelegate::editorEvent(event, model, cell, index);
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    auto *edit = new QLineEdit(parent);
    edit->setFrame(false);
    edit->setAutoFillBackground(true);
    edit->setAccessibleName(
        index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
    const QStringList suggestions = m_suggest ? m_suggest(index) : QStringList();
    if (!suggestions.isEmpty()) {
        auto *completer = new QCompleter(suggestions, edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        completer->setCompletionMode(QCompleter::PopupCompletion);
        edit->setCompleter(completer);
    }
    return edit;
}

void CellDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    QRect rect = option.rect.adjusted(0, 0, 0, -1);
    // The switch of the row stays visible while its name is edited.
    if (index.data(Qt::CheckStateRole).isValid()) {
        QStyleOptionViewItem box = option;
        initStyleOption(&box, index);
        box.rect.setLeft(box.rect.left() + inset(option, index));
        const QWidget *view = option.widget;
        rect.setLeft(view->style()
                         ->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &box, view)
                         .right() +
                     4);
    }
    editor->setGeometry(rect);
}

QWidget *PartDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    if (index.column() == PartModel::Kind) {
        auto *box = new QComboBox(parent);
        box->addItems({tr("Text"), tr("File")});
        box->setAccessibleName(tr("Kind"));
        return box;
    }
    if (index.column() == PartModel::Value && index.data(PartModel::IsFileRole).toBool()) {
        auto *field = new FileField(parent);
        field->setAutoFillBackground(true);
        return field;
    }
    return CellDelegate::createEditor(parent, option, index);
}

void PartDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentIndex(index.data(Qt::EditRole).toBool() ? 1 : 0);
    else if (auto *field = qobject_cast<FileField *>(editor))
        field->setPath(index.data(Qt::EditRole).toString());
    else
        CellDelegate::setEditorData(editor, index);
}

void PartDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                const QModelIndex &index) const
{
    if (const auto *box = qobject_cast<QComboBox *>(editor))
        model->setData(index, box->currentIndex() == 1);
    else if (const auto *field = qobject_cast<FileField *>(editor))
        model->setData(index, field->path());
    else
        CellDelegate::setModelData(editor, model, index);
}

} // namespace sonde::ui
