// Under a body: when each part of it arrived, time by offset. A press or the arrow keys choose an
// arrival, whose octets are then selected; and the other way round. GUI thread.
#pragma once

#include "ui/body/arrivals.h"

#include <QWidget>

namespace sonde::ui
{

class ArrivalChart : public QWidget
{
    Q_OBJECT
public:
    explicit ArrivalChart(QWidget *parent = nullptr);

    void setExchange(std::shared_ptr<const trace::Exchange> exchange);
    void noteGrowth();
    // Marks the arrival that brought an octet.
    void showOctet(qint64 octet);
    [[nodiscard]] std::optional<size_t> current() const { return m_current; }
    [[nodiscard]] const Arrivals &arrivals() const { return m_arrivals; }
    // Where an arrival stands.
    [[nodiscard]] QPointF pointOf(size_t chunk) const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(qint64 from, qint64 to);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] std::optional<size_t> chunkNear(qreal x) const;
    [[nodiscard]] QString wordsOf(size_t chunk) const;
    void choose(size_t chunk);
    void describe();

    Arrivals m_arrivals;
    std::optional<size_t> m_current;
};

} // namespace sonde::ui
