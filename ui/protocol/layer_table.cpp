#include "ui/protocol/layer_table.h"

#include "ui/widgets/theme.h"

#include <QLocale>

namespace sonde::ui
{

LayerTable::LayerTable(QObject *parent)
    : RowTable({{tr("Layer")}, {tr("What")}, {tr("Octets"), Qt::AlignRight}}, parent)
{
}

QString LayerTable::cell(const WireLayer &layer, int column) const
{
    if (column != Octets)
        return column == Layer ? layer.name : layer.what;
    const QLocale locale;
    //: first and last octet, and how many that are: "9 to 24 (16)"
    return tr("%1 to %2 (%3)")
        .arg(locale.toString(qulonglong(layer.from)), locale.toString(qulonglong(layer.to - 1)),
             locale.toString(qulonglong(layer.to - layer.from)));
}

QVariant LayerTable::look(const WireLayer &, int column, int role) const
{
    if (role == Qt::ForegroundRole && column != What)
        return Theme::instance().color(Token::Muted);
    return {};
}

} // namespace sonde::ui
