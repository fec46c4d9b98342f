#include "ui/request/body_page.h"

#include "ui/request/cell_delegate.h"
#include "ui/request/code_edit.h"
#include "ui/request/field_names.h"
#include "ui/request/file_field.h"
#include "ui/request/graphql_page.h"
#include "ui/request/json_indent.h"
#include "ui/request/part_model.h"
#include "ui/request/row_editor.h"
#include "ui/request/row_table.h"
#include "ui/request/row_tools.h"
#include "ui/widgets/icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace sonde::ui
{

using collection::Body;
using collection::BodyMode;

namespace
{

// Checking more than this while somebody types would be felt.
constexpr qsizetype judgedCharacters = 1 << 20;

QLabel *mutedLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    return label;
}

} // namespace

BodyPage::BodyPage(QWidget *parent)
    : QWidget(parent)
    , m_tools(new QWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_judge(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    makePages();
    makeTools();
    m_judge->setSingleShot(true);
    m_judge->setInterval(300);
    connect(m_judge, &QTimer::timeout, this, &BodyPage::judgeJson);
    showMode();
}

void BodyPage::makePages()
{
    m_nothing = new QWidget(this);
    auto *center = new QVBoxLayout(m_nothing);
    center->setContentsMargins(16, 12, 16, 12);
    center->addWidget(mutedLabel(
        tr("This request is sent without a body. Choose a kind above to add one."), m_nothing));
    center->addStretch();

    m_textPage = new QWidget(this);
    auto *text = new QVBoxLayout(m_textPage);
    text->setContentsMargins(0, 0, 0, 0);

    m_form = new RowEditor(tr("Form fields"), tr("Add a field"), RowSyntax::Equals, this);
    connect(m_form, &RowEditor::edited, this, [this] {
        m_body.form = m_form->model()->rows();
        Q_EMIT edited();
    });

    m_parts = new PartModel(this);
    m_partTable = new RowTable(this);
    m_partTable->setModel(m_parts);
    m_partTable->setItemDelegate(new PartDelegate(m_partTable));
    m_partTable->setAccessibleName(tr("Parts"));
    m_partTable->horizontalHeader()->resizeSection(PartModel::Name, 160);
    m_partTable->horizontalHeader()->resizeSection(PartModel::Kind, 90);
    m_partTable->horizontalHeader()->resizeSection(PartModel::Value, 260);
    connect(m_parts, &PartModel::edited, this, [this] {
        m_body.parts = m_parts->parts();
        Q_EMIT edited();
    });

    makeFilePage();
    for (QWidget *page : {m_nothing, m_textPage, static_cast<QWidget *>(m_form),
                          static_cast<QWidget *>(m_partTable), m_filePage})
        m_pages->addWidget(page);
}

void BodyPage::makeFilePage()
{
    m_filePage = new QWidget(this);
    auto *file = new QVBoxLayout(m_filePage);
    file->setContentsMargins(16, 12, 16, 12);
    m_file = new FileField(m_filePage);
    file->addWidget(m_file);
    file->addWidget(
        mutedLabel(tr("The file is read while it is sent; it may be of any size."), m_filePage));
    file->addStretch();
    connect(m_file, &FileField::pathEdited, this, [this](const QString &path) {
        m_body.file = path;
        Q_EMIT edited();
    });
}

QComboBox *BodyPage::makeMediaType()
{
    m_mediaType = new QComboBox(m_tools);
    m_mediaType->setEditable(true);
    m_mediaType->setInsertPolicy(QComboBox::NoInsert);
    m_mediaType->addItems(commonMediaTypes());
    m_mediaType->setMinimumContentsLength(24);
    m_mediaType->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_mediaType->setAccessibleName(tr("Media type"));
    m_mediaType->setToolTip(tr("The media type, sent as Content-Type"));
    connect(m_mediaType, &QComboBox::editTextChanged, this, &BodyPage::setMediaType);
    return m_mediaType;
}

void BodyPage::makeTools()
{
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_verdict = mutedLabel({}, m_tools);
    m_verdict->setWordWrap(false);
    row->addWidget(m_verdict);
    m_indent = new QToolButton(m_tools);
    m_indent->setIcon(icon("align-left"));
    m_indent->setAutoRaise(true);
    m_indent->setAccessibleName(tr("Lay the JSON out afresh"));
    m_indent->setToolTip(tr("Lay the JSON out afresh"));
    connect(m_indent, &QToolButton::clicked, this, &BodyPage::reindent);
    row->addWidget(m_indent);

    row->addWidget(makeMediaType());

    m_toolFaces = new QStackedWidget(m_tools);
    m_toolFaces->addWidget(new QWidget(m_toolFaces));
    m_toolFaces->addWidget(m_form->tools());
    m_toolFaces->addWidget(new RowTools(m_partTable, RowTools::Bulk::No, m_toolFaces));
    row->addWidget(m_toolFaces);

    m_mode = new QComboBox(m_tools);
    m_mode->addItem(tr("None"), int(BodyMode::None));
    m_mode->addItem(tr("JSON"), int(BodyMode::Json));
    m_mode->addItem(tr("Text"), int(BodyMode::Text));
    m_mode->addItem(tr("Form"), int(BodyMode::Form));
    m_mode->addItem(tr("Multipart"), int(BodyMode::Multipart));
    m_mode->addItem(tr("File"), int(BodyMode::File));
    m_mode->setAccessibleName(tr("Kind of body"));
    connect(m_mode, &QComboBox::activated, this,
            [this] { choose(BodyMode(m_mode->currentData().toInt())); });
    row->addWidget(m_mode);
}

void BodyPage::setBody(const Body &body)
{
    if (body == m_body)
        return;
    const QScopedValueRollback filling(m_filling, true);
    m_body = body;
    m_form->setRows(body.form);
    m_parts->setParts(body.parts);
    m_file->setPath(body.file);
    showMode();
}

void BodyPage::setGraphQl(bool graphQl)
{
    if (graphQl == m_isGraphQl)
        return;
    m_isGraphQl = graphQl;
    showMode();
}

// A body that cannot be a query is shown as what it is, to be chosen otherwise.
bool BodyPage::showsGraphQl() const
{
    const BodyMode mode = m_body.mode;
    return m_isGraphQl &&
           (mode == BodyMode::None || mode == BodyMode::Json || mode == BodyMode::Text);
}

GraphQlPage *BodyPage::graphQlPage()
{
    if (!m_graphQl) {
        m_graphQl = new GraphQlPage(this);
        m_pages->addWidget(m_graphQl);
        connect(m_graphQl, &GraphQlPage::edited, this, [this] {
            if (m_body.mode == BodyMode::None)
                m_body.mode = BodyMode::Text;
            m_body.text = m_graphQl->body();
            m_judge->start();
            Q_EMIT edited();
        });
    }
    return m_graphQl;
}

void BodyPage::choose(BodyMode mode)
{
    if (mode == m_body.mode)
        return;
    m_body.mode = mode;
    {
        const QScopedValueRollback filling(m_filling, true);
        showMode();
    }
    Q_EMIT edited();
}

void BodyPage::showMode()
{
    const BodyMode mode = m_body.mode;
    const bool text = mode == BodyMode::Json || mode == BodyMode::Text;
    const bool query = showsGraphQl();
    const bool typed = !query && (mode == BodyMode::Text || mode == BodyMode::File);
    m_mode->setVisible(!query);
    m_mode->setCurrentIndex(m_mode->findData(int(mode)));
    m_indent->setVisible(query || mode == BodyMode::Json);
    m_verdict->setVisible(query || mode == BodyMode::Json);
    m_mediaType->setVisible(typed);
    if (typed) {
        m_mediaType->lineEdit()->setPlaceholderText(
            mode == BodyMode::Text ? QStringLiteral("text/plain")
                                   : QStringLiteral("application/octet-stream"));
        const QScopedValueRollback filling(m_filling, true);
        m_mediaType->setEditText(m_body.mediaType);
        m_mediaType->lineEdit()->setCursorPosition(0); // its beginning says most
    }
    m_toolFaces->setVisible(mode == BodyMode::Form || mode == BodyMode::Multipart);
    m_toolFaces->setCurrentIndex(mode == BodyMode::Form ? 1 : mode == BodyMode::Multipart ? 2 : 0);
    if (query) {
        graphQlPage()->setBody(text ? m_body.text : QString());
        judgeJson();
        m_pages->setCurrentWidget(m_graphQl);
        return;
    }
    if (text) {
        editor()->setLanguage(mode == BodyMode::Json ? CodeLanguage::Json : CodeLanguage::Plain);
        const QScopedValueRollback filling(m_filling, true);
        editor()->setCode(m_body.text);
        judgeJson();
    }
    QWidget *const pages[] = {m_nothing, m_textPage, m_textPage, m_form, m_partTable, m_filePage};
    m_pages->setCurrentWidget(pages[int(mode)]);
}

CodeEdit *BodyPage::editor()
{
    if (!m_editor) {
        m_editor = new CodeEdit(m_textPage);
        m_textPage->layout()->addWidget(m_editor);
        connect(m_editor, &CodeEdit::codeChanged, this, [this] {
            if (m_filling)
                return;
            m_body.text = m_editor->code();
            m_judge->start();
            Q_EMIT edited();
        });
    }
    return m_editor;
}

void BodyPage::focusContent()
{
    if (showsGraphQl())
        m_graphQl->setFocus(Qt::ShortcutFocusReason);
    else if (m_body.mode == BodyMode::None)
        m_mode->setFocus(Qt::ShortcutFocusReason);
    else if (m_pages->currentWidget() == m_textPage)
        editor()->setFocus(Qt::ShortcutFocusReason);
    else if (m_pages->currentWidget() == m_filePage)
        m_file->setFocus(Qt::ShortcutFocusReason);
    else
        m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void BodyPage::setMediaType(const QString &type)
{
    if (m_filling || type == m_body.mediaType)
        return;
    m_body.mediaType = type.trimmed();
    Q_EMIT edited();
}

void BodyPage::reindent()
{
    if (showsGraphQl())
        return m_graphQl->layVariablesOut();
    editor()->replaceCode(indentJson(editor()->code()));
}

void BodyPage::judgeJson()
{
    if (showsGraphQl()) {
        m_verdict->setText(m_graphQl->areVariablesSound() ? QString()
                                                          : tr("The variables are no JSON object"));
        return;
    }
    const QString &text = m_body.text;
    QString verdict;
    // A variable may stand for anything, so what is around it cannot be judged.
    const bool judge = m_body.mode == BodyMode::Json && !text.trimmed().isEmpty() &&
                       text.size() <= judgedCharacters && !text.contains(QLatin1String("{{"));
    if (judge) {
        const QByteArray octets = text.toUtf8();
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(octets, &error);
        // A lone value is JSON too (RFC 8259 section 2), which QJsonDocument does not read.
        const bool alone = !octets.trimmed().startsWith('{') && !octets.trimmed().startsWith('[');
        if (document.isNull() && !alone)
            verdict =
                tr("Not valid JSON in line %1")
                    .arg(
                        octets.first(std::min<qsizetype>(error.offset, octets.size())).count('\n') +
                        1);
    }
    m_verdict->setText(verdict);
}

} // namespace sonde::ui
