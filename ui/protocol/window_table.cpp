#include "ui/protocol/window_table.h"

#include "ui/protocol/wire_words.h"

#include <QLocale>

namespace sonde::ui
{

WindowTable::WindowTable(QObject *parent)
    : RowTable({{tr("Time, ms"), Qt::AlignRight},
                {tr("Window of")},
                {tr("Octets left"), Qt::AlignRight},
                {tr("Because of")},
                {tr("Frame")}},
               parent)
{
}

void WindowTable::show(const std::vector<trace::WindowChange> &changes, trace::Stamp zero)
{
    if (std::exchange(m_zero, zero) != zero)
        resetRows({});
    resetRows(changes);
}

QString WindowTable::cell(const trace::WindowChange &change, int column) const
{
    switch (column) {
    case Time:
        return momentText(change.at, m_zero);
    case Whose:
        return change.stream == 0 ? tr("connection") : tr("stream %1").arg(change.stream);
    case Window:
        return QLocale().toString(qlonglong(change.value));
    case Cause:
        return causeText(change.cause);
    default:
        return QLocale().toString(qulonglong(change.frame));
    }
}

QVariant WindowTable::look(const trace::WindowChange &change, int column, int role) const
{
    if (role != Qt::ForegroundRole)
        return {};
    if (column == Window && change.value <= 0)
        return Theme::instance().color(Token::Danger);
    return column == Time ? QVariant(Theme::instance().color(Token::Muted)) : QVariant();
}

} // namespace sonde::ui
