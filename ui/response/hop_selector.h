// The hops of a redirect chain, "1 301 → 2 200", or the exchanges of a page load as a list: the one
// chosen is what every section shows. GUI thread.
#pragma once

#include "ui/response/hop_snapshot.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace sonde::ui
{

class HopSelector : public QWidget
{
    Q_OBJECT
public:
    explicit HopSelector(QWidget *parent = nullptr);

    // Hidden for a single hop.
    void showHops(const std::vector<HopSnapshot> &hops, size_t current);

Q_SIGNALS:
    void chosen(int hop);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addButton(int hop);
    void showChain(const std::vector<HopSnapshot> &hops, size_t current);
    void showList(const std::vector<HopSnapshot> &hops, size_t current);

    QList<QToolButton *> m_buttons;
    QList<QWidget *> m_arrows;
    QComboBox *m_list = nullptr; // made when there are too many for buttons
    int m_current = 0;
};

} // namespace sonde::ui
