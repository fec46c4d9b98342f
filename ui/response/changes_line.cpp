#include "ui/response/changes_line.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace sonde::ui
{
namespace
{

constexpr int shortest = 24; // characters that stay when there is no room for more
constexpr int padding = 16;  // left and right of the text, together

} // namespace

ChangesLine::ChangesLine(QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    hide();
}

void ChangesLine::say(const QString &changes)
{
    setText(tr("Since the response before: %1").arg(changes));
    setToolTip(text());
    setAccessibleDescription(tr("Shows what changed since the response before, row by row"));
    setVisible(!changes.isEmpty());
}

QSize ChangesLine::minimumSizeHint() const
{
    const QSize whole = QToolButton::minimumSizeHint();
    return {std::min(whole.width(), fontMetrics().averageCharWidth() * shortest), whole.height()};
}

void ChangesLine::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text = fontMetrics().elidedText(text(), Qt::ElideRight, width() - padding);
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace sonde::ui
