#include "interop/curl_data.h"

#include <algorithm>

namespace sonde::interop
{
namespace
{

// `content`, `=content`, `name=content`, `@file`, `name@file`.
DataPiece readEncoded(const QByteArray &argument)
{
    DataPiece piece{.encoded = true};
    qsizetype mark = argument.indexOf('=');
    if (mark < 0)
        mark = argument.indexOf('@');
    if (mark < 0) {
        piece.value = argument;
        return piece;
    }
    if (mark > 0)
        piece.prefix = argument.first(mark) + '=';
    piece.value = argument.sliced(mark + 1);
    if (argument[mark] == '@')
        piece.source = piece.value == "-" ? DataPiece::Source::Stdin : DataPiece::Source::File;
    return piece;
}

class FormReader
{
public:
    FormReader(QByteArray name, QByteArrayView text)
        : m_name(std::move(name))
        , m_text(text)
    {
    }

    FormArgument read()
    {
        if (m_text.startsWith('(') || m_text.startsWith("=(")) {
            m_result.understood = false;
            return m_result;
        }
        using Source = FormField::Source;
        const char mark = m_text.isEmpty() ? '\0' : m_text.front();
        const Source source = mark == '@'   ? Source::File
                              : mark == '<' ? Source::TextOfFile
                                            : Source::Text;
        if (source != Source::Text)
            ++m_at;
        do {
            FormField field{.source = source, .name = m_name};
            field.value = word(source == Source::File ? ",;" : ";");
            parameters(field);
            m_result.fields.push_back(std::move(field));
        } while (source == Source::File && skip(','));
        return m_result;
    }

private:
    bool skip(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t'))
            ++m_at;
    }

    // A quoted word, in which a backslash takes the meaning of a quote and of itself away, or
    // everything up to a terminator.
    QByteArray word(QByteArrayView terminators)
    {
        skipBlanks();
        QByteArray result;
        const qsizetype start = m_at;
        if (skip('"')) {
            while (m_at < m_text.size()) {
                const char c = m_text[m_at++];
                if (c == '"') {
                    skipBlanks();
                    return result;
                }
                const bool escape = c == '\\' && m_at < m_text.size() &&
                                    (m_text[m_at] == '"' || m_text[m_at] == '\\');
                result += escape ? m_text[m_at++] : c;
            }
            m_at = start; // never closed: the quote was an ordinary character
            result.clear();
        }
        while (m_at < m_text.size() && !terminators.contains(m_text[m_at]))
            result += m_text[m_at++];
        return result;
    }

    void parameters(FormField &field)
    {
        while (skip(';')) {
            skipBlanks();
            const QByteArrayView rest = m_text.sliced(m_at);
            if (rest.startsWith("type=")) {
                m_at += 5;
                field.mediaType = mediaType();
            } else if (rest.startsWith("filename=")) {
                m_at += 9;
                field.fileName = word(",;");
            } else {
                // encoder=, headers= and what curl would warn of
                m_result.understood = false;
                (void)word(",;");
            }
        }
    }

    // The type may have parameters of its own, which look like ours.
    QByteArray mediaType()
    {
        QByteArray type = word(",;");
        while (m_at < m_text.size() && m_text[m_at] == ';') {
            QByteArrayView rest = m_text.sliced(m_at + 1);
            while (rest.startsWith(' '))
                rest = rest.sliced(1);
            if (rest.startsWith("filename=") || rest.startsWith("headers=") ||
                rest.startsWith("encoder="))
                break;
            do
                type += m_text[m_at++];
            while (m_at < m_text.size() && m_text[m_at] != ';' && m_text[m_at] != ',');
        }
        return type.trimmed();
    }

    QByteArray m_name;
    QByteArrayView m_text;
    qsizetype m_at = 0;
    FormArgument m_result;
};

} // namespace

DataPiece readDataPiece(const QByteArray &argument, DataSyntax syntax)
{
    switch (syntax) {
    case DataSyntax::UrlEncode:
        return readEncoded(argument);
    case DataSyntax::UrlQuery:
        if (argument.startsWith('+'))
            return {.value = argument.sliced(1)};
        return readEncoded(argument);
    case DataSyntax::Raw:
        return {.value = argument};
    case DataSyntax::Plain:
    case DataSyntax::Binary:
    case DataSyntax::Json:
        break;
    }
    DataPiece piece{.joined = syntax != DataSyntax::Json};
    if (!argument.startsWith('@')) {
        piece.value = argument;
        return piece;
    }
    piece.value = argument.sliced(1);
    piece.source = piece.value == "-" ? DataPiece::Source::Stdin : DataPiece::Source::File;
    piece.withoutLineBreaks = syntax == DataSyntax::Plain;
    return piece;
}

QByteArray formEncoded(QByteArrayView octets)
{
    QByteArray text = octets.toByteArray().toPercentEncoding(" ", {});
    text.replace(' ', '+');
    return text;
}

QByteArray pieceOctets(const DataPiece &piece, QByteArray source)
{
    if (piece.withoutLineBreaks)
        source.removeIf([](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    return piece.prefix + (piece.encoded ? formEncoded(source) : source);
}

std::optional<QByteArray> joinedText(const std::vector<DataPiece> &pieces)
{
    QByteArray text;
    for (const DataPiece &piece : pieces) {
        if (piece.source != DataPiece::Source::Text)
            return std::nullopt;
        if (piece.joined && !text.isEmpty())
            text += '&';
        text += pieceOctets(piece, piece.value);
    }
    return text;
}

std::optional<FormArgument> readFormArgument(const QByteArray &argument)
{
    const qsizetype equals = argument.indexOf('=');
    if (equals < 0)
        return std::nullopt;
    return FormReader(argument.first(equals), QByteArrayView(argument).sliced(equals + 1)).read();
}

std::optional<FormField> readFormString(const QByteArray &argument)
{
    const qsizetype equals = argument.indexOf('=');
    if (equals < 0)
        return std::nullopt;
    return FormField{.name = argument.first(equals), .value = argument.sliced(equals + 1)};
}

} // namespace sonde::interop
