// The document tabs: method in its colour, title, a dot for unsaved changes that becomes a close
// button under the pointer. Middle click closes, dragging reorders. GUI thread.
#pragma once

#include <QTabBar>

namespace sonde::ui
{

// What one tab shows.
struct TabFace {
    QString method;
    QString title;
    QString toolTip;
    bool dirty = false;
    bool running = false;
    bool operator==(const TabFace &) const = default;
};

class TabStrip : public QTabBar
{
    Q_OBJECT
public:
    explicit TabStrip(QWidget *parent = nullptr);
    void setFace(int index, const TabFace &face);
    [[nodiscard]] TabFace face(int index) const;

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void paintTab(QPainter &painter, int index) const;
    void paintText(QPainter &painter, const QRect &rect, const TabFace &face, bool current) const;
    void paintClose(QPainter &painter, int index, const TabFace &face) const;
    [[nodiscard]] QRect closeRect(int index) const;
    [[nodiscard]] QFont methodFont() const;

    QPoint m_pointer{-1, -1};
    int m_pressedClose = -1;
    int m_pressedMiddle = -1;
};

} // namespace sonde::ui

Q_DECLARE_METATYPE(sonde::ui::TabFace)
