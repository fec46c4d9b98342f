// The HTTP/2 frames behind the hops of one send: read from the byte logs of their connections as
// those grow, and put into words. Any one thread.
#pragma once

#include "cli/json_writer.h"
#include "client/connection_record.h"
#include "trace/exchange.h"

#include <map>

namespace sonde::cli
{

class Frames
{
public:
    // All that has gone over the hop's connection so far; null if it does not speak HTTP/2 or
    // nothing has. Lives as long as this.
    [[nodiscard]] const trace::Conversation *of(const trace::ExchangeState &hop);

private:
    std::map<trace::ConnectionId, std::unique_ptr<client::ConnectionRecord>> m_records;
};

// "SETTINGS stream=0 length=6 INITIAL_WINDOW_SIZE=65535", and what is wrong with it, if anything.
[[nodiscard]] QByteArray frameLine(const trace::Frame &frame);
// For `frames` neighbours that are content of one stream, the first of which this is.
[[nodiscard]] QByteArray contentLine(const trace::Frame &first, int frames, quint64 octets);

// --trace-frames: every frame on a line of its own, with milliseconds since the first hop began.
class FrameTrace
{
public:
    // What has come and gone since the last time.
    [[nodiscard]] QByteArray news(const std::vector<trace::ExchangeState> &hops);

private:
    Frames m_frames;
    std::map<trace::ConnectionId, size_t> m_told;
};

// The member `frames` of the report: those of all connections that the hops used.
void writeFrames(JsonWriter &json, const std::vector<trace::ExchangeState> &hops);

// Adds to the hops what the self-check of header lists finds.
void checkHeads(std::vector<trace::ExchangeState> &hops);

} // namespace sonde::cli
