// What comes in: from nghttp2's callbacks to events.
#include "wire/http2_engine.h"

namespace sonde::wire
{

using http::Code;
using http::Phase;

namespace
{

// A peer can make a finding out of one octet; past these the list tells a person nothing new.
// Room made beforehand: most responses have no more fields, most feeds no more events.
constexpr qsizetype usualFields = 12;
constexpr size_t mostEventsExpected = 512;
constexpr int maxFindings = 16; // of one stream, and of the connection

bool isTrailers(const Http2Stream &stream)
{
    return stream.finalHead;
}

QByteArrayView octetsOf(nghttp2_rcbuf *buffer)
{
    const nghttp2_vec vector = nghttp2_rcbuf_get_buf(buffer);
    return {reinterpret_cast<const char *>(vector.base), qsizetype(vector.len)};
}

std::optional<quint64> announcedOctets(const http::Headers &fields)
{
    const auto value = fields.value("content-length");
    bool good = false;
    const quint64 octets = value ? value->toByteArray().toULongLong(&good) : 0;
    return good ? std::optional(octets) : std::nullopt;
}

} // namespace

void Http2Engine::receive(QByteArrayView octets, trace::Stamp at)
{
    if (m_over)
        return;
    m_now = at;
    if (m_told.capacity() < m_eventsBefore)
        m_told.reserve(m_eventsBefore);
    const ssize_t taken = nghttp2_session_mem_recv(
        m_session, reinterpret_cast<const uint8_t *>(octets.data()), size_t(octets.size()));
    m_eventsBefore = std::min(m_told.size(), mostEventsExpected);
    if (taken >= 0)
        return;
    failSession(http2ProtocolError(m_side, NGHTTP2_PROTOCOL_ERROR,
                                   QString::fromLatin1(nghttp2_strerror(int(taken)))));
}

void Http2Engine::receiveEnd(trace::Stamp at)
{
    if (m_over)
        return;
    m_now = at;
    const QString closing = closingWords();
    for (Http2Stream *stream : m_streams.inOrder()) {
        http::Error error = http2ClosedError(m_side, progress(*stream), closing);
        error.retrySafe = m_side == Http2Side::Client && !stream->headSent;
        fail(stream, std::move(error));
    }
    http::Error error = http2ClosedError(m_side, {}, closing);
    error.sentence =
        (m_side == Http2Side::Client ? QStringLiteral("The connection was closed by the server%1.")
                                     : QStringLiteral("The connection was closed by the client%1."))
            .arg(closing.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(closing));
    failSession(std::move(error));
}

QString Http2Engine::closingWords() const
{
    if (!m_goAway)
        return {};
    const QString code = http2CodeName(m_goAway->code);
    return m_goAway->debug.isEmpty() ? QStringLiteral("announced by GOAWAY with %1").arg(code)
                                     : QStringLiteral("announced by GOAWAY with %1: %2")
                                           .arg(code, http2Shown(m_goAway->debug));
}

Http2Progress Http2Engine::progress(const Http2Stream &stream) const
{
    return {.begun = stream.begun, .finalHead = stream.finalHead, .octets = stream.received};
}

void Http2Engine::tellFinding(Http2Stream *stream, trace::Finding finding)
{
    int &told = stream ? stream->findings : m_findings;
    if (told++ >= maxFindings)
        return;
    tell(FindingNoticed{StreamId(stream ? stream->id : 0), std::move(finding)});
}

// Every frame header, CONTINUATION included: the only place where those are seen.
void Http2Engine::frameBegun(const nghttp2_frame_hd &frame)
{
    const quint64 wireOctets = http2FrameHeaderOctets + frame.length;
    switch (frame.type) {
    case NGHTTP2_HEADERS:
        m_block = {.wireOctets = wireOctets};
        break;
    case NGHTTP2_CONTINUATION:
        m_block.wireOctets += wireOctets;
        break;
    case NGHTTP2_DATA:
        m_data = {.wireOctets = wireOctets, .padded = (frame.flags & NGHTTP2_FLAG_PADDED) != 0};
        if (Http2Stream *stream = heard(frame.stream_id))
            stream->framed += frame.length;
        break;
    case NGHTTP2_PUSH_PROMISE:
        // nghttp2 cancels what left before the server knew that we want none; later ones end the
        // connection (RFC 9113 section 8.4).
        tellFinding(
            heard(frame.stream_id),
            {.severity = trace::Severity::Warning,
             .rule = "http2.push-refused",
             .sentence = QStringLiteral("The server wanted to push a response, which was refused."),
             .section = "RFC 9113 section 8.4"});
        break;
    default:
        break;
    }
}

void Http2Engine::headersBegun(const nghttp2_frame &frame)
{
    Http2Stream *stream = frame.hd.type == NGHTTP2_HEADERS ? streamOfHeaders(frame) : nullptr;
    if (!stream)
        return;
    stream->begun = true;
    m_block.stream = stream;
    m_block.fields.reserve(usualFields);
    if (!isTrailers(*stream))
        tell(HeadStarted{StreamId(stream->id), stamp()});
}

void Http2Engine::fieldReceived(nghttp2_rcbuf *name, nghttp2_rcbuf *value)
{
    Http2Stream *stream = m_block.stream;
    if (!stream)
        return;
    const QByteArrayView nameOctets = octetsOf(name);
    const QByteArrayView valueOctets = octetsOf(value);
    m_block.listOctets += quint64(nameOctets.size() + valueOctets.size()) + 32;
    const auto place = 2 * size_t(m_block.fieldCount++);
    if (m_block.listOctets > m_options.maxHeaderOctets ||
        m_block.fieldCount > m_options.maxFields) {
        limitExceeded(*stream);
        return;
    }
    http::Field field{.name = m_recent.octets(place, nameOctets),
                      .value = m_recent.octets(place + 1, valueOctets)};
    if (field.name.startsWith(':')) {
        takePseudoField(std::move(field));
        return;
    }
    if (const QByteArrayView bare = http::trimmed(field.value); bare.size() != field.value.size()) {
        tellFinding(stream,
                    {.severity = trace::Severity::Violation,
                     .rule = "http2.value-whitespace",
                     .sentence = QStringLiteral("The value of “%1” begins or ends with white "
                                                "space, which HTTP/2 forbids.")
                                     .arg(http2Shown(field.name)),
                     .section = "RFC 9113 section 8.2.1"});
    }
    m_block.fields.append(std::move(field));
}

// nghttp2 has made sure that each is known and comes once.
void Http2Engine::takePseudoField(http::Field field)
{
    if (field.name == ":status")
        m_block.status = std::move(field.value);
    else if (field.name == ":method")
        m_block.method = std::move(field.value);
    else if (field.name == ":scheme")
        m_block.scheme = std::move(field.value);
    else if (field.name == ":authority")
        m_block.authority = std::move(field.value);
    else if (field.name == ":path")
        m_block.path = std::move(field.value);
}

void Http2Engine::fieldIgnored(QByteArrayView name)
{
    Http2Stream *stream = m_block.stream;
    if (!stream)
        return;
    tellFinding(stream,
                {.severity = trace::Severity::Violation,
                 .rule = "http2.field-ignored",
                 .sentence = QStringLiteral("The field “%1” has octets that no field may have "
                                            "and is left out.")
                                 .arg(http2Shown(name)),
                 .section = "RFC 9113 section 8.2.1"});
    if (++m_block.fieldCount > m_options.maxFields)
        limitExceeded(*stream);
}

void Http2Engine::limitExceeded(Http2Stream &stream)
{
    nghttp2_submit_rst_stream(m_session, NGHTTP2_FLAG_NONE, qint32(stream.id),
                              NGHTTP2_ENHANCE_YOUR_CALM);
    fail(&stream,
         http2MessageError(m_side, Code::LimitExceeded,
                           isTrailers(stream) ? Phase::ReceiveBody : Phase::ReceiveHead,
                           QStringLiteral("has a field section over the limit of %1 octets and %2 "
                                          "fields; the stream was reset.")
                               .arg(m_options.maxHeaderOctets)
                               .arg(m_options.maxFields)));
}

void Http2Engine::dataReceived(qint32 id, QByteArrayView octets)
{
    // The connection's credit goes back at once, so that one slow stream cannot starve its
    // siblings.
    nghttp2_session_consume_connection(m_session, size_t(octets.size()));
    Http2Stream *stream = heard(id);
    if (!stream)
        return;
    stream->received += quint64(octets.size());
    const quint64 framing = m_data.told == 0 ? http2FrameHeaderOctets + (m_data.padded ? 1 : 0) : 0;
    const quint64 wireOctets = framing + quint64(octets.size());
    m_data.told += wireOctets;
    tell(ContentReceived{StreamId(stream->id), stamp(), octets,
                         wireOctets + std::exchange(stream->untold, 0)});
}

// Padding, and frames without content: their octets are told with what comes next.
void Http2Engine::dataFrameEnded(Http2Stream &stream)
{
    stream.untold += m_data.wireOctets - std::min(m_data.told, m_data.wireOctets);
    m_data = {};
}

void Http2Engine::frameReceived(const nghttp2_frame &frame)
{
    if (frame.hd.type == NGHTTP2_GOAWAY) {
        goAwayReceived(frame.goaway);
        return;
    }
    Http2Stream *stream = heard(frame.hd.stream_id);
    if (!stream)
        return;
    switch (frame.hd.type) {
    case NGHTTP2_HEADERS:
        headEnded(*stream, frame);
        break;
    case NGHTTP2_DATA:
        dataFrameEnded(*stream);
        if (frame.hd.flags & NGHTTP2_FLAG_END_STREAM)
            ended(*stream);
        break;
    case NGHTTP2_RST_STREAM:
        fail(stream, http2ResetError(m_side, frame.rst_stream.error_code, progress(*stream)));
        break;
    default:
        break;
    }
}

void Http2Engine::headEnded(Http2Stream &stream, const nghttp2_frame &frame)
{
    if (!isTrailers(stream)) {
        const std::optional<quint64> announced = announcedOctets(m_block.fields);
        headReceived(stream);
        if (stream.finalHead)
            stream.announced = announced;
    } else {
        tell(TrailersReceived{StreamId(stream.id), stamp(), std::move(m_block.fields),
                              m_block.wireOctets});
    }
    m_block = {};
    if (frame.hd.flags & NGHTTP2_FLAG_END_STREAM)
        ended(stream);
}

void Http2Engine::ended(Http2Stream &stream)
{
    // RFC 9113 section 8.1: a server may answer without waiting for the request; what is left of
    // that helps nobody.
    const bool stopsUpload =
        m_side == Http2Side::Client && stream.hasContent && !stream.contentTaken;
    if (stopsUpload)
        tellFinding(&stream, {.rule = "http2.upload-stopped",
                              .sentence = QStringLiteral("The response was complete before the "
                                                         "request; the rest of the request was not "
                                                         "sent."),
                              .section = "RFC 9113 section 8.1"});
    stream.ended = true;
    tell(MessageEnded{StreamId(stream.id), stamp(), trace::End::EndStream, stream.untold});
    if (stopsUpload)
        reset(StreamId(stream.id), NGHTTP2_CANCEL);
}

void Http2Engine::goAwayReceived(const nghttp2_goaway &frame)
{
    m_goAway = GoAway{.lastStream = quint32(frame.last_stream_id),
                      .code = frame.error_code,
                      .debug = QByteArray(reinterpret_cast<const char *>(frame.opaque_data),
                                          qsizetype(frame.opaque_data_len))};
    tell(GoAwayReceived{stamp(), StreamId(m_goAway->lastStream), m_goAway->code, m_goAway->debug});
    if (m_side == Http2Side::Server)
        return; // its last stream speaks of pushes, of which we make none
    for (Http2Stream *stream : m_streams.inOrder()) {
        if (stream->id > m_goAway->lastStream)
            fail(stream, http2GoAwayError(m_side, m_goAway->code, m_goAway->debug));
    }
}

// nghttp2 resets the stream, or ends the connection, which frameSent() will see.
void Http2Engine::frameInvalid(const nghttp2_frame &frame, int libraryCode)
{
    Http2Stream *stream = heard(frame.hd.stream_id);
    if (!stream || frame.hd.type != NGHTTP2_HEADERS)
        return;
    const Phase phase = isTrailers(*stream) ? Phase::ReceiveBody : Phase::ReceiveHead;
    if (libraryCode == NGHTTP2_ERR_HTTP_HEADER)
        fail(stream, http2MessageError(m_side, Code::MalformedResponse, phase,
                                       http2FieldRule(m_complaint)));
    else if (libraryCode == NGHTTP2_ERR_HTTP_MESSAGING)
        fail(stream, http2MessageError(m_side, Code::MalformedResponse, phase,
                                       brokenMessaging(*stream, frame)));
}

QString Http2Engine::brokenMessaging(const Http2Stream &stream, const nghttp2_frame &frame) const
{
    const bool last = (frame.hd.flags & NGHTTP2_FLAG_END_STREAM) != 0;
    if (isTrailers(stream))
        return QStringLiteral("has a trailer section that does not end it (RFC 9113 section 8.1).");
    if (m_side == Http2Side::Server)
        return QStringLiteral(
            "lacks a pseudo-field that a request must have, or ends other than its "
            "Content-Length says (RFC 9113 section 8.3.1).");
    if (m_block.status.isEmpty())
        return QStringLiteral("has no :status (RFC 9113 section 8.3.2).");
    if (last && m_block.status.startsWith('1'))
        return QStringLiteral("ends with an interim response (RFC 9113 section 8.1).");
    return QStringLiteral("has a head that contradicts its content (RFC 9113 section 8.1.1).");
}

void Http2Engine::streamClosed(qint32 id, quint32 code)
{
    Http2Stream *stream = heard(id);
    if (!stream)
        return;
    // What the peer did was told when its frame came; here nghttp2 itself gave the stream up.
    if (!stream->ended)
        tell(StreamFailed{StreamId(stream->id), stamp(), explainedReset(*stream, code)});
    forget(stream); // as nghttp2 does
}

http::Error Http2Engine::explainedReset(const Http2Stream &stream, quint32 code) const
{
    const Phase phase = progress(stream).phase();
    if (stream.announced && stream.framed > *stream.announced)
        return http2MessageError(m_side, Code::MalformedResponse, phase,
                                 QStringLiteral("announced %1 octets of content and sent more (RFC "
                                                "9113 section 8.1.1).")
                                     .arg(*stream.announced));
    if (stream.announced && stream.received < *stream.announced)
        return http2MessageError(m_side, Code::TruncatedResponse, phase,
                                 QStringLiteral("announced %1 octets of content but ended after %2 "
                                                "(RFC 9113 section 8.1.1).")
                                     .arg(*stream.announced)
                                     .arg(stream.received));
    if (stream.framed > 0 && !stream.finalHead)
        return http2MessageError(
            m_side, Code::MalformedResponse, phase,
            QStringLiteral("has content before its final head (RFC 9113 section "
                           "8.1)."));
    if (stream.framed > stream.received)
        return http2MessageError(
            m_side, Code::MalformedResponse, phase,
            QStringLiteral("has content where none is allowed, as with HEAD, 204 "
                           "and 304 (RFC 9110 section 6.4.1)."));
    http::Error error = http2MessageError(m_side, Code::ProtocolViolation, phase,
                                          QStringLiteral("broke a rule of HTTP/2; the stream was "
                                                         "reset with %1.")
                                              .arg(http2CodeName(code)));
    error.detail = http2Shown(m_complaint);
    error.number = code;
    return error;
}

} // namespace sonde::wire
