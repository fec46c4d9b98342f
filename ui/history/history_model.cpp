#include "ui/history/history_model.h"

#include "ui/history/history_words.h"

#include <QDateTime>

#include <algorithm>

namespace sonde::ui
{

using history::Entry;
using history::EntryId;
using history::Listed;

void HistoryModel::setArchive(history::Archive *archive)
{
    m_archive = archive;
}

void HistoryModel::setListed(std::vector<Listed> listed)
{
    // The usual change is one more at the top: a row is inserted, and nothing else moves.
    const bool grown = !m_listed.empty() && listed.size() == m_listed.size() + 1 &&
                       std::equal(m_listed.begin(), m_listed.end(), listed.begin() + 1);
    const auto dateOf = [](const Listed &one) {
        return QDateTime::fromMSecsSinceEpoch(one.at).date();
    };
    if (grown && dateOf(listed.front()) <= m_days.front().date) {
        beginInsertRows({}, 1, 1);
        m_listed = std::move(listed);
        for (size_t day = 1; day < m_days.size(); ++day)
            ++m_days[day].first;
        movePages();
        endInsertRows();
        forgetEntries();
        return;
    }
    if (listed == m_listed) {
        forgetEntries();
        return;
    }
    beginResetModel();
    m_listed = std::move(listed);
    m_days.clear();
    for (size_t at = 0; at < m_listed.size(); ++at) {
        const QDate date = dateOf(m_listed[at]);
        // A call that ran past midnight does not begin its day once more.
        if (m_days.empty() || date < m_days.back().date)
            m_days.push_back({date, at});
    }
    ++m_list;
    m_pages.clear();
    m_order.clear();
    m_fetched.clear();
    endResetModel();
}

// Every entry stands one further down: what is known of a page and the one before it stays.
void HistoryModel::movePages()
{
    const auto before = std::exchange(m_pages, {});
    for (const size_t page : std::as_const(m_order)) {
        std::vector<Entry> entries;
        for (const size_t from : {page - 1, page}) { // before the first there is none
            if (const auto known = before.constFind(from); known != before.constEnd())
                entries.insert(entries.end(), (*known)->begin(), (*known)->end());
        }
        m_pages.insert(page, std::make_shared<const std::vector<Entry>>(std::move(entries)));
    }
}

void HistoryModel::forgetEntries()
{
    // Shown as they were until the new ones are here.
    ++m_list;
    m_fetched.clear();
    for (const size_t page : std::as_const(m_order))
        fetch(page);
}

// The day whose heading or calls the row belongs to.
size_t HistoryModel::dayOf(int row) const
{
    // The heading of day d stands at its first call plus the d headings before it.
    size_t from = 0;
    size_t to = m_days.size();
    while (to - from > 1) {
        const size_t middle = (from + to) / 2;
        if (m_days[middle].first + middle <= size_t(row))
            from = middle;
        else
            to = middle;
    }
    return from;
}

std::optional<size_t> HistoryModel::placeOf(int row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    const size_t day = dayOf(row);
    if (m_days[day].first + day == size_t(row))
        return std::nullopt;
    return size_t(row) - day - 1;
}

int HistoryModel::rowOf(size_t place) const
{
    const auto after = std::ranges::upper_bound(m_days, place, {}, &Day::first);
    return int(place + size_t(after - m_days.begin()));
}

QModelIndex HistoryModel::indexOf(EntryId id) const
{
    // The newest first, by id.
    const auto found = std::ranges::lower_bound(m_listed, id, std::ranges::greater(), &Listed::id);
    if (found == m_listed.end() || found->id != id)
        return {};
    return index(rowOf(size_t(found - m_listed.begin())));
}

EntryId HistoryModel::id(int row) const
{
    const auto place = placeOf(row);
    return place ? m_listed[*place].id : EntryId{};
}

const Entry *HistoryModel::entry(int row) const
{
    const auto place = placeOf(row);
    if (!place)
        return nullptr;
    const size_t page = *place / pageSize;
    const auto known = m_pages.constFind(page);
    if (known == m_pages.constEnd()) {
        fetch(page);
        return nullptr;
    }
    if (m_order.constLast() != page) {
        m_order.removeOne(page);
        m_order.append(page);
    }
    const auto found = std::ranges::find(**known, m_listed[*place].id, &Entry::id);
    return found == (*known)->end() ? nullptr : &*found;
}

void HistoryModel::fetch(size_t page) const
{
    if (!m_archive || m_fetched.contains(page))
        return;
    m_fetched.insert(page);
    std::vector<EntryId> ids;
    for (size_t at = page * pageSize; at < std::min((page + 1) * pageSize, m_listed.size()); ++at)
        ids.push_back(m_listed[at].id);
    auto *self = const_cast<HistoryModel *>(this);
    m_archive->entries(self, std::move(ids),
                       [self, page, list = m_list](const http::Result<std::vector<Entry>> &found) {
                           if (found)
                               self->take(page, list, *found);
                       });
}

void HistoryModel::take(size_t page, quint64 list, const std::vector<Entry> &entries)
{
    if (list != m_list)
        return;
    m_fetched.remove(page);
    m_pages.insert(page, std::make_shared<const std::vector<Entry>>(entries));
    m_order.removeOne(page);
    m_order.append(page);
    if (m_order.size() > pagesKept)
        m_pages.remove(m_order.takeFirst());
    const size_t first = page * pageSize;
    const size_t last = std::min(first + pageSize, m_listed.size());
    if (first < last)
        Q_EMIT dataChanged(index(rowOf(first)), index(rowOf(last - 1)));
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_listed.size() + m_days.size());
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    // A day is passed over by the keys.
    return placeOf(index.row())
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
               : Qt::ItemNeverHasChildren;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto place = placeOf(index.row());
    if (role == IdRole)
        return place ? qint64(m_listed[*place].id) : qint64(0);
    if (!place) {
        const bool asked =
            role == DayRole || role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
        return asked ? dayText(m_days[dayOf(index.row())].date, QDate::currentDate()) : QVariant();
    }
    if (role != EntryRole && role != Qt::DisplayRole && role != Qt::ToolTipRole &&
        role != Qt::AccessibleTextRole)
        return {};
    const Entry *entry = this->entry(index.row());
    if (!entry)
        return {};
    switch (role) {
    case EntryRole:
        return QVariant::fromValue(*entry);
    case Qt::ToolTipRole:
        return toolTipText(*entry);
    case Qt::AccessibleTextRole:
        return spokenText(*entry);
    default:
        return entry->method + u' ' + placeText(*entry);
    }
}

} // namespace sonde::ui
