// Frames on an axis of time: a lane for the connection and one per stream, sent above received. The
// table below it has the same frames in words and is what assistive technology reads. GUI thread.
#pragma once

#include "ui/protocol/lanes.h"
#include "ui/protocol/time_scale.h"
#include "ui/protocol/wire_subject.h"

#include <QAbstractScrollArea>

class QToolButton;

namespace sonde::ui
{

class WireSelection;

class Swimlanes : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit Swimlanes(WireSelection *selection, QWidget *parent = nullptr);

    void show(const WireView &view, const WireSubject &subject, std::vector<Lane> lanes);
    [[nodiscard]] const std::vector<Lane> &lanes() const { return m_lanes; }
    [[nodiscard]] const TimeScale &scale() const { return m_scale; }

    enum class Stretch : quint8 { Whole, Request };
    void showStretch(Stretch stretch);
    void zoom(double factor);
    // Where a row is drawn, in viewport coordinates; empty if it is not in sight.
    [[nodiscard]] QRectF markRectangle(size_t row) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void addButtons();
    void placeButtons();
    void updateScrollBar();
    void followSelection();
    void fitTo(Stretch stretch);
    [[nodiscard]] int laneHeight() const;
    [[nodiscard]] int headHeight() const;
    [[nodiscard]] qreal labelWidth() const;
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QRectF laneRectangle(size_t lane) const;
    [[nodiscard]] std::optional<size_t> laneAt(QPointF position) const;
    [[nodiscard]] std::optional<size_t> laneOf(size_t row) const;
    [[nodiscard]] QRectF markIn(const QRectF &lane, size_t row) const;
    [[nodiscard]] std::optional<size_t> rowAt(QPointF position) const;
    void paintLane(QPainter &painter, size_t lane) const;
    void paintMarks(QPainter &painter, const QRectF &rect, const Lane &lane) const;
    void paintSelected(QPainter &painter) const;
    void stepInLane(int by);
    void stepToLane(int by);
    [[nodiscard]] QString describe(size_t row) const;

    WireSelection *m_selection;
    WireView m_view;
    WireSubject m_subject;
    std::vector<Lane> m_lanes;
    TimeScale m_scale;
    std::optional<Stretch> m_kept = Stretch::Request; // follows what grows, until zoomed
    QList<QToolButton *> m_buttons;
};

} // namespace sonde::ui
