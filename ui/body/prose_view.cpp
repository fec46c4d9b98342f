#include "ui/body/prose_view.h"

#include "ui/widgets/content_zoom.h"

#include <QScrollBar>
#include <QTextCursor>

namespace sonde::ui
{

ProseView::ProseView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    const auto zoom = [this] { setFont(ContentZoom::instance().font()); };
    connect(&ContentZoom::instance(), &ContentZoom::changed, this, zoom);
    zoom();
    // More lines move the bar's end, not its value: only scrolling tells what one wants to see.
    QScrollBar *bar = verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_follows = value == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar] {
        if (m_follows)
            bar->setValue(bar->maximum());
    });
}

void ProseView::add(QByteArrayView text)
{
    QString shown;
    for (bool first = true; const QByteArray &line : text.toByteArray().split('\n')) {
        if (!std::exchange(first, false))
            shown += QLatin1Char('\n');
        shown += m_decoder.row(line).text;
    }
    // A cursor of its own: what is selected stays so.
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.insertText(shown);
}

} // namespace sonde::ui
