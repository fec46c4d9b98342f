#include "collection/canonical_form.h"

#include "collection/line_classifier.h"

namespace sonde::collection
{
namespace
{

using Edit = HttpText::Edit;

QByteArrayView rightTrimmed(QByteArrayView text)
{
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
        text.chop(1);
    return text;
}

// A line that would be read differently by some program, spelled so that all agree.
QByteArray tidy(LineKind kind, QByteArrayView text)
{
    switch (kind) {
    case LineKind::Separator: {
        QByteArrayView title = text;
        while (title.startsWith('#'))
            title = title.sliced(1);
        title = http::trimmed(title);
        return title.isEmpty() ? QByteArray("###") : "### " + title.toByteArray();
    }
    case LineKind::Tag:
    case LineKind::Annotation:
        return (text.trimmed().startsWith("//") ? "// " : "# ") +
               rightTrimmed(*commentText(text)).toByteArray();
    case LineKind::RequestLine: {
        const auto parts = *parseRequestLine(text);
        QByteArray line =
            parts.method.isEmpty() ? QByteArray("GET") : parts.method.toByteArray().toUpper();
        line += ' ' + parts.target.toByteArray();
        return parts.version.isEmpty() ? line : line + ' ' + parts.version.toByteArray();
    }
    case LineKind::Header: {
        const auto parts = *parseHeaderLine(text);
        return parts.name.toByteArray() +
               (parts.value.isEmpty() ? QByteArray(":") : ": " + parts.value.toByteArray());
    }
    case LineKind::Blank:
        return {};
    case LineKind::Comment:
    case LineKind::FileVariable:
    case LineKind::Directive:
    case LineKind::DisabledHeader:
    case LineKind::DisabledQuery:
    case LineKind::Continuation:
        return rightTrimmed(text).toByteArray();
    case LineKind::PreScript:
    case LineKind::Body:
    case LineKind::BodyFile:
    case LineKind::Handler:
    case LineKind::ResponseRedirect:
    case LineKind::ResponseReference:
    case LineKind::Opaque:
        break;
    }
    return text.toByteArray();
}

class Tidier
{
public:
    explicit Tidier(const HttpText &text)
        : m_text(text)
    {
    }

    std::vector<Edit> run()
    {
        const auto &lines = m_text.lines();
        for (const Block &block : m_text.blocks()) {
            const size_t end = block.first + block.count;
            // Blank lines at a block's end are layout: one stands before the next ###, none at the
            // end of the file.
            size_t filled = end;
            while (filled > block.first && lines[filled - 1].kind == LineKind::Blank)
                --filled;
            for (size_t line = block.first; line < filled; ++line)
                tidyLine(line, block);
            const bool last = end == lines.size();
            const size_t wanted = last || filled == block.first ? 0 : 1;
            setBlankLines(filled, end, wanted);
        }
        return std::move(m_edits);
    }

private:
    void tidyLine(size_t line, const Block &block)
    {
        const LineKind kind = m_text.lines()[line].kind;
        // A blank line inside a body is content, white space and all.
        const bool content =
            kind == LineKind::Blank && block.requestLine && line > *block.requestLine;
        const QByteArrayView text = m_text.text(line);
        QByteArray wanted = content ? text.toByteArray() : tidy(kind, text);
        if (wanted != text)
            m_edits.push_back({line, 1, {std::move(wanted)}});
    }

    void setBlankLines(size_t from, size_t to, size_t wanted)
    {
        const bool same = to - from == wanted && (wanted == 0 || m_text.text(from).isEmpty());
        if (!same)
            m_edits.push_back({from, to - from, std::vector<QByteArray>(wanted)});
    }

    const HttpText &m_text;
    std::vector<Edit> m_edits;
};

bool meansTheSame(const HttpFile &a, const HttpFile &b)
{
    if (a.requests().size() != b.requests().size() || a.variables() != b.variables())
        return false;
    for (size_t i = 0; i < a.requests().size(); ++i) {
        const HttpRequest &x = a.requests()[i];
        const HttpRequest &y = b.requests()[i];
        if (x.document != y.document || x.kind != y.kind || x.name != y.name ||
            x.description.simplified() != y.description.simplified() ||
            x.problem.isEmpty() != y.problem.isEmpty() || x.isEditable != y.isEditable ||
            x.notes.size() != y.notes.size())
            return false;
    }
    return true;
}

} // namespace

http::Result<HttpFile> canonicalForm(const HttpFile &file)
{
    auto text = file.text().edited(Tidier(file.text()).run());
    if (!text)
        return std::unexpected(text.error());
    QByteArray octets = text->octets();
    if (!text->lines().empty() && text->lines().back().terminatorSize == 0)
        octets += text->terminator();
    auto tidied = HttpFile::parse(std::move(octets));
    if (tidied && !meansTheSame(file, *tidied))
        return std::unexpected(http::Error{
            .layer = http::Layer::File,
            .code = http::Code::FileUnwritable,
            .sentence = QStringLiteral(
                "The file cannot be tidied without changing what it means; it is as it was.")});
    return tidied;
}

} // namespace sonde::collection
