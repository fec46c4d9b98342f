// Below the chart of a body's arrival: lets it arrive again. GUI thread.
#pragma once

#include "ui/body/replay.h"

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace sonde::ui
{

class ReplayBar : public QWidget
{
    Q_OBJECT
public:
    explicit ReplayBar(QWidget *parent = nullptr);

    // Null: nothing is replayed, and everything is shown.
    void showReplay(const Replay *replay);
    [[nodiscard]] QString timeText() const;

Q_SIGNALS:
    void playWanted(int speed);
    void pauseWanted();
    void seekWanted(double part); // of the duration, 0 to 1
    void endWanted();

private:
    QToolButton *addButton(const QString &text, const QString &name);

    QToolButton *m_slow;
    QToolButton *m_fast;
    QToolButton *m_pause;
    QToolButton *m_end;
    QSlider *m_slider;
    QLabel *m_time;
};

} // namespace sonde::ui
