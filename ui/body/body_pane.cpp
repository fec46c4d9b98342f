#include "ui/body/body_pane.h"

#include "body/pretty_body.h"
#include "ui/body/body_saver.h"
#include "ui/body/charset_button.h"
#include "ui/body/find_bar.h"
#include "ui/widgets/body_view/overview_ruler.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice_bar.h"

#include <QAction>
#include <QActionGroup>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

// Enough to tell a picture or an archive from text, and one charset from another.
constexpr qint64 judgedOctets = 64 << 10;
// Above it a second copy on disk should be the user's decision.
constexpr qint64 prettyByItself = 64LL << 20;

} // namespace

BodyPane::BodyPane(QWidget *parent)
    : QWidget(parent)
    , m_view(new BodyView(this))
    , m_find(new FindBar(m_view))
    , m_notice(new NoticeBar(this))
    , m_tools(new QWidget(this))
    , m_facts(new QLabel(m_tools))
    , m_charset(new CharsetButton(m_tools))
    , m_empty(new QLabel(this))
    , m_looks(new QActionGroup(this))
{
    buildTools();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_tools);
    auto *viewRow = new QHBoxLayout;
    viewRow->setSpacing(0);
    viewRow->addWidget(m_view, 1);
    viewRow->addWidget(new OverviewRuler(m_view, this));
    column->addLayout(viewRow, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_find);
    setFocusProxy(m_view);
    connect(m_view, &BodyView::copyRefused, this, &BodyPane::offerSave);
    connect(m_view, &BodyView::followChanged, this, [this](BodyView::Follow follow) {
        m_follow->setChecked(follow == BodyView::Follow::On);
    });
    clear();
}

BodyPane::~BodyPane() = default;

QAction *BodyPane::addLook(const QString &text, const QString &hint, Look look)
{
    auto *action = new QAction(text, m_looks);
    action->setCheckable(true);
    action->setToolTip(hint);
    auto *button = new QToolButton(m_tools);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    m_tools->layout()->addWidget(button);
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
    m_tools->layout()->addWidget(button);
    return button;
}

void BodyPane::buildTools()
{
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(2);
    m_pretty = addLook(tr("Pretty"), tr("Formatted for reading"), Look::Pretty);
    addLook(tr("Raw"), tr("As it was received"), Look::Text);
    addLook(tr("Hex"), tr("Octet by octet"), Look::Hex);
    row->addSpacing(8);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setMinimumWidth(0);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_charset);
    row->addWidget(m_facts, 1);
    m_follow = addTool("follow", tr("Follow"), tr("Keep the end in sight while the body grows"));
    m_follow->setCheckable(true);
    const QString findKey = QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText);
    auto *find = addTool("search", tr("Find"), tr("Find in body (%1)").arg(findKey));
    auto *copy = addTool("copy", tr("Copy body"), tr("Copy the whole body"));
    auto *save = addTool("save", tr("Save body"), tr("Save the body to a file…"));
    connect(m_follow, &QToolButton::toggled, this, [this](bool on) {
        m_view->setFollow(on ? BodyView::Follow::On : BodyView::Follow::Off);
    });
    connect(m_charset, &CharsetButton::chosen, this, &BodyPane::readAs);
    connect(find, &QToolButton::clicked, this, &BodyPane::find);
    connect(copy, &QToolButton::clicked, this, [this] {
        m_view->selectAll();
        m_view->copy();
    });
    connect(save, &QToolButton::clicked, this, &BodyPane::saveAll);
}

void BodyPane::showBody(Content content)
{
    m_content = std::move(content);
    m_judged = 0;
    m_looksBinary = false;
    m_found = {"UTF-8"};
    m_readAs.clear();
    m_charset->showChosen({});
    judge();
    m_notice->dismiss();
    m_formatted.reset();
    apply();
    const bool stream = m_content.nature == Nature::Stream && !m_content.store->isFinished();
    m_view->setFollow(stream ? BodyView::Follow::On : BodyView::Follow::Off);
    noteGrowth();
}

void BodyPane::clear()
{
    m_content = {};
    m_formatted.reset();
    m_view->setStore(nullptr);
    m_notice->dismiss();
    setEmptyText({});
    m_tools->setEnabled(false);
    showFacts();
}

void BodyPane::setEmptyText(const QString &text)
{
    m_empty->setText(text);
    m_empty->setVisible(!text.isEmpty());
    m_view->setVisible(text.isEmpty());
    m_tools->setVisible(text.isEmpty());
}

// JSON whose signs are those of ASCII, octet by octet (RFC 8259 section 8.1 asks for UTF-8).
bool BodyPane::isJson() const
{
    return syntaxOf(m_content.mediaType) == Syntax::Json && body::unitSize(charset()) == 1;
}

BodyPane::Look BodyPane::fittingLook() const
{
    const bool json = isJson();
    if (m_chosen && (*m_chosen != Look::Pretty || json))
        return *m_chosen;
    if (m_looksBinary)
        return Look::Hex;
    const bool large = m_content.store && m_content.store->size() > prettyByItself;
    return json && !large && m_content.nature == Nature::Document ? Look::Pretty : Look::Text;
}

void BodyPane::apply()
{
    m_tools->setEnabled(true);
    m_pretty->setVisible(isJson());
    setLook(fittingLook());
}

void BodyPane::setLook(Look look)
{
    if (!m_content.store)
        return;
    m_look = look;
    m_looks->actions().at(int(look))->setChecked(true);
    if (look == Look::Pretty && !m_formatted) {
        m_formatted = std::make_unique<body::PrettyBody>(m_content.store);
        connect(m_formatted.get(), &body::PrettyBody::progressed, this, [this] {
            if (m_look == Look::Pretty) {
                m_view->noteGrowth();
                m_find->noteGrowth();
            }
            if (const QString problem = m_formatted->problem(); !problem.isEmpty())
                m_notice->say(NoticeBar::Kind::Warning, problem);
        });
    }
    const auto store = look == Look::Pretty ? m_formatted->formatted() : m_content.store;
    const bool other = store != m_view->store() || charset() != m_view->charset();
    m_view->setContent(syntaxOf(m_content.mediaType), charset());
    if (store != m_view->store())
        m_view->setStore(store);
    if (other)
        m_find->noteStore();
    m_view->setMode(look == Look::Hex ? BodyView::Mode::Hex : BodyView::Mode::Text);
    showFacts();
}

void BodyPane::noteGrowth()
{
    if (!m_content.store)
        return;
    judge();
    if (m_formatted)
        m_formatted->noteGrowth();
    m_view->noteGrowth();
    m_find->noteGrowth();
    const bool finished = m_content.store->isFinished();
    m_follow->setVisible(!finished);
    showFacts();
}

// What the first octets tell; again as long as they are few.
void BodyPane::judge()
{
    const qint64 size = std::min(m_content.store->size(), judgedOctets);
    if (size <= m_judged)
        return;
    const bool first = m_judged == 0;
    m_judged = size;
    const QByteArray begin = m_content.store->read(0, size).value_or(QByteArray());
    const body::CharsetChoice found = body::chooseCharset(begin, m_content.charset);
    // NUL is no character of any text, save in the wide charsets.
    const bool binary = body::unitSize(found.name) == 1 && begin.contains('\0');
    m_charset->showChoice(found);
    const bool changed = found.name != m_found.name || binary != m_looksBinary;
    m_found = found;
    m_looksBinary = binary;
    if (changed && (first || m_readAs.isEmpty()))
        apply();
}

QByteArray BodyPane::charset() const
{
    return m_readAs.isEmpty() ? m_found.name : m_readAs;
}

void BodyPane::readAs(const QByteArray &charset)
{
    m_readAs = charset;
    m_charset->showChosen(charset);
    setLook(m_look);
}

void BodyPane::showFacts()
{
    if (!m_content.store) {
        m_facts->clear();
        return;
    }
    QStringList facts;
    if (!m_content.mediaType.isEmpty())
        facts << QString::fromLatin1(m_content.mediaType);
    facts << octetsText(m_content.store->size());
    m_facts->setText(facts.join(QStringLiteral(" · ")));
}

void BodyPane::find()
{
    m_find->open();
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
    if (m_content.store)
        save({0, m_content.store->size()});
}

void BodyPane::save(OctetRange range)
{
    auto store =
        m_view->selection() == range && m_view->store() ? m_view->store() : m_content.store;
    auto *dialog = new QFileDialog(this, tr("Save body"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->selectFile(m_content.fileName.isEmpty() ? tr("response") : m_content.fileName);
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

void BodyPane::offerSave(qint64 octets)
{
    m_notice->say(
        NoticeBar::Kind::Warning,
        tr("%1 are too much for the clipboard; a file can take them.").arg(octetsText(octets)));
    m_notice->addButton(tr("Save to file…"), [this, range = m_view->selection()] { save(range); });
}

} // namespace sonde::ui
