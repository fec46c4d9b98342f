#include "body/recoding.h"

#include "body/charset.h"

namespace sonde::body
{
namespace
{

constexpr char16_t byteOrderMark = 0xFEFF;

class ToUtf8 final : public Derivation
{
public:
    explicit ToUtf8(const QByteArray &charset)
        : m_decoder(charset)
        , m_coding(rowCodingOf(charset))
    {
    }

    http::Result<void> feed(QByteArrayView octets, const Sink &sink) override
    {
        m_rest.append(octets);
        return recode(Following::More, sink);
    }

    http::Result<void> finish(const Sink &sink) override
    {
        return recode(Following::Nothing, sink);
    }

private:
    // Row by row: there no character is split.
    http::Result<void> recode(Following following, const Sink &sink)
    {
        QByteArray text;
        QByteArrayView octets(m_rest);
        while (!octets.isEmpty()) {
            const auto end = rowEnd(octets, following, m_coding);
            if (!end)
                break;
            const QString row = m_decoder.decode(octets.first(end->length)).text;
            const bool marked = std::exchange(m_atBegin, false) && row.startsWith(byteOrderMark);
            text += QStringView(row).sliced(marked ? 1 : 0).toUtf8();
            octets = octets.sliced(end->length);
        }
        m_rest = octets.toByteArray();
        return text.isEmpty() ? http::Result<void>() : sink(text);
    }

    CharsetDecoder m_decoder;
    const RowCoding m_coding;
    QByteArray m_rest; // less than a row
    bool m_atBegin = true;
};

} // namespace

std::unique_ptr<Derivation> toUtf8(const QByteArray &charset)
{
    return std::make_unique<ToUtf8>(charset);
}

} // namespace sonde::body
