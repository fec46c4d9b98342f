// However it is cut, text is laid out the same, with nothing but white space changed; and whatever
// the octets, the XML tree's children lie in order within them.
#include "body/byte_store.h"
#include "body/formatter.h"
#include "body/xml_tree.h"
#include "tests/fuzz/fuzz.h"

using namespace sonde;

namespace
{

QByteArray laidOut(body::Language language, QByteArrayView octets, qsizetype step)
{
    const auto formatter = body::Formatter::make(language);
    QByteArray result;
    while (!octets.isEmpty()) {
        const auto piece = octets.first(std::min(step, octets.size()));
        formatter->feed(piece, result);
        octets = octets.sliced(piece.size());
    }
    formatter->finish(result);
    return result;
}

QByteArray withoutSpace(QByteArray text)
{
    text.removeIf(
        [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; });
    return text;
}

void walk(body::JsonInput &input, const std::optional<body::TreeChild> &container, qint64 size,
          int &left)
{
    const auto children = body::xmlTree().childrenOf(container);
    while (children->advance(input, 4096) == body::TreeChildren::Progress::Partial) {
    }
    INVARIANT(children->isWhole());
    qint64 before = container ? container->from : 0;
    for (const auto &child : children->children(input, 0, children->count())) {
        INVARIANT(child.from >= before && child.from <= size);
        before = child.from;
        (void)body::xmlTree().name(input, child, 300);
        (void)body::xmlTree().value(input, child, 300);
        const auto end = body::xmlTree().end(input, child);
        INVARIANT(end && *end >= child.from && *end <= size);
        if (child.isContainer && --left > 0)
            walk(input, child, size, left);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 1 || size > 16 * 1024)
        return 0;
    const auto all = fuzz::octets(data, size);
    const auto how = quint8(all.front());
    const auto octets = all.sliced(1);
    const auto language = body::Language(how % 5);
    const QByteArray whole = laidOut(language, octets, octets.size() + 1);
    INVARIANT(whole == laidOut(language, octets, 1 + (how >> 4)));
    INVARIANT(withoutSpace(whole) == withoutSpace(octets.toByteArray()));
    if (language != body::Language::Xml)
        return 0;
    const auto store = std::make_shared<body::ByteStore>();
    INVARIANT(store->append(octets));
    store->finish();
    body::JsonInput input(store);
    int left = 50;
    walk(input, std::nullopt, octets.size(), left);
    const auto places = body::xmlTree().places(input, how * octets.size() / 256);
    INVARIANT(places);
    (void)body::xmlTree().path(input, *places);
    return 0;
}
