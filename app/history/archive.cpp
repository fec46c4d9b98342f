#include "history/archive.h"

#include "collection/document_json.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <condition_variable>

namespace sonde::history
{

using http::Result;

namespace
{

// A call that was cancelled ends within 100 ms.
constexpr std::chrono::milliseconds endTime{300};
constexpr std::chrono::seconds longestWait{1};
// Between two tellings that something was written: a run writes hundreds of calls a second.
constexpr std::chrono::milliseconds tellEvery{50};

// One thread, and a store that is opened on it when it is first needed.
struct Lane {
    QThreadPool thread;
    std::unique_ptr<Store> store;

    Lane()
    {
        thread.setMaxThreadCount(1);
        thread.setExpiryTimeout(-1);
        thread.setThreadPriority(QThread::LowPriority);
    }
    Result<Store *> open(const QString &folder)
    {
        if (!store) {
            auto opened = Store::open(folder);
            if (!opened)
                return std::unexpected(opened.error());
            store = *std::move(opened);
        }
        return store.get();
    }
};

} // namespace

struct Archive::Core : std::enable_shared_from_this<Core> {
    explicit Core(QString where)
        : folder(std::move(where))
    {
    }

    struct Following {
        std::weak_ptr<client::Call> call; // who sends it keeps it until it is over
        Sent sent;
        client::Call::ListenerId listener = 0;
        std::atomic<bool> taken = false; // to be written
    };

    const QString folder;
    std::mutex mutex;
    std::condition_variable ended;
    std::condition_variable written;
    QPointer<Archive> archive; // looked at on the GUI thread alone
    Limits limits;
    std::vector<std::shared_ptr<Following>> followed; // that are not written yet
    Result<void> outcome;                             // the first failure, until it is asked for
    bool closed = false;                              // no more is taken
    qint64 seen = 0;                                  // version of the reader's store
    std::atomic<bool> hasWritten = false;
    std::atomic<bool> telling = false; // changed() is on its way
    Lane reader;
    Lane writer;

    Limits limitsNow()
    {
        const std::scoped_lock lock(mutex);
        return limits;
    }
    void tell(const Result<void> &done)
    {
        {
            const std::scoped_lock lock(mutex);
            if (closed)
                return;
        }
        if (done && telling.exchange(true))
            return;
        const QString trouble = done ? QString() : done.error().sentence;
        QMetaObject::invokeMethod(
            qApp,
            [self = shared_from_this(), trouble] {
                if (self->archive && trouble.isEmpty())
                    QTimer::singleShot(tellEvery, self->archive, [self] {
                        self->telling = false;
                        Q_EMIT self->archive->changed();
                    });
                else if (self->archive)
                    Q_EMIT self->archive->troubleFound(trouble);
            },
            Qt::QueuedConnection);
    }
    void take(const std::shared_ptr<Following> &one, const std::shared_ptr<client::Call> &call);
    void follow(const std::shared_ptr<client::Call> &call, Sent sent);
    void waitForRoom();
    Result<void> record(const client::Call &call, const Sent &from);
    Result<void> enforce(Store &store, const Limits &limits);
};

// Network thread, or whoever ended the call: only posts.
void Archive::Core::take(const std::shared_ptr<Following> &one,
                         const std::shared_ptr<client::Call> &call)
{
    const std::scoped_lock lock(mutex);
    if (closed || one->taken.exchange(true))
        return;
    ended.notify_all();
    writer.thread.start([this, one, call] {
        const auto recorded = record(*call, one->sent);
        call->removeListener(one->listener);
        {
            const std::scoped_lock locked(mutex);
            std::erase(followed, one);
            if (outcome && !recorded)
                outcome = recorded;
        }
        written.notify_all();
        tell(recorded);
    });
}

void Archive::Core::follow(const std::shared_ptr<client::Call> &call, Sent sent)
{
    auto one = std::make_shared<Following>();
    one->call = call;
    one->sent = std::move(sent);
    {
        // Locked: a call that ends now must find the number of its listener.
        const std::scoped_lock lock(mutex);
        if (closed || !limits.isOn)
            return;
        std::erase_if(followed, [](const auto &old) { return !old->taken && old->call.expired(); });
        followed.push_back(one);
        // A listener must not keep alive what it stands in.
        one->listener = call->addListener([weak = std::weak_ptr(one), core = weak_from_this()] {
            const auto here = core.lock();
            const auto following = weak.lock();
            const auto over = following ? following->call.lock() : nullptr;
            if (here && over && over->isOver())
                here->take(following, over);
        });
    }
    if (call->isOver())
        take(one, call);
}

// Not for ever: a disk that hangs must not hang what is sent.
void Archive::Core::waitForRoom()
{
    std::unique_lock lock(mutex);
    written.wait_for(lock, longestWait, [this] {
        return closed || std::ranges::count_if(followed, [](const auto &one) {
                             return one->taken.load();
                         }) < mostWaiting;
    });
}

Result<void> Archive::Core::record(const client::Call &call, const Sent &from)
{
    const Limits kept = limitsNow();
    if (!kept.isOn)
        return {};
    const std::vector<client::Hop> hops = call.hops();
    if (!wasSent(hops))
        return {};
    const auto store = writer.open(folder);
    if (!store)
        return std::unexpected(store.error());
    hasWritten = true;
    return keep(**store, hops, from, kept);
}

Result<void> Archive::Core::enforce(Store &store, const Limits &kept)
{
    const auto dropped = store.enforce(kept, QDateTime::currentMSecsSinceEpoch());
    if (!dropped)
        return std::unexpected(dropped.error());
    return {};
}

Archive::Archive(QString folder, QObject *parent)
    : QObject(parent)
    , m_core(std::make_shared<Core>(std::move(folder)))
{
    m_core->archive = this;
}

Archive::~Archive()
{
    {
        std::unique_lock lock(m_core->mutex);
        m_core->ended.wait_for(lock, endTime, [this] {
            return std::ranges::all_of(m_core->followed, [](const auto &one) {
                return one->taken || one->call.expired();
            });
        });
        m_core->closed = true;
        for (const auto &one : m_core->followed) {
            if (const auto call = one->call.lock(); call && !one->taken)
                call->removeListener(one->listener);
        }
    }
    m_core->written.notify_all();
    m_core->reader.thread.waitForDone();
    m_core->writer.thread.waitForDone();
    m_core->followed.clear();
}

Limits Archive::limits() const
{
    return m_core->limitsNow();
}

void Archive::setLimits(const Limits &limits)
{
    {
        const std::scoped_lock lock(m_core->mutex);
        if (m_core->limits == limits)
            return;
        m_core->limits = limits;
    }
    // A history that nobody has begun is not begun for this.
    if (m_core->hasWritten)
        write([core = m_core.get(), limits](Store &store) { return core->enforce(store, limits); });
}

void Archive::follow(const std::shared_ptr<client::Call> &call, Sent sent)
{
    m_core->follow(call, std::move(sent));
}

Archive::Follower Archive::follower() const
{
    return [core = m_core](const std::shared_ptr<client::Call> &call, Sent sent) {
        core->waitForRoom();
        core->follow(call, std::move(sent));
    };
}

Result<void> Archive::finishWriting()
{
    std::unique_lock lock(m_core->mutex);
    m_core->written.wait(lock, [this] {
        return std::ranges::none_of(m_core->followed,
                                    [](const auto &one) { return one->taken.load(); });
    });
    return std::exchange(m_core->outcome, {});
}

template <typename Work, typename Then>
void Archive::ask(QObject *asker, Work work, Then then)
{
    using Answer = std::invoke_result_t<Work, Store &>;
    m_core->reader.thread.start([core = m_core.get(), asker = QPointer<QObject>(asker),
                                 work = std::move(work), then = std::move(then)]() mutable {
        const auto store = core->reader.open(core->folder);
        auto answer = std::make_shared<Answer>(store ? work(**store)
                                                     : Answer(std::unexpected(store.error())));
        QMetaObject::invokeMethod(
            qApp,
            [asker = std::move(asker), answer, then = std::move(then)]() mutable {
                if (asker)
                    then(std::move(*answer));
            },
            Qt::QueuedConnection);
    });
}

template <typename Work>
void Archive::write(Work work)
{
    m_core->writer.thread.start([core = m_core.get(), work = std::move(work)] {
        const auto store = core->writer.open(core->folder);
        core->tell(store ? work(**store) : Result<void>(std::unexpected(store.error())));
    });
}

void Archive::find(QObject *asker, const Filter &filter, const body::StopMark &stop,
                   std::function<void(Found)> then)
{
    const auto isStopped = [stop] { return stop->load(); };
    ask(
        asker,
        [filter, isStopped](Store &store) -> Found {
            if (isStopped())
                return std::vector<Listed>();
            return store.find(filter, isStopped);
        },
        [isStopped, then = std::move(then)](Found found) {
            if (!isStopped())
                then(std::move(found));
        });
}

void Archive::recent(QObject *asker, size_t most,
                     std::function<void(Result<std::vector<Entry>>)> then)
{
    ask(
        asker,
        [most](Store &store) -> Result<std::vector<Entry>> {
            const auto found = store.find({}, {}, most);
            if (!found)
                return std::unexpected(found.error());
            std::vector<EntryId> ids;
            for (const Listed &one : *found)
                ids.push_back(one.id);
            return store.entries(ids);
        },
        std::move(then));
}

void Archive::entries(QObject *asker, std::vector<EntryId> ids,
                      std::function<void(Result<std::vector<Entry>>)> then)
{
    ask(
        asker, [ids = std::move(ids)](Store &store) { return store.entries(ids); },
        std::move(then));
}

void Archive::reopen(QObject *asker, EntryId id, std::function<void(Result<Reopened>)> then)
{
    ask(
        asker,
        [id](Store &store) -> Result<Reopened> {
            auto bundle = store.reopen(id);
            if (!bundle)
                return std::unexpected(bundle.error());
            const auto entries = store.entries(std::span(&id, 1));
            const auto document = store.document(id);
            if (!entries || !document)
                return std::unexpected(entries ? document.error() : entries.error());
            return Reopened{.entry = entries->empty() ? Entry() : entries->front(),
                            .document = collection::documentFromJson(
                                QJsonDocument::fromJson(*document).object()),
                            .call = bundle->call};
        },
        std::move(then));
}

void Archive::usage(QObject *asker, std::function<void(Store::Usage)> then)
{
    ask(
        asker, [](Store &store) { return store.usage(); },
        [then = std::move(then)](const Result<Store::Usage> &usage) {
            if (usage)
                then(*usage);
        });
}

void Archive::lookAround()
{
    ask(
        this,
        [core = m_core.get()](Store &store) -> Result<bool> {
            const qint64 now = store.version();
            return std::exchange(core->seen, now) != now;
        },
        [this](const Result<bool> &differs) {
            if (differs && *differs)
                Q_EMIT changed();
        });
}

void Archive::setPinned(std::vector<EntryId> ids, bool pinned)
{
    write([ids = std::move(ids), pinned](Store &store) { return store.setPinned(ids, pinned); });
}

void Archive::remove(std::vector<EntryId> ids)
{
    write([ids = std::move(ids)](Store &store) { return store.remove(ids); });
}

void Archive::restore(std::vector<EntryId> ids)
{
    write([ids = std::move(ids)](Store &store) { return store.restore(ids); });
}

} // namespace sonde::history
