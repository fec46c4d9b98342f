#include "playground/replies.h"

namespace sonde::playground
{
namespace
{

constexpr qsizetype pieceSize = 64 * 1024; // octets: as many as a stream queues

Source octetsSource(QByteArray octets)
{
    return [octets = std::move(octets), at = qsizetype(0)]() mutable {
        const qsizetype length = std::min(pieceSize, octets.size() - at);
        Piece piece{.octets = octets.sliced(at, length)};
        at += length;
        piece.isLast = at == octets.size();
        return piece;
    };
}

} // namespace

Plan bareReply(int status)
{
    Plan plan;
    plan.head = {.status = status, .reason = http::reasonPhrase(status).toByteArray()};
    return plan;
}

Plan reply(int status, QByteArray mediaType, QByteArray octets)
{
    Plan plan = bareReply(status);
    plan.head.headers.append("Content-Type", std::move(mediaType));
    plan.head.headers.append("Content-Length", QByteArray::number(octets.size()));
    if (octets.isEmpty())
        return plan;
    plan.length = {wire::ContentLength::Kind::Known, quint64(octets.size())};
    plan.source = octetsSource(std::move(octets));
    return plan;
}

Plan textReply(int status, const QByteArray &text)
{
    return reply(status, "text/plain; charset=utf-8", text + '\n');
}

Plan jsonReply(const QByteArray &json, int status)
{
    return reply(status, "application/json", json + '\n');
}

Plan streamReply(QByteArray mediaType, Source source, std::optional<quint64> octets)
{
    Plan plan = bareReply(200);
    plan.head.headers.append("Content-Type", std::move(mediaType));
    if (octets)
        plan.head.headers.append("Content-Length", QByteArray::number(*octets));
    plan.length = octets ? wire::ContentLength{wire::ContentLength::Kind::Known, *octets}
                         : wire::ContentLength{wire::ContentLength::Kind::Unknown, 0};
    plan.source = std::move(source);
    return plan;
}

Source pacedSource(qint64 count, milliseconds pace, std::function<QByteArray(qint64)> make)
{
    return [count, pace, make = std::move(make), next = qint64(0)]() mutable {
        const qint64 number = next++;
        return Piece{.octets = make(number), .pause = pace, .isLast = number + 1 >= count};
    };
}

QByteArray quoted(QByteArrayView text)
{
    QByteArray out = "\"";
    for (const char c : QString::fromUtf8(text).toUtf8()) {
        switch (c) {
        case '"':
        case '\\':
            out += '\\';
            out += c;
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (uchar(c) < 0x20)
                out += "\\u00" + QByteArray::number(uchar(c), 16).rightJustified(2, '0');
            else
                out += c;
        }
    }
    return out + '"';
}

QByteArray fieldsJson(const http::Headers &fields, const QByteArray &indent)
{
    if (fields.isEmpty())
        return "[]";
    QByteArray out = "[";
    for (bool first = true; const http::Field &field : fields) {
        out += (std::exchange(first, false) ? "\n" : ",\n") + indent + "  [" + quoted(field.name) +
               ", " + quoted(field.value) + ']';
    }
    return out + '\n' + indent + ']';
}

qint64 Parameters::number(const char *name, qint64 standard, qint64 least, qint64 most)
{
    const auto text = m_received.parameter(name);
    if (!text)
        return standard;
    const auto number = wholeNumber(*text, least, most);
    if (!number && !m_problem)
        m_problem =
            textReply(400, QByteArray("The parameter ") + name + " is a whole number from " +
                               QByteArray::number(least) + " to " + QByteArray::number(most) +
                               ", not “" + text->left(40) + "”.");
    return number.value_or(standard);
}

std::optional<qint64> wholeNumber(QByteArrayView text, qint64 least, qint64 most)
{
    const bool digits =
        !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!digits || !ok || number < least || number > most)
        return std::nullopt;
    return number;
}

std::optional<qint64> sizeNumber(QByteArrayView text)
{
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
        ++digits;
    QByteArray unit = text.sliced(digits).toByteArray().toLower();
    qint64 factor = 1;
    const qint64 base = unit.endsWith("ib") ? 1024 : 1000;
    if (!unit.isEmpty() && unit != "b") {
        const qsizetype power = QByteArrayView("kmg").indexOf(unit.front());
        unit = unit.sliced(1);
        if (power < 0 || !(unit.isEmpty() || unit == "b" || unit == "ib"))
            return std::nullopt;
        for (qsizetype i = 0; i <= power; ++i)
            factor *= base;
    }
    constexpr qint64 most = 64LL << 30; // more than anyone waits for, and far from overflow
    const auto number = wholeNumber(text.first(digits), 0, most / factor);
    return number ? std::optional(*number * factor) : std::nullopt;
}

} // namespace sonde::playground
