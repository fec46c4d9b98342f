#include "trace/hpack.h"

namespace sonde::trace
{

http::Headers HeaderBlock::headers() const
{
    http::Headers result;
    result.reserve(qsizetype(fields.size()));
    for (const WireField &field : fields)
        result.append({field.name, field.value, field.form == FieldForm::NeverIndexed});
    return result;
}

std::span<const HpackEntry> HpackHistory::held(const HpackTable &table) const
{
    const size_t end = size_t(std::min<quint64>(table.inserted, entries.size()));
    const size_t begin = size_t(std::min<quint64>(table.evicted, end));
    return std::span(entries).subspan(begin, end - begin);
}

double HpackHistory::saved() const
{
    return textOctets == 0 ? 0 : 1 - double(wireOctets) / double(textOctets);
}

quint64 textOctets(QByteArrayView name, QByteArrayView value)
{
    const auto octets = quint64(value.size());
    if (name == ":method")
        return octets + 1; // "GET "
    if (name == ":path")
        return octets + quint64(sizeof " HTTP/1.1\r\n" - 1);
    if (name == ":authority")
        return octets + quint64(sizeof "Host: \r\n" - 1);
    if (name == ":status")
        return octets + quint64(sizeof "HTTP/1.1  \r\n" - 1); // the reason phrase may be empty
    if (name.startsWith(':'))
        return 0;
    return quint64(name.size()) + octets + quint64(sizeof ": \r\n" - 1);
}

QByteArrayView name(FieldForm form)
{
    switch (form) {
    case FieldForm::Indexed:
        return "indexed";
    case FieldForm::LiteralIndexed:
        return "literal-indexed";
    case FieldForm::Literal:
        return "literal";
    case FieldForm::NeverIndexed:
        return "never-indexed";
    }
    Q_UNREACHABLE();
}

} // namespace sonde::trace
