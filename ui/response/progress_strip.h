// How far a response has come: octets, rate, time left, and a way to stop. Appears only when a
// person would begin to wonder. GUI thread.
#pragma once

#include "ui/response/hop_snapshot.h"

#include <QBasicTimer>
#include <QWidget>

#include <deque>

class QLabel;
class QProgressBar;

namespace sonde::ui
{

class ProgressStrip : public QWidget
{
    Q_OBJECT
public:
    static constexpr int patienceMilliseconds = 150;

    explicit ProgressStrip(QWidget *parent = nullptr);

    void start();
    void showHop(const HopSnapshot &hop);
    void stop();

Q_SIGNALS:
    void cancelRequested();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Sample {
        trace::Stamp at;
        qint64 octets = 0;
    };
    void showText(qint64 octets, std::optional<qint64> expected);

    QProgressBar *m_bar;
    QLabel *m_text;
    QBasicTimer m_patience;
    QBasicTimer m_motion;         // while nobody knows how much will come
    std::deque<Sample> m_samples; // of the last seconds
};

// Content-Length of a response, where it says how much will come.
[[nodiscard]] std::optional<qint64> expectedOctets(const trace::ExchangeState &exchange);

} // namespace sonde::ui
