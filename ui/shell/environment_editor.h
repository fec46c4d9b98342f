// The dialog that edits the environments of a folder: which there are, and their variables, shared,
// private or secret. Reads and writes on a worker; what it does not show stays in the files. GUI
// thread.
#pragma once

#include "collection/secret_edit.h"
#include "ui/shell/passphrase_dialog.h"

#include <QVariantMap>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTableView;
class QToolButton;

namespace sonde::ui
{

class EnvironmentModel;
class NoticeBar;

class EnvironmentEditor : public QDialog
{
    Q_OBJECT
public:
    EnvironmentEditor(QString folder, QString environment,
                      std::shared_ptr<collection::SecretVault> secrets, QWidget *parent = nullptr);
    ~EnvironmentEditor() override;
    // By which they are told apart in the list: see colourOf().
    void setColours(const QVariantMap &colours) { m_colours = colours; }

Q_SIGNALS:
    void written();

private:
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeTable();
    void take(const http::Result<std::vector<collection::EditableEnvironment>> &read);
    void readSecrets();
    void takeSecrets(const collection::SecretResult<collection::SecretValues> &read);
    void askForPassphrase(PassphraseDialog::For purpose, const QString &sentence,
                          void (EnvironmentEditor::*then)());
    void fillList(const QString &current);
    void showEnvironment(int row);
    void keepRows();
    void addEnvironment();
    void removeEnvironment();
    void write();

    QString m_folder;
    QString m_wanted; // to be shown first
    QVariantMap m_colours;
    std::shared_ptr<collection::SecretVault> m_secrets;
    collection::EditableEnvironments m_before;
    collection::EditableEnvironments m_environments;
    EnvironmentModel *m_model;
    NoticeBar *m_notice;
    QListWidget *m_list;
    QLineEdit *m_name; // of a new one
    QToolButton *m_remove;
    QTableView *m_table;
    QPushButton *m_save;
    int m_shown = -1;
};

} // namespace sonde::ui
