#include "ui/shell/git_desk.h"

#include "ui/shell/file_watch.h"
#include "ui/widgets/worker.h"

namespace sonde::ui
{

namespace
{

constexpr std::chrono::milliseconds settle{400}; // a checkout writes many files

} // namespace

GitDesk::GitDesk(QObject *parent)
    : QObject(parent)
{
    m_worker.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(settle);
    connect(&m_timer, &QTimer::timeout, this, &GitDesk::read);
}

GitDesk::~GitDesk()
{
    m_stop.request_stop();
    m_worker.waitForDone();
}

void GitDesk::ask(const QStringList &folders)
{
    m_folders = folders;
    m_timer.start();
}

void GitDesk::take(const collection::GitMarks &marks)
{
    if (!m_watch && !marks.watched.isEmpty()) {
        m_watch = new FileWatch(this);
        connect(m_watch, &FileWatch::changed, &m_timer, qOverload<>(&QTimer::start));
    }
    if (m_watch)
        m_watch->watch(marks.watched);
    Q_EMIT marksRead(marks);
}

void GitDesk::read()
{
    m_stop.request_stop();
    m_stop = {};
    const std::stop_token stop = m_stop.get_token();
    runOnWorker(
        m_worker, this,
        [folders = m_folders, stop] {
            collection::GitMarks marks;
            for (const QString &folder : folders) {
                if (!stop.stop_requested())
                    marks.add(collection::readGitMarks(folder, stop));
            }
            return marks;
        },
        [this, stop](const collection::GitMarks &marks) {
            if (!stop.stop_requested())
                take(marks);
        });
}

} // namespace sonde::ui
