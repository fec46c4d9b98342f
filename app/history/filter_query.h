// A filter as what the index of the history is asked. What has an order becomes SQL; text is looked
// for by us, in the URL as it stands and by words in what FTS5 knows.
#pragma once

#include "history/database.h"
#include "history/filter.h"

#include <algorithm>
#include <functional>
#include <variant>

namespace sonde::history
{

class FilterQuery
{
public:
    explicit FilterQuery(const Filter &filter);

    // "SELECT id, at … ORDER BY id DESC" over what is there, with the URL behind if readsUrl().
    [[nodiscard]] QByteArray sql() const;
    void bind(Statement &statement) const;
    // Looks the words up; before holds(). Errors: of the database.
    [[nodiscard]] http::Result<void> lookUp(Database &database);
    [[nodiscard]] bool readsUrl() const
    {
        return std::ranges::any_of(m_texts,
                                   [](const TextTerm &text) { return !text.inUrl.empty(); });
    }
    // Nothing but words, or nothing at all: holds() says everything.
    [[nodiscard]] bool isTextAlone() const { return !m_hasConditions; }
    // Of so many rows, how many URLs holds() asks for at most. After lookUp().
    [[nodiscard]] size_t urlsToRead(size_t rows) const;
    // Asked in the order of sql(), the newest first. `readUrl` gives it in lower case, and is
    // called where what FTS5 found does not say it all.
    [[nodiscard]] bool holds(qint64 id, const std::function<QByteArrayView()> &readUrl);

private:
    // Any of some words, in the URL or among the rows that FTS5 found.
    struct TextTerm {
        bool turned = false;
        QList<QByteArray> inUrl;   // lower case
        QByteArray match;          // for FTS5; empty: nothing to ask
        std::vector<qint64> found; // descending
        size_t at = 0;
    };
    void add(const Filter::Term &term);
    void addCondition(const QByteArray &condition, bool turned);
    void addRanges(const char *column, const Filter::Term &term);
    void addLike(const char *column, const Filter::Term &term);

    QByteArray m_where;
    bool m_hasConditions = false;
    std::vector<std::variant<qint64, QString>> m_values;
    std::vector<TextTerm> m_texts;
};

} // namespace sonde::history
