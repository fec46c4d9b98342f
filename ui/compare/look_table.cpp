#include "ui/compare/look_table.h"

#include "ui/compare/look_model.h"
#include "ui/widgets/plain_table.h"

#include <QHeaderView>

namespace sonde::ui
{

LookTable::LookTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new LookModel(this))
{
    setModel(m_model);
    setAccessibleName(tr("The versions side by side"));
    dressPlainTable(this);
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setMinimumSectionSize(20);
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (index.column() >= LookModel::FirstSide)
            Q_EMIT sideActivated(index.column() - LookModel::FirstSide);
    });
}

void LookTable::showLook(const QStringList &heads, std::vector<LookRow> rows)
{
    clearSpans();
    m_model->setLook(heads, std::move(rows));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const LookRow &one = m_model->rows()[size_t(row)];
        if (one.kind == LookRow::Kind::Heading || one.kind == LookRow::Kind::Skipped)
            setSpan(row, 0, 1, m_model->columnCount());
    }
    sizeColumns();
}

void LookTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    sizeColumns();
}

// Every version gets the same room, so that the eye can go across.
void LookTable::sizeColumns()
{
    const int sides = m_model->columnCount() - LookModel::FirstSide;
    if (sides <= 0)
        return;
    const int character = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int gutter = character * 3;
    const int what = std::min(character * 28, viewport()->width() / 4);
    const int each = std::max((viewport()->width() - gutter - what) / sides, character * 14);
    setColumnWidth(LookModel::Gutter, gutter);
    setColumnWidth(LookModel::What, what);
    for (int side = 0; side < sides; ++side)
        setColumnWidth(LookModel::FirstSide + side, each);
}

} // namespace sonde::ui
