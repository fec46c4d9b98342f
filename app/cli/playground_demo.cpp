#include "cli/playground_demo.h"

#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/interrupt.h"
#include "cli/waterfall.h"
#include "client/engine.h"

#include <QEventLoop>

#include <array>

namespace sonde::cli
{
namespace
{

struct Scene {
    QByteArrayView title;
    QByteArrayView path;
    bool overTls = false;
    http::VersionPolicy version = http::VersionPolicy::Auto;
};

constexpr auto scenes = std::to_array<Scene>({
    {"TLS lets client and server agree on HTTP/2", "/version", true},
    {"The same over HTTP/1.1, pinned", "/version", true, http::VersionPolicy::Http11},
    {"HTTP/2 without TLS, with prior knowledge", "/version", false, http::VersionPolicy::H2c},
    {"103 Early Hints, then the answer", "/early-hints?pause=100", true},
    {"Redirects, each a hop of its own", "/redirect/2", false},
    {"Content coded with Brotli, decoded as it streams", "/br", true},
    {"A body that comes in chunks", "/stream?chunks=5&size=64&pace=40", false},
});

constexpr qint64 shownOctets = 400; // of a body

class Demo
{
public:
    explicit Demo(const playground::Playground &playground)
        : m_playground(playground)
        , m_colour(colourFor(1))
    {
    }

    int show()
    {
        int code = exit_code::success;
        const Interrupt interrupt([this] {
            if (m_call)
                m_call->cancel();
        });
        for (const Scene &scene : scenes) {
            const int sceneCode = play(scene);
            if (Interrupt::signal() != 0)
                return 128 + Interrupt::signal();
            code = code == exit_code::success ? sceneCode : code;
        }
        printText(
            "Send your own: sonde playground keeps this server running; sonde help send tells "
            "the rest.\n");
        return code;
    }

private:
    int play(const Scene &scene)
    {
        const QByteArray base = scene.overTls ? m_playground.httpsUrl() : m_playground.httpUrl();
        auto target = http::Target::parse(QString::fromUtf8(base + scene.path.toByteArray()));
        if (!target)
            return exitCode(target.error());
        http::Request request{.target = *std::move(target), .version = scene.version};
        client::Options options;
        options.tls.pinnedDer = m_playground.certificateDer();
        m_call = m_engine.start(std::move(request), std::move(options));
        QEventLoop loop;
        client::Watcher watcher(m_call);
        QObject::connect(&watcher, &client::Watcher::finished, &loop, &QEventLoop::quit);
        if (!m_call->isOver())
            loop.exec();
        return tell(scene);
    }

    int tell(const Scene &scene)
    {
        Report report;
        for (const client::Hop &hop : m_call->hops())
            report.hops.push_back(hop.exchange->state());
        report.error = report.hops.back().error;
        QByteArray text =
            painted("── " + scene.title.toByteArray() + " ──", Ink::Good, m_colour) + '\n';
        for (const http::ResponseHead &head : report.hops.back().interim)
            text += harmless(headText(head).split('\r').front()) + '\n';
        if (const auto &response = report.hops.back().response)
            text += harmless(headText(*response).split('\r').front()) + '\n';
        if (const auto body = m_call->last().body->read(0, shownOctets))
            text += *body + (body->endsWith('\n') ? "" : "\n");
        if (m_call->last().body->size() > shownOctets)
            text += "…\n";
        text += waterfall(report,
                          {.width = terminalWidth(), .colour = m_colour, .blocks = isUtf8Locale()});
        printText(text + '\n');
        if (!report.error)
            return exit_code::success;
        printError(errorText(*report.error, colourFor(2)));
        return exitCode(*report.error);
    }

    const playground::Playground &m_playground;
    const Colour m_colour;
    client::Engine m_engine{client::Engine::Where::CallersThread};
    std::shared_ptr<client::Call> m_call;
};

} // namespace

int showDemo(const playground::Playground &playground)
{
    return Demo(playground).show();
}

} // namespace sonde::cli
