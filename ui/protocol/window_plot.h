// The window of a stream and that of the connection as steps in time: content takes it down, the
// receiver gives more; where content had to wait is shaded. GUI thread.
#pragma once

#include "ui/protocol/time_scale.h"
#include "ui/protocol/window_story.h"

#include <QWidget>

namespace sonde::ui
{

class WireSelection;

class WindowPlot : public QWidget
{
    Q_OBJECT
public:
    explicit WindowPlot(WireSelection *selection, QWidget *parent = nullptr);

    void show(WindowStory story, trace::Stamp zero);
    [[nodiscard]] const WindowStory &story() const { return m_story; }
    // Where a step is drawn.
    [[nodiscard]] QPointF pointOf(const trace::WindowChange &change) const;

    [[nodiscard]] QSize sizeHint() const override { return {500, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 120}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Graph : quint8 { Stream, Connection };
    [[nodiscard]] QRectF plot(Graph graph) const;
    [[nodiscard]] qint64 highest(Graph graph) const;
    [[nodiscard]] std::optional<size_t> nearestChange(QPointF position) const;
    void paintGraph(QPainter &painter, Graph graph) const;
    void paintStalls(QPainter &painter, const QRectF &area) const;
    void paintSteps(QPainter &painter, Graph graph) const;
    void step(int by);
    static Graph graphOf(const trace::WindowChange &change)
    {
        return change.stream == 0 ? Graph::Connection : Graph::Stream;
    }

    WireSelection *m_selection;
    WindowStory m_story;
    std::array<qint64, 2> m_highest{}; // by graph
    trace::Stamp m_zero;
    TimeScale m_scale;
    bool m_zoomed = false;
};

} // namespace sonde::ui
