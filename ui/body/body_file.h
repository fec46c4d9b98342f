// A body as a file that other programs read: for opening it elsewhere and for dragging it out. Such
// files lie in a folder of the cache that only this user reads, for a day. GUI thread.
#pragma once

#include "body/byte_source.h"

#include <QMimeData>
#include <QString>

#include <functional>
#include <memory>

namespace sonde::ui
{

// A path of that name in a folder of its own; empty if there can be none.
[[nodiscard]] QString newBodyFile(const QString &name);
// True if the desktop might run a file of that name instead of showing it.
[[nodiscard]] bool mightBeRun(const QString &name);
// Writes it by a worker, then hands it to the program that the desktop has for its type. `done` is
// told why not; empty if all is well.
void openElsewhere(std::shared_ptr<const body::ByteSource> store, const QString &name,
                   std::function<void(const QString &)> done);

// Writes the file only when somebody asks for it.
class BodyMimeData : public QMimeData
{
    Q_OBJECT
public:
    BodyMimeData(std::shared_ptr<const body::ByteSource> store, QString name);

    [[nodiscard]] QStringList formats() const override;
    [[nodiscard]] bool hasFormat(const QString &type) const override;

protected:
    QVariant retrieveData(const QString &type, QMetaType metaType) const override;

private:
    std::shared_ptr<const body::ByteSource> m_store;
    QString m_name;
    mutable QString m_path; // once written
};

} // namespace sonde::ui
