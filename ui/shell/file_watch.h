// Says when files or folders change on disk, a moment after the last of several changes. Asks the
// system on a thread of its own, because a path may be on a disk that does not answer.
#pragma once

#include <QObject>
#include <QStringList>
#include <QThread>

namespace sonde::ui
{

class FileWatch : public QObject
{
    Q_OBJECT
public:
    explicit FileWatch(QObject *parent = nullptr);
    ~FileWatch() override;

    // These and no others; one that is not there is passed over.
    void watch(const QStringList &paths);

Q_SIGNALS:
    void changed();

private:
    struct Watcher;
    QThread m_thread;
    QObject *m_host; // on the thread
    std::shared_ptr<Watcher> m_watcher;
};

} // namespace sonde::ui
