// Whatever the text and the state it begins in, the coloured stretches of a row lie in order within
// it, and the state is the same whether colours were asked for or not.
#include "tests/fuzz/fuzz.h"
#include "ui/widgets/body_view/lexer.h"

using namespace sonde;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 1 || size > 16 * 1024)
        return 0;
    const auto all = fuzz::octets(data, size);
    const auto how = quint8(all.front());
    const auto syntax = ui::Syntax(how % 5);
    auto state = ui::LexState((how >> 3) % 7);
    const QString text = QString::fromUtf8(all.sliced(1));
    for (const QStringView row : QStringView(text).split(u'\n')) {
        std::vector<ui::Span> spans;
        const auto after = ui::lexRow(syntax, row, state, &spans);
        INVARIANT(after == ui::lexRow(syntax, row, state, nullptr));
        qint32 end = 0;
        for (const ui::Span &span : spans) {
            INVARIANT(span.start >= end && span.length > 0);
            end = span.start + span.length;
        }
        INVARIANT(end <= row.size());
        state = after;
    }
    return 0;
}
