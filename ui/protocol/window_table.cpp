#include "ui/protocol/window_table.h"

#include "ui/protocol/wire_words.h"

#include <QLocale>

namespace sonde::ui
{

WindowTable::WindowTable(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void WindowTable::show(const std::vector<trace::WindowChange> &changes, trace::Stamp zero)
{
    if (changes == m_changes && zero == m_zero)
        return;
    beginResetModel();
    m_changes = changes;
    m_zero = zero;
    endResetModel();
}

int WindowTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_changes.size());
}

int WindowTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant WindowTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const trace::WindowChange &change = m_changes[size_t(index.row())];
    const QLocale locale;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Time:
            return momentText(change.at, m_zero);
        case Whose:
            return change.stream == 0 ? tr("connection") : tr("stream %1").arg(change.stream);
        case Window:
            return locale.toString(qlonglong(change.value));
        case Cause:
            return causeText(change.cause);
        default:
            return locale.toString(qulonglong(change.frame));
        }
    case Qt::TextAlignmentRole: {
        const bool number = index.column() == Time || index.column() == Window;
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case Qt::ForegroundRole:
        if (index.column() == Window && change.value <= 0)
            return Theme::instance().color(Token::Danger);
        return index.column() == Time ? QVariant(Theme::instance().color(Token::Muted))
                                      : QVariant();
    default:
        return {};
    }
}

QVariant WindowTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == Time || section == Window;
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time, ms");
    case Whose:
        return tr("Window of");
    case Window:
        return tr("Octets left");
    case Cause:
        return tr("Because of");
    default:
        return tr("Frame");
    }
}

} // namespace sonde::ui
