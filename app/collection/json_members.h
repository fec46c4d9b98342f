// The members of JSON objects as ranges of octets, so that one can be changed and everything else
// stays as somebody wrote it. Pure functions.
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace sonde::collection
{

// Octet ranges of a member's key, with quotes, and of its value.
struct JsonMember {
    QByteArray name;
    qsizetype keyFrom = 0;
    qsizetype keyTo = 0;
    qsizetype from = 0;
    qsizetype to = 0;
    bool isObject = false;
};

struct JsonObject {
    qsizetype open = 0;  // of its brace
    qsizetype close = 0; // of its brace
    std::vector<JsonMember> members;

    // The last of two of one name counts, as readers take it.
    [[nodiscard]] const JsonMember *find(const QString &name) const;
};

// Where the outermost object opens; -1 if the octets, which may be none, are not an object.
[[nodiscard]] qsizetype jsonRoot(const QByteArray &octets);
// The line, from 1, where the octets stop being JSON; 0 if they are JSON.
[[nodiscard]] qint64 jsonFaultLine(const QByteArray &octets);

// The octets are known to be JSON, and an object opens there.
[[nodiscard]] JsonObject jsonObjectAt(const QByteArray &octets, qsizetype open);

[[nodiscard]] QByteArray quotedText(const QString &text);
// A new last member, on a line of its own, indented as its neighbours are.
void appendMember(QByteArray &octets, const JsonObject &object, const QByteArray &member);
// With its comma and the blanks before it.
void removeMember(QByteArray &octets, const JsonObject &object, const JsonMember &member);
// How far the line is indented that holds this octet.
[[nodiscard]] QByteArray indentAt(const QByteArray &octets, qsizetype at);

} // namespace sonde::collection
