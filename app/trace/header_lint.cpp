#include "trace/header_lint.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace sonde::trace
{
namespace
{

// A value from the network that stands in a sentence.
constexpr qsizetype mostQuoted = 80; // octets
constexpr qsizetype mostCookies = 50;

QString quoted(QByteArrayView value)
{
    QString text = QString::fromLatin1(value.first(std::min(value.size(), mostQuoted)));
    for (QChar &c : text) {
        if (!c.isPrint())
            c = QChar::ReplacementCharacter;
    }
    if (value.size() > mostQuoted)
        text += u'…';
    return QStringLiteral("“%1”").arg(text);
}

// RFC 9110 section 5.6.7, the one form that a sender may use.
std::optional<QDateTime> dateOf(QByteArrayView value)
{
    const auto text = QString::fromLatin1(value);
    auto moment = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!moment.isValid())
        return std::nullopt;
    moment.setTimeZone(QTimeZone::utc());
    return moment;
}

// Directives of Cache-Control by name, in lower case; the first of a name counts.
class Directives
{
public:
    explicit Directives(const http::Headers &headers)
    {
        for (const QByteArray &part : headers.combined("cache-control").split(',')) {
            const auto equals = part.indexOf('=');
            const QByteArray name =
                part.left(equals < 0 ? part.size() : equals).trimmed().toLower();
            QByteArray value = equals < 0 ? QByteArray() : part.mid(equals + 1).trimmed();
            if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
                value = value.mid(1, value.size() - 2);
            if (!name.isEmpty())
                m_all.emplace_back(name, value);
        }
    }
    [[nodiscard]] bool has(QByteArrayView name) const { return find(name) != m_all.end(); }
    [[nodiscard]] std::optional<qint64> seconds(QByteArrayView name) const
    {
        const auto found = find(name);
        bool good = false;
        const qint64 value = found == m_all.end() ? 0 : found->second.toLongLong(&good);
        return good && value >= 0 ? std::optional(value) : std::nullopt;
    }
    [[nodiscard]] bool contradicts(QByteArrayView name) const
    {
        const auto found = find(name);
        return std::any_of(found, m_all.end(), [&](const auto &each) {
            return each.first == name && each.second != found->second;
        });
    }

private:
    using List = std::vector<std::pair<QByteArray, QByteArray>>;
    [[nodiscard]] List::const_iterator find(QByteArrayView name) const
    {
        return std::ranges::find_if(m_all, [&](const auto &each) { return each.first == name; });
    }
    List m_all;
};

class Lint
{
public:
    Lint(const ExchangeState &exchange, Say say)
        : m_exchange(exchange)
        , m_say(say)
        , m_head(*exchange.response)
        , m_headers(m_head.headers)
        , m_cache(m_headers)
    {
    }

    std::vector<Finding> run()
    {
        doubled();
        dates();
        missing();
        malformed();
        cookies();
        caching();
        transportSecurity();
        browsers();
        std::vector<Finding> sorted;
        for (const Severity severity : {Severity::Violation, Severity::Warning, Severity::Note})
            std::ranges::copy_if(m_findings, std::back_inserter(sorted),
                                 [&](const Finding &each) { return each.severity == severity; });
        return sorted;
    }

private:
    // `field`: in which it can be seen, if it is there.
    void say(Severity severity, QByteArray rule, QString sentence, QByteArray section,
             QByteArray field = {})
    {
        m_findings.push_back({.severity = severity,
                              .rule = std::move(rule),
                              .sentence = std::move(sentence),
                              .section = std::move(section),
                              .field = std::move(field)});
    }
    // Texts are found where this is called on them, by translations/extract.cmake.
    [[nodiscard]] QString phrase(const char *english) const
    {
        return m_say ? m_say(english) : QString::fromUtf8(english);
    }
    [[nodiscard]] QString inWords(qint64 seconds) const;
    void doubled();
    void dates();
    void missing();
    void malformed();
    void cookies();
    void cookie(QByteArrayView value);
    void caching();
    void freshness();
    void heuristics();
    void transportSecurity();
    void browsers();
    [[nodiscard]] bool isTls() const { return m_exchange.request.target.origin.isTls(); }
    [[nodiscard]] bool mayGuess() const;

    const ExchangeState &m_exchange;
    const Say m_say;
    const http::ResponseHead &m_head;
    const http::Headers &m_headers;
    const Directives m_cache;
    std::vector<Finding> m_findings;
};

// In the largest unit that says it well: "90 minutes", "2 days".
QString Lint::inWords(qint64 seconds) const
{
    struct Unit {
        qint64 seconds;
        QString one;
        QString many;
    };
    const std::array units{Unit{86'400, phrase("1 day"), phrase("%1 days")},
                           Unit{3'600, phrase("1 hour"), phrase("%1 hours")},
                           Unit{60, phrase("1 minute"), phrase("%1 minutes")},
                           Unit{1, phrase("1 second"), phrase("%1 seconds")}};
    for (const Unit &unit : units) {
        const qint64 count = seconds / unit.seconds;
        if (count == 1 && seconds % unit.seconds == 0)
            return unit.one;
        if (count > 1 || (count == 1 && unit.seconds == 1))
            return unit.many.arg(count);
    }
    return units.back().many.arg(seconds);
}

// RFC 9110 section 5.3: a field that is no list may stand once.
void Lint::doubled()
{
    static constexpr std::array once{"content-type", "date",          "etag",
                                     "expires",      "last-modified", "location",
                                     "server",       "age",           "retry-after"};
    for (const char *name : once) {
        const auto values = m_headers.values(name);
        if (values.size() < 2)
            continue;
        say(Severity::Warning, "lint.doubled",
            phrase("%1 stands here %2 times; it may stand once, and nobody can rely on "
                   "which of them counts.")
                .arg(QLatin1String(name))
                .arg(values.size()),
            "RFC 9110 section 5.3", name);
    }
}

void Lint::dates()
{
    for (const char *name : {"date", "expires", "last-modified"}) {
        const auto value = m_headers.value(name);
        // "0" in Expires is a custom that RFC 9111 section 5.3 knows: it means the past.
        const bool custom =
            value && QByteArrayView(name) == "expires" && (*value == "0" || *value == "-1");
        if (!value || dateOf(*value) || custom)
            continue;
        say(Severity::Warning, "lint.date",
            phrase("%1 is %2, which is not the form of a date that a sender must use, as "
                   "in “Sun, 06 Nov 1994 08:49:37 GMT”.")
                .arg(QLatin1String(name), quoted(*value)),
            "RFC 9110 section 5.6.7", name);
    }
    const auto date = m_headers.value("date");
    const auto modified = m_headers.value("last-modified");
    if (!date || !modified)
        return;
    const auto sent = dateOf(*date);
    const auto changed = dateOf(*modified);
    if (sent && changed && *changed > *sent)
        say(Severity::Warning, "lint.modified-in-future",
            phrase("last-modified lies after date: the content would be newer than the "
                   "response."),
            "RFC 9110 section 8.8.2.1", "last-modified");
}

void Lint::missing()
{
    const int status = m_head.status;
    const auto needs = [this](const char *name, const QString &why, QByteArray section) {
        if (!m_headers.contains(name))
            say(Severity::Warning, QByteArray("lint.no-") + name, why, std::move(section));
    };
    if (status == 401)
        needs("www-authenticate",
              phrase("A 401 must say in www-authenticate how to sign in; this one does not."),
              "RFC 9110 section 15.5.2");
    if (status == 407)
        needs("proxy-authenticate",
              phrase("A 407 must say in proxy-authenticate how to sign in; this one does "
                     "not."),
              "RFC 9110 section 15.5.8");
    if (status == 405)
        needs("allow", phrase("A 405 must list in allow what is allowed; this one does not."),
              "RFC 9110 section 15.5.6");
    if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308)
        needs("location",
              phrase("A redirect should say where to in location; this one does "
                     "not."),
              "RFC 9110 section 15.4");
    if (m_exchange.sizes.responseEncoded > 0)
        if (!m_headers.contains("content-type"))
            say(Severity::Note, "lint.no-content-type",
                phrase("There is content, but no content-type says what it is: receivers "
                       "guess."),
                "RFC 9110 section 8.3");
    if (status >= 200 && status < 500 && !m_headers.contains("date"))
        say(Severity::Note, "lint.no-date",
            phrase("There is no date: a server with a clock must send one."),
            "RFC 9110 section 6.6.1");
}

void Lint::malformed()
{
    if (auto tag = m_headers.value("etag")) {
        auto opaque = *tag;
        if (opaque.startsWith("W/"))
            opaque = opaque.sliced(2);
        if (opaque.size() < 2 || !opaque.startsWith('"') || !opaque.endsWith('"'))
            say(Severity::Warning, "lint.etag",
                phrase("etag is %1, without the quotation marks that belong to it.")
                    .arg(quoted(*tag)),
                "RFC 9110 section 8.8.3", "etag");
    }
    if (m_headers.combined("vary").trimmed() == "*")
        say(Severity::Note, "lint.vary-all",
            phrase("vary is *: no cache can use this response for another request."),
            "RFC 9111 section 4.1", "vary");
    for (const char *name : {"max-age", "s-maxage"}) {
        if (m_cache.contradicts(name))
            say(Severity::Warning, "lint.cache-contradiction",
                phrase("cache-control has %1 more than once with different values.")
                    .arg(QLatin1String(name)),
                "RFC 9111 section 4.2.1", "cache-control");
        else if (m_cache.has(name) && !m_cache.seconds(name))
            say(Severity::Warning, "lint.cache-seconds",
                phrase("%1 in cache-control is not a number of seconds; caches take the "
                       "response for stale.")
                    .arg(QLatin1String(name)),
                "RFC 9111 section 4.2.1", "cache-control");
    }
}

void Lint::cookies()
{
    const auto values = m_headers.values("set-cookie");
    for (qsizetype i = 0; i < std::min(qsizetype(values.size()), mostCookies); ++i)
        cookie(values[size_t(i)]);
}

void Lint::cookie(QByteArrayView value)
{
    const auto parts = value.toByteArray().split(';');
    // Names only: the value may be a secret.
    const QByteArray name = parts.front().left(std::max<qsizetype>(parts.front().indexOf('='), 0));
    bool secure = false;
    bool httpOnly = false;
    bool crossSite = false;
    for (const QByteArray &part : parts) {
        const QByteArray attribute = part.trimmed().toLower();
        secure = secure || attribute == "secure";
        httpOnly = httpOnly || attribute == "httponly";
        crossSite = crossSite || attribute == "samesite=none";
    }
    if (crossSite && !secure)
        say(Severity::Warning, "lint.cookie-samesite",
            phrase("The cookie %1 says SameSite=None without Secure: browsers refuse it.")
                .arg(quoted(name)),
            "RFC 6265 section 4.1.2.5", "set-cookie");
    else if (isTls() && !secure)
        say(Severity::Note, "lint.cookie-secure",
            phrase("The cookie %1 lacks Secure: it is sent over plain http, too.")
                .arg(quoted(name)),
            "RFC 6265 section 4.1.2.5", "set-cookie");
    if (!httpOnly)
        say(Severity::Note, "lint.cookie-httponly",
            phrase("The cookie %1 lacks HttpOnly: scripts of the page can read it.")
                .arg(quoted(name)),
            "RFC 6265 section 4.1.2.6", "set-cookie");
}

// RFC 9110 section 15.1: codes that a cache may keep without being told so.
bool Lint::mayGuess() const
{
    static constexpr std::array codes{200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501};
    return std::ranges::find(codes, m_head.status) != codes.end();
}

void Lint::caching()
{
    const QByteArrayView method = m_exchange.request.method.token();
    if (method != "GET" && method != "HEAD")
        return;
    if (m_cache.has("no-store")) {
        say(Severity::Note, "lint.cache", phrase("Caches: none may keep this response (no-store)."),
            "RFC 9111 section 5.2.2.5", "cache-control");
        return;
    }
    if (m_cache.has("no-cache")) {
        say(Severity::Note, "lint.cache",
            phrase("Caches: they may keep it, but must ask the server before every use "
                   "(no-cache)."),
            "RFC 9111 section 5.2.2.4", "cache-control");
        return;
    }
    freshness();
    if (m_cache.has("private"))
        say(Severity::Note, "lint.cache-private",
            phrase("Caches: only that of the user may keep it, none that is shared "
                   "(private)."),
            "RFC 9111 section 5.2.2.7", "cache-control");
}

void Lint::freshness()
{
    if (const auto seconds = m_cache.seconds("max-age")) {
        QString text = phrase("Caches: it is fresh for %1 (max-age)").arg(inWords(*seconds));
        bool good = false;
        const qint64 age = m_headers.value("age").value_or(QByteArrayView()).toLongLong(&good);
        if (good && age > 0)
            text += phrase("; age says that %1 of it are over").arg(inWords(age));
        if (const auto shared = m_cache.seconds("s-maxage"))
            text += phrase("; in a shared cache for %1 (s-maxage)").arg(inWords(*shared));
        say(Severity::Note, "lint.cache", text + u'.', "RFC 9111 section 4.2.1", "cache-control");
        return;
    }
    const auto expires = m_headers.value("expires");
    if (!expires) {
        heuristics();
        return;
    }
    const auto until = dateOf(*expires);
    const auto date = dateOf(m_headers.value("date").value_or(QByteArrayView()));
    const qint64 seconds = until && date ? date->secsTo(*until) : 0;
    say(Severity::Note, "lint.cache",
        seconds > 0 ? phrase("Caches: it is fresh for %1 (expires).").arg(inWords(seconds))
                    : phrase("Caches: it is stale from the start (expires): they ask the "
                             "server before every use."),
        "RFC 9111 section 5.3", "expires");
}

void Lint::heuristics()
{
    if (!mayGuess()) {
        say(Severity::Note, "lint.cache",
            phrase("Caches: nothing says that they may keep it, so they do not."),
            "RFC 9111 section 3");
        return;
    }
    const auto modified = dateOf(m_headers.value("last-modified").value_or(QByteArrayView()));
    const auto date = dateOf(m_headers.value("date").value_or(QByteArrayView()));
    const qint64 age = modified && date ? modified->secsTo(*date) : 0;
    // The tenth is what RFC 9111 section 4.2.2 names as the usual guess.
    say(Severity::Note, "lint.cache",
        age > 0 ? phrase("Caches: nothing says how long it is fresh, so they may guess: "
                         "usually a tenth of its age, here %1.")
                      .arg(inWords(age / 10))
                : phrase("Caches: nothing says how long it is fresh, so they may guess."),
        "RFC 9111 section 4.2.2");
}

void Lint::transportSecurity()
{
    const bool says = m_headers.contains("strict-transport-security");
    if (isTls() && !says)
        say(Severity::Note, "lint.no-hsts",
            phrase("There is no strict-transport-security: a browser may come by plain http "
                   "next time."),
            "RFC 6797 section 6.1");
    else if (!isTls() && says)
        say(Severity::Note, "lint.hsts-in-clear",
            phrase("strict-transport-security has no effect over plain http."),
            "RFC 6797 section 8.1", "strict-transport-security");
}

// What a page asks of browsers in words that they do not know, and what it leaves to them.
void Lint::browsers()
{
    const auto options = m_headers.combined("x-content-type-options");
    if (m_headers.contains("x-content-type-options") &&
        options.split(',').front().trimmed().toLower() != "nosniff")
        say(Severity::Warning, "lint.nosniff",
            phrase("x-content-type-options is %1; browsers know nosniff alone, and go on guessing "
                   "types.")
                .arg(quoted(options)),
            "Fetch, X-Content-Type-Options", "x-content-type-options");
    const bool isPage =
        m_headers.combined("content-type").trimmed().toLower().startsWith("text/html");
    const auto policy = m_headers.combined("content-security-policy").toLower();
    if (isPage && m_head.status / 100 != 3 && !policy.contains("frame-ancestors") &&
        !m_headers.contains("x-frame-options"))
        say(Severity::Note, "lint.framing",
            phrase("Neither frame-ancestors in content-security-policy nor x-frame-options is "
                   "there: any page may show this one in a frame."),
            "CSP 3, frame-ancestors");
}

} // namespace

std::vector<Finding> lintHead(const ExchangeState &exchange, Say say)
{
    return exchange.response ? Lint(exchange, say).run() : std::vector<Finding>();
}

} // namespace sonde::trace
