// However it is cut, JSON has the same fault or none; a query of any text over any text ends.
#include "body/byte_store.h"
#include "body/json_checker.h"
#include "body/json_path_run.h"
#include "tests/fuzz/fuzz.h"

using namespace sonde;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size > 16 * 1024)
        return 0;
    const auto all = fuzz::octets(data, size);
    body::JsonChecker whole;
    whole.feed(all);
    whole.finish();
    body::JsonChecker pieces;
    for (const char &octet : all)
        pieces.feed(QByteArrayView(&octet, 1));
    pieces.finish();
    INVARIANT(whole.fault() == pieces.fault());

    // What stands before the first line end is the expression.
    const qsizetype end = all.indexOf('\n');
    if (end < 0)
        return 0;
    auto path = body::JsonPath::parse(all.first(end));
    if (!path)
        return 0;
    const auto store = std::make_shared<body::ByteStore>();
    INVARIANT(store->append(all.sliced(end + 1)));
    store->finish();
    body::JsonPathRun run(*std::move(path), store);
    body::JsonMatch match;
    for (int matches = 0; matches < 1000; ++matches) {
        if (run.next(match) != body::JsonPathRun::Step::Match)
            break;
        INVARIANT(match.from >= 0 && match.from <= match.to && match.to <= store->size());
    }
    return 0;
}
