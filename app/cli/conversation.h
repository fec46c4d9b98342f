// -v: what was said on the wire, as text that grows: `*` for the connection, `>` sent, `<`
// received; HTTP/2 frame by frame. Reads snapshots of exchanges; remembers what it has told
// already. Any one thread.
#pragma once

#include "cli/frames.h"
#include "cli/terminal.h"

namespace sonde::cli
{

enum class Secrets : quint8 { Masked, Shown };

// A field's value, or how long it is if it opens doors: Authorization, Cookie and their kin.
[[nodiscard]] QByteArray shownValue(const http::Field &field, Secrets secrets);

// A head in the form of HTTP/1, as fields; `line` gets what stands before them.
[[nodiscard]] http::Headers fieldsOf(const QByteArray &head, QByteArray &line);

class Conversation
{
public:
    Conversation(Secrets secrets, Colour colour)
        : m_secrets(secrets)
        , m_colour(colour)
    {
    }

    // What happened in the hops since the last time. Oldest hop first; only the end of the list
    // grows.
    [[nodiscard]] QByteArray news(const std::vector<trace::ExchangeState> &hops);

private:
    struct Told {
        bool opened = false;
        size_t attempts = 0;
        bool connected = false;
        bool tunnel = false;
        bool tls = false;
        bool assigned = false;
        bool framed = false; // its frames tell what heads would
        bool request = false;
        size_t interim = 0;
        bool response = false;
        bool trailers = false;
        size_t findings = 0;
        bool end = false;
    };

    enum class IsLast : quint8 { No, Yes };

    void tellConnection(const trace::ExchangeState &hop, Told &told);
    void tellTunnel(const trace::ConnectionState &connection, Told &told);
    void tellTls(const trace::ConnectionState &connection, Told &told);
    void tellRequest(const trace::ExchangeState &hop, Told &told);
    void tellResponse(const trace::ExchangeState &hop, Told &told);
    void tellFrames(const trace::ExchangeState &hop, const trace::Conversation &conversation,
                    IsLast isLast);
    void tellBlock(const trace::HeaderBlock &block);
    void tellEnd(const trace::ExchangeState &hop, Told &told);
    void note(const QByteArray &text);
    void head(char mark, const QByteArray &line, const http::Headers &fields);

    const Secrets m_secrets;
    const Colour m_colour;
    std::vector<Told> m_told;
    Frames m_frames;
    std::map<trace::ConnectionId, size_t> m_framesTold;
    QByteArray m_news;
};

} // namespace sonde::cli
