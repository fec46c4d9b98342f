// Every octet of a connection, both ways side by side, and the layers that the one at the cursor
// lies in. Shares its selection with the frames: a frame lights up its octets and an octet its
// frame. GUI thread.
#pragma once

#include "ui/protocol/wire_map.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QTableView;

namespace sonde::ui
{

class BodyView;
class LayerTable;
class WireFeed;
class WireSelection;

class RawPane : public QWidget
{
    Q_OBJECT
public:
    RawPane(WireFeed *feed, WireSelection *selection, QWidget *parent = nullptr);

    void setSubject(WireSubject subject);
    // To an octet of all that was received.
    void goTo(trace::Direction direction, quint64 octet);
    [[nodiscard]] BodyView *octets(trace::Direction direction) const
    {
        return m_sides[size_t(direction)].view;
    }
    [[nodiscard]] QTableView *layers() const { return m_table; }
    // For the row above.
    [[nodiscard]] QWidget *bar() const { return m_bar; }

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Side {
        BodyView *view = nullptr;
        QLabel *heading = nullptr;
        std::shared_ptr<WireOctets> octets;
        std::shared_ptr<const WireMap> map;
    };
    [[nodiscard]] Side &side(trace::Direction direction) { return m_sides[size_t(direction)]; }
    QWidget *buildSide(trace::Direction direction);
    void buildTable();
    void refresh();
    void refreshSide(trace::Direction direction);
    void followSelection();
    void followCaret(trace::Direction direction);
    void showLayers(trace::Direction direction, quint64 octet);
    void selectLayer(int row);

    WireFeed *m_feed;
    WireSelection *m_selection;
    WireSubject m_subject;
    std::array<Side, 2> m_sides;
    QSplitter *m_both;
    LayerTable *m_model;
    QTableView *m_table;
    QWidget *m_bar;
    QLabel *m_note;
    const trace::Connection *m_shown = nullptr;
    trace::Direction m_direction = trace::Direction::Received; // of the layers shown
    bool m_following = false;                                  // what moves is moved by us
};

} // namespace sonde::ui
