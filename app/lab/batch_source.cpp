#include "lab/batch_source.h"

#include "interop/importer.h"
#include "lab/plan.h"

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
    void addUnusable(const QString &why)
    {
        ++m_unusable;
        m_why = m_why.isEmpty() ? why : m_why;
    }
    // What the file of another tool says about what it could not be read as.
    void addNotes(const std::vector<interop::ImportNote> &notes)
    {
        for (const interop::ImportNote &note : notes) {
            if (note.where.isEmpty())
                continue; // of such files as such: that answers are not carried, as one expects
            ++m_importNotes;
            m_firstNote = m_firstNote.isEmpty() ? note.what.text(words.remark) : m_firstNote;
        }
    }

    void take(Result<Resolved> resolved)
    {
        if (!resolved)
            return addUnusable(words.error(resolved.error()));
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
        if (m_importNotes > 0)
            m_batch.notes +=
                words("Not carried over from the file, or not quite: %1. The first: %2")
                    .arg(m_importNotes)
                    .arg(m_firstNote);
        return std::move(m_batch);
    }

private:
    const QString m_path;
    const Words &words; // named so that its texts are found
    BatchSource m_batch;
    int m_elsewhere = 0;
    int m_unusable = 0;
    int m_tooMany = 0;
    qsizetype m_importNotes = 0;
    QString m_why;
    QString m_firstNote;
};

Result<void> addRequests(Batch &batch, const RunChoice &choice)
{
    const auto plan = planRun(choice);
    if (!plan)
        return std::unexpected(plan.error());
    for (const PlannedRequest &planned : plan->requests) {
        const collection::HttpRequest &request = planned.request();
        if (request.problem.isEmpty())
            batch.add(request.document, planned.file->variables,
                      QFileInfo(planned.file->path).absolutePath());
        else
            batch.addUnusable(request.problem);
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
    batch.addNotes(imported->notes);
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
    return readBatch(RunChoice{.path = path}, words);
}

Result<BatchSource> readBatch(const RunChoice &choice, const Words &words)
{
    const QString &path = choice.path;
    Batch batch(path, words);
    const bool requests =
        QFileInfo(path).isDir() || path.endsWith(u".http") || path.endsWith(u".rest");
    const auto added = requests ? addRequests(batch, choice) : addFile(batch, path);
    if (!added)
        return std::unexpected(added.error());
    return batch.result();
}

} // namespace sonde::lab
