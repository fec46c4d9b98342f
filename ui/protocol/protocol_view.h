// The tab "Frames" of a response: what went over the wire, as frames and what follows from them.
// Reads while it is in sight and no longer. GUI thread.
#pragma once

#include "ui/protocol/wire_subject.h"

#include <QBasicTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace sonde::ui
{

class FramesPane;
class HpackPane;
class RawPane;
class WindowsPane;
class WireFeed;
class WireSelection;

class ProtocolView : public QWidget
{
    Q_OBJECT
public:
    enum class Pane : quint8 { Frames, HeaderTable, Windows, Raw };

    explicit ProtocolView(QWidget *parent = nullptr);

    // Reads what goes over the wire for others that show it; what they select stays when this is
    // shown.
    void follow(trace::ExchangeState exchange, WireSubject::Content content = {});
    // The exchange as it is now; the same one later brings it up to date.
    void showExchange(trace::ExchangeState exchange, WireSubject::Content content = {});
    void find();
    void showPane(Pane pane);
    // Selects a frame among all of them.
    void goTo(size_t frame);
    // To this octet of all that was received.
    void goToReceived(quint64 octet);
    [[nodiscard]] Pane pane() const { return m_pane; }

    [[nodiscard]] WireFeed *feed() const { return m_feed; }
    [[nodiscard]] WireSelection *selection() const { return m_selection; }
    // Each null until it was shown.
    [[nodiscard]] FramesPane *frames() const { return m_frames; }
    [[nodiscard]] HpackPane *headerTable() const { return m_headerTable; }
    [[nodiscard]] WindowsPane *windows() const { return m_windows; }
    [[nodiscard]] RawPane *raw() const { return m_raw; }
    [[nodiscard]] QToolButton *button(Pane pane) const { return m_buttons[size_t(pane)]; }
    // Why there is nothing; empty if there is.
    [[nodiscard]] QString emptyText() const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    void setSubject(trace::ExchangeState exchange, WireSubject::Content content);
    void readOn();
    void showState();
    void goToWanted();

    WireFeed *m_feed;
    WireSelection *m_selection;
    WireSubject m_subject;
    // Made when it is first shown: most responses are looked at without.
    QStackedWidget *m_states = nullptr; // a sentence, or the panes
    QLabel *m_empty = nullptr;
    QLabel *m_notice = nullptr;
    QStackedWidget *m_panes = nullptr;
    QStackedWidget *m_bars = nullptr; // of the panes, beside the buttons
    std::array<QToolButton *, 4> m_buttons{};
    FramesPane *m_frames = nullptr;
    HpackPane *m_headerTable = nullptr;
    WindowsPane *m_windows = nullptr;
    RawPane *m_raw = nullptr;
    Pane m_pane = Pane::Frames;
    std::optional<quint64> m_wanted; // octet received, to be shown once it has been read
    QBasicTimer m_look;              // the connection lives on when the exchange is over
};

} // namespace sonde::ui
