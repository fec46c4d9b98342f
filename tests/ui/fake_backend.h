// A back end for tests of the window: keeps what was sent and answers when told to.
#pragma once

#include "ui/shell/backend.h"

namespace sonde::test
{

class FakeBackend : public ui::Backend
{
public:
    struct Sent {
        http::Request request;
        client::Options options;
        std::shared_ptr<client::Call> call;
        std::shared_ptr<trace::Exchange> exchange;
        std::shared_ptr<body::ByteStore> body;
    };

    [[nodiscard]] bool isReady() const override { return m_ready; }
    void start() override { ++starts; }
    void becomeReady()
    {
        m_ready = true;
        Q_EMIT readied();
    }

    [[nodiscard]] std::shared_ptr<client::Call> send(http::Request request,
                                                     client::Options options) override
    {
        auto exchange = std::make_shared<trace::Exchange>(request);
        auto body = std::make_shared<body::ByteStore>();
        auto call = client::Call::recorded({client::Hop{exchange, body}}, false);
        sent.push_back({std::move(request), std::move(options), call, exchange, body});
        return call;
    }

    [[nodiscard]] collection::Variables variables(const QString &) const override { return known; }

    // The last request gets this response and is over.
    void answer(int status, const QByteArray &content, const http::Headers &headers = {})
    {
        const Sent &last = sent.back();
        if (!last.body->append(content))
            qFatal("the body store of a test is full");
        last.body->finish();
        last.exchange->update([&](trace::ExchangeState &state) {
            state.response = http::ResponseHead{.version = http::Version::Http2,
                                                .status = status,
                                                .reason = {},
                                                .headers = headers};
            state.sizes.responseDecoded = quint64(content.size());
            state.end = trace::End::EndStream;
        });
        last.call->finish();
    }

    std::vector<Sent> sent;
    collection::Variables known;
    int starts = 0;

private:
    bool m_ready = false;
};

} // namespace sonde::test
