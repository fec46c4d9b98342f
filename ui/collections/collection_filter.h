// The rows of the sidebar whose name, method or folder fits what was typed, with the folders they
// are in. GUI thread.
#pragma once

#include <QSortFilterProxyModel>

namespace sonde::ui
{

class CollectionFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit CollectionFilter(QObject *parent = nullptr);
    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    // Requests shown, and requests there are.
    [[nodiscard]] int shownRequests() const;
    [[nodiscard]] int allRequests() const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
};

} // namespace sonde::ui
