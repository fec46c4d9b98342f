#include "ui/protocol/wire_map.h"

#include "ui/protocol/wire_detail.h"
#include "ui/protocol/wire_place.h"
#include "ui/protocol/wire_words.h"

#include <QLocale>

namespace sonde::ui
{
namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::WireMap)
};

using Kind = WireLayer::Kind;

// Content within a row of the view, by its place among all octets and within that of its message.
struct ContentPlace {
    quint64 from = 0;
    quint64 to = 0;
    quint64 offset = 0;
};

std::optional<ContentPlace> contentOf(const WireView &view, size_t row)
{
    if (view.http2) {
        const trace::Frame &frame = view.http2->frames[row];
        const auto *data = std::get_if<trace::DataPayload>(&frame.payload);
        if (!data)
            return std::nullopt;
        const quint64 padLength = frame.has(trace::frameflag::padded) ? 1 : 0;
        const quint64 from = frame.offset + trace::frameHeaderOctets + padLength;
        return ContentPlace{from, from + data->octets, data->offset};
    }
    const trace::Http1Part &part = (*view.http1)[row];
    if (part.kind != trace::Http1Part::Kind::Content)
        return std::nullopt;
    return ContentPlace{part.offset, part.offset + part.size, part.contentOffset};
}

QString number(quint64 value)
{
    return QLocale().toString(qulonglong(value));
}

// Octets that went together: what one read brought, or one write took.
void addRead(std::vector<WireLayer> &layers, const trace::Connection &connection,
             trace::Direction direction, quint64 octet, trace::Stamp zero)
{
    // Wide enough for all of what one read may bring.
    constexpr quint64 around = 256 * 1024;
    const quint64 from = octet > around ? octet - around : 0;
    const bool sent = direction == trace::Direction::Sent;
    for (const auto &piece : connection.log().slice(direction, from, octet + around)) {
        const quint64 end = piece.offset + quint64(piece.octets.size()) + piece.elided;
        if (octet < piece.offset || octet >= end)
            continue;
        layers.push_back({.kind = Kind::Read,
                          .name = sent ? Words::tr("Handed on") : Words::tr("Read"),
                          .what = Words::tr("at %1 ms").arg(momentText(piece.at, zero)),
                          .from = piece.offset,
                          .to = end});
        return;
    }
}

void addRecord(std::vector<WireLayer> &layers, const trace::Connection &connection,
               trace::Direction direction, quint64 octet, trace::Stamp zero)
{
    const auto found = connection.records().find(direction, octet);
    if (!found)
        return;
    const trace::TlsRecord &record = found->record;
    layers.push_back(
        {.kind = Kind::Record,
         .name = Words::tr("TLS record %1").arg(number(found->number)),
         //: of a TLS record; "around" are its header, its tag and its padding
         .what = Words::tr("%1 octets on the wire, %2 of them around what it carries; at %3 ms")
                     .arg(number(record.wireOctets), number(record.wireOctets - record.carried),
                          momentText(record.at, zero)),
         .from = found->from,
         .to = found->to()});
}

// The narrowest line of the row's detail that the octet is part of.
void addPart(std::vector<WireLayer> &layers, const WireView &view, size_t row, quint64 octet,
             trace::Stamp zero)
{
    const quint64 start = placeOf(view, row).from;
    const quint64 within = octet - start;
    std::optional<DetailLine> narrowest;
    for (const DetailLine &line : wireDetail(view, row, zero)) {
        if (line.from >= line.to || within < line.from || within >= line.to)
            continue;
        if (!narrowest || line.to - line.from < narrowest->to - narrowest->from)
            narrowest = line;
    }
    if (narrowest)
        layers.push_back({.kind = Kind::Part,
                          .name = narrowest->kind == DetailLine::Kind::Field ? Words::tr("Field")
                                                                             : Words::tr("Part"),
                          .what = QStringLiteral("%1: %2").arg(narrowest->name, narrowest->value),
                          .from = start + narrowest->from,
                          .to = start + narrowest->to});
}

} // namespace

bool WireMap::isThere(quint64 octet) const
{
    if (end && octet >= *end)
        return false;
    const auto after = std::ranges::upper_bound(missing, octet, {}, &Stretch::to);
    return after == missing.end() || octet < after->from;
}

WireMap wireMap(const WireView &view, trace::Direction direction, std::optional<quint32> own,
                quint64 kept)
{
    WireMap map;
    if (view.truncation)
        map.end =
            direction == trace::Direction::Sent ? view.truncation->sent : view.truncation->received;
    for (size_t row = 0; row < view.size(); ++row) {
        if (view.direction(row) != direction)
            continue;
        const auto content = contentOf(view, row);
        if (!content || content->from == content->to)
            continue;
        const bool isKept =
            own == view.stream(row) && content->offset + (content->to - content->from) <= kept;
        if (isKept)
            map.references.push_back({content->from, content->to, content->offset});
        else
            map.missing.push_back({content->from, content->to});
    }
    return map;
}

std::vector<WireLayer> layersAt(const WireView &view, const trace::Connection &connection,
                                trace::Direction direction, quint64 octet, trace::Stamp zero)
{
    const quint64 all = connection.log().octets(direction);
    std::vector<WireLayer> layers;
    if (octet >= all)
        return layers;
    //: %3 is "sent" or "received"
    const QString where = connection.state().tls
                              ? Words::tr("octet %1 of %2 that were %3, TLS taken off")
                              : Words::tr("octet %1 of %2 that were %3");
    layers.push_back({.kind = Kind::Connection,
                      .name = Words::tr("Connection"),
                      .what = where.arg(number(octet + 1), number(all), directionText(direction)),
                      .from = 0,
                      .to = all});
    addRead(layers, connection, direction, octet, zero);
    addRecord(layers, connection, direction, octet, zero);
    const auto row = rowAt(view, direction, octet);
    if (!row)
        return layers;
    const WirePlace place = placeOf(view, *row);
    QString what = typeText(view, *row);
    if (view.http2)
        what = view.stream(*row) == 0
                   ? Words::tr("%1 of the connection").arg(what)
                   : Words::tr("%1, stream %2").arg(what, number(view.stream(*row)));
    layers.push_back({.kind = Kind::Message,
                      .name = view.http2 ? Words::tr("Frame %1").arg(number(*row))
                                         : Words::tr("Part %1").arg(number(*row)),
                      .what = what,
                      .from = place.from,
                      .to = place.to});
    addPart(layers, view, *row, octet, zero);
    const auto content = contentOf(view, *row);
    if (content && octet >= content->from && octet < content->to)
        layers.push_back({.kind = Kind::Content,
                          .name = Words::tr("Content"),
                          .what = Words::tr("octet %1 of the content")
                                      .arg(number(content->offset + (octet - content->from) + 1)),
                          .from = content->from,
                          .to = content->to});
    return layers;
}

} // namespace sonde::ui
