// The tab "Frames" of a response: what went over the wire, as frames and what follows from them.
// Reads while it is in sight and no longer. GUI thread.
#pragma once

#include "ui/protocol/wire_subject.h"

#include <QBasicTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace sonde::ui
{

class FlatTabBar;
class FramesPane;
class WireFeed;
class WireSelection;

class ProtocolView : public QWidget
{
    Q_OBJECT
public:
    enum class Pane : quint8 { Frames };

    explicit ProtocolView(QWidget *parent = nullptr);

    // The exchange as it is now; the same one later brings it up to date.
    void showExchange(trace::ExchangeState exchange);
    void find();

    [[nodiscard]] WireFeed *feed() const { return m_feed; }
    [[nodiscard]] WireSelection *selection() const { return m_selection; }
    // Null until something was shown.
    [[nodiscard]] FramesPane *frames() const { return m_frames; }
    // Why there is nothing; empty if there is.
    [[nodiscard]] QString emptyText() const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void build();
    void readOn();
    void showState();

    WireFeed *m_feed;
    WireSelection *m_selection;
    WireSubject m_subject;
    // Made when it is first shown: most responses are looked at without.
    QStackedWidget *m_states = nullptr; // a sentence, or the panes
    QLabel *m_empty = nullptr;
    QLabel *m_notice = nullptr;
    FramesPane *m_frames = nullptr;
    QBasicTimer m_look; // the connection lives on when the exchange is over
};

} // namespace sonde::ui
