// One open request with its response, and what happens between them when it is sent. Its panes are
// made when somebody first looks: a tab in the background is a value. GUI thread.
#pragma once

#include "client/watcher.h"
#include "history/recording.h"
#include "ui/shell/session_store.h"
#include "ui/shell/tab_strip.h"

#include <QWidget>

class QSplitter;

namespace sonde::ui
{

class Backend;
class RequestPane;
class VariableDesk;
struct Draft;
struct Learned;
struct Prepared;
struct RequestStanding;
class ResponsePane;

class DocumentPage : public QWidget
{
    Q_OBJECT
public:
    DocumentPage(Backend *backend, VariableDesk *variables, QWidget *parent = nullptr);
    ~DocumentPage() override; // a request that runs is cancelled

    [[nodiscard]] TabState state() const;
    void restore(const TabState &state);
    // This document was written to this file, as its request of that number. What was typed since
    // is not saved.
    void noteSaved(const QString &file, int index, const collection::RequestDocument &document,
                   const collection::RequestText &text = {});
    // Its request stands elsewhere now, or is called something else.
    void noteMoved(const QString &file, int index);
    void noteRenamed(const QString &title);
    // Its file was written by another program: what was not edited here follows, for the rest the
    // person chooses.
    void noteStanding(const RequestStanding &standing);
    [[nodiscard]] TabFace face() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] bool isRunning() const { return m_running; }
    // Nothing was ever typed into it: opening something may take its place.
    [[nodiscard]] bool isUntouched() const;
    [[nodiscard]] QString statusText() const { return m_status; }

    [[nodiscard]] RequestPane *request();
    [[nodiscard]] ResponsePane *response();
    // False while the page was never in front.
    [[nodiscard]] bool isBuilt() const { return m_splitter != nullptr; }
    // Null while it is not built.
    [[nodiscard]] const ResponsePane *builtResponse() const { return m_response; }

    void send();
    // On a connection that is made for it alone.
    void sendFresh();
    // And, once all of the body is there, asks where to save it.
    void sendAndSave();
    void cancel();
    // Whether `go` waits for a second word, since the environment is locked and the request may
    // change something there.
    [[nodiscard]] bool holdsBack(std::function<void()> go);
    // What Send would send now; the answer may come later. Errors: those of resolving it.
    void resolve(std::function<void(http::Result<collection::Resolved>)> then);
    // The one in the response pane; null if there is none, or nobody has looked yet.
    [[nodiscard]] std::shared_ptr<client::Call> shownCall() const;
    // A response that came elsewhere, in the response pane.
    void showRecorded(std::shared_ptr<client::Call> call);
    // In the response pane, as if sending had failed.
    void showProblem(const http::Error &error);

    // `share` is the part of the request pane, 0 to 1.
    void arrange(Qt::Orientation orientation, double share);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void faceChanged(); // title, dirty, running
    void draftChanged();
    void statusChanged(const QString &text);
    void copyWanted();                 // the document as a new request of its file
    void flashed(const QString &text); // for the status line, for a moment
    void shareMoved(double share);     // by the person
    void openUrlRequested(const QString &url);
    // Something is on its way, and may be over already.
    void sent(const std::shared_ptr<sonde::client::Call> &call, const sonde::history::Sent &from);

private:
    // How this one sending differs from what the document says.
    struct Once {
        bool unverified = false;
        bool noBombLimit = false;
        int patience = 1; // the timeouts are as many times longer
        bool save = false;
        bool fresh = false;                    // on a connection of its own
        std::optional<QByteArray> lastEventId; // goes on with a stream
        bool unlocked = false;                 // the person knows that it goes to production
    };
    void sendOnce(Once once);
    void sendPrepared(std::shared_ptr<Prepared> prepared, Once once);
    void showLearned(const Learned &learned);
    void adjust(client::Options &options, const http::Origin &origin, Once once) const;
    [[nodiscard]] Draft draft() const;
    void watch(std::shared_ptr<client::Call> call);
    void trustHost();
    void noteFinished();
    void setRunning(bool running);
    void build();
    void connectPanes();
    void colour();
    [[nodiscard]] const collection::RequestDocument &document() const;
    struct FetchedText;
    void fetchText();
    void fetchStored();
    void takeFetched(const FetchedText &fetched);
    void forgetText();
    [[nodiscard]] bool isTextDirty() const;

    Backend *m_backend;
    VariableDesk *m_variables;
    quint64 m_preparing = 0;                    // only the answer to the last question is sent
    std::shared_ptr<const Prepared> m_prepared; // what was sent last, and as what
    http::Request m_sent;
    QSplitter *m_splitter = nullptr; // null, like the panes, until they are made
    RequestPane *m_request = nullptr;
    ResponsePane *m_response = nullptr;
    TabState m_origin; // its `document` and `section` count until the panes are made
    std::unique_ptr<client::Watcher> m_watcher;
    // From a pasted curl command: proxy, addresses and certificates, which a document does not
    // hold.
    std::optional<client::Options> m_carried;
    std::optional<Once> m_waiting; // to be sent when the back end is ready
    Once m_last;                   // how it was sent
    QString m_status;
    Qt::Orientation m_orientation = Qt::Vertical;
    double m_share = 0.35;
    bool m_running = false;
    bool m_toldGone = false; // that its request is no longer in the file
};

} // namespace sonde::ui
