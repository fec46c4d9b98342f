// One call in a window of its own, with every pane of the response. Deletes itself when closed. GUI
// thread.
#pragma once

#include "client/call.h"

#include <QWidget>

namespace sonde::ui
{

class ResponsePane;

class ExchangeWindow : public QWidget
{
    Q_OBJECT
public:
    ExchangeWindow(const QString &title, std::shared_ptr<client::Call> call, QWidget *parent);
    [[nodiscard]] ResponsePane *response() const { return m_response; }

private:
    ResponsePane *m_response;
};

} // namespace sonde::ui
