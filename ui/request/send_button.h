// Send, which becomes Cancel in the same place while a request runs. GUI thread.
#pragma once

#include <QPushButton>

namespace sonde::ui
{

class SendButton : public QPushButton
{
    Q_OBJECT
public:
    enum class Face : quint8 { Send, Cancel };
    explicit SendButton(QWidget *parent = nullptr);
    void setFace(Face face);
    [[nodiscard]] Face face() const { return m_face; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void sendRequested();
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Face m_face = Face::Send;
};

} // namespace sonde::ui
