// The list of the history under one filter: days, and under each the calls of it. Knows all that
// are listed, and has the entries only round what is looked at. GUI thread.
#pragma once

#include "history/archive.h"

#include <QAbstractListModel>
#include <QDate>
#include <QHash>
#include <QSet>

namespace sonde::ui
{

class HistoryModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role : int {
        EntryRole = Qt::UserRole, // history::Entry; none for a day, or before it is there
        DayRole,                  // text of a day; empty for a call
        IdRole,                   // qint64; 0 for a day
    };

    using QAbstractListModel::QAbstractListModel;

    // Null: an empty list.
    void setArchive(history::Archive *archive);
    // Replaces the list; what is the same stays where it is.
    void setListed(std::vector<history::Listed> listed);
    // What was kept of entries may be out of date.
    void forgetEntries();

    [[nodiscard]] qsizetype callCount() const { return qsizetype(m_listed.size()); }
    [[nodiscard]] QModelIndex indexOf(history::EntryId id) const;
    // Of the call at `row`; null before it is there.
    [[nodiscard]] const history::Entry *entry(int row) const;
    [[nodiscard]] history::EntryId id(int row) const; // 0 for a day

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    static constexpr size_t pageSize = 64;
    static constexpr qsizetype pagesKept = 24;

    struct Day {
        QDate date;
        size_t first = 0; // of its calls, in m_listed
    };
    [[nodiscard]] size_t dayOf(int row) const;
    // In m_listed; nothing for a day.
    [[nodiscard]] std::optional<size_t> placeOf(int row) const;
    [[nodiscard]] int rowOf(size_t place) const;
    void fetch(size_t page) const;
    void movePages();
    void take(size_t page, quint64 list, const std::vector<history::Entry> &entries);

    history::Archive *m_archive = nullptr;
    std::vector<history::Listed> m_listed;
    std::vector<Day> m_days;
    mutable QHash<size_t, std::shared_ptr<const std::vector<history::Entry>>> m_pages;
    mutable QList<size_t> m_order;  // of pages, the one looked at last at the end
    mutable QSet<size_t> m_fetched; // asked for, not here yet
    quint64 m_list = 0;             // counts lists, so that a late answer is known
};

} // namespace sonde::ui

Q_DECLARE_METATYPE(sonde::history::Entry)
