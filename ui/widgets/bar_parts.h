// What the bars round a pane have in common: the cross that closes them, and the line that says
// what is wrong with what was written into them. GUI thread.
#pragma once

#include <QLabel>

class QToolButton;

namespace sonde::ui
{

constexpr int partsApart = 6; // pixels between a bar's field and what stands beside it

// `hint` empty: the name once more.
[[nodiscard]] QToolButton *closeButton(QWidget *bar, const QString &name, const QString &hint = {});

// In the colour of what is wrong, in whichever theme is in force; takes no room while there is
// nothing to say.
class ProblemLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ProblemLabel(QWidget *bar);

    void say(const QString &problem);

private:
    void recolor();
};

} // namespace sonde::ui
