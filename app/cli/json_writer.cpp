#include "cli/json_writer.h"

namespace sonde::cli
{
namespace
{

constexpr qsizetype heldLimit = 8 * 1024; // octets collected before they are handed on

} // namespace

JsonWriter::JsonWriter(Out out)
    : m_out(std::move(out))
{
}

JsonWriter::~JsonWriter()
{
    if (!m_held.isEmpty())
        m_out(m_held);
}

void JsonWriter::write(QByteArrayView text)
{
    m_held.append(text);
    if (m_held.size() < heldLimit)
        return;
    m_out(m_held);
    m_held.clear();
}

void JsonWriter::beforeEntry()
{
    if (m_levels.empty())
        return;
    Level &level = m_levels.back();
    if (level.entries++ > 0)
        write(level.lines == Lines::One ? ", " : ",");
    if (level.lines == Lines::Many)
        write('\n' + QByteArray(qsizetype(m_levels.size()) * 2, ' '));
}

void JsonWriter::beforeValue()
{
    if (!m_afterKey)
        beforeEntry();
    m_afterKey = false;
}

void JsonWriter::beginObject(Lines lines)
{
    beforeValue();
    write("{");
    m_levels.push_back({.lines = lines});
}

void JsonWriter::beginArray(Lines lines)
{
    beforeValue();
    write("[");
    m_levels.push_back({.lines = lines});
}

void JsonWriter::endLevel(char bracket)
{
    const Level level = m_levels.back();
    m_levels.pop_back();
    if (level.entries > 0 && level.lines == Lines::Many)
        write('\n' + QByteArray(qsizetype(m_levels.size()) * 2, ' '));
    write(QByteArrayView(&bracket, 1));
    if (m_levels.empty())
        write("\n");
}

void JsonWriter::endObject()
{
    endLevel('}');
}

void JsonWriter::endArray()
{
    endLevel(']');
}

void JsonWriter::key(QByteArrayView name)
{
    string(name);
    write(": ");
    m_afterKey = true;
}

void JsonWriter::string(const QString &text)
{
    beginString();
    stringPiece(text.toUtf8());
    endString();
}

void JsonWriter::string(QByteArrayView octets)
{
    beginString();
    if (octets.isValidUtf8())
        stringPiece(octets);
    else
        stringPiece(QString::fromLatin1(octets).toUtf8());
    endString();
}

void JsonWriter::number(qint64 number)
{
    beforeValue();
    write(QByteArray::number(number));
}

void JsonWriter::number(std::optional<qint64> value)
{
    if (value)
        number(*value);
    else
        null();
}

void JsonWriter::plain(QByteArrayView number)
{
    beforeValue();
    write(number);
}

void JsonWriter::boolean(bool value)
{
    beforeValue();
    write(value ? "true" : "false");
}

void JsonWriter::textOrNull(QByteArrayView name, const QString &text)
{
    key(name);
    if (text.isEmpty())
        null();
    else
        string(text);
}

void JsonWriter::null()
{
    beforeValue();
    write("null");
}

void JsonWriter::beginString()
{
    beforeValue();
    write("\"");
}

// RFC 8259 section 7: quote, backslash and the controls must be escaped.
void JsonWriter::stringPiece(QByteArrayView utf8)
{
    static constexpr QByteArrayView names = "\b\t\n\f\r";
    static constexpr QByteArrayView letters = "btnfr";
    qsizetype plain = 0; // from here on nothing has been written yet
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const auto c = quint8(utf8[i]);
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
            continue;
        write(utf8.sliced(plain, i - plain));
        plain = i + 1;
        if (const qsizetype named = c ? names.indexOf(char(c)) : -1; named >= 0)
            write(QByteArray("\\") + letters[named]);
        else if (c == '"' || c == '\\')
            write(QByteArray("\\") + char(c));
        else
            write("\\u" + QByteArray::number(c, 16).rightJustified(4, '0'));
    }
    write(utf8.sliced(plain));
}

void JsonWriter::endString()
{
    write("\"");
}

} // namespace sonde::cli
