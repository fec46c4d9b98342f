// Why a call is to end before its time: the user, or its total timeout. The first reason counts.
// One per call; network thread.
#pragma once

#include "net/cancel.h"

#include <QtGlobal>

namespace sonde::client
{

class StopSignal
{
public:
    enum class Reason : quint8 { Cancelled, TotalTimeout };

    void stop(Reason reason)
    {
        if (!m_source.isCancelled())
            m_reason = reason;
        m_source.cancel();
    }
    [[nodiscard]] bool isStopped() const { return m_source.isCancelled(); }
    [[nodiscard]] Reason reason() const { return m_reason; }
    [[nodiscard]] net::CancelToken token() const { return m_source.token(); }

private:
    net::CancelSource m_source;
    Reason m_reason = Reason::Cancelled;
};

} // namespace sonde::client
