// The one selection and time cursor of the wire views: whoever selects a frame or points at a
// moment says it here, and all others follow. GUI thread.
#pragma once

#include "trace/clock.h"

#include <QObject>

#include <optional>

namespace sonde::ui
{

class WireSelection : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // A row of the WireView: a frame, or a part of HTTP/1.
    [[nodiscard]] std::optional<size_t> row() const { return m_row; }
    // Which of the fields that stand in it, in wire order, if one of them is meant.
    [[nodiscard]] std::optional<size_t> field() const { return m_field; }
    void select(std::optional<size_t> row, std::optional<size_t> field = {});
    // The moment pointed at; not a selection.
    [[nodiscard]] std::optional<trace::Stamp> cursor() const { return m_cursor; }
    void pointAt(std::optional<trace::Stamp> moment);

Q_SIGNALS:
    void selected();
    void pointed();

private:
    std::optional<size_t> m_row;
    std::optional<size_t> m_field;
    std::optional<trace::Stamp> m_cursor;
};

} // namespace sonde::ui
