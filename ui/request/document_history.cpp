#include "ui/request/document_history.h"

namespace sonde::ui
{

using collection::RequestDocument;

namespace
{

constexpr size_t stepLimit = 200; // beyond it the oldest are forgotten; memory, not taste
constexpr std::chrono::milliseconds oneStep{1000};

} // namespace

DocumentHistory::Part DocumentHistory::changedPart(const RequestDocument &a,
                                                   const RequestDocument &b)
{
    Part part = Part::None;
    const auto add = [&part](bool changed, Part which) {
        if (changed)
            part = part == Part::None ? which : Part::Several;
    };
    add(a.method != b.method, Part::Method);
    add(a.url != b.url || a.disabledParams != b.disabledParams, Part::Url);
    add(a.headers != b.headers, Part::Headers);
    add(a.body != b.body, Part::Body);
    add(a.settings != b.settings, Part::Settings);
    add(a.title != b.title, Part::Several);
    return part;
}

void DocumentHistory::note(const RequestDocument &before, const RequestDocument &after,
                           Clock::time_point now)
{
    const Part part = changedPart(before, after);
    if (part == Part::None)
        return;
    const bool goesOn =
        part == m_part && part != Part::Several && now - m_last < oneStep && canUndo();
    m_part = part;
    m_last = now;
    m_future.clear();
    if (goesOn)
        return;
    m_past.push_back(before);
    if (m_past.size() > stepLimit)
        m_past.erase(m_past.begin());
}

std::optional<RequestDocument> DocumentHistory::undo(const RequestDocument &current)
{
    if (m_past.empty())
        return std::nullopt;
    m_future.push_back(current);
    RequestDocument before = std::move(m_past.back());
    m_past.pop_back();
    breakStep();
    return before;
}

std::optional<RequestDocument> DocumentHistory::redo(const RequestDocument &current)
{
    if (m_future.empty())
        return std::nullopt;
    m_past.push_back(current);
    RequestDocument after = std::move(m_future.back());
    m_future.pop_back();
    breakStep();
    return after;
}

void DocumentHistory::clear()
{
    m_past.clear();
    m_future.clear();
    breakStep();
}

} // namespace sonde::ui
