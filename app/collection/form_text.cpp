#include "collection/body_text.h"
#include "collection/row_alignment.h"
#include "collection/variables.h"

#include <QUrl>

namespace sonde::collection
{
namespace
{

// Text outside {{…}} goes through `change`, variables stay as they are.
template <typename Change>
QString outsideVariables(const QString &text, Change change)
{
    QString out;
    qsizetype from = 0;
    for (qsizetype open = text.indexOf(QLatin1String("{{")); open >= 0;
         open = text.indexOf(QLatin1String("{{"), open)) {
        const qsizetype end = endOfVariable(text, open);
        if (end < 0) {
            open += 2;
            continue;
        }
        out += change(text.sliced(from, open - from));
        out += QStringView(text).sliced(open, end - open);
        from = open = end;
    }
    return out + change(text.sliced(from));
}

QString decoded(const QString &text)
{
    return outsideVariables(text, [](QString part) {
        part.replace(u'+', u' ');
        return QUrl::fromPercentEncoding(part.toUtf8());
    });
}

QString encoded(const QString &text)
{
    return outsideVariables(text, [](const QString &part) {
        return QString::fromLatin1(QUrl::toPercentEncoding(part, "/:@,;!*()'$", {}));
    });
}

bool isComment(const QString &line)
{
    const QStringView bare = QStringView(line).trimmed();
    return bare.startsWith(u'#') || bare.startsWith(QLatin1String("//"));
}

// The pairs as spelled, without the layout round them.
QStringList pairsOf(const QStringList &lines)
{
    QStringList content;
    std::ranges::copy_if(lines, std::back_inserter(content), std::not_fn(isComment));
    const QString joined = content.join(u'\n');
    QStringList pairs;
    QString pair;
    for (qsizetype i = 0; i < joined.size(); ++i) {
        if (QStringView(joined).sliced(i).startsWith(QLatin1String("{{"))) {
            if (const qsizetype end = endOfVariable(joined, i); end > 0) {
                pair += QStringView(joined).sliced(i, end - i);
                i = end - 1;
                continue;
            }
        }
        if (joined[i] == u'&')
            pairs.append(std::exchange(pair, {}).trimmed());
        else if (joined[i] != u'\n')
            pair += joined[i];
    }
    pairs.append(pair.trimmed());
    pairs.removeAll(QString());
    return pairs;
}

Row rowOf(const QString &pair)
{
    qsizetype equals = 0;
    while (equals < pair.size() && pair[equals] != u'=') {
        const bool variable = QStringView(pair).sliced(equals).startsWith(QLatin1String("{{"));
        const qsizetype end = variable ? endOfVariable(pair, equals) : -1;
        equals = end > 0 ? end : equals + 1;
    }
    return {.name = decoded(pair.first(equals).trimmed()),
            .value = decoded(pair.sliced(std::min(equals + 1, pair.size())).trimmed())};
}

QString pairOf(const Row &row)
{
    return encoded(row.name) + u'=' + encoded(row.value);
}

std::vector<Row> rowsOf(const QStringList &pairs)
{
    std::vector<Row> rows;
    std::ranges::transform(pairs, std::back_inserter(rows), rowOf);
    return rows;
}

} // namespace

std::optional<std::vector<Row>> readForm(const QStringList &lines)
{
    auto rows = rowsOf(pairsOf(lines));
    const bool lossy = std::ranges::any_of(rows, [](const Row &row) {
        return (row.name + row.value).contains(QChar::ReplacementCharacter);
    });
    return lossy ? std::nullopt : std::optional(std::move(rows));
}

QStringList writeForm(const QStringList &before, const std::vector<Row> &rows)
{
    std::vector<Row> on;
    std::ranges::copy_if(rows, std::back_inserter(on), [](const Row &row) {
        return row.enabled && !(row.name.isEmpty() && row.value.isEmpty());
    });
    const QStringList oldPairs = pairsOf(before);
    const auto matches = alignRows(rowsOf(oldPairs), on);
    QStringList pairs;
    for (size_t i = 0; i < on.size(); ++i)
        pairs.append(matches[i] ? oldPairs[qsizetype(*matches[i])] : pairOf(on[i]));
    QStringList lines;
    QStringList content;
    for (const QString &line : before)
        (isComment(line) ? lines : content).append(line);
    if (content.size() < 2)
        return pairs.isEmpty() ? lines : lines << pairs.join(u'&');
    // The layout of the first line break is the layout of all.
    if (content.constFirst().trimmed().endsWith(u'&')) {
        const QString sign = content.constFirst().contains(QLatin1String(" &"))
                                 ? QStringLiteral(" &")
                                 : QStringLiteral("&");
        for (qsizetype i = 0; i + 1 < pairs.size(); ++i)
            pairs[i] += sign;
    } else {
        for (qsizetype i = 1; i < pairs.size(); ++i)
            pairs[i].prepend(u'&');
    }
    return lines << pairs;
}

} // namespace sonde::collection
