// What a focus proxy is to a single field, for panes with more than one control in them: who gives
// the pane the focus gives it to one of these. A proxy would do that to Tab as well, which comes by
// the pane first and would skip all that stands before the proxy. GUI thread.
#pragma once

#include <QPointer>
#include <QWidget>

namespace sonde::ui
{

class FocusHand : public QObject
{
    Q_OBJECT
public:
    // `to` is within `pane`, now or later; a second call names another.
    static void set(QWidget *pane, QWidget *to);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit FocusHand(QWidget *pane);

    QPointer<QWidget> m_to;
};

} // namespace sonde::ui
