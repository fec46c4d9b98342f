#include "ui/run/run_window.h"

#include "lab/run_keeping.h"
#include "ui/run/run_details.h"
#include "ui/run/run_filter.h"
#include "ui/run/run_host.h"
#include "ui/run/run_model.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/row_paint.h"
#include "ui/widgets/window_size.h"
#include "ui/widgets/worker.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTableView>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sonde::ui
{

namespace
{

constexpr size_t keptCalls = 1000; // responses of a run that stay to be looked at

// Remembers whether a passphrase was missing, of which a plan tells in a sentence alone.
class AskedSecrets : public collection::SecretStore
{
public:
    explicit AskedSecrets(std::shared_ptr<SecretStore> store)
        : m_store(std::move(store))
    {
    }
    [[nodiscard]] bool needsPassphrase() const { return m_needsPassphrase; }

    [[nodiscard]] collection::SecretResult<collection::SecretValues>
    read(const QStringList &names) override
    {
        using Kind = collection::SecretFault::Kind;
        auto values = m_store->read(names);
        m_needsPassphrase = !values && (values.error().kind == Kind::NeedsPassphrase ||
                                        values.error().kind == Kind::WrongPassphrase);
        return values;
    }
    [[nodiscard]] collection::SecretResult<void>
    write(const collection::SecretChanges &changes) override
    {
        return m_store->write(changes);
    }
    [[nodiscard]] QString note() const override { return m_store->note(); }

private:
    std::shared_ptr<SecretStore> m_store;
    bool m_needsPassphrase = false;
};

} // namespace

struct RunWindow::Planned {
    http::Result<lab::RunPlan> plan;
    bool needsPassphrase = false;
};

RunWindow::RunWindow(client::Engine &engine, lab::RunChoice choice, Adjust adjust, Keep keep,
                     QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_choice(std::move(choice))
    , m_adjust(std::move(adjust))
    , m_keep(std::move(keep))
    , m_host(new RunHost(engine, this))
    , m_model(new RunModel(this))
    , m_filter(new RunFilter(this))
    , m_notice(new NoticeBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    //: The title of a window: %1 is the name of a folder or file.
    setWindowTitle(tr("Run %1 – Sonde").arg(QFileInfo(m_choice.path).fileName()));
    openNoLargerThanTheScreen(this, {980, 620});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_notice);
    column->addWidget(makeBody(), 1);
    connect(m_host, &RunHost::requestStarted, m_model, &RunModel::noteStarted);
    connect(m_host, &RunHost::requestFinished, this,
            [this](size_t index, const lab::RunResult &result) {
                m_model->noteFinished(index, result);
                showProgress();
                if (int(index) == selected())
                    showDetails();
            });
    connect(m_host, &RunHost::finished, this, [this] { setRunning(false); });
    setRunning(false);
}

QWidget *RunWindow::makeHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(14, 12, 14, 10);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    auto *label = new QLabel(tr("&At once:"), head);
    m_parallel = new QSpinBox(head);
    m_parallel->setRange(1, 64);
    m_parallel->setToolTip(tr("Requests under way at the same time. One that keeps a value for "
                              "others is over before they start."));
    label->setBuddy(m_parallel);
    m_stopEarly = new QCheckBox(tr("Stop at the first &failure"), head);
    m_run = new QPushButton(head);
    m_run->setDefault(true);
    m_kept = new QCheckBox(tr("Keep in the &history"), head);
    m_kept->setChecked(bool(m_keep));
    m_kept->setEnabled(bool(m_keep));
    m_kept->setToolTip(m_keep ? tr("Each call of the run, without passwords and tokens unless the "
                                   "preferences keep them; from:run finds them there.")
                              : tr("The history is switched off in the preferences."));
    row->addWidget(label);
    row->addWidget(m_parallel);
    row->addWidget(m_stopEarly);
    row->addWidget(m_kept);
    row->addStretch(1);
    row->addWidget(m_run);
    column->addLayout(row);
    m_progress = new QProgressBar(head);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Progress"));
    m_summary = new QLabel(head);
    m_summary->setAccessibleDescription(tr("Summary of the run"));
    column->addWidget(m_progress);
    column->addWidget(m_summary);
    connect(m_run, &QPushButton::clicked, this, &RunWindow::toggle);
    return head;
}

QWidget *RunWindow::makeBody()
{
    auto *split = new QSplitter(Qt::Horizontal, this);
    m_table = new QTableView(split);
    m_filter->setSourceModel(m_model);
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Requests of the run"));
    dressPlainTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight(fontMetrics()));
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(RunModel::Request, QHeaderView::Stretch);
    const int unit = fontMetrics().averageCharWidth();
    header->resizeSection(RunModel::Status, unit * 13);
    header->resizeSection(RunModel::Time, unit * 12);
    header->resizeSection(RunModel::Checks, unit * 16);
    auto *side = new QWidget(split);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(10, 0, 10, 10);
    m_details = new QTextBrowser(side);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setOpenLinks(false);
    m_details->setAccessibleName(tr("What became of the request"));
    m_failures = new QCheckBox(tr("Failures &only"), side);
    m_open = new QPushButton(tr("Open &request"), side);
    column->addWidget(m_details, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_failures);
    row->addStretch(1);
    row->addWidget(m_open);
    column->addLayout(row);
    split->setSizes({600, 380});
    split->setChildrenCollapsible(false);
    connect(m_failures, &QCheckBox::toggled, m_filter, &RunFilter::showFailuresOnly);
    connect(m_open, &QPushButton::clicked, this, &RunWindow::openSelected);
    connect(m_table, &QTableView::activated, this, &RunWindow::openSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RunWindow::showDetails);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &RunWindow::showDetails);
    return split;
}

void RunWindow::toggle()
{
    if (m_running) {
        m_host->stop();
        m_run->setEnabled(false); // until what is under way has ended
        return;
    }
    m_notice->dismiss();
    setRunning(true);
    runOnWorker(
        this,
        [choice = m_choice]() mutable {
            const auto secrets = std::make_shared<AskedSecrets>(choice.secrets);
            if (choice.secrets)
                choice.secrets = secrets;
            auto plan = lab::planRun(choice);
            return Planned{std::move(plan), secrets->needsPassphrase()};
        },
        [this](const Planned &planned) { take(planned); });
}

void RunWindow::take(const Planned &planned)
{
    const auto &plan = planned.plan;
    const bool sure = std::exchange(m_sure, false);
    if (!plan) {
        m_model->setPlan(nullptr);
        setRunning(false);
        m_notice->say(NoticeBar::Kind::Danger, plan.error().sentence);
        if (planned.needsPassphrase)
            m_notice->addButton(tr("Open the secrets…"), [this, sentence = plan.error().sentence] {
                Q_EMIT unlockWanted(sentence);
            });
        return;
    }
    m_model->setPlan(std::make_shared<const lab::RunPlan>(*plan));
    m_progress->setRange(0, int(plan->requests.size()));
    showProgress();
    m_table->selectRow(0);
    if (!sure && holdsBack(*plan)) {
        setRunning(false);
        return;
    }
    lab::RunOptions options;
    options.parallel = m_parallel->value();
    options.onFailure = m_stopEarly->isChecked() ? lab::RunOptions::OnFailure::Stop
                                                 : lab::RunOptions::OnFailure::GoOn;
    options.keep = plan->requests.size() <= keptCalls ? lab::RunOptions::Keep::Calls
                                                      : lab::RunOptions::Keep::Figures;
    options.adjust = m_adjust;
    if (m_keep && m_kept->isChecked())
        options.sent = [keep = m_keep](const std::shared_ptr<client::Call> &call,
                                       const lab::PlannedRequest &request) {
            keep(call, lab::sentOf(request));
        };
    m_host->start(*plan, options);
}

bool RunWindow::holdsBack(const lab::RunPlan &plan)
{
    const auto mayChange = [](const lab::PlannedRequest &planned) {
        const QByteArray method = planned.request().document.method.trimmed().toUpper().toUtf8();
        const auto known = http::Method::parse(method);
        return !known || !known->isSafe();
    };
    const auto changing = std::ranges::count_if(plan.requests, mayChange);
    if (!m_asksFirst || changing == 0)
        return false;
    m_notice->say(NoticeBar::Kind::Warning,
                  tr("The environment “%1” is locked, and %n of these requests may change "
                     "something there. Nothing was sent.",
                     nullptr, int(changing))
                      .arg(m_choice.environment));
    m_notice->addButton(tr("Run anyway"), [this] {
        m_sure = true;
        toggle();
    });
    return true;
}

void RunWindow::setRunning(bool running)
{
    m_running = running;
    m_run->setEnabled(true);
    m_run->setText(running ? tr("&Stop") : tr("&Run"));
    m_parallel->setEnabled(!running);
    m_stopEarly->setEnabled(!running);
    m_kept->setEnabled(m_keep && !running);
    showProgress();
}

void RunWindow::showProgress()
{
    const lab::RunCounts counts = m_model->counts();
    const int all = m_model->rowCount();
    m_progress->setValue(int(m_model->done()));
    if (all == 0) {
        m_summary->setText(m_running ? tr("Reading the requests…") : QString());
        return;
    }
    QStringList parts{tr("%1 of %n request(s)", nullptr, all).arg(m_model->done()),
                      tr("%n passed", nullptr, int(counts.passed)),
                      tr("%n failed", nullptr, int(counts.failed))};
    if (counts.skipped > 0)
        parts.append(tr("%n skipped", nullptr, int(counts.skipped)));
    if (counts.checks > 0)
        parts.append(tr("%1 of %n assertion(s) hold", nullptr, int(counts.checks))
                         .arg(counts.checks - counts.failedChecks));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
}

int RunWindow::selected() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_filter->mapToSource(index).row() : -1;
}

void RunWindow::showDetails()
{
    const int row = selected();
    m_open->setEnabled(row >= 0);
    m_details->setHtml(
        row < 0 ? QString()
                : RunDetails::text(m_model->request(size_t(row)), m_model->results()[size_t(row)]));
}

void RunWindow::openSelected()
{
    const int row = selected();
    if (row < 0)
        return;
    const lab::PlannedRequest &request = m_model->request(size_t(row));
    Q_EMIT openWanted(request.file->path, int(request.index), m_model->results()[size_t(row)].call);
}

void RunWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Close))
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace sonde::ui
