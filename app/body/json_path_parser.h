// Reads a JSONPath expression by the grammar of RFC 9535, its types included. Used by
// JsonPath::parse alone; one thread.
#pragma once

#include "body/json_path.h"

namespace sonde::body::json_path
{

class Parser
{
public:
    explicit Parser(QByteArrayView text)
        : m_text(text)
    {
    }

    [[nodiscard]] std::expected<Query, JsonPathFault> parse();

private:
    // Each false: a fault has been noted, and nothing more is read.
    bool segments(Query &query);
    bool segment(Segment &segment);
    bool bracketed(Segment &segment);
    bool selector(Selector &selector);
    bool indexOrSlice(Selector &selector);
    bool sliceParts(Slice &slice);
    bool shorthand(Segment &segment);
    bool string(QByteArray &text);
    bool escape(char quote, QByteArray &text);
    bool hexUnit(char32_t &unit);
    bool integer(qint64 &number);

    bool logicalOr(Expression &expression);
    bool logicalAnd(Expression &expression);
    bool basic(Expression &expression);
    bool parenthesis(Expression &expression);
    bool comparable(Expression &expression);
    bool word(Expression &expression);
    bool number(Expression &expression);
    bool call(QByteArrayView name, Expression &expression);
    bool argument(Function function, Expression &expression);
    bool query(Expression &expression);
    bool comparison(Expression &expression, Operator comparison, qsizetype from);
    [[nodiscard]] std::optional<Operator> comparisonOperator();

    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    bool take(QByteArrayView what);
    void blanks();
    bool fail(const QString &sentence);
    bool enter();

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    std::optional<JsonPathFault> m_fault;
};

} // namespace sonde::body::json_path
