#include "ui/request/graphql_page.h"

#include "collection/graphql.h"
#include "ui/request/code_edit.h"
#include "ui/request/json_indent.h"

#include <QJsonDocument>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QVBoxLayout>

namespace sonde::ui
{

GraphQlPage::GraphQlPage(QWidget *parent)
    : QWidget(parent)
    , m_split(new QSplitter(Qt::Horizontal, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_split);
    m_split->setChildrenCollapsible(false);
    m_query = addPart(tr("Query"), tr("GraphQL query"));
    m_query->setLanguage(CodeLanguage::GraphQl);
    m_variables = addPart(tr("Variables, as a JSON object"), tr("Variables of the query"));
    m_variables->setLanguage(CodeLanguage::Json);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    setFocusProxy(m_query);
}

CodeEdit *GraphQlPage::addPart(const QString &name, const QString &spoken)
{
    auto *part = new QWidget(m_split);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *label = new QLabel(name, part);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(12, 2, 12, 2);
    column->addWidget(label);
    auto *edit = new CodeEdit(part);
    edit->setSpokenName(spoken);
    column->addWidget(edit, 1);
    connect(edit, &CodeEdit::codeChanged, this, &GraphQlPage::take);
    return edit;
}

void GraphQlPage::setBody(const QString &body)
{
    if (body == m_body)
        return;
    m_body = m_written = body;
    const QScopedValueRollback filling(m_filling, true);
    const collection::GraphQl parts = collection::graphQlOf(body);
    m_query->setCode(parts.query);
    m_variables->setCode(parts.variables);
}

void GraphQlPage::take()
{
    if (m_filling)
        return;
    m_body = collection::withGraphQl(m_written, {m_query->code(), m_variables->code()});
    Q_EMIT edited();
}

bool GraphQlPage::areVariablesSound() const
{
    const QString variables = m_variables->code();
    // What a variable of ours stands for is known only when it is filled in.
    return variables.trimmed().isEmpty() || variables.contains(QLatin1String("{{")) ||
           QJsonDocument::fromJson(variables.toUtf8()).isObject();
}

void GraphQlPage::layVariablesOut()
{
    m_variables->replaceCode(indentJson(m_variables->code()));
}

} // namespace sonde::ui
