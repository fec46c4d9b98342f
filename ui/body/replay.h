// A body that arrives once more, as fast as it did or faster, from what its trace says: for the
// views it is a source that grows. GUI thread.
#pragma once

#include "body/byte_source.h"
#include "ui/body/arrivals.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

namespace sonde::ui
{

class Replay : public QObject
{
    Q_OBJECT
public:
    Replay(std::shared_ptr<const body::ByteSource> whole,
           std::shared_ptr<const trace::Exchange> exchange, QObject *parent = nullptr);
    ~Replay() override;

    // What has arrived again so far; another one after a step back.
    [[nodiscard]] std::shared_ptr<const body::ByteSource> source() const;
    // From the first arrival to the last.
    [[nodiscard]] std::chrono::nanoseconds duration() const { return m_duration; }
    [[nodiscard]] std::chrono::nanoseconds position() const { return m_position; }
    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    // From where it stands; from the begin if that is the end.
    void play(int speed);
    void pause();
    void seek(std::chrono::nanoseconds position);

Q_SIGNALS:
    void grew();
    void sourceChanged();
    void moved(); // the position, and whether it plays

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    class Part;
    [[nodiscard]] qint64 octetsAt(std::chrono::nanoseconds position) const;
    void moveTo(std::chrono::nanoseconds position);

    std::shared_ptr<const body::ByteSource> m_whole;
    Arrivals m_arrivals;
    std::shared_ptr<Part> m_part;
    std::chrono::nanoseconds m_duration{0};
    std::chrono::nanoseconds m_position{0};
    std::chrono::nanoseconds m_from{0}; // where playing began
    QBasicTimer m_timer;
    QElapsedTimer m_clock;
    int m_speed = 1;
};

} // namespace sonde::ui
