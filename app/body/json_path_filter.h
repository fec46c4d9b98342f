// Filters of JSONPath: tests, comparisons and functions of RFC 9535 section 2.3.5, evaluated on one
// node. What does not depend on the node is evaluated once a document. One thread.
#pragma once

#include "body/i_regexp.h"
#include "body/json_cursor.h"
#include "body/json_path.h"

#include <QHash>

namespace sonde::body
{

class JsonPathFilter
{
public:
    enum class Answer : quint8 { Yes, No, More, Stopped, Failed };
    // Octets of a string, or of an array or object that is compared as a whole.
    static constexpr qint64 largestValue = 16 << 20;
    static constexpr size_t deepestValue = 1000;

    explicit JsonPathFilter(JsonInput &input)
        : m_input(input)
    {
    }

    void setRoot(const JsonChild &root);
    [[nodiscard]] Answer holds(const json_path::Expression &test, const JsonChild &node);
    // Of a Failed answer.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    void fail(const QString &sentence);

private:
    struct Value {
        enum class Kind : quint8 { Nothing, Null, Bool, Number, Text, Node };
        Kind kind = Kind::Nothing;
        bool truth = false;
        double number = 0;
        QByteArray text; // UTF-8
        JsonChild node;  // an array or an object
    };

    [[nodiscard]] bool test(const json_path::Expression &expression, const JsonChild &node);
    [[nodiscard]] bool exists(const json_path::Query &query, const JsonChild &node);
    [[nodiscard]] Value value(const json_path::Expression &expression, const JsonChild &node);
    [[nodiscard]] Value computed(const json_path::Expression &expression, const JsonChild &node);
    [[nodiscard]] Value valueOf(const JsonChild &node);
    [[nodiscard]] Value onlyNode(const json_path::Query &query, const JsonChild &node);
    [[nodiscard]] Value nodeCount(const json_path::Query &query, const JsonChild &node);
    [[nodiscard]] Value length(const Value &value);
    [[nodiscard]] bool matches(const json_path::Expression &call, const JsonChild &node);
    [[nodiscard]] bool compare(json_path::Operator comparison, const Value &a, const Value &b);
    [[nodiscard]] bool equal(const Value &a, const Value &b);
    [[nodiscard]] static bool less(const Value &a, const Value &b);
    [[nodiscard]] QByteArray canonical(const JsonChild &node);
    [[nodiscard]] const JsonChild &startOf(const json_path::Query &query,
                                           const JsonChild &node) const;
    void note(Answer trouble);

    JsonInput &m_input;
    JsonChild m_root;
    QHash<const json_path::Expression *, Value> m_constants;
    QHash<QByteArray, std::shared_ptr<IRegexp>> m_patterns;
    Answer m_trouble = Answer::Yes; // the first of More, Stopped, Failed
    QString m_problem;
};

} // namespace sonde::body
