#include "ui/response/timing_table.h"

#include <QFont>
#include <QPixmap>

namespace sonde::ui
{
namespace
{

constexpr int swatch = 10;

QPixmap swatchOf(Token token)
{
    QPixmap pixmap(swatch, swatch);
    pixmap.fill(Theme::instance().color(token));
    return pixmap;
}

} // namespace

TimingTable::TimingTable(QObject *parent)
    : RowTable({{tr("Phase")},
                {tr("Start"), Qt::AlignRight},
                {tr("Duration"), Qt::AlignRight},
                {tr("Notes")}},
               parent)
{
}

QString TimingTable::cell(const TimingRow &row, int column) const
{
    const QString *const cells[] = {&row.phase, &row.start, &row.duration, &row.note};
    return *cells[column];
}

QVariant TimingTable::look(const TimingRow &row, int column, int role) const
{
    if (role == Qt::DecorationRole && column == Phase && row.color)
        return swatchOf(*row.color);
    if (role == Qt::ForegroundRole && row.failed)
        return Theme::instance().color(Token::Danger);
    if (role != Qt::FontRole)
        return {};
    QFont font;
    font.setBold(row.heading);
    return font;
}

} // namespace sonde::ui
