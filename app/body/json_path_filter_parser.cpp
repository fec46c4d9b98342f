#include "body/json_path_parser.h"
#include "body/json_text.h"

#include <array>

namespace sonde::body::json_path
{
namespace
{

using Kind = Expression::Kind;

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

std::optional<Function> functionNamed(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 5> names{"length", "count", "match", "search",
                                                         "value"};
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    return Function(found - names.begin());
}

size_t argumentsOf(Function function)
{
    return function == Function::Match || function == Function::Search ? 2 : 1;
}

// RFC 9535 section 2.4: what the function gives.
bool isLogical(const Expression &call)
{
    return call.function == Function::Match || call.function == Function::Search;
}

bool isValue(const Expression &expression)
{
    if (expression.kind == Kind::Nodes)
        return expression.query.isSingular();
    return expression.kind != Kind::Call || !isLogical(expression);
}

// Parts of an “or” or an “and”, read one by one; one part alone stands for itself.
Expression joined(Kind kind, std::vector<Expression> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    Expression expression{.kind = kind};
    expression.parts = std::move(parts);
    return expression;
}

} // namespace

bool Parser::logicalOr(Expression &expression)
{
    std::vector<Expression> parts;
    while (true) {
        if (!logicalAnd(parts.emplace_back()))
            return false;
        const qsizetype after = m_at;
        blanks();
        if (!take("||")) {
            m_at = after;
            break;
        }
        blanks();
    }
    expression = joined(Kind::Or, std::move(parts));
    return true;
}

bool Parser::logicalAnd(Expression &expression)
{
    std::vector<Expression> parts;
    while (true) {
        if (!basic(parts.emplace_back()))
            return false;
        const qsizetype after = m_at;
        blanks();
        if (!take("&&")) {
            m_at = after;
            break;
        }
        blanks();
    }
    expression = joined(Kind::And, std::move(parts));
    return true;
}

bool Parser::basic(Expression &expression)
{
    if (take("!")) {
        blanks();
        expression.kind = Kind::Not;
        Expression &inner = expression.parts.emplace_back();
        if (peek() == '(')
            return parenthesis(inner);
        if (!comparable(inner))
            return false;
        if (inner.kind == Kind::Nodes)
            inner.kind = Kind::Exists;
        return inner.kind == Kind::Exists || (inner.kind == Kind::Call && isLogical(inner)) ||
               fail(QStringLiteral("“!” turns a test round; this is none."));
    }
    if (peek() == '(')
        return parenthesis(expression);
    const qsizetype from = m_at;
    if (!comparable(expression))
        return false;
    const qsizetype after = m_at;
    blanks();
    if (const auto found = comparisonOperator())
        return comparison(expression, *found, from);
    m_at = after;
    if (expression.kind == Kind::Nodes)
        expression.kind = Kind::Exists;
    if (expression.kind == Kind::Exists || (expression.kind == Kind::Call && isLogical(expression)))
        return true;
    m_at = from;
    return fail(QStringLiteral("A value alone is no test: compare it with another."));
}

bool Parser::parenthesis(Expression &expression)
{
    if (!take("(") || !enter())
        return false;
    blanks();
    if (!logicalOr(expression))
        return false;
    blanks();
    --m_depth;
    return take(")") || fail(QStringLiteral("Here “)” must stand."));
}

bool Parser::comparison(Expression &expression, Operator found, qsizetype from)
{
    const auto refuse = [&](qsizetype at) {
        m_at = at;
        return fail(QStringLiteral("Only single values can be compared: a literal, a query for one "
                                   "node, or a function that gives a value."));
    };
    if (!isValue(expression))
        return refuse(from);
    blanks();
    const qsizetype second = m_at;
    Expression right;
    if (!comparable(right))
        return false;
    if (!isValue(right))
        return refuse(second);
    Expression whole{.kind = Kind::Compare, .comparison = found};
    whole.parts.push_back(std::move(expression));
    whole.parts.push_back(std::move(right));
    expression = std::move(whole);
    return true;
}

std::optional<Operator> Parser::comparisonOperator()
{
    static constexpr std::array<std::pair<QByteArrayView, Operator>, 6> known{{
        {"==", Operator::Equal},
        {"!=", Operator::NotEqual},
        {"<=", Operator::LessOrEqual},
        {">=", Operator::GreaterOrEqual},
        {"<", Operator::Less},
        {">", Operator::Greater},
    }};
    for (const auto &[text, meaning] : known) {
        if (take(text))
            return meaning;
    }
    return std::nullopt;
}

bool Parser::comparable(Expression &expression)
{
    const char c = peek();
    if (c == '"' || c == '\'') {
        expression.kind = Kind::Text;
        return string(expression.text);
    }
    if (c == '@' || c == '$')
        return query(expression);
    if (c == '-' || (c >= '0' && c <= '9'))
        return number(expression);
    if (isLower(c))
        return word(expression);
    return fail(QStringLiteral("Here a query, a literal or a function must stand."));
}

bool Parser::query(Expression &expression)
{
    expression.kind = Kind::Nodes;
    expression.query.start = take("@") ? Query::Start::Current : Query::Start::Root;
    if (expression.query.start == Query::Start::Root)
        ++m_at;
    if (!enter())
        return false;
    const bool read = segments(expression.query);
    --m_depth;
    return read;
}

bool Parser::number(Expression &expression)
{
    const qsizetype from = m_at;
    while (!atEnd() && QByteArrayView("+-.eE0123456789").contains(peek()))
        ++m_at;
    const auto value = jsonNumber(m_text.sliced(from, m_at - from));
    if (!value) {
        m_at = from;
        return fail(QStringLiteral("This number is not written as JSON writes numbers."));
    }
    expression.kind = Kind::Number;
    expression.number = *value;
    return true;
}

bool Parser::word(Expression &expression)
{
    const qsizetype from = m_at;
    while (isLower(peek()) || peek() == '_' || (peek() >= '0' && peek() <= '9'))
        ++m_at;
    const QByteArrayView name = m_text.sliced(from, m_at - from);
    if (take("("))
        return call(name, expression);
    if (name == "true" || name == "false") {
        expression.kind = Kind::Bool;
        expression.truth = name == "true";
        return true;
    }
    if (name == "null") {
        expression.kind = Kind::Null;
        return true;
    }
    m_at = from;
    return fail(QStringLiteral("“%1” is no literal and no function call.")
                    .arg(QString::fromUtf8(name.first(std::min<qsizetype>(name.size(), 40)))));
}

bool Parser::call(QByteArrayView name, Expression &expression)
{
    const auto function = functionNamed(name);
    if (!function)
        return fail(QStringLiteral("There is no function “%1”: length, count, match, search and "
                                   "value are known.")
                        .arg(QString::fromUtf8(name.first(std::min<qsizetype>(name.size(), 40)))));
    if (!enter())
        return false;
    expression.kind = Kind::Call;
    expression.function = *function;
    blanks();
    const size_t wanted = argumentsOf(*function);
    for (size_t i = 0; i < wanted; ++i) {
        if (i > 0 && !take(","))
            return fail(QStringLiteral("This function takes two arguments."));
        blanks();
        if (!argument(*function, expression.parts.emplace_back()))
            return false;
        blanks();
    }
    --m_depth;
    return take(")") || fail(QStringLiteral("Here “)” must stand: the function takes no more."));
}

bool Parser::argument(Function function, Expression &expression)
{
    const qsizetype from = m_at;
    if (!comparable(expression))
        return false;
    const bool nodes = function == Function::Count || function == Function::Value;
    if (nodes ? expression.kind == Kind::Nodes : isValue(expression))
        return true;
    m_at = from;
    return fail(nodes ? QStringLiteral("This function takes a query.")
                      : QStringLiteral("This function takes a single value."));
}

} // namespace sonde::body::json_path
