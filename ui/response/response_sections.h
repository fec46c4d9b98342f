// The sections of a response, one in front: each shows the hop that is looked at, and those that
// nobody sees are brought up to date when somebody does. GUI thread.
#pragma once

#include "ui/response/change_list.h"
#include "ui/response/error_text.h"
#include "ui/response/hop_snapshot.h"

#include <QWidget>

namespace sonde::ui
{

// In the order of the tabs. Problem is there when there is one, Changes once a tab has had two
// responses.
enum class ResponseSection : quint8 {
    Problem,
    Overview,
    Body,
    Headers,
    Timing,
    Frames,
    Connection,
    Tls,
    Changes,
};

class BodyPane;
struct Evidence;

class ResponseSections : public QWidget
{
    Q_OBJECT
public:
    explicit ResponseSections(QWidget *parent = nullptr);
    ~ResponseSections() override;

    // Stands right of the tabs.
    void setCorner(QWidget *widget);
    // Another call: what cannot be seen yet must not show what was there before.
    void forget();
    void clear();
    // None: nothing is there to show yet.
    void showHops(const std::vector<HopSnapshot> &hops, size_t hop);
    void showChanges(std::vector<Change> changes);
    void setChangesThere(bool there);

    // One that is not there now is ignored.
    void showSection(ResponseSection section);
    [[nodiscard]] ResponseSection section() const;

    void find();
    void findNext();
    void findPrevious();
    void saveBody();
    [[nodiscard]] BodyPane *body() const;

Q_SIGNALS:
    void hopChosen(int hop);
    void fixChosen(sonde::ui::Fix fix);
    void openUrlRequested(const QString &url);
    void reconnectWanted(const QByteArray &lastEventId);

private:
    struct Parts;
    void build();
    void connectParts();
    void showInFront();
    void showHeaders(const HopSnapshot &hop);
    void showBody(const HopSnapshot &hop);
    void showProblem(const HopSnapshot &hop);
    void showBadges(const HopSnapshot &hop);
    void goTo(const Evidence &evidence);
    void raise(ResponseSection section);

    std::unique_ptr<Parts> m;
};

} // namespace sonde::ui
