#include "body/json_diff.h"

#include "body/json_locator.h"
#include "body/json_text.h"
#include "body/sequence_diff.h"

#include <algorithm>
#include <map>
#include <optional>

namespace sonde::body
{
namespace
{

constexpr quint32 none = ~0U;

struct Value {
    qint64 keyFrom = -1;
    qint64 keyTo = -1;
    qint64 from = 0;
    qint64 to = 0;
    quint64 hash = 0;
    quint32 parent = none;
    quint32 place = 0; // among its siblings
    JsonKind kind = JsonKind::Broken;
};

quint64 mixed(quint64 a, quint64 b)
{
    const quint64 both[] = {a, b};
    return octetsHash(QByteArrayView(reinterpret_cast<const char *>(both), sizeof both));
}

// All values of a body in the order of their begin: what is under one follows it.
class Values
{
public:
    Values(const std::shared_ptr<const ByteSource> &source, ElementOrder order,
           const StopMark &stop)
        : m_input(source, stop)
        , m_order(order)
    {
    }

    JsonDiff::End read()
    {
        struct Level {
            JsonCursor cursor;
            quint32 container;
            quint64 hash;
            quint32 count;
        };
        m_values.push_back({.kind = JsonKind::Array}); // the document: values beside each other
        std::vector<Level> levels{{JsonCursor::document(), 0, 1, 0}};
        while (!levels.empty()) {
            Level &level = levels.back();
            JsonChild child;
            const auto step = level.cursor.next(m_input, child);
            if (step == JsonCursor::Step::Stopped)
                return JsonDiff::End::Stopped;
            if (step != JsonCursor::Step::Child) {
                const Level done = level;
                levels.pop_back();
                Value &container = m_values[done.container];
                container.to = done.cursor.position();
                container.hash = mixed(done.hash, quint64(container.kind) << 32 | done.count);
                if (levels.empty())
                    break;
                levels.back().cursor.childEnds(container.to);
                take(levels.back().hash, container);
                continue;
            }
            if (m_values.size() >= JsonDiff::mostValues)
                return JsonDiff::End::TooManyValues;
            const auto number = quint32(m_values.size());
            m_values.push_back({.keyFrom = child.keyFrom,
                                .keyTo = child.keyTo,
                                .from = child.from,
                                .parent = level.container,
                                .place = level.count++,
                                .kind = child.kind});
            if (isContainer(child.kind)) {
                levels.push_back({JsonCursor::into(child), number, 1, 0});
                continue;
            }
            Value &scalar = m_values.back();
            scalar.to = jsonEnd(m_input, scalar.from).value_or(m_input.source().size());
            scalar.hash = mixed(octetsHash(meaning(scalar)), quint64(scalar.kind));
            take(level.hash, scalar);
        }
        return JsonDiff::End::Whole;
    }

    [[nodiscard]] const std::optional<http::Error> &error() const { return m_input.error(); }
    [[nodiscard]] const Value &at(quint32 number) const { return m_values[number]; }

    // Of one container, in order.
    [[nodiscard]] std::vector<quint32> children(quint32 container) const
    {
        std::vector<quint32> result;
        for (quint32 i = container + 1;
             i < m_values.size() && (container == 0 || m_values[i].from < m_values[container].to);
             i = after(i))
            result.push_back(i);
        return result;
    }

    [[nodiscard]] QByteArray name(const Value &value)
    {
        return value.keyFrom < 0 ? QByteArray()
                                 : unescapedJson(m_input.text(value.keyFrom, value.keyTo));
    }

    [[nodiscard]] QByteArray path(quint32 number)
    {
        std::vector<JsonPlace> places;
        for (; number != 0 && number != none; number = m_values[number].parent) {
            const Value &value = m_values[number];
            places.push_back({value.place, {value.keyFrom, value.keyTo, value.from, value.kind}});
        }
        std::ranges::reverse(places);
        return normalizedPath(m_input, places);
    }

private:
    // The next value that is not under this one.
    [[nodiscard]] quint32 after(quint32 number) const
    {
        const Value &value = m_values[number];
        if (!isContainer(value.kind))
            return number + 1;
        const auto next =
            std::partition_point(m_values.begin() + number + 1, m_values.end(),
                                 [to = value.to](const Value &other) { return other.from < to; });
        return quint32(next - m_values.begin());
    }

    [[nodiscard]] QByteArray meaning(const Value &scalar)
    {
        const QByteArray literal = m_input.text(scalar.from, scalar.to);
        if (scalar.kind == JsonKind::String)
            return unescapedJson(literal);
        // A number beyond what a double tells apart counts by its digits.
        constexpr qsizetype exactDigits = 15;
        const auto number = scalar.kind == JsonKind::Number && literal.size() <= exactDigits
                                ? jsonNumber(literal)
                                : std::nullopt;
        return number ? jsonNumberText(*number) : literal;
    }

    void take(quint64 &hash, const Value &child)
    {
        if (child.keyFrom >= 0)
            hash += mixed(octetsHash(name(child)), child.hash); // in any order
        else if (m_order == ElementOrder::Ignored && child.parent != 0)
            hash += mixed(child.hash, 0);
        else
            hash = mixed(hash, child.hash);
    }

    JsonInput m_input;
    const ElementOrder m_order;
    std::vector<Value> m_values;
};

class Comparison
{
public:
    Comparison(Values &first, Values &second, ElementOrder order, const StopMark &stop)
        : m_first(first)
        , m_second(second)
        , m_order(order)
        , m_stop(stop)
    {
    }

    JsonDiff run()
    {
        m_pairs.emplace_back(0, 0);
        while (!m_pairs.empty()) {
            if (m_stop && *m_stop) {
                m_diff.end = JsonDiff::End::Stopped;
                break;
            }
            if (m_diff.changes.size() >= JsonDiff::mostChanges) {
                m_diff.end = JsonDiff::End::TooManyChanges;
                break;
            }
            const auto [first, second] = m_pairs.back();
            m_pairs.pop_back();
            if (first == none || second == none)
                add(first, second);
            else if (m_first.at(first).hash != m_second.at(second).hash)
                compare(first, second);
        }
        return std::move(m_diff);
    }

private:
    void compare(quint32 first, quint32 second)
    {
        const JsonKind kind = m_first.at(first).kind;
        if (kind != m_second.at(second).kind || !isContainer(kind)) {
            add(first, second);
            return;
        }
        const auto before = qsizetype(m_pairs.size());
        const auto a = m_first.children(first);
        const auto b = m_second.children(second);
        if (kind == JsonKind::Object)
            matchMembers(a, b);
        else if (m_order == ElementOrder::Ignored && first != 0)
            matchSet(a, b);
        else
            matchSequence(a, b);
        // Taken from the end.
        std::reverse(m_pairs.begin() + before, m_pairs.end());
    }

    void matchMembers(const std::vector<quint32> &a, const std::vector<quint32> &b)
    {
        std::map<QByteArray, std::vector<quint32>> others; // names may come twice
        for (auto i = b.rbegin(); i != b.rend(); ++i)
            others[m_second.name(m_second.at(*i))].push_back(*i);
        for (const quint32 i : a) {
            const auto found = others.find(m_first.name(m_first.at(i)));
            if (found == others.end() || found->second.empty()) {
                m_pairs.emplace_back(i, none);
                continue;
            }
            m_pairs.emplace_back(i, found->second.back());
            found->second.pop_back();
        }
        std::vector<quint32> left;
        for (const auto &[name, values] : others)
            left.insert(left.end(), values.begin(), values.end());
        std::ranges::sort(left);
        for (const quint32 i : left)
            m_pairs.emplace_back(none, i);
    }

    void matchSequence(const std::vector<quint32> &a, const std::vector<quint32> &b)
    {
        const auto hashes = [](const Values &values, const std::vector<quint32> &numbers) {
            std::vector<quint64> result;
            for (const quint32 i : numbers)
                result.push_back(values.at(i).hash);
            return result;
        };
        for (const DiffStretch &one :
             diffSequences(hashes(m_first, a), hashes(m_second, b), m_stop).stretches)
            matchInTurn(std::span(a).subspan(size_t(one.first), size_t(one.firstCount)),
                        std::span(b).subspan(size_t(one.second), size_t(one.secondCount)));
    }

    void matchSet(const std::vector<quint32> &a, const std::vector<quint32> &b)
    {
        std::map<quint64, qint64> counts;
        for (const quint32 i : b)
            ++counts[m_second.at(i).hash];
        std::vector<quint32> first;
        for (const quint32 i : a) {
            const auto found = counts.find(m_first.at(i).hash);
            if (found != counts.end() && found->second > 0)
                --found->second;
            else
                first.push_back(i);
        }
        std::vector<quint32> second;
        for (auto i = b.rbegin(); i != b.rend(); ++i) {
            qint64 &left = counts[m_second.at(*i).hash];
            if (left > 0) {
                --left;
                second.push_back(*i);
            }
        }
        std::ranges::reverse(second);
        matchInTurn(first, second);
    }

    void matchInTurn(std::span<const quint32> a, std::span<const quint32> b)
    {
        for (size_t i = 0; i < std::max(a.size(), b.size()); ++i)
            m_pairs.emplace_back(i < a.size() ? a[i] : none, i < b.size() ? b[i] : none);
    }

    void add(quint32 first, quint32 second)
    {
        JsonChange change;
        if (first != none) {
            change.firstFrom = m_first.at(first).from;
            change.firstTo = m_first.at(first).to;
        }
        if (second != none) {
            change.secondFrom = m_second.at(second).from;
            change.secondTo = m_second.at(second).to;
        }
        change.kind = first == none    ? JsonChange::Kind::Added
                      : second == none ? JsonChange::Kind::Removed
                                       : JsonChange::Kind::Changed;
        change.path = first == none ? m_second.path(second) : m_first.path(first);
        m_diff.changes.push_back(std::move(change));
    }

    Values &m_first;
    Values &m_second;
    const ElementOrder m_order;
    const StopMark m_stop;
    std::vector<std::pair<quint32, quint32>> m_pairs; // that wait, the next one last
    JsonDiff m_diff;
};

} // namespace

JsonDiff diffJson(const std::shared_ptr<const ByteSource> &first,
                  const std::shared_ptr<const ByteSource> &second, ElementOrder order,
                  const StopMark &stop)
{
    Values a(first, order, stop);
    Values b(second, order, stop);
    for (Values *one : {&a, &b}) {
        if (const auto end = one->read(); end != JsonDiff::End::Whole)
            return {.end = end};
        if (one->error())
            return {.problem = one->error()->sentence};
    }
    return Comparison(a, b, order, stop).run();
}

} // namespace sonde::body
