#include "ui/request/url_edit.h"

#include "interop/curl_command.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>

namespace sonde::ui
{

namespace
{

// QLineEdit turns line breaks into spaces when it takes text in, which would break a command that
// goes on over several lines with a backslash. The clipboard still has it whole.
QString asCopied(const QString &text)
{
    for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        const QString copied = QApplication::clipboard()->text(mode);
        if (copied.simplified() == text.simplified())
            return copied;
    }
    return text;
}

// How much of `after` was not in `before`, if one piece took the place of another.
qsizetype arrived(QStringView before, QStringView after)
{
    const qsizetype most = std::min(before.size(), after.size());
    qsizetype front = 0;
    while (front < most && before[front] == after[front])
        ++front;
    qsizetype back = 0;
    while (back < most - front &&
           before[before.size() - 1 - back] == after[after.size() - 1 - back])
        ++back;
    return after.size() - front - back;
}

} // namespace

UrlEdit::UrlEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(tr("Enter a URL, or paste a curl command"));
    setAccessibleName(tr("URL"));
    setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoPredictiveText);
    setLayoutDirection(Qt::LeftToRight);
    setClearButtonEnabled(false);
    connect(this, &QLineEdit::textEdited, this, &UrlEdit::look);
}

void UrlEdit::setUrl(const QString &url)
{
    m_before = url;
    if (url != text())
        setText(url);
}

void UrlEdit::look(const QString &text)
{
    // Typed letter by letter it is no paste; a command arrives in one piece, perhaps in the place
    // of an address that was longer.
    if (interop::looksLikeCurl(text) && arrived(m_before, text) > 8) {
        const QString command = asCopied(text);
        setText(m_before);
        Q_EMIT curlPasted(command);
        return;
    }
    m_before = text;
    Q_EMIT urlEdited(text);
}

// Undo belongs to the document: a pasted command changed more than this line.
bool UrlEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
    }
    return QLineEdit::event(event);
}

void UrlEdit::dropEvent(QDropEvent *event)
{
    const QString dropped = event->mimeData()->text().trimmed();
    if (interop::looksLikeCurl(dropped)) {
        event->acceptProposedAction();
        Q_EMIT curlPasted(dropped);
        return;
    }
    if (!dropped.isEmpty() && !dropped.contains(u'\n')) {
        event->acceptProposedAction();
        setText(dropped);
        look(dropped);
        return;
    }
    QLineEdit::dropEvent(event);
}

void UrlEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::ShortcutFocusReason)
        selectAll();
}

} // namespace sonde::ui
