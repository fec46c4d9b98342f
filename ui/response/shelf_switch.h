// "‹ 2 of 3 ›": goes through the last responses of a tab. Hidden while there is but one. GUI
// thread.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace sonde::ui
{

class ShelfSwitch : public QWidget
{
    Q_OBJECT
public:
    explicit ShelfSwitch(QWidget *parent = nullptr);

    void showPlace(size_t place, size_t count);

Q_SIGNALS:
    void stepped(int by);

private:
    QToolButton *addStep(const char *symbol, const QString &name, int by);

    QToolButton *m_earlier;
    QLabel *m_place;
    QToolButton *m_later;
};

} // namespace sonde::ui
