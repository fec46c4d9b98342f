#include "ui/body/body_saver.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace sonde::ui
{
namespace
{

constexpr qint64 block = 1 << 20; // octets

QString copyOctets(const body::ByteSource &store, qint64 from, qint64 to, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    while (from < to) {
        const auto octets = store.read(from, std::min(block, to - from));
        if (!octets)
            return octets.error().sentence;
        if (octets->isEmpty())
            break;
        if (file.write(*octets) != octets->size())
            return file.errorString();
        from += octets->size();
    }
    return file.commit() ? QString() : file.errorString();
}

} // namespace

void saveOctets(std::shared_ptr<const body::ByteSource> store, qint64 from, qint64 to,
                const QString &path, std::function<void(const QString &)> done)
{
    body::workers().start([store = std::move(store), from, to, path, done = std::move(done)] {
        const QString problem = copyOctets(*store, from, to, path);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [done, problem] { done(problem); }, Qt::QueuedConnection);
    });
}

} // namespace sonde::ui
