// Where the parts of the window stand at which width: sidebar beside or over the documents,
// response below or beside the request. What a person moved wins, and is kept per breakpoint. GUI
// thread.
#pragma once

#include <QObject>

class QSettings;
class QSplitter;
class QWidget;

namespace sonde::ui
{

enum class Breakpoint : quint8 { Narrow, Medium, Wide, Ultra }; // below 1100, 1800, 2560, and above
[[nodiscard]] Breakpoint breakpointOf(int width);

class WindowLayout : public QObject
{
    Q_OBJECT
public:
    // `stage` is what an overlaid sidebar lies on; `splitter` takes it when there is room.
    WindowLayout(QWidget *stage, QSplitter *splitter, QWidget *sidebar, QObject *parent = nullptr);

    void load(const QSettings &settings);
    void save(QSettings &settings) const;
    void setWidth(int width);

    [[nodiscard]] Qt::Orientation orientation() const;
    [[nodiscard]] double share() const;
    void toggleOrientation();
    void noteShare(double share);

    [[nodiscard]] bool isSidebarShown() const { return m_shown; }
    [[nodiscard]] bool isSidebarOver() const { return m_breakpoint == Breakpoint::Narrow; }
    void showSidebar(bool shown);

Q_SIGNALS:
    void arranged(); // orientation or share differ now
    void sidebarShown(bool shown);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Kept {
        Qt::Orientation orientation = Qt::Vertical;
        double shares[2] = {0.45, 0.40}; // Horizontal, Vertical
        int sidebarWidth = 260;
        bool sidebar = true;
    };
    [[nodiscard]] Kept &kept() { return m_kept[int(m_breakpoint)]; }
    [[nodiscard]] const Kept &kept() const { return m_kept[int(m_breakpoint)]; }
    [[nodiscard]] static int slot(Qt::Orientation orientation)
    {
        return orientation == Qt::Horizontal ? 0 : 1;
    }
    void placeSidebar();
    void fitOverlay();

    QWidget *m_stage;
    QSplitter *m_splitter;
    QWidget *m_sidebar;
    Breakpoint m_breakpoint = Breakpoint::Medium;
    Kept m_kept[4];
    bool m_shown = true;
    bool m_placed = false;
};

} // namespace sonde::ui
