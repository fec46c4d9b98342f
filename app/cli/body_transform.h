// What is printed in place of a body's own octets: laid out, queried, or event by event; as it
// arrives. Used by `sonde send` and `sonde body`; one thread.
#pragma once

#include "body/formatter.h"
#include "http/error.h"

#include <chrono>
#include <functional>
#include <memory>

namespace sonde::cli
{

// Where a stream of events ended, for who connects again.
struct StreamPlace {
    QByteArray lastEventId;
    std::optional<std::chrono::milliseconds> wait; // as the server asks
};

class BodyTransform
{
public:
    // Takes text in portions of moderate size; its error ends the work.
    using Sink = std::function<http::Result<void>(QByteArrayView)>;

    virtual ~BodyTransform() = default;
    [[nodiscard]] virtual http::Result<void> feed(QByteArrayView octets, const Sink &sink) = 0;
    // The body has ended.
    [[nodiscard]] virtual http::Result<void> finish(const Sink &sink) = 0;
    // After finish(): what a person should know of it, one sentence; or nothing.
    [[nodiscard]] virtual QString remark() const { return {}; }
    // After finish(): how many results were printed, where there is such a thing.
    [[nodiscard]] virtual qint64 results() const { return 1; }
    // After finish(): of server-sent events.
    [[nodiscard]] virtual std::optional<StreamPlace> place() const { return {}; }
};

enum class FilterShows : quint8 { Values, LaidOut, Paths };

// Whether JSON is JSON is told as well.
[[nodiscard]] std::unique_ptr<BodyTransform> prettyTransform(body::Language language);
// Error: ConflictingOptions, where the expression is not understood.
[[nodiscard]] http::Result<std::unique_ptr<BodyTransform>> filterTransform(QByteArrayView jsonPath,
                                                                           FilterShows shows);
// By the jq that is installed. Error: FileMissing.
[[nodiscard]] http::Result<std::unique_ptr<BodyTransform>> jqTransform(const QByteArray &expression,
                                                                       FilterShows shows);
// Gives `transform` the body in UTF-8, whatever its charset: by mark, by `parameter`, by guess.
[[nodiscard]] std::unique_ptr<BodyTransform> inUtf8(std::unique_ptr<BodyTransform> transform,
                                                    const QByteArray &parameter);
// Nothing if the media type is none of a stream of events.
[[nodiscard]] std::unique_ptr<BodyTransform> eventsTransform(QByteArrayView mediaType);

} // namespace sonde::cli
