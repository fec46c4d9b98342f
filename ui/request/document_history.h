// Undo and redo of a request document: whole values, cheap because a document is small. Edits of
// the same part within a second are one step. GUI thread.
#pragma once

#include "collection/request_document.h"

#include <chrono>
#include <optional>

namespace sonde::ui
{

class DocumentHistory
{
public:
    using Clock = std::chrono::steady_clock;

    // `before` became `after` by a person's hand.
    void note(const collection::RequestDocument &before, const collection::RequestDocument &after,
              Clock::time_point now = Clock::now());
    [[nodiscard]] std::optional<collection::RequestDocument>
    undo(const collection::RequestDocument &current);
    [[nodiscard]] std::optional<collection::RequestDocument>
    redo(const collection::RequestDocument &current);
    [[nodiscard]] bool canUndo() const { return !m_past.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_future.empty(); }
    void clear();
    // The next edit is a step of its own, whatever it changes.
    void breakStep() { m_part = Part::None; }

private:
    enum class Part : quint8 { None, Method, Url, Headers, Body, Settings, Several };
    [[nodiscard]] static Part changedPart(const collection::RequestDocument &a,
                                          const collection::RequestDocument &b);

    std::vector<collection::RequestDocument> m_past;
    std::vector<collection::RequestDocument> m_future;
    Part m_part = Part::None;
    Clock::time_point m_last;
};

} // namespace sonde::ui
