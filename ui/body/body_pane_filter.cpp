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
    m_jqAsked.reset();
    m_jq.reset();
    m_filtered.reset();
}

void BodyPane::applyPath(const std::optional<body::JsonPath> &path)
{
    m_jqAsked.reset();
    if (!path && !m_filtered && !m_jq)
        return;
    dropFilter();
    m_formatted.reset();
    if (path && m_content.store) {
        m_filtered = std::make_unique<body::JsonFilter>(*path, inUtf8());
        connect(m_filtered.get(), &body::JsonFilter::progressed, this, [this] {
            if (!m_jqAsked)
                m_pathBar->showResult(m_filtered->matches(), m_filtered->result()->isFinished(),
                                      m_filtered->problem());
            growViews();
        });
    }
    setLook(m_look);
}

// What is shown stays until the expression has made something of the body: it may be wrong.
void BodyPane::applyJq(const QByteArray &expression)
{
    if (!m_content.store)
        return;
    m_jqAsked = std::make_unique<body::JqBody>(expression, inUtf8());
    connect(m_jqAsked.get(), &body::DerivedBody::progressed, this,
            [this, of = m_jqAsked.get()] { noteJq(of); });
}

void BodyPane::noteJq(const body::JqBody *of)
{
    if (of == m_jqAsked.get()) {
        takeJq();
        return;
    }
    if (!m_jqAsked)
        m_pathBar->showResult(m_jq->values(), m_jq->result()->isFinished(), m_jq->problem());
    growViews();
}

// In place of what was shown, unless it failed before its first value.
void BodyPane::takeJq()
{
    const bool whole = m_jqAsked->result()->isFinished(); // before the size, which then is the last
    if (m_jqAsked->result()->size() == 0) {
        if (!whole)
            return;
        if (const auto error = m_jqAsked->error()) {
            m_jqAsked.reset();
            m_pathBar->refuse(
                error->code == http::Code::FileMissing
                    ? tr("jq is not installed. The package “jq” brings it; JSONPath needs none.")
                    : error->sentence);
            return;
        }
    }
    auto asked = std::move(m_jqAsked);
    dropFilter();
    m_formatted.reset();
    m_jq = std::move(asked);
    m_pathBar->showResult(m_jq->values(), whole, m_jq->problem());
    setLook(m_look);
}

} // namespace sonde::ui
