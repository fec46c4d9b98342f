// Which lines of two texts stand for one another: their longest common subsequence, bounded. Pure.
#pragma once

#include <QByteArray>
#include <QList>

#include <vector>

namespace sonde::ui
{

// Of the first text's lines: the line of the second that is the same, or -1. Rising where it is not
// -1. What differs too much to be told in reasonable time counts as all different.
[[nodiscard]] std::vector<int> matchLines(const QList<QByteArray> &first,
                                          const QList<QByteArray> &second);

} // namespace sonde::ui
