#include "ui/shell/document_page.h"

#include "collection/file_fidelity.h"
#include "ui/request/request_pane.h"
#include "ui/response/response_pane.h"
#include "ui/shell/backend.h"
#include "ui/shell/request_standing.h"
#include "ui/shell/thin_splitter.h"
#include "ui/shell/trust_dialog.h"
#include "ui/shell/trusted_hosts.h"
#include "ui/shell/variable_desk.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QFileInfo>
#include <QUrl>
#include <QVBoxLayout>

namespace sonde::ui
{

using collection::RequestDocument;

namespace
{

constexpr int patienceLimit = 1 << 20; // a timeout in milliseconds times this is still a number

} // namespace

DocumentPage::DocumentPage(Backend *backend, VariableDesk *variables, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_variables(variables)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    setAutoFillBackground(true);
    connect(&Theme::instance(), &Theme::changed, this, &DocumentPage::colour);
    colour();
    connect(m_backend, &Backend::readied, this, [this] {
        if (const auto once = std::exchange(m_waiting, std::nullopt))
            sendOnce(*once);
    });
}

void DocumentPage::build()
{
    if (m_splitter)
        return;
    m_splitter = new ThinSplitter(m_orientation, this);
    m_request = new RequestPane(m_splitter);
    m_response = new ResponsePane(m_splitter);
    m_request->setMinimumSize(320, 130);
    m_response->setMinimumSize(320, 130);
    m_request->setDocument(m_origin.document);
    m_request->setText(m_origin.text);
    m_request->selectSection(
        RequestPane::Section(std::clamp(m_origin.section, 0, int(RequestPane::Section::Script))));
    m_request->setDescription(m_origin.description);
    m_origin.document = {};
    m_origin.text = {};
    layout()->addWidget(m_splitter);
    connectPanes();
    fetchStored();
    m_request->showFace(m_origin.showsText ? RequestPane::Face::Text : RequestPane::Face::Form);
    arrange(m_orientation, m_share);
    // Where a window that comes up begins.
    if (!window()->focusWidget())
        m_request->focusUrl();
    m_splitter->show();
}

RequestPane *DocumentPage::request()
{
    build();
    return m_request;
}

ResponsePane *DocumentPage::response()
{
    build();
    return m_response;
}

const RequestDocument &DocumentPage::document() const
{
    return m_request ? m_request->document() : m_origin.document;
}

void DocumentPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    build();
}

DocumentPage::~DocumentPage()
{
    // Whoever listens is being taken down too, perhaps.
    blockSignals(true);
    cancel();
}

// One sheet from the tab down; the sidebar and the strip of tabs are what it lies on.
void DocumentPage::colour()
{
    QPalette own;
    own.setColor(QPalette::Window, Theme::instance().color(Token::Surface));
    setPalette(own);
}

void DocumentPage::connectPanes()
{
    connect(m_request, &RequestPane::documentChanged, this, [this] {
        Q_EMIT draftChanged();
        Q_EMIT faceChanged();
    });
    connect(m_request, &RequestPane::textWanted, this, &DocumentPage::fetchText);
    connect(m_request, &RequestPane::faceChanged, this, &DocumentPage::draftChanged);
    connect(m_request, &RequestPane::sendRequested, this, &DocumentPage::send);
    connect(m_request, &RequestPane::cancelRequested, this, &DocumentPage::cancel);
    connect(m_request, &RequestPane::curlTaken, this,
            [this](const client::Options &options) { m_carried = options; });
    connect(m_request, &RequestPane::curlUndone, this, [this] { m_carried.reset(); });
    connect(m_response, &ResponsePane::cancelRequested, this, &DocumentPage::cancel);
    connect(m_response, &ResponsePane::resendRequested, this, &DocumentPage::send);
    connect(m_response, &ResponsePane::retryUnverifiedRequested, this,
            [this] { sendOnce({.unverified = true}); });
    connect(m_response, &ResponsePane::goOnPastBombRequested, this,
            [this] { sendOnce({.noBombLimit = true}); });
    connect(m_response, &ResponsePane::waitLongerRequested, this,
            [this] { sendOnce({.patience = std::min(m_last.patience, patienceLimit) * 4}); });
    connect(m_response, &ResponsePane::reconnectRequested, this,
            [this](const QByteArray &id) { sendOnce({.lastEventId = id}); });
    connect(m_response, &ResponsePane::shown, this, &DocumentPage::faceChanged);
    connect(m_response, &ResponsePane::trustHostRequested, this, &DocumentPage::trustHost);
    connect(m_response, &ResponsePane::openUrlRequested, this, &DocumentPage::openUrlRequested);
    connect(m_response, &ResponsePane::statusTextChanged, this, [this](const QString &text) {
        m_status = text;
        Q_EMIT statusChanged(text);
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        const QList<int> sizes = m_splitter->sizes();
        const int all = sizes.value(0) + sizes.value(1);
        if (all > 0)
            Q_EMIT shareMoved(m_share = double(sizes.value(0)) / all);
    });
}

TabState DocumentPage::state() const
{
    TabState state = m_origin;
    if (m_request) {
        state.document = m_request->document();
        state.text = m_request->text();
        state.showsText = m_request->face() == RequestPane::Face::Text;
        state.section = int(m_request->section());
    }
    return state;
}

void DocumentPage::restore(const TabState &state)
{
    m_origin = state;
    m_carried.reset(); // it came with another document
    if (m_request) {
        m_request->setDocument(state.document);
        m_request->setText(state.text);
        fetchStored();
        m_request->setDescription(state.description);
        m_request->selectSection(
            RequestPane::Section(std::clamp(state.section, 0, int(RequestPane::Section::Script))));
        m_request->showFace(state.showsText ? RequestPane::Face::Text : RequestPane::Face::Form);
    }
    Q_EMIT faceChanged();
}

void DocumentPage::noteSaved(const QString &file, int index, const RequestDocument &document,
                             const collection::RequestText &text)
{
    const bool moved = m_origin.file != file || m_origin.index != index;
    m_origin.file = file;
    m_origin.index = index;
    m_origin.saved = document;
    m_origin.savedText = text;
    if (moved) // its lines begin otherwise there
        forgetText();
    Q_EMIT faceChanged();
    Q_EMIT draftChanged();
}

QString DocumentPage::title() const
{
    const RequestDocument &document = this->document();
    if (!document.title.isEmpty())
        return document.title;
    if (document.url.trimmed().isEmpty())
        return tr("New request");
    // The last part of the path says more than the scheme does.
    const QUrl url(document.url);
    const QString path = url.path().section(u'/', -1, -1, QString::SectionSkipEmpty);
    return path.isEmpty() ? (url.host().isEmpty() ? document.url : url.host()) : path;
}

bool DocumentPage::isDirty() const
{
    return document() != m_origin.saved || isTextDirty();
}

bool DocumentPage::isUntouched() const
{
    return m_origin.file.isEmpty() && document() == RequestDocument{} &&
           !(m_response && m_response->call());
}

TabFace DocumentPage::face() const
{
    const RequestDocument &document = this->document();
    QString tip = document.method + u' ' + document.url;
    if (!m_origin.file.isEmpty())
        tip += u'\n' + m_origin.file;
    return {.method = document.method,
            .title = title(),
            .toolTip = tip,
            .dirty = isDirty(),
            .running = m_running};
}

void DocumentPage::send()
{
    sendOnce({});
}

void DocumentPage::sendAndSave()
{
    sendOnce({.save = true});
}

void DocumentPage::sendFresh()
{
    sendOnce({.fresh = true});
}

std::shared_ptr<client::Call> DocumentPage::shownCall() const
{
    return m_response ? m_response->call() : nullptr;
}

void DocumentPage::sendOnce(Once once)
{
    build();
    cancel();
    m_last = once;
    if (!m_backend->isReady()) {
        m_waiting = once;
        setRunning(true);
        return;
    }
    const auto sendUnlocked = [this, once] {
        Once sure = once;
        sure.unlocked = true;
        sendOnce(sure);
    };
    if (!once.unlocked && holdsBack(sendUnlocked))
        return;
    setRunning(true);
    m_variables->prepare(this, draft(), [this, once, number = ++m_preparing](Prepared prepared) {
        if (number == m_preparing)
            sendPrepared(std::make_shared<Prepared>(std::move(prepared)), once);
    });
}

void DocumentPage::sendPrepared(std::shared_ptr<Prepared> prepared, Once once)
{
    m_prepared = prepared;
    auto &resolved = prepared->resolved;
    if (!resolved) {
        setRunning(false);
        showProblem(resolved.error());
        return;
    }
    adjust(resolved->options, resolved->request.target.origin, once);
    if (once.lastEventId && !once.lastEventId->isEmpty())
        resolved->request.headers.set("Last-Event-ID", *once.lastEventId);
    m_sent = resolved->request;
    const auto call = m_backend->send(std::move(resolved->request), std::move(resolved->options));
    Q_EMIT sent(call,
                {.document = document(), .file = m_origin.scope(), .secrets = prepared->secrets});
    watch(call);
}

void DocumentPage::resolve(std::function<void(http::Result<collection::Resolved>)> then)
{
    m_variables->prepare(this, draft(), [this, then = std::move(then)](Prepared prepared) {
        if (prepared.resolved)
            adjust(prepared.resolved->options, prepared.resolved->request.target.origin, {});
        then(std::move(prepared.resolved));
    });
}

Draft DocumentPage::draft() const
{
    return {.file = m_origin.scope(),
            .index = m_origin.index,
            .saved = m_origin.saved,
            .document = document()};
}

void DocumentPage::adjust(client::Options &options, const http::Origin &origin, Once once) const
{
    if (m_carried) {
        options.proxy = m_carried->proxy;
        options.overrides = m_carried->overrides;
        options.family = m_carried->family;
        options.tls.caFile = m_carried->tls.caFile;
        options.tls.certificateFile = m_carried->tls.certificateFile;
        options.tls.keyFile = m_carried->tls.keyFile;
        options.tls.keyPassword = m_carried->tls.keyPassword;
    }
    if (const QByteArray trusted = TrustedHosts::instance().certificate(origin); !trusted.isEmpty())
        options.tls.pinnedDer = trusted;
    if (once.unverified)
        options.tls.verify = net::Verify::ReportOnly;
    if (once.fresh)
        options.reuse = net::Reuse::Fresh;
    if (once.noBombLimit)
        options.bombLimit = 0;
    // Before waiting longer: that is meant for these, too.
    apply(m_backend->network(), options);
    for (auto *limit : {&options.timeouts.connect, &options.timeouts.firstByte,
                        &options.timeouts.idle, &options.timeouts.total})
        *limit *= once.patience;
}

// A request that could not even be made is shown like one that failed on its way.
void DocumentPage::showProblem(const http::Error &error)
{
    build();
    auto exchange = std::make_shared<trace::Exchange>(http::Request{});
    exchange->update([&](trace::ExchangeState &state) {
        state.error = error;
        state.end = trace::End::Failed;
    });
    auto body = std::make_shared<body::ByteStore>();
    body->finish();
    watch(client::Call::recorded({client::Hop{exchange, body}}));
}

void DocumentPage::showRecorded(std::shared_ptr<client::Call> call)
{
    build();
    cancel();
    m_prepared.reset(); // it was learned from where it came
    watch(std::move(call));
}

void DocumentPage::watch(std::shared_ptr<client::Call> call)
{
    setRunning(!call->isOver());
    m_response->showCall(call);
    m_watcher = std::make_unique<client::Watcher>(call);
    connect(m_watcher.get(), &client::Watcher::finished, this, &DocumentPage::noteFinished);
}

void DocumentPage::noteFinished()
{
    setRunning(false);
    const auto call = m_watcher->call();
    if (m_prepared && m_prepared->resolved)
        m_variables->learn(this, m_prepared, m_sent, call,
                           [this](const Learned &learned) { showLearned(learned); });
    const bool save = std::exchange(m_last.save, false);
    if (save && m_response->call() == call && !call->last().exchange->state().error)
        m_response->body()->saveAll();
}

void DocumentPage::cancel()
{
    ++m_preparing;
    m_waiting.reset();
    if (m_watcher && m_running)
        m_watcher->call()->cancel();
    setRunning(false);
}

void DocumentPage::setRunning(bool running)
{
    if (running == m_running)
        return;
    m_running = running;
    m_request->setSending(running ? RequestPane::Sending::Running : RequestPane::Sending::Idle);
    Q_EMIT faceChanged();
}

void DocumentPage::trustHost()
{
    const auto call = m_response->call();
    if (!call)
        return;
    const trace::ExchangeState state = call->last().exchange->state();
    if (!state.connection)
        return;
    const trace::ConnectionState connection = state.connection->state();
    if (!connection.tls || connection.tls->chain.empty())
        return;
    const trace::Certificate &certificate = connection.tls->chain.front();
    auto *dialog = new TrustDialog(connection.origin, certificate, this);
    connect(dialog, &TrustDialog::trusted, this,
            [this, origin = connection.origin, der = certificate.der] {
                TrustedHosts::instance().trust(origin, der);
                send();
            });
    dialog->open();
}

void DocumentPage::arrange(Qt::Orientation orientation, double share)
{
    m_orientation = orientation;
    m_share = std::clamp(share, 0.1, 0.9);
    if (!m_splitter)
        return;
    m_splitter->setOrientation(orientation);
    // Shares that add up to far more than there is: the splitter scales them to its length.
    m_splitter->setSizes({int(m_share * 10000), int((1 - m_share) * 10000)});
}

// The share holds, not what the first layout of a page without a size made of it.
void DocumentPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(m_orientation, m_share);
}

} // namespace sonde::ui
