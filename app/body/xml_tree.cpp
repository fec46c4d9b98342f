#include "body/xml_tree.h"

#include "body/json_text.h"
#include "body/json_tree.h"
#include "body/markup_formatter.h"
#include "body/xml_cursor.h"

#include <algorithm>
#include <mutex>

namespace sonde::body
{
namespace
{

bool is(const TreeChild &child, XmlKind kind)
{
    return XmlKind(child.kind) == kind;
}

class XmlTreeChildren : public TreeChildren
{
public:
    explicit XmlTreeChildren(const std::optional<TreeChild> &container)
        : m_container(container)
        , m_cursor(0)
    {
    }

    Progress advance(JsonInput &input, qint64 octets) override
    {
        if (!m_begun) {
            if (const auto progress = begin(input))
                return *progress;
        }
        const qint64 until = m_cursor.position() + octets;
        while (m_cursor.position() < until) {
            TreeChild child;
            const qint64 before = m_cursor.ordinal();
            switch (m_cursor.next(input, child)) {
            case XmlCursor::Step::Child:
                break;
            case XmlCursor::Step::More:
                return Progress::Waiting;
            case XmlCursor::Step::Stopped:
                return Progress::Stopped;
            case XmlCursor::Step::End: {
                const std::scoped_lock lock(m_mutex);
                m_whole = true;
                return Progress::Whole;
            }
            }
            const std::scoped_lock lock(m_mutex);
            if (m_marks.empty() || m_count - m_marks.back().number >= bucket ||
                child.from - m_marks.back().offset >= reach)
                m_marks.push_back({m_count, child.from, before});
            ++m_count;
        }
        return Progress::Partial;
    }

    qint64 count() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_count;
    }
    bool isWhole() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_whole;
    }

    std::vector<TreeChild> children(JsonInput &input, qint64 first, qint64 count) const override
    {
        std::vector<TreeChild> found;
        Mark mark;
        {
            const std::scoped_lock lock(m_mutex);
            count = std::min(count, m_count - first);
            if (first < 0 || count <= 0)
                return found;
            for (qint64 i = first; i < std::min(first + count, qint64(m_attributes.size())); ++i)
                found.push_back(m_attributes[size_t(i)]);
            if (qint64(found.size()) == count)
                return found;
            first = std::max(first, qint64(m_attributes.size()));
            const auto after =
                std::ranges::upper_bound(m_marks, first, std::ranges::less{}, &Mark::number);
            mark = *std::prev(after);
        }
        while (qint64(found.size()) < count) {
            // The child before a mark may be a gigabyte: the mark tells the next.
            const Mark next = markAfter(mark.number);
            XmlCursor cursor(mark.offset, mark.ordinal);
            TreeChild child;
            for (qint64 number = mark.number; number != next.number; ++number) {
                if (qint64(found.size()) == count ||
                    cursor.next(input, child) != XmlCursor::Step::Child)
                    return found;
                if (number >= first)
                    found.push_back(child);
            }
            mark = next;
        }
        return found;
    }

private:
    struct Mark {
        qint64 number = 0;
        qint64 offset = 0;
        qint64 ordinal = 0; // of the element before
    };

    // The tag itself; nothing once its attributes are known.
    std::optional<Progress> begin(JsonInput &input)
    {
        if (m_container) {
            const XmlTag tag = xmlTag(input, xmlToken(input, m_container->from));
            if (tag.token.kind == XmlToken::Kind::Stopped)
                return Progress::Stopped;
            if (tag.token.kind == XmlToken::Kind::More)
                return Progress::Waiting;
            const std::scoped_lock lock(m_mutex);
            for (const XmlAttribute &attribute : tag.attributes)
                m_attributes.push_back({.keyFrom = attribute.nameFrom,
                                        .keyTo = attribute.nameTo,
                                        .from = attribute.valueFrom,
                                        .kind = quint8(XmlKind::Attribute)});
            m_count = qint64(m_attributes.size());
            m_whole = tag.token.kind == XmlToken::Kind::Empty;
            m_cursor = XmlCursor(tag.token.to);
        }
        m_begun = true;
        return m_whole ? std::optional(Progress::Whole) : std::nullopt;
    }

    [[nodiscard]] Mark markAfter(qint64 number) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto after =
            std::ranges::upper_bound(m_marks, number, std::ranges::less{}, &Mark::number);
        return after == m_marks.end() ? Mark{.number = -1} : *after;
    }

    const std::optional<TreeChild> m_container;
    XmlCursor m_cursor;
    bool m_begun = false; // by the one that advances
    mutable std::mutex m_mutex;
    std::vector<TreeChild> m_attributes;
    std::vector<Mark> m_marks;
    qint64 m_count = 0;
    bool m_whole = false;
};

class XmlTree : public TreeForm
{
public:
    std::unique_ptr<TreeChildren>
    childrenOf(const std::optional<TreeChild> &container) const override
    {
        return std::make_unique<XmlTreeChildren>(container);
    }

    std::optional<TreeChild> first(JsonInput &input) const override
    {
        XmlCursor document(0);
        TreeChild child;
        const bool found = document.next(input, child) == XmlCursor::Step::Child;
        return found ? std::optional(child) : std::nullopt;
    }

    std::optional<std::vector<TreePlace>> places(JsonInput &input, qint64 octet) const override
    {
        std::vector<TreePlace> places;
        XmlCursor cursor(0);
        TreePlace place;
        std::optional<TreePlace> holding; // the last child that begins before the octet
        while (true) {
            const auto step = cursor.next(input, place.child);
            if (step == XmlCursor::Step::Stopped)
                return std::nullopt;
            if (step == XmlCursor::Step::Child && place.child.from <= octet) {
                holding = place;
                ++place.index;
                continue;
            }
            if (!holding)
                return places;
            places.push_back(*std::exchange(holding, std::nullopt));
            const TreeChild inner = places.back().child;
            if (!is(inner, XmlKind::Element))
                return places;
            const XmlTag tag = xmlTag(input, xmlToken(input, inner.from));
            if (tag.token.kind == XmlToken::Kind::Stopped)
                return std::nullopt;
            for (size_t i = 0; i < tag.attributes.size(); ++i) {
                const XmlAttribute &one = tag.attributes[i];
                if (octet < one.nameFrom || octet >= one.valueTo)
                    continue;
                places.push_back({qint64(i),
                                  {.keyFrom = one.nameFrom,
                                   .keyTo = one.nameTo,
                                   .from = one.valueFrom,
                                   .kind = quint8(XmlKind::Attribute)}});
                return places;
            }
            if (tag.token.kind != XmlToken::Kind::Open || octet < tag.token.to)
                return places;
            cursor = XmlCursor(tag.token.to);
            place = {qint64(tag.attributes.size()), {}};
        }
    }

    // Elements by their number among their siblings, which needs no look at the names before.
    QByteArray path(JsonInput &input, const std::vector<TreePlace> &places) const override
    {
        QByteArray path;
        for (const TreePlace &place : places) {
            const TreeChild &child = place.child;
            const QByteArray key = child.hasKey() ? input.readable(child.keyFrom, child.keyTo) : "";
            switch (XmlKind(child.kind)) {
            case XmlKind::Element:
                path += "/*[" + QByteArray::number(child.ordinal) + "]";
                if (!key.contains(':')) // a prefix means nothing without its declaration
                    path += "[self::" + key + "]";
                break;
            case XmlKind::Attribute:
                path += "/@" + key;
                break;
            case XmlKind::Text:
            case XmlKind::Data:
                path += "/text()";
                break;
            case XmlKind::Comment:
                path += "/comment()";
                break;
            case XmlKind::Instruction:
                path += "/processing-instruction()";
                break;
            case XmlKind::Declaration:
                break;
            }
        }
        return path.isEmpty() ? QByteArray("/") : path;
    }

    std::optional<qint64> end(JsonInput &input, const TreeChild &child) const override
    {
        if (is(child, XmlKind::Attribute)) {
            constexpr qint64 most = 64 << 10; // octets of a tag
            const QByteArray text = input.text(child.from, child.from + most);
            if (text.isEmpty())
                return child.from;
            const bool quoted = text.front() == '"' || text.front() == '\'';
            const qsizetype end = quoted ? text.indexOf(text.front(), 1) + 1 : text.indexOf('>');
            return child.from + (end > 0 ? end : text.size());
        }
        XmlCursor cursor(child.from);
        TreeChild same;
        const auto found = cursor.next(input, same);
        const auto passed = found == XmlCursor::Step::Child ? cursor.pass(input) : found;
        const bool known = passed == XmlCursor::Step::Child || passed == XmlCursor::Step::End;
        return known ? std::optional(cursor.position()) : std::nullopt;
    }

    QByteArray name(JsonInput &input, const TreeChild &child, qint64 most) const override
    {
        switch (XmlKind(child.kind)) {
        case XmlKind::Element:
            return input.readable(child.keyFrom, std::min(child.keyTo, child.keyFrom + most));
        case XmlKind::Attribute:
            return '@' + input.readable(child.keyFrom, std::min(child.keyTo, child.keyFrom + most));
        case XmlKind::Text:
            return "text()";
        case XmlKind::Data:
            return "cdata";
        case XmlKind::Comment:
            return "comment()";
        case XmlKind::Instruction:
            return "<?";
        case XmlKind::Declaration:
            return "<!";
        }
        return {};
    }

    QByteArray value(JsonInput &input, const TreeChild &child, qint64 most) const override
    {
        const QByteArray begin = input.text(child.from, child.from + most);
        const QByteArray shown =
            plain(child, input.readable(begin.size() == most ? wholeCharacters(begin) : begin));
        return shown.simplified();
    }

    Meaning meaning(const TreeChild &child) const override
    {
        switch (XmlKind(child.kind)) {
        case XmlKind::Element:
            return Meaning::Container;
        case XmlKind::Attribute:
        case XmlKind::Text:
        case XmlKind::Data:
            return Meaning::Text;
        case XmlKind::Comment:
            return Meaning::Comment;
        case XmlKind::Instruction:
        case XmlKind::Declaration:
            break;
        }
        return Meaning::Keyword;
    }

    bool hasMembers(const TreeChild &) const override { return true; }

    QByteArray copied(const TreeChild &child, const QByteArray &octets, CopyAs as) const override
    {
        if (!is(child, XmlKind::Element))
            return as == CopyAs::Plain ? plain(child, octets) : octets;
        if (as == CopyAs::Plain)
            return octets;
        QByteArray text;
        MarkupFormatter formatter(MarkupFormatter::Rules::Xml);
        formatter.feed(octets, text);
        formatter.finish(text);
        return text;
    }

private:
    // Without what encloses it, as far as it is there.
    [[nodiscard]] static QByteArray plain(const TreeChild &child, const QByteArray &octets)
    {
        const auto between = [&](QByteArrayView opening, QByteArrayView closing) {
            QByteArray text = octets.sliced(std::min(opening.size(), octets.size()));
            const qsizetype end = text.indexOf(closing);
            return end < 0 ? text : text.first(end);
        };
        switch (XmlKind(child.kind)) {
        case XmlKind::Attribute: {
            if (octets.isEmpty() || (octets.front() != '"' && octets.front() != '\''))
                return unescapedXml(octets.split('>').front());
            const QByteArray quote(1, octets.front());
            return unescapedXml(between(quote, quote));
        }
        case XmlKind::Text:
            return unescapedXml(between("", "<"));
        case XmlKind::Data:
            return between("<![CDATA[", "]]>");
        case XmlKind::Comment:
            return between("<!--", "-->");
        case XmlKind::Instruction:
            return between("<?", "?>");
        case XmlKind::Declaration:
            return between("<!", ">");
        case XmlKind::Element:
            break;
        }
        return textOnly(octets);
    }

    // Of an element, in a line: what it says.
    [[nodiscard]] static QByteArray textOnly(const QByteArray &octets)
    {
        QByteArray text;
        qsizetype depth = 0;
        for (qsizetype at = 0; at < octets.size();) {
            if (octets[at] != '<') {
                const qsizetype end = octets.indexOf('<', at);
                text += octets.mid(at, end < 0 ? -1 : end - at);
                at = end < 0 ? octets.size() : end;
                continue;
            }
            const qsizetype end = octets.indexOf('>', at);
            if (end < 0)
                break;
            const bool closes = octets.mid(at, 2) == "</";
            const bool stands =
                octets[end - 1] == '/' || octets.mid(at, 2) == "<!" || octets.mid(at, 2) == "<?";
            depth += closes ? -1 : stands ? 0 : 1;
            at = end + 1;
            text += ' ';
            if (depth <= 0)
                break;
        }
        return unescapedXml(text);
    }
};

} // namespace

const TreeForm &xmlTree()
{
    static const XmlTree form;
    return form;
}

const TreeForm *TreeForm::of(Language language)
{
    if (language == Language::Json)
        return &jsonTree();
    return language == Language::Xml ? &xmlTree() : nullptr;
}

QByteArray wholeCharacters(const QByteArray &cut)
{
    // RFC 3629 section 3: up to three octets follow the first, all of them 10xxxxxx.
    qsizetype first = cut.size() - 1;
    while (first > 0 && cut.size() - first < 4 && (cut[first] & 0xC0) == 0x80)
        --first;
    const auto lead = first < 0 ? 0U : unsigned(static_cast<unsigned char>(cut[first]));
    const qsizetype wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return cut.size() - first < wanted ? cut.first(first) : cut;
}

QByteArray unescapedXml(QByteArrayView text)
{
    QByteArray result;
    for (qsizetype at = 0; at < text.size();) {
        constexpr qsizetype longest = 12; // &#x10FFFF;
        const qsizetype end =
            text[at] == '&'
                ? text.sliced(at).first(std::min(longest, text.size() - at)).indexOf(';')
                : -1;
        if (end < 0) {
            result += text[at++];
            continue;
        }
        const QByteArray name = text.sliced(at + 1, end - 1).toByteArray();
        const char *known = name == "lt"     ? "<"
                            : name == "gt"   ? ">"
                            : name == "amp"  ? "&"
                            : name == "quot" ? "\""
                            : name == "apos" ? "'"
                                             : nullptr;
        bool number = false;
        const uint code = name.startsWith("#x")  ? name.sliced(2).toUInt(&number, 16)
                          : name.startsWith('#') ? name.sliced(1).toUInt(&number)
                                                 : 0;
        if (known)
            result += known;
        else if (number && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF))
            appendUtf8(result, code);
        else
            result += text.sliced(at, end + 1);
        at += end + 1;
    }
    return result;
}

} // namespace sonde::body
