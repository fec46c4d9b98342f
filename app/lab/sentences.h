// A result in sentences, for terminal, reports and window: the verdict in one sentence with its
// numbers, and the words that name things. Pure.
#pragma once

#include "lab/result.h"
#include "lab/words.h"

namespace sonde::lab
{

// "cold"
[[nodiscard]] QString startName(Start start, const Words &words = {});
// "30 × GET https://a.test/, cold"
[[nodiscard]] QString subjectOf(const Experiment::Setup &setup, const Words &words = {});
// "HTTP/2 finished 197 ms sooner than HTTP/1.1 (95 % interval 180 to 228 ms; …). …"
[[nodiscard]] QString verdictSentence(const Result &result, const Comparison &comparison,
                                      const Words &words = {});
// All of it: "For 30 × GET …, cold: HTTP/2 finished … Responses equivalent."
[[nodiscard]] QString verdictText(const Experiment::Setup &setup, const Result &result,
                                  const Words &words = {});
// "Responses equivalent; changes with every answer: field “date”."
[[nodiscard]] QString responsesSentence(const Result &result, const Words &words = {});
// "field “alt-svc”", "JSON value /a/b", "line 3 of the body"
[[nodiscard]] QString featureName(const Feature &feature, const Words &words = {});

// "197 ms", "1.24 s", "0.41 ms"
[[nodiscard]] QString timeText(double milliseconds, const Words &words = {});
[[nodiscard]] QString signedTimeText(double milliseconds, const Words &words = {});

// The lines of the octet ledger, in order.
struct LedgerLine {
    QByteArrayView key; // "request-heads"
    QString name;       // "Request heads"
    quint64 octets = 0;
};
[[nodiscard]] std::vector<LedgerLine> ledgerLines(const Ledger &ledger, const Words &words = {});

} // namespace sonde::lab
