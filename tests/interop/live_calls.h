// Calls to the playground, over each version and with everything kept that exports need.
#pragma once

#include "client/engine.h"
#include "playground/playground.h"
#include "tests/support/await.h"

#include <QTemporaryDir>

namespace sonde::testing
{

class LiveCalls
{
public:
    enum class Over : quint8 { Http1, H2c, Https1, Https2 };

    // Starts the playground; false if it cannot.
    [[nodiscard]] bool start() { return m_playground.start().has_value(); }

    // A call that is over. `change` gets the request and the options before they are sent.
    template <typename Change>
    std::shared_ptr<client::Call> call(Over over, const QByteArray &path, Change change)
    {
        const bool tls = over == Over::Https1 || over == Over::Https2;
        const QByteArray base = tls ? m_playground.httpsUrl() : m_playground.httpUrl();
        http::Request request{.target = *http::Target::parse(QString::fromUtf8(base + path))};
        request.version = over == Over::Http1 || over == Over::Https1 ? http::VersionPolicy::Http11
                          : over == Over::H2c                         ? http::VersionPolicy::H2c
                                                                      : http::VersionPolicy::Http2;
        client::Options options{.keep = client::Keep::WireContent};
        options.tls.pinnedDer = m_playground.certificateDer();
        options.spoolFolder = m_folder.path();
        change(request, options);
        auto call = m_engine.start(std::move(request), std::move(options));
        if (!spinUntil([&] { return call->isOver(); }))
            qFatal("a call did not end");
        return call;
    }
    std::shared_ptr<client::Call> call(Over over, const QByteArray &path)
    {
        return call(over, path, [](http::Request &, client::Options &) {});
    }
    client::Engine &engine() { return m_engine; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    playground::Playground m_playground{{.folder = m_folder.path()}};
    client::Engine m_engine{client::Engine::Where::CallersThread};
};

} // namespace sonde::testing
