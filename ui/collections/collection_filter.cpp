#include "ui/collections/collection_filter.h"

#include "ui/collections/collection_model.h"

namespace sonde::ui
{

namespace
{

int countRequests(const QAbstractItemModel &model, const QModelIndex &parent)
{
    int count = 0;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const auto kind = collection::Entry::Kind(index.data(CollectionModel::KindRole).toInt());
        count += int(kind == collection::Entry::Kind::Request) + countRequests(model, index);
    }
    return count;
}

} // namespace

CollectionFilter::CollectionFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
}

void CollectionFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

int CollectionFilter::shownRequests() const
{
    return countRequests(*this, {});
}

int CollectionFilter::allRequests() const
{
    return sourceModel() ? countRequests(*sourceModel(), {}) : 0;
}

bool CollectionFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_text.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return index.data().toString().contains(m_text, Qt::CaseInsensitive) ||
           index.data(CollectionModel::MethodRole)
                   .toString()
                   .compare(m_text, Qt::CaseInsensitive) == 0;
}

} // namespace sonde::ui
