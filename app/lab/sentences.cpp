#include "lab/sentences.h"

#include <cmath>

namespace sonde::lab
{
namespace
{

QString evidence(const Result &result, const Comparison &comparison, double low, double high)
{
    QString text = QStringLiteral("95 % interval %1 to %2; %3 blocks")
                       .arg(signedTimeText(low), signedTimeText(high))
                       .arg(comparison.difference.blocks);
    if (result.noise)
        text += QStringLiteral("; A/A noise %1 to %2")
                    .arg(signedTimeText(result.noise->interval.low),
                         signedTimeText(result.noise->interval.high));
    return text;
}

// ", with 42 % fewer response-head octets"
QString headsClause(const ArmResult &base, const ArmResult &other)
{
    const auto before = double(base.ledger.responseHeads);
    const auto after = double(other.ledger.responseHeads);
    if (before <= 0 || after <= 0)
        return {};
    const int share = qRound(100 * (after - before) / before);
    if (share == 0)
        return {};
    return QStringLiteral(", with %1 % %2 response-head octets")
        .arg(std::abs(share))
        .arg(share < 0 ? u"fewer" : u"more");
}

QString differenceSentence(const Result &result, const Comparison &comparison)
{
    const ArmResult &base = result.baseline();
    const ArmResult &other = result.arms[size_t(comparison.arm)];
    const Paired &found = comparison.difference;
    const bool sooner = found.median < 0;
    return QStringLiteral("%1 finished %2 %3 than %4 (%5; ratio %6)%7.")
        .arg(other.label(), timeText(std::abs(found.median)), sooner ? u"sooner" : u"later",
             base.label(), evidence(result, comparison, found.interval.low, found.interval.high))
        .arg(comparison.ratio.median, 0, 'f', 2)
        .arg(headsClause(base, other));
}

} // namespace

QString timeText(double value)
{
    const double size = std::abs(value);
    if (size >= 1000)
        return QStringLiteral("%1 s").arg(value / 1000, 0, 'f', 2);
    return QStringLiteral("%1 ms").arg(value, 0, 'f', size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

QString signedTimeText(double value)
{
    const QString text = timeText(std::abs(value));
    if (std::abs(value) < 0.005)
        return text;
    return value < 0 ? QStringLiteral("−") + text : QStringLiteral("+") + text;
}

QString subjectOf(const Experiment::Setup &setup)
{
    const auto &request = setup.requests.front();
    const QString what = QString::fromUtf8(request.method.token()) + u' ' +
                         QString::fromUtf8(request.target.url().left(200));
    const qsizetype items = qsizetype(setup.requests.size()) * setup.plan.batch;
    QString text = items == 1 ? what : QStringLiteral("%1 × %2").arg(items).arg(what);
    if (setup.requests.size() > 1)
        text = QStringLiteral("%1 requests, the first %2").arg(items).arg(what);
    const auto &arms = setup.plan.arms;
    const bool same =
        std::ranges::all_of(arms, [&](const Arm &arm) { return arm.start == arms.front().start; });
    if (same)
        text += QStringLiteral(", ") + QLatin1String(name(arms.front().start));
    return text;
}

QString verdictSentence(const Result &result, const Comparison &comparison)
{
    const QString base = result.baseline().label();
    const QString other = result.arms[size_t(comparison.arm)].label();
    const Paired &found = comparison.difference;
    const QString proof = evidence(result, comparison, found.interval.low, found.interval.high);
    switch (comparison.outcome) {
    case Outcome::NoVerdict:
        return QStringLiteral(
                   "No verdict on %1 against %2: %3 of at least %4 blocks were measured.")
            .arg(other, base)
            .arg(found.blocks)
            .arg(blocksForVerdict);
    case Outcome::Different:
        return differenceSentence(result, comparison);
    case Outcome::Equivalent:
        return QStringLiteral("%1 and %2 take the same time within %3 (difference %4; %5).")
            .arg(other, base, timeText(comparison.margin), signedTimeText(found.median), proof);
    case Outcome::Inconclusive:
        return QStringLiteral("Inconclusive: %1 against %2 is %3 (%4), which neither shows a "
                              "difference nor that there is none larger than %5.")
            .arg(other, base, signedTimeText(found.median), proof, timeText(comparison.margin));
    }
    Q_UNREACHABLE();
}

QString verdictText(const Experiment::Setup &setup, const Result &result)
{
    QStringList sentences;
    for (const Comparison &comparison : result.comparisons)
        sentences += verdictSentence(result, comparison);
    sentences += responsesSentence(result);
    return QStringLiteral("For %1: %2").arg(subjectOf(setup), sentences.join(u' '));
}

QString responsesSentence(const Result &result)
{
    QStringList named;
    QStringList volatileNames;
    for (const auto &request : result.responses) {
        for (const Difference &difference : request) {
            auto &list = difference.nature == Nature::Volatile ? volatileNames : named;
            const QString name = featureName(difference.feature);
            if (!list.contains(name))
                list += name;
        }
    }
    const auto listed = [](const QStringList &names) {
        constexpr qsizetype most = 5;
        QString text = names.mid(0, most).join(QStringLiteral(", "));
        if (names.size() > most)
            text += QStringLiteral(" and %1 more").arg(names.size() - most);
        return text;
    };
    QString text = named.isEmpty()
                       ? QStringLiteral("Responses equivalent")
                       : QStringLiteral("Responses differ by version in %1").arg(listed(named));
    if (!volatileNames.isEmpty())
        text += QStringLiteral("; changes with every answer: %1").arg(listed(volatileNames));
    return text + u'.';
}

QString featureName(const Feature &feature)
{
    const QString name = QString::fromUtf8(feature.name.left(120)).trimmed();
    switch (feature.aspect) {
    case Aspect::Status:
        return QStringLiteral("status");
    case Aspect::Redirects:
        return QStringLiteral("redirects");
    case Aspect::Interim:
        return QStringLiteral("interim response %1").arg(name);
    case Aspect::Field:
        return QStringLiteral("field “%1”").arg(name);
    case Aspect::Cookie:
        return QStringLiteral("cookie “%1”").arg(name);
    case Aspect::Trailer:
        return QStringLiteral("trailer “%1”").arg(name);
    case Aspect::Coding:
        return QStringLiteral("content coding");
    case Aspect::Body:
        return QStringLiteral("body");
    case Aspect::BodyPart:
        return name.isEmpty() || name.startsWith(u'/') ? QStringLiteral("JSON value %1").arg(name)
                                                       : QStringLiteral("body line %1").arg(name);
    case Aspect::End:
        return QStringLiteral("proof of the end");
    case Aspect::Server:
        return QStringLiteral("server address");
    case Aspect::Certificate:
        return QStringLiteral("certificate");
    case Aspect::Tls:
        return QStringLiteral("TLS parameters");
    }
    Q_UNREACHABLE();
}

std::vector<LedgerLine> ledgerLines(const Ledger &ledger)
{
    return {{"handshake", "TLS handshake", ledger.handshake},
            {"request-heads", "Request heads", ledger.requestHeads},
            {"response-heads", "Response heads", ledger.responseHeads},
            {"framing", "Framing", ledger.framing},
            {"content", "Content", ledger.content},
            {"control", "Control", ledger.control()},
            {"tls-records", "TLS records", ledger.tlsRecords()},
            {"total", "Total", ledger.sent + ledger.received}};
}

} // namespace sonde::lab
