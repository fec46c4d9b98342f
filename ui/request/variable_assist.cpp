#include "ui/request/variable_assist.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QStringListModel>
#include <QTextCharFormat>
#include <QToolTip>

namespace sonde::ui
{

VariableAssist::VariableAssist(QLineEdit *edit, VariableView *variables)
    : QObject(edit)
    , m_edit(edit)
    , m_variables(variables)
{
    edit->installEventFilter(this);
    connect(edit, &QLineEdit::textChanged, this, &VariableAssist::paint);
    connect(edit, &QLineEdit::textEdited, this, &VariableAssist::suggest);
    connect(variables, &VariableView::changed, this, &VariableAssist::paint);
    paint();
}

// A line edit takes formats from an input method alone: this is one that has nothing to insert.
void VariableAssist::paint()
{
    if (!m_variables)
        return;
    const QString text = m_edit->text();
    const auto spans = variableSpans(text);
    if (spans.empty() && !m_painted)
        return;
    QList<QInputMethodEvent::Attribute> formats;
    for (const VariableSpan &span : spans) {
        QTextCharFormat format;
        format.setForeground(m_variables->color(span.name));
        if (!m_variables->knows(span.name)) {
            format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            format.setUnderlineColor(m_variables->color(span.name));
        }
        formats.append({QInputMethodEvent::TextFormat, int(span.start) - m_edit->cursorPosition(),
                        int(span.length), format});
    }
    QInputMethodEvent event({}, formats);
    QCoreApplication::sendEvent(m_edit, &event);
    m_painted = !spans.empty();
    const QStringList unknown = m_variables->unknown(text);
    m_edit->setAccessibleDescription(
        unknown.isEmpty() ? QString()
                          : tr("Not known: %1").arg(unknown.join(QStringLiteral(", "))));
}

qsizetype VariableAssist::openBraces() const
{
    const QString before = m_edit->text().left(m_edit->cursorPosition());
    const qsizetype open = before.lastIndexOf(QLatin1String("{{"));
    return before.indexOf(QLatin1String("}}"), open) < 0 ? open : -1;
}

void VariableAssist::suggest()
{
    const qsizetype open = openBraces();
    if (open < 0 || !m_variables) {
        if (m_completer)
            m_completer->popup()->hide();
        return;
    }
    if (!m_completer) {
        m_completer = new QCompleter(this);
        m_names = new QStringListModel(m_completer);
        m_completer->setModel(m_names);
        m_completer->setCaseSensitivity(Qt::CaseInsensitive);
        m_completer->setFilterMode(Qt::MatchContains);
        m_completer->setWidget(m_edit);
        connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
                &VariableAssist::insert);
    }
    const QStringList names = m_variables->names();
    if (m_names->stringList() != names)
        m_names->setStringList(names);
    const QString prefix = m_edit->text().sliced(open + 2, m_edit->cursorPosition() - open - 2);
    m_completer->setCompletionPrefix(prefix.trimmed());
    if (m_completer->completionCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    QRect at = m_edit->inputMethodQuery(Qt::ImCursorRectangle).toRect();
    at.setWidth(m_edit->fontMetrics().averageCharWidth() * 32);
    at.setBottom(m_edit->height());
    m_completer->popup()->setAccessibleName(tr("Variables"));
    m_completer->complete(at);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void VariableAssist::insert(const QString &name)
{
    const qsizetype open = openBraces();
    if (open < 0)
        return;
    const qsizetype cursor = m_edit->cursorPosition();
    const bool closed = m_edit->text().sliced(cursor).startsWith(QLatin1String("}}"));
    m_edit->setSelection(int(open) + 2, int(cursor - open) - 2 + (closed ? 2 : 0));
    m_edit->insert(name + QStringLiteral("}}"));
}

bool VariableAssist::explain(const QHelpEvent *event)
{
    const QString text = m_edit->text();
    const int at = m_edit->cursorPositionAt(event->pos());
    for (const VariableSpan &span : variableSpans(text)) {
        if (m_variables && at >= span.start && at < span.start + span.length) {
            QToolTip::showText(event->globalPos(), m_variables->tip(span.name), m_edit);
            return true;
        }
    }
    return false;
}

bool VariableAssist::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ToolTip && explain(static_cast<const QHelpEvent *>(event)))
        return true;
    if (event->type() == QEvent::PaletteChange)
        paint();
    return QObject::eventFilter(watched, event);
}

} // namespace sonde::ui
