// However they are cut, octets mean the same: to the client, and to the server.
#include "tests/fuzz/fuzz.h"
#include "tests/wire/http1_transcript.h"
#include "wire/http1.h"

using namespace sonde;
using namespace sonde::wire;

namespace
{

QByteArrayList read(Session &session, QByteArrayView octets, qsizetype step)
{
    Http1Transcript transcript(Http1Transcript::Show::MessagesOnly);
    while (!octets.isEmpty()) {
        const auto piece = octets.first(std::min(step, octets.size()));
        session.feed(piece, {});
        transcript.add(session.takeEvents());
        octets = octets.sliced(piece.size());
    }
    session.feedEnd({});
    transcript.add(session.takeEvents());
    return transcript.lines();
}

QByteArrayList readAsClient(QByteArrayView octets, qsizetype step, const QByteArray &method)
{
    const auto client = makeHttp1Client();
    RequestHead head;
    head.method = method;
    head.scheme = "http";
    head.authority = "a";
    head.target = "/";
    (void)client->open(head, {});
    QByteArray out;
    std::vector<SentMark> marks;
    while (client->drain(out, marks)) {
    }
    (void)client->takeEvents();
    return read(*client, octets, step);
}

QByteArrayList readAsServer(QByteArrayView octets, qsizetype step)
{
    return read(*makeHttp1Server(), octets, step);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 1 || size > 64 * 1024)
        return 0;
    const auto all = fuzz::octets(data, size);
    const auto role = quint8(all.front());
    const auto octets = all.sliced(1);
    const qsizetype step = 1 + (role >> 2);
    if ((role & 1) != 0) {
        INVARIANT(readAsServer(octets, octets.size()) == readAsServer(octets, step));
        return 0;
    }
    const QByteArray method = (role & 2) != 0 ? "HEAD" : "GET";
    INVARIANT(readAsClient(octets, octets.size(), method) == readAsClient(octets, step, method));
    return 0;
}
