#include "ui/shell/session_store.h"

#include "collection/document_json.h"
#include "ui/widgets/worker.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <mutex>

namespace sonde::ui
{

namespace
{

using Text = QLatin1String;
constexpr std::chrono::milliseconds debounce{500};
constexpr qint64 fileLimit = 256LL << 20; // octets; more than that is not a session of ours
constexpr qsizetype tabLimit = 500;
constexpr int slots = 16; // windows at once that keep their tabs

// Octets of a file need not be text in any character set.
QJsonValue linesToJson(const collection::RequestText &text)
{
    if (text.isEmpty())
        return {};
    return QJsonObject{{Text("octets"), QString::fromLatin1(text.octets.toBase64())},
                       {Text("separated"), text.separated}};
}

collection::RequestText linesFromJson(const QJsonValue &value)
{
    return {QByteArray::fromBase64(value[Text("octets")].toString().toLatin1()),
            value[Text("separated")].toBool()};
}

} // namespace

QByteArray sessionToJson(const Session &session)
{
    QJsonArray tabs;
    for (const TabState &tab : session.tabs) {
        tabs.append(QJsonObject{{Text("document"), collection::documentToJson(tab.document)},
                                {Text("file"), tab.file},
                                {Text("index"), tab.index},
                                {Text("saved"), collection::documentToJson(tab.saved)},
                                {Text("section"), tab.section},
                                {Text("text"), linesToJson(tab.text)},
                                {Text("savedText"), linesToJson(tab.savedText)},
                                {Text("showsText"), tab.showsText},
                                {Text("description"), tab.description},
                                {Text("variablesOf"), tab.variablesOf}});
    }
    const QJsonObject all{
        {Text("version"), 1}, {Text("tabs"), tabs}, {Text("current"), session.current}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

Session sessionFromJson(const QByteArray &octets)
{
    const QJsonObject all = QJsonDocument::fromJson(octets).object();
    const QJsonArray tabs = all[Text("tabs")].toArray();
    Session session{.current = all[Text("current")].toInt()};
    for (qsizetype at = 0; at < std::min(tabs.size(), tabLimit); ++at) {
        const QJsonObject tab = tabs[at].toObject();
        session.tabs.push_back(
            {.document = collection::documentFromJson(tab[Text("document")].toObject()),
             .file = tab[Text("file")].toString(),
             .index = tab[Text("index")].toInt(-1),
             .saved = collection::documentFromJson(tab[Text("saved")].toObject()),
             .text = linesFromJson(tab[Text("text")]),
             .savedText = linesFromJson(tab[Text("savedText")]),
             .showsText = tab[Text("showsText")].toBool(),
             .section = tab[Text("section")].toInt(),
             .description = tab[Text("description")].toString(),
             .variablesOf = tab[Text("variablesOf")].toString()});
    }
    return session;
}

// Writes one at a time, and never an older state over a newer one.
struct SessionStore::Writer {
    std::mutex mutex;
    quint64 written = 0;
    quint64 next = 0; // GUI thread only

    bool write(const QString &file, const QByteArray &octets, quint64 number)
    {
        const std::scoped_lock lock(mutex);
        if (number < written)
            return true;
        QDir().mkpath(QFileInfo(file).path());
        QSaveFile out(file);
        // Drafts hold credentials, and nobody else is to read them.
        const bool done = out.open(QIODevice::WriteOnly) &&
                          out.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                          out.write(octets) == octets.size() && out.commit();
        if (done)
            written = number;
        return done;
    }
};

struct SessionStore::Taken {
    QString file;
    std::unique_ptr<FileLock> lock;
};

SessionStore::SessionStore(QString file, std::function<Session()> current, QObject *parent)
    : QObject(parent)
    , m_first(std::move(file))
    , m_file(m_first)
    , m_current(std::move(current))
    , m_writer(std::make_shared<Writer>())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(debounce);
    connect(&m_timer, &QTimer::timeout, this, &SessionStore::writeLater);
}

SessionStore::~SessionStore() = default;

QString SessionStore::fileOf(int slot) const
{
    QString file = m_first;
    if (slot > 0)
        file.insert(file.lastIndexOf(u'.'), u'-' + QString::number(slot + 1));
    return file;
}

Session SessionStore::load()
{
    QDir().mkpath(QFileInfo(m_first).path());
    Session session;
    std::vector<TabState> left;
    for (int slot = 0; slot < slots; ++slot) {
        const QString path = fileOf(slot);
        const bool exists = QFile::exists(path);
        if (m_lock && !exists)
            continue;
        auto lock = std::make_unique<FileLock>(path + QStringLiteral(".lock"));
        if (!lock->isHeld())
            continue;
        Session found;
        if (QFile file(path); file.open(QIODevice::ReadOnly) && file.size() <= fileLimit)
            found = sessionFromJson(file.readAll());
        if (!m_lock) {
            m_lock = std::move(lock);
            m_file = path;
            session = std::move(found);
        } else {
            left.insert(left.end(), found.tabs.begin(), found.tabs.end());
            m_taken.push_back({path, std::move(lock)});
        }
    }
    for (TabState &tab : left) {
        if (std::ranges::find(session.tabs, tab) == session.tabs.end())
            session.tabs.push_back(std::move(tab));
    }
    if (!m_taken.empty())
        changed();
    return session;
}

// Ours holds what theirs held.
void SessionStore::dropTaken()
{
    for (const Taken &taken : m_taken)
        QFile::remove(taken.file);
    m_taken.clear();
}

void SessionStore::release()
{
    m_released = true;
    m_timer.stop();
    m_lock.reset();
}

void SessionStore::writeLater()
{
    runOnWorker(
        this,
        [writer = m_writer, file = m_file, session = m_current(), number = ++m_writer->next] {
            return writer->write(file, sessionToJson(session), number);
        },
        [this](bool written) {
            if (written)
                dropTaken();
        });
}

void SessionStore::writeNow()
{
    m_timer.stop();
    if (m_writer->write(m_file, sessionToJson(m_current()), ++m_writer->next))
        dropTaken();
}

} // namespace sonde::ui
