// What a tree of a body asks of its language: the values under a value, countable and in reach by
// number; where an octet belongs; paths, names and short texts. JSON and XML have one each. Scans
// what is opened, nothing else. Any thread, with an input of its own.
#pragma once

#include "body/formatter.h"
#include "body/json_cursor.h"

#include <vector>

namespace sonde::body
{

struct TreeChild {
    qint64 keyFrom = -1; // of its name; -1 if it has none
    qint64 keyTo = -1;
    qint64 from = 0;     // of the value's first octet
    qint64 ordinal = -1; // XML: which element among its siblings, from 1
    quint8 kind = 0;     // the form knows
    bool isContainer = false;

    [[nodiscard]] bool hasKey() const { return keyFrom >= 0; }
    [[nodiscard]] qint64 begin() const { return hasKey() && keyFrom < from ? keyFrom : from; }
    bool operator==(const TreeChild &) const = default;
};

struct TreePlace {
    qint64 index = 0; // among its siblings, from 0
    TreeChild child;
};

// What is under one value, or beside each other in the document. One thread advances, any asks.
class TreeChildren
{
public:
    static constexpr qint64 bucket = 1000; // children between two marks
    // Octets between two marks, so that no child in between is far from one.
    static constexpr qint64 reach = 64 << 10;

    enum class Progress : quint8 {
        Partial, // call again
        Waiting, // for the source to grow
        Whole,
        Stopped,
    };

    virtual ~TreeChildren() = default;
    // Scans `octets` further at least; a child is never left half way but for a stop.
    virtual Progress advance(JsonInput &input, qint64 octets) = 0;
    [[nodiscard]] virtual qint64 count() const = 0;
    [[nodiscard]] virtual bool isWhole() const = 0;
    // By number, through the caller's own `input`; fewer if there are not so many.
    [[nodiscard]] virtual std::vector<TreeChild> children(JsonInput &input, qint64 first,
                                                          qint64 count) const = 0;
};

// Without the beginning of a character of UTF-8 that was cut off at the end.
[[nodiscard]] QByteArray wholeCharacters(const QByteArray &cut);

class TreeForm
{
public:
    enum class Meaning : quint8 { Text, Number, Keyword, Container, Comment, Broken };
    enum class CopyAs : quint8 { Plain, LaidOut };

    // JSON or XML; null for a language that has no tree.
    [[nodiscard]] static const TreeForm *of(Language language);

    virtual ~TreeForm() = default;
    // Nothing for the document.
    [[nodiscard]] virtual std::unique_ptr<TreeChildren>
    childrenOf(const std::optional<TreeChild> &container) const = 0;
    // The document's first, before its end has been found.
    [[nodiscard]] virtual std::optional<TreeChild> first(JsonInput &input) const = 0;
    // From the outermost value to the innermost that holds the octet; nothing on a stop.
    [[nodiscard]] virtual std::optional<std::vector<TreePlace>> places(JsonInput &input,
                                                                       qint64 octet) const = 0;
    // RFC 9535 section 2.7 for JSON, XPath 1.0 for XML.
    [[nodiscard]] virtual QByteArray path(JsonInput &input,
                                          const std::vector<TreePlace> &places) const = 0;
    // Where the value ends; nothing on a stop or while its end has not come.
    [[nodiscard]] virtual std::optional<qint64> end(JsonInput &input,
                                                    const TreeChild &child) const = 0;
    // As the input reads them, of what `most` octets hold. A name is empty for a value that has
    // none.
    [[nodiscard]] virtual QByteArray name(JsonInput &input, const TreeChild &child,
                                          qint64 most) const = 0;
    [[nodiscard]] virtual QByteArray value(JsonInput &input, const TreeChild &child,
                                           qint64 most) const = 0;
    [[nodiscard]] virtual Meaning meaning(const TreeChild &child) const = 0;
    // Its children have names of their own.
    [[nodiscard]] virtual bool hasMembers(const TreeChild &child) const = 0;
    // What a copy of these octets of the value puts on the clipboard.
    [[nodiscard]] virtual QByteArray copied(const TreeChild &child, const QByteArray &octets,
                                            CopyAs as) const = 0;
};

} // namespace sonde::body
