#include "ui/protocol/wire_filter.h"

#include "ui/protocol/wire_words.h"

namespace sonde::ui
{
namespace
{

constexpr qsizetype mostCharacters = 4096;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::WireFilter)
};

struct Word {
    QString text;
    bool quoted = false; // text as it stands
    bool turned = false;
};

// Words are apart by blanks; "in quotes" blanks belong to the word.
std::expected<std::vector<Word>, QString> split(const QString &text)
{
    std::vector<Word> words;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        Word word;
        if (text[at] == u'-' && at + 1 < text.size() && !text[at + 1].isSpace()) {
            word.turned = true;
            ++at;
        }
        word.quoted = text[at] == u'"';
        if (word.quoted) {
            const auto end = text.indexOf(u'"', at + 1);
            if (end < 0)
                return std::unexpected(
                    Words::tr("A quotation mark is missing at the end of %1.").arg(text.mid(at)));
            word.text = text.mid(at + 1, end - at - 1);
            at = end + 1;
        } else {
            const auto begin = at;
            while (at < text.size() && !text[at].isSpace())
                ++at;
            word.text = text.mid(begin, at - begin);
        }
        if (!word.text.isEmpty())
            words.push_back(std::move(word));
    }
    return words;
}

bool isMessagePart(const WireView &view, size_t row, const QStringList &words)
{
    const QString type = typeText(view, row);
    return std::ranges::any_of(
        words, [&](const QString &word) { return type.startsWith(word, Qt::CaseInsensitive); });
}

bool hasFlag(const WireView &view, size_t row, const QStringList &words)
{
    if (!view.http2)
        return false;
    const trace::Frame &frame = view.http2->frames[row];
    for (const QByteArray &name : trace::frameFlagNames(frame.type, frame.flags)) {
        for (const QString &word : words) {
            if (QString::fromLatin1(name).compare(word, Qt::CaseInsensitive) == 0)
                return true;
        }
    }
    return false;
}

} // namespace

QString WireFilter::help()
{
    return Words::tr("Words that must all hold: stream:1, type:DATA, flag:END_STREAM, dir:in or "
                     "dir:out, len>1000, at>12.5 (milliseconds), is:finding, is:violation, any "
                     "text. A comma means or, a minus in front means not: -type:DATA,PING.");
}

std::expected<WireFilter, QString> WireFilter::parse(const QString &text)
{
    WireFilter filter;
    const auto words = split(text.left(mostCharacters));
    if (!words)
        return std::unexpected(words.error());
    for (const Word &word : *words) {
        auto parsed = word.quoted ? Parsed(Term{.words = {word.text}}) : term(word.text);
        if (!parsed)
            return std::unexpected(parsed.error());
        parsed->turned = word.turned;
        filter.m_terms.push_back(*std::move(parsed));
    }
    return filter;
}

WireFilter::Parsed WireFilter::term(const QString &word)
{
    for (qsizetype at = 1; at < word.size(); ++at) {
        const QChar c = word[at];
        if (c == u'<' || c == u'>' || c == u'=')
            return compared(word, at);
        if (c == u':')
            return keyed(word.first(at).toLower(), word.sliced(at + 1), word);
        if (!c.isLetter())
            break;
    }
    return Term{.words = {word}};
}

WireFilter::Parsed WireFilter::keyed(const QString &key, const QString &value, const QString &word)
{
    const QStringList words = value.split(u',', Qt::SkipEmptyParts);
    if (key == u"stream") {
        Term term{.what = What::Stream};
        for (const QString &each : words) {
            bool good = false;
            term.streams.push_back(each.toUInt(&good));
            if (!good)
                return std::unexpected(
                    Words::tr("%1: a stream is a number, as in stream:1.").arg(word));
        }
        if (term.streams.empty())
            return std::unexpected(Words::tr("%1: which stream? Write stream:1.").arg(word));
        return term;
    }
    if (key == u"type" || key == u"flag") {
        if (words.isEmpty())
            return std::unexpected(key == u"type"
                                       ? Words::tr("%1: which type? Write type:DATA.").arg(word)
                                       : Words::tr("%1: which flag? Write flag:ACK.").arg(word));
        return Term{.what = key == u"type" ? What::Type : What::Flag, .words = words};
    }
    if (key == u"dir") {
        const QString way = value.toLower();
        const bool in = way == u"in" || way == u"received";
        if (!in && way != u"out" && way != u"sent")
            return std::unexpected(Words::tr("%1: the direction is dir:in or dir:out.").arg(word));
        return Term{.what = What::Way, .number = in ? 1.0 : 0.0};
    }
    if (key == u"is") {
        if (value == u"finding" || value == u"violation")
            return Term{.what = value == u"finding" ? What::Finding : What::Violation};
        return std::unexpected(Words::tr("%1: it can be is:finding or is:violation.").arg(word));
    }
    if (key == u"len" || key == u"at")
        return compared(key + u'=' + value, key.size());
    return Term{.words = {word}}; // ":status", "content-type:…"
}

WireFilter::Parsed WireFilter::compared(const QString &word, qsizetype at)
{
    const QString key = word.first(at).toLower();
    if (key != u"len" && key != u"at")
        return Term{.words = {word}}; // "max-age=0"
    qsizetype from = at + 1;
    const bool equal = from < word.size() && word[from] == u'=' && word[at] != u'=';
    from += equal ? 1 : 0;
    bool good = false;
    const double number = word.sliced(from).toDouble(&good);
    if (!good)
        return std::unexpected(
            key == u"len" ? Words::tr("%1: octets are a number, as in len>1000.").arg(word)
                          : Words::tr("%1: milliseconds are a number, as in at>12.5.").arg(word));
    const Than than = word[at] == u'<'   ? (equal ? Than::AtMost : Than::Less)
                      : word[at] == u'>' ? (equal ? Than::AtLeast : Than::More)
                                         : Than::Equal;
    return Term{
        .what = key == u"len" ? What::Length : What::Moment, .than = than, .number = number};
}

bool WireFilter::compare(double value, const Term &term)
{
    switch (term.than) {
    case Than::Equal:
        return value == term.number;
    case Than::Less:
        return value < term.number;
    case Than::AtMost:
        return value <= term.number;
    case Than::More:
        return value > term.number;
    case Than::AtLeast:
        return value >= term.number;
    }
    Q_UNREACHABLE();
}

bool WireFilter::holds(const Term &term, const WireView &view, size_t row, trace::Stamp zero)
{
    switch (term.what) {
    case What::Text:
        return searchText(view, row).contains(term.words.front(), Qt::CaseInsensitive);
    case What::Stream:
        return std::ranges::find(term.streams, view.stream(row)) != term.streams.end();
    case What::Type:
        return isMessagePart(view, row, term.words);
    case What::Flag:
        return hasFlag(view, row, term.words);
    case What::Way:
        return (view.direction(row) == trace::Direction::Received) == (term.number > 0);
    case What::Finding:
        return verdictKind(view, row) != trace::Verdict::Kind::Ok;
    case What::Violation:
        return verdictKind(view, row) == trace::Verdict::Kind::Violation;
    case What::Length:
        return compare(double(wireLength(view, row)), term);
    case What::Moment:
        return compare(double((view.at(row) - zero).count()) / 1e6, term);
    }
    Q_UNREACHABLE();
}

bool WireFilter::matches(const WireView &view, size_t row, trace::Stamp zero) const
{
    return std::ranges::all_of(
        m_terms, [&](const Term &term) { return holds(term, view, row, zero) != term.turned; });
}

std::vector<quint32> WireFilter::apply(const WireView &view, trace::Stamp zero) const
{
    std::vector<quint32> rows;
    rows.reserve(isEmpty() ? view.size() : 0);
    for (size_t row = 0; row < view.size(); ++row) {
        if (matches(view, row, zero))
            rows.push_back(quint32(row));
    }
    return rows;
}

} // namespace sonde::ui
