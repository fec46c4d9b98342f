#include "ui/request/auth_form.h"

#include "ui/request/secret_edit.h"
#include "ui/request/variable_assist.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QScopedValueRollback>

namespace sonde::ui
{

using collection::Auth;
using Kind = Auth::Kind;

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::AuthForm)
};

QString hidden(const QString &value)
{
    return value.isEmpty() || value.contains(QLatin1String("{{")) ? value : QStringLiteral("•••");
}

// What belongs to the kind of `to`.
void copyPart(Auth &to, const Auth &from)
{
    if (to.kind == Kind::Basic) {
        to.user = from.user;
        to.password = from.password;
    } else if (to.kind == Kind::Bearer || to.kind == Kind::Other) {
        to.token = from.token;
    } else if (to.kind == Kind::ApiKey) {
        to.place = from.place;
        to.name = from.name;
        to.value = from.value;
    }
}

} // namespace

QString authName(Kind kind)
{
    switch (kind) {
    case Kind::Default:
        return Text::tr("As the folder says");
    case Kind::None:
        return Text::tr("None");
    case Kind::Basic:
        return Text::tr("Basic: name and password");
    case Kind::Bearer:
        return Text::tr("Bearer token");
    case Kind::ApiKey:
        return Text::tr("API key");
    case Kind::Other:
        return Text::tr("Another Authorization header");
    }
    Q_UNREACHABLE();
}

QString authInWords(const Auth &auth)
{
    Auth shown = auth;
    shown.password = hidden(auth.password);
    shown.token = hidden(auth.token);
    switch (auth.kind) {
    case Kind::Basic:
        return QStringLiteral("Basic %1 %2").arg(shown.user, shown.password);
    case Kind::Bearer:
        return QStringLiteral("Bearer %1").arg(shown.token);
    case Kind::ApiKey:
        return auth.place == Auth::Place::Query
                   ? QStringLiteral("?%1=%2").arg(auth.name, hidden(auth.value))
                   : QStringLiteral("%1: %2").arg(auth.name, hidden(auth.value));
    case Kind::None:
        return authName(Kind::None);
    case Kind::Default:
    case Kind::Other:
        break;
    }
    return shown.token;
}

bool holdsSecret(const Auth &auth)
{
    const auto open = [](const QString &value) {
        return !value.isEmpty() && !value.contains(QLatin1String("{{"));
    };
    return (auth.kind == Kind::Basic && open(auth.password)) ||
           (auth.kind == Kind::Bearer && open(auth.token)) ||
           (auth.kind == Kind::ApiKey && open(auth.value));
}

AuthForm::AuthForm(const QString &whenDefault, VariableView *variables, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_kind(new QComboBox(this))
    , m_place(new QComboBox(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * 12);
    for (const Kind kind :
         {Kind::Default, Kind::None, Kind::Basic, Kind::Bearer, Kind::ApiKey, Kind::Other})
        m_kind->addItem(kind == Kind::Default ? whenDefault : authName(kind), int(kind));
    m_kind->setAccessibleName(tr("Authentication"));
    auto *label = new QLabel(tr("A&uthentication"), this);
    label->setBuddy(m_kind);
    m_grid->addWidget(label, 0, 0);
    m_grid->addWidget(m_kind, 0, 1, Qt::AlignLeft);

    addField<QLineEdit>(tr("&Name"), &Auth::user, {Kind::Basic}, variables);
    addField<SecretEdit>(tr("Pass&word"), &Auth::password, {Kind::Basic}, variables);
    addField<SecretEdit>(tr("To&ken"), &Auth::token, {Kind::Bearer}, variables);
    m_place->addItem(tr("In a header"), int(Auth::Place::Header));
    m_place->addItem(tr("In the URL’s query"), int(Auth::Place::Query));
    m_place->setAccessibleName(tr("Where the key goes"));
    auto *place = new QLabel(tr("S&ent"), this);
    place->setBuddy(m_place);
    const int row = m_grid->rowCount();
    m_grid->addWidget(place, row, 0);
    m_grid->addWidget(m_place, row, 1, Qt::AlignLeft);
    m_fields.push_back({place, m_place, nullptr, {Kind::ApiKey}});
    addField<QLineEdit>(tr("&Name"), &Auth::name, {Kind::ApiKey}, nullptr);
    addField<SecretEdit>(tr("&Value"), &Auth::value, {Kind::ApiKey}, variables);
    addField<SecretEdit>(tr("&Value"), &Auth::token, {Kind::Other}, variables);

    connect(m_kind, &QComboBox::activated, this, [this](int index) {
        m_auth.kind = Kind(m_kind->itemData(index).toInt());
        if (m_auth.kind == Kind::ApiKey && m_auth.name.isEmpty())
            m_auth.name = QStringLiteral("X-API-Key");
        show();
        Q_EMIT edited();
    });
    connect(m_place, &QComboBox::activated, this, &AuthForm::take);
    show();
}

template <typename Edit>
Edit *AuthForm::addField(const QString &name, QString Auth::*part,
                         std::initializer_list<Kind> kinds, VariableView *variables)
{
    auto *edit = new Edit(this);
    QString plain = name;
    edit->setAccessibleName(plain.remove(u'&'));
    edit->setMaximumWidth(fontMetrics().averageCharWidth() * 60);
    auto *label = new QLabel(name, this);
    label->setBuddy(edit);
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(edit, row, 1);
    m_fields.push_back({label, edit, part, kinds});
    if (variables)
        new VariableAssist(edit, variables);
    connect(edit, &QLineEdit::textChanged, this, &AuthForm::take);
    return edit;
}

Auth AuthForm::auth() const
{
    Auth auth{.kind = m_auth.kind};
    copyPart(auth, m_auth);
    return auth;
}

void AuthForm::setAuth(const Auth &auth)
{
    // What was typed for another kind comes back when that is chosen again.
    m_auth.kind = auth.kind;
    copyPart(m_auth, auth);
    show();
}

void AuthForm::show()
{
    const QScopedValueRollback filling(m_filling, true);
    m_kind->setCurrentIndex(m_kind->findData(int(m_auth.kind)));
    m_place->setCurrentIndex(m_place->findData(int(m_auth.place)));
    for (const Field &field : m_fields) {
        const bool shown = std::ranges::find(field.kinds, m_auth.kind) != field.kinds.end();
        field.label->setVisible(shown);
        field.edit->setVisible(shown);
        auto *edit = qobject_cast<QLineEdit *>(field.edit);
        if (edit && edit->text() != m_auth.*field.part)
            edit->setText(m_auth.*field.part);
    }
}

void AuthForm::take()
{
    if (m_filling)
        return;
    m_auth.place = Auth::Place(m_place->currentData().toInt());
    for (const Field &field : m_fields) {
        auto *edit = qobject_cast<QLineEdit *>(field.edit);
        if (edit && edit->isVisibleTo(this))
            m_auth.*field.part = edit->text();
    }
    Q_EMIT edited();
}

} // namespace sonde::ui
