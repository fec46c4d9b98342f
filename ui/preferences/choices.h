// What a person has chosen for good, and where it is kept: one file of settings. A value.
#pragma once

#include "client/options.h"
#include "history/limits.h"

#include <QString>

class QSettings;

namespace sonde::ui
{

// Where a request says nothing itself.
struct NetworkChoices {
    std::chrono::milliseconds connectTimeout{0}; // 0: as usual, 30 s
    std::chrono::milliseconds totalTimeout{0};   // 0: no limit
    bool followsRedirects = true;
    int maxRedirects = 20;
    bool checksCertificates = true;
    QString proxy; // "host:port", as it was typed; empty: none

    bool operator==(const NetworkChoices &) const = default;
};

struct Choices {
    QString language; // empty: that of the desktop
    int scheme = 0;   // Theme::Scheme
    int zoom = 100;   // per cent
    history::Limits history;
    NetworkChoices network;

    bool operator==(const Choices &) const = default;
};

// What is missing or out of range becomes what is usual.
[[nodiscard]] Choices readChoices(const QSettings &settings);
void writeChoices(QSettings &settings, const Choices &choices);

// "proxy.example:3128" or "http://proxy.example:3128"; nothing for anything else, user names and
// passwords among it: those do not belong into a file of settings.
[[nodiscard]] std::optional<net::Proxy> proxyOf(const QString &text);
// What a request did not say; what it did say stays. Twice is as good as once.
void apply(const NetworkChoices &choices, client::Options &options);

} // namespace sonde::ui
