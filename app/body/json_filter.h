// What a JSONPath expression selects from a body, as a body of its own: a JSON array, written by a
// worker while the original still grows. Lives on the main thread; may be destroyed while the
// worker runs.
#pragma once

#include "body/byte_store.h"
#include "body/json_path.h"
#include "body/workers.h"

#include <QObject>

namespace sonde::body
{

class JsonFilter : public QObject
{
    Q_OBJECT
public:
    JsonFilter(JsonPath path, std::shared_ptr<const ByteSource> source, QObject *parent = nullptr);
    ~JsonFilter() override;

    [[nodiscard]] std::shared_ptr<const ByteStore> result() const;
    [[nodiscard]] qint64 matches() const;
    // The source has grown or is finished.
    void noteGrowth();
    // Empty unless the expression could not be carried out, or the result not be written.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void progressed(); // the result has grown or is finished

private:
    struct Job;
    static void run(const std::shared_ptr<Job> &job, const Announce &announce);
    void takeOver();

    std::shared_ptr<Job> m_job;
    bool m_running = false;
    bool m_grown = false;
};

} // namespace sonde::body
