#include "ui/response/error_text.h"

#include <QCoreApplication>

namespace sonde::ui
{
namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::ErrorText)
};

using http::Code;

ErrorText requestText(Code code)
{
    switch (code) {
    case Code::MalformedUrl:
        return {Text::tr("The URL cannot be read"),
                Text::tr("A URL is a scheme, a host and a path: https://host/path. Spaces and "
                         "unfinished brackets are the usual slips."),
                {}};
    case Code::UnsupportedScheme:
        return {Text::tr("The URL has a scheme that cannot be sent"),
                Text::tr("Only http and https go over the wire here."),
                {}};
    case Code::MalformedMethod:
        return {Text::tr("The method is not a valid word"),
                Text::tr("A method is letters, digits and a few signs, without spaces."),
                {}};
    case Code::MalformedHeader:
        return {Text::tr("A header field cannot be sent as it is"),
                Text::tr("A field name has no spaces or colons, and a value has no line breaks: "
                         "either would let one field pose as another."),
                {}};
    case Code::UnsupportedVersion:
        return {Text::tr("This HTTP version cannot be used here"),
                Text::tr("The version chosen in the options does not go with this URL."),
                {}};
    case Code::ConflictingOptions:
        return {Text::tr("Two options contradict each other"),
                Text::tr("The sentence above names them; switch one off."),
                {}};
    case Code::UnresolvedVariable:
        return {Text::tr("A variable has no value"),
                Text::tr("Give it one in the environment or in the request, or choose another "
                         "environment."),
                {}};
    default:
        return {};
    }
}

ErrorText fileText(Code code)
{
    switch (code) {
    case Code::FileMissing:
        return {Text::tr("A file of the request is missing"),
                Text::tr("It was moved, renamed or deleted after it was chosen."),
                {Fix::Resend}};
    case Code::FileUnreadable:
        return {Text::tr("A file of the request cannot be read"),
                Text::tr("Its permissions or its disk do not allow it."),
                {Fix::Resend}};
    case Code::FileChanged:
        return {Text::tr("A file changed while it was sent"),
                Text::tr("The size announced to the server no longer fits, so sending was stopped "
                         "rather than finished wrongly."),
                {Fix::Resend}};
    case Code::FileUnwritable:
        return {Text::tr("The output cannot be written"),
                Text::tr("The folder is missing or its permissions do not allow it."),
                {Fix::Resend}};
    case Code::DiskFull:
        return {Text::tr("The disk is full"),
                Text::tr("Bodies above a megabyte are kept on disk while they are shown. What "
                         "arrived so far is kept."),
                {Fix::Resend}};
    default:
        return {};
    }
}

ErrorText reachText(Code code)
{
    switch (code) {
    case Code::HostNotFound:
        return {Text::tr("The host name could not be found"),
                Text::tr("No resolver knows this name. A slip in the name, a VPN that is off or a "
                         "name that only exists in another network are the usual causes."),
                {Fix::Resend}};
    case Code::ResolverFailed:
        return {Text::tr("The name servers did not answer"),
                Text::tr("The name may well exist: asking for it failed. Check the network."),
                {Fix::Resend}};
    case Code::ConnectionRefused:
        return {Text::tr("The connection was refused"),
                Text::tr("The computer answered that nobody listens on this port. Is the server "
                         "running, and is the port right?"),
                {Fix::Resend}};
    case Code::HostUnreachable:
        return {Text::tr("The host cannot be reached"),
                Text::tr("There is no way to this address from here: the network is off, or a "
                         "router on the way gave up."),
                {Fix::Resend}};
    case Code::ConnectFailed:
        return {Text::tr("No connection could be made"),
                Text::tr("Every address of the host was tried; the list of attempts is under "
                         "Timing."),
                {Fix::Resend}};
    case Code::ProxyRefused:
        return {Text::tr("The proxy refused the connection"),
                Text::tr("The proxy answered, but would not open a tunnel to this host."),
                {Fix::Resend}};
    case Code::ProxyNotFound:
        return {Text::tr("The proxy could not be reached"),
                Text::tr("Check its address in the options, or go without it."),
                {Fix::Resend}};
    case Code::ProxyProtocol:
        return {Text::tr("The proxy speaks something else"),
                Text::tr("What listens there does not answer as a proxy of this kind does."),
                {Fix::Resend}};
    default:
        return {};
    }
}

ErrorText tlsText(Code code)
{
    // To trust a host stands in for an issuer. No trust makes a certificate younger or renames it.
    const std::vector<Fix> untrusted{Fix::RetryUnverified, Fix::TrustHost, Fix::Resend};
    const std::vector<Fix> certificate{Fix::RetryUnverified, Fix::Resend};
    switch (code) {
    case Code::TlsHandshakeFailed:
        return {Text::tr("The TLS handshake failed"),
                Text::tr("Both sides found no way to speak safely: no common version or cipher, a "
                         "client certificate that is asked for, or no TLS on this port at all."),
                {Fix::Resend}};
    case Code::CertificateUntrusted:
        return {Text::tr("The certificate is not trusted"),
                Text::tr("Its chain does not end at an authority that this computer trusts. A "
                         "self-signed certificate or one of a company network are the usual "
                         "causes; so is somebody who listens in."),
                untrusted};
    case Code::CertificateExpired:
        return {
            Text::tr("The certificate has expired"),
            Text::tr("The server's operator has to renew it. If its dates look right, check the "
                     "clock of this computer."),
            certificate};
    case Code::CertificateNotYetValid:
        return {Text::tr("The certificate is not valid yet"),
                Text::tr("Its first day lies in the future. Check the clock of this computer."),
                certificate};
    case Code::CertificateNameMismatch:
        return {Text::tr("The certificate is for another name"),
                Text::tr("Who answered cannot prove to be the host in the URL. The names it may "
                         "use are in the table."),
                certificate};
    case Code::CertificateInvalid:
        return {Text::tr("The certificate is not valid"),
                Text::tr("A certificate of the chain breaks a rule; the table marks it."),
                certificate};
    case Code::CaFileUnusable:
        return {Text::tr("The file of trusted authorities cannot be used"),
                Text::tr("It has to hold certificates in PEM form."),
                {Fix::Resend}};
    case Code::ClientCertificateUnusable:
        return {Text::tr("The client certificate cannot be used"),
                Text::tr("Certificate and key have to be readable and to belong together."),
                {Fix::Resend}};
    case Code::AlpnRefused:
        return {Text::tr("The server does not speak this HTTP version"),
                Text::tr("The version is pinned in the options, and a pin never falls back to "
                         "another one silently. Choose Auto to take what the server offers."),
                {Fix::Resend}};
    default:
        return {};
    }
}

ErrorText talkText(Code code)
{
    switch (code) {
    case Code::ConnectionClosed:
        return {Text::tr("The server closed the connection without an answer"),
                Text::tr("Not one octet of a response arrived. A crash of the server, TLS on a "
                         "port without it, or a guard in between are the usual causes."),
                {Fix::Resend}};
    case Code::TruncatedResponse:
        return {Text::tr("The response ends too early"),
                Text::tr("The connection ended before everything announced had arrived. What came "
                         "is under Body."),
                {Fix::Resend}};
    case Code::SendFailed:
        return {Text::tr("The request could not be sent to its end"),
                Text::tr("The other side stopped taking octets."),
                {Fix::Resend}};
    case Code::ReceiveFailed:
        return {Text::tr("The connection broke while receiving"),
                Text::tr("What had arrived by then is kept."),
                {Fix::Resend}};
    case Code::MalformedResponse:
        return {Text::tr("The answer is not HTTP"),
                Text::tr("What the server sent cannot be read as a response. Another kind of "
                         "server on this port is the usual cause."),
                {Fix::Resend}};
    case Code::LimitExceeded:
        return {Text::tr("The response is larger than is reasonable"),
                Text::tr("A part of it went over a limit that guards this computer; the sentence "
                         "above says which."),
                {Fix::Resend}};
    case Code::StreamReset:
        return {Text::tr("The server reset the stream"),
                Text::tr("HTTP/2 lets one side end a single exchange while the connection goes on; "
                         "the code in the details says why."),
                {Fix::Resend}};
    case Code::GoAway:
        return {Text::tr("The server is closing the connection"),
                Text::tr("It announced that it takes no more requests on this connection."),
                {Fix::Resend}};
    case Code::ProtocolViolation:
        return {Text::tr("The other side broke a rule of the protocol"),
                Text::tr("Going on would mean guessing, so the exchange was stopped."),
                {Fix::Resend}};
    case Code::UnexpectedVersion:
        return {Text::tr("The server speaks another protocol here"),
                Text::tr("What it sent belongs to TLS or to another HTTP version than the one "
                         "asked for, and Sonde never falls back silently: choose another scheme "
                         "or version."),
                {Fix::Resend}};
    default:
        return {};
    }
}

ErrorText contentText(Code code)
{
    switch (code) {
    case Code::ContentDecodingFailed:
        return {Text::tr("The body cannot be decompressed"),
                Text::tr("It is announced as compressed, but does not read as such. Switch "
                         "decoding off in the options to see it as it is."),
                {Fix::Resend}};
    case Code::UnknownContentCoding:
        return {Text::tr("The body has a coding that is not known here"),
                Text::tr("Switch decoding off in the options to see it as it is."),
                {Fix::Resend}};
    case Code::DecompressionBomb:
        return {Text::tr("The body inflates beyond reason"),
                Text::tr("A few octets became very many: a common way to fill a memory or a disk. "
                         "Go on only if you know the server."),
                {Fix::GoOnPastBomb, Fix::Resend}};
    default:
        return {};
    }
}

ErrorText policyText(Code code)
{
    switch (code) {
    case Code::ConnectTimeout:
        return {Text::tr("Connecting took too long"),
                Text::tr("Looking up, connecting and securing together went over the connect "
                         "timeout. A firewall that drops packets is the usual cause."),
                {Fix::WaitLonger, Fix::Resend}};
    case Code::FirstByteTimeout:
        return {Text::tr("The server took too long to answer"),
                Text::tr("The request was sent, and nothing came back within the time to the first "
                         "octet."),
                {Fix::WaitLonger, Fix::Resend}};
    case Code::IdleTimeout:
        return {Text::tr("The response stalled"),
                Text::tr("Nothing arrived for longer than the idle timeout allows. What came "
                         "before is kept."),
                {Fix::WaitLonger, Fix::Resend}};
    case Code::TotalTimeout:
        return {Text::tr("The exchange took too long"),
                Text::tr("It went over the total timeout, redirects included. What came before is "
                         "kept."),
                {Fix::WaitLonger, Fix::Resend}};
    case Code::TooManyRedirects:
        return {Text::tr("Too many redirects"),
                Text::tr("The server keeps sending us on, often in a circle: a missing cookie or "
                         "two servers that disagree about http and https."),
                {Fix::Resend}};
    case Code::MalformedRedirect:
        return {Text::tr("The redirect leads nowhere"),
                Text::tr("The address it names cannot be followed."),
                {Fix::Resend}};
    case Code::Cancelled:
        return {
            Text::tr("Cancelled"), Text::tr("What had arrived by then is kept."), {Fix::Resend}};
    case Code::BodyNotReplayable:
        return {Text::tr("The body cannot be sent a second time"),
                Text::tr("A redirect or a retry asks for it again, but it came from a source that "
                         "can be read only once."),
                {Fix::Resend}};
    default:
        return {};
    }
}

} // namespace

ErrorText errorText(const http::Error &error)
{
    for (const auto &group :
         {requestText, fileText, reachText, tlsText, talkText, contentText, policyText}) {
        if (ErrorText text = group(error.code); !text.title.isEmpty())
            return text;
    }
    return {Text::tr("Something went wrong inside Sonde"),
            Text::tr("This should not happen. The details help to find out why."),
            {Fix::Resend}};
}

QString fixText(Fix fix)
{
    switch (fix) {
    case Fix::Resend:
        return Text::tr("Send again");
    case Fix::RetryUnverified:
        return Text::tr("Retry once unverified");
    case Fix::TrustHost:
        return Text::tr("Trust for this host…");
    case Fix::WaitLonger:
        return Text::tr("Wait longer");
    case Fix::GoOnPastBomb:
        return Text::tr("Go on without the limit");
    }
    Q_UNREACHABLE();
}

QString phaseText(http::Phase phase)
{
    switch (phase) {
    case http::Phase::Plan:
        return Text::tr("before anything was sent");
    case http::Phase::Queue:
        return Text::tr("while waiting for a connection");
    case http::Phase::Resolve:
        return Text::tr("while looking up the host name");
    case http::Phase::Connect:
        return Text::tr("while connecting");
    case http::Phase::Proxy:
        return Text::tr("while talking to the proxy");
    case http::Phase::TlsHandshake:
        return Text::tr("during the TLS handshake");
    case http::Phase::Send:
        return Text::tr("while sending the request");
    case http::Phase::Wait:
        return Text::tr("while waiting for the response");
    case http::Phase::ReceiveHead:
        return Text::tr("while receiving the head");
    case http::Phase::ReceiveBody:
        return Text::tr("while receiving the body");
    case http::Phase::Store:
        return Text::tr("while storing the body");
    }
    Q_UNREACHABLE();
}

QString blameText(http::Blame blame)
{
    return blame == http::Blame::Local ? Text::tr("on this side") : Text::tr("on the other side");
}

} // namespace sonde::ui
