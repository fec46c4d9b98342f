// A descriptor that is written without ever blocking the event loop, whatever it is: pipe, socket,
// terminal or file. What does not fit is held and goes out when the reader has made room.
#pragma once

#include "http/error.h"

#include <functional>
#include <memory>
#include <optional>

class QSocketNotifier;

namespace sonde::cli
{

class OutputStream
{
public:
    // The descriptor stays open; its flags, which other processes share, stay as they are.
    [[nodiscard]] static std::unique_ptr<OutputStream> standardOutput();
    enum class Folders : quint8 { MustExist, Make };
    // Truncates or creates. Error: FileUnwritable.
    [[nodiscard]] static http::Result<std::unique_ptr<OutputStream>> toFile(const QString &path,
                                                                            Folders folders);
    ~OutputStream();
    OutputStream(const OutputStream &) = delete;
    OutputStream &operator=(const OutputStream &) = delete;

    // Takes all octets; true if none of them is held back. Errors: FileUnwritable, DiskFull; the
    // same error from then on.
    [[nodiscard]] http::Result<bool> write(QByteArrayView octets);
    // Waits until all is out. Interrupted by a signal: gives up what `isInterrupted` says to.
    [[nodiscard]] http::Result<void> flush(const std::function<bool()> &isInterrupted = {});

    // Called from the event loop once nothing is held any more, or when writing has failed.
    std::function<void()> drained;

private:
    enum class Kind : quint8 {
        Plain,    // file or null device: writing never waits for a reader
        Owned,    // a pipe that was opened anew, so that O_NONBLOCK is ours alone
        Socket,   // MSG_DONTWAIT for each call
        Borrowed, // poll() first, then no more than is sure to fit
    };
    OutputStream(int descriptor, Kind kind, QString name);
    [[nodiscard]] qsizetype tryWrite(QByteArrayView octets); // -1: failed, errno tells
    void advance();
    [[nodiscard]] http::Error failure(int number) const;

    int m_descriptor;
    const Kind m_kind;
    const QString m_name; // for sentences
    QByteArray m_held;
    std::optional<http::Error> m_error;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace sonde::cli
