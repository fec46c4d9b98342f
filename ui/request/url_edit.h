// The address line. Pasting or dropping a curl command here does not fill in text: it is announced,
// and the pane fills the whole request from it. GUI thread.
#pragma once

#include <QLineEdit>

namespace sonde::ui
{

class UrlEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit UrlEdit(QWidget *parent = nullptr);
    void setUrl(const QString &url);

Q_SIGNALS:
    void urlEdited(const QString &url); // by the person
    // The command as it was copied, with its line breaks; the address is as it was before.
    void curlPasted(const QString &command);

protected:
    bool event(QEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void look(const QString &text);
    QString m_before;
};

} // namespace sonde::ui
