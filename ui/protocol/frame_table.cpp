#include "ui/protocol/frame_table.h"

#include <QLocale>
#include <QPixmap>

#include <algorithm>

namespace sonde::ui
{
namespace
{

QPixmap swatchOf(Token token)
{
    QPixmap pixmap(FrameTable::swatch, FrameTable::swatch);
    pixmap.fill(Theme::instance().color(token));
    return pixmap;
}

} // namespace

FrameTable::FrameTable(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void FrameTable::show(WireView view, std::vector<quint32> rows, trace::Stamp zero)
{
    m_wordsOf.reset();
    const bool sameKind = bool(view.http2) == bool(m_view.http2);
    const bool grown = sameKind && zero == m_zero && rows.size() >= m_rows.size() &&
                       std::equal(m_rows.begin(), m_rows.end(), rows.begin());
    if (!grown || m_rows.empty()) {
        beginResetModel();
        m_view = std::move(view);
        m_rows = std::move(rows);
        m_zero = zero;
        endResetModel();
        return;
    }
    const auto before = int(m_rows.size());
    m_view = std::move(view);
    // A header section that has become whole says more than it did, and content has grown.
    Q_EMIT dataChanged(index(before - 1, 0), index(before - 1, Columns - 1));
    if (int(rows.size()) == before)
        return;
    beginInsertRows({}, before, int(rows.size()) - 1);
    m_rows = std::move(rows);
    endInsertRows();
}

int FrameTable::rowOf(size_t wireRow) const
{
    const auto found = std::ranges::lower_bound(m_rows, quint32(wireRow));
    return found != m_rows.end() && *found == wireRow ? int(found - m_rows.begin()) : -1;
}

QString FrameTable::text(const std::vector<int> &rows) const
{
    QString text;
    for (const int row : rows) {
        for (int column = 0; column < Columns; ++column)
            text += cell(row, column) + (column + 1 < Columns ? u'\t' : u'\n');
    }
    return text;
}

int FrameTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FrameTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

const WireRow &FrameTable::words(size_t wireRow) const
{
    if (m_wordsOf != wireRow) {
        m_words = ui::wireRow(m_view, wireRow);
        m_wordsOf = wireRow;
    }
    return m_words;
}

QString FrameTable::cell(int row, int column) const
{
    const size_t at = wireRow(row);
    switch (column) {
    case Time:
        return momentText(m_view.at(at), m_zero);
    case Way:
        return directionArrow(m_view.direction(at));
    case Stream:
        return QString::number(m_view.stream(at));
    case Type:
        return typeText(m_view, at);
    case Flags:
        return words(at).flags;
    case Length:
        return QLocale().toString(qulonglong(wireLength(m_view, at)));
    default:
        return words(at).summary;
    }
}

QString FrameTable::shownCell(int row, int column) const
{
    const QString text = cell(row, column);
    const QString flags =
        m_flagsBeside && column == Summary ? words(wireRow(row)).flags : QString();
    if (flags.isEmpty() || text.isEmpty())
        return text + flags;
    return text + QStringLiteral(" · ") + flags;
}

void FrameTable::setFlagsBesideSummary(bool beside)
{
    if (beside == m_flagsBeside)
        return;
    m_flagsBeside = beside;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Summary), index(rowCount() - 1, Summary));
}

QVariant FrameTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const size_t at = wireRow(index.row());
    const auto verdict = verdictKind(m_view, at);
    switch (role) {
    case Qt::DisplayRole: {
        const QString text = shownCell(index.row(), index.column());
        if (index.column() != Summary || verdict == trace::Verdict::Kind::Ok)
            return text;
        // Never by colour alone.
        return (verdict == trace::Verdict::Kind::Violation ? QStringLiteral("✕ ")
                                                           : QStringLiteral("▲ ")) +
               text;
    }
    case Qt::ToolTipRole:
        return index.column() == Way ? directionText(m_view.direction(at))
                                     : shownCell(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Way ? directionText(m_view.direction(at)) : QVariant();
    case Qt::TextAlignmentRole: {
        const bool number =
            index.column() == Time || index.column() == Stream || index.column() == Length;
        const auto side = index.column() == Way ? Qt::AlignHCenter
                          : number              ? Qt::AlignRight
                                                : Qt::AlignLeft;
        return int(side | Qt::AlignVCenter);
    }
    case Qt::ForegroundRole:
        if (index.column() == Summary && verdict != trace::Verdict::Kind::Ok)
            return Theme::instance().color(
                verdict == trace::Verdict::Kind::Violation ? Token::Danger : Token::Warning);
        if (index.column() == Time || index.column() == Flags)
            return Theme::instance().color(Token::Muted);
        return {};
    case Qt::DecorationRole:
        return index.column() == Type ? QVariant(swatchOf(kindToken(m_view, at))) : QVariant();
    default:
        return {};
    }
}

QVariant FrameTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == Time || section == Stream || section == Length;
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == Time)
        return tr("Milliseconds since this request was made; before it, negative");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time, ms");
    case Way:
        //: heading of the column with the arrows
        return tr("↔");
    case Stream:
        return m_view.http1 ? tr("Message") : tr("Stream");
    case Type:
        return m_view.http1 ? tr("Part") : tr("Type");
    case Flags:
        return tr("Flags");
    case Length:
        return tr("Octets");
    default:
        return tr("What it says");
    }
}

} // namespace sonde::ui
