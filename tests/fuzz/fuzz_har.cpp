// Any document that is imported becomes requests or one sentence.
#include "interop/importer.h"
#include "tests/fuzz/fuzz.h"

using namespace sonde;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size > 256 * 1024)
        return 0;
    const auto read =
        interop::readForeign(fuzz::octets(data, size).toByteArray(), QStringLiteral("fuzz"));
    INVARIANT(read || !read.error().sentence.isEmpty());
    return 0;
}
