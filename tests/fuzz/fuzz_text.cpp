// However they are cut, octets are the same events; every row has its octets and every unit of
// decoded text its place in them.
#include "body/charset.h"
#include "body/row_index.h"
#include "tests/fuzz/fuzz.h"
#include "wire/event_reader.h"

using namespace sonde;

namespace
{

std::vector<wire::StreamEvent> events(wire::EventReader::Form form, QByteArrayView octets,
                                      qsizetype step)
{
    std::vector<wire::StreamEvent> all;
    const auto reader = wire::EventReader::make(form);
    const auto take = [&] {
        while (auto event = reader->next())
            all.push_back(*std::move(event));
    };
    while (!octets.isEmpty()) {
        const auto piece = octets.first(std::min(step, octets.size()));
        reader->feed(piece);
        take();
        octets = octets.sliced(piece.size());
    }
    reader->finish();
    take();
    return all;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 1 || size > 64 * 1024)
        return 0;
    const auto all = fuzz::octets(data, size);
    const auto how = quint8(all.front());
    const auto octets = all.sliced(1);
    const auto form = wire::EventReader::Form(how & 1);
    INVARIANT(events(form, octets, octets.size() + 1) == events(form, octets, 1 + (how >> 3)));

    const auto charsets = body::charsetChoices();
    const QByteArrayView charset = charsets[how % charsets.size()];
    body::CharsetDecoder decoder(charset);
    const auto decoded = decoder.decode(octets);
    INVARIANT(decoded.octetAt.size() == size_t(decoded.text.size()) + 1);
    INVARIANT(std::ranges::is_sorted(decoded.octetAt));
    INVARIANT(decoded.octetAt.back() == octets.size());
    (void)body::chooseCharset(octets, charset);

    body::RowIndex index(body::rowCodingOf(charset));
    auto rest = octets;
    while (!rest.isEmpty()) {
        const qint64 taken = index.take(rest, body::Following::Nothing);
        INVARIANT(taken >= 0 && taken <= rest.size());
        if (taken == 0)
            break;
        rest = rest.sliced(taken);
    }
    INVARIANT(index.next().offset <= octets.size());
    return 0;
}
