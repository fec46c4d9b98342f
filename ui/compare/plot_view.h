// Paints a plot of app/lab in the colours of the theme, each arm with its own dashes as well; a dot
// can be pointed at, clicked, and gone to with the keys. Its numbers stand in the table beside it,
// which is what assistive technology reads. GUI thread.
#pragma once

#include "lab/plots.h"
#include "ui/widgets/theme.h"

#include <QWidget>

#include <functional>

namespace sonde::ui
{

class PlotView : public QWidget
{
    Q_OBJECT
public:
    using Draw = std::function<lab::Plot(lab::PlotSize)>;

    explicit PlotView(QWidget *parent = nullptr);
    enum class Height : quint8 { AsGiven, OfPlot }; // OfPlot: follows what is drawn
    // Called again for every size.
    void setPlot(Draw draw, Height height = Height::AsGiven);
    [[nodiscard]] const lab::Plot &plot() const { return m_plot; }
    // The dot of this trial, marked; -1 for none.
    void setCurrentTrial(int trial);
    [[nodiscard]] QPointF dotOf(int trial) const; // for tests

    [[nodiscard]] QSize sizeHint() const override { return {760, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {420, 120}; }

Q_SIGNALS:
    void trialActivated(int trial);
    void trialSelected(int trial);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void draw();
    void step(int by);
    [[nodiscard]] const lab::Mark *dotAt(QPointF position) const;
    [[nodiscard]] const lab::Mark *blockAt(QPointF position) const;
    void paintMark(QPainter &painter, const lab::Mark &mark) const;
    void paintBlock(QPainter &painter, const lab::Mark &mark) const;
    void paintDot(QPainter &painter, const lab::Mark &mark) const;

    Draw m_draw;
    lab::Plot m_plot;
    Height m_height = Height::AsGiven;
    int m_arms = 0; // in the plot
    int m_trial = -1;
};

// The colour of an arm, by its place; the control is quiet.
[[nodiscard]] Token armToken(int arm, int arms);

} // namespace sonde::ui
