#include "http/target.h"

#include "http/headers.h"

#include <QHashFunctions>

#include <algorithm>
#include <array>
#include <charconv>

namespace sonde::http
{
namespace
{

constexpr qsizetype maxUrlBytes = 1
                                  << 20; // longer ones are a mistake, and every server refuses them

QString excerpt(QByteArrayView text)
{
    return QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 200)));
}

// Where user information ends, counted from the start of the authority; 0 if there is none. A
// password with a bare "/", "?" or "#" ends the authority too soon: what stands before an "@"
// further on may be its rest.
qsizetype userInfoEnd(QByteArrayView afterSlashes)
{
    qsizetype authority = 0;
    while (authority < afterSlashes.size() &&
           !QByteArrayView("/?#").contains(afterSlashes[authority]))
        ++authority;
    const QByteArrayView head = afterSlashes.first(authority);
    if (const qsizetype at = head.lastIndexOf('@'); at >= 0)
        return at + 1;
    if (head.endsWith(']'))
        return 0;
    const qsizetype colon = head.lastIndexOf(':');
    bool isPort = true;
    if (colon >= 0 && colon + 1 < head.size())
        std::ignore = head.sliced(colon + 1).toUInt(&isPort);
    return isPort ? 0 : afterSlashes.lastIndexOf('@') + 1;
}

// A URL as a sentence may quote it: without credentials.
QString quotable(QByteArrayView url)
{
    const qsizetype slashes = url.indexOf("//");
    if (slashes < 0)
        return excerpt(url);
    const qsizetype from = slashes + 2;
    const qsizetype end = userInfoEnd(url.sliced(from));
    if (end == 0)
        return excerpt(url);
    return excerpt(url.first(from).toByteArray() + "***@" + url.sliced(from + end).toByteArray());
}

Error malformed(const QString &sentence)
{
    return {.layer = Layer::Request, .code = Code::MalformedUrl, .sentence = sentence};
}

quint16 defaultPort(QByteArrayView scheme)
{
    return scheme == "https" ? 443 : 80;
}

// The length of "scheme" if the text begins with "scheme:" (RFC 3986 section 3.1), else 0.
qsizetype schemeLength(QByteArrayView text)
{
    const qsizetype colon = text.indexOf(':');
    if (colon <= 0 || !QChar::isLetter(uchar(text.front())))
        return 0;
    const bool plain = std::ranges::all_of(text.first(colon), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '+' || c == '-' || c == '.';
    });
    return plain ? colon : 0;
}

// The encode sets of the WHATWG URL standard, which is what servers are used to; a backslash is
// added, because we do not turn it into a slash.
constexpr QByteArrayView inPath = " \"<>\\^`{}";
constexpr QByteArrayView inQuery = " \"<>";
constexpr QByteArrayView inFragment = " \"<>`";

// Encodes what may not stand in a URL and nothing else: what was typed encoded or bare stays so,
// because an inspector that tidies the path no longer sends what the person wrote.
QByteArray encoded(QByteArrayView text, QByteArrayView forbidden)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    QByteArray result;
    result.reserve(text.size());
    for (const char c : text) {
        const auto octet = uchar(c);
        if (octet <= 0x20 || octet >= 0x7f || forbidden.contains(c))
            result.append('%').append(digits[octet >> 4]).append(digits[octet & 15]);
        else
            result.append(c);
    }
    return result;
}

struct Parts {
    QByteArrayView path;
    QByteArrayView query; // with its "?"
    QByteArrayView fragment;
};

Parts split(QByteArrayView text)
{
    Parts parts;
    if (const qsizetype hash = text.indexOf('#'); hash >= 0) {
        parts.fragment = text.sliced(hash + 1);
        text = text.first(hash);
    }
    const qsizetype mark = text.indexOf('?');
    parts.path = mark < 0 ? text : text.first(mark);
    parts.query = mark < 0 ? QByteArrayView() : text.sliced(mark);
    return parts;
}

// RFC 3986 section 5.2.4, on a path that begins with "/".
QByteArray withoutDotSegments(QByteArrayView path)
{
    QList<QByteArrayView> kept;
    qsizetype from = 1;
    bool endsWithSlash = false;
    while (from <= path.size()) {
        qsizetype slash = path.indexOf('/', from);
        const bool last = slash < 0;
        if (last)
            slash = path.size();
        const QByteArrayView segment = path.sliced(from, slash - from);
        endsWithSlash = segment == "." || segment == "..";
        if (segment == "..") {
            if (!kept.isEmpty())
                kept.removeLast();
        } else if (segment != ".") {
            kept.append(segment);
        }
        if (last)
            break;
        from = slash + 1;
    }
    QByteArray result;
    for (const QByteArrayView segment : std::as_const(kept))
        result.append('/').append(segment);
    if (endsWithSlash || result.isEmpty())
        result.append('/');
    return result;
}

// Why QUrl does not take an authority: which part of it is none, and what it should be.
QString whatIsWrong(QByteArrayView authority)
{
    authority = authority.sliced(authority.lastIndexOf('@') + 1);
    const bool literal = authority.startsWith('[');
    const qsizetype bracket = authority.indexOf(']');
    if (literal && bracket < 0)
        return QStringLiteral("the “[” of its IPv6 address has no “]”");
    const qsizetype colon = literal ? bracket + 1 : authority.lastIndexOf(':');
    const QByteArrayView host = colon < 0 ? authority : authority.first(colon);
    const QByteArrayView port = colon < 0 ? QByteArrayView() : authority.sliced(colon);
    if (!port.isEmpty()) {
        bool isNumber = false;
        const uint number = port.sliced(1).toUInt(&isNumber);
        const bool isPort = isNumber && number >= 1 && number <= 65535;
        if (!port.startsWith(':') || (!isPort && port.size() > 1))
            return QStringLiteral("its port “%1” is no number from 1 to 65535")
                .arg(excerpt(port.startsWith(':') ? port.sliced(1) : port));
    }
    if (literal)
        return QStringLiteral("“%1” is no IPv6 address").arg(excerpt(host.sliced(1).chopped(1)));
    return QStringLiteral("its host “%1” is no name: a name has letters, digits and “-”, in labels "
                          "of 1 to 63 with “.” between them")
        .arg(excerpt(host));
}

// QUrl knows internationalised names, IPv6 literals and ports; path and query we keep as they are.
Result<Origin> parseAuthority(QByteArrayView scheme, QByteArrayView authority, const QString &shown,
                              QByteArray &userInfo)
{
    const QUrl url(QString::fromUtf8(scheme.toByteArray() + "://" + authority.toByteArray()),
                   QUrl::TolerantMode);
    if (!url.isValid())
        return std::unexpected(malformed(
            QStringLiteral("“%1” cannot be sent to: %2.").arg(shown, whatIsWrong(authority))));
    Origin origin{.scheme = scheme.toByteArray().toLower()};
    origin.host = url.host(QUrl::FullyEncoded).toLatin1().toLower();
    if (origin.host.startsWith('[') && origin.host.endsWith(']'))
        origin.host = origin.host.sliced(1).chopped(1);
    if (origin.host.isEmpty())
        return std::unexpected(
            malformed(QStringLiteral("“%1” names no host: write http://HOST/… .").arg(shown)));
    const int port = url.port(defaultPort(origin.scheme));
    if (port < 1 || port > 65535)
        return std::unexpected(
            malformed(QStringLiteral("“%1” has the port %2; ports go from 1 to 65535.")
                          .arg(shown)
                          .arg(port)));
    origin.port = quint16(port);
    if (!url.userName().isEmpty() || !url.password().isEmpty())
        userInfo = url.userName(QUrl::FullyDecoded).toUtf8() + ':' +
                   url.password(QUrl::FullyDecoded).toUtf8();
    return origin;
}

// "scheme://authority/path?query#fragment", the scheme present.
Result<Target> fromAbsolute(QByteArrayView text)
{
    const QString shown = quotable(text);
    const qsizetype colon = schemeLength(text);
    const QByteArray scheme = text.first(colon).toByteArray().toLower();
    if (scheme != "http" && scheme != "https")
        return std::unexpected(Error{
            .layer = Layer::Request,
            .code = Code::UnsupportedScheme,
            .sentence = QStringLiteral("Sonde sends http:// and https:// URLs; “%1” has the scheme "
                                       "“%2”.")
                            .arg(shown, QString::fromLatin1(scheme)),
        });
    QByteArrayView rest = text.sliced(colon + 1);
    if (!rest.startsWith("//"))
        return std::unexpected(
            malformed(QStringLiteral("“%1” has no “//” after the scheme: write %2://HOST/… .")
                          .arg(shown, QString::fromLatin1(scheme))));
    rest = rest.sliced(2);
    const auto end =
        std::ranges::find_if(rest, [](char c) { return c == '/' || c == '?' || c == '#'; });
    const qsizetype length = end - rest.begin();
    if (userInfoEnd(rest) > length)
        return std::unexpected(malformed(
            QStringLiteral("“%1” cannot be sent to: its port is no number. If that is part of a "
                           "password, write “/” there as %2, “?” as %3 and “#” as %4.")
                .arg(shown, QStringLiteral("%2F"), QStringLiteral("%3F"), QStringLiteral("%23"))));
    Target target;
    auto origin = parseAuthority(scheme, rest.first(length), shown, target.userInfo);
    if (!origin)
        return std::unexpected(origin.error());
    target.origin = std::move(*origin);
    const Parts parts = split(rest.sliced(length));
    target.pathAndQuery =
        encoded(parts.path.isEmpty() ? "/" : parts.path, inPath) + encoded(parts.query, inQuery);
    target.fragment = encoded(parts.fragment, inFragment);
    return target;
}

} // namespace

QByteArray Origin::hostAndPort() const
{
    // Written into room that is enough: it stands in the head of every request.
    std::array<char, 5> digits;
    const auto number = std::to_chars(digits.data(), digits.data() + digits.size(), port);
    const bool literal = host.contains(':');
    const auto brackets = literal ? 2 : 0;
    QByteArray result(host.size() + brackets + 1 + (number.ptr - digits.data()), Qt::Uninitialized);
    char *at = result.data();
    if (literal)
        *at++ = '[';
    at = std::copy(host.begin(), host.end(), at);
    if (literal)
        *at++ = ']';
    *at++ = ':';
    std::copy(digits.data(), number.ptr, at);
    return result;
}

QByteArray Origin::authority() const
{
    if (port != defaultPort(scheme))
        return hostAndPort();
    return host.contains(':') ? '[' + host + ']' : host;
}

size_t qHash(const Origin &origin, size_t seed) noexcept
{
    return qHashMulti(seed, origin.scheme, origin.host, origin.port);
}

Result<Target> Target::parse(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return std::unexpected(malformed(QStringLiteral("There is no URL: write http://HOST/… .")));
    if (typed.size() > maxUrlBytes)
        return std::unexpected(
            malformed(QStringLiteral("The URL is %1 characters long; the limit is 1 MiB.")
                          .arg(typed.size())));
    for (const QChar c : typed) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            return std::unexpected(
                malformed(QStringLiteral("The URL holds the control character U+%1; remove it.")
                              .arg(int(c.unicode()), 4, 16, QLatin1Char('0'))));
    }
    const QByteArray octets = typed.toUtf8();
    const qsizetype colon = schemeLength(octets);
    // "localhost:8080/x" has a port where a scheme might stand; only "://" makes a scheme of it,
    // but nobody means the host "http" by "http:/x".
    const QByteArrayView rest = QByteArrayView(octets).sliced(colon);
    const QByteArray scheme = octets.first(colon).toLower();
    const bool absolute = rest.startsWith("://") ||
                          (rest.startsWith(":/") && (scheme == "http" || scheme == "https"));
    return fromAbsolute(absolute ? octets : "http://" + octets);
}

Result<Target> Target::resolve(QByteArrayView reference) const
{
    const auto refuse = [&](const QString &detail) {
        return std::unexpected(Error{
            .layer = Layer::Client,
            .code = Code::MalformedRedirect,
            .blame = Blame::Remote,
            .sentence =
                QStringLiteral("The server redirects to “%1”, where no request can be sent.")
                    .arg(quotable(reference)),
            .detail = detail,
        });
    };
    reference = trimmed(reference);
    if (reference.size() > maxUrlBytes)
        return refuse(QStringLiteral("It is longer than 1 MiB."));
    Target target = *this;
    const Parts parts = split(reference);
    if (schemeLength(reference) > 0 || reference.startsWith("//")) {
        const auto absolute =
            fromAbsolute(reference.startsWith("//") ? origin.scheme + ':' + reference.toByteArray()
                                                    : reference.toByteArray());
        if (!absolute)
            return refuse(absolute.error().sentence);
        target = *absolute;
    } else if (!parts.path.isEmpty()) {
        QByteArray path = parts.path.toByteArray();
        if (!path.startsWith('/')) {
            const QByteArrayView base = split(pathAndQuery).path;
            path.prepend(base.first(base.lastIndexOf('/') + 1).toByteArray());
        }
        target.pathAndQuery =
            encoded(withoutDotSegments(path), inPath) + encoded(parts.query, inQuery);
    } else if (!parts.query.isEmpty()) {
        target.pathAndQuery =
            split(pathAndQuery).path.toByteArray() + encoded(parts.query, inQuery);
    }
    target.fragment = reference.contains('#') ? encoded(parts.fragment, inFragment) : fragment;
    return target;
}

QByteArray Target::url() const
{
    QByteArray text = origin.scheme + "://" + origin.authority();
    if (pathAndQuery != "*")
        text += pathAndQuery;
    return fragment.isEmpty() ? text : text + '#' + fragment;
}

} // namespace sonde::http
