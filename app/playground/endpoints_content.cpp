#include "playground/endpoints.h"
#include "playground/replies.h"
#include "wire/content_encoder.h"

#include <QStringEncoder>

#include <zlib.h>

namespace sonde::playground::endpoint
{
namespace
{

QByteArray planetJson(qint64 number)
{
    struct Planet {
        const char *name;
        double mass; // of the Earth's
        int moons;
    };
    static constexpr Planet planets[] = {
        {"Mercury", 0.055, 0},  {"Venus", 0.815, 0},   {"Earth", 1, 1},      {"Mars", 0.107, 2},
        {"Jupiter", 317.8, 95}, {"Saturn", 95.2, 146}, {"Uranus", 14.5, 28}, {"Neptune", 17.1, 16}};
    const Planet &planet = planets[number % 8];
    return "    {\"number\": " + QByteArray::number(number + 1) + ", \"name\": \"" + planet.name +
           "\", \"mass\": " + QByteArray::number(planet.mass) +
           ", \"moons\": " + QByteArray::number(planet.moons) + '}';
}

const QByteArray codedText = [] {
    QByteArray text = "This text was compressed by the server and unpacked as it arrived.\n\n";
    for (int i = 1; i <= 200; ++i)
        text += QByteArray::number(i).rightJustified(4) + " green bottles hanging on the wall\n";
    return text;
}();

Plan codedReply(const char *coding)
{
    const auto coded = wire::encodeContent(coding, codedText);
    if (!coded)
        return textReply(500, coded.error().sentence.toUtf8());
    Plan plan = reply(200, "text/plain; charset=utf-8", *coded);
    plan.head.headers.append("Content-Encoding", coding);
    plan.head.headers.append("Vary", "Accept-Encoding");
    return plan;
}

void appendNumber(QByteArray &out, quint32 number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        out += char(number >> shift);
}

// PNG: length, type, data, check sum over type and data.
void appendPngChunk(QByteArray &png, const QByteArray &type, const QByteArray &data)
{
    appendNumber(png, quint32(data.size()));
    const QByteArray body = type + data;
    png += body;
    appendNumber(png, quint32(crc32(0, reinterpret_cast<const Bytef *>(body.constData()),
                                    uInt(body.size()))));
}

// Rings round the middle, in shades of one hue.
QByteArray ringsPng()
{
    constexpr int side = 192;
    QByteArray rows;
    for (int y = 0; y < side; ++y) {
        rows += '\0'; // no filter
        for (int x = 0; x < side; ++x) {
            const int distance = (x - side / 2) * (x - side / 2) + (y - side / 2) * (y - side / 2);
            const int shade = (distance / 24) % 256;
            rows += char(shade / 3);
            rows += char(64 + shade / 2);
            rows += char(128 + shade / 2);
        }
    }
    uLongf packedSize = compressBound(uLong(rows.size()));
    QByteArray packed(qsizetype(packedSize), Qt::Uninitialized);
    compress(reinterpret_cast<Bytef *>(packed.data()), &packedSize,
             reinterpret_cast<const Bytef *>(rows.constData()), uLong(rows.size()));
    packed.truncate(qsizetype(packedSize));
    QByteArray header;
    appendNumber(header, side);
    appendNumber(header, side);
    header += QByteArray("\x08\x02\x00\x00\x00", 5); // 8 bits of red, green and blue
    QByteArray png = "\x89PNG\r\n\x1a\n";
    appendPngChunk(png, "IHDR", header);
    appendPngChunk(png, "IDAT", packed);
    appendPngChunk(png, "IEND", {});
    return png;
}

} // namespace

Plan json(const Received &received, QByteArrayView)
{
    Parameters parameters(received);
    const qint64 items = parameters.number("items", 8, 1, 10'000'000);
    if (parameters.problem())
        return *parameters.problem();
    // A hundred objects a piece: a long document is made as it is sent.
    const auto piece = [items](qint64 number) {
        QByteArray text = number == 0 ? "{\n  \"system\": \"Sol\",\n  \"planets\": [\n" : "";
        const qint64 end = std::min(items, (number + 1) * 100);
        for (qint64 i = number * 100; i < end; ++i)
            text += planetJson(i) + (i + 1 < items ? ",\n" : "\n");
        return end == items ? text + "  ]\n}\n" : text;
    };
    if (items <= 100)
        return reply(200, "application/json", piece(0));
    return streamReply("application/json", pacedSource((items + 99) / 100, milliseconds(0), piece));
}

Plan html(const Received &, QByteArrayView)
{
    return reply(200, "text/html; charset=utf-8",
                 "<!doctype html>\n<html lang=\"en\">\n<head>\n  <meta charset=\"utf-8\">\n"
                 "  <title>A page</title>\n</head>\n<body>\n  <h1>A page</h1>\n"
                 "  <p>With a <a href=\"/\">link</a> and a picture:</p>\n"
                 "  <img src=\"/image.png\" alt=\"Rings\">\n</body>\n</html>\n");
}

Plan xml(const Received &, QByteArrayView)
{
    return reply(
        200, "application/xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<library>\n"
        "  <book id=\"1\"><title>Moby-Dick</title><year>1851</year></book>\n"
        "  <book id=\"2\"><title>Middlemarch</title><year>1871</year></book>\n</library>\n");
}

Plan text(const Received &received, QByteArrayView)
{
    const QString content =
        QStringLiteral("English: The wizard quickly jinxed the gnomes.\n"
                       "Deutsch: Zwölf Boxkämpfer jagen Viktor quer über den Deich.\n"
                       "Français: Voix ambiguë d’un cœur.\n");
    const QByteArray charset = received.parameter("charset").value_or("utf-8").toLower();
    if (charset == "iso-8859-1") // which has neither ’ nor œ
        return reply(200, "text/plain; charset=iso-8859-1",
                     content.section(u'\n', 0, 1).toLatin1() + '\n');
    if (charset == "utf-16") {
        QStringEncoder encode(QStringConverter::Utf16BE, QStringConverter::Flag::WriteBom);
        return reply(200, "text/plain; charset=utf-16", encode(content));
    }
    if (charset != "utf-8")
        return textReply(400, "The parameter charset is utf-8, utf-16 or iso-8859-1.");
    return reply(200, "text/plain; charset=utf-8",
                 (content + QStringLiteral("Ελληνικά: Ξεσκεπάζω την ψυχοφθόρα βδελυγμία.\n"
                                           "Русский: Съешь же ещё этих мягких французских булок.\n"
                                           "עברית: דג סקרן שט בים מאוכזב ולפתע מצא חברה.\n"
                                           "日本語: いろはにほへと ちりぬるを\n"
                                           "Emoji: 🛰️ 👩‍🚀 🪐\n"))
                     .toUtf8());
}

Plan gzip(const Received &, QByteArrayView)
{
    return codedReply("gzip");
}

Plan deflate(const Received &, QByteArrayView)
{
    return codedReply("deflate");
}

Plan brotli(const Received &, QByteArrayView)
{
    return codedReply("br");
}

Plan zstd(const Received &, QByteArrayView)
{
    return codedReply("zstd");
}

Plan image(const Received &, QByteArrayView)
{
    static const QByteArray png = ringsPng();
    return reply(200, "image/png", png);
}

Plan robots(const Received &, QByteArrayView)
{
    return reply(200, "text/plain; charset=utf-8", "User-agent: *\nDisallow: /\n");
}

Plan duplicateHeaders(const Received &, QByteArrayView)
{
    Plan plan =
        textReply(200, "Look at the headers: order, case and repetition are the server's own.");
    for (const auto &[name, value] :
         {std::pair("X-Order", "first"), std::pair("x-order", "second"),
          std::pair("X-ORDER", "third"), std::pair("Vary", "Accept"),
          std::pair("Vary", "Accept-Language"),
          std::pair("Set-Cookie", "one=1; Path=/duplicate-headers"),
          std::pair("Set-Cookie", "two=2; Path=/duplicate-headers"), std::pair("X-Empty", "")})
        plan.head.headers.append(name, value);
    return plan;
}

} // namespace sonde::playground::endpoint
