#include "cli/evidence.h"

#include "cli/file_check.h"
#include "interop/evidence_bundle.h"
#include "interop/exchange_archive.h"
#include "interop/packet_capture.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace sonde::cli
{
namespace
{

using interop::ExportSecrets;
using interop::OutputPlan;

QList<QByteArray> filesOf(const OutputPlan &plan)
{
    QList<QByteArray> files;
    for (const auto &file : {plan.har, plan.pcapng, plan.bundle}) {
        if (file)
            files.append(*file);
    }
    return files;
}

http::Error unwritable(const QString &name, const QString &reason)
{
    return {.layer = http::Layer::File,
            .code = http::Code::FileUnwritable,
            .phase = http::Phase::Store,
            .sentence = QStringLiteral("The file “%1” cannot be written.").arg(name),
            .detail = reason};
}

// `write` gets the open file and returns what went wrong.
template <typename Write>
http::Result<void> writeFile(const QByteArray &path, Write write)
{
    const QString name = QFile::decodeName(path);
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(unwritable(name, file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (const http::Result<void> written = write(file); !written)
        return written;
    if (!file.commit())
        return std::unexpected(unwritable(name, file.errorString()));
    return {};
}

} // namespace

bool wantsEvidence(const OutputPlan &plan)
{
    return !filesOf(plan).isEmpty();
}

http::Result<void> checkEvidence(const OutputPlan &plan)
{
    for (const QByteArray &file : filesOf(plan)) {
        const auto checked = checkWritable(QFile::decodeName(file), Folders::MustExist);
        if (!checked)
            return checked;
    }
    return {};
}

http::Result<void> writeEvidence(const OutputPlan &plan, const client::Call &call)
{
    const auto hops = call.hops();
    const auto secrets = plan.showSecrets ? ExportSecrets::Shown : ExportSecrets::Masked;
    if (plan.har) {
        const auto written = writeFile(*plan.har, [&](QIODevice &file) -> http::Result<void> {
            file.write(QJsonDocument(interop::archiveOf(hops, secrets)).toJson());
            return {};
        });
        if (!written)
            return written;
    }
    if (plan.pcapng) {
        const auto written = writeFile(*plan.pcapng, [&](QIODevice &file) {
            return interop::writeCapture(file, hops, secrets);
        });
        if (!written)
            return written;
    }
    if (plan.bundle)
        return writeFile(*plan.bundle, [&](QIODevice &file) {
            return interop::writeBundle(file, hops, secrets);
        });
    return {};
}

} // namespace sonde::cli
