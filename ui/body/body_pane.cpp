#include "ui/body/body_pane.h"

#include "body/json_filter.h"
#include "body/pretty_body.h"
#include "ui/body/charset_button.h"
#include "ui/body/find_bar.h"
#include "ui/body/json_path_bar.h"
#include "ui/body/json_tree_page.h"
#include "ui/widgets/body_view/overview_ruler.h"
#include "ui/widgets/format.h"
#include "ui/widgets/notice_bar.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
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
    , m_pathBar(new JsonPathBar(this))
    , m_pages(new QStackedWidget(this))
    , m_notice(new NoticeBar(this))
    , m_tools(new QWidget(this))
    , m_facts(new QLabel(m_tools))
    , m_charset(new CharsetButton(m_tools))
    , m_empty(new QLabel(this))
    , m_looks(new QActionGroup(this))
{
    buildTools();
    buildPages();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_tools);
    column->addWidget(m_pathBar);
    column->addWidget(m_pages, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_find);
    setFocusProxy(m_view);
    connect(m_view, &BodyView::copyRefused, this,
            [this] { offerSave(m_view->store(), m_view->selection()); });
    connect(m_view, &BodyView::followChanged, this, [this](BodyView::Follow follow) {
        m_follow->setChecked(follow == BodyView::Follow::On);
    });
    connect(m_pathBar, &JsonPathBar::changed, this, &BodyPane::applyPath);
    connect(m_pathBar, &JsonPathBar::closed, this, [this] { m_filter->setChecked(false); });
    clear();
}

void BodyPane::buildPages()
{
    auto *page = new QWidget(m_pages);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_view, 1);
    row->addWidget(new OverviewRuler(m_view, page));
    m_pages->addWidget(page);
}

BodyPane::~BodyPane() = default;

void BodyPane::showBody(Content content)
{
    m_content = std::move(content);
    m_judged = 0;
    m_looksBinary = false;
    m_found = {"UTF-8"};
    m_readAs.clear();
    m_charset->showChosen({});
    m_notice->dismiss();
    m_formatted.reset();
    m_filtered.reset();
    m_pathBar->hide();
    apply();
    const bool stream = m_content.nature == Nature::Stream && !m_content.store->isFinished();
    m_view->setFollow(stream ? BodyView::Follow::On : BodyView::Follow::Off);
    noteGrowth();
}

void BodyPane::clear()
{
    m_content = {};
    m_formatted.reset();
    m_filtered.reset();
    m_pathBar->hide();
    if (m_tree)
        m_tree->setSource(nullptr);
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
    m_pages->setVisible(text.isEmpty());
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
    const bool needsJson = m_chosen == Look::Pretty || m_chosen == Look::Tree;
    if (m_chosen && (!needsJson || json))
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
    m_treeLook->setVisible(isJson());
    m_filter->setVisible(isJson());
    setLook(fittingLook());
}

std::shared_ptr<const body::ByteSource> BodyPane::source() const
{
    if (m_filtered)
        return m_filtered->result();
    return m_content.store;
}

void BodyPane::setLook(Look look)
{
    if (!m_content.store)
        return;
    const Look before = std::exchange(m_look, look);
    m_looks->actions().at(int(look))->setChecked(true);
    if (look == Look::Pretty)
        showPretty();
    else if (look == Look::Tree)
        showTree();
    else
        showRows();
    m_charset->setVisible(look != Look::Hex && !m_looksBinary);
    keepPlace(before);
    showFacts();
}

void BodyPane::showPretty()
{
    if (!m_formatted) {
        m_formatted = std::make_unique<body::PrettyBody>(source());
        connect(m_formatted.get(), &body::PrettyBody::progressed, this, [this] {
            if (m_look == Look::Pretty) {
                m_view->noteGrowth();
                m_find->noteGrowth();
            }
            if (const QString problem = m_formatted->problem(); !problem.isEmpty())
                m_notice->say(NoticeBar::Kind::Warning, problem);
        });
    }
    showRows();
}

void BodyPane::showRows()
{
    const auto store = m_look == Look::Pretty ? m_formatted->formatted() : source();
    const bool other = store != m_view->store() || charset() != m_view->charset();
    m_view->setContent(syntaxOf(m_content.mediaType), charset());
    if (store != m_view->store())
        m_view->setStore(store);
    if (other)
        m_find->noteStore();
    m_view->setMode(m_look == Look::Hex ? BodyView::Mode::Hex : BodyView::Mode::Text);
    m_pages->setCurrentIndex(0);
    setFocusProxy(m_view);
}

void BodyPane::showTree()
{
    if (!m_tree) {
        m_tree = new JsonTreePage(m_pages);
        m_pages->addWidget(m_tree);
        connect(m_tree, &JsonTreePage::copyRefused, this, [this](qint64 from, qint64 to) {
            offerSave(m_tree->model().source(), {from, to});
        });
        // What is found is opened in the tree as well.
        connect(m_find, &FindBar::found, this, [this](qint64 from) {
            if (m_look == Look::Tree)
                m_tree->reveal(from);
        });
    }
    m_tree->setSource(source());
    // The find bar looks into what the tree shows.
    if (m_view->store() != source()) {
        m_view->setContent(syntaxOf(m_content.mediaType), charset());
        m_view->setStore(source());
        m_find->noteStore();
    }
    m_pages->setCurrentWidget(m_tree);
    setFocusProxy(m_tree);
}

// Between looks at the same octets the selection goes with the eye.
void BodyPane::keepPlace(Look from)
{
    if (from == m_look || !m_tree || m_tree->model().source() != m_view->store())
        return;
    if (from == Look::Tree) {
        if (const auto octet = m_tree->currentOctet()) {
            m_view->select({*octet, *octet});
            m_view->reveal(*octet);
        }
    } else if (m_look == Look::Tree && m_view->caret() > 0) {
        m_tree->reveal(m_view->caret());
    }
}

void BodyPane::applyPath(const std::optional<body::JsonPath> &path)
{
    if (!path && !m_filtered)
        return;
    m_filtered.reset();
    m_formatted.reset();
    if (path && m_content.store) {
        m_filtered = std::make_unique<body::JsonFilter>(*path, m_content.store);
        connect(m_filtered.get(), &body::JsonFilter::progressed, this, [this] {
            m_pathBar->showResult(m_filtered->matches(), m_filtered->result()->isFinished(),
                                  m_filtered->problem());
            growViews();
        });
    }
    setLook(m_look);
}

void BodyPane::noteGrowth()
{
    if (!m_content.store)
        return;
    judge();
    if (m_filtered)
        m_filtered->noteGrowth();
    growViews();
    m_follow->setVisible(!m_content.store->isFinished());
    showFacts();
}

void BodyPane::growViews()
{
    if (m_formatted)
        m_formatted->noteGrowth();
    if (m_tree && m_look == Look::Tree)
        m_tree->noteGrowth();
    m_view->noteGrowth();
    m_find->noteGrowth();
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

} // namespace sonde::ui
