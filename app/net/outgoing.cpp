#include "net/outgoing.h"

#include <algorithm>

namespace sonde::net
{
namespace
{

bool isStart(const wire::SentMark &mark)
{
    return mark.what == wire::SentMark::What::HeadStart ||
           mark.what == wire::SentMark::What::ContentStart;
}

} // namespace

Outgoing::State Outgoing::flush(std::vector<Due> &due)
{
    if (m_failed)
        return State::Failed;
    const auto limit = m_drained + quint64(share);
    for (;;) {
        const auto state = send(due);
        if (state != State::Idle)
            return state;
        if (m_drained >= limit)
            return State::More;
        if (!drain())
            return m_failed ? State::Failed : State::Idle;
    }
}

bool Outgoing::drain()
{
    m_newMarks.clear();
    m_placed = 0;
    if (!m_tls) {
        if (!m_session->drain(m_plain, m_newMarks, share))
            return false;
        m_tap->sent(m_plain, trace::now(), m_session->drainedContent());
        m_drained += quint64(m_plain.size());
        for (const auto &mark : m_newMarks)
            m_marks.push_back({mark, mark.position});
        return true;
    }
    static thread_local QByteArray plain;
    plain.resize(0);
    if (!m_session->drain(plain, m_newMarks, share))
        return false;
    const auto at = trace::now();
    m_tap->sent(plain, at, m_session->drainedContent());
    const bool encrypted = encrypt(plain);
    m_tap->records(m_tls->records(), at);
    return encrypted;
}

// Record by record, so that a mark is placed at the record that holds it.
bool Outgoing::encrypt(const QByteArray &plain)
{
    for (qsizetype at = 0; at < plain.size(); at += TlsStream::recordSize) {
        const auto part =
            QByteArrayView(plain).sliced(at, std::min(TlsStream::recordSize, plain.size() - at));
        const auto start = m_sent + quint64(wire().size());
        if (!m_tls->write(part)) {
            m_failed = true;
            return false;
        }
        m_drained += quint64(part.size());
        place(m_drained, start, m_sent + quint64(wire().size()));
    }
    place(m_drained + 1, m_sent + quint64(wire().size()), m_sent + quint64(wire().size()));
    return true;
}

// Marks below `drainedTo` stand in the record that was just written; an end that coincides with the
// record's end does too.
void Outgoing::place(quint64 drainedTo, quint64 wireStart, quint64 wireEnd)
{
    for (; m_placed < m_newMarks.size(); ++m_placed) {
        const auto &mark = m_newMarks[m_placed];
        const bool inside =
            mark.position < drainedTo || (mark.position == drainedTo && !isStart(mark));
        if (!inside)
            return;
        m_marks.push_back({mark, isStart(mark) ? wireStart : wireEnd});
    }
}

Outgoing::State Outgoing::send(std::vector<Due> &due)
{
    auto &octets = wire();
    while (m_wireAt < octets.size()) {
        const auto before = trace::now();
        const auto sent = m_socket->send(QByteArrayView(octets).sliced(m_wireAt));
        const auto after = trace::now();
        if (sent.status == Socket::Status::WouldBlock)
            return State::Blocked;
        if (sent.status == Socket::Status::Failed) {
            m_failed = true;
            m_number = m_socket->number();
            return State::Failed;
        }
        m_wireAt += sent.octets;
        m_sent += quint64(sent.octets);
        collectDue(due, before, after);
    }
    octets.resize(0); // keeps its room
    m_wireAt = 0;
    return State::Idle;
}

void Outgoing::collectDue(std::vector<Due> &due, trace::Stamp before, trace::Stamp after)
{
    const auto produced = m_sent + quint64(wire().size() - m_wireAt);
    while (!m_marks.empty()) {
        const auto &[mark, position] = m_marks.front();
        // A start is passed with the octet after it; at the very end there is none to wait for.
        const bool passed =
            isStart(mark) ? m_sent > position || m_sent == produced : m_sent >= position;
        if (!passed)
            return;
        due.push_back({mark, isStart(mark) ? before : after});
        m_marks.pop_front();
    }
}

} // namespace sonde::net
