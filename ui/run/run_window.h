// The window that runs a folder or file: options and progress above, a row for each request, and
// beside it what became of the selected one. GUI thread; deletes itself when closed.
#pragma once

#include "history/recording.h"
#include "lab/collection_run.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableView;
class QTextBrowser;

namespace sonde::ui
{

class NoticeBar;
class RunFilter;
class RunHost;
class RunModel;

class RunWindow : public QWidget
{
    Q_OBJECT
public:
    using Adjust = std::function<void(const http::Request &, client::Options &)>;
    // `engine` has to outlive it. `adjust` is called on another thread.
    // `keep`, which may be empty, is told of each call on that thread, too.
    using Keep = std::function<void(const std::shared_ptr<client::Call> &, history::Sent)>;
    RunWindow(client::Engine &engine, lab::RunChoice choice, Adjust adjust, Keep keep,
              QWidget *parent = nullptr);

    [[nodiscard]] const RunModel &model() const { return *m_model; }
    // The environment is locked: what may change something there waits for a second word.
    void askFirst() { m_asksFirst = true; }
    // Reads the folder and sends; stops if a run is under way.
    void toggle();

Q_SIGNALS:
    void unlockWanted(const QString &sentence); // of the file of secrets; then toggle() again
    void openWanted(const QString &file, int index,
                    const std::shared_ptr<sonde::client::Call> &call);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeBody();
    struct Planned;
    void take(const Planned &planned);
    [[nodiscard]] bool holdsBack(const lab::RunPlan &plan);
    void setRunning(bool running);
    void showProgress();
    void showDetails();
    void openSelected();
    [[nodiscard]] int selected() const; // a row of the model; -1: none

    lab::RunChoice m_choice;
    Adjust m_adjust;
    Keep m_keep;
    RunHost *m_host;
    RunModel *m_model;
    RunFilter *m_filter;
    QPushButton *m_run;
    QPushButton *m_open;
    QSpinBox *m_parallel;
    QCheckBox *m_stopEarly;
    QCheckBox *m_kept;
    QCheckBox *m_failures;
    QProgressBar *m_progress;
    QLabel *m_summary;
    NoticeBar *m_notice;
    QTableView *m_table;
    QTextBrowser *m_details;
    bool m_running = false;
    bool m_asksFirst = false;
    bool m_sure = false; // that word was said, for the run that comes
};

} // namespace sonde::ui
