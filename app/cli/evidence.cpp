#include "cli/evidence.h"

#include "cli/file_check.h"
#include "interop/call_file.h"

#include <QFile>

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
    using interop::CallForm;
    const auto hops = call.hops();
    const auto secrets = plan.showSecrets ? ExportSecrets::Shown : ExportSecrets::Masked;
    const std::pair<const std::optional<QByteArray> &, CallForm> wanted[] = {
        {plan.har, CallForm::Archive},
        {plan.pcapng, CallForm::Capture},
        {plan.bundle, CallForm::Bundle}};
    for (const auto &[path, form] : wanted) {
        if (!path)
            continue;
        const auto written = interop::writeCall(QFile::decodeName(*path), form, hops, secrets);
        if (!written)
            return written;
    }
    return {};
}

} // namespace sonde::cli
