// Beside a body's scroll bar: where in the whole its matches are. A press goes there. GUI thread.
#pragma once

#include <QWidget>

namespace sonde::ui
{

class BodyView;

class OverviewRuler : public QWidget
{
    Q_OBJECT
public:
    explicit OverviewRuler(BodyView *view, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void goTo(qreal y);

    BodyView *m_view;
};

} // namespace sonde::ui
