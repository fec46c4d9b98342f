// What a person does in the sidebar, carried out one after the other, each with a way back. Answers
// come to the GUI thread.
#pragma once

#include "collection/library_change.h"

#include <QObject>

#include <deque>

class QThreadPool;

namespace sonde::ui
{

class LibraryDesk : public QObject
{
    Q_OBJECT
public:
    enum class Way : quint8 { Done, Undone, Redone };
    Q_ENUM(Way)
    using Work = std::function<http::Result<collection::LibraryChange>()>;

    // `writer` has one thread, which also saves: what is written keeps its order.
    explicit LibraryDesk(QThreadPool &writer, QObject *parent = nullptr);

    // Each answers with changed() or troubleFound(). What is asked for while another is written
    // waits for its answer: a way back that is asked for at once takes back just that.
    void run(Work work);
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const { return m_isWriting || !m_done.empty(); }
    [[nodiscard]] bool canRedo() const { return m_isWriting || !m_undone.empty(); }

Q_SIGNALS:
    void began();
    void changed(const sonde::collection::LibraryChange &change, sonde::ui::LibraryDesk::Way way);
    void troubleFound(const QString &sentence);

private:
    using Step = std::function<void()>;
    void await(Step step);
    void takeNext();
    void takeBackLast(std::deque<collection::LibraryChange> &from, Way way);
    void start(Work work, Way way);
    void finish(http::Result<collection::LibraryChange> result, Way way);

    QThreadPool &m_writer;
    bool m_isWriting = false;
    std::deque<Step> m_next;
    std::deque<collection::LibraryChange> m_done;
    std::deque<collection::LibraryChange> m_undone;
};

// One sentence about a change: "“List” was deleted".
[[nodiscard]] QString sentenceFor(const collection::LibraryChange &change, LibraryDesk::Way way);

} // namespace sonde::ui
