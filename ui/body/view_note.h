// Stands where rows would, when a person asked for rows and there are none: says what was asked
// for, and holds the way back. Covers the view it belongs to. GUI thread.
#pragma once

#include <QWidget>

class QAbstractScrollArea;
class QLabel;
class QPushButton;

namespace sonde::ui
{

class ViewNote : public QWidget
{
    Q_OBJECT
public:
    ViewNote(QAbstractScrollArea *view, const QString &wayBack);

    // `how` in the smaller hand, may be empty.
    void say(const QString &sentence, const QString &how);
    [[nodiscard]] QString sentence() const; // empty while hidden

Q_SIGNALS:
    void wayBackTaken();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractScrollArea *m_view;
    QLabel *m_sentence;
    QLabel *m_how;
    QPushButton *m_button;
};

} // namespace sonde::ui
