#include "client/redirect.h"

#include <QLocale>

namespace sonde::client
{
namespace
{

using trace::Severity;

std::unexpected<http::Error> refuse(http::Code code, http::Blame blame, const QString &sentence)
{
    return std::unexpected(http::Error{.layer = http::Layer::Client,
                                       .code = code,
                                       .blame = blame,
                                       .phase = http::Phase::ReceiveHead,
                                       .sentence = sentence});
}

QString shown(const QByteArray &url)
{
    constexpr qsizetype longest = 200;
    return url.size() <= longest ? QString::fromUtf8(url)
                                 : QString::fromUtf8(url.first(longest)) + u'…';
}

// What the next method is, and whether the content goes with it.
struct Rewrite {
    http::Method method;
    bool keepsContent = true;
};

Rewrite rewrite(const http::Method &method, int status)
{
    const bool turnsPost = (status == 301 || status == 302) && method == "POST";
    const bool turnsAll = status == 303 && !(method == "HEAD");
    if (turnsPost || turnsAll)
        return {.method = http::Method(), .keepsContent = false};
    return {.method = method, .keepsContent = status != 303};
}

void dropContent(http::Request &request)
{
    request.content = http::Content::none();
    for (const QByteArrayView name :
         {"Content-Type", "Content-Length", "Content-Encoding", "Content-Language",
          "Content-Location", "Content-MD5", "Content-Digest", "Repr-Digest", "Digest",
          "Transfer-Encoding", "Trailer", "Expect", "Last-Modified"})
        request.headers.remove(name);
}

class Follower
{
public:
    Follower(const http::Request &sent, const http::ResponseHead &head, const Options &options)
        : m_sent(sent)
        , m_head(head)
        , m_options(options)
        , m_next{.request = sent}
    {
    }

    http::Result<std::optional<Redirect>> follow(QByteArrayView location)
    {
        auto target = m_sent.target.resolve(location);
        if (!target)
            return std::unexpected(target.error());
        m_next.request.target = std::move(*target);
        noteDowngrade();
        crossOrigin();
        const Rewrite next = rewrite(m_sent.method, m_head.status);
        if (!next.keepsContent)
            dropContent(m_next.request);
        if (!m_next.request.content.isReplayable())
            return refuse(
                http::Code::BodyNotReplayable, http::Blame::Local,
                QStringLiteral("Status %1 asks for the content again at “%2”, but standard input "
                               "can be read only once: send a file instead.")
                    .arg(m_head.status)
                    .arg(shown(m_next.request.target.url())));
        noteMethod(next.method);
        m_next.request.method = next.method;
        return std::move(m_next);
    }

private:
    void note(Severity severity, QByteArray rule, const QString &sentence, QByteArray section)
    {
        m_next.findings.push_back({.severity = severity,
                                   .rule = std::move(rule),
                                   .sentence = sentence,
                                   .section = std::move(section)});
    }
    void noteDowngrade();
    void noteMethod(const http::Method &next);
    void crossOrigin();

    const http::Request &m_sent;
    const http::ResponseHead &m_head;
    const Options &m_options;
    Redirect m_next;
};

void Follower::noteDowngrade()
{
    if (!m_sent.target.origin.isTls() || m_next.request.target.origin.isTls())
        return;
    note(Severity::Warning, "client.redirect-downgrade",
         QStringLiteral(
             "The redirect leads from https to http: from here on everything can be read and "
             "changed on the way."),
         "RFC 9110 section 17.11");
}

void Follower::noteMethod(const http::Method &next)
{
    if (next == m_sent.method)
        return;
    note(Severity::Note, "client.redirect-method",
         QStringLiteral("Status %1 turned %2 into %3 and dropped the content.")
             .arg(m_head.status)
             .arg(QString::fromLatin1(m_sent.method.token()), QString::fromLatin1(next.token())),
         "RFC 9110 section 15.4");
}

// Another scheme, host or port is another party: what was meant for the first one stays behind.
void Follower::crossOrigin()
{
    http::Request &next = m_next.request;
    if (next.target.origin == m_sent.target.origin) {
        if (next.target.userInfo.isEmpty())
            next.target.userInfo = m_sent.target.userInfo;
        return;
    }
    // A Host that the user gave belongs to the old origin, and only to it.
    next.headers.remove("Host");
    if (m_options.keepCredentialsAcrossOrigins) {
        if (next.target.userInfo.isEmpty())
            next.target.userInfo = m_sent.target.userInfo;
        return;
    }
    QStringList dropped;
    for (const QLatin1StringView name :
         {QLatin1StringView("Authorization"), QLatin1StringView("Cookie"),
          QLatin1StringView("Cookie2"), QLatin1StringView("Proxy-Authorization")}) {
        if (next.headers.remove(QByteArrayView(name.data(), name.size())) > 0)
            dropped.append(name);
    }
    if (next.target.userInfo.isEmpty() && !m_sent.target.userInfo.isEmpty() &&
        !dropped.contains(QLatin1StringView("Authorization")))
        dropped.append(QStringLiteral("Authorization"));
    if (dropped.isEmpty())
        return;
    note(Severity::Note, "client.redirect-credentials",
         QStringLiteral("Not sent here, because the redirect leads to another origin: %1.")
             .arg(dropped.join(QStringLiteral(", "))),
         "RFC 9110 section 15.4");
}

} // namespace

http::Result<std::optional<Redirect>> followRedirect(const http::Request &sent,
                                                     const http::ResponseHead &head,
                                                     const Options &options, int followed)
{
    if (!options.followRedirects || !head.isRedirect())
        return std::nullopt;
    const auto location = head.headers.value("Location");
    if (!location)
        return std::nullopt;
    if (followed >= options.maxRedirects)
        return refuse(
            http::Code::TooManyRedirects, http::Blame::Remote,
            QStringLiteral("Stopped after %1 redirects, which is the limit; the last URL was “%2”.")
                .arg(
                    QLocale(QLocale::English, QLocale::UnitedStates).toString(options.maxRedirects),
                    shown(sent.target.url())));
    return Follower(sent, head, options).follow(*location);
}

} // namespace sonde::client
