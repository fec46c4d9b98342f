// What an expression of jq makes of a body, by the jq that is installed: a child process that is
// killed when nobody waits for it any more, with bounds on its memory and its output. It starts
// with the first octets, on the thread that feeds it.
#pragma once

#include "body/derived_body.h"

#include <QByteArray>

#include <functional>

namespace sonde::body
{

// Where it is; empty if it is not installed. Looks into folders.
[[nodiscard]] QByteArray jqProgram();
// Error where it is not: FileMissing, with a sentence that names the package.
[[nodiscard]] http::Error jqMissing();

enum class JqShows : quint8 { Lines, LaidOut }; // a value on a line of its own, or on many

// How the one that asked and the thread that feeds it know of each other.
struct JqWatch {
    std::atomic<bool> stop = false;
    std::atomic<qint64> rows = 0;    // of the result so far
    std::function<bool()> isStopped; // asked as well, if there is one
};

// A stop is looked for at least every 20 ms while the child is waited for. What jq says of the
// expression or the values, with the position, becomes the error's sentence.
[[nodiscard]] std::unique_ptr<Derivation> jqFilter(const QByteArray &expression, JqShows shows,
                                                   std::shared_ptr<JqWatch> watch);

// Its values, one on a line, as a body of its own. With it the process ends, though a worker is
// waiting for it.
class JqBody final : public DerivedBody
{
public:
    JqBody(const QByteArray &expression, std::shared_ptr<const ByteSource> source);
    ~JqBody() override { m_watch->stop = true; }

    [[nodiscard]] qint64 values() const { return m_watch->rows; }

private:
    JqBody(const QByteArray &expression, std::shared_ptr<const ByteSource> source,
           const std::shared_ptr<JqWatch> &watch);

    std::shared_ptr<JqWatch> m_watch;
};

} // namespace sonde::body
