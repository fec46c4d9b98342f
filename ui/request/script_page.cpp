#include "ui/request/script_page.h"

#include "ui/request/code_edit.h"

#include <QLabel>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QVBoxLayout>

namespace sonde::ui
{

using collection::Script;

ScriptPage::ScriptPage(QWidget *parent)
    : QWidget(parent)
    , m_told(new QLabel(this))
    , m_split(new QSplitter(Qt::Horizontal, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->setContentsMargins(12, 4, 12, 4);
    column->addWidget(m_told);
    column->addWidget(m_split, 1);
    m_split->setChildrenCollapsible(false);
    m_before = addPart(When::Before, tr("Before the request"));
    m_after = addPart(When::After, tr("After the response"));
    setFocusProxy(m_before.edit);
    setProblem({});
}

ScriptPage::Part ScriptPage::addPart(When when, const QString &name)
{
    auto *page = new QWidget(m_split);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *label = new QLabel(name, page);
    label->setContentsMargins(12, 2, 12, 2);
    Part part{.edit = new CodeEdit(page), .note = new QLabel(page)};
    part.edit->setLanguage(CodeLanguage::Script);
    part.edit->setSpokenName(name);
    part.note->setWordWrap(true);
    part.note->setContentsMargins(12, 0, 12, 2);
    part.note->setText(tr("Several scripts, or one in a file of its own: Text shows their lines."));
    for (QLabel *one : {label, part.note})
        one->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(label);
    column->addWidget(part.note);
    column->addWidget(part.edit, 1);
    connect(part.edit, &CodeEdit::codeChanged, this, [this, when, edit = part.edit] {
        if (!m_filling)
            Q_EMIT edited(when, edit->code());
    });
    return part;
}

void ScriptPage::setScripts(const std::vector<Script> &scripts, bool editable)
{
    const QScopedValueRollback filling(m_filling, true);
    fill(m_before, When::Before, scripts, editable);
    fill(m_after, When::After, scripts, editable);
}

void ScriptPage::fill(const Part &part, When when, const std::vector<Script> &scripts,
                      bool editable)
{
    QStringList codes;
    for (const Script &script : scripts) {
        if (script.when == when)
            codes.append(script.isFile ? QStringLiteral("%1 %2")
                                             .arg(when == When::Before ? u'<' : u'>')
                                             .arg(script.code)
                                       : script.code);
    }
    const bool one = collection::canEditScript(scripts, when);
    part.note->setVisible(!one);
    // What cannot be changed while it is read only cannot be filled either.
    part.edit->setReadOnly(false);
    part.edit->setCode(codes.join(QStringLiteral("\n\n")));
    part.edit->setReadOnly(!one || !editable);
}

void ScriptPage::setProblem(const QString &sentence)
{
    m_told->setForegroundRole(sentence.isEmpty() ? QPalette::PlaceholderText
                                                 : QPalette::WindowText);
    m_told->setText(sentence.isEmpty()
                        ? tr("Scripts are kept in the file and shown here. Sonde does not run them "
                             "yet; JetBrains, httpYac and Kulala do.")
                        : sentence);
}

} // namespace sonde::ui
