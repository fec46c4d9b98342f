#include "ui/shell/passphrase_dialog.h"

#include "ui/widgets/sentence.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/worker.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace sonde::ui
{

namespace
{

QLabel *text(const QString &words, QWidget *parent, QPalette::ColorRole role = QPalette::WindowText)
{
    auto *label = new QLabel(words, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(role);
    return label;
}

QLineEdit *secretEdit(const QString &name, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setEchoMode(QLineEdit::Password);
    edit->setAccessibleName(name);
    return edit;
}

} // namespace

PassphraseDialog::PassphraseDialog(For purpose, const QString &why, const QString &file,
                                   QWidget *parent)
    : QDialog(parent)
    , m_purpose(purpose)
    , m_first(secretEdit(tr("Passphrase"), this))
    , m_problem(new QLabel(this))
{
    const bool opens = purpose == For::OpeningTheFile;
    setWindowTitle(opens ? tr("Open the secrets") : tr("Where to keep secrets"));
    setMinimumWidth(520);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(text(inWindowLanguage(why), this));
    if (!opens)
        addChoice(file);
    auto *form = new QFormLayout;
    form->addRow(tr("&Passphrase"), m_first);
    if (!opens) {
        m_again = secretEdit(tr("The passphrase once more"), this);
        form->addRow(tr("Once &more"), m_again);
        connect(m_again, &QLineEdit::textChanged, this, &PassphraseDialog::check);
    }
    column->addLayout(form);
    column->addWidget(m_problem);
    auto *buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(opens ? tr("&Open") : tr("&Keep secrets there"),
                                  QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    if (!opens) { // as they stand
        setTabOrder(m_withPassphrase, m_withKeyFile);
        setTabOrder(m_withKeyFile, m_first);
        setTabOrder(m_first, m_again);
    }
    connect(m_first, &QLineEdit::textChanged, this, &PassphraseDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_first->setFocus();
    check();
}

void PassphraseDialog::addChoice(const QString &file)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    m_withPassphrase = new QRadioButton(tr("Encrypted, opened by a &passphrase"), this);
    m_withKeyFile = new QRadioButton(tr("Encrypted, opened by a key &file beside it"), this);
    const auto add = [&](QRadioButton *button, const QString &words) {
        column->addWidget(button);
        auto *label = text(words, this, QPalette::PlaceholderText);
        label->setContentsMargins(24, 0, 0, 4);
        button->setAccessibleDescription(words);
        column->addWidget(label);
        connect(button, &QRadioButton::toggled, this, &PassphraseDialog::check);
    };
    add(m_withPassphrase, tr("Asked for once each time Sonde is started. Whoever copies the file "
                             "cannot read it. Without the passphrase nobody can, and it cannot be "
                             "restored."));
    add(m_withKeyFile, tr("Nothing to type. Keeps secrets out of your projects, of other users’ "
                          "sight and of backups that leave the key out; but whoever can read your "
                          "files, any program you start among them, can read the secrets."));
    m_withPassphrase->setChecked(true);
    column->addWidget(text(tr("The file is %1.").arg(file), this, QPalette::PlaceholderText));
}

void PassphraseDialog::ask(For purpose, const QString &why,
                           const std::shared_ptr<collection::SecretVault> &vault, QWidget *parent,
                           const std::function<void(bool given)> &then)
{
    // What the file says of it is not in the language of the person.
    const QString head =
        purpose == For::MakingTheFile ? why
        : vault->wasGivenPassphrase()
            ? tr("This passphrase does not open the secrets in %1. Nothing was changed; try again.")
                  .arg(vault->file())
            : tr("The secrets in %1 are locked with a passphrase.").arg(vault->file());
    auto *dialog = new PassphraseDialog(purpose, head, vault->file(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, parent, [dialog, vault, parent, then](int result) {
        if (result != Accepted)
            return then(false);
        // On a worker: the vault may be waiting for a keychain.
        runOnWorker(
            parent,
            [vault, passphrase = dialog->passphrase()] {
                vault->lockFile(passphrase);
                return true;
            },
            then);
    });
    dialog->open();
}

std::optional<QString> PassphraseDialog::passphrase() const
{
    if (m_withKeyFile && m_withKeyFile->isChecked())
        return std::nullopt;
    return m_first->text();
}

void PassphraseDialog::check()
{
    const bool keyFile = m_withKeyFile && m_withKeyFile->isChecked();
    m_first->setEnabled(!keyFile);
    bool good = keyFile || !m_first->text().isEmpty();
    QString problem;
    if (m_again) {
        m_again->setEnabled(!keyFile);
        if (!keyFile && good && m_again->text() != m_first->text()) {
            good = false;
            if (!m_again->text().isEmpty())
                problem = tr("The two are not the same.");
        }
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    QPalette own = m_problem->palette();
    own.setColor(QPalette::WindowText, Theme::instance().color(Token::Danger));
    m_problem->setPalette(own);
    if (m_accept)
        m_accept->setEnabled(good);
}

} // namespace sonde::ui
