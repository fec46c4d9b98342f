// BodyPane: the row of tools above a body, and what they do.
#include "ui/body/body_pane.h"
#include "ui/body/body_saver.h"
#include "ui/body/charset_button.h"
#include "ui/body/find_bar.h"
#include "ui/body/goto_bar.h"
#include "ui/body/json_path_bar.h"
#include "ui/body/layer_button.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/tool_rows.h"

#include <QAction>
#include <QActionGroup>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QToolButton>

namespace sonde::ui
{

QAction *BodyPane::addLook(const QString &text, const QString &hint, Look look)
{
    auto *action = new QAction(text, m_looks);
    action->setCheckable(true);
    action->setToolTip(hint);
    auto *button = new QToolButton(m_tools);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    m_tools->first()->addWidget(button);
    connect(action, &QAction::triggered, this, [this, look] {
        m_chosen = look;
        setLook(look);
    });
    connect(action, &QAction::changed, button,
            [action, button] { button->setVisible(action->isVisible()); });
    return action;
}

QToolButton *BodyPane::addTool(const char *symbol, const QString &name, const QString &hint)
{
    auto *button = new QToolButton(m_tools);
    button->setIcon(icon(symbol));
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(hint);
    m_tools->second()->addWidget(button);
    return button;
}

void BodyPane::buildTools()
{
    addLook(tr("Pretty"), tr("Formatted for reading"), Look::Pretty);
    addLook(tr("Tree"), tr("Values in their order, to open and close"), Look::Tree);
    addLook(tr("Events"), tr("What arrived when: events, lines or pieces"), Look::Events);
    addLook(tr("Preview"), tr("The picture or the page"), Look::Preview);
    addLook(tr("Raw"), tr("As it was received"), Look::Text);
    addLook(tr("Hex"), tr("Octet by octet"), Look::Hex);
    // Those that only some bodies have come when one does; together they would widen the pane.
    for (const Look look : {Look::Tree, Look::Events, Look::Preview})
        m_looks->actions().at(int(look))->setVisible(false);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setMinimumWidth(0);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_tools->second()->addWidget(m_layers);
    m_tools->second()->addWidget(m_charset);
    m_tools->second()->addWidget(m_facts, 1);
    m_follow = addTool("follow", tr("Follow"), tr("Keep the end in sight while the body grows"));
    m_follow->setCheckable(true);
    m_arrivals = addTool("clock", tr("Arrival"), tr("Show when each part of the body arrived"));
    m_arrivals->setCheckable(true);
    connect(m_arrivals, &QToolButton::toggled, this, &BodyPane::showChart);
    m_filter = addTool("filter", tr("Filter"),
                       tr("Show only what an expression of JSONPath or jq selects"));
    m_filter->setCheckable(true);
    connect(m_filter, &QToolButton::clicked, this, [this](bool on) {
        if (on)
            filter();
        else
            m_pathBar->close();
    });
    m_inspect = addTool("info", tr("Inspector"),
                        tr("Show what the octets at the cursor are as numbers and characters"));
    m_inspect->setCheckable(true);
    connect(m_inspect, &QToolButton::clicked, this, [this](bool on) {
        m_inspecting = on;
        inspect();
    });
    connect(m_layers, &LayerButton::chosen, this, &BodyPane::showCodings);
    const QString findKey = QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText);
    auto *find = addTool("search", tr("Find"), tr("Find in body (%1)").arg(findKey));
    auto *copy = addTool("copy", tr("Copy body"), tr("Copy the whole body"));
    m_save = addTool("save", tr("Save body"),
                     tr("Save the body to a file…, or drag it out of the window from here"));
    m_save->installEventFilter(this);
    buildMore();
    connect(m_follow, &QToolButton::toggled, this, [this](bool on) {
        m_view->setFollow(on ? BodyView::Follow::On : BodyView::Follow::Off);
    });
    connect(m_charset, &CharsetButton::chosen, this, &BodyPane::readAs);
    connect(find, &QToolButton::clicked, this, &BodyPane::find);
    connect(copy, &QToolButton::clicked, this, [this] {
        m_view->selectAll();
        m_view->copy();
    });
    connect(m_save, &QToolButton::clicked, this, &BodyPane::saveAll);
}

// Says so if there is none.
bool BodyPane::hasBody()
{
    const bool has = m_content.store && m_empty->text().isEmpty();
    if (!has)
        m_notice->say(NoticeBar::Kind::Note, tr("There is no body."));
    return has;
}

void BodyPane::find()
{
    m_find->open();
}

// Rows and octets are what text and hex count.
void BodyPane::goTo()
{
    if (!hasBody())
        return;
    if (m_look != Look::Pretty && m_look != Look::Text && m_look != Look::Hex)
        setLook(Look::Text);
    m_goto->open();
}

void BodyPane::filter()
{
    if (!isJson()) {
        m_notice->say(NoticeBar::Kind::Note,
                      tr("JSONPath and jq select from JSON; this body is none."));
        return;
    }
    m_filter->setChecked(true);
    m_pathBar->open();
}

void BodyPane::findNext()
{
    m_find->findNext();
}

void BodyPane::findPrevious()
{
    m_find->findPrevious();
}

void BodyPane::saveAll()
{
    if (hasBody())
        save(m_content.store, {0, m_content.store->size()});
}

void BodyPane::save(std::shared_ptr<const body::ByteSource> store, OctetRange range,
                    const QString &name)
{
    auto *dialog = new QFileDialog(this, tr("Save body"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QString wanted = name.isEmpty() ? m_content.fileName : name;
    dialog->selectFile(wanted.isEmpty() ? tr("response") : wanted);
    const QPointer<BodyPane> self(this);
    connect(dialog, &QFileDialog::fileSelected, this, [self, store, range](const QString &path) {
        saveOctets(store, range.from, range.to, path, [self, path](const QString &problem) {
            if (!self)
                return;
            if (problem.isEmpty())
                self->m_notice->say(NoticeBar::Kind::Note, tr("Saved to %1.").arg(path));
            else
                self->m_notice->say(NoticeBar::Kind::Danger,
                                    tr("The body could not be saved to %1: %2").arg(path, problem));
        });
    });
    dialog->open();
}

void BodyPane::offerSave(std::shared_ptr<const body::ByteSource> store, OctetRange range)
{
    m_notice->say(NoticeBar::Kind::Warning,
                  tr("%1 are too much for the clipboard; a file can take them.")
                      .arg(octetsText(range.length())));
    m_notice->addButton(tr("Save to file…"),
                        [this, store = std::move(store), range] { save(store, range); });
}

} // namespace sonde::ui
