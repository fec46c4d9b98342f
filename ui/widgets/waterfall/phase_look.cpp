#include "ui/widgets/waterfall/phase_look.h"

#include <QCoreApplication>

namespace sonde::ui
{
namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::Phases)
};

} // namespace

QString phaseName(trace::Phase phase)
{
    switch (phase) {
    case trace::Phase::Queued:
        return Text::tr("Queued");
    case trace::Phase::ConnectionWait:
        return Text::tr("Waiting for a connection");
    case trace::Phase::Resolve:
        return Text::tr("DNS");
    case trace::Phase::Connect:
        return Text::tr("TCP");
    case trace::Phase::Proxy:
        return Text::tr("Proxy");
    case trace::Phase::Tls:
        return Text::tr("TLS");
    case trace::Phase::SendHead:
        return Text::tr("Send head");
    case trace::Phase::SendBody:
        return Text::tr("Send body");
    case trace::Phase::ContinueWait:
        return Text::tr("Wait for 100 Continue");
    case trace::Phase::Interim:
        return Text::tr("Interim response");
    case trace::Phase::Wait:
        return Text::tr("Wait");
    case trace::Phase::Head:
        return Text::tr("Receive head");
    case trace::Phase::Body:
        return Text::tr("Receive body");
    case trace::Phase::Trailers:
        return Text::tr("Trailers");
    }
    Q_UNREACHABLE();
}

Token phaseToken(trace::Phase phase)
{
    switch (phase) {
    case trace::Phase::Queued:
    case trace::Phase::ConnectionWait:
        return Token::PhaseQueue;
    case trace::Phase::Resolve:
        return Token::PhaseDns;
    case trace::Phase::Connect:
        return Token::PhaseTcp;
    case trace::Phase::Proxy:
        return Token::PhaseProxy;
    case trace::Phase::Tls:
        return Token::PhaseTls;
    case trace::Phase::SendHead:
    case trace::Phase::SendBody:
    case trace::Phase::ContinueWait:
        return Token::PhaseSend;
    case trace::Phase::Interim:
    case trace::Phase::Wait:
        return Token::PhaseWait;
    case trace::Phase::Head:
    case trace::Phase::Body:
    case trace::Phase::Trailers:
        return Token::PhaseReceive;
    }
    Q_UNREACHABLE();
}

} // namespace sonde::ui
