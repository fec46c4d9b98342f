// One line on a terminal's standard error while a transfer takes long. Main thread.
#pragma once

#include "cli/terminal.h"
#include "trace/exchange.h"

#include <QElapsedTimer>

namespace sonde::cli
{

class Progress
{
public:
    enum class Show : quint8 { Never, WhenSlow };
    explicit Progress(Show show);

    // Draws at most ten times a second, and not before 150 ms.
    void update(const trace::ExchangeState &exchange);
    // Takes the line away again, before anything else is printed.
    void clear();
    // From now on the terminal belongs to the body.
    void giveWay();

private:
    Show m_show;
    QElapsedTimer m_clock;
    qint64 m_lastDrawn = 0; // ms
    bool m_drawn = false;
};

// "12.3 MiB of 100.0 MiB, 4.5 MiB/s" or, while content goes up, "sent 3.0 MiB …", and before that
// "waiting for the response, 0.7 s". Pure.
[[nodiscard]] QByteArray progressText(const trace::ExchangeState &exchange, trace::Stamp now);

} // namespace sonde::cli
