#include "wire/hpack_decoder.h"

#include "wire/hpack_huffman.h"
#include "wire/hpack_static_table.h"

namespace sonde::wire
{
namespace
{

constexpr quint32 compressionError = 9; // RFC 9113 section 7
constexpr quint64 firstDynamicIndex = hpackStaticTable.size() + 1;
// No integer of HPACK has a use for more: an index, a length within a block, a table size.
constexpr quint64 maxInteger = 0xffffffff;

QString cutOff()
{
    return QStringLiteral("The block ends inside a field.");
}

} // namespace

struct HpackDecoder::Input {
    QByteArrayView rest;

    // RFC 7541 section 5.1; the first octet has been looked at, not taken. Nothing if it is cut off
    // or absurd.
    [[nodiscard]] std::optional<quint64> integer(int prefixBits)
    {
        const quint64 mask = (quint64(1) << prefixBits) - 1;
        quint64 value = take() & mask;
        if (value < mask)
            return value;
        for (int shift = 0; !rest.isEmpty(); shift += 7) {
            const quint8 octet = take();
            value += quint64(octet & 0x7f) << shift;
            if (value > maxInteger || shift > 28)
                return std::nullopt;
            if ((octet & 0x80) == 0)
                return value;
        }
        return std::nullopt;
    }
    quint8 take()
    {
        const auto octet = quint8(rest.front());
        rest = rest.sliced(1);
        return octet;
    }
};

void HpackDecoder::setCeiling(quint32 octets)
{
    m_table.ceiling = octets;
    // RFC 7541 section 4.2: of several changes between two blocks the smallest must be announced.
    if (octets < m_owedLimit.value_or(m_table.limit))
        m_owedLimit = octets;
}

trace::HeaderBlock HpackDecoder::decode(QByteArrayView octets, quint64 number)
{
    trace::HeaderBlock block;
    block.before = m_table;
    block.wireOctets = quint64(octets.size());
    block.textOctets = 2; // the empty line
    QString problem;
    if (m_broken) {
        problem = QStringLiteral("An earlier header block could not be decoded, so the table that "
                                 "this one was written with is not known.");
    } else {
        Input in{octets};
        const auto firstEntry = m_history.entries.size();
        problem = read(in, block);
        for (auto i = firstEntry; i < m_history.entries.size(); ++i)
            m_history.entries[i].block = number;
    }
    if (!problem.isEmpty()) {
        m_broken = true;
        block.verdict = {.kind = trace::Verdict::Kind::Violation,
                         .code = compressionError,
                         .section = "RFC 9113 section 4.3",
                         .sentence = std::move(problem)};
    }
    block.after = m_table;
    m_history.wireOctets += block.wireOctets;
    m_history.textOctets += block.textOctets;
    return block;
}

// The empty string, or what is wrong.
QString HpackDecoder::read(Input &in, trace::HeaderBlock &block)
{
    quint64 listOctets = 0;
    bool fieldsBegun = false;
    while (!in.rest.isEmpty()) {
        const auto first = quint8(in.rest.front());
        if ((first & 0xe0) == 0x20) {
            // RFC 7541 section 4.2: an update stands at the beginning of a block.
            if (fieldsBegun)
                return QStringLiteral("The table size is changed in the middle of a block.");
            if (auto problem = readLimit(in, block); !problem.isEmpty())
                return problem;
            continue;
        }
        if (m_owedLimit)
            return QStringLiteral(
                       "The table may hold %1 octets at most since SETTINGS said so, and "
                       "the block does not begin with that.")
                .arg(*m_owedLimit);
        fieldsBegun = true;
        trace::WireField field;
        const auto before = in.rest.size();
        if (auto problem = readField(in, field); !problem.isEmpty())
            return problem;
        field.wireOctets = quint32(before - in.rest.size());
        if (field.form == trace::FieldForm::LiteralIndexed)
            insert(field);
        keep(block, std::move(field), listOctets);
    }
    return {};
}

void HpackDecoder::keep(trace::HeaderBlock &block, trace::WireField field, quint64 &listOctets)
{
    block.textOctets += trace::textOctets(field.name, field.value);
    listOctets += quint64(field.name.size() + field.value.size()) + 32;
    if (block.fields.size() < maxFields && listOctets <= maxListOctets)
        block.fields.push_back(std::move(field));
    else
        ++block.fieldsLeftOut;
}

QString HpackDecoder::readLimit(Input &in, trace::HeaderBlock &block)
{
    const auto limit = in.integer(5);
    if (!limit)
        return cutOff();
    // RFC 7541 section 6.3.
    if (*limit > m_table.ceiling)
        return QStringLiteral(
                   "The table size is set to %1 octets, above the %2 that SETTINGS allows.")
            .arg(*limit)
            .arg(m_table.ceiling);
    if (m_owedLimit && *limit <= *m_owedLimit)
        m_owedLimit.reset();
    block.limitUpdates.push_back(*limit);
    m_table.limit = *limit;
    evictDownTo(*limit);
    return {};
}

QString HpackDecoder::readField(Input &in, trace::WireField &field)
{
    using Form = trace::FieldForm;
    const auto first = quint8(in.rest.front());
    if (first & 0x80) {
        const auto index = in.integer(7);
        if (!index)
            return cutOff();
        if (*index == 0)
            return QStringLiteral("A field has index 0, which means none.");
        return resolve(*index, field);
    }
    field.form = first & 0x40   ? Form::LiteralIndexed
                 : first & 0x10 ? Form::NeverIndexed
                                : Form::Literal;
    const auto index = in.integer(field.form == Form::LiteralIndexed ? 6 : 4);
    if (!index)
        return cutOff();
    if (*index != 0) {
        if (auto problem = resolve(*index, field); !problem.isEmpty())
            return problem;
    } else {
        Text name;
        if (auto problem = readText(in, name); !problem.isEmpty())
            return problem;
        field.name = std::move(name.octets);
        field.nameHuffman = name.huffman;
    }
    Text value;
    if (auto problem = readText(in, value); !problem.isEmpty())
        return problem;
    field.value = std::move(value.octets);
    field.valueHuffman = value.huffman;
    return {};
}

QString HpackDecoder::readText(Input &in, Text &text)
{
    if (in.rest.isEmpty())
        return cutOff();
    text.huffman = (in.rest.front() & 0x80) != 0;
    const auto length = in.integer(7);
    if (!length || *length > quint64(in.rest.size()))
        return cutOff();
    const auto octets = in.rest.first(qsizetype(*length));
    in.rest = in.rest.sliced(qsizetype(*length));
    if (!text.huffman) {
        text.octets = octets.toByteArray();
        return {};
    }
    auto decoded = decodeHuffman(octets);
    if (!decoded)
        return QStringLiteral("A string is not right Huffman code.");
    text.octets = *std::move(decoded);
    return {};
}

// RFC 7541 section 2.3.3: static entries first, then the dynamic ones from the newest to the
// oldest.
QString HpackDecoder::resolve(quint64 index, trace::WireField &field) const
{
    field.index = quint32(index);
    if (index < firstDynamicIndex) {
        const auto &entry = hpackStaticTable[size_t(index - 1)];
        // No copy: the table lives as long as the program.
        field.name = QByteArray::fromRawData(entry.name.data(), entry.name.size());
        field.value = QByteArray::fromRawData(entry.value.data(), entry.value.size());
        return {};
    }
    const quint64 age = index - firstDynamicIndex;
    if (age >= m_table.inserted - m_table.evicted)
        return QStringLiteral("A field has index %1, and the table ends at %2.")
            .arg(index)
            .arg(firstDynamicIndex + m_table.inserted - m_table.evicted - 1);
    const quint64 number = m_table.inserted - 1 - age;
    field.name = m_history.entries[size_t(number)].name;
    field.value = m_history.entries[size_t(number)].value;
    field.refersTo = number;
    return {};
}

void HpackDecoder::insert(trace::WireField &field)
{
    trace::HpackEntry entry{field.name, field.value};
    const quint64 size = entry.size();
    // RFC 7541 section 4.4: an entry larger than the table empties it and is no error.
    if (size > m_table.limit) {
        evictDownTo(0);
        return;
    }
    evictDownTo(m_table.limit - size);
    field.became = m_table.inserted++;
    m_table.size += size;
    m_history.entries.push_back(std::move(entry));
}

void HpackDecoder::evictDownTo(quint64 octets)
{
    while (m_table.size > octets)
        m_table.size -= m_history.entries[size_t(m_table.evicted++)].size();
}

} // namespace sonde::wire
