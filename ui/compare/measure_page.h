// A measurement from its form to its last trial: asks where repeating may do harm, shows how far it
// is, stops and keeps what is done. GUI thread; the trials run on a thread of their own.
#pragma once

#include "lab/run.h"

#include <QBasicTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace sonde::ui
{

class NoticeBar;
class PlanForm;

class MeasurePage : public QWidget
{
    Q_OBJECT
public:
    MeasurePage(std::vector<http::Request> requests, client::Options options,
                QWidget *parent = nullptr);
    ~MeasurePage() override; // what runs is stopped; nobody waits for it

    [[nodiscard]] PlanForm *form() const { return m_form; }
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }
    [[nodiscard]] bool isRunning() const { return m_experiment != nullptr; }
    // Asks first if a method is not idempotent (RFC 9110 section 9.2.2).
    void start();
    // As it was once measured, also where the form has no words for it.
    void repeat(const lab::Plan &plan);
    void stop();

Q_SIGNALS:
    void runningChanged();
    // There is at least one trial in it.
    void measured(const std::shared_ptr<const lab::Run> &run);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void measure(const lab::Plan &plan);
    void showProgress(const lab::Experiment::State &state);
    void finish(lab::Experiment::State state);
    void refresh();

    std::vector<http::Request> m_requests;
    client::Options m_options;
    PlanForm *m_form;
    NoticeBar *m_notice;
    QPushButton *m_start;
    QPushButton *m_stop;
    QProgressBar *m_bar;
    QLabel *m_progress;
    std::unique_ptr<lab::Experiment> m_experiment;
    QBasicTimer m_clock;
};

} // namespace sonde::ui
