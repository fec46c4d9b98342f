// The character set a body is read in, and the list to choose another from, at once. GUI thread.
#pragma once

#include "body/charset.h"

#include <QToolButton>

namespace sonde::ui
{

class ChoiceMenu;

class CharsetButton : public QToolButton
{
    Q_OBJECT
public:
    explicit CharsetButton(QWidget *parent = nullptr);

    // What was found to be right, and what it was found by.
    void showChoice(const body::CharsetChoice &choice);
    // The user's own; empty to go back to what was found.
    void showChosen(const QByteArray &name);

Q_SIGNALS:
    // Empty: the one that was found.
    void chosen(const QByteArray &charset);

private:
    void fillMenu();
    void describe();

    ChoiceMenu *m_list;
    body::CharsetChoice m_choice;
    QByteArray m_chosen;
};

} // namespace sonde::ui
