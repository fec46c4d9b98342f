#include "ui/request/auth_page.h"

#include "ui/request/auth_form.h"
#include "ui/request/variable_view.h"
#include "ui/widgets/theme.h"

#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sonde::ui
{

using collection::Auth;
using collection::Defaults;
using Kind = Auth::Kind;

AuthPage::AuthPage(VariableView *variables, QWidget *parent)
    : QScrollArea(parent)
    , m_variables(variables)
    , m_form(new AuthForm(authName(Kind::Default), variables, this))
    , m_source(new QLabel(this))
    , m_warning(new QLabel(this))
    , m_use(new QPushButton(this))
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget(this);
    page->setMaximumWidth(fontMetrics().averageCharWidth() * 100);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    column->addWidget(m_form);
    column->addWidget(m_source);
    column->addWidget(m_use, 0, Qt::AlignLeft);
    column->addWidget(m_warning);
    column->addStretch(1);
    for (QLabel *label : {m_source, m_warning}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_source->setForegroundRole(QPalette::PlaceholderText);
    setWidget(page);
    setFocusProxy(m_form->kindBox());
    connect(m_form, &AuthForm::edited, this, [this] {
        explain();
        Q_EMIT edited(m_form->auth());
    });
    connect(m_use, &QPushButton::clicked, this, &AuthPage::useInherited);
    connect(m_variables, &VariableView::changed, this, &AuthPage::explain);
    connect(&Theme::instance(), &Theme::changed, this, &AuthPage::explain);
    explain();
}

void AuthPage::setAuth(const Auth &auth)
{
    m_form->setAuth(auth);
    explain();
}

const collection::InheritedLevel *AuthPage::level() const
{
    const auto scope = m_variables->scope();
    return scope ? scope->inherited.authLevel() : nullptr;
}

void AuthPage::useInherited()
{
    if (const auto *said = level()) {
        m_form->setAuth(said->defaults.way == Defaults::Way::Written ? said->defaults.auth
                                                                     : Auth{});
        explain();
        Q_EMIT edited(m_form->auth());
    }
}

void AuthPage::explain()
{
    const Auth auth = m_form->auth();
    const auto *said = level();
    QString source;
    QString use;
    if (said) {
        const QFileInfo place(said->path);
        const QString name = place.isDir() ? place.fileName() : place.completeBaseName();
        const QString words = authInWords(said->defaults.auth);
        const bool isWritten = said->defaults.way == Defaults::Way::Written;
        if (auth.kind == Kind::Default && !isWritten)
            source = tr("Inherited from “%1”: %2. It is added when the request is sent; other "
                        "programs that read this file do not know of it.")
                         .arg(name, words);
        else if (auth.kind == Kind::Default) {
            source = tr("“%1” writes %2 into its requests. This one does not have it, so nothing "
                        "is sent.")
                         .arg(name, words);
            use = tr("Write it into this request");
        } else if (auth == said->defaults.auth) {
            source = tr("As “%1” says; it is written into this request, so other programs send "
                        "the same.")
                         .arg(name);
        } else {
            source = tr("This request has its own. “%1” says %2.").arg(name, words);
            use = tr("Use that of “%1”").arg(name);
        }
    } else if (auth.kind == Kind::Default) {
        source = tr("Neither the request nor its folder says who you are, so nothing is sent.");
    } else if (auth.kind == Kind::Basic || auth.kind == Kind::Bearer) {
        source = tr("Stands in the file as a header: Authorization: %1").arg(authInWords(auth));
    } else if (auth.kind == Kind::ApiKey) {
        source = tr("Stands in the file as %1").arg(authInWords(auth));
    }
    m_source->setText(source);
    m_source->setVisible(!source.isEmpty());
    m_use->setText(use);
    m_use->setVisible(!use.isEmpty());
    const bool open = holdsSecret(auth);
    m_warning->setVisible(open);
    if (open) {
        m_warning->setText(tr("This secret will stand in the file for everybody to read. Put it "
                              "into a private environment and write {{token}} here."));
        QPalette own = Theme::instance().palette();
        own.setColor(QPalette::WindowText, Theme::instance().color(Token::Warning));
        m_warning->setPalette(own);
    }
}

} // namespace sonde::ui
