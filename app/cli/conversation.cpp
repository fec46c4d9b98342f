#include "cli/conversation.h"

#include "cli/waterfall.h"

#include <array>

namespace sonde::cli
{
namespace
{

using trace::What;

bool isSecret(QByteArrayView name)
{
    static constexpr auto secrets = std::to_array<QByteArrayView>(
        {"authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key",
         "x-auth-token", "authentication-info", "proxy-authentication-info"});
    return std::ranges::any_of(secrets,
                               [&](QByteArrayView secret) { return http::sameName(name, secret); });
}

QByteArray joined(const QList<QByteArray> &parts)
{
    QByteArray text;
    for (const QByteArray &part : parts)
        text += (text.isEmpty() ? "" : ", ") + part;
    return text;
}

QByteArrayView outcome(trace::Attempt::Outcome outcome)
{
    switch (outcome) {
    case trace::Attempt::Outcome::Pending:
        return "is being tried";
    case trace::Attempt::Outcome::Connected:
        return "connected";
    case trace::Attempt::Outcome::Failed:
        return "failed";
    case trace::Attempt::Outcome::Abandoned:
        return "was given up for another";
    }
    Q_UNREACHABLE();
}

// Content of the same stream, with nothing to say of it but how much it is.
bool continuesContent(const trace::Frame &first, const trace::Frame &next)
{
    return first.is(trace::FrameType::Data) && next.is(trace::FrameType::Data) &&
           first.stream == next.stream && first.direction == next.direction && first.flags == 0 &&
           next.flags == 0 && first.verdict == trace::Verdict{} && next.verdict == first.verdict;
}

} // namespace

QByteArray shownValue(const http::Field &field, Secrets secrets)
{
    if (secrets == Secrets::Shown || !isSecret(field.name))
        return field.value;
    // The scheme of credentials and the name of a cookie help and tell nothing.
    const qsizetype space = field.value.indexOf(' ');
    QByteArray kept;
    if (http::sameName(field.name, "Authorization") ||
        http::sameName(field.name, "Proxy-Authorization"))
        kept = space < 0 ? QByteArray() : field.value.first(space + 1);
    return kept + "[" + QByteArray::number(field.value.size() - kept.size()) +
           " octets, --show-secrets shows them]";
}

http::Headers fieldsOf(const QByteArray &head, QByteArray &line)
{
    http::Headers fields;
    line.clear();
    for (const QByteArray &each : head.split('\n')) {
        const QByteArray text = each.trimmed();
        if (text.isEmpty() && !line.isEmpty())
            break;
        const qsizetype colon = text.indexOf(':');
        if (line.isEmpty())
            line = text;
        else
            fields.append(text.first(std::max<qsizetype>(colon, 0)),
                          text.sliced(colon + 1).trimmed());
    }
    return fields;
}

void Conversation::note(const QByteArray &text)
{
    m_news += painted("* " + harmless(text), Ink::Faint, m_colour) + '\n';
}

void Conversation::head(char mark, const QByteArray &line, const http::Headers &fields)
{
    const QByteArray prefix = QByteArray(1, mark) + ' ';
    m_news += painted(prefix + harmless(line), Ink::Strong, m_colour) + '\n';
    for (const http::Field &field : fields)
        m_news +=
            prefix + harmless(field.name) + ": " + harmless(shownValue(field, m_secrets)) + '\n';
    m_news += QByteArray(1, mark) + '\n';
}

QByteArray Conversation::news(const std::vector<trace::ExchangeState> &hops)
{
    m_told.resize(std::max(m_told.size(), hops.size()));
    for (size_t i = 0; i < hops.size(); ++i) {
        if (m_told[i].end)
            continue;
        tellConnection(hops[i], m_told[i]);
        if (const auto *conversation = m_told[i].assigned ? m_frames.of(hops[i]) : nullptr) {
            m_told[i].framed = true;
            tellFrames(hops[i], *conversation, i + 1 == hops.size() ? IsLast::Yes : IsLast::No);
        } else {
            tellRequest(hops[i], m_told[i]);
            tellResponse(hops[i], m_told[i]);
        }
        tellEnd(hops[i], m_told[i]);
    }
    return std::exchange(m_news, {});
}

void Conversation::tellConnection(const trace::ExchangeState &hop, Told &told)
{
    if (!std::exchange(told.opened, true) && hop.origin != trace::Origin::User)
        note(hop.origin == trace::Origin::Redirect
                 ? "Following the redirect to " + hop.request.target.url()
                 : QByteArray("Sending the request once more"));
    if (!hop.connection || told.assigned)
        return;
    const trace::ConnectionState state = hop.connection->state();
    const bool isOwn = state.openedBy == hop.id;
    while (isOwn && told.attempts < state.attempts.size()) {
        const trace::Attempt &attempt = state.attempts[told.attempts];
        if (attempt.outcome == trace::Attempt::Outcome::Pending && !hop.isOver())
            break;
        if (told.attempts == 0 && state.addressSource == trace::AddressSource::Resolver)
            note(state.origin.host + " has the addresses " + joined(state.addresses));
        QByteArray line = attempt.address + ' ' + outcome(attempt.outcome).toByteArray();
        if (attempt.ended)
            line += " after " + durationText(*attempt.ended - attempt.started);
        if (!attempt.reason.isEmpty())
            line += ": " + attempt.reason.toUtf8();
        note(line);
        ++told.attempts;
    }
    const bool tunnelled = trace::firstOf(state.events, What::ProxyFinished) ||
                           trace::firstOf(state.events, What::ProxyFailed);
    if (isOwn && !state.tunnel.empty() && (tunnelled || hop.isOver()))
        tellTunnel(state, told);
    if (isOwn && state.tls && (trace::firstOf(state.events, What::TlsFinished) || hop.isOver()))
        tellTls(state, told);
    if (hop.sentHeaders.isEmpty() && !hop.isOver())
        return;
    told.assigned = true;
    if (hop.connectionReused)
        note("Using connection " + QByteArray::number(quint64(state.id)) + " again, to " +
             state.remote);
    if (!state.versionReason.isEmpty())
        note("Speaking " + http::versionName(state.version).toByteArray() + " (" +
             state.versionReason.toUtf8() + ")");
}

void Conversation::tellTunnel(const trace::ConnectionState &connection, Told &told)
{
    if (std::exchange(told.tunnel, true))
        return;
    for (const auto direction : {trace::Direction::Sent, trace::Direction::Received}) {
        QByteArray line;
        const auto fields = fieldsOf(trace::tunnelText(connection.tunnel, direction), line);
        if (!line.isEmpty())
            head(direction == trace::Direction::Sent ? '>' : '<', line, fields);
    }
}

void Conversation::tellTls(const trace::ConnectionState &connection, Told &told)
{
    if (std::exchange(told.tls, true))
        return;
    const trace::TlsReport &tls = *connection.tls;
    if (!tls.version.isEmpty())
        note(tls.version + ", " + tls.cipher + (tls.group.isEmpty() ? "" : ", " + tls.group) +
             (tls.resumed ? ", session resumed" : ""));
    note("ALPN offered " + joined(tls.alpnOffered) + "; the server chose " +
         (tls.alpnChosen.isEmpty() ? QByteArray("none") : tls.alpnChosen));
    if (!tls.chain.empty()) {
        const trace::Certificate &leaf = tls.chain.front();
        note("Certificate of " + leaf.subject.toUtf8() + ", from " + leaf.issuer.toUtf8() +
             ", valid until " + leaf.notAfter.toUTC().toString(Qt::ISODate).toLatin1());
    }
    if (tls.verification == trace::Verification::Trusted)
        note(tls.pinned ? "The certificate is trusted as the one that was chosen"
                        : "The certificate is trusted");
}

void Conversation::tellRequest(const trace::ExchangeState &hop, Told &told)
{
    if (told.request || hop.sentHeaders.isEmpty() ||
        !trace::firstOf(hop.events, What::SendHeadStarted))
        return;
    told.request = true;
    http::Version version =
        hop.connection ? hop.connection->state().version : http::Version::Http11;
    if (hop.request.version == http::VersionPolicy::Http10)
        version = http::Version::Http10;
    head('>',
         hop.request.method.token() + ' ' + hop.request.target.pathAndQuery + ' ' +
             http::versionName(version).toByteArray(),
         hop.sentHeaders);
}

void Conversation::tellResponse(const trace::ExchangeState &hop, Told &told)
{
    const auto tell = [this](const http::ResponseHead &response) {
        head('<',
             http::versionName(response.version).toByteArray() + ' ' +
                 QByteArray::number(response.status) + ' ' + response.reason,
             response.headers);
    };
    while (told.interim < hop.interim.size())
        tell(hop.interim[told.interim++]);
    if (hop.response && !std::exchange(told.response, true))
        tell(*hop.response);
}

// Every frame a line, neighbours that are content of one stream together; after the last of a
// header section the section itself.
void Conversation::tellFrames(const trace::ExchangeState &hop,
                              const trace::Conversation &conversation, IsLast isLast)
{
    const auto &frames = conversation.frames;
    for (size_t &at = m_framesTold[hop.connection->id()]; at < frames.size();) {
        const trace::Frame &frame = frames[at];
        const bool sent = frame.direction == trace::Direction::Sent;
        const bool later =
            sent && frame.is(trace::FrameType::Headers) && frame.stream > hop.streamId;
        if (later && isLast == IsLast::No)
            return; // the request of the next hop
        int count = 0;
        quint64 octets = 0;
        do {
            octets += frames[at++].length;
            ++count;
        } while (at < frames.size() && continuesContent(frame, frames[at]));
        const QByteArray prefix = sent ? "> " : "< ";
        m_news += painted(prefix + contentLine(frame, count, octets),
                          frame.verdict.isViolation() ? Ink::Error : Ink::Faint, m_colour) +
                  '\n';
        if (frame.block && conversation.blocks[size_t(*frame.block)].lastFrame == frame.number)
            tellBlock(conversation.blocks[size_t(*frame.block)]);
    }
}

void Conversation::tellBlock(const trace::HeaderBlock &block)
{
    const bool sent = block.direction == trace::Direction::Sent;
    QByteArray line = "trailers";
    http::Headers fields = block.headers();
    if (const auto method = fields.value(":method")) {
        line = method->toByteArray() + ' ' +
               fields.value(":path").value_or(QByteArrayView()).toByteArray() + " HTTP/2";
    } else if (const auto status = fields.value(":status")) {
        line = "HTTP/2 " + status->toByteArray();
        fields.remove(":status");
    }
    head(sent ? '>' : '<', line, fields);
}

void Conversation::tellEnd(const trace::ExchangeState &hop, Told &told)
{
    for (; told.findings < hop.findings.size(); ++told.findings)
        note("Note: " + hop.findings[told.findings].sentence.toUtf8());
    if (!hop.isOver())
        return;
    told.end = true;
    if (!hop.trailers.isEmpty() && !told.framed)
        head('<', "trailers", hop.trailers);
    QByteArray line = "Received " + sizeText(hop.sizes.responseEncoded) + " of content, sent " +
                      sizeText(hop.sizes.requestContent) + "; ended by " +
                      trace::name(hop.end).toByteArray();
    note(line);
}

} // namespace sonde::cli
