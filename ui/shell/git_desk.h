// Asks git, on a worker of its own, what has changed in the collections; again a moment after
// files or commits do. GUI thread.
#pragma once

#include "collection/git_marks.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace sonde::ui
{

class FileWatch;

class GitDesk : public QObject
{
    Q_OBJECT
public:
    explicit GitDesk(QObject *parent = nullptr);
    ~GitDesk() override; // ends a git that is running

    // These folders, and soon: several calls are answered once.
    void ask(const QStringList &folders);

Q_SIGNALS:
    void marksRead(const sonde::collection::GitMarks &marks);

private:
    void read();
    void take(const collection::GitMarks &marks);

    QStringList m_folders;
    QThreadPool m_worker;
    QTimer m_timer;
    FileWatch *m_watch = nullptr; // made when there is a repository
    std::stop_source m_stop;      // of the question that is being answered
};

} // namespace sonde::ui
