// Which of a body's content codings are taken off in what is shown, and the menu to choose. Hidden
// for a body without any. GUI thread.
#pragma once

#include <QByteArrayList>
#include <QToolButton>

namespace sonde::ui
{

class ChoiceMenu;

class LayerButton : public QToolButton
{
    Q_OBJECT
public:
    explicit LayerButton(QWidget *parent = nullptr);

    // In the order they were applied; `on`: how many are still on in what is shown.
    void show(const QByteArrayList &codings, qsizetype on);

Q_SIGNALS:
    void chosen(qsizetype codingsOn);

private:
    void fillMenu();
    [[nodiscard]] QString nameOf(qsizetype on) const;

    ChoiceMenu *m_list;
    QByteArrayList m_codings;
    qsizetype m_on = 0;
};

} // namespace sonde::ui
