// One connection on a line: the socket to the server, our end of the pair to the client, and what
// either did not take at once. Lives on the line's thread.
#pragma once

#include "net/endpoint.h"
#include "net/line_end.h"
#include "net/line_model.h"

#include <memory>

namespace sonde::net
{

class LineLane
{
public:
    using Stamp = LineModel::Stamp;
    LineLane(std::shared_ptr<LineEnd> end, int client, const SystemEndpoint &target, Stamp dialAt);
    ~LineLane(); // closes
    LineLane(const LineLane &) = delete;
    LineLane &operator=(const LineLane &) = delete;

    enum class State : quint8 {
        Waiting,  // our SYN is on its way
        Dialling, // it has arrived
        Answered, // the answer is on its way back
        Open,
        Over, // to be removed
    };
    [[nodiscard]] State state() const { return m_state; }
    // Until the next step of connecting; nothing when none is timed.
    [[nodiscard]] std::optional<Stamp> wakeAt() const;
    void step(Stamp now, std::chrono::nanoseconds oneWay);

    // What poll() is to look for, 0 for nothing at all.
    [[nodiscard]] short serverEvents(bool hasRoom) const;
    [[nodiscard]] short clientEvents(bool hasRoom) const;
    [[nodiscard]] int server() const { return m_server; }
    [[nodiscard]] int client() const { return m_client; }

    // Octets that arrived, at most `most`; empty and `ended` at the end of the stream.
    struct Read {
        QByteArray octets;
        bool ended = false;
    };
    [[nodiscard]] Read readServer(qint64 most);
    [[nodiscard]] Read readClient(qint64 most);
    void deliver(LineModel::Way way, const QByteArray &octets, bool isEnd);
    void flush(); // what was not taken before
    // Octets that came through and were not taken.
    [[nodiscard]] qint64 held(LineModel::Way way) const
    {
        return way == LineModel::Way::Up ? m_toServer.size() : m_toClient.size();
    }

private:
    void dial(Stamp now, std::chrono::nanoseconds oneWay);
    void answer(int number, Stamp now, std::chrono::nanoseconds oneWay);
    void conclude();
    [[nodiscard]] Read readFrom(int descriptor, qint64 most, bool &ended, bool keepsFailure);
    bool write(int descriptor, QByteArray &held);

    const std::shared_ptr<LineEnd> m_end;
    const SystemEndpoint m_target;
    State m_state = State::Waiting;
    Stamp m_next; // of Waiting and Answered
    int m_number = 0;
    int m_server = -1;
    int m_client;
    QByteArray m_toServer;
    QByteArray m_toClient;
    bool m_serverEnded = false; // has sent all it will
    bool m_clientEnded = false;
    bool m_endsServer = false; // once m_toServer is out
    bool m_endsClient = false;
};

} // namespace sonde::net
