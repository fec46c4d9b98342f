// Asks for the passphrase of the file of secrets, or how a new file is to be locked where no
// keychain answers, saying plainly what either protects from. GUI thread.
#pragma once

#include "collection/secret_vault.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace sonde::ui
{

class PassphraseDialog : public QDialog
{
    Q_OBJECT
public:
    enum class For : quint8 { OpeningTheFile, MakingTheFile };

    // `why` stands at its head; `file` is named.
    PassphraseDialog(For purpose, const QString &why, const QString &file,
                     QWidget *parent = nullptr);
    // Asks, and locks or opens the file of `vault` with the answer; `then` says whether there was
    // one. `why` is for a file that is to be made; that one is locked needs no other word.
    static void ask(For purpose, const QString &why,
                    const std::shared_ptr<collection::SecretVault> &vault, QWidget *parent,
                    const std::function<void(bool given)> &then);
    // Nothing: a key file is to open it.
    [[nodiscard]] std::optional<QString> passphrase() const;

private:
    void addChoice(const QString &file);
    void check();

    const For m_purpose;
    QRadioButton *m_withPassphrase = nullptr;
    QRadioButton *m_withKeyFile = nullptr;
    QLineEdit *m_first;
    QLineEdit *m_again = nullptr;
    QLabel *m_problem;
    QPushButton *m_accept = nullptr;
};

} // namespace sonde::ui
