#include "collection/variables.h"

#include "collection/dynamic_value.h"

namespace sonde::collection
{
namespace
{

using http::Code;
using http::Error;
using http::Result;

std::unexpected<Error> refuse(Code code, const QString &sentence)
{
    return std::unexpected(
        Error{.layer = http::Layer::Request, .code = code, .sentence = sentence});
}

std::unexpected<Error> unresolved(const QString &name, const QString &where)
{
    const QString shown = name.left(80);
    if (name.startsWith(u'$'))
        return refuse(Code::UnresolvedVariable,
                      QStringLiteral("Sonde has no dynamic value “%1”, which %2 uses; there are "
                                     "$uuid, $guid, $timestamp, $isoTimestamp, $datetime, "
                                     "$localDatetime, $randomInt, $random.…, $processEnv and $env.")
                          .arg(shown, where));
    return refuse(
        Code::UnresolvedVariable,
        QStringLiteral("The variable “%1” in %2 has no value: define it in the file (@%1 = …) "
                       "or choose an environment that has it.")
            .arg(shown, where));
}

} // namespace

qsizetype endOfVariable(QStringView text, qsizetype open)
{
    const qsizetype close = text.indexOf(QLatin1String("}}"), open + 2);
    if (close < 0 || text.sliced(open, close - open).contains(u'\n'))
        return -1;
    return close + 2;
}

Variables merged(Variables below, const Variables &above)
{
    for (auto it = above.begin(); it != above.end(); ++it)
        below.insert(it.key(), it.value());
    return below;
}

Result<QString> Expander::expand(const QString &text, const QString &where)
{
    return expandAt(text, where, {});
}

Result<QString> Expander::expandAt(const QString &text, const QString &where,
                                   const QStringList &chain)
{
    QString out;
    qsizetype from = 0;
    for (qsizetype open = text.indexOf(QLatin1String("{{")); open >= 0;
         open = text.indexOf(QLatin1String("{{"), from)) {
        const qsizetype end = endOfVariable(text, open);
        if (end < 0) { // braces that are never closed are text
            out += QStringView(text).sliced(from, open + 2 - from);
            from = open + 2;
            continue;
        }
        const QString name = text.sliced(open + 2, end - open - 4).trimmed();
        const auto filled = value(name, where, chain);
        if (!filled)
            return filled;
        out += QStringView(text).sliced(from, open - from);
        out += *filled;
        if (out.size() > sizeLimit)
            return refuse(
                Code::LimitExceeded,
                QStringLiteral("Filling “%1” into %2 makes it longer than %3 million "
                               "characters; shorten the variables that stand for each other.")
                    .arg(name.left(80), where)
                    .arg(sizeLimit >> 20));
        from = end;
    }
    out += QStringView(text).sliced(from);
    return out;
}

Result<QString> Expander::value(const QString &name, const QString &where, const QStringList &chain)
{
    if (name.startsWith(u'$')) {
        if (auto dynamic = dynamicValue(name, where))
            return *dynamic;
    }
    if (const auto known = m_known.constFind(name); known != m_known.cend())
        return *known;
    const auto found = m_variables.constFind(name);
    if (found == m_variables.cend())
        return unresolved(name, where);
    QStringList longer = chain;
    longer.append(name);
    if (chain.contains(name))
        return refuse(
            Code::UnresolvedVariable,
            QStringLiteral("The variable “%1” in %2 stands for itself (%3); give one of them "
                           "a plain value.")
                .arg(name, where, longer.join(QStringLiteral(" → "))));
    if (longer.size() > depthLimit)
        return refuse(
            Code::UnresolvedVariable,
            QStringLiteral("The variables in %1 stand for each other more than %2 deep (%3); "
                           "give one of them a plain value.")
                .arg(where)
                .arg(depthLimit)
                .arg(longer.join(QStringLiteral(" → "))));
    auto filled = expandAt(*found, where, longer);
    if (filled)
        m_known.insert(name, *filled);
    return filled;
}

} // namespace sonde::collection
