#include "client/exchange_driver.h"
#include "client/live_call.h"
#include "client/retry.h"
#include "client/stop_errors.h"
#include "net/deadline.h"

namespace sonde::client
{
namespace
{

using trace::ExchangeState;
using trace::What;

// Where the story stands: the hop at work and what the next one may still do.
struct Chapter {
    Hop hop;
    ContentSource source;
    net::Reuse reuse = net::Reuse::Allowed;
    int redirects = 0;
    bool retried = false;
    bool http11Required = false; // said by the server of this origin

    [[nodiscard]] const http::Request &request() const { return hop.exchange->request(); }
};

void failUnsent(const LiveCall &live, const Hop &hop, http::Error error)
{
    const trace::Stamp now = trace::now();
    if (error.code == http::Code::Cancelled)
        error = stopError(hop.exchange->state(), live.stop.reason(), live.options->timeouts, now);
    const bool cancelled = error.code == http::Code::Cancelled;
    hop.exchange->update([&](ExchangeState &state) {
        state.events.push_back({.at = now, .what = cancelled ? What::Cancelled : What::Failed});
        state.end = cancelled ? trace::End::Cancelled : trace::End::Failed;
        state.error = std::move(error);
    });
    hop.body->finish();
    live.call->noteChange();
}

http::Result<void> openSource(Chapter &chapter)
{
    auto source = ContentSource::open(chapter.request().content);
    if (!source)
        return std::unexpected(source.error());
    chapter.source = std::move(*source);
    return {};
}

net::RouteView routeOf(const LiveCall &live, const Chapter &chapter)
{
    const Options &options = *live.options;
    const http::Request &request = chapter.request();
    const bool required = chapter.http11Required;
    return {.origin = request.target.origin,
            .version = required ? http::VersionPolicy::Http11 : request.version,
            .pinnedBy = required ? net::PinnedBy::Server : net::PinnedBy::Request,
            .tls = options.tls,
            .proxy = options.proxy,
            .overrides = options.overrides,
            .family = options.family,
            .isolation = options.isolation,
            .connectTimeout = options.timeouts.connect};
}

std::optional<net::Pool::Lease> takeNow(const LiveCall &live, const Chapter &chapter)
{
    return live.connections->takeNow(routeOf(live, chapter), chapter.reuse, *chapter.hop.exchange);
}

QCoro::Task<Connections::Acquired> acquire(const LiveCall &live, const Chapter &chapter)
{
    return live.connections->acquire(routeOf(live, chapter).copy(), chapter.reuse,
                                     chapter.hop.exchange, live.stop.token());
}

ExchangeDriver::Setup setUp(LiveCall &live, Chapter &chapter, const net::Pool::Lease &lease)
{
    const Carrier carrier{.version = lease.connection->version(),
                          .absoluteForm = lease.connection->wantsAbsoluteForm()};
    const wire::ContentLength content = chapter.source.length();
    return {.call = live.call,
            .hop = chapter.hop,
            .connection = lease.connection,
            .reused = lease.reused,
            .request = &chapter.request(),
            .plan = planRequest(chapter.request(), *live.options, content, carrier),
            .options = live.options.get(),
            .source = &chapter.source,
            .sink = live.sink,
            .stop = &live.stop,
            .redirectsFollowed = chapter.redirects};
}

void beginHop(const LiveCall &live, Chapter &chapter, http::Request request, trace::Origin origin,
              std::vector<trace::Finding> findings)
{
    const trace::ExchangeId parent = chapter.hop.exchange->id();
    chapter.hop.exchange = std::make_shared<trace::Exchange>(std::move(request), origin, parent);
    chapter.hop.body = std::make_shared<body::ByteStore>(live.options->spoolFolder);
    if (chapter.hop.kept)
        chapter.hop.kept =
            std::make_shared<KeptContent>(live.options->spoolFolder, live.options->keep);
    chapter.hop.exchange->update(
        [&](ExchangeState &state) { state.findings = std::move(findings); });
    live.call->addHop(chapter.hop);
}

trace::Finding versionFinding(const http::Error &error)
{
    return {.rule = "client.http11-required",
            .sentence =
                QStringLiteral("Sent again over HTTP/1.1, because the server does not serve "
                               "this request over HTTP/2: %1")
                    .arg(error.sentence),
            .section = "RFC 9113 section 7"};
}

trace::Finding retryFinding(const http::Error &error)
{
    return {.rule = "client.retry",
            .sentence = QStringLiteral("Sent again on a new connection, because the first try "
                                       "failed and cannot have been processed: %1")
                            .arg(error.sentence),
            .section = "RFC 9110 section 9.2.2"};
}

// True if there is another chapter.
bool turnPage(const LiveCall &live, Chapter &chapter, ExchangeOutcome outcome, bool reused)
{
    if (live.stop.isStopped())
        return false;
    if (outcome.redirect) {
        ++chapter.redirects;
        chapter.retried = false;
        chapter.reuse = live.options->reuse;
        if (outcome.redirect->request.target.origin != chapter.request().target.origin)
            chapter.http11Required = false;
        beginHop(live, chapter, std::move(outcome.redirect->request), trace::Origin::Redirect,
                 std::move(outcome.redirect->findings));
        if (const auto opened = openSource(chapter); !opened) {
            failUnsent(live, chapter.hop, opened.error());
            return false;
        }
        return true;
    }
    if (!outcome.error || chapter.retried)
        return false;
    const Failure failure{.error = *outcome.error, .reused = reused, .answered = outcome.answered};
    const bool required = wantsHttp11(chapter.request(), failure);
    if ((!required && !mayRetry(chapter.request(), failure)) || !chapter.source.rewind())
        return false;
    chapter.retried = true;
    chapter.http11Required = chapter.http11Required || required;
    chapter.reuse = net::Reuse::Fresh;
    beginHop(live, chapter, chapter.request(), trace::Origin::Retry,
             {required ? versionFinding(*outcome.error) : retryFinding(*outcome.error)});
    return true;
}

// The total timeout, if there is one, stops the call wherever it is.
std::unique_ptr<net::Deadline> watchTotal(LiveCall &live)
{
    if (live.options->timeouts.total.count() <= 0)
        return nullptr;
    return std::make_unique<net::Deadline>(live.options->timeouts.total, [&live] {
        live.stop.stop(StopSignal::Reason::TotalTimeout);
    });
}

bool lingers(const LiveCall &live, const net::Connection *last)
{
    return last && last->version() == http::Version::Http2 && live.options->linger.count() > 0 &&
           !live.stop.isStopped();
}

// Checks before any connection is opened.
http::Result<void> prepare(const LiveCall &live, const Chapter &chapter)
{
    if (live.stop.isStopped())
        return std::unexpected(http::Error{.code = http::Code::Cancelled});
    return checkRequest(chapter.request(), chapter.source.length());
}

} // namespace

QCoro::Task<> drive(std::shared_ptr<LiveCall> live)
{
    const auto total = watchTotal(*live);
    std::shared_ptr<net::Connection> last;
    Chapter chapter{.hop = live->call->last(), .reuse = live->options->reuse};
    const auto opened = openSource(chapter);
    if (!opened)
        failUnsent(*live, chapter.hop, opened.error());
    for (bool goesOn = opened.has_value(); goesOn;) {
        if (const auto ready = prepare(*live, chapter); !ready) {
            failUnsent(*live, chapter.hop, ready.error());
            break;
        }
        chapter.hop.exchange->record(What::Dispatched);
        if (live->options->reuse == net::Reuse::Fresh)
            chapter.hop.exchange->update([](ExchangeState &state) { state.ownConnection = true; });
        auto lease = takeNow(*live, chapter);
        if (!lease) {
            auto acquiring = acquire(*live, chapter);
            auto acquired = co_await acquiring;
            if (!acquired) {
                failUnsent(*live, chapter.hop, std::move(acquired.error()));
                break;
            }
            lease = std::move(*acquired);
        }
        last = lease->connection;
        ExchangeDriver driver(setUp(*live, chapter, *lease));
        driver.start();
        const auto outcome = driver.outcome();
        auto told = co_await outcome;
        goesOn = turnPage(*live, chapter, std::move(told), lease->reused);
    }
    if (lingers(*live, last.get())) {
        live->call->noteChange(); // the exchange is over, the call is not
        const net::Completion<bool> passed;
        const auto deadline = net::completeAfter(live->options->linger, passed, true);
        const auto stopped = live->stop.token().onCancel([passed] { passed.complete(false); });
        co_await passed;
    }
    last.reset();
    live->over();
    live->call->finish();
}

} // namespace sonde::client
