#include "cli/send_content.h"

#include "cli/line_break_filter.h"
#include "wire/multipart.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace sonde::cli
{
namespace
{

using interop::DataPiece;
using interop::FormField;

http::Error unreadable(const QString &name, const QString &detail, http::Code code)
{
    return {.layer = http::Layer::File,
            .code = code,
            .sentence = QStringLiteral("%1 cannot be read, so nothing was sent.").arg(name),
            .detail = detail};
}

http::Error tooLarge(const QString &name)
{
    return {.layer = http::Layer::File,
            .code = http::Code::LimitExceeded,
            .sentence =
                QStringLiteral("%1 has more than 256 MiB, too much to be changed in memory: send "
                               "it as it is with --data-binary or -T.")
                    .arg(name)};
}

// Standard input up to `limit` octets or its end.
http::Result<QByteArray> readInput(qint64 limit)
{
    QByteArray octets;
    while (octets.size() < limit) {
        const qsizetype had = octets.size();
        octets.resize(std::min<qint64>(limit, had + 64 * 1024));
        const ssize_t count =
            ::read(STDIN_FILENO, octets.data() + had, size_t(octets.size() - had));
        octets.truncate(had + std::max<ssize_t>(count, 0));
        if (count == 0)
            break;
        if (count < 0 && errno != EINTR)
            return std::unexpected(unreadable(QStringLiteral("Standard input"),
                                              QString::fromLocal8Bit(std::strerror(errno)),
                                              http::Code::FileUnreadable));
    }
    return octets;
}

// Collects texts into one segment until a file or standard input comes between.
class ContentBuilder
{
public:
    void text(const QByteArray &octets)
    {
        if (octets.isEmpty())
            return;
        auto &segments = m_content.segments;
        if (!segments.empty()) {
            if (auto *last = std::get_if<http::OctetsSegment>(&segments.back())) {
                last->octets += octets;
                return;
            }
        }
        segments.emplace_back(http::OctetsSegment{octets});
    }
    void file(const QByteArray &path)
    {
        m_content.segments.emplace_back(http::FileSegment{QFile::decodeName(path)});
    }
    void input() { m_content.segments.emplace_back(http::StdinSegment{}); }
    bool isEmpty() const { return m_content.segments.empty(); }

    http::Content take(QByteArray mediaType)
    {
        if (m_content.segments.empty())
            m_content.segments.emplace_back(http::OctetsSegment{});
        m_content.mediaType = std::move(mediaType);
        m_content.present = true;
        return std::move(m_content);
    }

private:
    http::Content m_content;
};

http::Result<void> addInput(ContentBuilder &builder, const DataPiece &piece)
{
    const auto start = readInput(piece.encoded ? wholeFileLimit + 1 : collectedInputLimit);
    if (!start)
        return std::unexpected(start.error());
    if (piece.encoded && start->size() > wholeFileLimit)
        return std::unexpected(tooLarge(QStringLiteral("Standard input")));
    builder.text(interop::pieceOctets(piece, *start));
    if (start->size() < collectedInputLimit || piece.encoded)
        return {};
    if (piece.withoutLineBreaks && !filterStandardInput())
        return std::unexpected(unreadable(QStringLiteral("Standard input"),
                                          QString::fromLocal8Bit(std::strerror(errno)),
                                          http::Code::FileUnreadable));
    builder.input();
    return {};
}

http::Result<void> addPiece(ContentBuilder &builder, const DataPiece &piece)
{
    if (piece.joined && !builder.isEmpty())
        builder.text("&");
    switch (piece.source) {
    case DataPiece::Source::Text:
        builder.text(interop::pieceOctets(piece, piece.value));
        return {};
    case DataPiece::Source::Stdin:
        return addInput(builder, piece);
    case DataPiece::Source::File:
        break;
    }
    if (!piece.encoded && !piece.withoutLineBreaks) {
        builder.text(piece.prefix);
        builder.file(piece.value);
        return {};
    }
    const auto octets = readWholeFile(piece.value);
    if (!octets)
        return std::unexpected(octets.error());
    builder.text(interop::pieceOctets(piece, *octets));
    return {};
}

http::Result<http::Content> dataContent(const interop::RequestPlan &plan)
{
    ContentBuilder builder;
    for (const DataPiece &piece : plan.data) {
        if (const auto added = addPiece(builder, piece); !added)
            return std::unexpected(added.error());
    }
    return builder.take(interop::contentTypeOf(plan));
}

// curl's table of types is short; the system's knows more, and the server is told more.
QByteArray typeOf(const FormField &field)
{
    if (!field.mediaType.isEmpty() || field.source != FormField::Source::File)
        return field.mediaType;
    const QString name = QFile::decodeName(field.fileName.value_or(field.value));
    return QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension).name().toLatin1();
}

http::Result<wire::FormPart> formPart(const FormField &field)
{
    wire::FormPart part{.name = field.name,
                        .content = http::OctetsSegment{field.value},
                        .fileName = field.fileName,
                        .mediaType = typeOf(field)};
    if (field.source == FormField::Source::Text)
        return part;
    if (field.value == "-") {
        part.content = http::StdinSegment{};
    } else if (field.source == FormField::Source::File) {
        part.content = http::FileSegment{QFile::decodeName(field.value)};
    } else {
        auto text = readWholeFile(field.value);
        if (!text)
            return std::unexpected(text.error());
        part.content = http::OctetsSegment{*std::move(text)};
    }
    return part;
}

http::Result<http::Content> formContent(const std::vector<FormField> &fields)
{
    std::vector<wire::FormPart> parts;
    for (const FormField &field : fields) {
        auto part = formPart(field);
        if (!part)
            return std::unexpected(part.error());
        parts.push_back(*std::move(part));
    }
    return wire::multipartContent(parts);
}

} // namespace

http::Result<QByteArray> readWholeFile(const QByteArray &path)
{
    const QString name = QStringLiteral("The file “%1”").arg(QFile::decodeName(path));
    QFile file(QFile::decodeName(path));
    if (QFileInfo(file).isDir())
        return std::unexpected(
            unreadable(name, QStringLiteral("it is a folder"), http::Code::FileUnreadable));
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            unreadable(name, file.errorString(),
                       file.exists() ? http::Code::FileUnreadable : http::Code::FileMissing));
    QByteArray octets = file.read(wholeFileLimit + 1);
    if (octets.size() > wholeFileLimit)
        return std::unexpected(tooLarge(name));
    return octets;
}

http::Result<QByteArray> textOf(const std::vector<DataPiece> &pieces)
{
    QByteArray text;
    for (const DataPiece &piece : pieces) {
        http::Result<QByteArray> octets = piece.value;
        if (piece.source == DataPiece::Source::File)
            octets = readWholeFile(piece.value);
        else if (piece.source == DataPiece::Source::Stdin)
            octets = readInput(collectedInputLimit);
        if (!octets)
            return octets;
        if (piece.joined && !text.isEmpty())
            text += '&';
        text += interop::pieceOctets(piece, *octets);
    }
    return text;
}

http::Result<http::Content> contentOf(const interop::RequestPlan &plan)
{
    if (plan.upload) {
        ContentBuilder builder;
        if (*plan.upload == "-")
            builder.input();
        else
            builder.file(*plan.upload);
        return builder.take({});
    }
    if (!plan.form.empty())
        return formContent(plan.form);
    if (!plan.data.empty() && !plan.get)
        return dataContent(plan);
    return http::Content::none();
}

} // namespace sonde::cli
