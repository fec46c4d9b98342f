#include "ui/shell/environment_editor.h"

#include "collection/environments.h"
#include "ui/shell/environment_colour.h"
#include "ui/shell/environment_delegate.h"
#include "ui/shell/environment_model.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/list_rows.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/window_size.h"
#include "ui/widgets/worker.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace sonde::ui
{

using collection::EditableEnvironment;

EnvironmentEditor::EnvironmentEditor(QString folder, QString environment,
                                     std::shared_ptr<collection::SecretVault> secrets,
                                     QWidget *parent)
    : QDialog(parent)
    , m_folder(std::move(folder))
    , m_wanted(std::move(environment))
    , m_secrets(std::move(secrets))
    , m_model(new EnvironmentModel(this))
    , m_notice(new NoticeBar(this))
{
    setWindowTitle(tr("Environments of %1").arg(QDir(m_folder).dirName()));
    openNoLargerThanTheScreen(this, {760, 460});
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(m_notice);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(makeList());
    row->addWidget(makeTable(), 1);
    column->addLayout(row, 1);
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    m_save->setEnabled(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &EnvironmentEditor::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    runOnWorker(
        this, [folder = m_folder] { return collection::readEnvironments(folder); },
        [this](const auto &read) { take(read); });
}

EnvironmentEditor::~EnvironmentEditor()
{
    // A cell that is being edited commits when it loses the focus, and by then we are half gone.
    m_model->disconnect(this);
}

QWidget *EnvironmentEditor::makeList()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(200);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    m_list = new QListWidget(side);
    m_list->setAccessibleName(tr("Environments"));
    ListRows::drawFor(m_list);
    column->addWidget(m_list, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    m_name = new QLineEdit(side);
    m_name->setPlaceholderText(tr("New environment"));
    m_name->setAccessibleName(tr("Name of a new environment"));
    const auto button = [&](const char *name, const QString &text) {
        auto *made = new QToolButton(side);
        made->setIcon(icon(name));
        made->setToolTip(text);
        made->setAccessibleName(text);
        return made;
    };
    QToolButton *add = button("add", tr("Add the environment"));
    m_remove = button("delete", tr("Remove the environment"));
    row->addWidget(m_name, 1);
    row->addWidget(add);
    row->addWidget(m_remove);
    column->addLayout(row);
    connect(m_list, &QListWidget::currentRowChanged, this, &EnvironmentEditor::showEnvironment);
    connect(add, &QToolButton::clicked, this, &EnvironmentEditor::addEnvironment);
    // Shortcuts, because returnPressed() would leave the key to the dialog's own button as well.
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *done = new QShortcut(key, m_name);
        done->setContext(Qt::WidgetShortcut);
        connect(done, &QShortcut::activated, this, &EnvironmentEditor::addEnvironment);
    }
    connect(m_remove, &QToolButton::clicked, this, &EnvironmentEditor::removeEnvironment);
    return side;
}

QWidget *EnvironmentEditor::makeTable()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    m_table = new QTableView(side);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new EnvironmentDelegate(m_table));
    m_table->setAccessibleName(tr("Variables"));
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->setTabKeyNavigation(true);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(EnvironmentModel::Name, QHeaderView::Interactive);
    header->setSectionResizeMode(EnvironmentModel::Value, QHeaderView::Stretch);
    header->setSectionResizeMode(EnvironmentModel::Kept, QHeaderView::Interactive);
    header->setSectionResizeMode(EnvironmentModel::Eye, QHeaderView::Fixed);
    header->setMinimumSectionSize(28);
    header->resizeSection(EnvironmentModel::Name, 170);
    header->resizeSection(EnvironmentModel::Kept, 110);
    header->resizeSection(EnvironmentModel::Eye, 34);
    column->addWidget(m_table, 1);
    auto *note =
        new QLabel(tr("Private variables go to http-client.private.env.json, which is meant to "
                      "stay on this computer: keep it out of version control. Secret ones go to "
                      "the keychain or, where none answers, to an encrypted file; the shared file "
                      "says only that there is one. The user file is http-client.env.json.user, "
                      "of Visual Studio."),
                   side);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(note);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == EnvironmentModel::Eye)
            m_model->toggleEye(index.row());
        // The row for a new variable has nothing but a name to begin with; going there edits it.
        if (index.row() == m_model->rowCount() - 1 && index.column() != EnvironmentModel::Name)
            m_table->setCurrentIndex(index.siblingAtColumn(EnvironmentModel::Name));
    });
    connect(m_model, &EnvironmentModel::edited, this, &EnvironmentEditor::keepRows);
    auto *remove = new QShortcut(QKeySequence::Delete, m_table);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this,
            [this] { m_model->remove(m_table->currentIndex().row()); });
    auto *eye = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Space), m_table);
    eye->setContext(Qt::WidgetShortcut);
    connect(eye, &QShortcut::activated, this,
            [this] { m_model->toggleEye(m_table->currentIndex().row()); });
    m_table->setAccessibleDescription(
        tr("Ctrl+Space shows or hides a value, Delete removes a variable"));
    return side;
}

void EnvironmentEditor::take(const http::Result<std::vector<EditableEnvironment>> &read)
{
    if (!read) {
        m_notice->say(NoticeBar::Kind::Danger, read.error().sentence);
        for (QWidget *part : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_table),
                              static_cast<QWidget *>(m_name)})
            part->setEnabled(false);
        return;
    }
    m_before = *read;
    m_environments = *read;
    fillList(m_wanted);
    readSecrets();
}

void EnvironmentEditor::readSecrets()
{
    runOnWorker(
        this,
        [before = m_before, vault = m_secrets] {
            return collection::secretValuesOf(before, *vault);
        },
        [this](const auto &read) { takeSecrets(read); });
}

// Values come to rows that are still there and empty; what was typed meanwhile stays.
void EnvironmentEditor::takeSecrets(const collection::SecretResult<collection::SecretValues> &read)
{
    using Kind = collection::SecretFault::Kind;
    if (!read) {
        const collection::SecretFault &fault = read.error();
        m_notice->say(NoticeBar::Kind::Warning, fault.sentence);
        if (fault.kind == Kind::NeedsPassphrase || fault.kind == Kind::WrongPassphrase)
            m_notice->addButton(tr("Open…"), [this, sentence = fault.sentence] {
                askForPassphrase(PassphraseDialog::For::OpeningTheFile, sentence,
                                 &EnvironmentEditor::readSecrets);
            });
        return;
    }
    m_notice->dismiss();
    for (EditableEnvironment &one : m_before)
        collection::layIn(one.variables, *read);
    for (EditableEnvironment &one : m_environments)
        collection::layIn(one.variables, *read);
    m_model->takeSecrets(*read);
    keepRows();
}

void EnvironmentEditor::askForPassphrase(PassphraseDialog::For purpose, const QString &sentence,
                                         void (EnvironmentEditor::*then)())
{
    PassphraseDialog::ask(purpose, sentence, m_secrets, this, [this, then](bool given) {
        if (given)
            (this->*then)();
    });
}

void EnvironmentEditor::fillList(const QString &current)
{
    m_shown = -1;
    m_list->clear();
    int at = 0;
    for (const EditableEnvironment &one : m_environments) {
        const bool all = one.name == collection::Environments::shared;
        auto *item = new QListWidgetItem(all ? tr("All environments") : one.name, m_list);
        const EnvironmentColour colour = colourOf(one.name, m_colours);
        if (colour != EnvironmentColour::None)
            item->setIcon(icon("globe", tokenOf(colour)));
        if (one.name == current)
            at = m_list->count() - 1;
    }
    m_list->setCurrentRow(at);
}

void EnvironmentEditor::showEnvironment(int row)
{
    if (row < 0 || row >= int(m_environments.size()))
        return;
    m_shown = row;
    m_remove->setEnabled(row > 0);
    m_model->setVariables(m_environments[size_t(row)].variables);
}

void EnvironmentEditor::keepRows()
{
    if (m_shown >= 0)
        m_environments[size_t(m_shown)].variables = m_model->variables();
    m_save->setEnabled(m_environments != m_before);
}

void EnvironmentEditor::addEnvironment()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        m_name->setFocus();
        return;
    }
    const auto known = std::ranges::find(m_environments, name, &EditableEnvironment::name);
    if (known == m_environments.end())
        m_environments.push_back({.name = name, .variables = {}});
    m_name->clear();
    fillList(name);
    keepRows();
    m_table->setFocus();
}

void EnvironmentEditor::removeEnvironment()
{
    if (m_shown <= 0)
        return;
    m_environments.erase(m_environments.begin() + m_shown);
    const int next = std::min(m_shown, int(m_environments.size()) - 1);
    fillList(m_environments[size_t(next)].name);
    keepRows();
}

void EnvironmentEditor::write()
{
    // Return in the field for a new name adds it, and does not close the dialog.
    if (m_name->hasFocus() && !m_name->text().trimmed().isEmpty())
        return addEnvironment();
    setEnabled(false);
    runOnWorker(
        this,
        [folder = m_folder, before = m_before, after = m_environments, vault = m_secrets] {
            return collection::keepEnvironments(folder, before, after, *vault);
        },
        [this](const collection::SecretResult<collection::EditableEnvironments> &done) {
            using Kind = collection::SecretFault::Kind;
            setEnabled(true);
            if (!done) {
                const collection::SecretFault &fault = done.error();
                if (fault.kind == Kind::NoPlace)
                    return askForPassphrase(
                        PassphraseDialog::For::MakingTheFile,
                        tr("No keychain answers on this computer, so secrets go to an encrypted "
                           "file of your own. How is it to be locked?"),
                        &EnvironmentEditor::write);
                if (fault.kind == Kind::NeedsPassphrase || fault.kind == Kind::WrongPassphrase)
                    return askForPassphrase(PassphraseDialog::For::OpeningTheFile, fault.sentence,
                                            &EnvironmentEditor::write);
                m_notice->say(NoticeBar::Kind::Danger, fault.sentence);
                return;
            }
            Q_EMIT written();
            accept();
        });
}

} // namespace sonde::ui
