// A field for a password or key: hidden unless the eye is open. What is a variable is no secret and
// shown. GUI thread.
#pragma once

#include <QLineEdit>

namespace sonde::ui
{

class SecretEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit SecretEdit(QWidget *parent = nullptr);
    [[nodiscard]] bool isHiding() const { return echoMode() == Password; }

private:
    void showAsIs();
    QAction *m_eye;
};

} // namespace sonde::ui
