// A file that one process at a time holds: free again when that process ends, however it ends.
// Nothing is written, so nobody waits for the disk: QLockFile puts its holder's name there first,
// which held a start back by up to 15 ms. GUI thread.
#pragma once

#include <QString>

namespace sonde::ui
{

class FileLock
{
public:
    // Tries once. Held as well on a file system that knows no locks: a lone window is the rule.
    explicit FileLock(const QString &path);
    ~FileLock(); // removes the file, if it is held
    Q_DISABLE_COPY_MOVE(FileLock)

    [[nodiscard]] bool isHeld() const { return m_descriptor >= 0; }

private:
    const QByteArray m_path;
    int m_descriptor = -1;
};

} // namespace sonde::ui
