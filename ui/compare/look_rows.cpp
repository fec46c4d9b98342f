#include "ui/compare/look_rows.h"

#include "lab/ledger.h"
#include "lab/sentences.h"
#include "ui/compare/lab_words.h"
#include "ui/compare/look_body.h"
#include "ui/response/change_list.h"
#include "ui/response/summary_line.h"
#include "ui/widgets/format.h"
#include "ui/widgets/waterfall/phase_look.h"

#include <QCoreApplication>

namespace sonde::ui
{
namespace
{

using Kind = LookRow::Kind;
using lab::Aspect;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::LookRows)
};

// The same in all sides that have answered; those that failed have nothing to differ in.
bool allSame(const QStringList &cells, const std::vector<LookSide> &sides)
{
    const QString *known = nullptr;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (!sides[size_t(i)].seen)
            continue;
        if (known && *known != cells[i])
            return false;
        known = &cells[i];
    }
    return true;
}

class Rows
{
public:
    explicit Rows(const std::vector<LookSide> &sides)
        : m_sides(sides)
    {
    }

    std::vector<LookRow> all()
    {
        outcome();
        features();
        octets();
        times();
        bodies();
        std::vector<LookRow> told;
        for (size_t i = 0; i < m_rows.size(); ++i) {
            const bool last = i + 1 == m_rows.size() || m_rows[i + 1].kind == Kind::Heading;
            if (m_rows[i].kind != Kind::Heading || !last)
                told.push_back(std::move(m_rows[i]));
        }
        return told;
    }

private:
    template <typename Cell>
    QStringList cells(Cell cell) const
    {
        QStringList cells;
        for (const LookSide &side : m_sides)
            cells += side.hops.empty() ? QString() : cell(side);
        return cells;
    }
    void heading(const QString &what) { m_rows.push_back({Kind::Heading, what, {}}); }
    void judged(const QString &what, const QStringList &cells)
    {
        const bool empty = std::ranges::all_of(cells, &QString::isEmpty);
        if (!empty)
            m_rows.push_back({allSame(cells, m_sides) ? Kind::Same : Kind::Differs, what, cells});
    }
    void number(const QString &what, const QStringList &cells)
    {
        if (!std::ranges::all_of(cells, &QString::isEmpty))
            m_rows.push_back({Kind::Number, what, cells});
    }

    void outcome()
    {
        heading(Text::tr("Outcome"));
        judged(Text::tr("Status"),
               cells([](const LookSide &side) { return statusText(side.hops.back()); }));
        number(Text::tr("Problem"), cells([](const LookSide &side) {
                   const auto &error = side.hops.back().exchange.error;
                   return error ? labWords().error(*error) : QString();
               }));
        number(Text::tr("Version"), cells([](const LookSide &side) {
                   const HopSnapshot &hop = side.hops.back();
                   if (!hop.exchange.response)
                       return QString();
                   const QString name =
                       QString::fromLatin1(http::versionName(hop.exchange.response->version));
                   const QString reason = hop.connection
                                              ? versionReasonText(hop.connection->versionReason)
                                              : QString();
                   return reason.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, reason);
               }));
    }

    static QString shownFeature(const lab::Feature &feature, const QByteArray &value)
    {
        if (feature.aspect != Aspect::End)
            return QString::fromUtf8(value);
        return value == "proven" ? Text::tr("proven") : Text::tr("not proven");
    }

    void features()
    {
        std::vector<lab::Features> all(m_sides.size());
        std::map<lab::Feature, bool> names;
        for (size_t i = 0; i < m_sides.size(); ++i) {
            if (!m_sides[i].seen)
                continue;
            all[i] = lab::featuresOf(*m_sides[i].seen, lab::BodyShape::Opaque);
            for (const auto &[feature, value] : all[i])
                names[feature] = true;
        }
        bool fields = false;
        for (const auto &[feature, unused] : names) {
            if (feature.aspect == Aspect::Status || feature.aspect == Aspect::Body)
                continue;
            const bool field = feature.aspect == Aspect::Field ||
                               feature.aspect == Aspect::Cookie ||
                               feature.aspect == Aspect::Trailer;
            if (field && !std::exchange(fields, true))
                heading(Text::tr("Header fields, normalised"));
            if (!field && fields)
                continue; // told below the fields
            addFeature(feature, all);
        }
        if (!fields)
            return;
        heading(Text::tr("Delivery"));
        for (const auto &[feature, unused] : names) {
            if (feature.aspect == Aspect::Coding || feature.aspect > Aspect::BodyPart)
                addFeature(feature, all);
        }
    }

    void addFeature(const lab::Feature &feature, const std::vector<lab::Features> &all)
    {
        QStringList values;
        for (const lab::Features &features : all) {
            const auto found = features.find(feature);
            values += found == features.end() ? QString() : shownFeature(feature, found->second);
        }
        const bool field = feature.aspect == Aspect::Field;
        judged(field ? QString::fromUtf8(feature.name) : lab::featureName(feature, labWords()),
               values);
    }

    void octets()
    {
        heading(Text::tr("Octets"));
        const auto ledger = [](const LookSide &side) {
            std::vector<trace::ExchangeState> exchanges;
            for (const HopSnapshot &hop : side.hops)
                exchanges.push_back(hop.exchange);
            return lab::ledgerOf(exchanges);
        };
        const auto line = [&](const QString &what, quint64 lab::Ledger::*part) {
            number(what, cells([&](const LookSide &side) {
                       const quint64 octets = ledger(side).*part;
                       return octets == 0 && !side.seen ? QString()
                                                        : exactOctetsText(qint64(octets));
                   }));
        };
        line(Text::tr("Request head"), &lab::Ledger::requestHeads);
        line(Text::tr("Response head"), &lab::Ledger::responseHeads);
        line(Text::tr("Framing"), &lab::Ledger::framing);
        line(Text::tr("Content"), &lab::Ledger::content);
        number(Text::tr("TLS handshake"), cells([](const LookSide &side) {
                   const auto &connection = side.hops.back().connection;
                   const quint64 octets = connection ? lab::handshakeOctets(*connection) : 0;
                   return octets > 0 ? exactOctetsText(qint64(octets)) : QString();
               }));
    }

    void times()
    {
        heading(Text::tr("Times of this one exchange"));
        for (const trace::Phase phase :
             {trace::Phase::Resolve, trace::Phase::Connect, trace::Phase::Proxy, trace::Phase::Tls,
              trace::Phase::SendHead, trace::Phase::SendBody, trace::Phase::Wait,
              trace::Phase::Head, trace::Phase::Body}) {
            number(phaseName(phase), cells([phase](const LookSide &side) {
                       for (const trace::PhaseSpan &span :
                            trace::phases(side.hops.back().exchange)) {
                           if (span.phase == phase && span.start && span.end)
                               return durationText(*span.end - *span.start);
                       }
                       return QString();
                   }));
        }
        number(Text::tr("In all"), cells([](const LookSide &side) {
                   return side.hops.back().exchange.isOver() ? durationText(totalTime(side.hops))
                                                             : QString();
               }));
    }

    void bodies()
    {
        heading(Text::tr("Body"));
        number(Text::tr("Size, decoded"), cells([](const LookSide &side) {
                   return side.seen ? exactOctetsText(qint64(side.seen->decodedOctets)) : QString();
               }));
        auto rows = bodyRows(m_sides);
        std::ranges::move(rows, std::back_inserter(m_rows));
    }

    const std::vector<LookSide> &m_sides;
    std::vector<LookRow> m_rows;
};

} // namespace

LookSide lookSide(http::VersionPolicy version, const client::Call *call)
{
    LookSide side{.version = version, .hops = {}, .seen = {}};
    if (!call)
        return side;
    side.hops = takeSnapshots(*call, {});
    if (call->isOver())
        side.seen = lab::observe(*call);
    return side;
}

std::vector<LookRow> lookRows(const std::vector<LookSide> &sides)
{
    return Rows(sides).all();
}

QString lookSummary(const std::vector<LookSide> &sides, const std::vector<LookRow> &rows)
{
    const auto answered =
        std::ranges::count_if(sides, [](const LookSide &side) { return side.seen.has_value(); });
    if (answered < 2)
        return Text::tr("There are not two answers to compare.");
    QStringList names;
    for (const LookRow &row : rows) {
        if (row.kind == Kind::Differs)
            names += row.what;
    }
    if (names.isEmpty())
        return Text::tr("The answers say the same; sizes and times are below.");
    const QString listed = names.mid(0, 5).join(QStringLiteral(", "));
    return names.size() > 5
               ? Text::tr("Differs in %1 and %n more", nullptr, int(names.size() - 5)).arg(listed)
               : Text::tr("Differs in %1").arg(listed);
}

QString lookText(const std::vector<LookSide> &sides, const std::vector<LookRow> &rows)
{
    const QLatin1Char tab('\t');
    QString text(tab);
    for (const LookSide &side : sides)
        text += tab + QString::fromLatin1(http::policyName(side.version));
    text += u'\n';
    for (const LookRow &row : rows) {
        const bool differs = row.kind == Kind::Differs || row.kind == Kind::LineDiffers;
        text += (differs ? QStringLiteral("≠") : QString()) + tab + row.what;
        for (const QString &cell : row.cells)
            text += tab + cell;
        text += u'\n';
    }
    return text;
}

} // namespace sonde::ui
