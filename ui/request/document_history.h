// Undo and redo of a request in both its faces: whole values, cheap because a document is small.
// Edits of the same part within a second are one step. GUI thread.
#pragma once

#include "ui/request/document_faces.h"

#include <chrono>
#include <optional>

namespace sonde::ui
{

class DocumentHistory
{
public:
    using Clock = std::chrono::steady_clock;

    // `before` became `after` by a person's hand.
    void note(const DocumentFaces &before, const DocumentFaces &after,
              Clock::time_point now = Clock::now());
    [[nodiscard]] std::optional<DocumentFaces> undo(const DocumentFaces &current);
    [[nodiscard]] std::optional<DocumentFaces> redo(const DocumentFaces &current);
    [[nodiscard]] bool canUndo() const { return !m_past.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_future.empty(); }
    void clear();
    // The next edit is a step of its own, whatever it changes.
    void breakStep() { m_part = Part::None; }

private:
    enum class Part : quint8 { None, Method, Url, Headers, Body, Settings, Text, Several };
    [[nodiscard]] static Part changedPart(const DocumentFaces &a, const DocumentFaces &b);

    std::vector<DocumentFaces> m_past;
    std::vector<DocumentFaces> m_future;
    Part m_part = Part::None;
    Clock::time_point m_last;
};

} // namespace sonde::ui
