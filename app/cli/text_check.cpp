#include "cli/text_check.h"

namespace sonde::cli
{
namespace
{

// Where the last character of the text begins, if its end is missing; otherwise the text's end.
qsizetype cutAt(const QByteArray &text)
{
    // A character has at most three continuation octets.
    for (int back = 1; back <= 4 && back <= text.size(); ++back) {
        const auto c = quint8(text[text.size() - back]);
        if (c < 0x80)
            break;
        if (c >= 0xc0) {
            const int length = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
            return length > back ? text.size() - back : text.size();
        }
    }
    return text.size();
}

} // namespace

void TextCheck::add(const QByteArray &piece)
{
    m_valid = m_valid && !piece.contains('\0');
    if (!m_valid)
        return;
    const QByteArray text = m_rest + piece;
    const qsizetype end = cutAt(text);
    m_rest = text.sliced(end);
    m_valid = QByteArrayView(text).first(end).isValidUtf8();
}

} // namespace sonde::cli
