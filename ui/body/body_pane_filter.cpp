// BodyPane: what an expression of JSONPath or of jq makes of the body, in its place.
#include "body/jq_filter.h"
#include "body/json_filter.h"
#include "ui/body/body_pane.h"
#include "ui/body/json_path_bar.h"
#include "ui/body/replay.h"

namespace sonde::ui
{

std::shared_ptr<const body::ByteSource> BodyPane::source() const
{
    if (m_filtered)
        return m_filtered->result();
    if (m_jq)
        return m_jq->result();
    return m_content.store;
}

void BodyPane::dropFilter()
{
    if (m_jqWatch)
        m_jqWatch->stop = true; // the process is killed though a worker is waiting for it
    m_jqWatch.reset();
    m_jq.reset();
    m_filtered.reset();
}

void BodyPane::applyPath(const std::optional<body::JsonPath> &path)
{
    if (!path && !m_filtered && !m_jq)
        return;
    dropFilter();
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

void BodyPane::applyJq(const QByteArray &expression)
{
    if (!m_content.store)
        return;
    dropFilter();
    m_formatted.reset();
    m_jqWatch = std::make_shared<body::JqWatch>();
    m_jq = std::make_unique<body::DerivedBody>(
        m_content.store, body::jqFilter(expression, body::JqShows::Lines, m_jqWatch));
    connect(m_jq.get(), &body::DerivedBody::progressed, this, &BodyPane::showJqResult);
    setLook(m_look);
}

void BodyPane::showJqResult()
{
    const auto error = m_jq->error();
    const QString problem =
        error && error->code == http::Code::FileMissing
            ? tr("jq is not installed. The package “jq” brings it; JSONPath needs none.")
            : m_jq->problem();
    m_pathBar->showResult(m_jqWatch->rows, m_jq->result()->isFinished(), problem);
    growViews();
}

} // namespace sonde::ui
