// Which lines of two texts stand for one another: their longest common subsequence, bounded. Pure.
#pragma once

#include <QByteArray>
#include <QList>

#include <vector>

namespace sonde::ui
{

// Of the first text's lines: the line of the second that is the same, or -1. Rising where it is not
// -1. Between ends that are alike, texts whose product of lines is above the limit count as all
// different: the cost of telling more grows with that product.
[[nodiscard]] std::vector<int> matchLines(const QList<QByteArray> &first,
                                          const QList<QByteArray> &second);

} // namespace sonde::ui
