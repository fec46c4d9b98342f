// What can be done with a result besides reading it: measure again, save the run, export a report
// or a plot, set it against another run. GUI thread; files are read and written on a worker.
#pragma once

#include "lab/run_change.h"

#include <QWidget>

#include <functional>

class QToolButton;

namespace sonde::ui
{

class PlotView;

class KeepBar : public QWidget
{
    Q_OBJECT
public:
    enum class Report : quint8 { Html, Markdown, Json, Csv };
    using PlotInFront = std::function<const PlotView *()>;

    explicit KeepBar(PlotInFront plot, QWidget *parent = nullptr);
    void setRun(std::shared_ptr<const lab::Run> run);

    // What the dialogs lead to, for a file that is known.
    void saveTo(const QString &path);
    void exportTo(Report report, const QString &path);
    void exportPlotTo(const QString &path); // .png, or SVG
    void compareWith(const QString &path);

Q_SIGNALS:
    void againWanted();
    void done(const QString &sentence);    // a file was written
    void trouble(const QString &sentence); // a file could not be read or written
    void compared(const std::vector<lab::ArmChange> &changes, const QStringList &unlike);

private:
    QToolButton *addButton(const char *iconName, const QString &text);
    void askAndSave();
    void askAndExport(Report report);
    void askAndExportPlot();
    void askAndCompare();
    void write(const QString &path, std::function<QByteArray()> make);

    PlotInFront m_plot;
    std::shared_ptr<const lab::Run> m_run;
};

} // namespace sonde::ui
