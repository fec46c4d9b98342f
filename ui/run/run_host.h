// Runs a collection on a thread of its own, because checking large bodies takes time, and tells the
// window what became of each request. GUI thread.
#pragma once

#include "lab/collection_run.h"

#include <QThread>

namespace sonde::ui
{

class RunHost : public QObject
{
    Q_OBJECT
public:
    // `engine` has to outlive it.
    explicit RunHost(client::Engine &engine, QObject *parent = nullptr);
    ~RunHost() override; // cancels what is under way

    // One run at a time; a second replaces the first.
    void start(const lab::RunPlan &plan, const lab::RunOptions &options);
    void stop();

Q_SIGNALS:
    void requestStarted(size_t index);
    void requestFinished(size_t index, const sonde::lab::RunResult &result);
    void finished();

private:
    void end();

    client::Engine &m_engine;
    QThread m_thread;
    QObject *m_there;                    // lives on the thread
    lab::CollectionRun *m_run = nullptr; // touched on the thread alone
    quint64 m_number = 0;                // of the run that is listened to
};

} // namespace sonde::ui
