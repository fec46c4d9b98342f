#include "cli/history_list.h"

#include "cli/help_text.h"
#include "cli/json_writer.h"
#include "cli/output_stream.h"
#include "cli/terminal.h"
#include "interop/redaction.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace sonde::cli
{
namespace
{

using history::Entry;
using history::EntryId;

// A window may be told to keep secrets; a list shows none even so.
QByteArray shownUrl(const Entry &entry)
{
    return interop::Redaction().url(entry.url.toUtf8());
}

// As long ago as it is: the year only if it is another one.
QString when(const Entry &entry)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(entry.at);
    const bool thisYear = at.date().year() == QDate::currentDate().year();
    return QLocale::c()
        .toString(at, thisYear ? QStringLiteral("MMM dd HH:mm") : QStringLiteral("MMM dd  yyyy"))
        .leftJustified(12);
}

QString took(const Entry &entry)
{
    const double ms = double(entry.duration.count()) / 1000;
    if (ms < 999.5)
        return QString::number(ms, 'f', ms < 9.95 ? 1 : 0) + QLatin1String(" ms");
    const double seconds = ms / 1000;
    return QString::number(seconds, 'f', seconds < 99.95 ? 1 : 0) + QLatin1String(" s");
}

// One line, and a second one for what went wrong.
class Rows
{
public:
    Rows()
        : m_width(isTerminal(1) ? terminalWidth() : 0)
        , m_colour(colourFor(1))
    {
    }
    [[nodiscard]] QByteArray row(const Entry &entry) const
    {
        const QString status =
            entry.status > 0 ? QString::number(entry.status) : QStringLiteral("---");
        const QString number = QString::number(qint64(entry.id)).rightJustified(idWidth);
        const QString columns = number + (entry.isPinned ? u'*' : u' ') +
                                QStringLiteral(" %1  ").arg(when(entry)) + status +
                                QLatin1String("  ") + entry.method.leftJustified(6) +
                                took(entry).rightJustified(8) + QLatin1String("  ");
        QByteArray line = harmless(columns.toUtf8()) + fitted(shownUrl(entry), columns.size());
        if (entry.status == 0 || entry.status >= 400)
            line = painted(line, Ink::Error, m_colour);
        line += '\n';
        if (!entry.error.isEmpty())
            line += QByteArray(idWidth + 2, ' ') +
                    foldedText(harmless(entry.error.toUtf8()), idWidth + 2) + '\n';
        return line;
    }

private:
    static constexpr int idWidth = 5;
    // On a terminal a row is one line; elsewhere programs want all of it.
    [[nodiscard]] QByteArray fitted(const QByteArray &url, qsizetype before) const
    {
        const QString text = QString::fromUtf8(harmless(url));
        const qsizetype room = std::max<qsizetype>(m_width - before, 12);
        return m_width == 0 || text.size() <= room ? text.toUtf8()
                                                   : (text.first(room - 1) + u'…').toUtf8();
    }
    const int m_width; // 0: no terminal
    const Colour m_colour;
};

void writeEntry(JsonWriter &json, const Entry &entry)
{
    json.beginObject(JsonWriter::Lines::One);
    json.number("id", qint64(entry.id));
    json.string("at",
                QDateTime::fromMSecsSinceEpoch(entry.at, Qt::UTC).toString(Qt::ISODateWithMs));
    json.string("method", entry.method);
    json.string("url", shownUrl(entry));
    json.number("status", entry.status > 0 ? std::optional<qint64>(entry.status) : std::nullopt);
    json.textOrNull("version", entry.version
                                   ? QString::fromLatin1(http::versionName(*entry.version))
                                   : QString());
    json.number("durationUs", qint64(entry.duration.count()));
    json.number("bodyBytes", entry.octets);
    json.number("hops", qint64(entry.hops));
    json.boolean("pinned", entry.isPinned);
    json.boolean("cut", entry.isCut);
    json.string("from", QString::fromLatin1(history::nameOf(entry.origin)));
    json.textOrNull("title", entry.title);
    json.textOrNull("file", entry.file);
    json.textOrNull("error", entry.error);
    json.endObject();
}

} // namespace

http::Result<void> writeList(history::Store &store, std::span<const EntryId> ids, ListForm form)
{
    const auto out = OutputStream::standardOutput();
    const Rows rows;
    std::optional<JsonWriter> json;
    if (form == ListForm::Json) {
        json.emplace([&](QByteArrayView text) { (void)out->write(text); });
        json->beginArray();
    }
    constexpr size_t atOnce = 256;
    for (size_t at = 0; at < ids.size(); at += atOnce) {
        const auto entries = store.entries(ids.subspan(at, std::min(atOnce, ids.size() - at)));
        if (!entries)
            return std::unexpected(entries.error());
        for (const Entry &entry : *entries) {
            if (json)
                writeEntry(*json, entry);
            else
                (void)out->write(rows.row(entry));
        }
        // Its error is that of what was written.
        if (const auto flushed = out->flush(); !flushed)
            return flushed;
    }
    if (json) {
        json->endArray();
        json.reset();
    }
    return out->flush();
}

} // namespace sonde::cli
