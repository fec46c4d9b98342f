#include "ui/compare/look_model.h"

#include "ui/widgets/row_table.h"
#include "ui/widgets/theme.h"

#include <QFontDatabase>

namespace sonde::ui
{
namespace
{

using Kind = LookRow::Kind;

bool differs(const LookRow &row)
{
    return row.kind == Kind::Differs || row.kind == Kind::LineDiffers;
}

bool isLine(const LookRow &row)
{
    return row.kind == Kind::Line || row.kind == Kind::LineDiffers;
}

} // namespace

void LookModel::setLook(QStringList heads, std::vector<LookRow> rows)
{
    if (heads == m_heads && rows == m_rows)
        return;
    // Another look: no row of it is one of those before.
    beginResetModel();
    m_heads = std::move(heads);
    m_rows = std::move(rows);
    endResetModel();
}

int LookModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LookModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstSide + int(m_heads.size());
}

QString LookModel::textAt(const LookRow &row, int column) const
{
    switch (column) {
    case Gutter:
        return differs(row) ? QStringLiteral("≠") : QString();
    case What:
        return row.what;
    default:
        return row.cells.value(column - FirstSide);
    }
}

QVariant LookModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const LookRow &row = m_rows[size_t(index.row())];
    const bool whole = row.kind == Kind::Heading || row.kind == Kind::Skipped;
    switch (role) {
    case Qt::DisplayRole:
        // A heading goes across from the gutter on.
        return whole ? (index.column() == Gutter ? row.what : QString())
                     : textAt(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Gutter && differs(row) ? tr("The versions differ here")
                                                        : textAt(row, index.column());
    case Qt::FontRole: {
        QFont font = isLine(row) ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QFont();
        font.setBold(row.kind == Kind::Heading || index.column() == Gutter);
        return font;
    }
    case Qt::ForegroundRole:
        if (row.kind == Kind::Skipped || (index.column() == What && !differs(row)))
            return Theme::instance().color(Token::Muted);
        return Theme::instance().color(index.column() == Gutter && differs(row) ? Token::Warning
                                                                                : Token::Text);
    case Qt::BackgroundRole:
        return differs(row) ? QVariant(Theme::instance().color(Token::WarningSurface)) : QVariant();
    case Qt::TextAlignmentRole:
        return int(index.column() == Gutter && !whole ? Qt::AlignCenter
                                                      : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        //: %1 is what is compared, read aloud
        if (index.column() == What && differs(row))
            return tr("%1, differs").arg(row.what);
        return {};
    default:
        return {};
    }
}

QVariant LookModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QString side = section == Gutter ? QString() : m_heads.value(section - FirstSide);
    return headingData({section == What ? tr("What") : side}, orientation, role);
}

} // namespace sonde::ui
