// BodyPane: the ways of looking at a body, each built when first asked for.
#include "body/formatter.h"
#include "body/json_filter.h"
#include "ui/body/arrival_chart.h"
#include "ui/body/body_pane.h"
#include "ui/body/events_page.h"
#include "ui/body/find_bar.h"
#include "ui/body/preview_page.h"
#include "ui/body/replay.h"
#include "ui/body/replay_bar.h"
#include "ui/body/tree_page.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/tab_order.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace sonde::ui
{

void BodyPane::showPretty()
{
    if (!m_formatted) {
        m_formatted = std::make_unique<body::DerivedBody>(
            textSource(), body::layoutOf(language().value_or(body::Language::Json)));
        connect(m_formatted.get(), &body::DerivedBody::progressed, this, [this] {
            if (m_look == Look::Pretty) {
                m_view->noteGrowth();
                m_find->noteGrowth();
            }
            if (const QString problem = m_formatted->problem(); !problem.isEmpty())
                m_notice->say(NoticeBar::Kind::Warning, problem);
        });
    }
    m_formatted->noteGrowth(); // by what came while another look was shown
    showRows();
}

void BodyPane::showRows()
{
    const bool pretty = m_look == Look::Pretty;
    const auto store = pretty ? m_formatted->result() : source();
    const QByteArray read = charsetOf(pretty ? textSource() : source());
    const bool other = store != m_view->store() || read != m_view->charset();
    m_view->setContent(syntaxOf(m_content.mediaType), read);
    if (store != m_view->store())
        m_view->setStore(store);
    if (other)
        m_find->noteStore();
    m_view->setMode(m_look == Look::Hex ? BodyView::Mode::Hex : BodyView::Mode::Text);
    m_find->noteMode();
    m_pages->setCurrentIndex(0);
    FocusHand::set(this, m_view);
}

void BodyPane::showTree()
{
    if (!m_tree) {
        m_tree = new TreePage(m_pages);
        m_pages->addWidget(m_tree);
        tabAsLaidOut(this);
        connect(m_tree, &TreePage::copyRefused, this, [this](qint64 from, qint64 to) {
            offerSave(m_tree->model().source(), {from, to});
        });
        // What is found is opened in the tree as well.
        connect(m_find, &FindBar::found, this, [this](qint64 from) {
            if (m_look == Look::Tree)
                m_tree->reveal(from);
        });
    }
    const auto store = textSource();
    m_tree->setSource(store, *body::TreeForm::of(*language()), charsetOf(store));
    lookInto(store);
    m_pages->setCurrentWidget(m_tree);
    FocusHand::set(this, m_tree);
}

void BodyPane::showEvents()
{
    if (!m_events) {
        m_events = new EventsPage(m_pages);
        m_pages->addWidget(m_events);
        tabAsLaidOut(this);
        m_events->setReconnectable(m_reconnectable);
        connect(m_events, &EventsPage::reconnectWanted, this, &BodyPane::reconnectWanted);
        connect(m_events, &EventsPage::currentChanged, this, [this](qint64 from) {
            if (m_chart)
                m_chart->showOctet(from);
        });
        connect(m_find, &FindBar::found, this, [this](qint64 from) {
            if (m_look == Look::Events)
                m_events->reveal(from);
        });
    }
    lookInto(m_content.store);
    if (m_events->source() != m_content.store)
        m_events->setBody(m_content.store, client::EventIndex::formOf(m_content.mediaType),
                          m_content.exchange);
    else
        m_events->noteGrowth();
    m_pages->setCurrentWidget(m_events);
    FocusHand::set(this, m_events);
}

void BodyPane::setReconnectable()
{
    m_reconnectable = true;
}

void BodyPane::showPreview()
{
    if (!m_preview) {
        m_preview = new PreviewPage(m_pages);
        m_pages->addWidget(m_preview);
        tabAsLaidOut(this);
    }
    lookInto(m_content.store);
    m_preview->setBody(m_content.store, m_content.mediaType, charset());
    m_pages->setCurrentWidget(m_preview);
    FocusHand::set(this, m_preview);
}

// The find bar looks into what is shown, though it is not shown as rows.
void BodyPane::lookInto(const std::shared_ptr<const body::ByteSource> &store)
{
    if (m_view->store() == store && m_view->charset() == charsetOf(store))
        return;
    m_view->setContent(syntaxOf(m_content.mediaType), charsetOf(store));
    m_view->setStore(store);
    m_find->noteStore();
}

void BodyPane::showChart(bool shown)
{
    if (shown && !m_chart) {
        m_chart = new ArrivalChart(this);
        m_chart->setExchange(m_content.exchange);
        auto *column = static_cast<QVBoxLayout *>(layout());
        column->insertWidget(column->indexOf(m_find), m_chart);
        buildReplayBar();
        tabAsLaidOut(this);
        connect(m_chart, &ArrivalChart::chosen, this, &BodyPane::selectArrival);
        connect(m_view, &BodyView::selectionChanged, this, [this] {
            if (m_chart->isVisible() && !m_chart->hasFocus() && m_view->store() == m_content.store)
                m_chart->showOctet(m_view->selection().from);
        });
    }
    if (m_chart) {
        m_chart->setVisible(shown);
        m_replayBar->setVisible(shown);
    }
    if (!shown)
        endReplay();
    if (shown)
        m_chart->noteGrowth();
}

// The octets of an arrival, in whatever shows them; the formatted copy has others.
void BodyPane::selectArrival(qint64 from, qint64 to)
{
    if (m_look == Look::Events) {
        m_events->reveal(from);
        return;
    }
    if (m_look == Look::Tree && m_tree->model().source() == m_content.store) {
        m_tree->reveal(from);
        return;
    }
    if (m_view->store() != m_content.store || m_look == Look::Preview)
        setLook(Look::Text);
    if (m_view->store() != m_content.store)
        return;
    m_view->select({from, to});
    m_view->reveal(from);
}

// Between looks at the same octets the selection goes with the eye.
void BodyPane::keepPlace(Look from)
{
    const auto store = m_view->store();
    if (from == m_look || !store)
        return;
    std::optional<qint64> octet;
    if (from == Look::Tree && m_tree && m_tree->model().source() == store)
        octet = m_tree->currentOctet();
    else if (from == Look::Events && m_events && m_events->source() == store && m_events->current())
        octet = m_events->current()->from;
    if (octet) {
        m_view->select({*octet, *octet});
        m_view->reveal(*octet);
    }
    if (m_look == Look::Tree && m_view->caret() > 0)
        m_tree->reveal(m_view->caret());
    else if (m_look == Look::Events && m_view->caret() > 0)
        m_events->reveal(m_view->caret());
}

} // namespace sonde::ui
