#include "wire/multipart.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>

namespace sonde::wire
{

using http::FileSegment;
using http::OctetsSegment;

namespace
{

http::Error unsendable(const QString &sentence)
{
    return {
        .layer = http::Layer::Request, .code = http::Code::MalformedHeader, .sentence = sentence};
}

// HTML section 4.10.21.8: what would end the quoted string is percent-encoded, and nothing else is.
QByteArray escaped(QByteArray text)
{
    return text.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22");
}

// The same section: line ends in names become CRLF first.
QByteArray escapedName(QByteArray name)
{
    return escaped(name.replace("\r\n", "\n").replace('\r', '\n').replace('\n', "\r\n"));
}

std::optional<QByteArray> fileNameOf(const FormPart &part)
{
    if (part.fileName)
        return part.fileName;
    if (const auto *file = std::get_if<FileSegment>(&part.content))
        return QFileInfo(file->path).fileName().toUtf8();
    return std::nullopt;
}

QByteArray partHead(const FormPart &part)
{
    QByteArray head = "Content-Disposition: form-data; name=\"" + escapedName(part.name) + '"';
    const auto fileName = fileNameOf(part);
    if (fileName)
        head += "; filename=\"" + escaped(*fileName) + '"';
    head += "\r\n";
    if (!part.mediaType.isEmpty())
        head += "Content-Type: " + part.mediaType + "\r\n";
    else if (fileName)
        head += "Content-Type: application/octet-stream\r\n";
    return head + "\r\n";
}

// RFC 2046 section 5.1.1: 1 to 70 characters of a small set, no blank at the end.
bool isBoundary(const QByteArray &text)
{
    constexpr QByteArrayView others = "'()+_,-./:=? ";
    return !text.isEmpty() && text.size() <= 70 && !text.endsWith(' ') &&
           std::ranges::all_of(text, [&](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      others.contains(c);
           });
}

bool occurs(const QByteArray &boundary, std::span<const FormPart> parts)
{
    return std::ranges::any_of(parts, [&](const FormPart &part) {
        const auto *octets = std::get_if<OctetsSegment>(&part.content);
        return octets && octets->octets.contains(boundary);
    });
}

// Neighbouring octets become one segment.
class SegmentList
{
public:
    void add(const QByteArray &octets) { m_octets += octets; }
    void add(const http::Segment &segment)
    {
        if (const auto *octets = std::get_if<OctetsSegment>(&segment)) {
            add(octets->octets);
            return;
        }
        flush();
        m_segments.push_back(segment);
    }
    std::vector<http::Segment> take()
    {
        flush();
        return std::move(m_segments);
    }

private:
    void flush()
    {
        if (!m_octets.isEmpty())
            m_segments.emplace_back(OctetsSegment{std::exchange(m_octets, {})});
    }

    std::vector<http::Segment> m_segments;
    QByteArray m_octets;
};

} // namespace

QByteArray makeBoundary()
{
    static constexpr char letters[] =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    QByteArray boundary = "SondeForm-";
    for (int i = 0; i < 20; ++i)
        boundary += letters[QRandomGenerator::system()->bounded(int(sizeof letters) - 1)];
    return boundary;
}

http::Result<http::Content> multipartContent(std::span<const FormPart> parts, QByteArray boundary)
{
    while (boundary.isEmpty() || (boundary.startsWith("SondeForm-") && occurs(boundary, parts)))
        boundary = makeBoundary();
    if (!isBoundary(boundary))
        return std::unexpected(
            unsendable(QStringLiteral("The boundary of the multipart body must be 1 to 70 letters, "
                                      "digits and '()+_,-./:=? and must not end with a blank.")));
    SegmentList segments;
    for (const FormPart &part : parts) {
        const http::Field type{.name = "Content-Type", .value = part.mediaType};
        if (!http::checkField(type))
            return std::unexpected(unsendable(
                QStringLiteral("The media type of the form part “%1” holds a line break or a "
                               "NUL; remove it.")
                    .arg(QString::fromUtf8(
                        part.name.first(std::min<qsizetype>(part.name.size(), 80))))));
        segments.add("--" + boundary + "\r\n" + partHead(part));
        segments.add(part.content);
        segments.add("\r\n");
    }
    segments.add("--" + boundary + "--\r\n");

    http::Content content;
    content.segments = segments.take();
    // RFC 2045 section 5.1: quotes wherever the boundary is no token.
    content.mediaType = "multipart/form-data; boundary=" +
                        (http::isToken(boundary) ? boundary : '"' + boundary + '"');
    content.present = true;
    return content;
}

QByteArray urlEncodedForm(std::span<const FormPair> pairs)
{
    // Percent-encoding would leave "~" alone and encode "*"; the form serializer does the reverse.
    const auto encoded = [](const QByteArray &octets) {
        return octets.toPercentEncoding(" *", "~").replace(' ', '+');
    };
    QByteArray form;
    for (const auto &[name, value] : pairs) {
        if (!form.isEmpty())
            form += '&';
        form += encoded(name) + '=' + encoded(value);
    }
    return form;
}

} // namespace sonde::wire
