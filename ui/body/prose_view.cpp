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
}

void ProseView::add(QByteArrayView text)
{
    QScrollBar *bar = verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
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
    if (atEnd)
        bar->setValue(bar->maximum());
}

} // namespace sonde::ui
