#include "ui/response/hop_table.h"

#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QFont>

namespace sonde::ui
{
namespace
{

QString latin(QByteArrayView octets)
{
    return QString::fromLatin1(octets);
}

QString versionOf(const HopSnapshot &hop)
{
    return hop.exchange.response ? latin(http::versionName(hop.exchange.response->version))
                                 : QString();
}

std::optional<trace::Stamp> endOf(const HopSnapshot &hop)
{
    if (!hop.exchange.isOver() || hop.exchange.events.empty())
        return std::nullopt;
    return hop.exchange.events.back().at;
}

// Names of fields that the request had and the next one has not.
QStringList droppedFields(const http::Request &before, const http::Request &now)
{
    QStringList names;
    for (const http::Field &field : before.headers) {
        const QString name = latin(field.name);
        if (!now.headers.contains(field.name) && !names.contains(name, Qt::CaseInsensitive))
            names << name;
    }
    return names;
}

QString changesSince(const HopSnapshot &before, const HopSnapshot &now)
{
    const http::Request &was = before.exchange.request;
    const http::Request &is = now.exchange.request;
    QStringList changes;
    if (was.method.token() != is.method.token())
        changes << QStringLiteral("%1 → %2").arg(latin(was.method.token()),
                                                 latin(is.method.token()));
    if (was.target.origin != is.target.origin)
        changes << HopTable::tr("another server");
    if (was.target.origin.isTls() && !is.target.origin.isTls())
        changes << HopTable::tr("no longer encrypted");
    const QStringList dropped = droppedFields(was, is);
    if (!dropped.isEmpty())
        //: %1 names of header fields
        changes << HopTable::tr("without %1").arg(dropped.join(QStringLiteral(", ")));
    const QString version = versionOf(now);
    if (!version.isEmpty() && !versionOf(before).isEmpty() && version != versionOf(before))
        changes << QStringLiteral("%1 → %2").arg(versionOf(before), version);
    if (now.exchange.origin == trace::Origin::Retry)
        changes.prepend(HopTable::tr("sent again"));
    return changes.join(QStringLiteral(", "));
}

} // namespace

std::vector<HopRow> hopRows(const std::vector<HopSnapshot> &hops, size_t shown)
{
    std::vector<HopRow> rows;
    if (hops.empty() || hops.front().exchange.events.empty())
        return rows;
    const trace::Stamp start = hops.front().exchange.events.front().at;
    for (size_t i = 0; i < hops.size(); ++i) {
        const HopSnapshot &hop = hops[i];
        HopRow row{.number = QString::number(i + 1),
                   .request = QStringLiteral("%1 %2").arg(
                       latin(hop.exchange.request.method.token()),
                       QString::fromUtf8(hop.exchange.request.target.url())),
                   .version = versionOf(hop),
                   .status = hop.status(),
                   .shown = i == shown};
        if (row.status > 0)
            row.answer = QStringLiteral("%1 %2").arg(statusShape(row.status)).arg(row.status);
        else
            row.answer = hop.exchange.isOver() ? statusShape(0) : QStringLiteral("…");
        if (i > 0)
            row.changed = changesSince(hops[i - 1], hop);
        if (const auto end = endOf(hop)) {
            row.time = durationText(*end - hop.exchange.events.front().at);
            row.total = durationText(*end - start);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

HopTable::HopTable(QObject *parent)
    : RowTable({{QStringLiteral("#")},
                {tr("Request")},
                {tr("Answer")},
                {tr("Protocol")},
                {tr("Changed since the one before")},
                {tr("Time"), Qt::AlignRight},
                {tr("Since Send"), Qt::AlignRight}},
               parent)
{
}

QString HopTable::cell(const HopRow &row, int column) const
{
    const QString *const cells[] = {&row.number,  &row.request, &row.answer, &row.version,
                                    &row.changed, &row.time,    &row.total};
    return *cells[column];
}

QVariant HopTable::look(const HopRow &row, int column, int role) const
{
    if (role == Qt::FontRole) {
        QFont font;
        font.setBold(row.shown);
        return font;
    }
    if (role != Qt::ForegroundRole)
        return {};
    if (column == Answer)
        return Theme::instance().color(statusToken(row.status));
    const bool muted = column == Number || column == Changed;
    return muted ? QVariant(Theme::instance().color(Token::Muted)) : QVariant();
}

} // namespace sonde::ui
