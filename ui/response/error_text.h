// The translated words for what can go wrong: a title, why it happens, and what can be done about
// it. The engine's own sentence names hosts and files; this explains. Pure functions.
#pragma once

#include "http/error.h"

#include <QString>

#include <vector>

namespace sonde::ui
{

// A button on the error page.
enum class Fix : quint8 { Resend, RetryUnverified, TrustHost, WaitLonger, GoOnPastBomb };

struct ErrorText {
    QString title; // "The host name could not be found"
    QString why;   // usual causes, and where to look; one or two sentences
    std::vector<Fix> fixes;
};

[[nodiscard]] ErrorText errorText(const http::Error &error);
[[nodiscard]] QString fixText(Fix fix);
// "while looking up the host name".
[[nodiscard]] QString phaseText(http::Phase phase);
// "by this computer", "by the other side".
[[nodiscard]] QString blameText(http::Blame blame);

} // namespace sonde::ui
