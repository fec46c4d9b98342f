// What changed since the response before, in one line that gives way when there is little room:
// pressing it leads to the whole of it. GUI thread.
#pragma once

#include <QToolButton>

namespace sonde::ui
{

class ChangesLine : public QToolButton
{
    Q_OBJECT
public:
    explicit ChangesLine(QWidget *parent = nullptr);

    void say(const QString &changes);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace sonde::ui
