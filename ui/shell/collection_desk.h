// The collections of the window: which folders are shown, reading them, opening and saving their
// requests. Files are touched on workers; answers come back to the GUI thread.
#pragma once

#include "collection/http_file.h"
#include "collection/library.h"
#include "collection/request_document.h"
#include "collection/request_text.h"
#include "ui/shell/opening.h"
#include "ui/shell/places.h"
#include "ui/shell/request_standing.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

namespace sonde::ui
{

class FileWatch;
struct FolderMemory;

// What is written instead of a document, once somebody looked at its lines.
struct SavedLines {
    collection::RequestText before; // as they were read from the file; empty: not known
    collection::RequestText now;
};

class CollectionDesk : public QObject
{
    Q_OBJECT
public:
    explicit CollectionDesk(Places places, QObject *parent = nullptr);
    ~CollectionDesk() override; // waits for what is being written

    // After the first paint: puts the sample in place if it is not there, and reads all folders.
    void start();
    void addFolder(const QString &folder);
    void removeFolder(const QString &folder);
    void rescan();
    [[nodiscard]] const QStringList &folders() const { return m_folders; }
    // All that is written into the folders is written here, so that answers come in the order of
    // what they tell.
    [[nodiscard]] QThreadPool &writer() { return m_writer; }

    // Answers with opened() or troubleFound().
    void open(const QString &file, int index, Opening opening = Opening::ToEdit);
    // All requests of a file, each in its tab.
    void openAll(const QString &file);
    // Answers with saved(), conflicted() or troubleFound(). `before` is the request as it was read
    // from its place in the file; when something else stands there now, it is looked for, and
    // nothing is overwritten. An index below 0 adds the request at the end.
    void save(const QString &file, int index, const collection::RequestDocument &before,
              const collection::RequestDocument &document, quint64 ticket,
              const SavedLines &lines = {});
    // How a request stands in its file now.
    void compare(QObject *asker, const QString &file, int index,
                 const collection::RequestDocument &before,
                 std::function<void(RequestStanding)> then);

Q_SIGNALS:
    void rootsRead(const std::vector<sonde::collection::Entry> &roots);
    void opened(const QString &file, int index, const sonde::collection::HttpRequest &request,
                sonde::ui::Opening opening);
    void saved(const QString &file, int index, quint64 ticket);
    // Another program has changed what was to be written over: nothing was written.
    void conflicted(quint64 ticket, const sonde::ui::RequestStanding &standing);
    void troubleFound(const QString &sentence);

private:
    void remember();

    Places m_places;
    FileWatch *m_watch;
    QStringList m_folders;
    // What was read of each folder: shared with the worker that reads it.
    QHash<QString, std::shared_ptr<FolderMemory>> m_memories;
    QThreadPool m_writer;  // one thread
    quint64 m_reading = 0; // only the answer to the last question counts
};

// Copies the sample collection out of the program into `folder`, unless it is there. Any thread.
// False if the folder cannot be written.
[[nodiscard]] bool putSampleInPlace(const QString &folder);

} // namespace sonde::ui
