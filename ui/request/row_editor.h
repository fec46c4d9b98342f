// A row table with its tools and its second face, plain text for editing in bulk. GUI thread.
#pragma once

#include "ui/request/cell_delegate.h"
#include "ui/request/row_model.h"
#include "ui/request/row_text.h"

class QPlainTextEdit;
class QStackedWidget;
class QToolButton;

namespace sonde::ui
{

class RowTable;
class RowTools;

class RowEditor : public QWidget
{
    Q_OBJECT
public:
    // `name` is what a screen reader calls the table: "Headers".
    RowEditor(const QString &name, const QString &invitation, RowSyntax syntax,
              QWidget *parent = nullptr);

    [[nodiscard]] RowModel *model() const { return m_model; }
    [[nodiscard]] RowTable *table() const { return m_table; }
    // Buttons that act on this editor; the pane shows them beside its tabs.
    [[nodiscard]] QWidget *tools() const;
    void setRows(const std::vector<collection::Row> &rows);
    void setSuggest(CellDelegate::Suggest suggest);
    void setVariables(VariableView *variables);
    enum class Face : quint8 { Table, Text };
    void show(Face face);
    [[nodiscard]] Face face() const;

Q_SIGNALS:
    void edited();

private:
    void makeText();
    void takeText();

    QString m_name;
    RowSyntax m_syntax;
    RowModel *m_model;
    RowTable *m_table;
    QPlainTextEdit *m_text = nullptr; // made when first shown
    QStackedWidget *m_faces;
    RowTools *m_tools;
    bool m_filling = false;
};

} // namespace sonde::ui
