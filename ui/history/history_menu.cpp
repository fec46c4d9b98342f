#include "ui/history/history_menu.h"

#include "ui/history/history_panel.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace sonde::ui
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::HistoryMenu)
};

} // namespace

void fillHistoryMenu(QMenu &menu, HistoryPanel &panel, const std::vector<history::Entry> &chosen)
{
    const history::Entry &first = chosen.front();
    const bool one = chosen.size() == 1;
    HistoryPanel *self = &panel;
    QAction *open = menu.addAction(Words::tr("&Open"), self, [self, chosen] {
        for (const history::Entry &entry : chosen)
            Q_EMIT self->openWanted(entry.id);
    });
    open->setEnabled(chosen.size() <= HistoryPanel::openAtOnce);
    menu.setDefaultAction(open);
    QAction *compare =
        menu.addAction(icon("split"), Words::tr("Co&mpare the two"), self, [self, chosen] {
            Q_EMIT self->compareWanted(std::min(chosen[0].id, chosen[1].id),
                                       std::max(chosen[0].id, chosen[1].id));
        });
    compare->setEnabled(chosen.size() == 2);
    compare->setToolTip(Words::tr("Choose two calls: Ctrl and a click adds one"));
    menu.addSeparator();
    const bool allPinned = std::ranges::all_of(chosen, &history::Entry::isPinned);
    menu.addAction(icon("pin"), allPinned ? Words::tr("Un&pin") : Words::tr("&Pin"), self,
                   [self, allPinned] { self->pinSelected(!allPinned); });
    QAction *only = menu.addAction(icon("filter"), Words::tr("Only &this request"), self,
                                   [self, first] { self->showOnly(first.identity, first.title); });
    only->setEnabled(one);
    menu.addSeparator();
    QAction *url = menu.addAction(Words::tr("Copy &URL"), self,
                                  [first] { QApplication::clipboard()->setText(first.url); });
    QAction *curl = menu.addAction(icon("copy"), Words::tr("&Copy as curl"), self,
                                   [self, first] { Q_EMIT self->copyCurlWanted(first.id); });
    url->setEnabled(one);
    curl->setEnabled(one);
    menu.addSeparator();
    menu.addAction(icon("delete"), Words::tr("&Delete"), self, [self] { self->removeSelected(); });
}

} // namespace sonde::ui
