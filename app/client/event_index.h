// Where the events of a stream stand in its body, found by a worker as it arrives; and what they
// say, read anew for those in sight. Lives on the main thread; may be destroyed while the worker
// runs.
#pragma once

#include "body/byte_source.h"
#include "body/workers.h"
#include "wire/event_reader.h"

#include <QObject>

#include <chrono>
#include <mutex>
#include <vector>

namespace sonde::client
{

class EventIndex : public QObject
{
    Q_OBJECT
public:
    // Events kept: 16 MiB. More are only counted.
    static constexpr qint64 mostEvents = 1 << 20;

    struct Place {
        qint64 from = 0;
        qint64 to = 0;

        bool operator==(const Place &) const = default;
    };

    // From a media type without parameters; nothing if it is no stream of events.
    [[nodiscard]] static std::optional<wire::EventReader::Form> formOf(QByteArrayView mediaType)
    {
        return wire::EventReader::formOf(mediaType);
    }

    EventIndex(std::shared_ptr<const body::ByteSource> source, wire::EventReader::Form form,
               QObject *parent = nullptr);
    ~EventIndex() override;

    // The source has grown or is finished.
    void noteGrowth();
    [[nodiscard]] const std::vector<Place> &places() const { return m_places; }
    [[nodiscard]] qint64 count() const { return m_count; }
    // Octets behind the last event.
    [[nodiscard]] qint64 unfinished() const { return m_unfinished; }
    [[nodiscard]] wire::EventReader::Form form() const { return m_form; }
    // All of a source that is finished has been read.
    [[nodiscard]] bool isWhole() const { return m_whole; }
    // Of server-sent events: for a Last-Event-ID field, and the wait that the server asks for
    // before one connects again.
    [[nodiscard]] const QByteArray &lastEventId() const { return m_lastEventId; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const { return m_retry; }
    // `octets` bounds what is read of it: longer ones are cut.
    [[nodiscard]] wire::StreamEvent eventAt(Place place, qint64 octets) const;

Q_SIGNALS:
    void advanced();

private:
    struct Job;
    static void run(Job &job, const body::Announce &announce);
    void takeOver();

    const std::shared_ptr<const body::ByteSource> m_source;
    const wire::EventReader::Form m_form;
    std::shared_ptr<Job> m_job;
    std::vector<Place> m_places;
    qint64 m_count = 0;
    qint64 m_unfinished = 0;
    QByteArray m_lastEventId;
    std::optional<std::chrono::milliseconds> m_retry;
    bool m_whole = false;
    bool m_running = false;
    bool m_grown = false;
};

// The text a language model streams in its events: the pieces put together, from the forms that are
// in use; data that is none of them stands as it is. Empty for one that carries no text.
[[nodiscard]] QByteArray streamedText(const QByteArray &data);

} // namespace sonde::client
