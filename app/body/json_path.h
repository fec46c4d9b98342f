// A JSONPath expression (RFC 9535), read and checked: what JsonPathRun evaluates. Immutable values,
// shared by copies, any thread.
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace sonde::body
{

namespace json_path
{

struct Expression;

struct Name {
    QByteArray text; // UTF-8
};
struct Wildcard {
};
struct Index {
    qint64 index = 0; // from the end if negative
};
struct Slice {
    std::optional<qint64> start;
    std::optional<qint64> end;
    qint64 step = 1;
};
struct Filter {
    std::shared_ptr<const Expression> test;
};
using Selector = std::variant<Name, Wildcard, Index, Slice, Filter>;

struct Segment {
    enum class Reach : quint8 { Child, Descendant };
    Reach reach = Reach::Child;
    std::vector<Selector> selectors;
};

struct Query {
    enum class Start : quint8 { Root, Current };
    Start start = Start::Root;
    std::vector<Segment> segments;

    // At most one node, whatever the document (RFC 9535 section 2.3.5.1).
    [[nodiscard]] bool isSingular() const;
};

enum class Operator : quint8 { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };
enum class Function : quint8 { Length, Count, Match, Search, Value };

struct Expression {
    enum class Kind : quint8 {
        Or,
        And,
        Not,
        Compare,
        Exists,
        Nodes,
        Call,
        Null,
        Bool,
        Number,
        Text
    };
    Kind kind = Kind::Null;
    Operator comparison = Operator::Equal;
    Function function = Function::Length;
    bool truth = false;
    double number = 0;
    QByteArray text;
    Query query; // of Exists and Nodes
    std::vector<Expression> parts;

    // The same for every node that is tested.
    [[nodiscard]] bool isConstant() const;
};

} // namespace json_path

struct JsonPathFault {
    qsizetype offset = 0; // in the expression
    QString sentence;
};

class JsonPath
{
public:
    static constexpr qsizetype longest = 64 << 10; // octets of an expression
    static constexpr int deepest = 64;             // brackets in brackets

    [[nodiscard]] static std::expected<JsonPath, JsonPathFault> parse(QByteArrayView expression);

    [[nodiscard]] const json_path::Query &query() const { return *m_query; }
    // The octets are read once, in order, with the memory of a few words a level: no “..”, one
    // selector a segment, none that counts from an array's end, no “$” inside a filter. A filter
    // looks at its candidate once more, from the cache.
    [[nodiscard]] bool isOnePass() const;

private:
    explicit JsonPath(json_path::Query query)
        : m_query(std::make_shared<const json_path::Query>(std::move(query)))
    {
    }
    std::shared_ptr<const json_path::Query> m_query;
};

} // namespace sonde::body
