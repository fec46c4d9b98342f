#include "ui/widgets/flat_style.h"

#include "ui/widgets/flat_marks.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/menu_hover.h"
#include "ui/widgets/row_paint.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QActionGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QStyleOption>
#include <QTableView>
#include <QToolButton>

#include <chrono>

namespace sonde::ui
{
namespace
{

constexpr int barThickness = 11;
constexpr int shortestSlider = 28;
constexpr qreal corner = 4;
constexpr int arrowWidth = 22; // of a combo box
constexpr int headerInset = 4; // of the words in a header, either side

// A field: what something is typed into or chosen in.
void drawField(const QStyleOption *option, QPainter *painter, bool focused, Token ground)
{
    const Theme &theme = Theme::instance();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool enabled = option->state & QStyle::State_Enabled;
    painter->setBrush(theme.color(enabled ? ground : Token::Window));
    painter->setPen(QPen(theme.color(focused ? Token::Focus : Token::Border), focused ? 2 : 1));
    const qreal inset = focused ? 1 : 0.5;
    painter->drawRoundedRect(QRectF(option->rect).adjusted(inset, inset, -inset, -inset), corner,
                             corner);
    painter->restore();
}

// The flat button of a dialog or bar.
void drawButton(const QStyleOption *option, QPainter *painter)
{
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool over = option->state & QStyle::State_MouseOver;
    const bool focused = option->state & QStyle::State_HasFocus;
    drawField(option, painter, focused,
              down   ? Token::Border
              : over ? Token::SurfaceAlternate
                     : Token::Surface);
}

// A bar of one colour on a quiet track. While nobody knows how much will come, a third of it goes
// from one end to the other and back: at a place that the clock decides, so that painting is
// enough.
void drawProgress(const QStyleOptionProgressBar &bar, QPainter *painter)
{
    using std::chrono::milliseconds;
    constexpr milliseconds period(1600);
    QRectF filled(bar.rect);
    const int range = bar.maximum - bar.minimum;
    if (range > 0) {
        filled.setWidth(filled.width() * (bar.progress - bar.minimum) / range);
    } else {
        const auto now = std::chrono::duration_cast<milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
        const double turn = 2.0 * double((now % period).count()) / double(period.count());
        const double width = filled.width() / 3;
        const double at = (turn < 1 ? turn : 2 - turn) * (filled.width() - width);
        filled = QRectF(filled.left() + at, filled.top(), width, filled.height());
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const double round = bar.rect.height() / 2.0;
    painter->setBrush(Theme::instance().color(Token::Border));
    painter->drawRoundedRect(bar.rect, round, round);
    painter->setBrush(Theme::instance().color(Token::Accent));
    painter->drawRoundedRect(filled, round, round);
    painter->restore();
}

void drawMenuBarItem(const QStyleOptionMenuItem &item, QPainter *painter, const QStyle &style,
                     const QWidget *widget)
{
    const Theme &theme = Theme::instance();
    painter->fillRect(item.rect, theme.color(Token::Window));
    const bool open = item.state & (QStyle::State_Selected | QStyle::State_Sunken);
    if (open) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(Token::Selection));
        painter->drawRoundedRect(item.rect.adjusted(0, 1, 0, -1), corner, corner);
        painter->restore();
    }
    const int marks = style.styleHint(QStyle::SH_UnderlineShortcut, &item, widget)
                          ? Qt::TextShowMnemonic
                          : Qt::TextHideMnemonic;
    painter->setPen(inkFor(&item, open ? Token::SelectionText : Token::Text));
    painter->drawText(item.rect, Qt::AlignCenter | Qt::TextSingleLine | marks, item.text);
}

// Whether what stands there in a menu is one of several, of which one is chosen.
bool isChoice(const QWidget *widget, QPoint position)
{
    const auto *menu = qobject_cast<const QMenu *>(widget);
    const QAction *action = menu ? menu->actionAt(position) : nullptr;
    return action && action->actionGroup() && action->actionGroup()->isExclusive();
}

constexpr int menuArrowWidth = 16;

bool opensMenu(const QStyleOptionToolButton *button)
{
    return button && button->features & QStyleOptionToolButton::HasMenu &&
           !(button->features & QStyleOptionToolButton::MenuButtonPopup);
}

} // namespace

FlatStyle::FlatStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void FlatStyle::polish(QWidget *widget)
{
    if (auto *menu = qobject_cast<QMenu *>(widget))
        letGoOfButtonsAfter(menu);
    QProxyStyle::polish(widget);
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    const bool focused = option->state & State_HasFocus;
    switch (element) {
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            drawField(option, painter, focused, Token::Surface);
        else
            painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        return;
    }
    case PE_FrameLineEdit:
        return; // the panel has drawn it
    case PE_PanelButtonCommand:
        drawButton(option, painter);
        return;
    case PE_PanelButtonTool:
        drawTool(option, painter);
        return;
    case PE_IndicatorCheckBox:
        return drawIndicator(option, painter,
                             isChoice(widget, option->rect.center()) ? Mark::Dot : Mark::Tick);
    case PE_IndicatorItemViewItemCheck:
        return drawIndicator(option, painter, Mark::Tick);
    case PE_IndicatorRadioButton:
        return drawIndicator(option, painter, Mark::Dot);
    case PE_FrameFocusRect:
        // Item views and our own widgets draw their focus themselves; a text button needs one.
        if (qobject_cast<const QAbstractItemView *>(widget))
            return;
        // Qt puts that of a tool button three pixels within it, which is through its icon.
        drawFocus(qobject_cast<const QToolButton *>(widget) ? widget->rect() : option->rect,
                  painter);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const Theme &theme = Theme::instance();
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        painter->fillRect(option->rect, theme.color(Token::Gutter));
        painter->setPen(theme.color(Token::Border));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (header && element == CE_HeaderSection && header->position != QStyleOptionHeader::End &&
            header->position != QStyleOptionHeader::OnlyOneSection)
            painter->drawLine(option->rect.right(), option->rect.top() + 5, option->rect.right(),
                              option->rect.bottom() - 5);
        return;
    }
    if (element == CE_HeaderLabel) {
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader muted = *header;
            muted.palette.setColor(QPalette::ButtonText, theme.color(Token::Muted));
            muted.rect.adjust(headerInset, 0, -headerInset, 0);
            QProxyStyle::drawControl(element, &muted, painter, widget);
            return;
        }
    }
    if (element == CE_MenuBarEmptyArea) {
        painter->fillRect(option->rect, theme.color(Token::Window));
        return;
    }
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (element == CE_MenuBarItem && item) {
        drawMenuBarItem(*item, painter, *this, widget);
        return;
    }
    // Fusion leaves the mark of a choice out of a menu unless it is the chosen one: one could not
    // tell that the others may be chosen instead. Its tick boxes it asks us for, so they stand in.
    if (element == CE_MenuItem && item && item->checkType == QStyleOptionMenuItem::Exclusive) {
        QStyleOptionMenuItem marked = *item;
        marked.checkType = QStyleOptionMenuItem::NonExclusive;
        QProxyStyle::drawControl(element, &marked, painter, widget);
        return;
    }
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (element == CE_ProgressBar && bar && !bar->textVisible) {
        drawProgress(*bar, painter);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        drawScrollBar(subControlRect(control, option, SC_ScrollBarSlider, widget), option, painter);
        return;
    case CC_ComboBox:
        drawComboBox(option, painter, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(option, painter, widget);
        return;
    case CC_ToolButton:
        drawToolButton(option, painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

// A button that only opens a menu says so with a chevron behind its text, not in its corner.
void FlatStyle::drawToolButton(const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (!opensMenu(button)) {
        QProxyStyle::drawComplexControl(CC_ToolButton, option, painter, widget);
        return;
    }
    if (button->state & (State_MouseOver | State_Sunken | State_On | State_HasFocus))
        proxy()->drawPrimitive(PE_PanelButtonTool, button, painter, widget);
    QStyleOptionToolButton label = *button;
    label.features &= ~QStyleOptionToolButton::HasMenu;
    label.rect = visualRect(button->direction, button->rect,
                            button->rect.adjusted(2, 0, -menuArrowWidth, 0));
    proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
    const QRect arrow(button->rect.right() - menuArrowWidth, button->rect.top(), menuArrowWidth,
                      button->rect.height());
    drawChevron(visualRect(button->direction, button->rect, arrow), inkFor(option, Token::Muted),
                painter);
}

void FlatStyle::drawScrollBar(const QRect &slider, const QStyleOptionComplex *option,
                              QPainter *painter)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->minimum == bar->maximum)
        return;
    const bool held =
        option->state & State_Sunken && option->activeSubControls & SC_ScrollBarSlider;
    const bool over = option->state & State_MouseOver;
    QColor ink = Theme::instance().color(held ? Token::Muted : Token::Disabled);
    if (!held && !over)
        ink.setAlphaF(0.6F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    const QRectF thumb = QRectF(slider).adjusted(2, 2, -2, -2);
    const qreal round = std::min(thumb.width(), thumb.height()) / 2;
    painter->drawRoundedRect(thumb, round, round);
    painter->restore();
}

void FlatStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!box)
        return;
    const auto *combo = qobject_cast<const QComboBox *>(widget);
    const bool focused = option->state & State_HasFocus ||
                         (combo && combo->isEditable() && combo->lineEdit()->hasFocus());
    if (box->frame)
        drawField(option, painter, focused, Token::Surface);
    drawChevron(subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget),
                inkFor(option, Token::Muted), painter);
}

void FlatStyle::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!box)
        return;
    if (box->frame)
        drawField(option, painter, option->state & State_HasFocus, Token::Surface);
    const auto step = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag flag, qreal turn) {
        const QRect rect = subControlRect(CC_SpinBox, option, part, widget);
        const bool can = box->stepEnabled & flag;
        painter->save();
        painter->translate(QRectF(rect).center());
        painter->rotate(turn);
        drawChevron(QRect(-4, -4, 8, 8),
                    Theme::instance().color(can ? Token::Muted : Token::Disabled), painter);
        painter->restore();
    };
    step(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, 180);
    step(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, 0);
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                SubControl part, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        const QRect all = option->rect;
        QRect rect;
        if (part == SC_ComboBoxArrow)
            rect = {all.right() - arrowWidth + 1, all.top(), arrowWidth, all.height()};
        else if (part == SC_ComboBoxEditField)
            rect = all.adjusted(6, 2, -arrowWidth, -2);
        else
            return QProxyStyle::subControlRect(control, option, part, widget);
        return visualRect(option->direction, all, rect);
    }
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && bar)
        return scrollBarRect(*bar, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

// Without the buttons at both ends the groove is the whole bar.
QRect FlatStyle::scrollBarRect(const QStyleOptionSlider &bar, SubControl part)
{
    const QRect all = bar.rect;
    const bool across = bar.orientation == Qt::Horizontal;
    const int length = across ? all.width() : all.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    int thumb = length;
    if (range > 0)
        thumb = int(std::clamp<qint64>(qint64(length) * bar.pageStep / (range + bar.pageStep),
                                       std::min(shortestSlider, length), length));
    const int start = sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                              length - thumb, bar.upsideDown);
    const auto stretch = [&](int from, int extent) {
        return visualRect(bar.direction, all,
                          across ? QRect(all.left() + from, all.top(), extent, all.height())
                                 : QRect(all.left(), all.top() + from, all.width(), extent));
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return stretch(start, thumb);
    case SC_ScrollBarSubPage:
        return stretch(0, start);
    case SC_ScrollBarAddPage:
        return stretch(start + thumb, length - start - thumb);
    case SC_ScrollBarGroove:
        return all;
    default:
        return {};
    }
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                  const QSize &contents, const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (header && widget) {
        QStyleOptionHeader plain = *header; // measured in bold by Qt, and ours never are
        plain.fontMetrics = widget->fontMetrics();
        return QProxyStyle::sizeFromContents(type, &plain, contents, widget)
            .grownBy({headerInset, 0, headerInset, 0});
    }
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    // Nobody else gives these rows a height.
    if (type == CT_ItemViewItem && widget && widget->inherits("QComboBoxListView"))
        return {size.width(), std::max(size.height(), rowHeight(widget->fontMetrics()))};
    if (type == CT_ComboBox)
        return {std::max(size.width(), contents.width() + arrowWidth + 14), size.height()};
    if (type == CT_PushButton)
        return {size.width() + 14, size.height() + 2};
    if (type == CT_ToolButton &&
        opensMenu(qstyleoption_cast<const QStyleOptionToolButton *>(option)))
        return {size.width() + menuArrowWidth, size.height()};
    return size;
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption *option,
                                const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    // Text does not touch the border of its field.
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(4, 0, -4, 0);
    return rect;
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                           const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return barThickness;
    case PM_ScrollBarSliderMin:
        return shortestSlider;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_HeaderMargin:
        return 6;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 15;
    case PM_FocusFrameHMargin: {
        if (widget && widget->inherits("QComboBoxListView"))
            return 4; // under the words of its field
        // Cells begin where the words of their header do; those of a RowTable see to it themselves.
        const auto *table = qobject_cast<const QTableView *>(widget);
        if (table && !table->inherits("sonde::ui::RowTable"))
            return 8;
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 0;
    case SH_Menu_Scrollable: // a long list stays one column, and in its order
        return 1;
    case SH_ComboBox_Popup: // a list below the field, not a menu laid over it
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons: // the words say it
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

// Asked of the desktop's icon theme it costs a walk over the disk before the first paint.
QIcon FlatStyle::standardIcon(StandardPixmap which, const QStyleOption *option,
                              const QWidget *widget) const
{
    if (which == SP_LineEditClearButton)
        return icon("close", Token::Muted);
    if (which == SP_MessageBoxWarning)
        return icon("warning", Token::Warning);
    // Asked for by every menu bar that is made; Qt's own comes with four plug-ins for pictures.
    if (which == SP_ToolBarHorizontalExtensionButton)
        return icon("more", Token::Muted);
    return QProxyStyle::standardIcon(which, option, widget);
}

} // namespace sonde::ui
