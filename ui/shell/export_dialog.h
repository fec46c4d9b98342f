// Takes a call away as a file: form, place, and whether secrets go with it. Written by a worker;
// the file appears whole or not at all. GUI thread.
#pragma once

#include "interop/call_file.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace sonde::ui
{

class NoticeBar;

class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    // The file is proposed in `folder`. `call` is over.
    ExportDialog(std::shared_ptr<client::Call> call, interop::CallForm form, const QString &folder,
                 QWidget *parent = nullptr);

    [[nodiscard]] interop::CallForm form() const;
    void setForm(interop::CallForm form);
    [[nodiscard]] interop::ExportSecrets secrets() const;
    [[nodiscard]] QString path() const;
    void setPath(const QString &path);
    void write();

protected:
    void showEvent(QShowEvent *event) override;

Q_SIGNALS:
    void exported(const QString &path);

private:
    void chooseFile();
    void followForm();
    void refresh();
    void fit();
    void warnOfReplacing();

    const std::shared_ptr<client::Call> m_call;
    const bool m_hasKeys;
    QList<QRadioButton *> m_forms; // by CallForm
    QCheckBox *m_withSecrets;
    QLabel *m_secretsNote;
    QLineEdit *m_path;
    NoticeBar *m_notice;
    QPushButton *m_export;
    bool m_writing = false;
};

} // namespace sonde::ui
