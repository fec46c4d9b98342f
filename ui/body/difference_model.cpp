#include "ui/body/difference_model.h"

#include "ui/widgets/theme.h"

#include <QLocale>

namespace sonde::ui
{
namespace
{

constexpr qint64 context = 3;         // rows that are the same around those that differ
constexpr qint32 octetsARow = 16;     // of a row of octets
constexpr qint64 valueOctets = 2'000; // of a JSON value, in its row

QString hexText(const QByteArray &octets)
{
    QString text = QString::fromLatin1(octets.toHex(' ')).leftJustified(octetsARow * 3 + 1);
    for (const char c : octets)
        text += c >= 0x20 && c < 0x7F ? QLatin1Char(c) : QLatin1Char('.');
    return text;
}

} // namespace

DifferenceModel::DifferenceModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

DifferenceModel::~DifferenceModel() = default;

void DifferenceModel::setDiff(std::shared_ptr<const body::BodyDiff> diff,
                              const QByteArray &firstCharset, const QByteArray &secondCharset)
{
    beginResetModel();
    m_entries.clear();
    m_marked = -1;
    m_shortened = false;
    for (auto &reader : m_readers)
        reader.reset();
    m_diff = std::move(diff);
    m_decoders[0] = std::make_unique<TextDecoder>(firstCharset);
    m_decoders[1] = std::make_unique<TextDecoder>(secondCharset);
    if (m_diff) {
        for (int side = 0; side < 2; ++side)
            m_readers[side] =
                std::make_unique<body::RowReader>(m_diff->source(side), m_diff->index(side));
        if (m_diff->kind() == body::BodyDiff::Kind::Rows)
            listRows();
        else if (m_diff->kind() == body::BodyDiff::Kind::Octets)
            listOctets();
        else
            listValues();
    }
    endResetModel();
}

bool DifferenceModel::add(const Entry &entry)
{
    if (m_entries.size() >= mostRows) {
        m_shortened = true;
        return false;
    }
    m_entries.push_back(entry);
    return true;
}

void DifferenceModel::listRows()
{
    const auto &stretches = m_diff->sequence().stretches;
    if (stretches.empty())
        return;
    qint64 first = 0; // what is not told yet
    qint64 second = 0;
    const auto same = [this](qint64 from, qint64 other, qint64 count) {
        for (qint64 i = 0; i < count; ++i) {
            if (!add({Kind::Same, from + i, other + i}))
                return false;
        }
        return true;
    };
    for (const body::DiffStretch &one : stretches) {
        const qint64 between = one.first - first;
        const qint64 after = first > 0 || second > 0 ? std::min(context, between) : 0;
        const qint64 before = std::min(context, between - after);
        bool room = same(first, second, after);
        const qint64 left = between - after - before;
        room = room && (left == 0 || add({Kind::Skipped, left}));
        room = room && same(one.first - before, one.second - before, before);
        const qint64 both = std::min(one.firstCount, one.secondCount);
        for (qint64 i = 0; room && i < std::max(one.firstCount, one.secondCount); ++i) {
            if (i < both)
                room = add({Kind::Changed, one.first + i, one.second + i});
            else if (i < one.firstCount)
                room = add({Kind::Removed, one.first + i, -1});
            else
                room = add({Kind::Added, -1, one.second + i});
        }
        if (!room)
            return;
        first = one.first + one.firstCount;
        second = one.second + one.secondCount;
    }
    const qint64 rest = m_diff->index(0).rows() - first;
    if (same(first, second, std::min(context, rest)) && rest > context)
        add({Kind::Skipped, rest - context});
}

void DifferenceModel::listOctets()
{
    for (const body::DiffStretch &one : m_diff->sequence().stretches) {
        for (qint64 at = 0; at < std::max(one.firstCount, one.secondCount); at += octetsARow) {
            const auto firstCount = qint32(std::clamp<qint64>(one.firstCount - at, 0, octetsARow));
            const auto secondCount =
                qint32(std::clamp<qint64>(one.secondCount - at, 0, octetsARow));
            const Kind kind = firstCount == 0    ? Kind::Added
                              : secondCount == 0 ? Kind::Removed
                                                 : Kind::Changed;
            if (!add({kind, one.first + at, one.second + at, firstCount, secondCount}))
                return;
        }
    }
}

void DifferenceModel::listValues()
{
    const auto &changes = m_diff->json().changes;
    for (size_t i = 0; i < changes.size(); ++i) {
        const Kind kind = changes[i].kind == body::JsonChange::Kind::Added     ? Kind::Added
                          : changes[i].kind == body::JsonChange::Kind::Removed ? Kind::Removed
                                                                               : Kind::Changed;
        if (!add({kind, qint64(i), qint64(i)}))
            return;
    }
}

QByteArray DifferenceModel::octetsOf(const Entry &entry, int side) const
{
    const qint64 at = side == 0 ? entry.first : entry.second;
    if (entry.kind == Kind::Skipped || at < 0)
        return {};
    if (m_diff->kind() == body::BodyDiff::Kind::Rows) {
        const auto rows = m_readers[side]->rows(at, 1);
        return rows.empty() ? QByteArray() : rows.front().content;
    }
    if (m_diff->kind() == body::BodyDiff::Kind::Octets)
        return m_readers[side]->octets(at, side == 0 ? entry.firstCount : entry.secondCount);
    const body::JsonChange &change = m_diff->json().changes[size_t(at)];
    const qint64 from = side == 0 ? change.firstFrom : change.secondFrom;
    const qint64 to = side == 0 ? change.firstTo : change.secondTo;
    return m_readers[side]->octets(from, std::min(to - from, valueOctets));
}

QString DifferenceModel::textOf(const Entry &entry, int side) const
{
    if (entry.kind == Kind::Skipped)
        return side == 0 ? tr("%Ln equal row(s)", nullptr,
                              int(std::min<qint64>(entry.first, std::numeric_limits<int>::max())))
                         : QString();
    const QByteArray octets = octetsOf(entry, side);
    if (m_diff->kind() == body::BodyDiff::Kind::Octets)
        return octets.isEmpty() ? QString() : hexText(octets);
    QString text = m_decoders[side]->plain(octets);
    for (QChar &c : text) {
        if (c == u'\t' || c == u'\n')
            c = u' ';
    }
    return inOneLine(text);
}

QString DifferenceModel::placeOf(const Entry &entry, int side) const
{
    const qint64 at = side == 0 ? entry.first : entry.second;
    if (entry.kind == Kind::Skipped || at < 0)
        return {};
    if (m_diff->kind() == body::BodyDiff::Kind::Rows) {
        const auto rows = m_readers[side]->rows(at, 1);
        return rows.empty() || !rows.front().startsLine ? QString()
                                                        : QLocale().toString(rows.front().line + 1);
    }
    if (m_diff->kind() == body::BodyDiff::Kind::Octets)
        return QStringLiteral("%1").arg(at, 8, 16, QLatin1Char('0'));
    return side == 0 ? QString::fromUtf8(m_diff->json().changes[size_t(at)].path) : QString();
}

// Of the row that was asked for last, which is painted side by side.
const DifferenceModel::Marks &DifferenceModel::marksOf(int row, int side) const
{
    if (std::exchange(m_marked, row) == row)
        return m_marks[side];
    const Entry &entry = m_entries[size_t(row)];
    const bool inWords =
        entry.kind == Kind::Changed && m_diff->kind() == body::BodyDiff::Kind::Rows;
    // In UTF-8, so that words are the same in every charset.
    QByteArray octets[2];
    for (int one = 0; inWords && one < 2; ++one)
        octets[one] = textOf(entry, one).toUtf8();
    const auto stretches = body::diffWords(octets[0], octets[1]);
    for (int one = 0; one < 2; ++one) {
        m_marks[one].clear();
        qint64 octet = 0;
        int unit = 0; // where that octet's character stands
        const auto unitAt = [&](qint64 next) {
            unit += int(QString::fromUtf8(octets[one].sliced(octet, next - octet)).size());
            octet = next;
            return unit;
        };
        for (const body::DiffStretch &stretch : stretches) {
            const qint64 from = one == 0 ? stretch.first : stretch.second;
            const qint64 count = one == 0 ? stretch.firstCount : stretch.secondCount;
            if (count == 0)
                continue;
            const int begin = unitAt(from);
            m_marks[one].append({begin, unitAt(from + count)});
        }
    }
    return m_marks[side];
}

DifferenceModel::Kind DifferenceModel::kindOf(int row) const
{
    return m_entries[size_t(row)].kind;
}

int DifferenceModel::neighbour(int row, int direction) const
{
    const auto differs = [this](int at) {
        return at >= 0 && at < rowCount() && kindOf(at) != Kind::Same &&
               kindOf(at) != Kind::Skipped;
    };
    int at = row;
    if (direction > 0) {
        while (differs(at))
            ++at;
        while (at < rowCount() && !differs(at))
            ++at;
        return at < rowCount() ? at : -1;
    }
    while (differs(at) && differs(at - 1))
        --at;
    if (at == row || !differs(at)) {
        at = std::min(at, rowCount()) - 1;
        while (at >= 0 && !differs(at))
            --at;
    }
    while (differs(at - 1))
        --at;
    return at;
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Entry &entry = m_entries[size_t(index.row())];
    const int side = index.column() >= SecondPlace ? 1 : 0;
    const bool isText = index.column() == First || index.column() == Second;
    if (role == KindRole)
        return int(entry.kind);
    if (role == MarksRole)
        return isText ? QVariant::fromValue(marksOf(index.row(), side)) : QVariant();
    if (role == Qt::AccessibleTextRole && index.column() == Sign) {
        switch (entry.kind) {
        case Kind::Same:
            return tr("the same");
        case Kind::Changed:
            return tr("changed");
        case Kind::Removed:
            return tr("only in the first");
        case Kind::Added:
            return tr("only in the second");
        case Kind::Skipped:
            return tr("left out");
        }
    }
    if (role == Qt::ToolTipRole && isText) {
        const QString text = textOf(entry, side);
        constexpr int most = 600;
        return text.size() > most ? text.left(most) + u'…' : text;
    }
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == Sign)
        return entry.kind == Kind::Changed   ? QStringLiteral("≠")
               : entry.kind == Kind::Removed ? QStringLiteral("−")
               : entry.kind == Kind::Added   ? QStringLiteral("+")
                                             : QString();
    return isText ? textOf(entry, side) : placeOf(entry, side);
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const bool values = m_diff && m_diff->kind() == body::BodyDiff::Kind::Json;
    const bool octets = m_diff && m_diff->kind() == body::BodyDiff::Kind::Octets;
    switch (section) {
    case FirstPlace:
        return values ? tr("Path") : octets ? tr("Offset") : tr("Line");
    case SecondPlace:
        return octets ? tr("Offset") : tr("Line");
    case First:
        return tr("First");
    case Second:
        return tr("Second");
    default:
        return QString();
    }
}

} // namespace sonde::ui
