// A stream owner that writes down what it hears. By default it consumes what it gets at once.
#pragma once

#include "net/connection.h"

#include <functional>

namespace sonde::testing
{

class RecordingOwner : public net::StreamOwner
{
public:
    void headStarted(trace::Stamp at) override
    {
        headStartedAt = at;
        calls.append("head-started");
    }
    void headReceived(wire::ResponseHeadReceived event) override
    {
        calls.append("head " + QByteArray::number(event.head.status));
        heads.push_back(std::move(event.head));
    }
    void contentReceived(const wire::ContentReceived &event) override
    {
        if (keeps)
            content += event.octets.toByteArray();
        contentOctets += event.octets.size();
        stamps.push_back(event.at);
        if (consumes)
            connection->consume(stream, event.octets.size());
        if (onContent)
            onContent();
    }
    void trailersReceived(wire::TrailersReceived event) override { trailers = event.trailers; }
    void findingNoticed(const trace::Finding &finding) override { findings.push_back(finding); }
    void sent(const wire::SentMark &mark, trace::Stamp at) override
    {
        marks.emplace_back(mark, at);
    }
    void contentWanted() override
    {
        ++wanted;
        if (onWanted)
            onWanted();
    }
    void ended(trace::Stamp, trace::End how) override
    {
        ++ends;
        end = how;
        if (onEnd)
            onEnd(); // may destroy us
    }
    void failed(trace::Stamp, const http::Error &why) override
    {
        ++ends;
        end = trace::End::Failed;
        error = why;
        if (onEnd)
            onEnd();
    }
    [[nodiscard]] bool isOver() const { return ends > 0; }
    [[nodiscard]] std::optional<trace::Stamp> sentAt(wire::SentMark::What what) const
    {
        for (const auto &[mark, at] : marks) {
            if (mark.what == what)
                return at;
        }
        return std::nullopt;
    }

    // Opens on a connection; false if that fails, with the reason in `error`.
    bool openOn(const std::shared_ptr<net::Connection> &on, const wire::RequestHead &head,
                wire::ContentLength length = {})
    {
        connection = on;
        const auto opened = on->open(head, length, this);
        if (!opened) {
            error = opened.error();
            return false;
        }
        stream = *opened;
        return true;
    }

    std::shared_ptr<net::Connection> connection;
    wire::StreamId stream{};
    bool consumes = true;
    bool keeps = true;
    std::function<void()> onContent;
    std::function<void()> onWanted;
    std::function<void()> onEnd;

    QByteArrayList calls;
    std::vector<http::ResponseHead> heads;
    QByteArray content;
    qint64 contentOctets = 0;
    http::Headers trailers;
    std::vector<trace::Finding> findings;
    std::vector<std::pair<wire::SentMark, trace::Stamp>> marks;
    std::vector<trace::Stamp> stamps;
    std::optional<trace::Stamp> headStartedAt;
    int wanted = 0;
    int ends = 0;
    trace::End end = trace::End::Open;
    std::optional<http::Error> error;
};

// GET of a path, with the Host field that HTTP/1.1 needs.
[[nodiscard]] inline wire::RequestHead getHead(const QByteArray &authority,
                                               const QByteArray &path = "/",
                                               const QByteArray &scheme = "http")
{
    wire::RequestHead head{.scheme = scheme, .authority = authority, .target = path};
    head.headers.append("Host", authority);
    return head;
}

} // namespace sonde::testing
