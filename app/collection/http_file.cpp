#include "collection/http_file.h"

#include "body/read_at_most.h"
#include "collection/block_writer.h"
#include "collection/file_fidelity.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace sonde::collection
{
namespace
{

using http::Code;
using http::Error;
using http::Result;

constexpr size_t requestLimit = 100'000; // of one file

Error fileError(Code code, const QString &sentence, const QString &detail = {})
{
    return {.layer = http::Layer::File, .code = code, .sentence = sentence, .detail = detail};
}

} // namespace

QString HttpRequest::label() const
{
    return document.title.isEmpty() ? document.method + u' ' + document.url : document.title;
}

HttpFile HttpFile::of(HttpText text)
{
    HttpFile file;
    for (const Block &block : text.blocks()) {
        if (block.requestLine)
            file.m_requests.push_back(readBlock(text, block).request);
    }
    file.m_text = std::move(text);
    return file;
}

Result<HttpFile> HttpFile::parse(QByteArray octets)
{
    auto text = HttpText::parse(std::move(octets));
    if (!text)
        return std::unexpected(text.error());
    const auto isRequest = [](const Block &block) { return block.requestLine.has_value(); };
    if (size_t(std::ranges::count_if(text->blocks(), isRequest)) > requestLimit)
        return std::unexpected(fileError(
            Code::LimitExceeded,
            QStringLiteral("The request file holds more than 100,000 requests; split it.")));
    return of(std::move(*text));
}

Result<HttpFile> HttpFile::load(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isDir())
        return std::unexpected(fileError(
            Code::FileUnreadable, QStringLiteral("“%1” is a folder; open a file.").arg(path)));
    if (!file.exists())
        return std::unexpected(fileError(
            Code::FileMissing, QStringLiteral("The request file “%1” does not exist.").arg(path)));
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            fileError(Code::FileUnreadable,
                      QStringLiteral("The request file “%1” cannot be read; check its permissions.")
                          .arg(path),
                      file.errorString()));
    // One octet past the limit is enough to know; a special file has no size to ask for.
    QByteArray octets = body::readAtMost(file, HttpText::sizeLimit + 1);
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(
            fileError(Code::FileUnreadable,
                      QStringLiteral("Reading the request file “%1” failed; try again.").arg(path),
                      file.errorString()));
    auto parsed = parse(std::move(octets));
    if (!parsed)
        parsed.error().sentence += QStringLiteral(" (%1)").arg(path);
    return parsed;
}

Variables HttpFile::variables() const
{
    Variables variables;
    for (size_t i = 0; i < m_text.lines().size(); ++i) {
        if (m_text.lines()[i].kind != LineKind::FileVariable)
            continue;
        const QByteArrayView line = m_text.text(i).sliced(1);
        const qsizetype equals = line.indexOf('=');
        QByteArrayView name = line.first(equals);
        if (name.endsWith(':')) // := of one dialect: filled in when used, as all are here
            name.chop(1);
        variables.insert(QString::fromUtf8(http::trimmed(name)),
                         QString::fromUtf8(http::trimmed(line.sliced(equals + 1))));
    }
    return variables;
}

// Blank lines at the end come and go with what stands below.
RequestLikeness HttpFile::likeness(size_t index) const
{
    const HttpRequest &request = m_requests[index];
    const auto &lines = m_text.lines();
    const Line &first = lines[request.requestLine];
    const Line &last = lines[request.firstLine + request.lineCount - 1];
    const auto text = QByteArrayView(m_text.octets())
                          .sliced(first.offset, last.offset + last.size - first.offset)
                          .trimmed();
    return {.url = qHash(request.document.url), .text = qHash(text), .among = m_requests.size()};
}

Result<void> HttpFile::replaceRequest(size_t index, const RequestDocument &document)
{
    if (index >= m_requests.size())
        return std::unexpected(fileError(
            Code::Internal, QStringLiteral("The file has no request number %1.").arg(index + 1)));
    const Block &block = *blockOf(m_text, index);
    const ReadBlock before = readBlock(m_text, block);
    if (!before.request.isEditable)
        return std::unexpected(fileError(
            Code::FileUnwritable,
            QStringLiteral(
                "The request “%1” is written in a way that only its text shows; edit it in "
                "the file, line %2.")
                .arg(before.request.label().left(200))
                .arg(block.first + 1)));
    auto edited = m_text.edited(editsFor(m_text, block, before, document));
    if (!edited)
        return std::unexpected(edited.error());
    HttpFile after = of(std::move(*edited));
    QString differs = QStringLiteral("the request");
    if (after.m_requests.size() == m_requests.size())
        differs = firstDifference(document, after.m_requests[index].document);
    if (!differs.isEmpty())
        return std::unexpected(fileError(
            Code::FileUnwritable,
            QStringLiteral(
                "A .http file cannot hold %1 as it is: it would be read as something else. "
                "Change it, or put the body into a file of its own.")
                .arg(differs)));
    *this = std::move(after);
    return {};
}

Result<size_t> HttpFile::appendRequest(const RequestDocument &document)
{
    std::vector<QByteArray> lines;
    if (!m_text.lines().empty() && m_text.lines().back().kind != LineKind::Blank)
        lines.emplace_back();
    lines.insert(lines.end(), {"###", "GET http://localhost/"});
    std::vector<HttpText::Edit> edits;
    // Once one ### stands in a file, every request needs its own.
    if (!m_text.hasSeparators()) {
        for (const Block &other : m_text.blocks()) {
            if (other.first > 0)
                edits.push_back({other.first, 0, {"###"}});
        }
    }
    edits.push_back({m_text.lines().size(), 0, std::move(lines)});
    auto longer = m_text.edited(edits);
    if (!longer)
        return std::unexpected(longer.error());
    HttpFile after = of(std::move(*longer));
    const size_t index = after.m_requests.size() - 1;
    if (after.m_requests.size() != m_requests.size() + 1)
        return std::unexpected(fileError(
            Code::FileUnwritable,
            QStringLiteral(
                "The file ends inside a script that is not closed with %}; close it first.")));
    if (auto done = after.replaceRequest(index, document); !done)
        return std::unexpected(done.error());
    *this = std::move(after);
    return index;
}

Result<void> HttpFile::save(const QString &path) const
{
    QSaveFile file(path);
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(octets()) == octets().size() && file.commit();
    if (written)
        return {};
    const bool full = file.error() == QFileDevice::ResourceError;
    return std::unexpected(fileError(
        full ? Code::DiskFull : Code::FileUnwritable,
        (full ? QStringLiteral("There is no room on the disk for “%1”; the file is as it was.")
              : QStringLiteral(
                    "“%1” could not be written; the file is as it was. Check that you may "
                    "write to its folder."))
            .arg(path),
        file.errorString()));
}

} // namespace sonde::collection
