#include "wire/http1_reader.h"

#include "wire/http1_start_line.h"

namespace sonde::wire
{

using http::Code;
using http::Phase;
using Kind = Http1Framing::Kind;

Http1Reader::Http1Reader(Http1Role role, std::vector<Event> &events)
    : m_role(role)
    , m_events(events)
    , m_notes(role, events)
    , m_fields(m_notes)
    , m_chunks(m_notes)
{
}

void Http1Reader::begin(StreamId stream, Http1Expected expected)
{
    Q_ASSERT(m_state == State::Idle);
    m_stream = stream;
    m_expected = std::move(expected);
    m_framing = {};
    m_notes.begin(stream);
    m_headOctets = 0;
    m_headWire = 0;
    m_content = 0;
    m_framingOctets = 0;
    m_interims = 0;
    m_begun = false;
    m_headDone = false;
    m_headStarted = false;
    m_state = State::StartLine;
}

qsizetype Http1Reader::feed(QByteArrayView octets, trace::Stamp at)
{
    m_at = at;
    Http1Cursor in{octets, m_offset};
    while (!in.rest.isEmpty() && m_state != State::Idle) {
        if (m_state == State::Failed)
            in.take(in.rest.size());
        else
            step(in);
    }
    m_offset = in.offset;
    return octets.size() - in.rest.size();
}

void Http1Reader::step(Http1Cursor &in)
{
    switch (m_state) {
    case State::StartLine:
        if (!m_headStarted && beginsHead(in.rest))
            startHead();
        if (const auto line = nextLine(in))
            startLine(*line);
        break;
    case State::Fields:
        if (const auto line = nextLine(in))
            fieldLine(*line);
        break;
    case State::Trailers:
        if (const auto line = nextLine(in))
            trailerLine(*line);
        break;
    case State::Counted:
        counted(in);
        break;
    case State::Chunked:
        chunked(in);
        break;
    case State::UntilClose:
    case State::Tunnel:
        raw(in);
        break;
    case State::Idle:
    case State::Failed:
        break;
    }
}

qsizetype Http1Reader::lineLimit() const
{
    return m_state == State::Chunked ? Http1Limits::chunkLine
                                     : Http1Limits::headOctets - m_headOctets;
}

std::optional<Http1Line> Http1Reader::nextLine(Http1Cursor &in)
{
    if (m_lines.pending().isEmpty())
        m_lineStart = in.offset;
    Http1Line line;
    switch (m_lines.take(in, lineLimit(), line)) {
    case Http1LineBuffer::Outcome::Line:
        // The same verdict, at the same octet, as if the line had come in pieces.
        if (m_state == State::StartLine && !isPlausible(line.text))
            return std::nullopt;
        break;
    case Http1LineBuffer::Outcome::Incomplete:
        (void)isPlausible(m_lines.pending());
        return std::nullopt;
    case Http1LineBuffer::Outcome::TooLong: {
        const QByteArray first =
            m_lines.pending().toByteArray() +
            in.rest.first(std::min<qsizetype>(in.rest.size(), 32)).toByteArray();
        if (isPlausible(first))
            tooLong();
        return std::nullopt;
    }
    }
    if (m_state != State::Chunked) {
        m_headOctets += line.octets;
        m_headWire += quint64(line.octets);
        if (line.ending == Http1Line::Ending::BareLf) [[unlikely]]
            m_notes.bareLf(line.offset + line.octets - 1);
    }
    return line;
}

void Http1Reader::tooLong()
{
    if (m_state == State::Chunked) {
        fail(http1Error(
            m_role, Code::LimitExceeded, Phase::ReceiveBody,
            QStringLiteral("A chunk size line is longer than %1 octets, which is Sonde's "
                           "limit.")
                .arg(http1Counted(Http1Limits::chunkLine)),
            m_lineStart));
        return;
    }
    fail(http1Error(
        m_role, Code::LimitExceeded,
        m_state == State::Trailers ? Phase::ReceiveBody : Phase::ReceiveHead,
        QStringLiteral("The head of the message, interim heads and trailers included, is "
                       "longer than %1 octets, which is Sonde's limit.")
            .arg(http1Counted(Http1Limits::headOctets)),
        m_lineStart));
}

// What can be judged before the line is complete is judged, lest a wrong peer be waited for.
bool Http1Reader::isPlausible(QByteArrayView first)
{
    if (m_state == State::StartLine) {
        if (auto foreign = http1Foreign(m_role, first, m_lineStart))
            fail(std::move(*foreign));
    } else if (m_state == State::Chunked) {
        if (auto right = m_chunks.partial(first, m_lineStart); !right)
            fail(std::move(right.error()));
    }
    return m_state != State::Failed;
}

// Anything but a line end; a lone CR is none, which only the octet after it tells.
bool Http1Reader::beginsHead(QByteArrayView rest) const
{
    const QByteArrayView pending = m_lines.pending();
    const char first = pending.isEmpty() ? rest.front() : pending.front();
    if (first != '\r')
        return first != '\n';
    const QByteArrayView second = pending.isEmpty() ? rest.sliced(1) : rest;
    return !second.isEmpty() && second.front() != '\n';
}

void Http1Reader::startHead()
{
    m_headStarted = true;
    m_begun = true;
    m_events.emplace_back(HeadStarted{.stream = m_stream, .at = m_at});
}

void Http1Reader::startLine(const Http1Line &line)
{
    if (line.text.isEmpty()) {
        // RFC 9112 section 2.2: a server ignores an empty line before a request; some servers send
        // one after content as well, which then stands before a response.
        m_headWire = 0;
        m_notes.add({.severity = trace::Severity::Warning,
                     .rule = "http1.leading-empty-line",
                     .what = QStringLiteral("An empty line stands before the first line"),
                     .remedy = QStringLiteral("it is ignored"),
                     .section = "RFC 9112 section 2.2",
                     .offset = line.offset});
        return;
    }
    if (m_role == Http1Role::Response) {
        if (auto read = statusLine(line); !read)
            return fail(std::move(read.error()));
    } else {
        auto head = parseRequestLine(line, m_notes);
        if (!head)
            return fail(std::move(head.error()));
        m_request = std::move(*head);
    }
    m_fields.begin(Http1FieldParser::Section::Head);
    m_state = State::Fields;
}

// A peer repeats itself.
http::Result<void> Http1Reader::statusLine(const Http1Line &line)
{
    constexpr qsizetype longestKept = 128;
    if (!m_statusLine.isEmpty() && line.text == m_statusLine) {
        m_response = m_statusHead;
        return {};
    }
    const size_t told = m_events.size();
    auto head = parseStatusLine(line, m_notes);
    if (!head)
        return std::unexpected(std::move(head.error()));
    m_response = std::move(*head);
    if (m_events.size() == told && line.text.size() <= longestKept) {
        m_statusLine = line.text.toByteArray();
        m_statusHead = m_response;
    }
    return {};
}

void Http1Reader::fieldLine(const Http1Line &line)
{
    if (line.text.isEmpty())
        return finishHead();
    if (auto parsed = m_fields.line(line); !parsed) [[unlikely]]
        fail(std::move(parsed.error()));
}

void Http1Reader::finishHead()
{
    m_headStarted = false;
    if (m_role == Http1Role::Response)
        finishResponseHead();
    else
        finishRequestHead();
}

void Http1Reader::finishResponseHead()
{
    m_response.headers = m_fields.finish();
    const bool interim = m_response.isInterim();
    if (interim && ++m_interims > Http1Limits::interimHeads)
        return fail(
            http1Error(m_role, Code::LimitExceeded, Phase::ReceiveHead,
                       QStringLiteral("The server sent more than %1 interim responses (1xx), "
                                      "which is Sonde's limit.")
                           .arg(Http1Limits::interimHeads),
                       m_lineStart));
    std::optional<http::Result<Http1Framing>> framing;
    if (!interim)
        framing = responseFraming(m_response, m_expected, m_fields.places(), m_notes);
    m_events.emplace_back(ResponseHeadReceived{.stream = m_stream,
                                               .at = m_at,
                                               .head = std::move(m_response),
                                               .wireOctets = std::exchange(m_headWire, 0)});
    m_response = {};
    if (interim)
        m_state = State::StartLine;
    else
        followFraming(std::move(*framing));
}

void Http1Reader::finishRequestHead()
{
    m_request.headers = m_fields.finish();
    auto framing = requestFraming(m_request, m_fields.places(), m_notes);
    if (!framing)
        return fail(std::move(framing.error()));
    if (const auto host = m_request.headers.value("Host"))
        m_request.authority = host->toByteArray();
    m_events.emplace_back(
        RequestHeadReceived{.stream = m_stream, .at = m_at, .head = std::move(m_request)});
    m_request = {};
    followFraming(std::move(framing));
}

void Http1Reader::followFraming(http::Result<Http1Framing> framing)
{
    m_headDone = true;
    if (!framing)
        return fail(std::move(framing.error()));
    m_framing = *framing;
    switch (m_framing.kind) {
    case Kind::None:
        return end(trace::End::NoContent);
    case Kind::Length:
        if (m_framing.length == 0)
            return end(trace::End::ContentLength);
        m_state = State::Counted;
        break;
    case Kind::Chunked:
        m_chunks.begin();
        m_state = State::Chunked;
        break;
    case Kind::UntilClose:
        m_state = State::UntilClose;
        break;
    case Kind::Tunnel:
        m_state = State::Tunnel;
        break;
    }
}

} // namespace sonde::wire
