// Fields for how a request says who it is. GUI thread.
#pragma once

#include "collection/auth.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace sonde::ui
{

class SecretEdit;
class VariableView;

// What a kind is called: "Bearer token".
[[nodiscard]] QString authName(collection::Auth::Kind kind);
// "Bearer {{token}}", with what is no variable hidden.
[[nodiscard]] QString authInWords(const collection::Auth &auth);
// A secret in the clear, which would stand in a file.
[[nodiscard]] bool holdsSecret(const collection::Auth &auth);

class AuthForm : public QWidget
{
    Q_OBJECT
public:
    // `whenDefault` is what it is called to say nothing: "As the folder says".
    AuthForm(const QString &whenDefault, VariableView *variables, QWidget *parent = nullptr);

    [[nodiscard]] collection::Auth auth() const;
    void setAuth(const collection::Auth &auth);
    [[nodiscard]] QComboBox *kindBox() const { return m_kind; }

Q_SIGNALS:
    void edited(); // by the person

private:
    template <typename Edit>
    Edit *addField(const QString &name, QString collection::Auth::*part,
                   std::initializer_list<collection::Auth::Kind> kinds, VariableView *variables);
    void show();
    void take();

    collection::Auth m_auth; // with what was typed for other kinds
    QGridLayout *m_grid;
    QComboBox *m_kind;
    QComboBox *m_place;
    struct Field {
        QLabel *label;
        QWidget *edit;
        QString collection::Auth::*part; // null: where an API key goes
        std::vector<collection::Auth::Kind> kinds;
    };
    std::vector<Field> m_fields;
    bool m_filling = false;
};

} // namespace sonde::ui
