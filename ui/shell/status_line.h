// The one line at the bottom: what became of the current request on the left, how it went over the
// wire and what runs in the background on the right. GUI thread.
#pragma once

#include <QWidget>

class QLabel;

namespace sonde::client
{
class Call;
}

namespace sonde::ui
{

class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);
    void showStatus(const QString &text);
    // Connection and protocol of the last hop; empty without a call.
    void showCall(const client::Call *call);
    void showNotice(const QString &text);
    // A note that goes away by itself: "Saved to orders.http".
    void flash(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] static QString connectionText(const client::Call &call);

    QLabel *m_status;
    QLabel *m_connection;
    QLabel *m_notice;
    QString m_steady;
    class QTimer *m_back;
};

} // namespace sonde::ui
