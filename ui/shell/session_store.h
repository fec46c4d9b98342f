// The open tabs with their drafts, kept so that a person loses nothing: written by a worker half a
// second after the first change that is not written yet, and once more when the window closes.
// Bodies of responses are never in it. Each window has a file of its own; what a window left behind
// that ended badly goes to the next one that starts.
#pragma once

#include "collection/request_text.h"
#include "ui/shell/file_lock.h"

#include <QObject>
#include <QTimer>

namespace sonde::ui
{

struct TabState {
    collection::RequestDocument document;
    QString file;                      // the .http file it comes from; empty: none
    int index = -1;                    // which request of that file
    collection::RequestDocument saved; // as it is in the file; an empty document if there is none
    // The same as lines, once they were looked at, and as they are in the file.
    collection::RequestText text;
    collection::RequestText savedText;
    bool showsText = false;
    int section = 0;
    QString description; // the comment above it in the file
    // The .http file whose variables count for a request that is in none: it was sent from there
    // once.
    QString variablesOf;

    [[nodiscard]] QString scope() const { return file.isEmpty() ? variablesOf : file; }
    bool operator==(const TabState &) const = default;
};

struct Session {
    std::vector<TabState> tabs;
    int current = 0;
    bool operator==(const Session &) const = default;
};

[[nodiscard]] QByteArray sessionToJson(const Session &session);
[[nodiscard]] Session sessionFromJson(const QByteArray &octets);

class SessionStore : public QObject
{
    Q_OBJECT
public:
    // `current` is asked for what is to be written.
    SessionStore(QString file, std::function<Session()> current, QObject *parent = nullptr);
    ~SessionStore() override;

    // Takes a file for this window, and what other windows have left behind.
    [[nodiscard]] Session load();
    void changed()
    {
        if (!m_released && !m_timer.isActive())
            m_timer.start();
    }
    void writeNow();
    // Written for the last time: the next window may have the file.
    void release();

private:
    struct Taken;
    [[nodiscard]] QString fileOf(int slot) const;
    void writeLater();
    void dropTaken();

    QString m_first; // of the first window
    QString m_file;
    std::unique_ptr<FileLock> m_lock;
    std::vector<Taken> m_taken; // left behind by others; removed once we have written it
    std::function<Session()> m_current;
    QTimer m_timer;
    bool m_released = false;
    struct Writer;
    std::shared_ptr<Writer> m_writer; // shared with the worker, which may outlive us by one write
};

} // namespace sonde::ui
