#include "body/json_path_filter.h"

#include "body/json_canonical.h"
#include "body/json_path_walk.h"
#include "body/json_text.h"

namespace sonde::body
{

using namespace json_path;
using Kind = Expression::Kind;

void JsonPathFilter::setRoot(const JsonChild &root)
{
    m_root = root;
    m_constants.clear();
}

void JsonPathFilter::fail(const QString &sentence)
{
    note(Answer::Failed);
    if (m_problem.isEmpty())
        m_problem = sentence;
}

void JsonPathFilter::note(Answer trouble)
{
    if (m_trouble == Answer::Yes)
        m_trouble = trouble;
}

JsonPathFilter::Answer JsonPathFilter::holds(const Expression &expression, const JsonChild &node)
{
    m_trouble = Answer::Yes;
    // Half a value must not be judged: all of it has to be there.
    if (!m_input.source().isFinished() && !jsonEnd(m_input, node.from))
        return m_input.isStopped() ? Answer::Stopped : Answer::More;
    const bool held = test(expression, node);
    if (m_trouble != Answer::Yes) {
        m_constants.clear();
        return m_trouble;
    }
    return held ? Answer::Yes : Answer::No;
}

bool JsonPathFilter::test(const Expression &expression, const JsonChild &node)
{
    const auto holds = [&](const Expression &part) { return test(part, node); };
    switch (expression.kind) {
    case Kind::Or:
        return std::ranges::any_of(expression.parts, holds);
    case Kind::And:
        return std::ranges::all_of(expression.parts, holds);
    case Kind::Not:
        return !test(expression.parts[0], node);
    case Kind::Compare:
        return compare(expression.comparison, value(expression.parts[0], node),
                       value(expression.parts[1], node));
    default:
        return value(expression, node).truth; // a query or a function
    }
}

JsonPathFilter::Value JsonPathFilter::value(const Expression &expression, const JsonChild &node)
{
    switch (expression.kind) {
    case Kind::Null:
        return {.kind = Value::Kind::Null};
    case Kind::Bool:
        return {.kind = Value::Kind::Bool, .truth = expression.truth};
    case Kind::Number:
        return {.kind = Value::Kind::Number, .number = expression.number};
    case Kind::Text:
        return {.kind = Value::Kind::Text, .text = expression.text};
    default:
        break;
    }
    if (!expression.isConstant())
        return computed(expression, node);
    const auto known = m_constants.constFind(&expression);
    if (known != m_constants.cend())
        return *known;
    Value constant = computed(expression, node);
    m_constants.insert(&expression, constant);
    return constant;
}

JsonPathFilter::Value JsonPathFilter::computed(const Expression &expression, const JsonChild &node)
{
    if (expression.kind == Kind::Exists)
        return {.kind = Value::Kind::Bool, .truth = exists(expression.query, node)};
    if (expression.kind == Kind::Nodes)
        return onlyNode(expression.query, node);
    switch (expression.function) {
    case Function::Length:
        return length(value(expression.parts[0], node));
    case Function::Count:
        return nodeCount(expression.parts[0].query, node);
    case Function::Value:
        return onlyNode(expression.parts[0].query, node);
    case Function::Match:
    case Function::Search:
        break;
    }
    return {.kind = Value::Kind::Bool, .truth = matches(expression, node)};
}

const JsonChild &JsonPathFilter::startOf(const Query &query, const JsonChild &node) const
{
    return query.start == Query::Start::Root ? m_root : node;
}

namespace
{

JsonPathFilter::Answer troubleOf(JsonPathWalk::Step step)
{
    switch (step) {
    case JsonPathWalk::Step::More:
        return JsonPathFilter::Answer::More;
    case JsonPathWalk::Step::Stopped:
        return JsonPathFilter::Answer::Stopped;
    case JsonPathWalk::Step::Failed:
        return JsonPathFilter::Answer::Failed;
    default:
        return JsonPathFilter::Answer::Yes;
    }
}

} // namespace

bool JsonPathFilter::exists(const Query &query, const JsonChild &node)
{
    JsonPathWalk walk(query, startOf(query, node), m_input, *this);
    JsonChild found;
    const auto step = walk.next(found);
    note(troubleOf(step));
    return step == JsonPathWalk::Step::Node;
}

// Nothing unless the query gives exactly one (RFC 9535 section 2.4.8).
JsonPathFilter::Value JsonPathFilter::onlyNode(const Query &query, const JsonChild &node)
{
    JsonPathWalk walk(query, startOf(query, node), m_input, *this);
    JsonChild found;
    auto step = walk.next(found);
    note(troubleOf(step));
    if (step != JsonPathWalk::Step::Node)
        return {};
    if (!query.isSingular()) {
        JsonChild second;
        step = walk.next(second);
        note(troubleOf(step));
        if (step != JsonPathWalk::Step::End)
            return {};
    }
    return valueOf(found);
}

JsonPathFilter::Value JsonPathFilter::nodeCount(const Query &query, const JsonChild &node)
{
    JsonPathWalk walk(query, startOf(query, node), m_input, *this);
    JsonChild found;
    qint64 count = 0;
    auto step = walk.next(found);
    for (; step == JsonPathWalk::Step::Node; step = walk.next(found))
        ++count;
    note(troubleOf(step));
    return {.kind = Value::Kind::Number, .number = double(count)};
}

JsonPathFilter::Value JsonPathFilter::valueOf(const JsonChild &node)
{
    switch (node.kind) {
    case JsonKind::Null:
        return {.kind = Value::Kind::Null};
    case JsonKind::True:
    case JsonKind::False:
        return {.kind = Value::Kind::Bool, .truth = node.kind == JsonKind::True};
    case JsonKind::Object:
    case JsonKind::Array:
        return {.kind = Value::Kind::Node, .node = node};
    case JsonKind::Broken:
        return {};
    default:
        break;
    }
    const auto end = jsonEnd(m_input, node.from);
    if (!end) {
        note(m_input.isStopped() ? Answer::Stopped : Answer::More);
        return {};
    }
    if (*end - node.from > largestValue) {
        fail(QStringLiteral("The filter meets a value of more than 16 MiB at offset %1: leave it "
                            "out of the comparison.")
                 .arg(node.from));
        return {};
    }
    const QByteArray literal = m_input.text(node.from, *end);
    if (node.kind == JsonKind::String)
        return {.kind = Value::Kind::Text, .text = unescapedJson(literal)};
    const auto number = jsonNumber(literal);
    return number ? Value{.kind = Value::Kind::Number, .number = *number} : Value{};
}

// RFC 9535 section 2.4.4: characters, elements or members; nothing for anything else.
JsonPathFilter::Value JsonPathFilter::length(const Value &value)
{
    qint64 count = 0;
    if (value.kind == Value::Kind::Text) {
        count = std::ranges::count_if(
            value.text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    } else if (value.kind == Value::Kind::Node) {
        JsonCursor cursor = JsonCursor::into(value.node);
        JsonChild child;
        auto step = cursor.next(m_input, child);
        for (; step == JsonCursor::Step::Child; step = cursor.next(m_input, child))
            ++count;
        if (step != JsonCursor::Step::End)
            note(step == JsonCursor::Step::Stopped ? Answer::Stopped : Answer::More);
    } else {
        return {};
    }
    return {.kind = Value::Kind::Number, .number = double(count)};
}

bool JsonPathFilter::matches(const Expression &call, const JsonChild &node)
{
    constexpr qsizetype patternsKept = 256; // they may come from the body
    const Value text = value(call.parts[0], node);
    const Value pattern = value(call.parts[1], node);
    if (text.kind != Value::Kind::Text || pattern.kind != Value::Kind::Text)
        return false;
    const bool whole = call.function == Function::Match;
    const QByteArray key = (whole ? "m" : "s") + pattern.text;
    auto known = m_patterns.find(key);
    if (known == m_patterns.end()) {
        if (m_patterns.size() >= patternsKept)
            m_patterns.clear();
        known = m_patterns.insert(key,
                                  IRegexp::compile(pattern.text, whole ? IRegexp::Reach::Whole
                                                                       : IRegexp::Reach::Anywhere));
    }
    if (!*known)
        return false; // RFC 9535 section 2.4.6: what is no I-Regexp matches nothing
    const auto answer = (*known)->matches(text.text);
    if (answer == IRegexp::Answer::TooCostly)
        fail(QStringLiteral("The regular expression “%1” takes too long on the string at offset "
                            "%2: simplify it.")
                 .arg(QString::fromUtf8(pattern.text.left(80)))
                 .arg(node.from));
    return answer == IRegexp::Answer::Yes;
}

// RFC 9535 section 2.3.5.2.2.
bool JsonPathFilter::compare(Operator comparison, const Value &a, const Value &b)
{
    switch (comparison) {
    case Operator::Equal:
        return equal(a, b);
    case Operator::NotEqual:
        return !equal(a, b);
    case Operator::Less:
        return less(a, b);
    case Operator::Greater:
        return less(b, a);
    case Operator::LessOrEqual:
        return less(a, b) || equal(a, b);
    case Operator::GreaterOrEqual:
        return less(b, a) || equal(a, b);
    }
    Q_UNREACHABLE();
}

bool JsonPathFilter::equal(const Value &a, const Value &b)
{
    if (a.kind != b.kind)
        return false;
    switch (a.kind) {
    case Value::Kind::Bool:
        return a.truth == b.truth;
    case Value::Kind::Number:
        return a.number == b.number;
    case Value::Kind::Text:
        return a.text == b.text;
    case Value::Kind::Node:
        return a.node.from == b.node.from ||
               (a.node.kind == b.node.kind && canonical(a.node) == canonical(b.node));
    default:
        return true;
    }
}

bool JsonPathFilter::less(const Value &a, const Value &b)
{
    if (a.kind == Value::Kind::Number && b.kind == Value::Kind::Number)
        return a.number < b.number;
    // UTF-8 sorts as the characters do.
    return a.kind == Value::Kind::Text && b.kind == Value::Kind::Text && a.text < b.text;
}

QByteArray JsonPathFilter::canonical(const JsonChild &node)
{
    const auto text = canonicalJson(m_input, node, largestValue, deepestValue);
    if (text)
        return *text;
    if (m_input.isStopped())
        note(Answer::Stopped);
    else
        fail(QStringLiteral("The filter compares an array or object of more than 16 MiB or %1 "
                            "levels at offset %2: compare parts of it.")
                 .arg(deepestValue)
                 .arg(node.from));
    return {};
}

} // namespace sonde::body
