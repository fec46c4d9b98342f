// What a run says: the verdict in a sentence, what stands against it, and the evidence: plots whose
// dots are trials, numbers side by side, answers compared, waterfalls. GUI thread; the statistics
// are computed on a worker.
#pragma once

#include "lab/report_table.h"
#include "ui/compare/exchange_window.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace sonde::ui
{

class FlatTabBar;
class KeepBar;
class LabTable;
class NoticeBar;
class PlotView;
class Waterfall;

class ResultPage : public QWidget
{
    Q_OBJECT
public:
    enum class Section : quint8 { Distribution, Differences, Numbers, Answers, Waterfalls };

    explicit ResultPage(QWidget *parent = nullptr);

    void showRun(std::shared_ptr<const lab::Run> run);
    [[nodiscard]] const std::shared_ptr<const lab::Run> &run() const { return m_run; }
    // Nothing until the statistics are done.
    [[nodiscard]] const std::optional<lab::Result> &result() const { return m_result; }
    void showSection(Section section);
    // That trial's exchanges, if they were kept; else its row.
    void openTrial(int trial);

    [[nodiscard]] PlotView *distribution() const { return m_distribution; }
    [[nodiscard]] PlotView *differences() const { return m_differences; }
    [[nodiscard]] LabTable *trials() const { return m_trials; }
    [[nodiscard]] LabTable *numbers() const { return m_numbers; }
    [[nodiscard]] LabTable *answers() const { return m_answers; }
    [[nodiscard]] Waterfall *waterfall() const { return m_waterfall; }
    [[nodiscard]] KeepBar *keep() const { return m_keep; }
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QString warnings() const;

Q_SIGNALS:
    void shown();       // the statistics are there
    void againWanted(); // the same plan
    void openWanted(const QString &title, const std::vector<NamedCall> &calls, size_t first);

private:
    QWidget *makeHead();
    QWidget *makePlotted(PlotView *plot, LabTable *table);
    QWidget *makeNumbers();
    QWidget *makeAnswers();
    QWidget *makeWaterfalls();
    void showResult(lab::Result result);
    void showWaterfalls();
    void selectTrial(int trial);
    void connectKeep();

    std::shared_ptr<const lab::Run> m_run;
    std::optional<lab::Result> m_result;
    std::vector<std::pair<int, size_t>> m_bars; // trial and item of each row of the waterfall
    QLabel *m_verdict;
    QLabel *m_inShort; // of the answers
    QLabel *m_warnings;
    NoticeBar *m_notice;
    FlatTabBar *m_tabs;
    KeepBar *m_keep;
    QStackedWidget *m_sections;
    PlotView *m_distribution;
    PlotView *m_differences;
    PlotView *m_octets;
    LabTable *m_trials;
    LabTable *m_blocks;
    LabTable *m_numbers;
    LabTable *m_answers;
    QLabel *m_answersSaid;
    QLabel *m_method;
    Waterfall *m_waterfall;
    QLabel *m_noWaterfall;
    QComboBox *m_moment; // at which the waterfalls are aligned
};

} // namespace sonde::ui
