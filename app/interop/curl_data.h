// What -d, --json, --url-query and -F mean: pieces of content, each a text, a file or standard
// input. Reading them is pure; nobody opens a file here.
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace sonde::interop
{

struct DataPiece {
    enum class Source : quint8 { Text, File, Stdin };

    Source source = Source::Text;
    QByteArray value;               // the text, or the path
    QByteArray prefix;              // "name=", in front of what is encoded
    bool encoded = false;           // percent-encode what was read
    bool withoutLineBreaks = false; // -d @file drops CR, LF and NUL
    bool joined = true;             // an ampersand before it if anything stands before it

    bool operator==(const DataPiece &) const = default;
};

enum class DataSyntax : quint8 { Plain, Raw, Binary, UrlEncode, UrlQuery, Json };
[[nodiscard]] DataPiece readDataPiece(const QByteArray &argument, DataSyntax syntax);

// application/x-www-form-urlencoded as curl writes it: unreserved characters stay, a space becomes
// "+".
[[nodiscard]] QByteArray formEncoded(QByteArrayView octets);

// What one piece becomes, given the octets of its source.
[[nodiscard]] QByteArray pieceOctets(const DataPiece &piece, QByteArray source);

// All pieces as one text, if none needs a file or standard input.
[[nodiscard]] std::optional<QByteArray> joinedText(const std::vector<DataPiece> &pieces);

struct FormField {
    enum class Source : quint8 { Text, File, TextOfFile };

    Source source = Source::Text;
    QByteArray name;
    QByteArray value; // the text, or the path
    QByteArray mediaType;
    std::optional<QByteArray> fileName;

    bool operator==(const FormField &) const = default;
};

struct FormArgument {
    std::vector<FormField> fields; // several for `name=@a,b`
    bool understood = true;        // false: nested parts, encoders, part headers
};

// `name=content` of -F; nothing if there is no "=".
[[nodiscard]] std::optional<FormArgument> readFormArgument(const QByteArray &argument);
// `name=content` of --form-string.
[[nodiscard]] std::optional<FormField> readFormString(const QByteArray &argument);

} // namespace sonde::interop
