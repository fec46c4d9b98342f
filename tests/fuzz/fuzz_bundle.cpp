// Any file that is opened as an evidence bundle is refused with a sentence, or every view of it can
// be computed and it can be written again.
#include "client/connection_record.h"
#include "interop/evidence_bundle.h"
#include "interop/packet_capture.h"
#include "tests/fuzz/fuzz.h"
#include "trace/phases.h"
#include "trace/windows.h"

#include <QBuffer>

using namespace sonde;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size > 256 * 1024)
        return 0;
    QByteArray octets = fuzz::octets(data, size).toByteArray();
    QBuffer file(&octets);
    file.open(QIODevice::ReadOnly);
    const auto bundle = interop::readBundle(file);
    if (!bundle) {
        INVARIANT(!bundle.error().sentence.isEmpty());
        return 0;
    }
    const auto hops = bundle->call->hops();
    for (const client::Hop &hop : hops) {
        const auto state = hop.exchange->state();
        (void)trace::phases(state);
        if (!state.connection)
            continue;
        client::ConnectionRecord record(state.connection);
        while (record.readOn() == client::ConnectionRecord::News::Some) {
        }
        if (record.conversation())
            (void)trace::stalls(*record.conversation());
    }
    QBuffer again;
    again.open(QIODevice::WriteOnly);
    (void)interop::writeBundle(again, hops, interop::ExportSecrets::Masked);
    (void)interop::writeCapture(again, hops, interop::ExportSecrets::Masked);
    return 0;
}
