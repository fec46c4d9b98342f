// Walks the children of one XML element, offsets only, one pass, memory of a few words whatever the
// size. Tolerant: end tags count, their names do not. Goes on when the source has grown.
#pragma once

#include "body/xml_tree.h"

namespace sonde::body
{

struct XmlToken {
    enum class Kind : quint8 {
        Open,
        Close,
        Empty, // <a/>
        Text,
        Data,
        Comment,
        Instruction,
        Declaration,
        End,  // of the source
        More, // it may still grow, and what has come is no whole token
        Stopped,
    };
    Kind kind = Kind::End;
    qint64 from = 0;
    qint64 to = 0;
};

// The one that begins at `from`.
[[nodiscard]] XmlToken xmlToken(JsonInput &input, qint64 from);

struct XmlAttribute {
    qint64 nameFrom = 0;
    qint64 nameTo = 0;
    qint64 valueFrom = 0; // of the quote
    qint64 valueTo = 0;
};

struct XmlTag {
    XmlToken token;
    qint64 nameTo = 0; // its name begins behind the bracket
    std::vector<XmlAttribute> attributes;
};

// Of a token that is a tag; attributes past its first 64 KiB are left out.
[[nodiscard]] XmlTag xmlTag(JsonInput &input, const XmlToken &token);

class XmlCursor
{
public:
    enum class Step : quint8 { Child, End, More, Stopped };

    // Content from `offset` on. `ordinal`: of the last element before it, among its siblings.
    explicit XmlCursor(qint64 offset, qint64 ordinal = 0)
        : m_position(offset)
        , m_ordinal(ordinal)
    {
    }

    // Passes by the last child, if any, and finds the next. Attributes are none of them.
    [[nodiscard]] Step next(JsonInput &input, TreeChild &child);
    // Passes by what is left of the last child, if anything; Child when that is done.
    [[nodiscard]] Step pass(JsonInput &input);
    // Where what has been passed by ends; after End, the octet after the element.
    [[nodiscard]] qint64 position() const { return m_position; }
    [[nodiscard]] qint64 ordinal() const { return m_ordinal; }

private:
    qint64 m_position;
    qint64 m_ordinal;
    qint64 m_depth = 0; // of open elements in the child that is passed by
    bool m_ended = false;
};

} // namespace sonde::body
