// The body of a request: nothing, JSON, text, a form, multipart or a file. Each kind keeps what was
// typed into it while another is chosen. GUI thread.
#pragma once

#include "collection/request_document.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace sonde::ui
{

class CodeEdit;
class FileField;
class GraphQlPage;
class PartModel;
class RowEditor;
class RowTable;

class BodyPage : public QWidget
{
    Q_OBJECT
public:
    explicit BodyPage(QWidget *parent = nullptr);
    [[nodiscard]] const collection::Body &body() const { return m_body; }
    void setBody(const collection::Body &body);
    // A GraphQL request: its text is edited as a query and its variables.
    void setGraphQl(bool graphQl);
    [[nodiscard]] QWidget *tools() const { return m_tools; }
    void focusContent();

Q_SIGNALS:
    void edited(); // by the person

private:
    void makeTools();
    void makePages();
    void makeFilePage();
    [[nodiscard]] QComboBox *makeMediaType();
    void choose(collection::BodyMode mode);
    void showMode();
    [[nodiscard]] bool showsGraphQl() const;
    GraphQlPage *graphQlPage();
    CodeEdit *editor(); // made when first needed: QScintilla costs a start-up what few requests use
    void setMediaType(const QString &type);
    void reindent();
    void judgeJson();

    collection::Body m_body;
    QWidget *m_tools;
    QComboBox *m_mode;
    QComboBox *m_mediaType;
    QToolButton *m_indent;
    QLabel *m_verdict;
    QStackedWidget *m_toolFaces;
    QStackedWidget *m_pages;
    QWidget *m_nothing;
    QWidget *m_textPage;
    CodeEdit *m_editor = nullptr;
    GraphQlPage *m_graphQl = nullptr;
    RowEditor *m_form;
    RowTable *m_partTable;
    PartModel *m_parts;
    QWidget *m_filePage;
    FileField *m_file;
    QTimer *m_judge;
    bool m_isGraphQl = false;
    bool m_filling = false;
};

} // namespace sonde::ui
