#include "lab/batch_source.h"

#include "collection/http_file.h"
#include "collection/inheritance.h"
#include "interop/importer.h"
#include "lab/plan.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace sonde::lab
{
namespace
{

using collection::Resolved;
using http::Result;

http::Error trouble(http::Code code, const QString &sentence, const QString &detail = {})
{
    return {.layer = http::Layer::File, .code = code, .sentence = sentence, .detail = detail};
}

class Batch
{
public:
    Batch(QString path, const Words &language)
        : m_path(std::move(path))
        , words(language)
    {
    }

    void add(const collection::RequestDocument &document, const collection::Variables &variables,
             const QString &folder)
    {
        take(collection::resolve(document, variables, folder));
    }
    void take(Result<Resolved> resolved)
    {
        if (!resolved) {
            ++m_unusable;
            m_why = m_why.isEmpty() ? words.error(resolved.error()) : m_why;
            return;
        }
        if (m_batch.requests.empty())
            m_batch.options = std::move(resolved->options);
        else if (!(resolved->request.target.origin == m_batch.requests.front().target.origin)) {
            ++m_elsewhere;
            return;
        }
        if (m_batch.requests.size() >= size_t(limit::batch))
            ++m_tooMany;
        else
            m_batch.requests.push_back(std::move(resolved->request));
    }

    Result<BatchSource> result()
    {
        if (m_batch.requests.empty()) {
            const QString why =
                m_unusable > 0 ? words(" The first problem: %1").arg(m_why) : QString();
            return std::unexpected(
                trouble(http::Code::FileUnreadable,
                        words("“%1” holds no request that can be sent.%2").arg(m_path, why)));
        }
        const QByteArray origin = m_batch.requests.front().target.origin.authority();
        if (m_elsewhere > 0)
            m_batch.notes +=
                words("Left out because a batch goes to one origin, here %2: requests to others, "
                      "%1 of them.")
                    .arg(m_elsewhere)
                    .arg(QString::fromUtf8(origin.left(200)));
        if (m_unusable > 0)
            m_batch.notes += words("Left out because they cannot be sent: %1. The first: %2")
                                 .arg(m_unusable)
                                 .arg(m_why);
        if (m_tooMany > 0)
            m_batch.notes += words("Left out above the limit of %2 requests: %1.")
                                 .arg(m_tooMany)
                                 .arg(limit::batch);
        return std::move(m_batch);
    }

private:
    const QString m_path;
    const Words &words; // named so that its texts are found
    BatchSource m_batch;
    int m_elsewhere = 0;
    int m_unusable = 0;
    int m_tooMany = 0;
    QString m_why;
};

Result<void> addHttpFile(Batch &batch, const QString &path)
{
    const auto file = collection::HttpFile::load(path);
    if (!file)
        return std::unexpected(file.error());
    const auto inherited = collection::readInheritance(path);
    for (const collection::HttpRequest &request : file->requests()) {
        if (request.problem.isEmpty())
            batch.add(collection::withInherited(request.document, inherited), file->variables(),
                      QFileInfo(path).absolutePath());
    }
    return {};
}

Result<void> addFolder(Batch &batch, const QString &path)
{
    constexpr int mostFiles = 1000;
    QStringList paths;
    QDirIterator files(path, {QStringLiteral("*.http"), QStringLiteral("*.rest")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext() && paths.size() < mostFiles)
        paths.append(files.next());
    paths.sort();
    for (const QString &one : paths) {
        if (auto added = addHttpFile(batch, one); !added)
            return added;
    }
    return {};
}

void addImported(Batch &batch, const interop::ImportedFolder &folder,
                 const collection::Variables &variables)
{
    for (const interop::ImportedRequest &request : folder.requests)
        batch.add(request.document, variables, {});
    for (const interop::ImportedFolder &inner : folder.folders)
        addImported(batch, inner, variables);
}

// A URL a line; empty lines and those that begin with # are passed over.
void addUrls(Batch &batch, const QByteArray &octets)
{
    for (const QByteArray &line : octets.split('\n')) {
        const QString url = QString::fromUtf8(line.trimmed());
        if (url.isEmpty() || url.startsWith(u'#'))
            continue;
        collection::RequestDocument document;
        document.url = url;
        batch.add(document, {}, {});
    }
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            trouble(file.exists() ? http::Code::FileUnreadable : http::Code::FileMissing,
                    QStringLiteral("“%1” could not be read.").arg(path), file.errorString()));
    if (file.size() > interop::Importer::sizeLimit)
        return std::unexpected(
            trouble(http::Code::LimitExceeded, QStringLiteral("“%1” is larger than %2 MB.")
                                                   .arg(path)
                                                   .arg(interop::Importer::sizeLimit / 1'000'000)));
    return file.readAll();
}

Result<void> addFile(Batch &batch, const QString &path)
{
    if (path.endsWith(u".http") || path.endsWith(u".rest"))
        return addHttpFile(batch, path);
    const auto octets = contentOf(path);
    if (!octets)
        return std::unexpected(octets.error());
    if (path.endsWith(u".txt")) {
        addUrls(batch, *octets);
        return {};
    }
    const auto imported = interop::readForeign(*octets, QFileInfo(path).completeBaseName());
    if (!imported)
        return std::unexpected(imported.error());
    addImported(batch, imported->root, imported->variables);
    return {};
}

} // namespace

bool isBatchSource(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() || (info.isFile() && (path.endsWith(u".har") || path.endsWith(u".txt")));
}

Result<BatchSource> readBatch(const QString &path, const Words &words)
{
    Batch batch(path, words);
    const auto added = QFileInfo(path).isDir() ? addFolder(batch, path) : addFile(batch, path);
    if (!added)
        return std::unexpected(added.error());
    return batch.result();
}

} // namespace sonde::lab
