// How tables look that are read and not edited: no grid, no frame, no numbers at the side, a row is
// one line and selected whole; Tab leaves them. GUI thread.
#pragma once

#include <QHeaderView>
#include <QTableView>

namespace sonde::ui
{

// `air`, in pixels, is what a row has above and below its text together.
inline void dressPlainTable(QTableView *table, int air = 6)
{
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setWordWrap(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setMinimumSectionSize(8);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + air);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setMinimumSectionSize(24);
    table->horizontalHeader()->setStretchLastSection(true);
}

} // namespace sonde::ui
