#include "collection/body_content.h"

#include "collection/variables.h"
#include "wire/multipart.h"

#include <QDir>
#include <QFileInfo>

namespace sonde::collection
{
namespace
{

using http::Code;
using http::Content;
using http::Error;
using http::Result;

Result<QString> existingFile(const QString &path, const QString &folder, const QString &what)
{
    if (path.isEmpty())
        return std::unexpected(Error{
            .layer = http::Layer::Request,
            .code = Code::FileMissing,
            .sentence = QStringLiteral("No file is chosen for %1; choose one or change the body.")
                            .arg(what)});
    const QFileInfo info(folder.isEmpty() ? path : QDir(folder).absoluteFilePath(path));
    if (!info.exists())
        return std::unexpected(
            Error{.layer = http::Layer::File,
                  .code = Code::FileMissing,
                  .sentence = QStringLiteral("The file “%1” for %2 does not exist; check its path.")
                                  .arg(info.filePath(), what)});
    if (info.isDir() || !info.isReadable())
        return std::unexpected(Error{
            .layer = http::Layer::File,
            .code = Code::FileUnreadable,
            .sentence = (info.isDir()
                             ? QStringLiteral("“%1” for %2 is a folder; choose a file.")
                             : QStringLiteral(
                                   "The file “%1” for %2 may not be read; change its permissions."))
                            .arg(info.filePath(), what)});
    return info.filePath();
}

// A line that starts with # or // can never be JSON, and the other programs that read .http files
// drop it too; elsewhere (YAML, Markdown) such a line may be content and is sent.
QString withoutJsonComments(const QString &text)
{
    if (!text.contains(u'#') && !text.contains(QLatin1String("//")))
        return text;
    QStringList kept;
    for (const QString &line : text.split(u'\n')) {
        const QString bare = line.trimmed();
        if (!bare.startsWith(u'#') && !bare.startsWith(QLatin1String("//")))
            kept.append(line);
    }
    return kept.join(u'\n');
}

class BodyBuilder
{
public:
    BodyBuilder(const Body &body, const http::Headers &headers, const QString &folder,
                Expander &expander)
        : m_body(body)
        , m_headers(headers)
        , m_folder(folder)
        , m_expander(expander)
    {
    }

    Result<Content> content();

private:
    Result<Content> text();
    Result<Content> form();
    Result<Content> multipart();
    Result<wire::FormPart> formPart(const Part &part);
    Result<Content> file();
    Result<QByteArray> mediaType(QByteArray standard);

    const Body &m_body;
    const http::Headers &m_headers;
    const QString &m_folder;
    Expander &m_expander;
};

Result<QByteArray> BodyBuilder::mediaType(QByteArray standard)
{
    const auto typed = m_expander.expand(m_body.mediaType, QStringLiteral("the body's media type"));
    if (!typed)
        return std::unexpected(typed.error());
    const QByteArray type = typed->trimmed().toUtf8();
    if (type.isEmpty())
        return standard;
    if (auto sound = http::checkField({.name = "Content-Type", .value = type}); !sound)
        return std::unexpected(sound.error());
    return type;
}

Result<Content> BodyBuilder::content()
{
    switch (m_body.mode) {
    case BodyMode::None:
        return Content::none();
    case BodyMode::Json:
    case BodyMode::Text:
        return text();
    case BodyMode::Form:
        return form();
    case BodyMode::Multipart:
        return multipart();
    case BodyMode::File:
        return file();
    }
    Q_UNREACHABLE();
}

Result<Content> BodyBuilder::text()
{
    const bool isJson = m_body.mode == BodyMode::Json;
    const auto filled = m_expander.expand(isJson ? withoutJsonComments(m_body.text) : m_body.text,
                                          QStringLiteral("the body"));
    if (!filled)
        return std::unexpected(filled.error());
    QByteArray octets = filled->toUtf8();
    if (isJson)
        return Content::of(std::move(octets), "application/json");
    auto type = mediaType("text/plain; charset=utf-8");
    if (!type)
        return std::unexpected(type.error());
    // Multipart that was written by hand: RFC 2046 section 4.1.1 ends its lines with CRLF.
    const QByteArray effective = m_headers.combined("Content-Type") + *type;
    if (effective.toLower().startsWith("multipart/"))
        octets.replace("\r\n", "\n").replace("\n", "\r\n");
    return Content::of(std::move(octets), *type);
}

Result<Content> BodyBuilder::form()
{
    std::vector<wire::FormPair> pairs;
    for (const Row &row : m_body.form) {
        if (!row.enabled || (row.name.isEmpty() && row.value.isEmpty()))
            continue;
        const QString where = QStringLiteral("the form field “%1”").arg(row.name.left(80));
        const auto name = m_expander.expand(row.name, where);
        if (!name)
            return std::unexpected(name.error());
        const auto value = m_expander.expand(row.value, where);
        if (!value)
            return std::unexpected(value.error());
        pairs.emplace_back(name->toUtf8(), value->toUtf8());
    }
    return Content::of(wire::urlEncodedForm(pairs), "application/x-www-form-urlencoded");
}

Result<Content> BodyBuilder::file()
{
    const auto path = m_expander.expand(m_body.file, QStringLiteral("the body's file name"));
    if (!path)
        return std::unexpected(path.error());
    const auto found = existingFile(*path, m_folder, QStringLiteral("the body"));
    if (!found)
        return std::unexpected(found.error());
    auto type = mediaType("application/octet-stream");
    if (!type)
        return std::unexpected(type.error());
    return Content::file(*found, std::move(*type));
}

Result<Content> BodyBuilder::multipart()
{
    std::vector<wire::FormPart> parts;
    for (const Part &part : m_body.parts) {
        if (!part.enabled)
            continue;
        auto made = formPart(part);
        if (!made)
            return std::unexpected(made.error());
        parts.push_back(std::move(*made));
    }
    return wire::multipartContent(parts);
}

Result<wire::FormPart> BodyBuilder::formPart(const Part &part)
{
    const QString where = QStringLiteral("the form part “%1”").arg(part.name.left(80));
    QStringList filled;
    for (const QString &text : {part.name, part.value, part.mediaType, part.fileName}) {
        const auto expanded = m_expander.expand(text, where);
        if (!expanded)
            return std::unexpected(expanded.error());
        filled.append(*expanded);
    }
    wire::FormPart made{.name = filled[0].toUtf8(),
                        .content = http::OctetsSegment{filled[1].toUtf8()},
                        .mediaType = filled[2].trimmed().toUtf8()};
    if (!filled[3].isEmpty())
        made.fileName = filled[3].toUtf8();
    if (part.isFile) {
        const auto path = existingFile(filled[1], m_folder, where);
        if (!path)
            return std::unexpected(path.error());
        made.content = http::FileSegment{*path};
    }
    return made;
}

} // namespace

Result<Content> contentOf(const Body &body, const http::Headers &headers, const QString &folder,
                          Expander &expander)
{
    return BodyBuilder(body, headers, folder, expander).content();
}

} // namespace sonde::collection
