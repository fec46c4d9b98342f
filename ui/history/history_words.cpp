#include "ui/history/history_words.h"

#include "history/limits.h"
#include "http/request.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QUrl>

namespace sonde::ui
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::History)
};

} // namespace

QString outcomeText(const history::Entry &entry)
{
    if (entry.status == 0)
        return entry.error.isEmpty() ? Words::tr("no response") : entry.error;
    return QStringLiteral("%1 %2")
        .arg(entry.status)
        .arg(QLatin1String(http::reasonPhrase(entry.status)))
        .trimmed();
}

QString whenText(const history::Entry &entry, Precision precision)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(entry.at);
    QString form = QLocale().timeFormat(QLocale::ShortFormat);
    if (precision == Precision::Seconds && !form.contains(QLatin1String("ss")))
        form.replace(QLatin1String("mm"), QLatin1String("mm:ss"));
    const QString time = QLocale().toString(at.time(), form);
    const QDate today = QDate::currentDate();
    if (at.date() == today)
        //: %1 a time of day; within a sentence
        return Words::tr("today at %1").arg(time);
    if (at.date() == today.addDays(-1))
        //: %1 a time of day; within a sentence
        return Words::tr("yesterday at %1").arg(time);
    //: %1 a day, %2 a time of day
    return Words::tr("%1 at %2").arg(dayText(at.date(), today), time);
}

QString dayText(QDate day, QDate today)
{
    if (day == today)
        return Words::tr("Today");
    if (day == today.addDays(-1))
        return Words::tr("Yesterday");
    return QLocale().toString(day, QLocale::LongFormat);
}

QString placeText(const history::Entry &entry)
{
    const auto scheme = entry.url.indexOf(QLatin1String("://"));
    return scheme < 0 ? entry.url : entry.url.sliced(scheme + 3);
}

QString momentText(const history::Entry &entry)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(entry.at).time(),
                              QLocale::ShortFormat);
}

QString factsText(const history::Entry &entry)
{
    QStringList facts;
    if (entry.version)
        facts.append(QLatin1String(http::versionName(*entry.version)));
    facts.append(durationText(entry.duration));
    if (entry.status > 0)
        facts.append(octetsText(entry.octets));
    return facts.join(QStringLiteral(" · "));
}

QString spokenText(const history::Entry &entry)
{
    QStringList parts{entry.method, placeText(entry), outcomeText(entry), factsText(entry),
                      momentText(entry)};
    if (entry.isPinned)
        parts.append(Words::tr("pinned"));
    if (entry.origin == history::Origin::Run)
        parts.append(Words::tr("from a run"));
    return parts.join(QStringLiteral(", "));
}

QString toolTipText(const history::Entry &entry)
{
    QStringList lines{
        entry.method + u' ' + entry.url, outcomeText(entry), factsText(entry),
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(entry.at), QLocale::LongFormat)};
    if (!entry.title.isEmpty())
        lines.prepend(entry.title);
    if (!entry.error.isEmpty() && entry.status > 0)
        lines.insert(2, entry.error);
    if (entry.hops > 1)
        lines.append(Words::tr("%n request(s) with redirects and retries", nullptr, entry.hops));
    if (entry.origin == history::Origin::Run)
        lines.append(Words::tr("From a run"));
    if (entry.isCut)
        lines.append(Words::tr("Only the first %1 of the body were kept")
                         .arg(octetsText(history::Limits::bodyOctets)));
    return lines.join(u'\n');
}

QString problemText(const history::FilterProblem &problem)
{
    using Kind = history::FilterProblem::Kind;
    const QString &word = problem.word;
    switch (problem.kind) {
    case Kind::OpenQuote:
        return Words::tr("A quotation mark is missing at the end of %1.").arg(word);
    case Kind::NoValue:
        return Words::tr("%1: nothing stands behind it yet.").arg(word);
    case Kind::UnknownKey:
        break;
    case Kind::BadStatus:
        return Words::tr("%1: a status is a number such as 404, a class such as 4xx, or none.")
            .arg(word);
    case Kind::BadTime:
        return Words::tr("%1: a time is a number with ms, s or min, as in time>500ms.").arg(word);
    case Kind::BadSize:
        return Words::tr("%1: a size is a number with kb, mb or gb, as in size>10kb.").arg(word);
    case Kind::BadDate:
        return Words::tr("%1: a day is written 2026-11-01, today, yesterday or 7d.").arg(word);
    case Kind::BadVersion:
        return Words::tr("%1: an HTTP version is 1.0, 1.1 or 2.").arg(word);
    case Kind::BadMark:
        return Words::tr("%1: what can be asked is is:pinned, is:failed, is:redirected and is:cut.")
            .arg(word);
    case Kind::BadOrigin:
        return Words::tr("%1: a call is from:send, sent on its own, or from:run.").arg(word);
    case Kind::NoOrder:
        return Words::tr("%1: this has no order. Write a colon.").arg(word);
    case Kind::TooLong:
        return Words::tr("A filter has at most 4,096 characters and 64 words.");
    }
    return Words::tr("%1: there is no such word before a colon. In quotation marks it is text.")
        .arg(word);
}

QString filterHelp()
{
    return Words::tr(
        "Words that must all hold: status:5xx, method:POST, host:example, url:/orders, "
        "header:etag, body:text, name:login, time>500ms, size>10kb, version:2, on:today, "
        "after:2026-11-01, before:7d, from:run, is:pinned, is:failed, any text. A comma means or, "
        "a minus "
        "in front means not: -status:2xx,304. Words of three letters or more are looked for in "
        "header fields and bodies, too.");
}

} // namespace sonde::ui
