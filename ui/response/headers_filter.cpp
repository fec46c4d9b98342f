#include "ui/response/headers_filter.h"

#include "ui/response/headers_model.h"

namespace sonde::ui
{

HeadersFilter::HeadersFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void HeadersFilter::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    invalidateFilter();
}

int HeadersFilter::shownFields() const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += rowCount(index(row, 0));
    return count;
}

bool HeadersFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_text.isEmpty())
        return true;
    if (!parent.isValid())
        return false; // a section stands there for the fields it holds
    for (const int column : {HeadersModel::Name, HeadersModel::Value}) {
        const QString text = sourceModel()->index(row, column, parent).data().toString();
        if (text.contains(m_text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace sonde::ui
