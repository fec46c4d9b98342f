// Any document that is imported becomes requests or one sentence; any archive that is opened
// becomes exchanges that every view can be computed of, and that can be saved again. What is no
// JSON is left to fuzz_curl.
#include "interop/evidence_bundle.h"
#include "interop/exchange_archive.h"
#include "interop/importer.h"
#include "interop/recorded_file.h"
#include "interop/recorded_request.h"
#include "tests/fuzz/fuzz.h"
#include "trace/phases.h"

#include <QBuffer>

using namespace sonde;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size > 256 * 1024)
        return 0;
    const QByteArray octets = fuzz::octets(data, size).toByteArray();
    for (const interop::Importer &importer : interop::importers()) {
        if (importer.id == interop::curlImporter.id || !importer.recognises(octets))
            continue;
        const auto read = interop::readForeign(octets, QStringLiteral("fuzz"), importer.id);
        INVARIANT(read || !read.error().sentence.isEmpty());
    }
    const auto recorded = interop::readArchive(octets);
    if (!recorded) {
        INVARIANT(!recorded.error().sentence.isEmpty());
        return 0;
    }
    const auto hops = recorded->call->hops();
    INVARIANT(!hops.empty() && hops.size() <= interop::maxArchiveHops);
    for (const client::Hop &hop : hops) {
        const auto state = hop.exchange->state();
        INVARIANT(state.isOver() && !state.events.empty());
        INVARIANT(std::ranges::is_sorted(state.events, {}, &trace::Event::at));
        (void)trace::phases(state);
        (void)interop::documentOf(state.request);
    }
    (void)interop::archiveOf(hops, interop::ExportSecrets::Masked);
    QBuffer bundle;
    bundle.open(QIODevice::ReadWrite);
    INVARIANT(interop::writeBundle(bundle, hops, interop::ExportSecrets::Shown));
    bundle.seek(0);
    const auto again = interop::readBundle(bundle);
    INVARIANT(again && again->call->hops().size() == hops.size());
    return 0;
}
