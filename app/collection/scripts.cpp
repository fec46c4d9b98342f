#include "collection/scripts.h"

#include "collection/block_reader.h"

namespace sonde::collection
{
namespace
{

using http::Result;
using When = Script::When;

std::unexpected<http::Error> refuse(const QString &sentence)
{
    return std::unexpected(http::Error{
        .layer = http::Layer::File, .code = http::Code::FileUnwritable, .sentence = sentence});
}

QString shown(QByteArrayView octets)
{
    return QString::fromUtf8(octets);
}

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

// Where a script stands. Code may begin behind {% and end before %}; then those lines are its own.
struct Place {
    Script script;
    size_t first = 0;
    size_t count = 1;
    QString head; // "> {%" and, if code follows on that line, the blank behind it
    QString tail; // from %} on
    bool beginsInHead = false;
    bool endsInTail = false;
};

Place placeOf(const HttpText &text, size_t first, When when)
{
    Place place{.first = first};
    place.script.when = when;
    const QString opening = shown(text.text(first));
    const auto open = opening.indexOf(QLatin1String("{%"));
    if (open < 0) {
        place.script.isFile = true;
        place.script.code = opening.sliced(1).trimmed();
        return place;
    }
    QStringList lines{opening.sliced(open + 2)};
    while (!lines.constLast().contains(QLatin1String("%}")) &&
           first + place.count < text.lines().size())
        lines.append(shown(text.text(first + place.count++)));
    const auto close = lines.constLast().indexOf(QLatin1String("%}"));
    place.head = opening.first(open + 2);
    place.tail = close < 0 ? QString() : lines.constLast().sliced(close);
    lines.last().truncate(std::max<qsizetype>(close, 0));
    if (lines.size() == 1) {
        place.beginsInHead = place.endsInTail = true;
        place.script.code = lines.constFirst().trimmed();
        return place;
    }
    place.beginsInHead = !isBlank(lines.constFirst());
    place.endsInTail = !isBlank(lines.constLast());
    if (place.beginsInHead)
        lines.first() = lines.constFirst().trimmed();
    else
        lines.removeFirst();
    if (!place.endsInTail)
        lines.removeLast();
    place.script.code = lines.join(u'\n');
    return place;
}

std::vector<Place> placesIn(const HttpText &text)
{
    const Block *block = blockOf(text, 0);
    std::vector<Place> places;
    if (!block)
        return places;
    for (size_t line = block->first; line < block->first + block->count; ++line) {
        const LineKind kind = text.lines()[line].kind;
        if (kind != LineKind::PreScript && kind != LineKind::Handler)
            continue;
        places.push_back(
            placeOf(text, line, kind == LineKind::PreScript ? When::Before : When::After));
        line += places.back().count - 1;
    }
    return places;
}

std::vector<QByteArray> octetsOf(const QStringList &lines)
{
    std::vector<QByteArray> octets;
    for (const QString &line : lines)
        octets.push_back(line.toUtf8());
    return octets;
}

HttpText::Edit replaced(const Place &place, const QString &code)
{
    QStringList lines = code.split(u'\n');
    if (place.beginsInHead && place.endsInTail && lines.size() == 1) {
        lines = {place.head + u' ' + code + u' ' + place.tail};
    } else {
        if (place.beginsInHead && place.count > 1)
            lines.first() = place.head + u' ' + lines.constFirst();
        else
            lines.prepend(place.head);
        if (place.endsInTail && place.count > 1)
            lines.last() += place.tail;
        else
            lines.append(place.tail);
    }
    return {place.first, place.count, octetsOf(lines)};
}

// Before the request line, or below all that the block says of the request.
HttpText::Edit added(const HttpText &text, When when, const QString &code)
{
    const Block &block = *blockOf(text, 0);
    QStringList lines = code.split(u'\n');
    lines.prepend(when == When::Before ? QStringLiteral("< {%") : QStringLiteral("> {%"));
    lines.append(QStringLiteral("%}"));
    if (when == When::Before)
        return {*block.requestLine, 0, octetsOf(lines)};
    size_t end = block.first + block.count;
    while (end > *block.requestLine + 1 && (text.lines()[end - 1].kind == LineKind::Blank ||
                                            text.lines()[end - 1].kind == LineKind::Comment))
        --end;
    lines.prepend(QString());
    return {end, 0, octetsOf(lines)};
}

HttpText::Edit removed(const HttpText &text, const Place &place)
{
    size_t first = place.first;
    size_t count = place.count;
    // The blank line that set it off goes with it.
    if (place.script.when == When::After && first > 0 &&
        text.lines()[first - 1].kind == LineKind::Blank) {
        --first;
        ++count;
    }
    return {first, count, {}};
}

} // namespace

std::vector<Script> scriptsOf(const RequestText &text)
{
    std::vector<Script> scripts;
    if (text.octets.size() > requestTextLimit)
        return scripts;
    const auto whole = asFile(text);
    if (!whole)
        return scripts;
    for (Place &place : placesIn(whole->file.text()))
        scripts.push_back(std::move(place.script));
    return scripts;
}

bool canEditScript(const std::vector<Script> &scripts, When when)
{
    const auto isThat = [when](const Script &script) { return script.when == when; };
    return std::ranges::count_if(scripts, isThat) <= 1 &&
           std::ranges::none_of(
               scripts, [&](const Script &script) { return isThat(script) && script.isFile; });
}

Result<RequestText> withScript(const RequestText &text, When when, const QString &code)
{
    const auto whole = asFile(text);
    if (!whole)
        return std::unexpected(whole.error());
    const HttpText &before = whole->file.text();
    if (whole->file.requests().empty())
        return refuse(QStringLiteral("The text holds no request that a script could belong to."));
    const std::vector<Script> scripts = scriptsOf(text);
    if (!canEditScript(scripts, when))
        return refuse(
            QStringLiteral("There are several scripts, or one in a file: edit them as text."));
    if (code.contains(QLatin1String("%}")))
        return refuse(QStringLiteral("“%}” ends a script and cannot stand within it."));
    const auto places = placesIn(before);
    const auto place =
        std::ranges::find_if(places, [when](const Place &one) { return one.script.when == when; });
    const bool isThere = place != places.end();
    if (isBlank(code) && !isThere)
        return text;
    const HttpText::Edit edit = isBlank(code) ? removed(before, *place)
                                : isThere     ? replaced(*place, code)
                                              : added(before, when, code);
    const auto edited = before.edited({edit});
    if (!edited)
        return std::unexpected(edited.error());
    QByteArray octets = edited->octets();
    if (whole->firstLine > 0)
        octets.remove(0, octets.indexOf('\n') + 1);
    RequestText after{std::move(octets), text.separated};
    const auto read = asFile(after);
    if (!read || read->file.requests().size() != whole->file.requests().size() ||
        read->file.requests().front().document != whole->file.requests().front().document)
        return refuse(QStringLiteral("With this script, the request would be read as something "
                                     "else; edit it as text."));
    return after;
}

} // namespace sonde::collection
