#include "ui/shell/defaults_dialog.h"

#include "ui/request/auth_form.h"
#include "ui/request/row_editor.h"
#include "ui/request/row_model.h"
#include "ui/request/variable_view.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/window_size.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace sonde::ui
{

using collection::Defaults;

DefaultsDialog::DefaultsDialog(const QString &name, const Defaults &defaults, QWidget *parent)
    : QDialog(parent)
    , m_before(defaults)
    , m_variables(new VariableView(this))
    , m_auth(new AuthForm(tr("Says nothing"), m_variables, this))
    , m_headers(new RowEditor(tr("Headers"), tr("Add a header"), RowSyntax::Colon, this))
    , m_written(new QRadioButton(tr("&Write it into the requests"), this))
    , m_atSending(new QRadioButton(tr("Add it when a request is &sent"), this))
{
    setWindowTitle(tr("For all requests of “%1”").arg(name));
    openNoLargerThanTheScreen(this, {620, 560});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_auth);
    auto *headers = new QLabel(tr("Headers"), this);
    QFont bold = headers->font();
    bold.setWeight(QFont::DemiBold);
    headers->setFont(bold);
    auto *heading = new QHBoxLayout;
    heading->addWidget(headers, 1);
    heading->addWidget(m_headers->tools());
    column->addLayout(heading);
    column->addWidget(m_headers, 1);
    const auto explain = [this](const QString &text) {
        auto *label = new QLabel(text, this);
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setContentsMargins(24, 0, 0, 0);
        return label;
    };
    column->addWidget(m_written);
    column->addWidget(explain(tr("Every program that reads these files sends the same. When it "
                                 "changes here, the requests follow; what a request says itself "
                                 "stays.")));
    column->addWidget(m_atSending);
    column->addWidget(explain(tr("The files stay as they are. Other programs do not know of it and "
                                 "send without it.")));
    auto *buttons = new QDialogButtonBox(this);
    auto *save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    save->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    QComboBox *kinds = m_auth->kindBox();
    kinds->removeItem(kinds->findData(int(collection::Auth::Kind::Other))); // a header line says it
    m_auth->setAuth(defaults.auth);
    m_headers->setRows(defaults.headers);
    m_written->setChecked(defaults.way == Defaults::Way::Written);
    m_atSending->setChecked(defaults.way == Defaults::Way::AtSending);
}

Defaults DefaultsDialog::defaults() const
{
    Defaults defaults = m_before;
    defaults.auth = m_auth->auth();
    defaults.headers.clear();
    for (const collection::Row &row : m_headers->model()->rows()) {
        if (row.enabled && !row.name.trimmed().isEmpty())
            defaults.headers.push_back(row);
    }
    defaults.way = m_atSending->isChecked() ? Defaults::Way::AtSending : Defaults::Way::Written;
    return defaults;
}

} // namespace sonde::ui
