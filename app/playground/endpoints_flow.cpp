#include "playground/endpoints.h"
#include "playground/replies.h"

#include <QCryptographicHash>
#include <QDateTime>

namespace sonde::playground::endpoint
{
namespace
{

constexpr qint64 mostPieces = 1'000'000;
constexpr qint64 longestPause = 60'000;   // milliseconds
constexpr qint64 mostEventId = 1LL << 53; // of a number in JSON
constexpr qsizetype lineSize = 64;

// Lines of 64 octets that begin with their offset, so that a hole or a doubled piece shows.
Source linesSource(quint64 octets)
{
    constexpr qsizetype pieceSize = 64 * 1024;
    static const QByteArray filler = " The quick brown fox jumps over the lazy dog, again.\n";
    return [octets, at = quint64(0)]() mutable {
        const auto length = qsizetype(std::min<quint64>(pieceSize, octets - at));
        QByteArray text;
        text.reserve(pieceSize);
        for (quint64 offset = at; text.size() < length; offset += lineSize) {
            char digits[11];
            for (int i = 10; i >= 0; --i)
                digits[i] = "0123456789abcdef"[(offset >> (4 * (10 - i))) & 15];
            text.append(digits, sizeof digits).append(filler);
        }
        text.truncate(length);
        at += quint64(length);
        return Piece{.octets = std::move(text), .isLast = at == octets};
    };
}

// Octets that look random: xorshift with a fixed start, so that they can be compared.
QByteArray pseudoRandom(qint64 count)
{
    QByteArray octets(count, Qt::Uninitialized);
    quint64 state = 0x9e3779b97f4a7c15;
    for (char &c : octets) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        c = char(state >> 32);
    }
    return octets;
}

QByteArray numberedJson(qint64 number)
{
    return "{\"number\": " + QByteArray::number(number + 1) + ", \"at\": " +
           quoted(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1()) + '}';
}

} // namespace

Plan delay(const Received &, QByteArrayView argument)
{
    const auto pause = wholeNumber(argument, 0, longestPause);
    if (!pause)
        return textReply(400, "Write /delay/ and milliseconds up to 60000, as in /delay/500.");
    Plan plan = jsonReply("{\n  \"delayed\": " + QByteArray::number(*pause) + "\n}");
    plan.delay = milliseconds(*pause);
    return plan;
}

Plan stream(const Received &received, QByteArrayView)
{
    Parameters parameters(received);
    const qint64 chunks = parameters.number("chunks", 20, 1, mostPieces);
    const qint64 size = parameters.number("size", lineSize, 1, 64 * 1024);
    const qint64 pace = parameters.number("pace", 150, 0, longestPause);
    if (parameters.problem())
        return *parameters.problem();
    return streamReply("text/plain; charset=utf-8",
                       pacedSource(chunks, milliseconds(pace), [chunks, size](qint64 number) {
                           const QByteArray text = "chunk " + QByteArray::number(number + 1) +
                                                   " of " + QByteArray::number(chunks) + ' ';
                           return text.leftJustified(size - 1, '.', true) + '\n';
                       }));
}

Plan sse(const Received &received, QByteArrayView)
{
    Parameters parameters(received);
    const qint64 events = parameters.number("events", 10, 1, mostPieces);
    const qint64 pace = parameters.number("pace", 500, 0, longestPause);
    const qint64 retry = parameters.number("retry", 0, 0, longestPause);
    if (parameters.problem())
        return *parameters.problem();
    // WHATWG HTML section 9.2.4: who connects again says which event was the last to come.
    const QByteArray last = received.headers.value("Last-Event-ID").value_or("").toByteArray();
    const qint64 from = wholeNumber(last, 0, mostEventId).value_or(0);
    const auto event = [from, retry](qint64 number) {
        const QByteArray wait =
            number == 0 && retry > 0 ? "retry: " + QByteArray::number(retry) + '\n' : QByteArray();
        return wait + "id: " + QByteArray::number(from + number + 1) +
               "\nevent: tick\ndata: " + numberedJson(from + number) + "\n\n";
    };
    Plan plan = streamReply("text/event-stream", pacedSource(events, milliseconds(pace), event));
    plan.head.headers.append("Cache-Control", "no-store");
    return plan;
}

Plan ndjson(const Received &received, QByteArrayView)
{
    Parameters parameters(received);
    const qint64 lines = parameters.number("lines", 20, 1, mostPieces);
    const qint64 pace = parameters.number("pace", 100, 0, longestPause);
    if (parameters.problem())
        return *parameters.problem();
    return streamReply("application/x-ndjson",
                       pacedSource(lines, milliseconds(pace),
                                   [](qint64 number) { return numberedJson(number) + '\n'; }));
}

Plan big(const Received &, QByteArrayView argument)
{
    const auto size = sizeNumber(argument);
    if (!size)
        return textReply(400, "Write /big/ and a size up to 64GiB, as in /big/10MB or /big/1GiB.");
    if (*size == 0)
        return reply(200, "text/plain; charset=utf-8", {});
    return streamReply("text/plain; charset=utf-8", linesSource(quint64(*size)), quint64(*size));
}

Plan bytes(const Received &, QByteArrayView argument)
{
    const auto size = sizeNumber(argument);
    constexpr qint64 most = 16 << 20; // held in memory
    if (!size || *size > most)
        return textReply(400, "Write /bytes/ and a size up to 16MiB, as in /bytes/1024.");
    return reply(200, "application/octet-stream", pseudoRandom(*size));
}

Plan trailers(const Received &received, QByteArrayView)
{
    const QByteArray content = "The SHA-256 of this text follows it in the trailer section.\n";
    Plan plan = streamReply("text/plain; charset=utf-8",
                            pacedSource(1, milliseconds(0), [content](qint64) { return content; }));
    // HTTP/1.0 has no chunks to put them behind.
    if (received.version == http::Version::Http10)
        return plan;
    plan.head.headers.append("Trailer", "Content-SHA256, X-Trailer");
    plan.trailers = {
        {"Content-SHA256", QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()},
        {"X-Trailer", "the end"}};
    return plan;
}

Plan earlyHints(const Received &received, QByteArrayView)
{
    Parameters parameters(received);
    const qint64 pause = parameters.number("pause", 400, 0, longestPause);
    if (parameters.problem())
        return *parameters.problem();
    const http::Headers links{{"Link", "</style.css>; rel=preload; as=style"},
                              {"Link", "</image.png>; rel=preload; as=image"}};
    Plan plan =
        reply(200, "text/html; charset=utf-8",
              "<!doctype html>\n<title>Early hints</title>\n<p>The Link fields came first, in a "
              "103.</p>\n<img src=\"/image.png\" alt=\"\">\n");
    for (const http::Field &link : links)
        plan.head.headers.append(link);
    plan.interim.push_back({.status = 103, .reason = "Early Hints", .headers = links});
    plan.delay = milliseconds(pause);
    return plan;
}

Plan reset(const Received &received, QByteArrayView)
{
    Parameters parameters(received);
    const qint64 after = parameters.number("after", 64 * 1024, 1, 1 << 30);
    if (parameters.problem())
        return *parameters.problem();
    // So much more is announced that the session always has room for it: that is how the responder
    // knows that everything is out.
    constexpr quint64 missing = 1 << 20;
    Plan plan = streamReply("text/plain; charset=utf-8", linesSource(quint64(after)),
                            quint64(after) + missing);
    plan.ending = Ending::Reset;
    return plan;
}

Plan hang(const Received &received, QByteArrayView)
{
    Plan plan = streamReply("text/plain; charset=utf-8",
                            [] { return Piece{.octets = {}, .isLast = true}; });
    plan.ending = Ending::Silence;
    plan.hasHead = received.parameter("after") == "head";
    return plan;
}

} // namespace sonde::playground::endpoint
