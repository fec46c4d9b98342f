// BodyPane: the body arrives once more.
#include "body/json_filter.h"
#include "ui/body/arrival_chart.h"
#include "ui/body/body_pane.h"
#include "ui/body/json_path_bar.h"
#include "ui/body/replay.h"
#include "ui/body/replay_bar.h"

#include <QVBoxLayout>

namespace sonde::ui
{

void BodyPane::buildReplayBar()
{
    m_replayBar = new ReplayBar(this);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_chart) + 1, m_replayBar);
    connect(m_replayBar, &ReplayBar::playWanted, this, [this](int speed) {
        if (beginReplay())
            m_replay->play(speed);
    });
    connect(m_replayBar, &ReplayBar::pauseWanted, this, [this] {
        if (m_replay)
            m_replay->pause();
    });
    connect(m_replayBar, &ReplayBar::seekWanted, this, [this](double part) {
        if (beginReplay())
            m_replay->seek(
                std::chrono::nanoseconds(qint64(part * double(m_replay->duration().count()))));
    });
    connect(m_replayBar, &ReplayBar::endWanted, this, &BodyPane::endReplay);
}

// What is still arriving has nothing to replay.
bool BodyPane::beginReplay()
{
    if (m_replay)
        return true;
    if (!m_whole.store || !m_whole.exchange || !m_whole.store->isFinished())
        return false;
    dropDerived();
    m_replay = std::make_unique<Replay>(m_whole.store, m_whole.exchange);
    connect(m_replay.get(), &Replay::grew, this, &BodyPane::growContent);
    connect(m_replay.get(), &Replay::moved, this,
            [this] { m_replayBar->showReplay(m_replay.get()); });
    connect(m_replay.get(), &Replay::sourceChanged, this, [this] {
        m_content.store = m_replay->source();
        m_formatted.reset();
        dropCheck();
        dropFilter();
        if (!m_pathBar->isHidden())
            m_pathBar->read(); // the filter stays in force
        setLook(m_look);
        m_view->setFollow(BodyView::Follow::On);
    });
    Content content = m_whole;
    content.store = m_replay->source();
    content.nature = Nature::Stream;
    const Look look = m_look;
    showContent(std::move(content));
    if (suits(look))
        setLook(look);
    m_view->setFollow(BodyView::Follow::On);
    return true;
}

void BodyPane::endReplay()
{
    if (!m_replay)
        return;
    dropDerived();
    const Look look = m_look;
    showContent(m_whole);
    if (suits(look))
        setLook(look);
}

} // namespace sonde::ui
