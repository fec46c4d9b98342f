// The bar under a body that takes the number of a row or of an octet and goes there. GUI thread.
#pragma once

#include <QFrame>

class QComboBox;
class QLineEdit;

namespace sonde::ui
{

class BodyView;
class ProblemLabel;

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

    BodyView *m_view;
    QComboBox *m_unit;
    QLineEdit *m_field;
    ProblemLabel *m_problem;
};

} // namespace sonde::ui
