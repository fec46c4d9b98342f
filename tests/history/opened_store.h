// A history on disk as tests look at it: opened, searched, and its files counted.
#pragma once

#include "history/store.h"

#include <QDateTime>
#include <QDirIterator>

namespace sonde::testing
{

inline const qint64 now = QDateTime::currentMSecsSinceEpoch();

inline std::unique_ptr<history::Store> opened(const QString &folder)
{
    auto store = history::Store::open(folder);
    if (!store)
        qFatal("%s", qPrintable(store.error().sentence + store.error().detail));
    return *std::move(store);
}

inline std::vector<history::EntryId> found(history::Store &store, const QString &text)
{
    const auto filter = history::Filter::parse(text, now);
    if (!filter)
        qFatal("%s", qPrintable(history::sentence(filter.error())));
    const auto list = store.find(*filter);
    if (!list)
        qFatal("%s", qPrintable(list.error().detail));
    std::vector<history::EntryId> ids;
    for (const history::Listed &one : *list)
        ids.push_back(one.id);
    return ids;
}

inline int itemsIn(const QString &folder)
{
    int count = 0;
    QDirIterator files(folder, {QStringLiteral("*.sonde*")}, QDir::Files,
                       QDirIterator::Subdirectories);
    for (; files.hasNext(); files.next())
        ++count;
    return count;
}

} // namespace sonde::testing
