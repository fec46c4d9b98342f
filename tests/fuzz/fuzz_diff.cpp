// What is said to differ between two sequences makes the second out of the first; two JSON texts
// compared with themselves do not differ, and with any other every change lies within them.
#include "body/byte_store.h"
#include "body/json_diff.h"
#include "body/sequence_diff.h"
#include "tests/fuzz/fuzz.h"

using namespace sonde;

namespace
{

std::shared_ptr<body::ByteStore> storeOf(QByteArrayView octets)
{
    auto store = std::make_shared<body::ByteStore>();
    INVARIANT(store->append(octets));
    store->finish();
    return store;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 2 || size > 8 * 1024)
        return 0;
    const auto all = fuzz::octets(data, size);
    const auto order = body::ElementOrder(quint8(all.front()) & 1);
    const auto rest = all.sliced(1);
    const qsizetype cut = rest.indexOf('\n');
    const auto first = rest.first(cut < 0 ? rest.size() / 2 : cut);
    const auto second = rest.sliced(cut < 0 ? rest.size() / 2 : cut + 1);

    const std::vector<quint64> a(first.begin(), first.end());
    const std::vector<quint64> b(second.begin(), second.end());
    std::vector<quint64> made;
    qint64 at = 0;
    for (const auto &one : body::diffSequences(a, b).stretches) {
        INVARIANT(one.first >= at && one.first + one.firstCount <= qint64(a.size()));
        made.insert(made.end(), a.begin() + at, a.begin() + one.first);
        made.insert(made.end(), b.begin() + one.second, b.begin() + one.second + one.secondCount);
        at = one.first + one.firstCount;
    }
    made.insert(made.end(), a.begin() + at, a.end());
    INVARIANT(made == b);

    const auto one = storeOf(first);
    const auto other = storeOf(second);
    INVARIANT(body::diffJson(one, one, order).changes.empty());
    for (const auto &change : body::diffJson(one, other, order).changes) {
        INVARIANT(change.firstFrom >= 0 && change.firstTo <= first.size());
        INVARIANT(change.secondFrom >= 0 && change.secondTo <= second.size());
    }
    return 0;
}
