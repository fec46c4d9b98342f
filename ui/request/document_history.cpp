#include "ui/request/document_history.h"

namespace sonde::ui
{

namespace
{

constexpr size_t stepLimit = 200; // beyond it the oldest are forgotten; memory, not taste
constexpr std::chrono::milliseconds oneStep{1000};

} // namespace

DocumentHistory::Part DocumentHistory::changedPart(const DocumentFaces &a, const DocumentFaces &b)
{
    Part part = Part::None;
    const auto add = [&part](bool changed, Part which) {
        if (changed)
            part = part == Part::None ? which : Part::Several;
    };
    add(a.document.method != b.document.method, Part::Method);
    add(a.document.url != b.document.url || a.document.disabledParams != b.document.disabledParams,
        Part::Url);
    add(a.document.headers != b.document.headers, Part::Headers);
    add(a.document.body != b.document.body, Part::Body);
    add(a.document.settings != b.document.settings, Part::Settings);
    add(a.document.title != b.document.title, Part::Several);
    // What the form does not show, such as a comment.
    if (part == Part::None && a.text != b.text)
        return Part::Text;
    return part;
}

void DocumentHistory::note(const DocumentFaces &before, const DocumentFaces &after,
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

std::optional<DocumentFaces> DocumentHistory::undo(const DocumentFaces &current)
{
    if (m_past.empty())
        return std::nullopt;
    m_future.push_back(current);
    DocumentFaces before = std::move(m_past.back());
    m_past.pop_back();
    breakStep();
    return before;
}

std::optional<DocumentFaces> DocumentHistory::redo(const DocumentFaces &current)
{
    if (m_future.empty())
        return std::nullopt;
    m_past.push_back(current);
    DocumentFaces after = std::move(m_future.back());
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
