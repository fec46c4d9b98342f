#include "ui/shell/library_desk.h"

#include "ui/widgets/worker.h"

namespace sonde::ui
{

using collection::LibraryChange;
using http::Result;

namespace
{

constexpr size_t steps = 100;         // that can be taken back
constexpr size_t octets = 64U << 20U; // that they keep

void trim(std::deque<LibraryChange> &changes)
{
    size_t kept = 0;
    for (const LibraryChange &change : changes)
        kept += change.size();
    while (changes.size() > steps || (kept > octets && changes.size() > 1)) {
        kept -= changes.front().size();
        changes.pop_front();
    }
}

} // namespace

LibraryDesk::LibraryDesk(QThreadPool &writer, QObject *parent)
    : QObject(parent)
    , m_writer(writer)
{
}

void LibraryDesk::run(Work work)
{
    await([this, work = std::move(work)] { start(work, Way::Done); });
}

void LibraryDesk::undo()
{
    await([this] { takeBackLast(m_done, Way::Undone); });
}

void LibraryDesk::redo()
{
    await([this] { takeBackLast(m_undone, Way::Redone); });
}

void LibraryDesk::await(Step step)
{
    m_next.push_back(std::move(step));
    takeNext();
}

void LibraryDesk::takeNext()
{
    while (!m_isWriting && !m_next.empty()) {
        const Step step = std::move(m_next.front());
        m_next.pop_front();
        step();
    }
}

void LibraryDesk::takeBackLast(std::deque<LibraryChange> &from, Way way)
{
    if (from.empty())
        return;
    const auto last = std::make_shared<LibraryChange>(std::move(from.back()));
    from.pop_back();
    start([last] { return takeBack(*last); }, way);
}

void LibraryDesk::start(Work work, Way way)
{
    m_isWriting = true;
    runOnWorker(m_writer, this, std::move(work), [this, way](Result<LibraryChange> result) {
        m_isWriting = false;
        finish(std::move(result), way);
        takeNext();
    });
    Q_EMIT began();
}

void LibraryDesk::finish(Result<LibraryChange> result, Way way)
{
    if (!result) {
        Q_EMIT troubleFound(result.error().sentence);
        return;
    }
    if (!result->steps.empty()) {
        auto &stack = way == Way::Undone ? m_undone : m_done;
        stack.push_back(*result);
        trim(stack);
        if (way == Way::Done)
            m_undone.clear();
    }
    Q_EMIT changed(*result, way);
}

QString sentenceFor(const LibraryChange &change, LibraryDesk::Way way)
{
    using Kind = LibraryChange::Kind;
    const auto say = [](const char *text, int count = -1) {
        return QCoreApplication::translate("LibraryDesk", text, nullptr, count);
    };
    if (way == LibraryDesk::Way::Undone)
        return say(QT_TRANSLATE_NOOP("LibraryDesk", "Taken back: “%1”")).arg(change.name);
    if (way == LibraryDesk::Way::Redone)
        return say(QT_TRANSLATE_NOOP("LibraryDesk", "Done again: “%1”")).arg(change.name);
    switch (change.kind) {
    case Kind::Create:
        return say(QT_TRANSLATE_NOOP("LibraryDesk", "“%1” was made")).arg(change.name);
    case Kind::Rename:
        return say(QT_TRANSLATE_NOOP("LibraryDesk", "“%1” was renamed")).arg(change.name);
    case Kind::Duplicate:
        return say(QT_TRANSLATE_NOOP("LibraryDesk", "“%1” was duplicated")).arg(change.name);
    case Kind::Move:
        return say(QT_TRANSLATE_NOOP("LibraryDesk", "“%1” was moved")).arg(change.name);
    case Kind::Delete:
        return say(QT_TRANSLATE_NOOP("LibraryDesk", "“%1” was deleted")).arg(change.name);
    case Kind::Apply:
        return say(QT_TRANSLATE_N_NOOP("LibraryDesk", "Written into %n request(s) of “%1”"),
                   change.count)
            .arg(change.name);
    }
    Q_UNREACHABLE();
}

} // namespace sonde::ui
