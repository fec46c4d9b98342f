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
    // Where a bar stands, for tests and tool tips.
    [[nodiscard]] QRectF barRectangle(int row, const PhaseBar &bar) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowActivated(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
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
    void paintLegend(QPainter &painter) const;

    std::vector<WaterfallRow> m_rows;
    trace::Stamp m_start;
    std::chrono::nanoseconds m_length{1};
    int m_current = -1;
};

} // namespace sonde::ui
