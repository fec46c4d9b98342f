// What tshark says of the packets on the loopback interface while a test runs: the oracle for
// octets. Needs the right to capture.
#pragma once

#include <QList>
#include <QProcess>
#include <QTemporaryDir>

#include <map>
#include <memory>

namespace sonde::live
{

// One connection as tshark took it apart, octets both ways.
struct Captured {
    qint64 sent = 0;     // TCP payload from the client
    qint64 received = 0; // to it
    qint64 content = 0;  // HTTP/1: by the Content-Length of responses
    struct Frame {
        bool sent = false;
        int type = 0;
        qint64 length = 0; // payload
        qint64 padding = 0;
    };
    QList<Frame> frames; // HTTP/2
    bool preface = false;

    [[nodiscard]] bool isHttp2() const { return preface; }
    // Frame headers and payload of one type, one way.
    [[nodiscard]] qint64 framed(int type, bool sent) const;
};

class Capture
{
public:
    // Only what goes to or comes from `port`. Null with `why` when this is not permitted here.
    static std::unique_ptr<Capture> start(quint16 port, QString *why);
    ~Capture();

    // Ends it and lets tshark read it. `keyLog` may be empty; `as` is tshark's name of what runs
    // on the port: "http", "tls". Nothing with `why` when packets were lost.
    [[nodiscard]] QList<Captured> finish(const QString &keyLog, const QString &as, QString *why);

private:
    Capture() = default;

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace sonde::live
