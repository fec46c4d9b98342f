// Two groups of tools above a pane: beside each other where there is room, else one below the
// other, so that none is cut. GUI thread.
#pragma once

#include <QWidget>

class QBoxLayout;

namespace sonde::ui
{

class ToolRows : public QWidget
{
    Q_OBJECT
public:
    explicit ToolRows(QWidget *parent = nullptr);

    [[nodiscard]] QBoxLayout *first() const { return m_first; }
    [[nodiscard]] QBoxLayout *second() const { return m_second; }
    // As wide as the wider of them.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;

private:
    void arrange();

    QBoxLayout *m_both;
    QBoxLayout *m_first;
    QBoxLayout *m_second;
};

} // namespace sonde::ui
