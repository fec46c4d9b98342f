// The history of this process: calls are handed in when they are sent and written when they are
// over, on a thread that does nothing else; questions are answered by another. Lives on the GUI
// thread, which never waits for either.
#pragma once

#include "body/workers.h"
#include "history/recording.h"

#include <QObject>

namespace sonde::history
{

class Archive : public QObject
{
    Q_OBJECT
public:
    // Touches no disk before something is written or asked.
    explicit Archive(QString folder, QObject *parent = nullptr);
    // Calls that were cancelled just now get a moment to end; what is over is written.
    ~Archive() override;

    void setLimits(const Limits &limits);
    [[nodiscard]] Limits limits() const;

    // Written once it is over, unless the history is off then.
    void follow(const std::shared_ptr<client::Call> &call, Sent sent);
    // Does the same on any thread, and may outlive this. Waits while `mostWaiting` calls are over
    // and not yet written: a run sends faster than a disk writes.
    using Follower = std::function<void(const std::shared_ptr<client::Call> &, Sent)>;
    [[nodiscard]] Follower follower() const;
    static constexpr int mostWaiting = 256;

    // Waits until what is over is written. The first error since the last time.
    [[nodiscard]] http::Result<void> finishWriting();

    // Answers on the GUI thread, unless `asker` is gone or `stop` was set meanwhile.
    using Found = http::Result<std::vector<Listed>>;
    void find(QObject *asker, const Filter &filter, const body::StopMark &stop,
              std::function<void(Found)> then);
    void entries(QObject *asker, std::vector<EntryId> ids,
                 std::function<void(http::Result<std::vector<Entry>>)> then);
    // The newest, at most so many.
    void recent(QObject *asker, size_t most,
                std::function<void(http::Result<std::vector<Entry>>)> then);
    struct Reopened {
        Entry entry;
        collection::RequestDocument document;
        std::shared_ptr<client::Call> call;
    };
    void reopen(QObject *asker, EntryId id, std::function<void(http::Result<Reopened>)> then);
    void usage(QObject *asker, std::function<void(Store::Usage)> then);
    // changed() follows if somebody else has written since the last time.
    void lookAround();

    void setPinned(std::vector<EntryId> ids, bool pinned);
    void remove(std::vector<EntryId> ids);
    void restore(std::vector<EntryId> ids);

Q_SIGNALS:
    void changed(); // the list, or what stands in it
    void troubleFound(const QString &sentence);

private:
    struct Core;
    template <typename Work, typename Then>
    void ask(QObject *asker, Work work, Then then);
    template <typename Work>
    void write(Work work);

    std::shared_ptr<Core> m_core;
};

} // namespace sonde::history
