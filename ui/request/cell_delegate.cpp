#include "ui/request/cell_delegate.h"

#include "ui/request/file_field.h"
#include "ui/request/part_model.h"
#include "ui/request/variable_assist.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolTip>

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
    paintContent(painter, cell, index);
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

// The style draws one colour; a cell with variables in it has several.
void CellDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const auto spans = m_variables ? variableSpans(text) : std::vector<VariableSpan>();
    const QVariant off = index.siblingAtColumn(0).data(Qt::CheckStateRole);
    if (spans.empty() || (off.isValid() && off.toInt() == Qt::Unchecked)) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = option.widget->style();
    QRect rect = style->subElementRect(QStyle::SE_ItemViewItemText, &cell, option.widget);
    rect.adjust(style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, option.widget) + 1, 0, 0,
                0);
    cell.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    painter->save();
    painter->setClipRect(rect);
    painter->setFont(cell.font);
    const bool selected = cell.state & QStyle::State_Selected;
    const QColor plain = cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    qsizetype from = 0;
    const auto part = [&](qsizetype to, const QColor &color) {
        const QString piece = text.sliced(from, to - from);
        painter->setPen(color);
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, piece);
        rect.setLeft(rect.left() + cell.fontMetrics.horizontalAdvance(piece));
        from = to;
    };
    for (const VariableSpan &span : spans) {
        part(span.start, plain);
        part(span.start + span.length, m_variables->color(span.name));
    }
    part(text.size(), plain);
    painter->restore();
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString tips =
        m_variables ? m_variables->tips(index.data(Qt::DisplayRole).toString()) : QString();
    if (event->type() != QEvent::ToolTip || tips.isEmpty())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), tips, view);
    return true;
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
    if (m_variables)
        new VariableAssist(edit, m_variables);
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
