#include "ui/compare/result_page.h"

#include "lab/line_words.h"
#include "lab/report_markdown.h"
#include "ui/compare/aligned_rows.h"
#include "ui/compare/change_dialog.h"
#include "ui/compare/keep_bar.h"
#include "ui/compare/lab_table.h"
#include "ui/compare/lab_words.h"
#include "ui/compare/plot_view.h"
#include "ui/widgets/flat_tab_bar.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/waterfall/waterfall.h"
#include "ui/widgets/worker.h"

#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

namespace sonde::ui
{
namespace
{

constexpr size_t itemsOfABar = 12; // of one arm's batch in the waterfall

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ResultPage::ResultPage(QWidget *parent)
    : QWidget(parent)
    , m_verdict(wrapped(this))
    , m_inShort(wrapped(this))
    , m_warnings(wrapped(this))
    , m_notice(new NoticeBar(this))
    , m_tabs(new FlatTabBar(this))
    , m_keep(new KeepBar(
          [this]() -> const PlotView * {
              return m_tabs->currentIndex() == int(Section::Differences) ? m_differences
                     : m_tabs->currentIndex() == int(Section::Numbers)   ? m_octets
                                                                         : m_distribution;
          },
          this))
    , m_sections(new QStackedWidget(this))
    , m_distribution(new PlotView)
    , m_differences(new PlotView)
    , m_octets(new PlotView)
    , m_trials(new LabTable(tr("Trials"), tr("Trial")))
    , m_blocks(new LabTable(tr("Differences by block"), tr("Block")))
    , m_numbers(new LabTable(tr("Arms side by side"), tr("Quantity")))
    , m_answers(new LabTable(tr("Differences of the answers"), tr("What")))
    , m_answersSaid(wrapped(this))
    , m_method(wrapped(this))
    , m_waterfall(new Waterfall)
    , m_noWaterfall(wrapped(this))
    , m_moment(new QComboBox)
{
    m_tabs->setAccessibleName(tr("Sections of the result"));
    const auto add = [this](const QString &name, QWidget *section) {
        m_tabs->addTab(name);
        m_sections->addWidget(section);
    };
    add(tr("Distribution"), makePlotted(m_distribution, m_trials));
    add(tr("Differences"), makePlotted(m_differences, m_blocks));
    add(tr("Numbers"), makeNumbers());
    add(tr("Answers"), makeAnswers());
    add(tr("Waterfalls"), makeWaterfalls());
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_notice);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_tabs, 1);
    row->addWidget(m_keep);
    column->addLayout(row);
    column->addWidget(line);
    column->addWidget(m_sections, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_sections, &QStackedWidget::setCurrentIndex);
    for (PlotView *plot : {m_distribution, m_differences}) {
        connect(plot, &PlotView::trialActivated, this, &ResultPage::openTrial);
        connect(plot, &PlotView::trialSelected, this, &ResultPage::selectTrial);
    }
    connect(m_trials, &LabTable::rowActivated, this, &ResultPage::openTrial);
    connect(m_waterfall, &Waterfall::rowActivated, this, [this](int row) {
        if (row >= 0 && size_t(row) < m_bars.size())
            openTrial(m_bars[size_t(row)].first);
    });
    connectKeep();
    FocusHand::set(this, m_distribution);
}

void ResultPage::connectKeep()
{
    connect(m_keep, &KeepBar::againWanted, this, &ResultPage::againWanted);
    connect(m_keep, &KeepBar::done, this,
            [this](const QString &sentence) { m_notice->say(NoticeBar::Kind::Note, sentence); });
    connect(m_keep, &KeepBar::trouble, this,
            [this](const QString &sentence) { m_notice->say(NoticeBar::Kind::Danger, sentence); });
    connect(m_keep, &KeepBar::compared, this,
            [this](const std::vector<lab::ArmChange> &changes, const QStringList &unlike) {
                (new ChangeDialog(changes, unlike, this))->open();
            });
}

QWidget *ResultPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(12, 10, 12, 6);
    column->setSpacing(6);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_verdict->setFont(strong);
    column->addWidget(m_verdict);
    column->addWidget(m_inShort);
    column->addWidget(m_warnings);
    const auto colour = [this] {
        QPalette own;
        own.setColor(QPalette::WindowText, Theme::instance().color(Token::Warning));
        m_warnings->setPalette(own);
    };
    connect(&Theme::instance(), &Theme::changed, m_warnings, colour);
    colour();
    return head;
}

QWidget *ResultPage::makePlotted(PlotView *plot, LabTable *table)
{
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(plot);
    splitter->addWidget(table);
    splitter->setStretchFactor(0, plot == m_distribution ? 3 : 2);
    splitter->setStretchFactor(1, plot == m_distribution ? 2 : 3);
    splitter->setSizes({plot == m_distribution ? 300 : 180, 200});
    return splitter;
}

QWidget *ResultPage::makeNumbers()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_octets);
    column->addWidget(m_numbers, 1);
    m_method->setContentsMargins(12, 4, 12, 8);
    m_method->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_method);
    FocusHand::set(page, m_numbers);
    return page;
}

QWidget *ResultPage::makeAnswers()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_answersSaid->setContentsMargins(12, 8, 12, 4);
    column->addWidget(m_answersSaid);
    column->addWidget(m_answers, 1);
    FocusHand::set(page, m_answers);
    return page;
}

QWidget *ResultPage::makeWaterfalls()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_noWaterfall->setContentsMargins(12, 8, 12, 4);
    m_noWaterfall->setForegroundRole(QPalette::PlaceholderText);
    auto *scroll = new QScrollArea(page);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_waterfall);
    m_waterfall->setAccessibleName(tr("The arms over one another"));
    m_moment->setAccessibleName(tr("Aligned"));
    m_moment->addItem(tr("from the moment of sending"), int(Moment::Dispatched));
    m_moment->addItem(tr("from when the connection is ready"), int(Moment::ConnectionReady));
    m_moment->addItem(tr("from the first octet of the answer"), int(Moment::FirstOctet));
    connect(m_moment, &QComboBox::currentIndexChanged, this, &ResultPage::showWaterfalls);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 4, 12, 4);
    row->addWidget(m_noWaterfall, 1);
    row->addWidget(m_moment);
    column->addLayout(row);
    column->addWidget(scroll, 1);
    FocusHand::set(page, m_waterfall);
    return page;
}

void ResultPage::showRun(std::shared_ptr<const lab::Run> run)
{
    m_run = std::move(run);
    m_keep->setRun(m_run);
    m_notice->dismiss();
    m_result.reset();
    m_verdict->setText(tr("Computing…"));
    m_inShort->clear();
    m_warnings->hide();
    runOnWorker(
        this,
        [run = m_run, words = labWords()] {
            return std::pair(run, lab::evaluate(run->setup, run->state, words));
        },
        [this](std::pair<std::shared_ptr<const lab::Run>, lab::Result> found) {
            if (found.first == m_run)
                showResult(std::move(found.second));
        });
}

void ResultPage::showResult(lab::Result result)
{
    const lab::Words words = labWords();
    m_result = std::move(result);
    QStringList sentences;
    for (const lab::Comparison &comparison : m_result->comparisons)
        sentences += lab::verdictSentence(*m_result, comparison, words);
    m_verdict->setText(
        tr("For %1: %2").arg(lab::subjectOf(m_run->setup, words), sentences.join(u' ')));
    QStringList lines;
    for (const lab::Warning &warning : m_result->warnings)
        lines += QStringLiteral("▲ ") + warning.sentence;
    m_warnings->setText(lines.join(u'\n'));
    m_warnings->setVisible(!lines.isEmpty());
    m_distribution->setPlot([this, words](lab::PlotSize size) {
        return m_result ? lab::ecdfPlot(*m_result, words, size) : lab::Plot{};
    });
    m_differences->setPlot([this, words](lab::PlotSize size) {
        return m_result ? lab::pairedPlot(*m_result, words, size) : lab::Plot{};
    });
    m_octets->setPlot(
        [this, words](lab::PlotSize size) {
            return m_result ? lab::octetPlot(*m_result, words, size) : lab::Plot{};
        },
        PlotView::Height::OfPlot);
    m_trials->showTable(lab::trialTable(*m_run, words));
    m_blocks->showTable(lab::blocksTable(*m_result, words));
    m_numbers->showTable(lab::measureTable(*m_result, words));
    m_method->setText(lab::methodSentence(m_run->setup, *m_result, words) + u' ' +
                      tr("h2load's “time for request” begins with the first octet sent and leaves "
                         "out the wait for a connection, so its means do not compare across "
                         "versions; what it calls “finished in” does."));
    const lab::Table answers = lab::responseTable(m_run->setup, *m_result, words);
    m_answers->showTable(answers);
    m_answers->setVisible(!answers.rows.empty());
    m_answersSaid->setText(lab::responsesSentence(*m_result, words));
    QString inShort = m_answersSaid->text();
    if (!m_run->setup.plan.line.isNone())
        inShort += u'\n' + lab::lineSentence(m_run->setup.plan.line, words);
    m_inShort->setText(inShort);
    m_tabs->setBadge(int(Section::Answers),
                     answers.rows.empty() ? QString() : QLocale().toString(answers.rows.size()),
                     tr("%n difference(s)", nullptr, int(answers.rows.size())));
    showWaterfalls();
    Q_EMIT shown();
}

// Of each arm the trial in the middle.
void ResultPage::showWaterfalls()
{
    m_bars.clear();
    if (!m_result)
        return;
    const auto moment = Moment(m_moment->currentData().toInt());
    std::vector<AlignedCall> calls;
    for (const lab::ArmResult &arm : m_result->arms) {
        int middle = -1;
        for (size_t i = 0; i < arm.places.size(); ++i) {
            const auto away = [&](int place) {
                return std::abs(m_run->state.trials[size_t(place)]->makespan - arm.median);
            };
            if (!arm.control && (middle < 0 || away(arm.places[i]) < away(middle)))
                middle = arm.places[i];
        }
        if (middle < 0)
            continue;
        const lab::Trial &trial = *m_run->state.trials[size_t(middle)];
        std::optional<trace::Stamp> zero;
        for (size_t item = 0; item < std::min(trial.calls.size(), itemsOfABar); ++item) {
            zero = zero ? zero : momentOf(*trial.calls[item], moment);
            calls.push_back({.title = tr("%1, request %2").arg(arm.label(labWords())).arg(item + 1),
                             .call = trial.calls[item].get(),
                             .zero = zero});
            m_bars.emplace_back(middle, item);
        }
    }
    m_waterfall->setRows(alignedRows(calls));
    m_waterfall->setVisible(!calls.empty());
    m_moment->setVisible(!calls.empty());
    m_noWaterfall->setText(calls.empty()
                               ? tr("A saved run holds numbers, not the exchanges themselves.")
                               : tr("Of each arm the trial in the middle, aligned"));
}

QString ResultPage::verdict() const
{
    return m_verdict->text();
}

QString ResultPage::warnings() const
{
    return m_warnings->text();
}

void ResultPage::showSection(Section section)
{
    m_tabs->setCurrentIndex(int(section));
}

void ResultPage::selectTrial(int trial)
{
    m_trials->chooseRow(trial);
    m_distribution->setCurrentTrial(trial);
    m_differences->setCurrentTrial(trial);
}

void ResultPage::openTrial(int trial)
{
    if (!m_run || trial < 0 || size_t(trial) >= m_run->state.trials.size())
        return;
    selectTrial(trial);
    const lab::Trial &one = *m_run->state.trials[size_t(trial)];
    if (one.calls.empty()) {
        showSection(Section::Distribution);
        return;
    }
    std::vector<NamedCall> calls;
    size_t slowest = 0;
    for (size_t item = 0; item < one.calls.size(); ++item) {
        calls.emplace_back(QStringLiteral("%1: %2").arg(item + 1).arg(
                               lab::timeText(one.items[item].milliseconds, labWords())),
                           client::Call::recorded(one.calls[item]->hops()));
        if (one.items[item].milliseconds > one.items[slowest].milliseconds)
            slowest = item;
    }
    const QString arm = QString::fromUtf8(m_run->setup.plan.arms[size_t(one.slot.arm)].label());
    //: the title of a window: %1 is an arm, %2 the number of a trial
    Q_EMIT openWanted(tr("%1, trial %2").arg(arm).arg(trial + 1), calls, slowest);
}

} // namespace sonde::ui
