// One sentence above a pane that a person should read, with what can be done about it; goes away by
// itself or by its cross. GUI thread.
#pragma once

#include "ui/widgets/theme.h"

#include <QFrame>
#include <QPointer>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace sonde::ui
{

class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    enum class Kind : quint8 { Note, Warning, Danger };

    explicit NoticeBar(QWidget *parent = nullptr);

    // Replaces what it said, without buttons.
    void say(Kind kind, const QString &sentence);
    void addButton(const QString &text, std::function<void()> action);
    void dismiss();
    [[nodiscard]] QString sentence() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void removeButtons();
    void giveBackKeys();
    void recolor();

    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_row;
    QToolButton *m_close;
    QList<QWidget *> m_buttons;
    Kind m_kind = Kind::Note;
    QPointer<QWidget> m_before; // had the keys before a button of this got them
};

} // namespace sonde::ui
