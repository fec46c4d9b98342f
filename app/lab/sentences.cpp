#include "lab/sentences.h"

#include "lab/line_words.h"

#include <cmath>

namespace sonde::lab
{
namespace
{

QString evidence(const Result &result, const Comparison &comparison, const Words &words)
{
    const Interval &interval = comparison.difference.interval;
    QString text =
        words("95 % interval %1 to %2; %3 blocks")
            .arg(signedTimeText(interval.low, words), signedTimeText(interval.high, words))
            .arg(comparison.difference.blocks);
    if (result.noise)
        text += words("; A/A noise %1 to %2")
                    .arg(signedTimeText(result.noise->interval.low, words),
                         signedTimeText(result.noise->interval.high, words));
    return text;
}

// ", with 42 % fewer response-head octets"
QString headsClause(const ArmResult &base, const ArmResult &other, const Words &words)
{
    const auto before = double(base.ledger.responseHeads);
    const auto after = double(other.ledger.responseHeads);
    if (before <= 0 || after <= 0)
        return {};
    const int share = qRound(100 * (after - before) / before);
    if (share == 0)
        return {};
    return (share < 0 ? words(", with %1 % fewer response-head octets")
                      : words(", with %1 % more response-head octets"))
        .arg(std::abs(share));
}

QString differenceSentence(const Result &result, const Comparison &comparison, const Words &words)
{
    const ArmResult &base = result.baseline();
    const ArmResult &other = result.arms[size_t(comparison.arm)];
    const Paired &found = comparison.difference;
    return (found.median < 0 ? words("%1 finished %2 sooner than %3 (%4; ratio %5)%6.")
                             : words("%1 finished %2 later than %3 (%4; ratio %5)%6."))
        .arg(other.label(words), timeText(std::abs(found.median), words), base.label(words),
             evidence(result, comparison, words), words.number(comparison.ratio.median, 2),
             headsClause(base, other, words));
}

} // namespace

QString timeText(double value, const Words &words)
{
    const double size = std::abs(value);
    if (size >= 1000)
        return words("%1 s").arg(words.number(value / 1000, 2));
    return words("%1 ms").arg(words.number(value, size >= 100 ? 0 : size >= 10 ? 1 : 2));
}

QString signedTimeText(double value, const Words &words)
{
    const QString text = timeText(std::abs(value), words);
    if (std::abs(value) < 0.005)
        return text;
    return value < 0 ? QStringLiteral("−") + text : QStringLiteral("+") + text;
}

QString subjectOf(const Experiment::Setup &setup, const Words &words)
{
    const auto &request = setup.requests.front();
    const QString what = QString::fromUtf8(request.method.token()) + u' ' +
                         QString::fromUtf8(request.target.url().left(200));
    const qsizetype items = qsizetype(setup.requests.size()) * setup.plan.batch;
    QString text = items == 1 ? what : QStringLiteral("%1 × %2").arg(items).arg(what);
    if (setup.requests.size() > 1)
        text = words("%1 requests, the first %2").arg(items).arg(what);
    const auto &arms = setup.plan.arms;
    const bool same =
        std::ranges::all_of(arms, [&](const Arm &arm) { return arm.start == arms.front().start; });
    if (same)
        text += QStringLiteral(", ") + startName(arms.front().start, words);
    if (!setup.plan.line.isNone())
        text += QStringLiteral(", ") + lineName(setup.plan.line, words);
    return text;
}

QString startName(Start start, const Words &words)
{
    switch (start) {
    case Start::Cold:
        return words("cold");
    case Start::Resumed:
        return words("resumed");
    case Start::Warm:
        return words("warm");
    }
    Q_UNREACHABLE();
}

QString verdictSentence(const Result &result, const Comparison &comparison, const Words &words)
{
    const QString base = result.baseline().label(words);
    const QString other = result.arms[size_t(comparison.arm)].label(words);
    const Paired &found = comparison.difference;
    switch (comparison.outcome) {
    case Outcome::NoVerdict:
        return words("No verdict on %1 against %2: %3 of at least %4 blocks were measured.")
            .arg(other, base)
            .arg(found.blocks)
            .arg(blocksForVerdict);
    case Outcome::Different:
        return differenceSentence(result, comparison, words);
    case Outcome::Equivalent:
        return words("%1 and %2 take the same time within %3 (difference %4; %5).")
            .arg(other, base, timeText(comparison.margin, words),
                 signedTimeText(found.median, words), evidence(result, comparison, words));
    case Outcome::Inconclusive:
        return words("Inconclusive: %1 against %2 is %3 (%4), which neither shows a difference nor "
                     "that there is none larger than %5.")
            .arg(other, base, signedTimeText(found.median, words),
                 evidence(result, comparison, words), timeText(comparison.margin, words));
    }
    Q_UNREACHABLE();
}

QString verdictText(const Experiment::Setup &setup, const Result &result, const Words &words)
{
    QStringList sentences;
    for (const Comparison &comparison : result.comparisons)
        sentences += verdictSentence(result, comparison, words);
    sentences += responsesSentence(result, words);
    return words("For %1: %2").arg(subjectOf(setup, words), sentences.join(u' '));
}

QString responsesSentence(const Result &result, const Words &words)
{
    QStringList named;
    QStringList volatileNames;
    for (const auto &request : result.responses) {
        for (const Difference &difference : request) {
            auto &list = difference.nature == Nature::Volatile ? volatileNames : named;
            const QString name = featureName(difference.feature, words);
            if (!list.contains(name))
                list += name;
        }
    }
    const auto listed = [&](const QStringList &names) {
        constexpr qsizetype most = 5;
        const QString text = names.mid(0, most).join(QStringLiteral(", "));
        return names.size() > most ? words("%1 and %2 more").arg(text).arg(names.size() - most)
                                   : text;
    };
    QString text = named.isEmpty() ? words("Responses equivalent")
                                   : words("Responses differ by version in %1").arg(listed(named));
    if (!volatileNames.isEmpty())
        text += words("; changes with every answer: %1").arg(listed(volatileNames));
    return text + u'.';
}

QString featureName(const Feature &feature, const Words &words)
{
    const QString name = QString::fromUtf8(feature.name.left(120)).trimmed();
    switch (feature.aspect) {
    case Aspect::Status:
        return words("status");
    case Aspect::Redirects:
        return words("redirects");
    case Aspect::Interim:
        return words("interim response %1").arg(name);
    case Aspect::Field:
        return words("field “%1”").arg(name);
    case Aspect::Cookie:
        return words("cookie “%1”").arg(name);
    case Aspect::Trailer:
        return words("trailer “%1”").arg(name);
    case Aspect::Coding:
        return words("content coding");
    case Aspect::Body:
        return words("body");
    case Aspect::BodyPart:
        return name.isEmpty() || name.startsWith(u'/') ? words("JSON value %1").arg(name)
                                                       : words("body line %1").arg(name);
    case Aspect::End:
        return words("proof of the end");
    case Aspect::Server:
        return words("server address");
    case Aspect::Certificate:
        return words("certificate");
    case Aspect::Tls:
        return words("TLS parameters");
    }
    Q_UNREACHABLE();
}

std::vector<LedgerLine> ledgerLines(const Ledger &ledger, const Words &words)
{
    return {{"handshake", words("TLS handshake"), ledger.handshake},
            {"request-heads", words("Request heads"), ledger.requestHeads},
            {"response-heads", words("Response heads"), ledger.responseHeads},
            {"framing", words("Framing"), ledger.framing},
            {"content", words("Content"), ledger.content},
            {"control", words("Control"), ledger.control()},
            {"tls-records", words("TLS records"), ledger.tlsRecords()},
            {"total", words("Total"), ledger.sent + ledger.received}};
}

} // namespace sonde::lab
