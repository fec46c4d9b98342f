// The formatted copy of a JSON body, in a store of its own, written by a worker while the original
// still grows. Lives on the main thread; may be destroyed while the worker runs.
#pragma once

#include "body/byte_store.h"
#include "body/workers.h"

#include <QObject>

namespace sonde::body
{

class PrettyBody : public QObject
{
    Q_OBJECT
public:
    explicit PrettyBody(std::shared_ptr<const ByteSource> source, QObject *parent = nullptr);
    ~PrettyBody() override;

    [[nodiscard]] std::shared_ptr<const ByteStore> formatted() const;
    // The source has grown or is finished.
    void noteGrowth();
    // Empty unless the copy could not be written.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void progressed(); // the copy has grown or is finished

private:
    struct Job;
    static void run(const std::shared_ptr<Job> &job, const Announce &announce);
    void takeOver();

    std::shared_ptr<Job> m_job;
    bool m_running = false;
    bool m_grown = false;
};

} // namespace sonde::body
