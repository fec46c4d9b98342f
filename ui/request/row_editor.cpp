#include "ui/request/row_editor.h"

#include "ui/request/row_table.h"
#include "ui/request/row_tools.h"
#include "ui/request/variable_view.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sonde::ui
{

RowEditor::RowEditor(const QString &name, const QString &invitation, RowSyntax syntax,
                     QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_syntax(syntax)
    , m_model(new RowModel(invitation, this))
    , m_table(new RowTable(this))
    , m_faces(new QStackedWidget(this))
    , m_tools(new RowTools(m_table, RowTools::Bulk::Yes, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_faces);
    m_faces->addWidget(m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(name);
    setFocusProxy(m_table);

    connect(m_model, &RowModel::edited, this, &RowEditor::edited);
    connect(m_tools, &RowTools::asTextToggled, this,
            [this](bool asText) { show(asText ? Face::Text : Face::Table); });
}

void RowEditor::makeText()
{
    m_text = new QPlainTextEdit(this);
    m_text->setAccessibleName(tr("%1 as text", "Headers as text").arg(m_name));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(m_syntax == RowSyntax::Colon
                                   ? tr("Name: value, one to a line; # in front switches it off")
                                   : tr("name=value, one to a line; # in front switches it off"));
    m_faces->addWidget(m_text);
    setTabOrder(m_table, m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, &RowEditor::takeText);
}

QWidget *RowEditor::tools() const
{
    return m_tools;
}

void RowEditor::setSuggest(CellDelegate::Suggest suggest)
{
    static_cast<CellDelegate *>(m_table->itemDelegate())->setSuggest(std::move(suggest));
}

void RowEditor::setVariables(VariableView *variables)
{
    static_cast<CellDelegate *>(m_table->itemDelegate())->setVariables(variables);
    connect(variables, &VariableView::changed, m_table->viewport(), qOverload<>(&QWidget::update));
}

void RowEditor::setRows(const std::vector<collection::Row> &rows)
{
    m_model->setRows(rows);
    // While somebody types here, the rows come from this very text: it must not be written back.
    if (face() == Face::Text && textToRows(m_text->toPlainText(), m_syntax) != rows)
        show(Face::Text);
}

void RowEditor::show(Face face)
{
    if (face == Face::Text) {
        if (!m_text)
            makeText();
        m_filling = true;
        m_text->setPlainText(rowsToText(m_model->rows(), m_syntax));
        m_filling = false;
        m_faces->setCurrentWidget(m_text);
        setFocusProxy(m_text);
    } else {
        m_faces->setCurrentWidget(m_table);
        setFocusProxy(m_table);
    }
}

RowEditor::Face RowEditor::face() const
{
    return m_text && m_faces->currentWidget() == m_text ? Face::Text : Face::Table;
}

void RowEditor::takeText()
{
    if (m_filling)
        return;
    m_model->setRows(textToRows(m_text->toPlainText(), m_syntax));
    Q_EMIT edited();
}

} // namespace sonde::ui
