// What the history keeps, and how much of it: chosen in the window, and true for whoever writes.
#pragma once

#include <QString>

class QSettings;

namespace sonde::history
{

struct Limits {
    static constexpr qint64 defaultOctets = 1'000'000'000;
    static constexpr int defaultDays = 90;
    static constexpr qint64 leastOctets = 10'000'000;
    static constexpr qint64 mostOctets = 1'000'000'000'000;
    static constexpr int mostDays = 36'500;
    static constexpr qint64 bodyOctets = 16LL << 20; // of one body: what is beyond is left out

    bool isOn = true;
    qint64 octets = defaultOctets; // all of the history together
    int days = defaultDays;        // 0: for ever
    bool keepsSecrets = false;

    bool operator==(const Limits &) const = default;
};

// What is missing or out of range becomes what is usual.
[[nodiscard]] Limits readLimits(const QSettings &settings);
void writeLimits(QSettings &settings, const Limits &limits);

// $XDG_CONFIG_HOME/sonde/window.ini: what this user has chosen in the window.
[[nodiscard]] QString choicesFile();
[[nodiscard]] Limits limitsOfThisUser();

} // namespace sonde::history
