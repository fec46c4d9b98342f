#include "ui/request/http_styles.h"

#include "collection/line_classifier.h"
#include "collection/variables.h"

#include <cctype>

namespace sonde::ui
{

using collection::LineKind;

namespace
{

void fill(QByteArray &styles, qsizetype from, qsizetype size, HttpStyle style)
{
    std::fill_n(styles.begin() + from, size, char(style));
}

HttpStyle wholeLine(LineKind kind)
{
    switch (kind) {
    case LineKind::Separator:
        return HttpStyle::Separator;
    case LineKind::Comment:
    case LineKind::DisabledQuery:
    case LineKind::DisabledHeader:
        return HttpStyle::Comment;
    case LineKind::Tag:
    case LineKind::Annotation:
    case LineKind::FileVariable:
    case LineKind::Directive:
        return HttpStyle::Tag;
    case LineKind::PreScript:
    case LineKind::Handler:
        return HttpStyle::Script;
    case LineKind::Continuation:
        return HttpStyle::Target;
    case LineKind::BodyFile:
    case LineKind::ResponseRedirect:
    case LineKind::ResponseReference:
        return HttpStyle::File;
    case LineKind::Opaque:
        return HttpStyle::Fault;
    default:
        return HttpStyle::Text;
    }
}

// Strings, numbers and words of JSON on one line; a body that is no JSON has few of them.
void styleBody(QByteArray &styles, qsizetype at, QByteArrayView line)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"') {
            qsizetype end = i + 1;
            while (end < line.size() && line[end] != '"')
                end += line[end] == '\\' ? 2 : 1;
            end = std::min(end + 1, line.size());
            const QByteArrayView rest = http::trimmed(line.sliced(end));
            fill(styles, at + i, end - i,
                 rest.startsWith(':') ? HttpStyle::Key : HttpStyle::String);
            i = end - 1;
        } else if (std::isalnum(uchar(c)) || c == '-') {
            qsizetype end = i + 1;
            while (end < line.size() &&
                   (std::isalnum(uchar(line[end])) || line[end] == '.' || line[end] == '_'))
                ++end;
            const QByteArrayView word = line.sliced(i, end - i);
            if (std::isdigit(uchar(word.back())) && (std::isdigit(uchar(c)) || c == '-'))
                fill(styles, at + i, end - i, HttpStyle::Number);
            else if (word == "true" || word == "false" || word == "null")
                fill(styles, at + i, end - i, HttpStyle::Keyword);
            i = end - 1;
        }
    }
}

void styleRequestLine(QByteArray &styles, qsizetype at, QByteArrayView line)
{
    const auto parts = collection::parseRequestLine(line);
    if (!parts)
        return;
    const auto put = [&](QByteArrayView part, HttpStyle style) {
        if (!part.isEmpty())
            fill(styles, at + (part.data() - line.data()), part.size(), style);
    };
    put(parts->method, HttpStyle::Method);
    put(parts->target, HttpStyle::Target);
    put(parts->version, HttpStyle::Version);
}

void styleVariables(QByteArray &styles, qsizetype at, QByteArrayView line,
                    const std::function<bool(const QString &)> &knows)
{
    for (qsizetype open = line.indexOf("{{"); open >= 0;) {
        const qsizetype close = line.indexOf("}}", open);
        if (close < 0)
            return;
        const QString name = QString::fromUtf8(line.sliced(open + 2, close - open - 2)).trimmed();
        fill(styles, at + open, close + 2 - open,
             knows(name) ? HttpStyle::Variable : HttpStyle::UnknownVariable);
        open = line.indexOf("{{", close + 2);
    }
}

} // namespace

QByteArray httpStyles(const collection::ReadText &read,
                      const std::function<bool(const QString &)> &knows)
{
    const auto &lines = read.text.lines();
    if (read.firstLine >= lines.size())
        return {};
    const qsizetype start = lines[read.firstLine].offset;
    QByteArray styles(read.text.octets().size() - start, char(HttpStyle::Text));
    for (size_t number = read.firstLine; number < lines.size(); ++number) {
        const collection::Line &line = lines[number];
        const QByteArrayView text = read.text.text(number);
        const qsizetype at = qsizetype(line.offset) - start;
        fill(styles, at, text.size(), wholeLine(line.kind));
        if (line.kind == LineKind::RequestLine)
            styleRequestLine(styles, at, text);
        else if (line.kind == LineKind::Header)
            fill(styles, at, std::max<qsizetype>(text.indexOf(':'), 0), HttpStyle::HeaderName);
        else if (line.kind == LineKind::Body)
            styleBody(styles, at, text);
        const HttpStyle whole = wholeLine(line.kind);
        if (whole != HttpStyle::Comment && whole != HttpStyle::Script)
            styleVariables(styles, at, text, knows);
    }
    return styles;
}

} // namespace sonde::ui
