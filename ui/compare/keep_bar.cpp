#include "ui/compare/keep_bar.h"

#include "lab/plots.h"
#include "lab/report_csv.h"
#include "lab/report_html.h"
#include "lab/report_json.h"
#include "lab/report_markdown.h"
#include "lab/run_file.h"
#include "ui/compare/lab_words.h"
#include "ui/compare/plot_view.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/worker.h"

#include <QBuffer>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QMenu>
#include <QPixmap>
#include <QSaveFile>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

const QString runSuffix = QStringLiteral(".compare.json");

struct ReportKind {
    KeepBar::Report report;
    const char *suffix;
};
constexpr ReportKind reports[] = {{KeepBar::Report::Html, ".html"},
                                  {KeepBar::Report::Markdown, ".md"},
                                  {KeepBar::Report::Json, ".json"},
                                  {KeepBar::Report::Csv, ".csv"}};

QByteArray reportText(KeepBar::Report report, const lab::Run &run, const lab::Words &words)
{
    switch (report) {
    case KeepBar::Report::Html:
        return lab::reportHtml(run.setup, lab::evaluate(run.setup, run.state, words), words);
    case KeepBar::Report::Markdown:
        return lab::reportMarkdown(run.setup, lab::evaluate(run.setup, run.state, words), words);
    case KeepBar::Report::Json: // for programs: English
        return QJsonDocument(lab::reportJson(run, lab::evaluate(run.setup, run.state))).toJson();
    case KeepBar::Report::Csv:
        return lab::reportCsv(run);
    }
    Q_UNREACHABLE();
}

QByteArray pictureOf(const PlotView &view)
{
    constexpr int scale = 2;
    QPixmap picture(view.size() * scale);
    picture.setDevicePixelRatio(scale);
    const_cast<PlotView &>(view).render(&picture); // it only paints
    QByteArray octets;
    QBuffer buffer(&octets);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return octets;
}

} // namespace

KeepBar::KeepBar(PlotInFront plot, QWidget *parent)
    : QWidget(parent)
    , m_plot(std::move(plot))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(0);
    connect(addButton("refresh", tr("Measure again")), &QToolButton::clicked, this,
            &KeepBar::againWanted);
    connect(addButton("save", tr("Save…")), &QToolButton::clicked, this, &KeepBar::askAndSave);
    auto *menu = new QMenu(this);
    const std::pair<QString, Report> choices[] = {{tr("Report as &HTML…"), Report::Html},
                                                  {tr("Report as &Markdown…"), Report::Markdown},
                                                  {tr("Report as &JSON…"), Report::Json},
                                                  {tr("Trials as &CSV…"), Report::Csv}};
    for (const auto &[text, report] : choices)
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, report = report] { askAndExport(report); });
    connect(menu->addAction(tr("&Plot as SVG or PNG…")), &QAction::triggered, this,
            &KeepBar::askAndExportPlot);
    QToolButton *exports = addButton("upload", tr("Export"));
    exports->setMenu(menu);
    exports->setPopupMode(QToolButton::InstantPopup);
    connect(addButton("history", tr("Compare with…")), &QToolButton::clicked, this,
            &KeepBar::askAndCompare);
}

QToolButton *KeepBar::addButton(const char *iconName, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    layout()->addWidget(button);
    return button;
}

void KeepBar::setRun(std::shared_ptr<const lab::Run> run)
{
    m_run = std::move(run);
}

void KeepBar::askAndSave()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the run"), {},
                                                      tr("Comparisons (*%1)").arg(runSuffix));
    if (!path.isEmpty())
        saveTo(path.endsWith(runSuffix) ? path : path + runSuffix);
}

void KeepBar::askAndExport(Report report)
{
    const QString suffix = QLatin1String(reports[size_t(report)].suffix);
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the result"), {},
                                                      tr("Files (*%1)").arg(suffix));
    if (!path.isEmpty())
        exportTo(report, QFileInfo(path).suffix().isEmpty() ? path + suffix : path);
}

void KeepBar::askAndExportPlot()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export the plot"), {}, tr("Pictures (*.svg *.png)"));
    if (!path.isEmpty())
        exportPlotTo(QFileInfo(path).suffix().isEmpty() ? path + QStringLiteral(".svg") : path);
}

void KeepBar::askAndCompare()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Compare with another run"), {},
                                     tr("Comparisons (*%1);;All files (*)").arg(runSuffix));
    if (!path.isEmpty())
        compareWith(path);
}

void KeepBar::write(const QString &path, std::function<QByteArray()> make)
{
    runOnWorker(
        this,
        [path, make = std::move(make)] {
            QSaveFile file(path);
            const QByteArray text = make();
            const bool written =
                file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
            return written ? QString() : file.errorString();
        },
        [this, path](const QString &problem) {
            const QString name = QFileInfo(path).fileName();
            if (problem.isEmpty())
                Q_EMIT done(tr("Written to %1").arg(name));
            else
                Q_EMIT trouble(tr("%1 could not be written: %2").arg(name, problem));
        });
}

void KeepBar::saveTo(const QString &path)
{
    write(path, [run = m_run] { return lab::runText(*run); });
}

void KeepBar::exportTo(Report report, const QString &path)
{
    write(path,
          [run = m_run, report, words = labWords()] { return reportText(report, *run, words); });
}

void KeepBar::exportPlotTo(const QString &path)
{
    const PlotView *view = m_plot();
    const bool png = path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive);
    const QByteArray octets = png ? pictureOf(*view) : lab::svgOf(view->plot());
    write(path, [octets] { return octets; });
}

void KeepBar::compareWith(const QString &path)
{
    using Found = http::Result<std::pair<std::vector<lab::ArmChange>, QStringList>>;
    runOnWorker(
        this,
        [path, run = m_run, words = labWords()]() -> Found {
            const auto kept = lab::loadRun(path);
            if (!kept)
                return std::unexpected(kept.error());
            const bool shownFirst = run->taken.isValid() && run->taken < kept->taken;
            const lab::Run &before = shownFirst ? *run : *kept;
            const lab::Run &after = shownFirst ? *kept : *run;
            return std::pair(lab::changesOf(before, lab::evaluate(before.setup, before.state),
                                            after, lab::evaluate(after.setup, after.state)),
                             lab::unlike(before, after, words));
        },
        [this](const Found &found) {
            if (found)
                Q_EMIT compared(found->first, found->second);
            else
                Q_EMIT trouble(labWords().error(found.error()));
        });
}

} // namespace sonde::ui
