// Any script becomes commands with their requests, or one sentence.
#include "interop/curl_command.h"
#include "interop/importer.h"
#include "tests/fuzz/fuzz.h"

using namespace sonde;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size > 16 * 1024)
        return 0;
    const QByteArray octets = fuzz::octets(data, size).toByteArray();
    const auto script = interop::parseCurlScript(QString::fromUtf8(octets));
    INVARIANT(script || !script.error().sentence.isEmpty());
    const auto read =
        interop::readForeign(octets, QStringLiteral("fuzz"), interop::curlImporter.id);
    INVARIANT(read || !read.error().sentence.isEmpty());
    return 0;
}
