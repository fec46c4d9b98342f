#include "interop/curl_output.h"
#include "interop/curl_plan.h"
#include "interop/curl_values.h"

namespace sonde::interop
{
namespace
{

constexpr qint64 mostReconnects = 1'000'000;
constexpr qint64 longestLinger = 24 * 3600 * 1000; // ms
constexpr int mostRedirects = 10'000;              // what "-1", no limit, means here

QString text(const QByteArray &octets)
{
    return QString::fromUtf8(octets);
}

QString flag(const CurlOption &option)
{
    return QStringLiteral("--") + QString::fromLatin1(option.name);
}

// What is shown of a word that somebody typed.
QString excerpt(const QByteArray &word)
{
    return text(word.first(std::min<qsizetype>(word.size(), 80)));
}

http::Error usage(const Remark &remark)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::ConflictingOptions,
            .sentence = remark.text()};
}

class Planner
{
public:
    explicit Planner(Tool tool)
        : m_tool(tool)
    {
        // curl follows and decodes only when told to; what a pasted command says is taken at its
        // word.
        m_plan.options.followRedirects = false;
        m_plan.options.decode = false;
        m_plan.options.acceptEncoding = false;
    }

    http::Result<RequestPlan> plan(const CurlArguments &arguments)
    {
        m_plan.notes = arguments.notes;
        for (const CurlArgument &argument : arguments.items) {
            if (argument.option && argument.option->meaning == Meaning::Next) {
                note(Remark("What follows --next is a request of its own; paste it by itself."));
                break;
            }
            const auto applied = argument.option ? apply(argument) : addUrl(argument.value);
            if (applied)
                continue;
            if (m_tool == Tool::SondeSend)
                return std::unexpected(usage(applied.error()));
            note(applied.error());
        }
        settleProxy();
        return std::move(m_plan);
    }

private:
    using Applied = std::expected<void, Remark>;

    void note(Remark what) { addOnce(m_plan.notes, std::move(what)); }

    // A pasted command does without what it cannot have; `sonde send` sends nothing then.
    void leaveOut(Remark pasted, const QString &sent)
    {
        note(m_tool == Tool::PastedCurl ? std::move(pasted) : Remark::verbatim(sent));
    }

    Applied addUrl(const QByteArray &url)
    {
        if (m_plan.url.isEmpty() && m_plan.moreUrls.isEmpty())
            m_plan.url = url;
        else
            m_plan.moreUrls.append(url);
        return {};
    }

    Applied apply(const CurlArgument &argument)
    {
        switch (argument.option->meaning) {
        case Meaning::Quiet:
            return {};
        case Meaning::NotCarried:
            note(Remark("curl's %1 has no counterpart in Sonde; it was left out.")
                     .arg(flag(*argument.option)));
            return {};
        default:
            break;
        }
        if (applyRequest(argument) || applyContent(argument) ||
            applyOutput(m_plan.output, argument) || applyMode(argument))
            return {};
        return applyValue(argument);
    }

    bool applyRequest(const CurlArgument &argument)
    {
        const QByteArray &value = argument.value;
        switch (argument.option->meaning) {
        case Meaning::Method:
            m_plan.method = value;
            return true;
        case Meaning::Header:
            addHeader(value);
            return true;
        case Meaning::UserAgent:
            m_plan.userAgent = value;
            return true;
        case Meaning::Referer:
            setReferer(value);
            return true;
        case Meaning::Cookie:
            addCookie(value);
            return true;
        case Meaning::User:
            m_plan.user = value;
            return true;
        case Meaning::Bearer:
            m_plan.bearer = value;
            return true;
        case Meaning::Range:
            m_plan.range = value;
            return true;
        case Meaning::RequestTarget:
            m_plan.requestTarget = value;
            return true;
        case Meaning::Head:
            m_plan.head = argument.on;
            return true;
        case Meaning::Url:
            (void)addUrl(value);
            return true;
        case Meaning::UrlQuery:
            m_plan.query.push_back(readDataPiece(value, DataSyntax::UrlQuery));
            return true;
        case Meaning::OtherAuth:
            m_plan.otherAuth = argument.on;
            if (argument.on)
                note(Remark("curl's %1 authentication is not carried; Sonde sends Basic and "
                            "Bearer credentials.")
                         .arg(flag(*argument.option)));
            return true;
        case Meaning::Basic:
            if (argument.on)
                m_plan.otherAuth = false;
            return true;
        case Meaning::GlobOff:
        case Meaning::PathAsIs:
            return true;
        default:
            return false;
        }
    }

    void addHeader(const QByteArray &value)
    {
        const HeaderLine line = value.startsWith('@')
                                    ? HeaderLine{HeaderLine::Kind::File, value.sliced(1), {}}
                                    : readHeaderLine(value);
        if (!line.name.isEmpty())
            m_plan.headers.push_back(line);
        else
            leaveOut(
                Remark("“%1” is no header line, as in “Name: value”; it was left out.")
                    .arg(excerpt(value)),
                QStringLiteral("“%1” is no header line, as in “Name: value”.").arg(excerpt(value)));
    }

    void setReferer(QByteArray value)
    {
        if (value.endsWith(";auto")) {
            value.chop(5);
            note(Remark("A Referer is not added on redirects, which “;auto” asks for."));
        }
        m_plan.referer = value;
    }

    // RFC 6265 section 4.2.1: pairs are separated by a semicolon and a space.
    void addCookie(const QByteArray &value)
    {
        if (!value.contains('=')) {
            if (!value.isEmpty())
                m_plan.cookieFiles.append(value);
            return;
        }
        if (!m_plan.cookies.isEmpty())
            m_plan.cookies += "; ";
        m_plan.cookies += value;
    }

    bool applyContent(const CurlArgument &argument)
    {
        const QByteArray &value = argument.value;
        const auto data = [&](DataSyntax syntax) {
            m_plan.data.push_back(readDataPiece(value, syntax));
            return true;
        };
        switch (argument.option->meaning) {
        case Meaning::Data:
            return data(DataSyntax::Plain);
        case Meaning::DataRaw:
            return data(DataSyntax::Raw);
        case Meaning::DataBinary:
            return data(DataSyntax::Binary);
        case Meaning::DataUrlencode:
            return data(DataSyntax::UrlEncode);
        case Meaning::Json:
            m_plan.json = true;
            return data(DataSyntax::Json);
        case Meaning::Form:
            addForm(value);
            return true;
        case Meaning::FormString:
            if (auto field = readFormString(value))
                m_plan.form.push_back(*std::move(field));
            else
                leaveOut(
                    Remark("“--form-string %1” has no “=”, as in “name=text”; it was left out.")
                        .arg(excerpt(value)),
                    QStringLiteral("“--form-string %1” has no “=”, as in “name=text”.")
                        .arg(excerpt(value)));
            return true;
        case Meaning::Upload:
            // With several URLs, curl gives each its own file: the first is ours.
            if (!m_plan.upload)
                m_plan.upload = value == "." ? QByteArray("-") : value;
            return true;
        case Meaning::Get:
            m_plan.get = argument.on;
            return true;
        default:
            return false;
        }
    }

    void addForm(const QByteArray &value)
    {
        auto form = readFormArgument(value);
        if (!form) {
            leaveOut(
                Remark("“-F %1” has no “=”, as in “name=content”; it was left out.")
                    .arg(excerpt(value)),
                QStringLiteral("“-F %1” has no “=”, as in “name=content”.").arg(excerpt(value)));
            return;
        }
        if (!form->understood)
            note(Remark("A part of -F has headers, an encoder or parts inside, which Sonde does "
                        "not carry."));
        for (FormField &field : form->fields)
            m_plan.form.push_back(std::move(field));
    }

    // Flags that only switch something.
    bool applyMode(const CurlArgument &argument)
    {
        client::Options &options = m_plan.options;
        const bool on = argument.on;
        switch (argument.option->meaning) {
        case Meaning::Location:
            options.followRedirects = on;
            return true;
        case Meaning::LocationTrusted:
            // Its negation takes the trust away and leaves following as it was.
            options.keepCredentialsAcrossOrigins = on;
            options.followRedirects = on || options.followRedirects;
            return true;
        case Meaning::Compressed:
            options.acceptEncoding = on;
            options.decode = on && !m_raw;
            return true;
        case Meaning::Raw:
            m_raw = on;
            options.decode = options.acceptEncoding && !on;
            return true;
        case Meaning::Http10:
            m_plan.versionPolicy = http::VersionPolicy::Http10;
            return true;
        case Meaning::Http11:
            m_plan.versionPolicy = http::VersionPolicy::Http11;
            return true;
        case Meaning::Http2:
            m_plan.versionPolicy = http::VersionPolicy::Http2;
            return true;
        case Meaning::Http2PriorKnowledge:
            m_plan.versionPolicy = http::VersionPolicy::H2c;
            return true;
        case Meaning::Http3:
            m_plan.http3 = on;
            return true;
        case Meaning::Ipv4:
            options.family = net::AddressFamily::IPv4;
            return true;
        case Meaning::Ipv6:
            options.family = net::AddressFamily::IPv6;
            return true;
        case Meaning::ProxyTunnel:
            m_tunnel = on;
            return true;
        case Meaning::NoProxy:
            m_plan.noProxy = argument.value;
            return true;
        case Meaning::ProxyUser:
            m_proxyUser = argument.value;
            return true;
        case Meaning::Insecure:
            options.tls.verify = on ? net::Verify::ReportOnly : net::Verify::Yes;
            return true;
        case Meaning::CaCert:
            options.tls.caFile = text(argument.value);
            return true;
        case Meaning::Key:
            options.tls.keyFile = text(argument.value);
            return true;
        case Meaning::Pass:
            options.tls.keyPassword = text(argument.value);
            return true;
        case Meaning::Cert:
            setCertificate(argument.value);
            return true;
        case Meaning::Help:
            m_plan.help = on;
            return true;
        case Meaning::Version:
            m_plan.version = on;
            return true;
        case Meaning::Fresh:
            options.reuse = on ? net::Reuse::Fresh : net::Reuse::Allowed;
            return true;
        default:
            return false;
        }
    }

    void setCertificate(const QByteArray &value)
    {
        const CertificateArgument certificate = readCertificate(value);
        m_plan.options.tls.certificateFile = certificate.file;
        if (!certificate.password.isEmpty())
            m_plan.options.tls.keyPassword = certificate.password;
    }

    // Options whose value may be wrong.
    Applied applyValue(const CurlArgument &argument)
    {
        client::Options &options = m_plan.options;
        const QByteArray &value = argument.value;
        const QString name = flag(*argument.option);
        switch (argument.option->meaning) {
        case Meaning::ConnectTimeout:
            return store(readSeconds(value, name), options.timeouts.connect);
        case Meaning::MaxTime:
            return store(readSeconds(value, name), options.timeouts.total);
        case Meaning::FirstByteTimeout:
            return store(readSeconds(value, name), options.timeouts.firstByte);
        case Meaning::IdleTimeout:
            return store(readSeconds(value, name), options.timeouts.idle);
        case Meaning::ContinueTimeout:
            return store(readSeconds(value, name), options.timeouts.continueWait);
        case Meaning::Linger:
            return store(readNumber(value, name, 0, longestLinger), options.linger);
        case Meaning::BombLimit:
            return store(readNumber(value, name, 0, std::numeric_limits<qint64>::max()),
                         options.bombLimit);
        case Meaning::MaxRedirs: {
            const auto stored =
                store(readNumber(value, name, -1, mostRedirects), options.maxRedirects);
            if (options.maxRedirects < 0)
                options.maxRedirects = mostRedirects;
            return stored;
        }
        case Meaning::Reconnect:
            return store(readNumber(value, name, 0, mostReconnects), m_plan.output.reconnects);
        case Meaning::Resolve: {
            net::AddressOverride entry;
            const auto stored = store(readResolve(value), entry);
            if (stored)
                options.overrides.append(entry);
            return stored;
        }
        case Meaning::Proxy:
            m_plan.noProxy = value.isEmpty() ? QByteArray("*") : m_plan.noProxy;
            return store(readProxy(value), options.proxy);
        default:
            return {};
        }
    }

    template <typename From, typename To>
    static Applied store(Read<From> read, To &into)
    {
        if (!read)
            return std::unexpected(read.error());
        into = To(*std::move(read));
        return {};
    }

    void settleProxy()
    {
        if (!m_plan.options.proxy)
            return;
        if (!m_proxyUser.isEmpty())
            m_plan.options.proxy->credentials = m_proxyUser;
        m_plan.options.proxy->tunnelAlways = m_tunnel;
    }

    Tool m_tool;
    RequestPlan m_plan;
    QByteArray m_proxyUser;
    bool m_tunnel = false;
    bool m_raw = false;
};

} // namespace

http::Result<RequestPlan> planRequest(const CurlArguments &arguments, Tool tool)
{
    return Planner(tool).plan(arguments);
}

} // namespace sonde::interop
