// A request compared over the versions of HTTP, in a window of its own: first a look at one
// exchange each. Deletes itself when closed. GUI thread.
#pragma once

#include "ui/compare/first_look.h"

#include <QWidget>

class QStackedWidget;

namespace sonde::ui
{

class FlatTabBar;
class LookPage;

// What is compared: the options are those that it would be sent with.
struct CompareSubject {
    std::vector<http::Request> requests; // of one origin
    client::Options options;
    QString title;
};

class CompareWindow : public QWidget
{
    Q_OBJECT
public:
    enum class Section : quint8 { Look };

    CompareWindow(CompareSubject subject, Send send, QWidget *parent = nullptr);

    void begin(); // the first look
    void showSection(Section section);
    [[nodiscard]] LookPage *look() const { return m_look; }

private:
    void makeShortcuts();
    void openCall(const QString &title, const std::shared_ptr<client::Call> &call);

    CompareSubject m_subject;
    FlatTabBar *m_tabs;
    QStackedWidget *m_sections;
    LookPage *m_look;
};

} // namespace sonde::ui
