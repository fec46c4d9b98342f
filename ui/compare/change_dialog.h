// Two runs against one another, arm by arm, in a dialog that blocks nothing. Deletes itself when
// closed. GUI thread.
#pragma once

#include "lab/run_change.h"

#include <QDialog>

namespace sonde::ui
{

class LabTable;

class ChangeDialog : public QDialog
{
    Q_OBJECT
public:
    ChangeDialog(const std::vector<lab::ArmChange> &changes, const QStringList &unlike,
                 QWidget *parent);
    [[nodiscard]] LabTable *table() const { return m_table; }

private:
    LabTable *m_table;
};

} // namespace sonde::ui
