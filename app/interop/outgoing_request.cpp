#include "interop/outgoing_request.h"

#include "collection/variables.h"

#include <QUrl>

namespace sonde::interop
{
namespace
{

using collection::BodyMode;
using collection::Row;
using http::Result;

constexpr qsizetype shortestSecret = 4; // characters: shorter ones stand in everything

QString maskedField(const QString &name, const QString &value)
{
    if (!isSecretName(name))
        return value;
    // The scheme of credentials tells which kind to put in.
    const qsizetype space = value.indexOf(u' ');
    const bool hasScheme = name.contains(u"authorization", Qt::CaseInsensitive) && space > 0;
    return (hasScheme ? value.first(space + 1) : QString()) + maskedSecret;
}

class Maker
{
public:
    Maker(const collection::RequestDocument &document, const ExportContext &context)
        : m_document(document)
        , m_context(context)
        , m_expander(context.variables)
    {
    }

    Result<OutgoingRequest> make(const QString &name)
    {
        collection::RequestDocument plain = m_document;
        // Files are named, not looked for.
        if (plain.body.mode == BodyMode::File || plain.body.mode == BodyMode::Multipart)
            plain.body = {};
        const auto resolved = collection::resolve(plain, m_context.variables);
        if (!resolved)
            return std::unexpected(resolved.error());
        const http::Request &request = resolved->request;
        m_result = {.name = name,
                    .method = QString::fromUtf8(request.method.token()),
                    .url = QString::fromUtf8(request.target.url()),
                    .settings = m_document.settings};
        for (const http::Field &field : request.headers)
            m_result.headers.push_back(
                {.name = QString::fromUtf8(field.name), .value = QString::fromUtf8(field.value)});
        if (!request.target.userInfo.isEmpty() && !request.headers.contains("Authorization"))
            m_result.headers.push_back(
                {.name = QStringLiteral("Authorization"),
                 .value = QStringLiteral("Basic ") +
                          QString::fromLatin1(request.target.userInfo.toBase64())});
        if (const auto done = content(request); !done)
            return std::unexpected(done.error());
        if (m_context.show == ExportSecrets::Masked)
            mask();
        return std::move(m_result);
    }

private:
    Result<void> content(const http::Request &request);
    Result<QString> fill(const QString &text)
    {
        return m_expander.expand(text, QStringLiteral("the body"));
    }
    void addType(const QString &type);
    void mask();
    void hide(QString &text) const;

    const collection::RequestDocument &m_document;
    const ExportContext &m_context;
    collection::Expander m_expander;
    OutgoingRequest m_result;
};

void Maker::addType(const QString &type)
{
    const bool given = std::ranges::any_of(m_result.headers, [](const Row &row) {
        return row.name.compare(u"Content-Type", Qt::CaseInsensitive) == 0;
    });
    if (!given && !type.isEmpty())
        m_result.headers.push_back({.name = QStringLiteral("Content-Type"), .value = type});
}

Result<void> Maker::content(const http::Request &request)
{
    using Content = OutgoingRequest::Content;
    if (m_document.body.mode == BodyMode::File) {
        const auto file = fill(m_document.body.file);
        const auto type = fill(m_document.body.mediaType);
        if (!file || !type)
            return std::unexpected(file ? type.error() : file.error());
        m_result.content = Content::File;
        m_result.file = *file;
        addType(type->isEmpty() ? QStringLiteral("application/octet-stream") : *type);
    } else if (m_document.body.mode == BodyMode::Multipart) {
        m_result.content = Content::Multipart;
        for (const collection::Part &part : m_document.body.parts) {
            if (!part.enabled)
                continue;
            collection::Part filled = part;
            for (QString *text :
                 {&filled.name, &filled.value, &filled.mediaType, &filled.fileName}) {
                auto expanded = fill(*text);
                if (!expanded)
                    return std::unexpected(expanded.error());
                *text = *expanded;
            }
            m_result.parts.push_back(std::move(filled));
        }
    } else if (request.content.present) {
        m_result.content = Content::Text;
        for (const http::Segment &segment : request.content.segments) {
            if (const auto *octets = std::get_if<http::OctetsSegment>(&segment))
                m_result.text += QString::fromUtf8(octets->octets);
        }
        addType(QString::fromUtf8(request.content.mediaType));
    }
    return {};
}

void Maker::hide(QString &text) const
{
    for (const QString &secret : m_context.secrets) {
        if (secret.size() < shortestSecret)
            continue;
        text.replace(secret, maskedSecret);
        text.replace(QString::fromLatin1(QUrl::toPercentEncoding(secret)), maskedSecret);
    }
}

void Maker::mask()
{
    for (Row &row : m_result.headers) {
        row.value = maskedField(row.name, row.value);
        hide(row.value);
    }
    auto query = collection::queryRows(m_result.url);
    for (Row &row : query) {
        if (isSecretName(row.name) && !row.value.isEmpty())
            row.value = maskedSecret;
    }
    m_result.url = collection::withQueryRows(m_result.url, query);
    hide(m_result.url);
    hide(m_result.text);
    for (collection::Part &part : m_result.parts) {
        if (isSecretName(part.name) && !part.isFile)
            part.value = maskedSecret;
        hide(part.value);
    }
    if (m_document.body.mode != BodyMode::Form)
        return;
    auto form = collection::queryRows(u'?' + m_result.text);
    for (Row &row : form) {
        if (isSecretName(row.name) && !row.value.isEmpty())
            row.value = maskedSecret;
    }
    m_result.text = collection::withQueryRows(u'?' + m_result.text, form).sliced(1);
}

} // namespace

bool isSecretName(const QString &name)
{
    const QString lower = name.toLower().remove(u'-').remove(u'_');
    static const QStringList parts{QStringLiteral("authorization"), QStringLiteral("token"),
                                   QStringLiteral("secret"),        QStringLiteral("password"),
                                   QStringLiteral("passwd"),        QStringLiteral("apikey"),
                                   QStringLiteral("accesskey"),     QStringLiteral("credential"),
                                   QStringLiteral("cookie"),        QStringLiteral("signature")};
    return std::ranges::any_of(parts, [&](const QString &part) { return lower.contains(part); });
}

Result<OutgoingRequest> outgoingRequest(const QString &name,
                                        const collection::RequestDocument &document,
                                        const ExportContext &context)
{
    return Maker(document, context).make(name);
}

} // namespace sonde::interop
