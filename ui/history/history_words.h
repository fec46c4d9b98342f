// What the window says of the history: an entry in one sentence, the day it was sent on, and what
// is wrong with a filter.
#pragma once

#include "history/filter.h"

#include <QDate>

namespace sonde::ui
{

// "Today", "Yesterday", "Monday, 3 November 2026".
[[nodiscard]] QString dayText(QDate day, QDate today);
// "GET", and host and path, for people: without the scheme.
[[nodiscard]] QString placeText(const history::Entry &entry);
// "HTTP/2 · 142 ms · 12.3 kB".
[[nodiscard]] QString factsText(const history::Entry &entry);
// "200 OK", or why there was no response.
[[nodiscard]] QString outcomeText(const history::Entry &entry);
// "today at 14:03": day and time, to stand within a sentence.
enum class Precision : quint8 { Minutes, Seconds };
[[nodiscard]] QString whenText(const history::Entry &entry,
                               Precision precision = Precision::Minutes);
// "14:03".
[[nodiscard]] QString momentText(const history::Entry &entry);
// All of it, for a screen reader.
[[nodiscard]] QString spokenText(const history::Entry &entry);
[[nodiscard]] QString toolTipText(const history::Entry &entry);

[[nodiscard]] QString problemText(const history::FilterProblem &problem);
[[nodiscard]] QString filterHelp();

} // namespace sonde::ui
