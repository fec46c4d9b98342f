#include "ui/request/request_pane.h"

#include "collection/graphql.h"
#include "http/headers.h"
#include "interop/curl_command.h"
#include "ui/request/auth_page.h"
#include "ui/request/body_page.h"
#include "ui/request/field_names.h"
#include "ui/request/method_box.h"
#include "ui/request/options_page.h"
#include "ui/request/param_rows.h"
#include "ui/request/remark_text.h"
#include "ui/request/row_editor.h"
#include "ui/request/send_button.h"
#include "ui/request/url_edit.h"
#include "ui/request/variable_assist.h"
#include "ui/request/version_box.h"
#include "ui/widgets/flat_tab_bar.h"
#include "ui/widgets/notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSet>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace sonde::ui
{

using collection::BodyMode;
using collection::RequestDocument;
using collection::Row;

namespace
{

constexpr std::chrono::milliseconds afterFirstPaint{400};
constexpr qsizetype describedCharacters = 600; // a few lines; the whole of it stands in the file

} // namespace

RequestPane::RequestPane(QWidget *parent)
    : QWidget(parent)
    , m_variables(new VariableView(this))
    , m_method(new MethodBox(this))
    , m_url(new UrlEdit(this))
    , m_version(new VersionBox(this))
    , m_send(new SendButton(this))
    , m_description(new QLabel(this))
    , m_hint(new NoticeBar(this))
    , m_tabs(new FlatTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_tabRow(new QHBoxLayout)
{
    setAccessibleName(tr("Request"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeAddressRow());
    column->addWidget(m_description);
    column->addWidget(m_hint);
    m_description->setTextFormat(Qt::PlainText);
    m_description->setWordWrap(true);
    m_description->setForegroundRole(QPalette::PlaceholderText);
    m_description->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_description->setContentsMargins(12, 0, 12, 6);
    m_description->hide();
    column->addLayout(m_tabRow);
    column->addWidget(m_pages, 1);
    makeSections();
    makeFaceSwitch();
    new VariableAssist(m_url, m_variables);
    connectParts();
    fill(m_document);
}

RequestPane::~RequestPane()
{
    // A cell that is being edited commits when it loses the focus: let that be while we are whole.
    blockSignals(true);
    hide();
}

void RequestPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    makePage(section());
    QTimer::singleShot(afterFirstPaint, this, &RequestPane::makePortability);
}

QWidget *RequestPane::makeAddressRow()
{
    auto *address = new QWidget(this);
    auto *row = new QHBoxLayout(address);
    row->setContentsMargins(10, 10, 10, 6);
    row->setSpacing(6);
    row->addWidget(m_method);
    row->addWidget(m_url, 1);
    row->addWidget(m_version);
    row->addWidget(m_send);
    const int height = m_send->sizeHint().height();
    for (QWidget *field : {static_cast<QWidget *>(m_method), static_cast<QWidget *>(m_url),
                           static_cast<QWidget *>(m_version), static_cast<QWidget *>(m_send)})
        field->setFixedHeight(height);
    setTabOrder(m_method, m_url);
    setTabOrder(m_url, m_version);
    setTabOrder(m_version, m_send);
    return address;
}

void RequestPane::noteEdit(const DocumentFaces &before)
{
    followWithText();
    m_history.note(before, {m_document, m_text});
    showBadges();
    if (m_body)
        m_body->setGraphQl(collection::isGraphQl(m_document));
    // A header that is typed may be what says who the request is.
    if (section() != Section::Auth)
        fillPage(Section::Auth);
    Q_EMIT documentChanged();
}

void RequestPane::connectParts()
{
    connect(m_method, &MethodBox::methodEdited, this, [this](const QString &method) {
        edit([&](RequestDocument &document) { document.method = method; });
    });
    connect(m_method, &MethodBox::confirmed, this, &RequestPane::focusUrl);
    connect(m_url, &UrlEdit::urlEdited, this, &RequestPane::takeUrl);
    connect(m_url, &UrlEdit::curlPasted, this, &RequestPane::takeCurl);
    connect(m_url, &QLineEdit::returnPressed, this, &RequestPane::sendRequested);
    connect(m_send, &SendButton::sendRequested, this, &RequestPane::sendRequested);
    connect(m_send, &SendButton::cancelRequested, this, &RequestPane::cancelRequested);
    connect(m_version, &VersionBox::versionChosen, this, [this](http::VersionPolicy version) {
        edit([&](RequestDocument &document) { document.settings.version = version; });
        if (m_options)
            m_options->setSettings(m_document.settings);
    });
}

void RequestPane::takeUrl(const QString &url)
{
    edit([&](RequestDocument &document) { document.url = url; });
    const QScopedValueRollback filling(m_filling, true);
    if (m_params)
        m_params->setRows(mergeParams(m_params->model()->rows(), collection::queryRows(url)));
}

// In a table every cell, move and deletion is a step of its own; typing text goes on in one.
void RequestPane::beginRowStep(const RowEditor *editor)
{
    if (editor->face() == RowEditor::Face::Table)
        m_history.breakStep();
}

void RequestPane::takeParams()
{
    beginRowStep(m_params);
    const std::vector<Row> &rows = m_params->model()->rows();
    edit([&](RequestDocument &document) {
        document.url = collection::withQueryRows(document.url, enabledRows(rows));
        document.disabledParams = disabledRows(rows);
    });
    const QScopedValueRollback filling(m_filling, true);
    m_url->setUrl(m_document.url);
}

void RequestPane::setDocument(const RequestDocument &document)
{
    m_history.clear();
    m_document = document;
    m_stored = {};
    setText({});
    fill(document);
    if (needsText())
        Q_EMIT textWanted();
}

void RequestPane::editDocument(const RequestDocument &document)
{
    m_history.breakStep();
    edit([&](RequestDocument &mine) { mine = document; });
    fill(m_document);
}

void RequestPane::fill(const RequestDocument &document)
{
    const QScopedValueRollback filling(m_filling, true);
    m_method->setMethod(document.method);
    m_url->setUrl(document.url);
    m_version->setVersion(document.settings.version);
    for (const auto section : {Section::Params, Section::Headers, Section::Body, Section::Auth,
                               Section::Options, Section::Script})
        fillPage(section);
    showBadges();
}

void RequestPane::fillPage(Section section)
{
    const QScopedValueRollback filling(m_filling, true);
    if (section == Section::Params && m_params)
        fillParams();
    else if (section == Section::Headers && m_headers)
        m_headers->setRows(m_document.headers);
    else if (section == Section::Body && m_body) {
        m_body->setGraphQl(collection::isGraphQl(m_document));
        m_body->setBody(m_document.body);
    } else if (section == Section::Auth && m_auth)
        m_auth->setAuth(collection::authOf(m_document));
    else if (section == Section::Options && m_options)
        m_options->setSettings(m_document.settings);
    else if (section == Section::Script)
        showScripts();
}

void RequestPane::fillParams()
{
    std::vector<Row> params = collection::queryRows(m_document.url);
    const std::vector<Row> &shown = m_params->model()->rows();
    const std::vector<Row> &disabled = m_document.disabledParams;
    // After an undo the rows that were switched off go back to where they stood; a document that
    // was just opened has them at the end.
    if (disabledRows(shown) == disabled)
        params = mergeParams(shown, params);
    else
        params.insert(params.end(), disabled.begin(), disabled.end());
    m_params->setRows(params);
}

void RequestPane::showBadges()
{
    const auto count = [this](Section section, int number) {
        m_tabs->setBadge(int(section), number > 0 ? QString::number(number) : QString(),
                         tr("%n switched on", nullptr, number));
    };
    count(Section::Params, enabledCount(collection::queryRows(m_document.url)));
    count(Section::Headers, enabledCount(m_document.headers));
    const bool body = m_document.body.mode != BodyMode::None;
    m_tabs->setBadge(int(Section::Body), body ? QStringLiteral("●") : QString(), tr("has a body"));
    const auto auth = collection::authOf(m_document).kind;
    const bool says =
        auth != collection::Auth::Kind::Default && auth != collection::Auth::Kind::None;
    m_tabs->setBadge(int(Section::Auth), says ? QStringLiteral("●") : QString(),
                     tr("says who you are"));
    const int changed = changedCount(m_document.settings);
    m_tabs->setBadge(int(Section::Options), changed > 0 ? QString::number(changed) : QString(),
                     tr("%n changed", nullptr, changed));
    showDescription();
}

bool RequestPane::takeCurl(const QString &command)
{
    const auto paste = interop::parseCurl(command);
    if (!paste) {
        m_hint->say(NoticeBar::Kind::Danger, paste.error().sentence);
        return false;
    }
    RequestDocument document = paste->document;
    document.title = m_document.title;
    m_taken = Taken{m_document, document, paste->options};
    editDocument(document);
    Q_EMIT curlTaken(paste->options);
    QStringList lines{tr("The request was filled in from a curl command.")};
    for (const interop::Remark &note : paste->notes)
        lines += remarkText(note);
    m_hint->say(paste->notes.empty() ? NoticeBar::Kind::Note : NoticeBar::Kind::Warning,
                lines.join(u'\n'));
    m_hint->addButton(tr("Undo"), [this] {
        m_hint->dismiss();
        undo();
    });
    focusUrl();
    return true;
}

void RequestPane::takeText(const QString &text)
{
    if (interop::looksLikeCurl(text)) {
        takeCurl(text);
        return;
    }
    RequestDocument document = m_document;
    document.url = text.section(u'\n', 0, 0).trimmed();
    editDocument(document);
    focusUrl();
}

void RequestPane::setDescription(const QString &text)
{
    m_describes = text.trimmed().left(describedCharacters);
    showDescription();
}

void RequestPane::showDescription()
{
    const auto kind = collection::kindOf(m_document);
    QStringList lines;
    if (kind == collection::RequestKind::Grpc)
        lines.append(tr("Sonde keeps and shows gRPC requests; it cannot send them yet."));
    else if (kind == collection::RequestKind::WebSocket)
        lines.append(tr("Sonde keeps and shows WebSocket requests; it cannot send them yet."));
    if (!m_describes.isEmpty())
        lines.append(m_describes);
    m_description->setText(lines.join(u'\n'));
    m_description->setVisible(!lines.isEmpty());
}

void RequestPane::selectSection(Section section)
{
    showFace(Face::Form);
    makePage(section);
    m_tabs->setCurrentIndex(int(section));
}

void RequestPane::showSection(Section section)
{
    selectSection(section);
    if (section == Section::Body)
        m_body->focusContent();
    else
        m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

RequestPane::Section RequestPane::section() const
{
    return Section(m_tabs->currentIndex());
}

void RequestPane::setSending(Sending sending)
{
    m_send->setFace(sending == Sending::Running ? SendButton::Face::Cancel
                                                : SendButton::Face::Send);
}

void RequestPane::focusUrl()
{
    m_url->setFocus(Qt::ShortcutFocusReason);
    m_url->selectAll();
}

void RequestPane::focusMethod()
{
    m_method->setFocus(Qt::ShortcutFocusReason);
}

void RequestPane::undo()
{
    travel(m_history.undo({m_document, m_text}));
}

void RequestPane::redo()
{
    travel(m_history.redo({m_document, m_text}));
}

void RequestPane::travel(const std::optional<DocumentFaces> &there)
{
    if (!there)
        return;
    const RequestDocument from = std::exchange(m_document, there->document);
    const bool known = !m_text.isEmpty();
    fill(m_document);
    setText(there->text);
    if (known && m_text.isEmpty()) // from before somebody looked at it
        Q_EMIT textWanted();
    if (m_taken && from == m_taken->after && m_document == m_taken->before)
        Q_EMIT curlUndone();
    else if (m_taken && from == m_taken->before && m_document == m_taken->after)
        Q_EMIT curlTaken(m_taken->options);
    Q_EMIT documentChanged();
}

} // namespace sonde::ui
