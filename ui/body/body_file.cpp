#include "ui/body/body_file.h"

#include "ui/body/body_saver.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrl>

namespace sonde::ui
{
namespace
{

constexpr int keptHours = 24;

const QString &uriList()
{
    static const QString type = QStringLiteral("text/uri-list");
    return type;
}

} // namespace

QString newBodyFile(const QString &name)
{
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                         QStringLiteral("/sonde/opened");
    if (!QDir().mkpath(base))
        return {};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto folders = QDir(base).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &folder : folders) {
        if (folder.lastModified().secsTo(now) > keptHours * 3600)
            QDir(folder.filePath()).removeRecursively();
    }
    QTemporaryDir folder(base + QStringLiteral("/XXXXXX")); // for this user alone
    if (!folder.isValid())
        return {};
    folder.setAutoRemove(false);
    const QString file = QFileInfo(name).fileName();
    return folder.filePath(file.isEmpty() ? QStringLiteral("response") : file);
}

bool mightBeRun(const QString &name)
{
    const QMimeType type = QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension);
    for (const char *runs : {"application/x-executable", "application/x-desktop",
                             "application/x-shellscript", "application/x-ms-dos-executable",
                             "application/x-msdownload", "application/x-java-archive",
                             "application/vnd.appimage", "text/x-python", "application/x-perl"}) {
        if (type.name() == QLatin1String(runs)) // JSON inherits from what can be run
            return true;
    }
    return false;
}

void openElsewhere(std::shared_ptr<const body::ByteSource> store, const QString &name,
                   std::function<void(const QString &)> done)
{
    const QString path = newBodyFile(name);
    if (path.isEmpty()) {
        done(QCoreApplication::translate("sonde::ui::BodyFile",
                                         "there is no folder for temporary files"));
        return;
    }
    const qint64 size = store->size();
    saveOctets(std::move(store), 0, size, path, [path, done](const QString &problem) {
        if (!problem.isEmpty())
            done(problem);
        else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
            done(QCoreApplication::translate("sonde::ui::BodyFile",
                                             "the desktop has no program for it"));
        else
            done({});
    });
}

BodyMimeData::BodyMimeData(std::shared_ptr<const body::ByteSource> store, QString name)
    : m_store(std::move(store))
    , m_name(std::move(name))
{
}

QStringList BodyMimeData::formats() const
{
    return {uriList()};
}

bool BodyMimeData::hasFormat(const QString &type) const
{
    return type == uriList();
}

QVariant BodyMimeData::retrieveData(const QString &type, QMetaType metaType) const
{
    Q_UNUSED(metaType);
    if (type != uriList())
        return {};
    if (m_path.isEmpty()) {
        const QString path = newBodyFile(m_name);
        if (path.isEmpty())
            return {};
        // The receiver waits for the file; the window goes on painting meanwhile.
        struct Waiting {
            QEventLoop loop;
            bool over = false;
            QString problem;
        };
        const auto waiting = std::make_shared<Waiting>();
        saveOctets(m_store, 0, m_store->size(), path, [waiting](const QString &problem) {
            waiting->problem = problem;
            waiting->over = true;
            waiting->loop.quit();
        });
        if (!waiting->over)
            waiting->loop.exec(QEventLoop::ExcludeUserInputEvents);
        if (!waiting->over || !waiting->problem.isEmpty())
            return {};
        m_path = path;
    }
    return QVariant::fromValue(QList<QVariant>{QUrl::fromLocalFile(m_path)});
}

} // namespace sonde::ui
