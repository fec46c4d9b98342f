#include "ui/history/history_filter_edit.h"

#include "history/filter.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStringListModel>

namespace sonde::ui
{

namespace
{

qsizetype wordStart(const QString &text, qsizetype position)
{
    const auto blank = position > 0 ? text.lastIndexOf(u' ', position - 1) : -1;
    const auto start = blank + 1;
    return start < position && text[start] == u'-' ? start + 1 : start;
}

} // namespace

HistoryFilterEdit::HistoryFilterEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_completer(new QCompleter(this))
    , m_offers(new QStringListModel(this))
{
    m_completer->setModel(m_offers);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &HistoryFilterEdit::put);
    connect(this, &QLineEdit::textEdited, this, &HistoryFilterEdit::offer);
}

QStringList HistoryFilterEdit::offersFor(const QString &text, qsizetype position)
{
    const QString word =
        text.sliced(wordStart(text, position)).first(position - wordStart(text, position));
    if (word.isEmpty())
        return {};
    QStringList all;
    for (const history::FilterKey &key : history::filterKeys())
        all.append(QLatin1String(key.key) + u':');
    for (const char *value :
         {"is:pinned",   "is:failed",  "is:redirected", "is:cut",        "method:GET",
          "method:POST", "method:PUT", "method:PATCH",  "method:DELETE", "version:1.1",
          "version:2",   "status:2xx", "status:3xx",    "status:4xx",    "status:5xx",
          "status:none", "on:today",   "on:yesterday",  "after:7d",      "time>500ms",
          "from:run",    "from:send",  "size>10kb"})
        all.append(QString::fromLatin1(value));
    QStringList offers;
    for (const QString &one : std::as_const(all)) {
        // Values come after their colon, so that the list of keys stays short.
        const bool isValue = !one.endsWith(u':');
        const bool begun = word.contains(u':') || word.contains(u'>');
        if (one != word && one.startsWith(word, Qt::CaseInsensitive) && (isValue == begun))
            offers.append(one);
    }
    return offers;
}

bool HistoryFilterEdit::isOffering() const
{
    return m_completer->popup()->isVisible();
}

void HistoryFilterEdit::offer()
{
    const QStringList offers = offersFor(text(), cursorPosition());
    m_offers->setStringList(offers);
    if (offers.isEmpty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void HistoryFilterEdit::put(const QString &word)
{
    const auto start = wordStart(text(), cursorPosition());
    const QString before = text().first(start) + word;
    const QString after = text().sliced(cursorPosition());
    setText(before + after);
    setCursorPosition(int(before.size()));
    if (word.endsWith(u':'))
        offer(); // its values
}

} // namespace sonde::ui
