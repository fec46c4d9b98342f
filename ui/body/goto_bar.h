// The bar under a body that takes the number of a row or of an octet and goes there. GUI thread.
#pragma once

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;

namespace sonde::ui
{

class BodyView;

class GotoBar : public QFrame
{
    Q_OBJECT
public:
    explicit GotoBar(BodyView *view);

    void open();
    void close();
    [[nodiscard]] QString problem() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void go();
    void say(const QString &problem);

    BodyView *m_view;
    QComboBox *m_unit;
    QLineEdit *m_field;
    QLabel *m_problem;
};

} // namespace sonde::ui
