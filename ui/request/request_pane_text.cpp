// The text face of a request: either face follows the other, and both undo together.
#include "collection/secrets.h"
#include "ui/request/portability_strip.h"
#include "ui/request/request_pane.h"
#include "ui/request/script_page.h"
#include "ui/request/text_face.h"
#include "ui/request/variable_view.h"
#include "ui/widgets/flat_tab_bar.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/sentence.h"

#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace sonde::ui
{

using collection::RequestDocument;
using collection::RequestText;

void RequestPane::makeFaceSwitch()
{
    m_faceSwitch = new QToolButton(this);
    m_faceSwitch->setText(tr("Text"));
    m_faceSwitch->setToolTip(tr("Show the request as the text of its file"));
    m_faceSwitch->setAccessibleName(tr("Show as text"));
    m_faceSwitch->setCheckable(true);
    m_faceSwitch->setAutoRaise(true);
    m_faceSwitch->setFocusPolicy(Qt::NoFocus); // its action has a key
    m_tabRow->addWidget(m_faceSwitch);
    connect(m_faceSwitch, &QToolButton::toggled, this,
            [this](bool on) { showFace(on ? Face::Text : Face::Form); });
}

RequestPane::Face RequestPane::face() const
{
    return m_textFace && !m_textFace->isHidden() ? Face::Text : Face::Form;
}

bool RequestPane::needsText() const
{
    return face() == Face::Text || (m_script && section() == Section::Script);
}

void RequestPane::showFace(Face face)
{
    const bool text = face == Face::Text;
    m_faceSwitch->setChecked(text);
    if (text == (this->face() == Face::Text))
        return;
    if (text && !m_textFace)
        makeTextFace();
    const bool focused = m_pages->isAncestorOf(focusWidget()) ||
                         m_textFace->isAncestorOf(focusWidget()) || m_tabs->hasFocus();
    m_textFace->setVisible(text);
    m_pages->setVisible(!text);
    m_tabs->setVisible(!text);
    for (int at = 0; at < m_tools.size(); ++at) {
        if (m_tools[at])
            m_tools[at]->setVisible(!text && at == m_tabs->currentIndex());
    }
    showText();
    if (text && m_text.isEmpty())
        Q_EMIT textWanted();
    if (focused)
        (text ? static_cast<QWidget *>(m_textFace) : m_pages->currentWidget())
            ->setFocus(Qt::ShortcutFocusReason);
    Q_EMIT faceChanged();
}

void RequestPane::makeTextFace()
{
    m_textFace = new TextFace(m_variables, this);
    m_textFace->hide();
    static_cast<QVBoxLayout *>(layout())->insertWidget(layout()->indexOf(m_pages), m_textFace, 1);
    setTabOrder(m_tabs, m_textFace);
    connect(m_textFace, &TextFace::edited, this, &RequestPane::takeLines);
}

void RequestPane::setText(const RequestText &text)
{
    m_text = text;
    m_textProblem.clear();
    showText();
    showScripts();
    lookAtPortability();
    if (m_wantedLine && !m_text.isEmpty() && m_textFace)
        m_textFace->goToLine(*std::exchange(m_wantedLine, std::nullopt));
}

RequestText RequestPane::text() const
{
    return m_textProblem.isEmpty() ? m_text : RequestText();
}

// The form has changed: the lines that say it differently follow.
void RequestPane::followWithText()
{
    if (m_text.isEmpty())
        return lookAtPortability();
    if (auto followed = collection::withDocument(m_text, m_document)) {
        m_text = std::move(*followed);
        m_textProblem.clear();
    } else {
        m_textProblem = inWindowLanguage(followed.error().sentence);
    }
    showText();
    lookAtPortability();
}

// The text has changed: the form follows as far as it is a request.
void RequestPane::takeLines(const QByteArray &octets)
{
    const DocumentFaces before{m_document, m_text};
    m_text.octets = octets;
    m_textProblem.clear();
    if (const auto &request = m_textFace->request()) {
        m_document = request->document;
        fill(m_document);
    }
    tellKept();
    showScripts();
    m_history.note(before, {m_document, m_text});
    lookAtPortability();
    Q_EMIT documentChanged();
}

void RequestPane::setStored(const RequestText &stored)
{
    m_stored = stored;
    showScripts();
    lookAtPortability();
}

void RequestPane::showScripts()
{
    const bool known = !text().isEmpty();
    const auto scripts = collection::scriptsOf(known ? m_text : m_stored);
    m_tabs->setBadge(int(Section::Script), scripts.empty() ? QString() : QStringLiteral("●"),
                     tr("has a script, which is not run"));
    if (m_script) {
        m_script->setScripts(scripts, known);
        m_script->setProblem({});
    }
}

// Its lines change, and nothing of what the form shows.
void RequestPane::takeScript(collection::Script::When when, const QString &code)
{
    const DocumentFaces before{m_document, m_text};
    auto changed = collection::withScript(m_text, when, code);
    if (!changed)
        return m_script->setProblem(inWindowLanguage(changed.error().sentence));
    m_script->setProblem({});
    if (*changed == m_text)
        return;
    m_text = *std::move(changed);
    m_tabs->setBadge(int(Section::Script),
                     collection::scriptsOf(m_text).empty() ? QString() : QStringLiteral("●"),
                     tr("has a script, which is not run"));
    m_history.note(before, {m_document, m_text});
    lookAtPortability();
    Q_EMIT documentChanged();
}

// While the form is in front, the lines are laid out when somebody looks at them again.
void RequestPane::showText()
{
    if (face() != Face::Text)
        return;
    m_textFace->setText(m_text);
    tellKept();
}

void RequestPane::makePortability()
{
    if (m_portability)
        return;
    m_portability = new PortabilityStrip(this);
    layout()->addWidget(m_portability);
    connect(m_portability, &PortabilityStrip::lineChosen, this, &RequestPane::goToLine);
    connect(m_variables, &VariableView::changed, this, &RequestPane::lookAtPortability);
    lookAtPortability();
}

void RequestPane::lookAtPortability()
{
    if (!m_portability)
        return;
    collection::Surroundings around{.environment = m_variables->environmentNames(),
                                    .secrets = {},
                                    .inherited = {},
                                    .capturers = {}};
    if (const auto scope = m_variables->scope()) {
        around.secrets = collection::namesOfSecrets(scope->names);
        around.inherited = scope->inherited;
        around.capturers = scope->capturers;
    }
    // A line of the file may define a name outside of this request.
    const QByteArray &lines = m_text.isEmpty() ? m_stored.octets : m_text.octets;
    for (const QString &name : m_variables->fileNames()) {
        around.capturers.remove(name);
        if (!lines.contains('@' + name.toUtf8()))
            around.environment.removeAll(name);
    }
    m_portability->setText(text(), m_stored, m_document, around);
}

void RequestPane::goToLine(size_t line)
{
    m_wantedLine = line;
    showFace(Face::Text);
    if (!m_text.isEmpty())
        m_textFace->goToLine(*std::exchange(m_wantedLine, std::nullopt));
}

// What the text holds and is not carried out, or not shown by the form.
void RequestPane::tellKept()
{
    QStringList notes;
    if (!m_textProblem.isEmpty())
        notes.append(
            tr("The form was changed, and this text does not follow: %1").arg(m_textProblem));
    if (const auto &request = m_textFace->request()) {
        for (const QString &kept : request->notes) {
            const QString note = inWindowLanguage(kept);
            if (m_hint->isHidden() || !m_hint->sentence().contains(note)) // told above already
                notes.append(note);
        }
        if (!request->isEditable && request->problem.isEmpty())
            notes.append(tr("The form cannot show all of this request; edit it here."));
    }
    m_textFace->setNote(notes.join(u'\n'));
}

} // namespace sonde::ui
