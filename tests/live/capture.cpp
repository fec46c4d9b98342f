#include "tests/live/capture.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QStandardPaths>
#include <QThread>

#include <array>
#include <csignal>
#include <optional>

namespace sonde::live
{
namespace
{

// The octets of a stream one way, however often and in whichever order its packets were seen.
class Range
{
public:
    void add(qint64 from, qint64 octets)
    {
        if (octets > 0)
            m_pieces[from] = std::max(m_pieces[from], octets);
    }
    // Nothing if there is a hole.
    [[nodiscard]] std::optional<qint64> octets() const
    {
        qint64 end = 1; // tshark counts from the SYN
        for (const auto &[from, octets] : m_pieces) {
            if (from > end)
                return std::nullopt;
            end = std::max(end, from + octets);
        }
        return end - 1;
    }

private:
    std::map<qint64, qint64> m_pieces;
};

// "1,2" of one packet that holds several.
QList<qint64> numbers(const QByteArray &cell)
{
    QList<qint64> list;
    for (const QByteArray &one : cell.split(',')) {
        if (!one.isEmpty())
            list.append(one.toLongLong());
    }
    return list;
}

} // namespace

qint64 Captured::framed(int type, bool sent) const
{
    constexpr qint64 header = 9;
    qint64 octets = 0;
    for (const Frame &frame : frames) {
        if (frame.type == type && frame.sent == sent)
            octets += header + frame.length;
    }
    return octets;
}

std::unique_ptr<Capture> Capture::start(quint16 port, QString *why)
{
    const auto missing = [](const QString &name) {
        return QStandardPaths::findExecutable(name).isEmpty();
    };
    if (missing(QStringLiteral("tshark")) || missing(QStringLiteral("dumpcap"))) {
        *why = QStringLiteral("tshark and dumpcap are not installed");
        return nullptr;
    }
    std::unique_ptr<Capture> capture(new Capture);
    capture->m_port = port;
    const QString file = capture->m_folder.filePath(QStringLiteral("lo.pcapng"));
    capture->m_process.setProcessChannelMode(QProcess::MergedChannels);
    capture->m_process.start(QStringLiteral("dumpcap"),
                             {QStringLiteral("-i"), QStringLiteral("lo"), QStringLiteral("-B"),
                              QStringLiteral("64"), QStringLiteral("-f"),
                              QStringLiteral("tcp port %1").arg(port), QStringLiteral("-w"), file});
    QElapsedTimer clock;
    clock.start();
    QByteArray said;
    // It names its file once it listens.
    while (clock.elapsed() < 10'000 && capture->m_process.state() != QProcess::NotRunning &&
           !said.contains("File: ")) {
        capture->m_process.waitForReadyRead(200);
        said += capture->m_process.readAll();
    }
    if (said.contains("File: ") && capture->m_process.state() == QProcess::Running)
        return capture;
    *why = QStringLiteral("packets cannot be captured here: %1")
               .arg(QString::fromUtf8(said.trimmed().left(300)));
    return nullptr;
}

Capture::~Capture()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(5000);
}

QList<Captured> Capture::finish(const QString &keyLog, const QString &as, QString *why)
{
    QThread::msleep(500); // what is on its way to the file
    ::kill(pid_t(m_process.processId()), SIGINT);
    m_process.waitForFinished(10'000);
    QProcess tshark;
    QStringList words = {
        QStringLiteral("-r"), m_folder.filePath(QStringLiteral("lo.pcapng")),
        QStringLiteral("-d"), QStringLiteral("tcp.port==%1,%2").arg(m_port).arg(as),
        QStringLiteral("-T"), QStringLiteral("fields"),
        QStringLiteral("-E"), QStringLiteral("occurrence=a"),
        QStringLiteral("-E"), QStringLiteral("aggregator=,")};
    // Two processors may hand packets over in another order than they were sent in.
    words += {QStringLiteral("-o"), QStringLiteral("tcp.reassemble_out_of_order:TRUE")};
    if (!keyLog.isEmpty())
        words += {QStringLiteral("-o"), QStringLiteral("tls.keylog_file:") + keyLog};
    for (const char *field :
         {"tcp.stream", "tcp.dstport", "tcp.len", "http.content_length", "http2.type",
          "http2.length", "http2.padding", "http2.magic", "tcp.seq"})
        words += {QStringLiteral("-e"), QLatin1String(field)};
    tshark.start(QStringLiteral("tshark"), words);
    tshark.waitForFinished(120'000);
    std::map<int, Captured> streams;
    std::map<int, std::array<Range, 2>> ranges;
    for (const QByteArray &line : tshark.readAllStandardOutput().split('\n')) {
        const auto cells = line.split('\t');
        if (cells.size() < 9 || cells[0].isEmpty())
            continue;
        Captured &stream = streams[cells[0].toInt()];
        const bool sent = cells[1].toInt() == m_port;
        ranges[cells[0].toInt()][sent ? 0 : 1].add(cells[8].toLongLong(), cells[2].toLongLong());
        for (const qint64 octets : numbers(cells[3]))
            stream.content += octets;
        stream.preface |= !cells[7].isEmpty();
        const auto types = numbers(cells[4]);
        const auto lengths = numbers(cells[5]);
        // The preface is one of tshark's frames without a type or a length.
        for (qsizetype i = 0; i < std::min(types.size(), lengths.size()); ++i)
            stream.frames.append({.sent = sent, .type = int(types[i]), .length = lengths[i]});
        if (!cells[6].isEmpty() || types.size() != lengths.size()) {
            *why = QStringLiteral("tshark's frames cannot be matched: %1")
                       .arg(QString::fromUtf8(line.left(200)));
            return {};
        }
    }
    if (streams.empty())
        *why = QStringLiteral("tshark read nothing: %1")
                   .arg(QString::fromUtf8(tshark.readAllStandardError().left(300)));
    QList<Captured> result;
    for (auto &[number, stream] : streams) {
        const auto sent = ranges[number][0].octets();
        const auto received = ranges[number][1].octets();
        if (!sent || !received)
            *why = QStringLiteral("packets were lost");
        stream.sent = sent.value_or(0);
        stream.received = received.value_or(0);
        result.append(stream);
    }
    return result;
}

} // namespace sonde::live
