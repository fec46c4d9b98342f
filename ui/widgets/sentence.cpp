#include "ui/widgets/sentence.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <utility>

namespace sonde::ui
{

namespace
{

constexpr qsizetype longest = 4096;   // characters; what is longer is no sentence
constexpr int mostAttempts = 600;     // readings of one sentence and its parts, whoever wrote it
constexpr int deepest = 4;            // sentences within sentences
constexpr qsizetype leastLetters = 3; // that a template must bring itself

// A value that brings its quotation marks along.
const char *const quotation = QT_TRANSLATE_NOOP("sonde::Sentence", "“%1”");

bool endsPart(QChar letter)
{
    return QStringView(u".;:,)").contains(letter);
}

// What was said lately, in the language that it was said in. Any thread.
class SaidBefore
{
public:
    [[nodiscard]] std::optional<QString> find(const QString &language, const QString &english)
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_said.constFind({language, english});
        return found == m_said.cend() ? std::nullopt : std::optional(*found);
    }
    void keep(const QString &language, const QString &english, const QString &said)
    {
        const std::scoped_lock lock(m_mutex);
        if (english.size() > longest)
            return;
        if (m_said.size() >= most)
            m_said.clear();
        m_said.insert({language, english}, said);
    }

private:
    static constexpr qsizetype most = 500; // sentences: more than are in sight at once
    std::mutex m_mutex;
    QHash<std::pair<QString, QString>, QString> m_said;
};

QString firstWordOf(QStringView text)
{
    const qsizetype blank = text.indexOf(u' ');
    return (blank < 0 ? text : text.first(blank)).toString();
}

} // namespace

SentenceBook::SentenceBook(const QByteArray &list)
{
    QByteArray context;
    for (const QByteArray &line : list.split('\n')) {
        if (line.startsWith("# "))
            context = line.mid(2);
        else if (!line.isEmpty())
            add(context, line);
    }
}

void SentenceBook::add(const QByteArray &context, const QByteArray &english)
{
    Template made{.context = context, .english = english, .literals = {}, .places = {}};
    const QString text = QString::fromUtf8(english).trimmed();
    QString literal;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool isPlace = text[at] == u'%' && at + 1 < text.size() && text[at + 1] >= u'1' &&
                             text[at + 1] <= u'9';
        if (!isPlace) {
            literal += text[at];
            continue;
        }
        const int number = text[++at].digitValue();
        if (!made.places.empty() && literal.trimmed().isEmpty()) {
            made.places.back().numbers.push_back(number);
            literal.clear();
            continue;
        }
        const bool quoted = literal.endsWith(u'“') || literal.endsWith(QLatin1String("{{"));
        made.places.push_back({.numbers = {number}, .verbatim = quoted});
        made.weight += literal.size();
        made.literals.push_back(std::exchange(literal, {}));
    }
    made.weight += literal.size();
    made.literals.push_back(literal);
    qsizetype letters = 0;
    for (const QString &part : made.literals)
        letters += std::ranges::count_if(part, [](QChar letter) { return letter.isLetter(); });
    if (letters < leastLetters)
        return;
    const QString &first = made.literals.front();
    const bool known = made.places.empty() || first.contains(u' ');
    const size_t index = m_templates.size();
    (known ? m_byFirstWord[firstWordOf(first)] : m_others).push_back(index);
    m_templates.push_back(std::move(made));
}

// One sentence being read. Every part is tried as a whole and cut where parts meet; the reading
// that explains most of its letters wins. Attempts are counted, so that no text takes long.
class SentenceReader
{
public:
    struct Reading {
        QString text;
        qsizetype weight = 0; // letters that templates explain
    };

    SentenceReader(const SentenceBook &book, const SentenceBook::Say &say)
        : m_book(book)
        , m_say(say)
    {
    }

    // `cutAnywhere`: parts may meet at any blank, not only after a sign.
    Reading read(QStringView text, int depth, bool cutAnywhere)
    {
        if (++m_attempts > mostAttempts || depth > deepest || (depth == 0 && !text.contains(u' ')))
            return {text.toString(), 0};
        std::vector<qsizetype> starts{0};
        for (qsizetype at = 1; at + 1 < text.size() && starts.size() < mostParts; ++at) {
            if (text[at] == u' ' && (cutAnywhere || endsPart(text[at - 1]) ||
                                     text[at - 1] == u'”' || text[at + 1] == u'('))
                starts.push_back(at + 1);
        }
        // From the end on: the best reading of all that follows each place.
        std::vector<Reading> from(starts.size());
        for (size_t begin = starts.size(); begin-- > 0;) {
            Reading best = part(text.sliced(starts[begin]), depth);
            for (size_t end = begin + 1; end < starts.size(); ++end) {
                const auto length = starts[end] - 1 - starts[begin];
                Reading head = part(text.sliced(starts[begin], length), depth);
                if (head.weight + from[end].weight > best.weight)
                    best = {head.text + u' ' + from[end].text, head.weight + from[end].weight};
            }
            from[begin] = std::move(best);
        }
        return from.front();
    }

private:
    static constexpr size_t mostParts = 24;

    // As one template, with or without the signs around it.
    Reading part(QStringView text, int depth)
    {
        if (auto found = whole(text, depth))
            return *std::move(found);
        if (text.size() > 2 && endsPart(text.back()) && text.back() != u')') {
            if (auto found = part(text.chopped(1), depth); found.weight > 0)
                return {found.text + text.back(), found.weight};
        } else if (text.size() > 2 && text.front() == u'(' && text.back() == u')') {
            Reading inside = read(text.sliced(1, text.size() - 2), depth + 1, false);
            return {u'(' + inside.text + u')', inside.weight};
        }
        if (text.size() > 2 && text.front() == u'“' && text.indexOf(u'”') == text.size() - 1)
            return {m_say("sonde::Sentence", quotation).arg(text.sliced(1).chopped(1)), 0};
        return {text.toString(), 0};
    }

    std::optional<Reading> whole(QStringView text, int depth)
    {
        if (++m_attempts > mostAttempts || text.isEmpty())
            return {};
        const SentenceBook::Template *best = nullptr;
        const auto consider = [&](const std::vector<size_t> &candidates) {
            for (const size_t index : candidates) {
                const auto &one = m_book.m_templates[index];
                if ((!best || one.weight > best->weight) && fits(one, text))
                    best = &one;
            }
        };
        const auto known = m_book.m_byFirstWord.constFind(firstWordOf(text));
        if (known != m_book.m_byFirstWord.cend())
            consider(*known);
        consider(m_book.m_others);
        if (!best)
            return {};
        return said(*best, valuesIn(*best, text), depth);
    }

    static bool fits(const SentenceBook::Template &one, QStringView text)
    {
        const QString &first = one.literals.front();
        const QString &last = one.literals.back();
        if (one.places.empty())
            return text == first;
        if (text.size() < one.weight || !text.startsWith(first) || !text.endsWith(last))
            return false;
        QStringView rest = text.sliced(first.size()).chopped(last.size());
        for (size_t index = 1; index + 1 < one.literals.size(); ++index) {
            const qsizetype at = rest.indexOf(one.literals[index]);
            if (at < 0)
                return false;
            rest = rest.sliced(at + one.literals[index].size());
        }
        return true;
    }

    // Each as short as it can be; this finds a way if there is any, without trying others.
    static std::vector<QStringView> valuesIn(const SentenceBook::Template &one, QStringView text)
    {
        std::vector<QStringView> values;
        if (one.places.empty())
            return values;
        QStringView rest =
            text.sliced(one.literals.front().size()).chopped(one.literals.back().size());
        for (size_t index = 1; index + 1 < one.literals.size(); ++index) {
            const qsizetype at = rest.indexOf(one.literals[index]);
            values.push_back(rest.first(at));
            rest = rest.sliced(at + one.literals[index].size());
        }
        values.push_back(rest);
        return values;
    }

    Reading said(const SentenceBook::Template &one, const std::vector<QStringView> &values,
                 int depth)
    {
        Reading made{.text = {}, .weight = one.weight};
        std::array<std::optional<QString>, 10> byNumber;
        for (size_t index = 0; index < values.size(); ++index) {
            const auto &place = one.places[index];
            Reading value{values[index].toString(), 0};
            if (!place.verbatim)
                value = read(values[index], depth + 1, place.numbers.size() > 1);
            made.weight += value.weight;
            for (const int number : place.numbers) {
                if (!byNumber[number])
                    byNumber[number] = number == place.numbers.front() ? value.text : QString();
            }
        }
        const QString words = m_say(one.context.constData(), one.english.constData()).trimmed();
        for (qsizetype at = 0; at < words.size(); ++at) {
            const int number =
                words[at] == u'%' && at + 1 < words.size() ? words[at + 1].digitValue() : -1;
            if (number < 1 || !byNumber[number]) {
                made.text += words[at];
                continue;
            }
            if (byNumber[number]->isEmpty() && made.text.endsWith(u' '))
                made.text.chop(1); // it went with the place before it
            made.text += *byNumber[number];
            ++at;
        }
        return made;
    }

    const SentenceBook &m_book;
    const SentenceBook::Say &m_say;
    int m_attempts = 0;
};

QString SentenceBook::translated(const QString &english, const Say &say) const
{
    if (m_templates.empty() || english.size() > longest)
        return english;
    // Line by line: what is told of several things stands in lines of their own.
    QStringList lines = english.split(u'\n');
    SentenceReader reader(*this, say);
    for (QString &line : lines) {
        const auto reading = reader.read(line, 0, false);
        if (reading.weight > 0)
            line = reading.text;
    }
    return lines.join(u'\n');
}

QString inWindowLanguage(const QString &english)
{
    // One of them tells whether there is anything to be said in other words.
    const char *const probe = "The request was cancelled.";
    if (english.isEmpty())
        return english;
    const QString language = QCoreApplication::translate("sonde::Sentence", probe);
    if (language == QLatin1String(probe))
        return english;
    static const SentenceBook book = [] {
        QFile list(QStringLiteral(":/sonde/translations/sentences.txt"));
        return list.open(QIODevice::ReadOnly) ? SentenceBook(list.readAll()) : SentenceBook();
    }();
    // Lists and tool tips ask for the same ones with each paint.
    static SaidBefore before;
    if (const auto said = before.find(language, english))
        return *said;
    const QString said = book.translated(english, [](const char *context, const char *words) {
        return QCoreApplication::translate(context, words);
    });
    before.keep(language, english, said);
    return said;
}

} // namespace sonde::ui
