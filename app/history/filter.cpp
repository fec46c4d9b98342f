#include "history/filter.h"

#include <QDateTime>

#include <array>
#include <limits>

namespace sonde::history
{
namespace
{

using Kind = FilterProblem::Kind;
using What = Filter::What;
using Range = Filter::Range;
using Term = Filter::Term;
using Parsed = std::expected<Term, FilterProblem>;

constexpr qsizetype mostCharacters = 4096;
constexpr size_t mostTerms = 64;
constexpr qint64 most = std::numeric_limits<qint64>::max();

constexpr auto keys = std::to_array<FilterKey>({
    {"status", "5xx"},
    {"method", "POST"},
    {"host", "api.example"},
    {"url", "/orders"},
    {"header", "etag"},
    {"body", "token"},
    {"name", "login"},
    {"time", "500ms"},
    {"size", "10kb"},
    {"version", "2"},
    {"after", "2026-11-01"},
    {"before", "yesterday"},
    {"on", "today"},
    {"from", "run"},
    {"is", "pinned"},
});

enum class Than : quint8 { Equal, Less, AtMost, More, AtLeast };

Range rangeOf(Than than, qint64 value)
{
    switch (than) {
    case Than::Less:
        return {0, value - 1};
    case Than::AtMost:
        return {0, value};
    case Than::More:
        return {value + 1, most};
    case Than::AtLeast:
        return {value, most};
    case Than::Equal:
        break;
    }
    return {value, value};
}

// A number with the unit behind it; the first unit counts where there is none.
struct Unit {
    const char *name;
    double factor;
};
std::optional<qint64> measured(const QString &text, std::span<const Unit> units)
{
    qsizetype digits = 0;
    while (digits < text.size() && (text[digits].isDigit() || text[digits] == u'.'))
        ++digits;
    bool good = false;
    const double number = text.first(digits).toDouble(&good);
    const QString unit = text.sliced(digits).toLower();
    for (const Unit &one : units) {
        if (good && (unit == QLatin1String(one.name) || unit.isEmpty())) {
            const double value = number * one.factor;
            return value < 9e18 ? std::optional(qint64(value)) : std::nullopt;
        }
    }
    return std::nullopt;
}

constexpr Unit timeUnits[] = {{"ms", 1e3}, {"us", 1}, {"µs", 1}, {"s", 1e6}, {"min", 60e6}};
constexpr Unit sizeUnits[] = {{"", 1}, {"b", 1}, {"kb", 1e3}, {"mb", 1e6}, {"gb", 1e9}};

std::optional<Range> statusRange(const QString &text)
{
    if (text == u"none" || text == u"0")
        return Range{0, 0};
    bool good = false;
    if (text.size() == 3 && text[0].isDigit() && text.endsWith(QLatin1String("xx"))) {
        const qint64 hundred = text[0].digitValue() * 100;
        return Range{hundred, hundred + 99};
    }
    const qint64 number = text.toInt(&good);
    return good && number >= 100 && number <= 999 ? std::optional(Range{number, number})
                                                  : std::nullopt;
}

// The day of a date, in the time of this computer.
std::optional<Range> dayRange(const QString &text, qint64 now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
    QDate day = QDate::fromString(text, Qt::ISODate);
    if (text == u"today")
        day = today;
    else if (text == u"yesterday")
        day = today.addDays(-1);
    else if (text.size() > 1 && text.size() < 6 && text.endsWith(u'd')) {
        bool good = false;
        const int days = text.chopped(1).toInt(&good);
        if (good && days >= 0)
            day = today.addDays(-days);
    }
    if (!day.isValid())
        return std::nullopt;
    const qint64 from = day.startOfDay().toMSecsSinceEpoch();
    return Range{from, day.addDays(1).startOfDay().toMSecsSinceEpoch() - 1};
}

std::optional<Range> versionRange(QString text)
{
    if (text.startsWith(QLatin1String("http/")) || text.startsWith(QLatin1String("h")))
        text.remove(QLatin1String("http/")).remove(u'h');
    if (text == u"1.0")
        return Range{qint64(http::Version::Http10), qint64(http::Version::Http10)};
    if (text == u"1.1")
        return Range{qint64(http::Version::Http11), qint64(http::Version::Http11)};
    if (text == u"1")
        return Range{qint64(http::Version::Http10), qint64(http::Version::Http11)};
    if (text == u"2" || text == u"2c")
        return Range{qint64(http::Version::Http2), qint64(http::Version::Http2)};
    return std::nullopt;
}

std::unexpected<FilterProblem> wrong(Kind kind, const QString &word)
{
    return std::unexpected(FilterProblem{kind, word});
}

// Every value by `read`, whose failure is `kind`.
template <typename Read>
Parsed ranged(What what, const QStringList &values, Kind kind, const QString &word, Read read)
{
    Term term{.what = what};
    for (const QString &value : values) {
        const std::optional<Range> range = read(value.toLower());
        if (!range)
            return wrong(kind, word);
        term.ranges.push_back(*range);
    }
    return term;
}

Parsed marked(const QString &value, const QString &word)
{
    if (value == u"pinned")
        return Term{.what = What::Pinned};
    if (value == u"failed" || value == u"error")
        return Term{.what = What::Failed};
    if (value == u"redirected")
        return Term{.what = What::Redirected};
    if (value == u"cut")
        return Term{.what = What::Cut};
    return wrong(Kind::BadMark, word);
}

std::optional<Range> originRange(const QString &text)
{
    for (const Origin origin : {Origin::Send, Origin::Run}) {
        if (text == QLatin1String(nameOf(origin)))
            return Range{qint64(origin), qint64(origin)};
    }
    return std::nullopt;
}

Parsed keyed(const QString &key, Than than, const QString &value, const QString &word, qint64 now)
{
    const QStringList values = value.split(u',', Qt::SkipEmptyParts);
    if (values.isEmpty())
        return wrong(Kind::NoValue, word);
    if (key == u"status")
        return ranged(What::Status, values, Kind::BadStatus, word, [&](const QString &text) {
            const auto range = statusRange(text);
            if (!range || than == Than::Equal)
                return range;
            const bool up = than == Than::More || than == Than::AtLeast;
            const bool open = than == Than::More || than == Than::Less;
            return std::optional(up ? Range{open ? range->to + 1 : range->from, 999}
                                    : Range{100, open ? range->from - 1 : range->to});
        });
    if (key == u"time")
        return ranged(What::Duration, values, Kind::BadTime, word, [&](const QString &text) {
            const auto number = measured(text, timeUnits);
            return number ? std::optional(rangeOf(than, *number)) : std::nullopt;
        });
    if (key == u"size")
        return ranged(What::Octets, values, Kind::BadSize, word, [&](const QString &text) {
            const auto number = measured(text, sizeUnits);
            return number ? std::optional(rangeOf(than, *number)) : std::nullopt;
        });
    if (than != Than::Equal)
        return wrong(Kind::NoOrder, word);
    if (key == u"after" || key == u"before" || key == u"on")
        return ranged(What::Moment, values, Kind::BadDate, word, [&](const QString &text) {
            const auto day = dayRange(text, now);
            if (!day || key == u"on")
                return day;
            return std::optional(key == u"after" ? Range{day->from, most}
                                                 : Range{0, day->from - 1});
        });
    if (key == u"version")
        return ranged(What::Version, values, Kind::BadVersion, word, versionRange);
    if (key == u"from")
        return ranged(What::Origin, values, Kind::BadOrigin, word, originRange);
    if (key == u"is")
        return marked(value.toLower(), word);
    const std::pair<QLatin1String, What> texts[] = {
        {QLatin1String("method"), What::Method}, {QLatin1String("host"), What::Host},
        {QLatin1String("url"), What::Url},       {QLatin1String("header"), What::Header},
        {QLatin1String("body"), What::Body},     {QLatin1String("name"), What::Title}};
    for (const auto &[name, what] : texts) {
        if (key == name)
            return Term{.what = what, .words = values};
    }
    return wrong(Kind::UnknownKey, word);
}

bool isKey(const QString &key)
{
    return std::ranges::any_of(keys,
                               [&](const FilterKey &one) { return key == QLatin1String(one.key); });
}

Parsed parsedWord(const QString &word, qint64 now)
{
    for (qsizetype at = 1; at < word.size(); ++at) {
        const QChar c = word[at];
        if (word[0].isLetter() && (c == u':' || c == u'<' || c == u'>' || c == u'=')) {
            const QString key = word.first(at).toLower();
            const bool orEqual = c != u':' && c != u'=' && word.mid(at + 1, 1) == u"=";
            const Than than = c == u'<'   ? (orEqual ? Than::AtMost : Than::Less)
                              : c == u'>' ? (orEqual ? Than::AtLeast : Than::More)
                                          : Than::Equal;
            // Part of a URL, or of JSON: text as it stands.
            if (!isKey(key) && (word.mid(at, 3) == u"://" || c == u'=' || key == u"localhost"))
                break;
            if (!isKey(key))
                return wrong(Kind::UnknownKey, word);
            return keyed(key, than, word.sliced(at + (orEqual ? 2 : 1)), word, now);
        }
        if (!c.isLetter() || !word[0].isLetter())
            break;
    }
    return Term{.words = {word}};
}

} // namespace

std::span<const FilterKey> filterKeys()
{
    return keys;
}

QString sentence(const FilterProblem &problem)
{
    const auto say = [&](const char *text) { return QString::fromUtf8(text).arg(problem.word); };
    switch (problem.kind) {
    case Kind::OpenQuote:
        return say("A quotation mark is missing at the end of %1.");
    case Kind::NoValue:
        return say("%1: nothing stands behind it.");
    case Kind::UnknownKey:
        break;
    case Kind::BadStatus:
        return say("%1: a status is a number such as 404, a class such as 4xx, or none.");
    case Kind::BadTime:
        return say("%1: a time is a number with ms, s or min, as in time>500ms.");
    case Kind::BadSize:
        return say("%1: a size is a number with kb, mb or gb, as in size>10kb.");
    case Kind::BadDate:
        return say("%1: a day is written 2026-11-01, today, yesterday or 7d.");
    case Kind::BadVersion:
        return say("%1: an HTTP version is 1.0, 1.1 or 2.");
    case Kind::BadMark:
        return say("%1: what can be asked is is:pinned, is:failed, is:redirected and is:cut.");
    case Kind::BadOrigin:
        return say("%1: a call is from:send, sent on its own, or from:run.");
    case Kind::NoOrder:
        return say("%1: this has no order. Write a colon.");
    case Kind::TooLong:
        return QStringLiteral("It has at most 4,096 characters and 64 words.");
    }
    QStringList known;
    for (const FilterKey &key : keys)
        known.append(QLatin1String(key.key));
    return say("%1: this can be asked for: %2. In quotation marks it is text.")
        .arg(known.join(QStringLiteral(", ")));
}

std::expected<Filter, FilterProblem> Filter::parse(const QString &text, qint64 now)
{
    if (text.size() > mostCharacters)
        return wrong(Kind::TooLong, {});
    Filter filter;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        const bool turned = text[at] == u'-' && at + 1 < text.size() && !text[at + 1].isSpace();
        at += turned ? 1 : 0;
        // Blanks belong to a word while a quotation mark is open: body:"two words".
        const auto begin = at;
        QString word;
        bool open = false;
        const bool isText = text[at] == u'"';
        for (; at < text.size() && (open || !text[at].isSpace()); ++at) {
            // One in the middle of a word is part of it.
            if (text[at] == u'"' &&
                (open || at == begin || QStringView(u":=<>").contains(text[at - 1])))
                open = !open;
            else
                word += text[at];
        }
        if (open)
            return wrong(Kind::OpenQuote, text.sliced(begin));
        if (word.isEmpty())
            continue;
        if (filter.m_terms.size() == mostTerms)
            return wrong(Kind::TooLong, {});
        auto parsed = isText ? Parsed(Term{.words = {word}}) : parsedWord(word, now);
        if (!parsed)
            return std::unexpected(parsed.error());
        parsed->turned = turned;
        filter.m_terms.push_back(*std::move(parsed));
    }
    return filter;
}

Filter Filter::ofRequest(const QString &identity) const
{
    Filter filter = *this;
    filter.m_terms.push_back({.what = What::Identity, .words = {identity}});
    return filter;
}

} // namespace sonde::history
