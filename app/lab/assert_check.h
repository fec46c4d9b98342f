// One assertion on a response, "# [assert] status == 200": read, checked, and told with what was
// expected and what came. Values, any thread.
#pragma once

#include "lab/run_answer.h"

#include <QRegularExpression>

namespace sonde::lab
{

struct AssertResult {
    bool holds = false;
    QString expected; // "== 200"; for people
    QString got;      // "404"; shortened
    bool operator==(const AssertResult &) const = default;
};

class AssertCheck
{
public:
    // EXPRESSION OPERATOR [VALUE]; variables in the value are filled in already. Operators: == != <
    // <= > >= contains !contains matches !matches startsWith endsWith is exists !exists. Values:
    // "text", word, number, 200 ms, /pattern/i, JSON. Error: one sentence.
    [[nodiscard]] static http::Result<AssertCheck> parse(const QString &text);

    [[nodiscard]] AssertResult check(const RunAnswer &answer) const;

private:
    enum class Operator : quint8 {
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Contains,
        ContainsNot,
        Matches,
        MatchesNot,
        StartsWith,
        EndsWith,
        Is,
        Exists,
        ExistsNot,
    };
    struct Word;
    [[nodiscard]] static const Word *find(QStringView word);
    [[nodiscard]] http::Result<void> readValue(const QString &text);
    [[nodiscard]] bool holds(const RunValue &value) const;
    [[nodiscard]] bool equals(const RunValue &value) const;
    [[nodiscard]] std::optional<int> ordered(const RunValue &value) const;
    [[nodiscard]] bool isOfType(const RunValue &value) const;

    RunExpression m_expression;
    Operator m_operator = Operator::Exists;
    QString m_written; // "== 200"
    QString m_value;   // quotes and units taken away
    bool m_isQuoted = false;
    QRegularExpression m_pattern;
};

} // namespace sonde::lab
