// Shows the fields whose name or value holds a text, and the sections they stand in. GUI thread.
#pragma once

#include <QSortFilterProxyModel>

namespace sonde::ui
{

class HeadersFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit HeadersFilter(QObject *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] int shownFields() const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
};

} // namespace sonde::ui
