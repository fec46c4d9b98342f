#include "ui/shell/session_store.h"

#include "ui/shell/document_json.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QThreadPool>

#include <mutex>

namespace sonde::ui
{

namespace
{

using Text = QLatin1String;
constexpr std::chrono::milliseconds debounce{500};
constexpr qint64 fileLimit = 256LL << 20; // octets; more than that is not a session of ours
constexpr qsizetype tabLimit = 500;

} // namespace

QByteArray sessionToJson(const Session &session)
{
    QJsonArray tabs;
    for (const TabState &tab : session.tabs) {
        tabs.append(QJsonObject{{Text("document"), documentToJson(tab.document)},
                                {Text("file"), tab.file},
                                {Text("index"), tab.index},
                                {Text("saved"), documentToJson(tab.saved)},
                                {Text("section"), tab.section},
                                {Text("description"), tab.description}});
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
        session.tabs.push_back({.document = documentFromJson(tab[Text("document")].toObject()),
                                .file = tab[Text("file")].toString(),
                                .index = tab[Text("index")].toInt(-1),
                                .saved = documentFromJson(tab[Text("saved")].toObject()),
                                .section = tab[Text("section")].toInt(),
                                .description = tab[Text("description")].toString()});
    }
    return session;
}

// Writes one at a time, and never an older state over a newer one.
struct SessionStore::Writer {
    std::mutex mutex;
    quint64 written = 0;
    quint64 next = 0; // GUI thread only

    void write(const QString &file, const QByteArray &octets, quint64 number)
    {
        const std::scoped_lock lock(mutex);
        if (number < written)
            return;
        written = number;
        QDir().mkpath(QFileInfo(file).path());
        QSaveFile out(file);
        if (out.open(QIODevice::WriteOnly) && out.write(octets) == octets.size())
            out.commit();
    }
};

SessionStore::SessionStore(QString file, std::function<Session()> current, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_current(std::move(current))
    , m_writer(std::make_shared<Writer>())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(debounce);
    connect(&m_timer, &QTimer::timeout, this, &SessionStore::writeLater);
}

SessionStore::~SessionStore() = default;

Session SessionStore::load() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly) || file.size() > fileLimit)
        return {};
    return sessionFromJson(file.readAll());
}

void SessionStore::writeLater()
{
    QThreadPool::globalInstance()->start(
        [writer = m_writer, file = m_file, session = m_current(), number = ++m_writer->next] {
            writer->write(file, sessionToJson(session), number);
        });
}

void SessionStore::writeNow()
{
    m_timer.stop();
    m_writer->write(m_file, sessionToJson(m_current()), ++m_writer->next);
}

} // namespace sonde::ui
