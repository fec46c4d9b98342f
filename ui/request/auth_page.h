// The section of a request that says who it is: the fields, where it comes from, and how it stands
// in the file. GUI thread.
#pragma once

#include "collection/inheritance.h"

#include <QScrollArea>

class QLabel;
class QPushButton;

namespace sonde::ui
{

class AuthForm;
class VariableView;

class AuthPage : public QScrollArea
{
    Q_OBJECT
public:
    explicit AuthPage(VariableView *variables, QWidget *parent = nullptr);

    [[nodiscard]] AuthForm *form() const { return m_form; }
    // As the document says it.
    void setAuth(const collection::Auth &auth);

Q_SIGNALS:
    void edited(const sonde::collection::Auth &auth); // by the person

private:
    void explain();
    void useInherited();
    [[nodiscard]] const collection::InheritedLevel *level() const;

    VariableView *m_variables;
    AuthForm *m_form;
    QLabel *m_source; // where it comes from
    QLabel *m_warning;
    QPushButton *m_use;
};

} // namespace sonde::ui
