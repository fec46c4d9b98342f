// The sections of a request and what each of them edits.
#include "collection/auth.h"
#include "http/headers.h"
#include "ui/request/auth_page.h"
#include "ui/request/body_page.h"
#include "ui/request/field_names.h"
#include "ui/request/options_page.h"
#include "ui/request/request_pane.h"
#include "ui/request/row_editor.h"
#include "ui/request/script_page.h"
#include "ui/request/send_button.h"
#include "ui/request/url_edit.h"
#include "ui/request/version_box.h"
#include "ui/widgets/flat_tab_bar.h"
#include "ui/widgets/sentence.h"

#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QSet>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sonde::ui
{

using collection::RequestDocument;
using collection::Row;

namespace
{

QString headerProblem(const Row &row)
{
    // What a variable stands for is known only when the request is sent.
    if (row.name.contains(QLatin1String("{{")) || row.value.contains(QLatin1String("{{")))
        return {};
    const auto checked = http::checkField({row.name.toUtf8(), row.value.toUtf8()});
    return checked ? QString() : inWindowLanguage(checked.error().sentence);
}

QStringList suggestHeader(const QModelIndex &index)
{
    if (index.column() == RowModel::Name)
        return commonFieldNames();
    return commonFieldValues(index.siblingAtColumn(RowModel::Name).data(Qt::EditRole).toString());
}

// Puts `page` and all in it right behind `before` where Tab goes; returns the last of them. What is
// made late would come after everything else in the window.
QWidget *keepTogether(QWidget *before, QWidget *page)
{
    QWidgetList stops;
    const auto all = page->findChildren<QWidget *>();
    QSet<QWidget *> inside(all.begin(), all.end());
    inside.insert(page);
    QWidget *one = page;
    do {
        if (inside.contains(one) && one->focusPolicy() & Qt::TabFocus && !one->focusProxy())
            stops.append(one);
        one = one->nextInFocusChain();
    } while (one != page);
    for (QWidget *stop : stops) {
        QWidget::setTabOrder(before, stop);
        before = stop;
    }
    return before;
}

} // namespace

void RequestPane::makeSections()
{
    m_tabRow->setContentsMargins(4, 0, 10, 0);
    m_tabRow->setSpacing(4);
    m_tabRow->addWidget(m_tabs);
    m_tabRow->addStretch(1);
    m_tabs->setAccessibleName(tr("Sections of the request"));
    for (const QString &name :
         {tr("Params"), tr("Headers"), tr("Body"), tr("Auth"), tr("Options"), tr("Script")}) {
        auto *place = new QWidget(m_pages);
        (new QVBoxLayout(place))->setContentsMargins(0, 0, 0, 0);
        m_pages->addWidget(place);
        m_tools.append(nullptr);
        m_tabs->addTab(name);
    }
    setTabOrder(m_send, m_tabs);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        makePage(Section(index));
        for (int at = 0; at < m_tools.size(); ++at) {
            if (m_tools[at])
                m_tools[at]->setVisible(at == index);
        }
    });
}

void RequestPane::makePage(Section section)
{
    switch (section) {
    case Section::Params:
        if (!m_params)
            makeParams();
        return;
    case Section::Headers:
        if (!m_headers)
            makeHeaders();
        return;
    case Section::Body:
        if (!m_body)
            makeBody();
        return;
    case Section::Auth:
        if (!m_auth)
            makeAuth();
        return;
    case Section::Options:
        if (!m_options)
            makeOptions();
        return;
    case Section::Script:
        if (!m_script)
            makeScript();
        if (m_text.isEmpty())
            Q_EMIT textWanted(); // an edit needs lines to go to
        return;
    }
}

void RequestPane::makeParams()
{
    m_params = new RowEditor(tr("Parameters"), tr("Add a parameter"), RowSyntax::Equals, this);
    m_params->setVariables(m_variables);
    addPage(Section::Params, m_params, m_params->tools());
    connect(m_params, &RowEditor::edited, this, &RequestPane::takeParams);
}

void RequestPane::makeHeaders()
{
    m_headers = new RowEditor(tr("Headers"), tr("Add a header"), RowSyntax::Colon, this);
    m_headers->setSuggest(suggestHeader);
    m_headers->model()->setCheck(headerProblem);
    m_headers->setVariables(m_variables);
    addPage(Section::Headers, m_headers, m_headers->tools());
    connect(m_headers, &RowEditor::edited, this, [this] {
        beginRowStep(m_headers);
        edit([&](RequestDocument &document) { document.headers = m_headers->model()->rows(); });
    });
}

void RequestPane::makeBody()
{
    m_body = new BodyPage(this);
    addPage(Section::Body, m_body, m_body->tools());
    connect(m_body, &BodyPage::edited, this,
            [this] { edit([&](RequestDocument &document) { document.body = m_body->body(); }); });
}

void RequestPane::makeAuth()
{
    m_auth = new AuthPage(m_variables, this);
    addPage(Section::Auth, m_auth, nullptr);
    connect(m_auth, &AuthPage::edited, this, [this](const collection::Auth &auth) {
        edit([&](RequestDocument &document) {
            document = collection::withAuth(std::move(document), auth);
        });
        // Its lines are shown elsewhere too.
        const QScopedValueRollback filling(m_filling, true);
        m_url->setUrl(m_document.url);
        fillPage(Section::Params);
        fillPage(Section::Headers);
    });
}

void RequestPane::makeOptions()
{
    m_options = new OptionsPage(this);
    addPage(Section::Options, m_options, nullptr);
    connect(m_options, &OptionsPage::edited, this, [this] {
        edit([&](RequestDocument &document) { document.settings = m_options->settings(); });
        m_version->setVersion(m_document.settings.version);
    });
}

void RequestPane::makeScript()
{
    m_script = new ScriptPage(this);
    addPage(Section::Script, m_script, nullptr);
    connect(m_script, &ScriptPage::edited, this, &RequestPane::takeScript);
}

void RequestPane::addPage(Section section, QWidget *page, QWidget *tools)
{
    QWidget *place = m_pages->widget(int(section));
    place->layout()->addWidget(page);
    place->setFocusProxy(page);
    QWidget *before = m_tabs;
    if (tools) {
        m_tools[int(section)] = tools;
        m_tabRow->addWidget(tools);
        tools->setVisible(m_tabs->currentIndex() == int(section));
        before = keepTogether(before, tools);
    }
    keepTogether(before, page);
    fillPage(section);
}

} // namespace sonde::ui
