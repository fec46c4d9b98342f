// The response in one line: status with its shape, time, size, protocol and why, TLS, and in red
// what is not to be trusted. GUI thread.
#pragma once

#include "ui/response/hop_snapshot.h"

#include <QWidget>

namespace sonde::ui
{

class Badge;

class SummaryLine : public QWidget
{
    Q_OBJECT
public:
    explicit SummaryLine(QWidget *parent = nullptr);

    // `hop` is the one looked at.
    void showHops(const std::vector<HopSnapshot> &hops, size_t hop);

private:
    void showStatus(const HopSnapshot &hop);
    void showConnection(const HopSnapshot &hop);
    void showSizes(const HopSnapshot &hop);

    Badge *m_status;
    Badge *m_problem;
    Badge *m_time;
    Badge *m_size;
    Badge *m_unverified;
    Badge *m_protocol;
    Badge *m_reason;
    Badge *m_tls;
    Badge *m_reused;
    Badge *m_findings;
};

// "200 OK", "Cancelled", "Waiting for the response": a hop in words.
[[nodiscard]] QString statusText(const HopSnapshot &hop);
// "200 OK, 142 ms, 12.3 kB", for the status bar and for assistive technology.
[[nodiscard]] QString summaryText(const std::vector<HopSnapshot> &hops, size_t hop);

} // namespace sonde::ui
