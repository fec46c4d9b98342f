// One call, or those of a batch one at a time, in a window of its own, with every pane of the
// response. Deletes itself when closed. GUI thread.
#pragma once

#include "client/call.h"

#include <QWidget>

class QComboBox;

namespace sonde::ui
{

class ResponsePane;

// A call and what it is called: "3: 12.3 ms".
using NamedCall = std::pair<QString, std::shared_ptr<client::Call>>;

class ExchangeWindow : public QWidget
{
    Q_OBJECT
public:
    // `calls` is not empty; the one at `first` is shown.
    ExchangeWindow(const QString &title, std::vector<NamedCall> calls, size_t first,
                   QWidget *parent);
    [[nodiscard]] ResponsePane *response() const { return m_response; }
    [[nodiscard]] QComboBox *choice() const { return m_choice; } // null with a single call

private:
    void makeChoice(size_t first);
    void makeShortcuts();

    std::vector<NamedCall> m_calls;
    QComboBox *m_choice = nullptr;
    ResponsePane *m_response;
};

} // namespace sonde::ui
