#include "collection/dynamic_value.h"

#include <QDateTime>
#include <QLocale>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QUuid>

namespace sonde::collection
{
namespace
{

using http::Result;

constexpr qint64 largest = 1LL << 53; // what every JSON reader can still hold
constexpr int longest = 10'000;       // characters of a random text

Result<QString> refuse(const QString &sentence)
{
    return std::unexpected(http::Error{.layer = http::Layer::Request,
                                       .code = http::Code::UnresolvedVariable,
                                       .sentence = sentence});
}

Result<QString> notUnderstood(const QString &name, const QString &where, const QString &form)
{
    return refuse(QStringLiteral("“%1” in %2 is not understood: write {{%3}}.")
                      .arg(name.left(80), where, form));
}

// Words, those in quotes with their blanks.
QStringList wordsOf(const QString &name)
{
    static const QRegularExpression word(QStringLiteral("\"([^\"]*)\"|'([^']*)'|(\\S+)"));
    QStringList words;
    auto matches = word.globalMatch(name);
    while (matches.hasNext()) {
        const auto match = matches.next();
        words.append(match.captured(1) + match.captured(2) + match.captured(3));
    }
    return words;
}

// Moved by "-3 d": y, M, w, d, h, m, s, ms.
std::optional<QDateTime> moved(const QDateTime &time, const QString &amount, const QString &unit)
{
    bool ok = false;
    const qint64 count = amount.toLongLong(&ok);
    if (!ok || std::abs(count) > 1'000'000'000)
        return std::nullopt;
    if (unit == u"y")
        return time.addYears(int(std::clamp<qint64>(count, -9000, 7000)));
    if (unit == u"M")
        return time.addMonths(int(std::clamp<qint64>(count, -100'000, 80'000)));
    if (unit == u"w")
        return time.addDays(count * 7);
    if (unit == u"d")
        return time.addDays(count);
    if (unit == u"h")
        return time.addSecs(count * 3600);
    if (unit == u"m")
        return time.addSecs(count * 60);
    if (unit == u"s")
        return time.addSecs(count);
    if (unit == u"ms")
        return time.addMSecs(count);
    return std::nullopt;
}

Result<QString> timestamp(const QStringList &words, const QString &where)
{
    std::optional<QDateTime> time = QDateTime::currentDateTimeUtc();
    if (words.size() == 3)
        time = moved(*time, words[1], words[2]);
    if (!time || !time->isValid() || (words.size() != 1 && words.size() != 3))
        return notUnderstood(words.join(u' '), where, QStringLiteral("$timestamp -1 d"));
    return QString::number(time->toSecsSinceEpoch());
}

// Day.js spells a date's parts as Qt does, but for the year, the day of the month and text, which
// it puts into brackets.
QString inWords(const QDateTime &time, QString format)
{
    format.replace(QLatin1String("YYYY"), QLatin1String("yyyy"))
        .replace(QLatin1String("YY"), QLatin1String("yy"))
        .replace(QLatin1String("DD"), QLatin1String("dd"))
        .replace(u'D', u'd')
        .replace(QLatin1String("SSS"), QLatin1String("zzz"))
        .replace(QLatin1String("A"), QLatin1String("AP"))
        .replace(u'[', u'\'')
        .replace(u']', u'\'');
    return QLocale::c().toString(time, format);
}

Result<QString> datetime(const QStringList &words, const QString &where)
{
    const bool local = words[0] == u"$localDatetime";
    std::optional<QDateTime> time =
        local ? QDateTime::currentDateTime() : QDateTime::currentDateTimeUtc();
    if (words.size() == 4)
        time = moved(*time, words[2], words[3]);
    if (!time || !time->isValid() || (words.size() != 2 && words.size() != 4))
        return notUnderstood(words.join(u' '), where, words[0] + QStringLiteral(" iso8601 -1 d"));
    const QString &format = words[1];
    if (format == u"iso8601") {
        const QDateTime stamped = local ? time->toOffsetFromUtc(time->offsetFromUtc()) : *time;
        return stamped.toString(local ? Qt::ISODate : Qt::ISODateWithMs);
    }
    // RFC 9110 section 5.6.7 spells dates in English and in GMT.
    if (format == u"rfc1123")
        return QLocale::c().toString(time->toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")) +
               QStringLiteral(" GMT");
    return inWords(*time, format.left(200));
}

// {{$randomInt}} is 0 to 999; {{$randomInt a b}} is from a up to, but not including, b.
Result<QString> randomInt(const QStringList &words, const QString &where)
{
    if (words.size() == 1)
        return QString::number(QRandomGenerator::global()->bounded(1000));
    bool fromOk = false;
    bool toOk = false;
    const qint64 from = words.value(1).toLongLong(&fromOk);
    const qint64 to = words.value(2).toLongLong(&toOk);
    if (words.size() != 3 || !fromOk || !toOk || from >= to || from < -largest || to > largest)
        return refuse(
            QStringLiteral("“%1” in %2 is not understood: write {{$randomInt}} or "
                           "{{$randomInt FROM TO}} with two whole numbers, the smaller first.")
                .arg(words.join(u' ').left(80), where));
    return QString::number(QRandomGenerator::global()->bounded(from, to));
}

QString randomText(qsizetype length, QLatin1String alphabet)
{
    QString text;
    for (qsizetype i = 0; i < length; ++i)
        text += alphabet[QRandomGenerator::global()->bounded(int(alphabet.size()))];
    return text;
}

// JetBrains: $random.integer(1, 6), $random.float(0, 1), $random.alphabetic(8) and so on.
Result<QString> randomValue(const QString &name, const QString &where)
{
    static const QLatin1String letters("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    static const QLatin1String all(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    static const QLatin1String digits("0123456789abcdef");
    static const QRegularExpression call(QStringLiteral(
        "^\\$random\\.(\\w+)(?:\\(\\s*(-?[\\d.]+)?\\s*(?:,\\s*(-?[\\d.]+))?\\s*\\))?$"));
    const auto match = call.match(name);
    const QString kind = match.captured(1);
    const double first = match.captured(2).toDouble();
    const double second = match.captured(3).toDouble();
    const bool one = !match.captured(2).isEmpty() && match.captured(3).isEmpty();
    const bool two = !match.captured(3).isEmpty();
    auto *random = QRandomGenerator::global();
    if (kind == u"uuid")
        return QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (kind == u"email")
        return randomText(10, letters).toLower() + QStringLiteral("@example.com");
    if (kind == u"integer" || kind == u"float") {
        const double from = two ? first : 0;
        const double to = two ? second : one ? first : 1000;
        if (!match.hasMatch() || from >= to || from < double(-largest) || to > double(largest))
            return notUnderstood(name, where, QStringLiteral("$random.%1(FROM, TO)").arg(kind));
        if (kind == u"integer")
            return QString::number(
                random->bounded(qint64(from), std::max(qint64(to), qint64(from) + 1)));
        return QString::number(from + random->generateDouble() * (to - from), 'g', 12);
    }
    const QLatin1String alphabet = kind == u"alphabetic"     ? letters
                                   : kind == u"alphanumeric" ? all
                                   : kind == u"hexadecimal"  ? digits
                                                             : QLatin1String();
    if (alphabet.isEmpty() || !one || first < 1 || first > longest)
        return notUnderstood(name, where, QStringLiteral("$random.alphanumeric(LENGTH)"));
    return randomText(qsizetype(first), alphabet);
}

Result<QString> environmentValue(const QString &name, const QString &where)
{
    const QByteArray key = name.toUtf8();
    if (key.isEmpty() || !qEnvironmentVariableIsSet(key.constData()))
        return refuse(QStringLiteral("The environment variable “%1”, which %2 uses, is not set.")
                          .arg(name.left(80), where));
    return qEnvironmentVariable(key.constData());
}

} // namespace

std::optional<Result<QString>> dynamicValue(const QString &name, const QString &where)
{
    const QStringList words = wordsOf(name);
    const QString first = words.value(0);
    if (first.startsWith(u"$random."))
        return randomValue(name, where);
    if (first == u"$randomInt")
        return randomInt(words, where);
    if (first == u"$timestamp")
        return timestamp(words, where);
    if (first == u"$datetime" || first == u"$localDatetime")
        return datetime(words, where);
    // REST Client's %NAME stands for a variable of its own settings, which are not read.
    if (first == u"$processEnv" && words.size() == 2)
        return environmentValue(words[1], where);
    if (first.startsWith(u"$env.") && words.size() == 1)
        return environmentValue(first.sliced(5), where);
    if (words.size() != 1)
        return std::nullopt;
    if (first == u"$uuid" || first == u"$guid")
        return QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (first == u"$isoTimestamp")
        return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    return std::nullopt;
}

} // namespace sonde::collection
