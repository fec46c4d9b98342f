#include "ui/shell/thin_splitter.h"

#include "ui/widgets/theme.h"

#include <QPainter>

namespace sonde::ui
{

namespace
{

class Handle : public QSplitterHandle
{
public:
    Handle(Qt::Orientation orientation, QSplitter *parent)
        : QSplitterHandle(orientation, parent)
    {
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), palette().color(backgroundRole()));
        const bool across = orientation() == Qt::Horizontal;
        const QColor ink = Theme::instance().color(underMouse() ? Token::Accent : Token::Border);
        const QPoint middle = rect().center();
        painter.fillRect(
            across ? QRect(middle.x(), 0, 1, height()) : QRect(0, middle.y(), width(), 1), ink);
    }
};

} // namespace

ThinSplitter::ThinSplitter(Qt::Orientation orientation, QWidget *parent)
    : QSplitter(orientation, parent)
{
    setHandleWidth(5);
    setChildrenCollapsible(false);
}

QSplitterHandle *ThinSplitter::createHandle()
{
    return new Handle(orientation(), this);
}

} // namespace sonde::ui
