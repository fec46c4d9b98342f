#include "ui/compare/change_dialog.h"

#include "ui/compare/lab_table.h"
#include "ui/compare/lab_words.h"
#include "ui/widgets/window_size.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace sonde::ui
{

ChangeDialog::ChangeDialog(const std::vector<lab::ArmChange> &changes, const QStringList &unlike,
                           QWidget *parent)
    : QDialog(parent)
    , m_table(new LabTable(tr("Change of each arm"), tr("Arm"), this))
{
    setWindowTitle(tr("Two runs against one another"));
    setAttribute(Qt::WA_DeleteOnClose);
    openNoLargerThanTheScreen(this, {760, 300});
    QString text = changes.empty() ? tr("The two runs have no arm in common.")
                                   : tr("The runs were taken at different times, so that whatever "
                                        "else changed in between is part of these numbers.");
    if (!unlike.isEmpty())
        //: %1 lists what two runs do not have in common
        text += u' ' + tr("They also differ in %1.").arg(unlike.join(QStringLiteral(", ")));
    auto *advice = new QLabel(text, this);
    advice->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(advice);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    m_table->showTable(lab::changeTable(changes, labWords()));
}

} // namespace sonde::ui
