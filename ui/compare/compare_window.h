// A request compared over the versions of HTTP, in a window of its own: a first look, a
// measurement, and what it says. Deletes itself when closed. GUI thread.
#pragma once

#include "lab/run.h"
#include "ui/compare/exchange_window.h"
#include "ui/compare/first_look.h"

#include <QWidget>

class QStackedWidget;

namespace sonde::ui
{

class FlatTabBar;
class LookPage;
class MeasurePage;
class ResultPage;

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
    enum class Section : quint8 { Look, Measure, Result };

    CompareWindow(CompareSubject subject, Send send, QWidget *parent = nullptr);

    // A run that was saved, instead of a first look; without its credentials it can only be read.
    void showRun(const std::shared_ptr<const lab::Run> &run);
    void begin(); // the first look
    void showSection(Section section);
    [[nodiscard]] Section section() const;
    [[nodiscard]] LookPage *look() const { return m_look; }
    [[nodiscard]] MeasurePage *measure() const { return m_measure; }
    [[nodiscard]] ResultPage *result() const { return m_result; }

private:
    void makeShortcuts();
    void makePages(Send send);
    void openCalls(const QString &title, const std::vector<NamedCall> &calls, size_t first);
    void runMainAction();

    CompareSubject m_subject;
    FlatTabBar *m_tabs;
    QStackedWidget *m_sections;
    LookPage *m_look = nullptr;
    MeasurePage *m_measure = nullptr;
    ResultPage *m_result = nullptr;
};

} // namespace sonde::ui
