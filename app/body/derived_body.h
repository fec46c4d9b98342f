// What is made of a body as it streams by, in a store of its own: laid out for reading, a content
// coding taken off. Written by a worker while the original still grows. Lives on the main thread;
// may be destroyed while the worker runs.
#pragma once

#include "body/byte_store.h"
#include "body/workers.h"

#include <QObject>

namespace sonde::body
{

// One pass over octets, in order. Used by one worker at a time.
class Derivation
{
public:
    using Sink = std::function<http::Result<void>(QByteArrayView)>;

    virtual ~Derivation() = default;
    [[nodiscard]] virtual http::Result<void> feed(QByteArrayView octets, const Sink &sink) = 0;
    // No more octets will come.
    [[nodiscard]] virtual http::Result<void> finish(const Sink &sink) = 0;
};

class DerivedBody : public QObject
{
    Q_OBJECT
public:
    DerivedBody(std::shared_ptr<const ByteSource> source, std::unique_ptr<Derivation> derivation,
                QObject *parent = nullptr);
    ~DerivedBody() override;

    [[nodiscard]] std::shared_ptr<const ByteStore> result() const;
    // The source has grown or is finished.
    void noteGrowth();
    // Empty unless the rest could not be made or not be written. A failing finish() counts only if
    // the source really is whole.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] std::optional<http::Error> error() const;

Q_SIGNALS:
    void progressed(); // the result has grown or is finished

private:
    struct Job;
    static void run(Job &job, const Announce &announce);
    void takeOver();

    std::shared_ptr<Job> m_job;
    bool m_running = false;
    bool m_grown = false;
};

} // namespace sonde::body
