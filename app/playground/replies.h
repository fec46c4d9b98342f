// The building blocks of endpoints: plans for common answers, parameters with limits, JSON text.
#pragma once

#include "playground/plan.h"

namespace sonde::playground
{

[[nodiscard]] Plan reply(int status, QByteArray mediaType, QByteArray octets);
[[nodiscard]] Plan textReply(int status, const QByteArray &text);
[[nodiscard]] Plan jsonReply(const QByteArray &json, int status = 200);
// A head without content.
[[nodiscard]] Plan bareReply(int status);
// Content of unknown length, or of `octets` if that is given.
[[nodiscard]] Plan streamReply(QByteArray mediaType, Source source,
                               std::optional<quint64> octets = std::nullopt);
// `count` pieces made by number, `pace` between them.
[[nodiscard]] Source pacedSource(qint64 count, milliseconds pace,
                                 std::function<QByteArray(qint64)> make);

// A JSON string with its quotes; octets that are not UTF-8 become U+FFFD.
[[nodiscard]] QByteArray quoted(QByteArrayView text);
// [["Name", "value"], …], one pair a line.
[[nodiscard]] QByteArray fieldsJson(const http::Headers &fields, const QByteArray &indent);

// Numbers out of the query. The first that is malformed or out of bounds makes problem().
class Parameters
{
public:
    explicit Parameters(const Received &received)
        : m_received(received)
    {
    }
    qint64 number(const char *name, qint64 standard, qint64 least, qint64 most);
    // A plan with status 400 that says what is wrong.
    [[nodiscard]] const std::optional<Plan> &problem() const { return m_problem; }

private:
    const Received &m_received;
    std::optional<Plan> m_problem;
};

// Digits alone, in bounds.
[[nodiscard]] std::optional<qint64> wholeNumber(QByteArrayView text, qint64 least, qint64 most);
// "500", "10k", "10MB", "2GiB": decimal and binary units.
[[nodiscard]] std::optional<qint64> sizeNumber(QByteArrayView text);

} // namespace sonde::playground
