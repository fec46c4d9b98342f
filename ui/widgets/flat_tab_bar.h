// The sections of a pane as flat tabs: a word, an optional badge, an accent line under the current
// one. A row for requests and responses alike. GUI thread.
#pragma once

#include <QTabBar>

namespace sonde::ui
{

class FlatTabBar : public QTabBar
{
    Q_OBJECT
public:
    explicit FlatTabBar(QWidget *parent = nullptr);

    // What stands beside the word: a count, or a dot for "something is there"; empty for nothing.
    // `spoken` is what a screen reader says instead of the badge.
    void setBadge(int index, const QString &badge, const QString &spoken = {});
    [[nodiscard]] QString badge(int index) const;

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintTab(QPainter &painter, int index) const;
    [[nodiscard]] QFont badgeFont() const;
    int m_hovered = -1;
};

} // namespace sonde::ui
