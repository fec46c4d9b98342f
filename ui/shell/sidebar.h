// The frame round collections and history: a ground of its own, because it may lie over the
// documents. GUI thread.
#pragma once

#include <QWidget>

class QStackedWidget;

namespace sonde::ui
{

class CollectionPanel;
class FlatTabBar;
class HistoryPanel;

class Sidebar : public QWidget
{
    Q_OBJECT
public:
    enum class Part : quint8 { Collections, History };

    explicit Sidebar(QWidget *parent = nullptr);
    [[nodiscard]] CollectionPanel *collections() const { return m_collections; }
    [[nodiscard]] HistoryPanel *history() const { return m_history; }

    void showPart(Part part);
    [[nodiscard]] Part part() const;
    // The list of the part that is shown.
    void focusPart();

Q_SIGNALS:
    void dismissed(); // Esc

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    FlatTabBar *m_tabs;
    QStackedWidget *m_parts; // in the order of Part
    CollectionPanel *m_collections;
    HistoryPanel *m_history;
};

} // namespace sonde::ui
