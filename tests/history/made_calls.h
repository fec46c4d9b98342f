// Calls made by hand, as an engine would have left them.
#pragma once

#include "client/call.h"
#include "history/recording.h"
#include "trace/clock.h"

namespace sonde::testing
{

struct MadeCall {
    QString url = QStringLiteral("http://api.example/orders");
    QByteArray method = "GET";
    int status = 200;
    http::Headers request;
    http::Headers response{{"Content-Type", "application/json"}};
    QByteArray sent;
    QByteArray body = R"({"ok":true})";
    QString file;
    QString title;
    QStringList secrets;
    history::Origin origin = history::Origin::Send;

    [[nodiscard]] std::vector<client::Hop> hops() const
    {
        http::Request request{.target = *http::Target::parse(url), .headers = this->request};
        request.method = *http::Method::parse(method);
        if (!sent.isEmpty())
            request.content = http::Content::of(sent, "application/json");
        auto exchange = std::make_shared<trace::Exchange>(request);
        auto store = std::make_shared<body::ByteStore>();
        if (!store->append(body))
            qFatal("a body cannot be stored");
        store->finish();
        exchange->record(trace::What::SendHeadStarted);
        exchange->update([&](trace::ExchangeState &state) {
            state.sentHeaders = this->request;
            if (status > 0)
                state.response = http::ResponseHead{.version = http::Version::Http11,
                                                    .status = status,
                                                    .reason = {},
                                                    .headers = response};
            else
                state.error = http::Error{.sentence = QStringLiteral("Nobody is there.")};
            state.end = status > 0 ? trace::End::ContentLength : trace::End::Failed;
            state.sizes.responseEncoded = state.sizes.responseDecoded = quint64(body.size());
        });
        return {{exchange, store}};
    }
    [[nodiscard]] history::Sent asSent() const
    {
        collection::RequestDocument document{
            .title = title, .method = QString::fromLatin1(method), .url = url};
        for (const http::Field &field : request)
            document.headers.push_back(
                {QString::fromUtf8(field.name), QString::fromUtf8(field.value)});
        if (!sent.isEmpty()) {
            document.body.mode = collection::BodyMode::Json;
            document.body.text = QString::fromUtf8(sent);
        }
        return {.document = document, .file = file, .secrets = secrets, .origin = origin};
    }
    // Into the store; `daysAgo` it was sent.
    history::EntryId into(history::Store &store, int daysAgo = 0,
                          interop::ExportSecrets show = interop::ExportSecrets::Masked) const
    {
        const auto made = hops();
        auto recording = history::recordingOf(made, asSent(), show);
        if (!recording)
            qFatal("a call was not sent");
        recording->entry.at -= qint64(daysAgo) * 86'400'000;
        const auto id =
            store.add(*recording, history::keptHops(made), show, interop::SecretValues(secrets));
        if (!id)
            qFatal("a call was not kept: %s", qPrintable(id.error().detail));
        return *id;
    }
};

} // namespace sonde::testing
