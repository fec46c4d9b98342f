#include "history/filter_query.h"

namespace sonde::history
{
namespace
{

using What = Filter::What;

// Shorter ones begin half of all words there are, and say nothing.
constexpr qsizetype shortestWord = 3;

// A phrase whose last word may go on.
QByteArray phrase(const QString &words)
{
    QByteArray text = words.toUtf8();
    text.replace('"', ' ').replace('\0', ' ');
    return '"' + text + "\" *";
}

QByteArray matchOf(const QStringList &words, const char *column)
{
    QByteArray match;
    for (const QString &word : words) {
        const bool known = std::ranges::any_of(word, [](QChar c) { return c.isLetterOrNumber(); });
        if (word.size() < shortestWord || !known)
            continue;
        match += match.isEmpty() ? "" : " OR ";
        match += phrase(word);
    }
    if (match.isEmpty() || !column)
        return match;
    return QByteArray(column) + " : (" + match + ')';
}

} // namespace

FilterQuery::FilterQuery(const Filter &filter)
    : m_where("gone = 0")
{
    for (const Filter::Term &term : filter.terms())
        add(term);
}

void FilterQuery::addCondition(const QByteArray &condition, bool turned)
{
    m_hasConditions = true;
    m_where += turned ? " AND NOT (" : " AND (";
    m_where += condition + ')';
}

void FilterQuery::addRanges(const char *column, const Filter::Term &term)
{
    QByteArray any;
    for (const Filter::Range &range : term.ranges) {
        any += any.isEmpty() ? "" : " OR ";
        any += QByteArray(column) + " BETWEEN ? AND ?";
        m_values.emplace_back(range.from);
        m_values.emplace_back(range.to);
    }
    addCondition(any, term.turned);
}

// Contains one of the words, in any case.
void FilterQuery::addLike(const char *column, const Filter::Term &term)
{
    QByteArray any;
    for (const QString &word : term.words) {
        any += any.isEmpty() ? "" : " OR ";
        any += "instr(lower(" + QByteArray(column) + "), ?) > 0";
        m_values.emplace_back(word.toLower());
    }
    addCondition(any, term.turned);
}

void FilterQuery::add(const Filter::Term &term)
{
    switch (term.what) {
    case What::Text:
    case What::Url: {
        TextTerm text{.turned = term.turned};
        for (const QString &word : term.words) {
            if (std::ranges::none_of(word, [](QChar c) { return c.isSpace(); })) // as no URL has
                text.inUrl.append(word.toLower().toUtf8());
        }
        if (term.what == What::Text)
            text.match = matchOf(term.words, nullptr);
        m_texts.push_back(std::move(text));
        return;
    }
    case What::Header:
    case What::Body:
        m_texts.push_back(
            {.turned = term.turned,
             .match = matchOf(term.words, term.what == What::Header ? "head" : "body")});
        return;
    case What::Status:
        return addRanges("status", term);
    case What::Duration:
        return addRanges("duration", term);
    case What::Octets:
        return addRanges("octets", term);
    case What::Moment:
        return addRanges("at", term);
    case What::Version:
        return addRanges("version", term);
    case What::Origin:
        return addRanges("origin", term);
    case What::Method: {
        QByteArray any;
        for (const QString &word : term.words) {
            any += any.isEmpty() ? "method = ?" : " OR method = ?";
            m_values.emplace_back(word.toUpper());
        }
        return addCondition(any, term.turned);
    }
    case What::Host:
        return addLike("host", term);
    case What::Title:
        return addLike("title", term);
    case What::Pinned:
        return addCondition("pinned = 1", term.turned);
    case What::Failed:
        return addCondition("error <> ''", term.turned);
    case What::Redirected:
        return addCondition("hops > 1", term.turned);
    case What::Cut:
        return addCondition("cut = 1", term.turned);
    case What::Identity:
        m_values.emplace_back(term.words.value(0));
        return addCondition("identity = ?", term.turned);
    }
}

QByteArray FilterQuery::sql() const
{
    const char *columns =
        readsUrl() ? "SELECT id, at, url FROM entry WHERE " : "SELECT id, at FROM entry WHERE ";
    return columns + m_where + " ORDER BY id DESC";
}

void FilterQuery::bind(Statement &statement) const
{
    for (const auto &value : m_values)
        std::visit([&](const auto &one) { statement << one; }, value);
}

http::Result<void> FilterQuery::lookUp(Database &database)
{
    for (TextTerm &text : m_texts) {
        if (text.match.isEmpty())
            continue;
        auto rows =
            database.prepare("SELECT rowid FROM text WHERE text MATCH ? ORDER BY rowid DESC");
        if (!rows)
            return std::unexpected(rows.error());
        *rows << text.match;
        auto more = rows->step();
        for (; more && *more; more = rows->step())
            text.found.push_back(rows->integer(0));
        if (!more)
            return std::unexpected(more.error());
    }
    return {};
}

size_t FilterQuery::urlsToRead(size_t rows) const
{
    size_t most = 0;
    for (const TextTerm &text : m_texts)
        most += text.inUrl.empty() ? 0 : rows - std::min(rows, text.found.size());
    return most;
}

bool FilterQuery::holds(qint64 id, const std::function<QByteArrayView()> &readUrl)
{
    std::optional<QByteArrayView> url;
    for (TextTerm &text : m_texts) {
        while (text.at < text.found.size() && text.found[text.at] > id)
            ++text.at;
        bool found = text.at < text.found.size() && text.found[text.at] == id;
        if (!found && !text.inUrl.empty()) {
            if (!url)
                url = readUrl();
            found = std::ranges::any_of(
                text.inUrl, [&](const QByteArray &word) { return url->contains(word); });
        }
        if (found == text.turned)
            return false;
    }
    return true;
}

} // namespace sonde::history
