#include "ui/compare/look_body.h"

#include "lab/features.h"
#include "ui/compare/line_diff.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace sonde::ui
{
namespace
{

using Kind = LookRow::Kind;
using Lines = QList<QByteArray>;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::LookRows)
};

constexpr int context = 3;                // lines that are the same around those that differ
constexpr int rowLimit = 2000;            // more is read in the bodies themselves
constexpr qsizetype lineCharacters = 500; // of a line; the rest is cut

// As lines that can be set side by side: JSON with one value a line and its keys in order.
Lines linesOf(const QByteArray &body, lab::BodyShape shape)
{
    const QByteArray text = shape == lab::BodyShape::Json
                                ? QJsonDocument::fromJson(body).toJson(QJsonDocument::Indented)
                                : body;
    return (text.endsWith('\n') ? text.chopped(1) : text).split('\n');
}

QString shownLine(const QByteArray &line)
{
    const QString text = QString::fromUtf8(line.left(lineCharacters * 4));
    const bool cut = text.size() > lineCharacters || line.size() > lineCharacters * 4;
    return cut ? text.left(lineCharacters) + u'…' : text;
}

// Lines that are in all bodies hold the others in place.
class Alignment
{
public:
    Alignment(std::vector<Lines> bodies, std::vector<size_t> places, size_t sides)
        : m_bodies(std::move(bodies))
        , m_places(std::move(places))
        , m_sides(sides)
        , m_from(m_bodies.size(), 0)
    {
    }

    std::vector<LookRow> rows()
    {
        std::vector<std::vector<int>> matches;
        for (size_t i = 1; i < m_bodies.size(); ++i)
            matches.push_back(matchLines(m_bodies.front(), m_bodies[i]));
        for (int line = 0; line < int(m_bodies.front().size()); ++line) {
            std::vector<int> at{line};
            for (const auto &match : matches)
                at.push_back(match[size_t(line)]);
            if (std::ranges::find(at, -1) != at.end())
                continue;
            addUpTo(at);
            addRow(Kind::Line, at);
            for (int &one : at)
                ++one;
            m_from = at;
        }
        std::vector<int> ends;
        for (const Lines &body : m_bodies)
            ends.push_back(int(body.size()));
        addUpTo(ends);
        return std::move(m_rows);
    }

private:
    void addUpTo(const std::vector<int> &to)
    {
        int height = 0;
        for (size_t i = 0; i < to.size(); ++i)
            height = std::max(height, to[i] - m_from[i]);
        for (int row = 0; row < height; ++row) {
            std::vector<int> at;
            for (size_t i = 0; i < to.size(); ++i)
                at.push_back(m_from[i] + row < to[i] ? m_from[i] + row : -1);
            addRow(Kind::LineDiffers, at);
        }
    }

    void addRow(Kind kind, const std::vector<int> &at)
    {
        QStringList cells;
        cells.resize(qsizetype(m_sides));
        for (size_t i = 0; i < at.size(); ++i) {
            if (at[i] >= 0)
                cells[qsizetype(m_places[i])] = shownLine(m_bodies[i][at[i]]);
        }
        const QString number = at.front() < 0 ? QString() : QString::number(at.front() + 1);
        m_rows.push_back({kind, number, cells});
    }

    const std::vector<Lines> m_bodies;
    const std::vector<size_t> m_places; // the side of each body
    const size_t m_sides;
    std::vector<int> m_from; // what is not told yet
    std::vector<LookRow> m_rows;
};

std::vector<bool> nearDifferences(const std::vector<LookRow> &rows)
{
    std::vector<bool> near(rows.size(), false);
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].kind != Kind::LineDiffers)
            continue;
        const size_t last = std::min(rows.size() - 1, i + context);
        for (size_t at = i > context ? i - context : 0; at <= last; ++at)
            near[at] = true;
    }
    return near;
}

// What is far from every difference becomes one row.
std::vector<LookRow> shortened(std::vector<LookRow> rows)
{
    const std::vector<bool> near = nearDifferences(rows);
    std::vector<LookRow> result;
    for (size_t i = 0; i < rows.size();) {
        if (result.size() >= rowLimit) {
            result.push_back({Kind::Skipped, Text::tr("More follows: open the responses"), {}});
            break;
        }
        if (near[i]) {
            result.push_back(std::move(rows[i++]));
            continue;
        }
        int skipped = 0;
        for (; i < rows.size() && !near[i]; ++i)
            ++skipped;
        result.push_back({Kind::Skipped, Text::tr("%n equal line(s)", nullptr, skipped), {}});
    }
    return result;
}

} // namespace

std::vector<LookRow> bodyRows(const std::vector<LookSide> &sides)
{
    std::vector<lab::Observation> seen;
    std::vector<size_t> places;
    QStringList cells;
    for (size_t i = 0; i < sides.size(); ++i) {
        cells += QString();
        if (!sides[i].seen)
            continue;
        seen.push_back(*sides[i].seen);
        places.push_back(i);
    }
    if (seen.size() < 2)
        return {};
    const bool same = std::ranges::all_of(seen, [&](const lab::Observation &one) {
        return one.bodyHash == seen.front().bodyHash && !one.bodyHash.isEmpty();
    });
    for (const size_t place : places)
        cells[qsizetype(place)] = same ? Text::tr("the same") : Text::tr("differs");
    std::vector<LookRow> rows{
        {same ? Kind::Same : Kind::Differs, Text::tr("Decoded octets"), cells}};
    const lab::BodyShape shape = lab::bodyShape(seen);
    if (same || shape == lab::BodyShape::Opaque)
        return rows;
    std::vector<Lines> bodies;
    for (const lab::Observation &one : seen)
        bodies.push_back(linesOf(*one.body, shape));
    auto lines = shortened(Alignment(std::move(bodies), places, sides.size()).rows());
    std::ranges::move(lines, std::back_inserter(rows));
    return rows;
}

} // namespace sonde::ui
