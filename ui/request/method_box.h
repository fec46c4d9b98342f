// The method of a request: the usual ones in a list, any other token typed. Written in the colour
// of the method. GUI thread.
#pragma once

#include <QComboBox>

namespace sonde::ui
{

class MethodBox : public QComboBox
{
    Q_OBJECT
public:
    explicit MethodBox(QWidget *parent = nullptr);
    [[nodiscard]] QString method() const { return currentText(); }
    void setMethod(const QString &method);

Q_SIGNALS:
    void methodEdited(const QString &method); // by the person
    void confirmed();                         // Return

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();
};

} // namespace sonde::ui
