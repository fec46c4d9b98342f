// What the history keeps of a call that is over: how a list shows it, what of it can be found, and
// the request as it was edited. Reads the spool; any thread.
#pragma once

#include "collection/request_document.h"
#include "history/store.h"

namespace sonde::history
{

// Where a call came from.
struct Sent {
    collection::RequestDocument document; // variables not filled in
    QString file;                         // the .http file it is from; empty: none
    QStringList secrets;                  // values that stand nowhere in the history
    Origin origin = Origin::Send;
};

// Those known, and the credentials that this call carried: a server that sends back what it got
// must not bring them in. Short ones are left out; they would blot what has nothing to do with
// them.
[[nodiscard]] QStringList secretsOf(const std::vector<client::Hop> &hops, const Sent &sent);
// Nothing if it was never sent.
[[nodiscard]] std::optional<Recording>
recordingOf(const std::vector<client::Hop> &hops, const Sent &sent, interop::ExportSecrets secrets);
// The hops that can be opened again, with no more of their bodies than the history keeps.
[[nodiscard]] std::vector<client::Hop> keptHops(const std::vector<client::Hop> &hops);

// All of the above: the call goes into the store, which is held to the limits now and then, whoever
// writes. Nothing happens if it was never sent. Errors: of the store.
[[nodiscard]] bool wasSent(const std::vector<client::Hop> &hops);
[[nodiscard]] http::Result<void> keep(Store &store, const std::vector<client::Hop> &hops, Sent sent,
                                      const Limits &limits);

// The request as it went out, variables filled in: what can be copied as a command. Content beyond
// a MiB is left out.
[[nodiscard]] collection::RequestDocument documentOf(const client::Hop &hop);

// Credentials that are written out in it become ***; variables stay.
[[nodiscard]] collection::RequestDocument withoutSecrets(collection::RequestDocument document,
                                                         const interop::SecretValues &values);

} // namespace sonde::history
