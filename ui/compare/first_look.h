// One exchange over each version, one after the other, so that answers can be set side by side: a
// look, no measurement. GUI thread; the exchanges run wherever `Send` sends them.
#pragma once

#include "client/watcher.h"

#include <functional>

namespace sonde::ui
{

using Send =
    std::function<std::shared_ptr<client::Call>(http::Request request, client::Options options)>;

class FirstLook : public QObject
{
    Q_OBJECT
public:
    explicit FirstLook(Send send, QObject *parent = nullptr);
    ~FirstLook() override; // what runs is cancelled

    struct Side {
        http::VersionPolicy version{};
        std::shared_ptr<client::Call> call; // null: its turn has not come
    };
    // Ends what runs and begins anew.
    void start(const http::Request &request, const client::Options &options,
               const std::vector<http::VersionPolicy> &versions);
    void stop();
    [[nodiscard]] const std::vector<Side> &sides() const { return m_sides; }
    [[nodiscard]] bool isRunning() const { return m_watcher != nullptr; }

Q_SIGNALS:
    void changed(); // an exchange is over
    void finished();

private:
    void sendNext();
    void takeOne();

    Send m_send;
    http::Request m_request;
    client::Options m_options;
    std::vector<Side> m_sides;
    size_t m_next = 0;
    std::unique_ptr<client::Watcher> m_watcher;
};

} // namespace sonde::ui
