#include "cli/evidence.h"

#include "cli/file_check.h"
#include "history/recording.h"
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

http::Result<void> keepInHistory(const std::vector<client::Hop> &hops)
{
    if (!history::wasSent(hops))
        return {};
    const auto store = history::Store::open(history::defaultFolder());
    if (!store)
        return std::unexpected(store.error());
    return history::keep(**store, hops,
                         {.document = history::documentOf(hops.front()), .file = {}, .secrets = {}},
                         keptLimits());
}

} // namespace

history::Limits keptLimits()
{
    history::Limits limits = history::limitsOfThisUser();
    limits.isOn = true;
    limits.keepsSecrets = false;
    return limits;
}

bool wantsEvidence(const OutputPlan &plan)
{
    return plan.history || !filesOf(plan).isEmpty();
}

http::Result<void> checkEvidence(const OutputPlan &plan)
{
    for (const QByteArray &file : filesOf(plan)) {
        const auto checked = checkWritable(QFile::decodeName(file), Folders::MustExist);
        if (!checked)
            return checked;
    }
    if (plan.history) {
        if (const auto store = history::Store::open(history::defaultFolder()); !store)
            return std::unexpected(store.error());
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
    return plan.history ? keepInHistory(hops) : http::Result<void>();
}

} // namespace sonde::cli
