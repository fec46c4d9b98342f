#include "ui/body/body_pane.h"

#include "body/jq_filter.h"
#include "body/json_filter.h"
#include "ui/body/arrival_chart.h"
#include "ui/body/charset_button.h"
#include "ui/body/events_page.h"
#include "ui/body/find_bar.h"
#include "ui/body/goto_bar.h"
#include "ui/body/hex_inspector.h"
#include "ui/body/json_path_bar.h"
#include "ui/body/layer_button.h"
#include "ui/body/preview_page.h"
#include "ui/body/replay.h"
#include "ui/body/replay_bar.h"
#include "ui/body/tree_page.h"
#include "ui/widgets/body_view/overview_ruler.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/format.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/tool_rows.h"

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

// Above it a second copy on disk should be the user's decision.
constexpr qint64 prettyByItself = 64LL << 20;

} // namespace

BodyPane::BodyPane(QWidget *parent)
    : QWidget(parent)
    , m_view(new BodyView(this))
    , m_find(new FindBar(m_view))
    , m_goto(new GotoBar(m_view))
    , m_pathBar(new JsonPathBar(this))
    , m_pages(new QStackedWidget(this))
    , m_notice(new NoticeBar(this))
    , m_fault(new NoticeBar(this))
    , m_tools(new ToolRows(this))
    , m_facts(new QLabel(m_tools))
    , m_layers(new LayerButton(m_tools))
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
    column->addWidget(m_fault);
    column->addWidget(m_tools);
    column->addWidget(m_pathBar);
    column->addWidget(m_pages, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_find);
    column->addWidget(m_goto);
    FocusHand::set(this, m_view);
    connect(m_view, &BodyView::copyRefused, this,
            [this] { offerSave(m_view->store(), m_view->selection()); });
    connect(m_view, &BodyView::followChanged, this, [this](BodyView::Follow follow) {
        m_follow->setChecked(follow == BodyView::Follow::On);
    });
    connect(m_pathBar, &JsonPathBar::changed, this, &BodyPane::applyPath);
    connect(m_pathBar, &JsonPathBar::jqWanted, this, &BodyPane::applyJq);
    connect(m_pathBar, &JsonPathBar::closed, this, [this] { m_filter->setChecked(false); });
    clear();
    tabAsLaidOut(this);
}

void BodyPane::buildPages()
{
    auto *page = new QWidget(m_pages);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_view, 3);
    row->addWidget(new OverviewRuler(m_view, page));
    m_inspector = new HexInspector(m_view, page);
    m_inspector->hide();
    row->addWidget(m_inspector, 2);
    m_pages->addWidget(page);
}

BodyPane::~BodyPane() = default;

void BodyPane::showBody(Content content)
{
    dropDerived();
    m_whole = std::move(content);
    showContent(m_whole);
}

// Goes back to the body as it was given.
void BodyPane::dropDerived()
{
    m_codingsOn.reset();
    m_uncoded.reset();
    m_replay.reset();
    if (m_replayBar)
        m_replayBar->showReplay(nullptr);
}

void BodyPane::showContent(Content content)
{
    m_content = std::move(content);
    m_judged = 0;
    m_looksBinary = false;
    m_found = {"UTF-8"};
    m_readAs.clear();
    m_charset->showChosen({});
    m_notice->dismiss();
    m_formatted.reset();
    m_recoded.reset();
    dropCheck();
    dropFilter();
    m_pathBar->close();
    if (m_chart)
        m_chart->setExchange(m_content.exchange);
    apply();
    const bool stream = m_content.nature == Nature::Stream && !m_content.store->isFinished();
    m_view->setFollow(stream ? BodyView::Follow::On : BodyView::Follow::Off);
    noteGrowth();
}

void BodyPane::clear()
{
    m_whole = m_content = {};
    dropDerived();
    m_formatted.reset();
    m_recoded.reset();
    dropCheck();
    dropFilter();
    m_pathBar->close();
    m_layers->show({}, 0);
    if (m_tree)
        m_tree->setSource(nullptr);
    if (m_events)
        m_events->setBody(nullptr, std::nullopt, nullptr);
    if (m_preview)
        m_preview->setBody(nullptr, {}, {});
    if (m_chart)
        m_chart->setExchange(nullptr);
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

bool BodyPane::isJson() const
{
    return syntaxOf(m_content.mediaType) == Syntax::Json;
}

std::optional<body::Language> BodyPane::language() const
{
    return body::languageOf(m_content.mediaType);
}

bool BodyPane::suits(Look look) const
{
    switch (look) {
    case Look::Pretty:
        return language().has_value();
    case Look::Tree:
        return language() && body::TreeForm::of(*language());
    case Look::Events:
        return m_content.exchange || client::EventIndex::formOf(m_content.mediaType);
    case Look::Preview:
        return PreviewPage::kindOf(m_content.mediaType) != PreviewPage::Kind::None;
    case Look::Text:
    case Look::Hex:
        break;
    }
    return true;
}

BodyPane::Look BodyPane::fittingLook() const
{
    if (m_chosen && suits(*m_chosen))
        return *m_chosen;
    const auto preview = PreviewPage::kindOf(m_content.mediaType);
    // A page is read as its text; of the others that says nothing.
    if (preview != PreviewPage::Kind::None && preview != PreviewPage::Kind::Html)
        return Look::Preview;
    if (m_content.mediaType == "text/event-stream")
        return Look::Events;
    if (m_looksBinary)
        return Look::Hex;
    const bool large = m_content.store && m_content.store->size() > prettyByItself;
    const bool pretty = language() && !large && m_content.nature == Nature::Document;
    return pretty ? Look::Pretty : Look::Text;
}

void BodyPane::apply()
{
    m_tools->setEnabled(true);
    const auto actions = m_looks->actions();
    for (qsizetype look = 0; look < actions.size(); ++look)
        actions[look]->setVisible(suits(Look(look)));
    m_layers->show(m_whole.codings, codingsOn());
    m_filter->setVisible(isJson());
    m_arrivals->setVisible(m_content.exchange != nullptr);
    setLook(fittingLook());
}

void BodyPane::setLook(Look look)
{
    if (!m_content.store)
        return;
    const Look before = std::exchange(m_look, look);
    m_looks->actions().at(int(look))->setChecked(true);
    if (look == Look::Pretty || look == Look::Tree)
        checkJson();
    if (look == Look::Pretty)
        showPretty();
    else if (look == Look::Tree)
        showTree();
    else if (look == Look::Events)
        showEvents();
    else if (look == Look::Preview)
        showPreview();
    else
        showRows();
    m_charset->setVisible(readsText());
    m_inspect->setVisible(look == Look::Hex);
    inspect();
    keepPlace(before);
    showFacts();
}

// Where another charset would change something.
bool BodyPane::readsText() const
{
    if (m_look == Look::Preview)
        return PreviewPage::kindOf(m_content.mediaType) == PreviewPage::Kind::Html;
    return m_look != Look::Hex && m_look != Look::Events && !m_looksBinary;
}

void BodyPane::noteGrowth()
{
    if (!m_content.store)
        return;
    if (m_uncoded)
        m_uncoded->noteGrowth();
    m_layers->show(m_whole.codings, codingsOn());
    growContent();
}

// What is looked at has grown: the body, a layer of it, or what has come again of it.
void BodyPane::growContent()
{
    judge();
    if (m_check)
        m_check->noteGrowth();
    if (m_recoded)
        m_recoded->noteGrowth();
    growDerived();
    m_follow->setVisible(!m_content.store->isFinished());
    showFacts();
}

void BodyPane::growDerived()
{
    if (m_filtered)
        m_filtered->noteGrowth();
    if (m_jq)
        m_jq->noteGrowth();
    if (m_jqAsked)
        m_jqAsked->noteGrowth();
    growViews();
}

void BodyPane::growViews()
{
    if (m_formatted && m_look == Look::Pretty)
        m_formatted->noteGrowth();
    if (m_tree && m_look == Look::Tree)
        m_tree->noteGrowth();
    if (m_events && m_look == Look::Events)
        m_events->noteGrowth();
    if (m_preview && m_look == Look::Preview)
        m_preview->noteGrowth();
    if (m_chart && m_chart->isVisible())
        m_chart->noteGrowth();
    m_view->noteGrowth();
    m_find->noteGrowth();
    m_inspector->refresh();
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
