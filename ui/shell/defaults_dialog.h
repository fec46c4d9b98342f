// What a folder or file says for all of its requests: how they authenticate, headers, and whether
// that is written into them or added when they are sent. GUI thread.
#pragma once

#include "collection/inheritance.h"

#include <QDialog>

class QRadioButton;

namespace sonde::ui
{

class AuthForm;
class RowEditor;
class VariableView;

class DefaultsDialog : public QDialog
{
    Q_OBJECT
public:
    // `name` is what a list calls the folder or file.
    DefaultsDialog(const QString &name, const collection::Defaults &defaults,
                   QWidget *parent = nullptr);
    [[nodiscard]] collection::Defaults defaults() const;

private:
    collection::Defaults m_before; // with what this dialog does not show
    VariableView *m_variables;
    AuthForm *m_auth;
    RowEditor *m_headers;
    QRadioButton *m_written;
    QRadioButton *m_atSending;
};

} // namespace sonde::ui
