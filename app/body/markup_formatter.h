// XML and HTML laid out for reading: an element that holds others has its lines, text stays where
// it is, what is preformatted is not touched. No repair: end tags that are missing or too many only
// cost their indentation. Any thread.
#pragma once

#include "body/line_writer.h"

#include <vector>

namespace sonde::body
{

class MarkupFormatter final : public Formatter
{
public:
    enum class Rules : quint8 { Xml, Html };

    explicit MarkupFormatter(Rules rules)
        : m_rules(rules)
    {
    }

    void feed(QByteArrayView octets, QByteArray &into) override;
    void finish(QByteArray &into) override;

private:
    enum class State : quint8 {
        Text,
        Opening, // after <: what kind of tag it is shows in its first octets
        Tag,     // its name is known; to its end
        Quoted,  // inside a value in a tag
        Comment, // and other runs that end with m_closing
        Verbatim // of script, pre and the like, up to its end tag
    };
    void text(char c, QByteArray &into);
    void opening(char c, QByteArray &into);
    void beginTag(QByteArray &into);
    void endTag(QByteArray &into);
    void run(char c, QByteArray &into);
    void verbatim(char c, QByteArray &into);
    void startElement(QByteArray &into);
    void endElement(QByteArray &into);
    void line(QByteArray &into);
    void flushSpace(QByteArray &into);
    [[nodiscard]] qint64 depth() const { return qint64(m_open.size()) + m_deeper; }

    const Rules m_rules;
    LineWriter m_lines;
    State m_state = State::Text;
    // Names of the elements that are open; those nested deeper than hostile input deserves are only
    // counted.
    std::vector<QByteArray> m_open;
    qint64 m_deeper = 0;
    QByteArray m_head;    // of a tag, until its name is known
    QByteArray m_name;    // of the tag that is being read, lower case in HTML
    QByteArray m_closing; // what ends a run
    QByteArray m_tail;    // octets that may be the begin of it
    QByteArray m_space;   // white space whose fate the next octet decides
    char m_quote = 0;
    char m_last = 0;       // octet of a tag
    bool m_ending = false; // an end tag
    bool m_started = false;
    bool m_broken = false;  // a line has ended since the last start tag
    bool m_afterTag = true; // nothing but a block's tag stands before this
    bool m_isBlock = false; // the tag that is being read
};

} // namespace sonde::body
