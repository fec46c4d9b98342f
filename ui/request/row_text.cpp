#include "ui/request/row_text.h"

namespace sonde::ui
{

using collection::Row;

QString rowsToText(const std::vector<Row> &rows, RowSyntax syntax)
{
    QStringList lines;
    for (const Row &row : rows) {
        const QString join =
            syntax == RowSyntax::Colon ? QStringLiteral(": ") : QStringLiteral("=");
        lines.append((row.enabled ? QString() : QStringLiteral("# ")) + row.name + join +
                     row.value);
    }
    return lines.join(u'\n');
}

std::vector<Row> textToRows(const QString &text, RowSyntax syntax)
{
    std::vector<Row> rows;
    for (const QString &line : text.split(u'\n')) {
        QString rest = line.trimmed();
        if (rest.isEmpty())
            continue;
        Row row;
        if (rest.startsWith(u'#')) {
            row.enabled = false;
            rest = rest.mid(1).trimmed();
            if (rest.isEmpty())
                continue;
        }
        // From the second character on, so that a pseudo-field's own colon is part of its name.
        const auto at = rest.indexOf(syntax == RowSyntax::Colon ? u':' : u'=', 1);
        row.name = (at < 0 ? rest : rest.left(at)).trimmed();
        row.value = at < 0 ? QString() : rest.mid(at + 1);
        if (syntax == RowSyntax::Colon)
            row.value = row.value.trimmed();
        rows.push_back(row);
    }
    return rows;
}

} // namespace sonde::ui
