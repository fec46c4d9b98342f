// Exchanges as bars on one axis of time: a row each, a colour a phase, hatched where another
// exchange paid. The same numbers stand in the table beside it, which is what assistive technology
// reads. GUI thread.
#pragma once

#include "ui/widgets/waterfall/waterfall_row.h"

#include <QWidget>

namespace sonde::ui
{

class Waterfall : public QWidget
{
    Q_OBJECT
public:
    explicit Waterfall(QWidget *parent = nullptr);

    void setRows(std::vector<WaterfallRow> rows);
    [[nodiscard]] const std::vector<WaterfallRow> &rows() const { return m_rows; }
    void setCurrentRow(int row);
    [[nodiscard]] int currentRow() const { return m_current; }
    // Shows a part of the time: from the beginning of all rows on. All of it, or more: no zoom.
    void setWindow(std::chrono::nanoseconds from, std::chrono::nanoseconds length);
    void zoom(double factor); // above 1: closer, round the middle
    void showAll();
    [[nodiscard]] bool isZoomed() const { return m_zoomed; }
    // A line through all rows; nothing: none.
    void setCursorMoment(std::optional<trace::Stamp> moment);
    [[nodiscard]] std::optional<trace::Stamp> cursorMoment() const { return m_cursor; }
    // Where a bar stands, for tests and tool tips.
    [[nodiscard]] QRectF barRectangle(int row, const PhaseBar &bar) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowActivated(int row);
    // Pointed at with the mouse, in the row that was current already.
    void momentChosen(sonde::trace::Stamp moment);
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF plot() const; // where the bars are
    [[nodiscard]] QRectF rowRectangle(int row) const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int axisHeight() const;
    [[nodiscard]] int rowAt(QPointF position) const;
    [[nodiscard]] qreal xOf(trace::Stamp stamp) const;
    [[nodiscard]] std::vector<trace::Phase> legend() const;
    [[nodiscard]] QString tipAt(QPointF position) const;
    void paintAxis(QPainter &painter) const;
    void paintRow(QPainter &painter, int row) const;
    void paintBar(QPainter &painter, int row, const PhaseBar &bar) const;
    void paintMark(QPainter &painter, int row, const WaterfallMark &mark) const;
    [[nodiscard]] QRectF markRectangle(int row, const WaterfallMark &mark) const;
    [[nodiscard]] bool isInSight(trace::Stamp start, trace::Stamp end) const;
    [[nodiscard]] trace::Stamp stampAt(qreal x) const;
    void zoomRound(double factor, trace::Stamp middle);
    void keepWindow();
    void paintLegend(QPainter &painter) const;
    void paintCursor(QPainter &painter) const;
    void paintMarkLegend(QPainter &painter, QPointF at) const;

    std::vector<WaterfallRow> m_rows;
    trace::Stamp m_start;
    std::chrono::nanoseconds m_length{1};
    std::chrono::nanoseconds m_from{0};   // of what is in sight, after m_start
    std::chrono::nanoseconds m_window{1}; // how much that is
    bool m_zoomed = false;
    std::optional<trace::Stamp> m_cursor;
    int m_current = -1;
};

} // namespace sonde::ui
