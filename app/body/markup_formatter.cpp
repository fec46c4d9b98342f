#include "body/markup_formatter.h"

#include <QByteArrayList>

namespace sonde::body
{
namespace
{

constexpr size_t deepestNames = 1000;
constexpr qsizetype longestName = 100;   // octets; the rest of it is passed through
constexpr qsizetype longestSpace = 4096; // octets; more of it is shortened

bool isOneOf(const QByteArray &name, std::initializer_list<const char *> names)
{
    return std::ranges::any_of(names, [&](const char *one) { return name == one; });
}

// HTML section 13.1.2: elements without content.
bool isVoid(const QByteArray &name)
{
    return isOneOf(name, {"area", "base", "br", "col", "embed", "hr", "img", "input", "link",
                          "meta", "source", "track", "wbr"});
}

bool keepsItsText(const QByteArray &name)
{
    return isOneOf(name, {"script", "style", "pre", "textarea"});
}

// Phrasing content stays in its line.
bool isPhrase(const QByteArray &name)
{
    return isOneOf(name, {"a",     "abbr", "b",    "bdi", "bdo",  "br",    "button", "cite",
                          "code",  "data", "dfn",  "em",  "i",    "img",   "input",  "kbd",
                          "label", "mark", "q",    "s",   "samp", "small", "span",   "strong",
                          "sub",   "sup",  "time", "u",   "var",  "wbr",   "del",    "ins"});
}

// HTML section 13.1.2.4: a sibling ends them.
bool isEndedBySibling(const QByteArray &name)
{
    return isOneOf(name, {"p", "li", "td", "th", "tr", "dt", "dd", "option"});
}

} // namespace

void MarkupFormatter::feed(QByteArrayView octets, QByteArray &into)
{
    const qsizetype before = into.size();
    for (const char c : octets) {
        switch (m_state) {
        case State::Text:
            text(c, into);
            break;
        case State::Opening:
            opening(c, into);
            break;
        case State::Tag:
            into.append(c);
            if (c == '"' || c == '\'') {
                m_quote = c;
                m_state = State::Quoted;
            } else if (c == '>') {
                endTag(into);
            }
            if (!isTextSpace(c))
                m_last = c;
            break;
        case State::Quoted:
            into.append(c);
            if (c == m_quote)
                m_state = State::Tag;
            break;
        case State::Comment:
            run(c, into);
            break;
        case State::Verbatim:
            verbatim(c, into);
            break;
        }
    }
    m_lines.note(octets.size(), into.size() - before);
}

void MarkupFormatter::finish(QByteArray &into)
{
    into.append(std::exchange(m_head, {}));
    if (m_state == State::Verbatim)
        into.append(std::exchange(m_tail, {}));
    if (m_started)
        into.append('\n');
}

void MarkupFormatter::line(QByteArray &into)
{
    if (std::exchange(m_started, true))
        m_lines.newline(depth(), into);
    m_broken = true;
}

void MarkupFormatter::text(char c, QByteArray &into)
{
    if (c == '<') {
        m_state = State::Opening;
        m_head = "<";
        return;
    }
    if (isTextSpace(c)) {
        if (m_space.size() < longestSpace)
            m_space.append(c);
        return;
    }
    flushSpace(into);
    into.append(c);
    m_started = true;
    m_afterTag = false;
}

// Before text, or a tag that stands in it.
void MarkupFormatter::flushSpace(QByteArray &into)
{
    const QByteArray space = std::exchange(m_space, {});
    if (m_afterTag) {
        if (m_broken) // behind an element that has its own line
            line(into);
    } else if (space.contains('\n')) {
        line(into);
    } else {
        into.append(space);
    }
}

void MarkupFormatter::opening(char c, QByteArray &into)
{
    const bool names = !isTextSpace(c) && c != '>' && (c != '/' || m_head == "<");
    if (names)
        m_head.append(c);
    if (m_head == "<!--" || m_head == "<![CDATA[" || m_head == "<?") {
        m_closing = m_head == "<!--" ? "-->" : m_head == "<?" ? "?>" : "]]>";
        if (m_head == "<![CDATA[") { // is text
            flushSpace(into);
            m_afterTag = false;
            m_started = true;
        } else {
            m_space.clear();
            line(into);
            m_afterTag = true;
        }
        into.append(std::exchange(m_head, {}));
        m_tail.clear();
        m_state = State::Comment;
        return;
    }
    if (names && m_head.size() < longestName)
        return;
    const bool isTag = m_head.size() > 1 && !isTextSpace(m_head[1]);
    if (!isTag) { // a sign of its own, as in “a < b”
        flushSpace(into);
        into.append(std::exchange(m_head, {}));
        m_started = true;
        m_afterTag = false;
        m_state = State::Text;
        text(c, into);
        return;
    }
    beginTag(into);
    m_state = State::Tag;
    m_last = m_head.back();
    into.append(std::exchange(m_head, {}));
    if (names)
        return;
    into.append(c);
    if (c == '>')
        endTag(into);
    else if (!isTextSpace(c))
        m_last = c;
}

void MarkupFormatter::beginTag(QByteArray &into)
{
    m_ending = m_head.startsWith("</");
    m_name = m_head.sliced(m_ending ? 2 : 1);
    if (m_rules == Rules::Html)
        m_name = std::move(m_name).toLower();
    m_isBlock = m_rules == Rules::Xml || !isPhrase(m_name);
    if (!m_isBlock) {
        flushSpace(into);
        m_started = true;
        m_afterTag = false;
        return;
    }
    m_space.clear();
    if (m_ending)
        endElement(into);
    else
        startElement(into);
}

void MarkupFormatter::startElement(QByteArray &into)
{
    const bool follows = m_rules == Rules::Html && m_deeper == 0 && !m_open.empty() &&
                         m_open.back() == m_name && isEndedBySibling(m_name);
    if (follows)
        m_open.pop_back();
    line(into);
}

void MarkupFormatter::endElement(QByteArray &into)
{
    if (m_deeper > 0) {
        --m_deeper;
    } else if (m_rules == Rules::Xml) {
        if (!m_open.empty())
            m_open.pop_back();
    } else if (const auto found = std::find(m_open.rbegin(), m_open.rend(), m_name);
               found != m_open.rend()) {
        m_broken = m_broken || found != m_open.rbegin(); // others end with it
        m_open.erase(std::prev(found.base()), m_open.end());
    }
    if (m_broken)
        line(into);
}

void MarkupFormatter::endTag(QByteArray &into)
{
    Q_UNUSED(into);
    m_state = State::Text;
    if (m_ending || !m_isBlock) {
        m_broken = m_broken || m_isBlock;
        m_afterTag = m_isBlock;
        return;
    }
    const bool empty =
        m_last == '/' || m_name.startsWith('!') || (m_rules == Rules::Html && isVoid(m_name));
    m_afterTag = true;
    m_broken = empty;
    if (empty)
        return;
    if (m_rules == Rules::Html && keepsItsText(m_name)) {
        m_closing = "</" + m_name;
        m_tail.clear();
        m_state = State::Verbatim;
    }
    if (m_open.size() < deepestNames)
        m_open.push_back(m_name);
    else
        ++m_deeper;
}

// A comment or the like, to its end.
void MarkupFormatter::run(char c, QByteArray &into)
{
    into.append(c);
    m_tail.append(c);
    if (m_tail.size() > m_closing.size())
        m_tail.remove(0, 1);
    if (m_tail == m_closing) {
        m_state = State::Text;
        m_broken = m_broken || m_afterTag;
    }
}

void MarkupFormatter::verbatim(char c, QByteArray &into)
{
    m_tail.append(c);
    if (m_closing.startsWith(m_tail.toLower())) {
        if (m_tail.size() < m_closing.size())
            return;
        m_head = std::exchange(m_tail, {});
        m_state = State::Opening;
        m_broken = false;
        return;
    }
    // What looked like the begin of the end tag is text, up to where another may begin.
    into.append(m_tail.first(1));
    const QByteArray rest = m_tail.sliced(1);
    m_tail.clear();
    for (const char again : rest)
        verbatim(again, into);
}

} // namespace sonde::body
