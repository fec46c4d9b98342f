// The response half of a document: everything there is to see of one Call, live while it runs. GUI
// thread; listens to a client::Watcher and never waits for the network.
#pragma once

#include "client/call.h"
#include "ui/body/body_pane.h"
#include "ui/response/response_sections.h"

#include <QWidget>

namespace sonde::ui
{

class CallShelf;

class ResponsePane : public QWidget
{
    Q_OBJECT
public:
    using Section = ResponseSection;

    explicit ResponsePane(QWidget *parent = nullptr);
    ~ResponsePane() override;

    // The newest response of the tab, and the one shown from now on; those before it stay within
    // reach. A former call goes on undisturbed.
    void showCall(std::shared_ptr<client::Call> call);
    // The empty state.
    void clear();
    // The one shown.
    [[nodiscard]] std::shared_ptr<client::Call> call() const;
    // To an earlier response of this tab (-1) or a later one (1), if there is one.
    void step(int by);
    [[nodiscard]] bool canStep(int by) const;

    // One of the requests of the chain in the sections, the first is 0.
    void showHop(int hop) { chooseHop(hop); }
    // Brings a section to the front and gives it the focus; one that is not there now is ignored.
    void showSection(Section section);
    [[nodiscard]] Section section() const;
    // Ctrl+F and F3 of the section in front: the find bar of a body, the filter box of the headers.
    void find();
    void findNext();
    void findPrevious();
    // Asks where to, then writes the whole body there.
    void saveBody();
    // Null until the first response.
    [[nodiscard]] BodyPane *body() const;
    // The last responses of this tab.
    [[nodiscard]] const CallShelf &shelf() const;
    // Those of this tab's responses that have one, the newest first.
    [[nodiscard]] std::vector<BodyPane::Content> bodies() const;
    // What bodies() of the other tabs give, to compare one with.
    void setOtherBodies(BodyPane::Others bodies) { m_otherBodies = std::move(bodies); }

Q_SIGNALS:
    void retryUnverifiedRequested(); // send again without checking the certificate
    void trustHostRequested();       // remember this host's certificate as good
    void cancelRequested();
    void resendRequested();
    void waitLongerRequested();   // send again with the timer that ran out made longer
    void goOnPastBombRequested(); // send again without the limit on inflated content
    // Send again with Last-Event-ID, if there is one.
    void reconnectRequested(const QByteArray &lastEventId);
    void openUrlRequested(const QString &url);
    void shown(); // another response of this tab
    // "200 OK, 142 ms, 12 KB": for the status bar and for assistive technology.
    void statusTextChanged(const QString &text);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Parts;
    [[nodiscard]] std::vector<BodyPane::Content> otherBodies() const;
    QWidget *buildEmptyState();
    QWidget *buildResponse();
    void connectParts();
    void refresh();
    void chooseHop(int hop);
    void showRunning(bool over);
    void display(std::shared_ptr<client::Call> call);
    void showShelf();
    void compare(bool over);
    void announce();

    std::unique_ptr<Parts> m;
    BodyPane::Others m_otherBodies;
};

} // namespace sonde::ui
