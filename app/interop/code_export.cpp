#include "interop/code_export.h"

#include "interop/code_template.h"
#include "interop/code_templates.h"

#include <QFileInfo>

#include <algorithm>

namespace sonde::interop
{
namespace
{

using collection::Part;
using collection::Row;

// Between the quotes of a Content-Disposition parameter or of a curl form value.
QString inQuotes(QString text, QLatin1String quote, QLatin1String backslash)
{
    return text.replace(u'\\', backslash).replace(u'"', quote);
}

QString fileNameOf(const Part &part)
{
    return part.fileName.isEmpty() ? QFileInfo(part.value).fileName() : part.fileName;
}

// RFC 7578 section 4.2, with the escapes that browsers use for what would end the quotes.
QString dispositionOf(const Part &part)
{
    const auto escaped = [](QString text) {
        return text.replace(u'"', QLatin1String("%22"))
            .replace(u'\r', QLatin1String("%0D"))
            .replace(u'\n', QLatin1String("%0A"));
    };
    QString text = QStringLiteral("form-data; name=\"%1\"").arg(escaped(part.name));
    if (part.isFile)
        text += QStringLiteral("; filename=\"") + escaped(fileNameOf(part)) + u'"';
    return text;
}

// --form-string takes the value as it is; --form reads @, < and ; in one that is not in quotes.
QString curlPart(const Part &part)
{
    const QString value =
        u'"' + inQuotes(part.value, QLatin1String("\\\""), QLatin1String("\\\\")) + u'"';
    if (!part.isFile && part.mediaType.isEmpty())
        return QStringLiteral("--form-string ") +
               quoted(part.name + u'=' + part.value, Quoting::Shell);
    QString form = part.name + (part.isFile ? QStringLiteral("=@") : QStringLiteral("=")) + value;
    if (!part.fileName.isEmpty() && part.isFile)
        form += QStringLiteral(";filename=\"") +
                inQuotes(part.fileName, QLatin1String("\\\""), QLatin1String("\\\\")) + u'"';
    if (!part.mediaType.isEmpty())
        form += QStringLiteral(";type=") + part.mediaType;
    return QStringLiteral("--form ") + quoted(form, Quoting::Shell);
}

// A backslash keeps what separates name from value out of the name.
QString httpiePart(const Part &part)
{
    QString name;
    for (const QChar c : part.name)
        name += (QStringLiteral(":=@\\;").contains(c) ? QStringLiteral("\\") : QString()) + c;
    QString item = name + (part.isFile ? u'@' : u'=') + part.value;
    if (part.isFile && !part.mediaType.isEmpty())
        item += QStringLiteral(";type=") + part.mediaType;
    return quoted(item, Quoting::Shell);
}

class Describer
{
public:
    Describer(const OutgoingRequest &request, Quoting quoting)
        : m_request(request)
        , m_quoting(quoting)
    {
    }

    TemplateData describe()
    {
        TemplateData data;
        auto &values = data.values;
        const bool follows = m_request.settings.followRedirects;
        values[QStringLiteral("method")] = literal(m_request.method);
        values[QStringLiteral("url")] = literal(m_request.url);
        set(values, "isHead", m_request.method == u"HEAD");
        set(values, "fetchRefuses",
            m_request.content != OutgoingRequest::Content::None &&
                (m_request.method == u"GET" || m_request.method == u"HEAD"));
        set(values, "follows", follows);
        set(values, "unverified", !m_request.settings.verifyTls);
        values[QStringLiteral("pyFollows")] =
            follows ? QStringLiteral("True") : QStringLiteral("False");
        values[QStringLiteral("jsFollows")] =
            follows ? QStringLiteral("\"follow\"") : QStringLiteral("\"manual\"");
        values[QStringLiteral("qtFollows")] =
            follows ? QStringLiteral("QNetworkRequest::NoLessSafeRedirectPolicy")
                    : QStringLiteral("QNetworkRequest::ManualRedirectPolicy");
        version(values);
        seconds(values, "timeout", m_request.settings.timeout);
        seconds(values, "connectTimeout", m_request.settings.connectTimeout);
        content(data);
        data.lists[QStringLiteral("headers")] = fields(m_request.headers);
        data.lists[QStringLiteral("joined")] = fields(joined());
        set(values, "headers?", !m_request.headers.empty());
        set(values, "joined?", !m_request.headers.empty());
        return data;
    }

private:
    [[nodiscard]] QString literal(const QString &text) const { return quoted(text, m_quoting); }
    static void set(QMap<QString, QString> &values, const char *name, bool there)
    {
        if (there)
            values[QLatin1String(name)] = QStringLiteral("1");
    }

    static void seconds(QMap<QString, QString> &values, const char *name,
                        std::chrono::milliseconds limit)
    {
        if (limit.count() > 0)
            values[QLatin1String(name)] = QString::number(double(limit.count()) / 1000, 'g', 10);
    }

    void version(QMap<QString, QString> &values) const
    {
        using http::VersionPolicy;
        const auto policy = m_request.settings.version;
        const char *flag = policy == VersionPolicy::Http10   ? "http1.0"
                           : policy == VersionPolicy::Http11 ? "http1.1"
                           : policy == VersionPolicy::Http2  ? "http2"
                           : policy == VersionPolicy::H2c    ? "http2-prior-knowledge"
                                                             : "";
        values[QStringLiteral("version")] = QLatin1String(flag);
        set(values, "http2", policy == VersionPolicy::Http2);
    }

    void content(TemplateData &data) const
    {
        using Content = OutgoingRequest::Content;
        auto &values = data.values;
        set(values, "hasBody", m_request.content != Content::None);
        if (m_request.content == Content::Text)
            values[QStringLiteral("text")] = literal(m_request.text);
        if (m_request.content == Content::File) {
            values[QStringLiteral("file")] = literal(m_request.file);
            values[QStringLiteral("atFile")] = literal(u'@' + m_request.file);
            set(values, "reads", true);
        }
        auto &parts = data.lists[QStringLiteral("parts")];
        for (const Part &part : m_request.parts) {
            parts.push_back(partData(part));
            if (part.isFile)
                set(values, "reads", true);
        }
        set(values, "parts?", !parts.empty());
    }

    [[nodiscard]] TemplateData partData(const Part &part) const
    {
        TemplateData data;
        auto &values = data.values;
        values[QStringLiteral("name")] = literal(part.name);
        values[QStringLiteral("value")] = literal(part.value);
        values[QStringLiteral("path")] = part.isFile ? literal(part.value) : QString();
        values[QStringLiteral("fileName")] = literal(fileNameOf(part));
        values[QStringLiteral("type")] =
            part.mediaType.isEmpty() ? QString() : literal(part.mediaType);
        values[QStringLiteral("typeOrNone")] = literal(part.mediaType);
        values[QStringLiteral("disposition")] = literal(dispositionOf(part));
        values[QStringLiteral("curlPart")] = curlPart(part);
        values[QStringLiteral("httpiePart")] = httpiePart(part);
        return data;
    }

    // For languages whose fields are a dictionary: RFC 9110 section 5.3, and 5.4.2 of RFC 6265 for
    // cookies.
    [[nodiscard]] std::vector<Row> joined() const
    {
        std::vector<Row> rows;
        for (const Row &row : m_request.headers) {
            const auto same = std::ranges::find_if(rows, [&](const Row &other) {
                return other.name.compare(row.name, Qt::CaseInsensitive) == 0;
            });
            if (same == rows.end())
                rows.push_back(row);
            else
                same->value +=
                    (row.name.compare(u"Cookie", Qt::CaseInsensitive) == 0 ? QStringLiteral("; ")
                                                                           : QStringLiteral(", ")) +
                    row.value;
        }
        return rows;
    }

    [[nodiscard]] std::vector<TemplateData> fields(const std::vector<Row> &rows) const
    {
        std::vector<TemplateData> list;
        for (const Row &row : rows) {
            TemplateData data;
            data.values[QStringLiteral("name")] = literal(row.name);
            data.values[QStringLiteral("value")] = literal(row.value);
            // curl drops a field that is empty behind its colon, HTTPie too; both write ; for it.
            data.values[QStringLiteral("curlLine")] =
                literal(row.value.isEmpty() ? row.name + u';'
                                            : row.name + QStringLiteral(": ") + row.value);
            data.values[QStringLiteral("httpieLine")] =
                literal(row.value.isEmpty() ? row.name + u';' : row.name + u':' + row.value);
            list.push_back(std::move(data));
        }
        return list;
    }

    const OutgoingRequest &m_request;
    const Quoting m_quoting;
};

} // namespace

std::span<const CodeLanguage> codeLanguages()
{
    static const std::vector<CodeLanguage> all = [] {
        std::vector<CodeLanguage> languages;
        for (const CodeTemplate &row : codeTemplates())
            languages.push_back(row.language);
        return languages;
    }();
    return all;
}

QString codeFor(QByteArrayView languageId, const OutgoingRequest &request)
{
    const auto all = codeTemplates();
    const auto found = std::ranges::find_if(
        all, [&](const CodeTemplate &row) { return row.language.id == languageId; });
    if (found == all.end())
        return {};
    return fillTemplate(QString::fromUtf8(found->text),
                        Describer(request, found->quoting).describe());
}

Remarks remarksOnCode(QByteArrayView languageId, const OutgoingRequest &request)
{
    Remarks remarks;
    if (languageId != "curl")
        return remarks;
    if (request.settings.version == http::VersionPolicy::Http2)
        remarks.push_back(Remark("With --http2 curl takes HTTP/1.1 from a server that has no "
                                 "HTTP/2; Sonde does not, and curl has no option for that."));
    // RFC 9110 section 15.4: 303 asks for GET, and 301 and 302 in place of POST.
    const bool plain = request.method == u"GET" || request.method == u"HEAD";
    if (request.settings.followRedirects && !plain)
        remarks.push_back(Remark("After a redirect that asks for GET curl sends %1 again, because "
                                 "--request names it; Sonde sends GET.")
                              .arg(request.method));
    return remarks;
}

} // namespace sonde::interop
