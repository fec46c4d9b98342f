#include "body/finder.h"

#include <chrono>
#include <cstring>

namespace sonde::body
{
namespace
{

using namespace std::chrono_literals;

constexpr qint64 smallestBlock = 4 << 10; // octets
constexpr auto slow = 20ms;               // for one block
constexpr auto quick = 5ms;

bool isContinuation(char octet)
{
    return (static_cast<unsigned char>(octet) & 0xC0) == 0x80;
}

// Without the octets of a UTF-8 sequence that is not all there.
QByteArrayView wholeCharacters(QByteArrayView octets)
{
    for (qsizetype back = 1; back <= 3 && back <= octets.size(); ++back) {
        const auto octet = static_cast<unsigned char>(octets[octets.size() - back]);
        if (octet < 0x80)
            break;
        if (octet < 0xC0)
            continue;
        const qsizetype wanted = octet >= 0xF0 ? 4 : octet >= 0xE0 ? 3 : 2;
        return wanted > back ? octets.chopped(back) : octets;
    }
    return octets;
}

} // namespace

Finder::~Finder() = default;
Finder::Finder(Finder &&other) noexcept = default;
Finder &Finder::operator=(Finder &&other) noexcept = default;

std::expected<Finder, PatternFault> Finder::make(const Wanted &wanted, qint64 block)
{
    if (wanted.text.isEmpty())
        return std::unexpected(
            PatternFault{.sentence = QStringLiteral("There is nothing to look for: type a text.")});
    Finder finder;
    finder.m_largest = block;
    finder.m_block = block;
    finder.m_needle = wanted.text;
    const bool plain = wanted.kind == Wanted::Kind::Literal &&
                       wanted.letterCase == LetterCase::Same && wanted.words == Wanted::Words::Any;
    if (plain)
        return finder;
    auto pattern =
        Pattern::compile(wanted.text, {.literal = wanted.kind == Wanted::Kind::Literal,
                                       .anyCase = wanted.letterCase == LetterCase::Any,
                                       .wholeWord = wanted.words == Wanted::Words::Whole});
    if (!pattern)
        return std::unexpected(pattern.error());
    // “^” looks at the octet before even where a pattern has no look-behind.
    finder.m_context = pattern->lookBehind() + 4;
    finder.m_pattern = std::make_unique<PatternMatch>(*std::move(pattern));
    return finder;
}

Finder::Step Finder::step(const ByteSource &source, std::vector<Hit> &hits)
{
    return m_pattern ? pattern(source, hits) : literal(source, hits);
}

Finder::Step Finder::literal(const ByteSource &source, std::vector<Hit> &hits)
{
    const qint64 length = m_needle.size();
    // Blocks overlap by one octet less than the needle, so that no match falls between two.
    const auto octets = source.read(m_position, m_block + length - 1);
    if (!octets) {
        m_problem = octets.error().sentence;
        return Step::Failed;
    }
    if (octets->size() < length)
        return Step::Waiting;
    const char *at = octets->constData();
    const char *end = at + octets->size();
    while (const void *hit = memmem(at, size_t(end - at), m_needle.constData(), size_t(length))) {
        at = static_cast<const char *>(hit) + length; // matches do not overlap
        const qint64 to = m_position + (at - octets->constData());
        hits.push_back({to - length, to});
    }
    m_position += std::max<qint64>(octets->size() - length + 1, at - octets->constData());
    return Step::Partial;
}

Finder::Step Finder::pattern(const ByteSource &source, std::vector<Hit> &hits)
{
    // In this order: what was appended before finish() is then seen whenever the finish is.
    const bool finished = source.isFinished();
    const qint64 size = source.size();
    const qint64 from = std::max<qint64>(m_position - m_context, 0);
    const qint64 wanted = m_position - from + std::max(m_block, m_reach);
    const auto read = source.read(from, wanted);
    if (!read) {
        m_problem = read.error().sentence;
        return Step::Failed;
    }
    QByteArrayView octets(*read);
    const bool last = finished && from + octets.size() >= size;
    if (!last)
        octets = wholeCharacters(octets);
    qint64 skipped = 0; // a context must not begin inside a character
    while (from + skipped < m_position && skipped < octets.size() &&
           isContinuation(octets[skipped]))
        ++skipped;
    const bool isAll = from + read->size() >= size;
    if (from + octets.size() <= m_position) {
        m_reach = m_block + m_reach;
        return isAll ? Step::Waiting : Step::Partial;
    }
    const qint64 before = m_position;
    const auto following = last ? PatternMatch::Following::Nothing : PatternMatch::Following::More;
    const auto start = std::chrono::steady_clock::now();
    const Step step = search(octets.sliced(skipped), from + skipped, following, hits);
    const auto took = std::chrono::steady_clock::now() - start;
    if (took > slow)
        m_block = std::max(m_block / 4, std::min(smallestBlock, m_largest));
    else if (took < quick)
        m_block = std::min(m_block * 2, m_largest);
    if (step == Step::Failed)
        return step;
    if (m_position > before) {
        m_reach = 0;
        return step;
    }
    // Nothing decided: more octets are needed, now or when they come.
    m_reach = std::min(std::max(m_reach, m_block) * 4, longestMatch + m_block);
    return isAll ? Step::Waiting : Step::Partial;
}

Finder::Step Finder::search(QByteArrayView octets, qint64 base, PatternMatch::Following following,
                            std::vector<Hit> &hits)
{
    constexpr auto passedOver = PatternMatch::Empty::PassedOver;
    const auto until = std::chrono::steady_clock::now() + slow;
    qsizetype at = qsizetype(m_position - base);
    while (at < octets.size() && std::chrono::steady_clock::now() < until) {
        auto outcome = m_pattern->find(octets, at, following, passedOver);
        const qsizetype from = m_pattern->from();
        if (outcome == PatternMatch::Outcome::Partial && octets.size() - from >= longestMatch) {
            // Long enough: it ends here or begins elsewhere.
            outcome = m_pattern->find(octets, from, PatternMatch::Following::Nothing, passedOver);
            if (outcome != PatternMatch::Outcome::TooCostly &&
                (outcome == PatternMatch::Outcome::None || m_pattern->from() != from)) {
                at = from + 1;
                m_position = base + at;
                continue;
            }
        }
        if (outcome == PatternMatch::Outcome::TooCostly) {
            tooCostly(base + at);
            return Step::Failed;
        }
        if (outcome == PatternMatch::Outcome::Found) {
            at = m_pattern->to();
            hits.push_back({base + m_pattern->from(), base + at});
            m_position = base + at;
            continue;
        }
        m_position = base + (outcome == PatternMatch::Outcome::Partial ? from : octets.size());
        break;
    }
    return Step::Partial;
}

void Finder::tooCostly(qint64 offset)
{
    m_problem = QStringLiteral("The pattern takes too long on the octets behind offset %1: make it "
                               "more exact, for example with fewer nested repetitions.")
                    .arg(offset);
}

} // namespace sonde::body
