#include "ui/protocol/frames_pane.h"

#include "ui/protocol/detail_view.h"
#include "ui/protocol/frame_table.h"
#include "ui/protocol/swimlanes.h"
#include "ui/protocol/wire_feed.h"
#include "ui/protocol/wire_selection.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/worker.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

// Letters of what a frame says that are worth more than its flags in a column.
constexpr int leastSummary = 24;
constexpr int debounceMilliseconds = 80;
constexpr int sideBySide = 820; // logical pixels from which the detail stands beside the table
constexpr int mostCopied = 100'000;

std::vector<quint32> findingRows(const WireView &view)
{
    std::vector<quint32> rows;
    for (size_t row = 0; row < view.size(); ++row) {
        if (verdictKind(view, row) != trace::Verdict::Kind::Ok)
            rows.push_back(quint32(row));
    }
    return rows;
}

} // namespace

struct FramesPane::Rows {
    WireView view;
    std::vector<quint32> rows;
    std::vector<Lane> lanes;
    std::vector<quint32> findings;
    trace::Stamp zero;
};

FramesPane::FramesPane(WireFeed *feed, WireSelection *selection, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_selection(selection)
    , m_model(new FrameTable(this))
    , m_bar(new QWidget(this))
    , m_filterBox(new QLineEdit)
    , m_ownAlone(new QToolButton)
    , m_findings(new QToolButton)
    , m_count(new QLabel)
    , m_trouble(new QLabel)
    , m_table(new QTableView)
    , m_lanes(new Swimlanes(selection))
    , m_detail(new DetailView)
    , m_splitter(new QSplitter)
    , m_debounce(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildBar();
    column->addWidget(m_trouble);
    column->addWidget(buildTable(), 1);
    m_debounce->setSingleShot(true);
    m_debounce->setInterval(debounceMilliseconds);
    connect(m_filterBox, &QLineEdit::textChanged, m_debounce, qOverload<>(&QTimer::start));
    connect(m_debounce, &QTimer::timeout, this, &FramesPane::readFilter);
    connect(m_feed, &WireFeed::grown, this, &FramesPane::filterRows);
    connect(m_feed, &WireFeed::replaced, this, &FramesPane::filterRows);
    connect(m_selection, &WireSelection::selected, this, &FramesPane::followSelection);
    connect(m_detail, &DetailView::fieldChosen, this, [this](size_t field) {
        if (const auto row = m_selection->row())
            m_selection->select(*row, field);
    });
    connect(&Theme::instance(), &Theme::changed, m_table->viewport(),
            qOverload<>(&QWidget::update));
    FocusHand::set(this, m_table);
}

void FramesPane::buildBar()
{
    m_filterBox->setPlaceholderText(tr("Filter: stream:1 type:DATA dir:in len>1000 text"));
    m_filterBox->setAccessibleName(tr("Filter frames"));
    m_filterBox->setToolTip(WireFilter::help());
    m_filterBox->setClearButtonEnabled(true);
    m_filterBox->addAction(icon("filter", Token::Muted), QLineEdit::LeadingPosition);
    m_filterBox->installEventFilter(this);
    m_ownAlone->setText(tr("This request only"));
    m_ownAlone->setToolTip(tr("Hide what belongs to the connection and to its other requests"));
    m_ownAlone->setCheckable(true);
    m_ownAlone->setAutoRaise(true);
    connect(m_ownAlone, &QToolButton::toggled, this, &FramesPane::filterRows);
    m_findings->setAutoRaise(true);
    m_findings->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_findings->setToolTip(tr("Go to the next frame about which a rule has something to say"));
    m_findings->hide();
    connect(m_findings, &QToolButton::clicked, this, &FramesPane::goToFinding);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_trouble->setContentsMargins(12, 0, 12, 4);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_filterBox, 1);
    row->addWidget(m_findings);
    row->addWidget(m_ownAlone);
    row->addWidget(m_count);
}

QWidget *FramesPane::buildTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Frames"));
    dressPlainTable(m_table, 4);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *head = m_table->horizontalHeader();
    const QFontMetrics metrics = m_table->fontMetrics();
    // On both sides of what stands in a cell, a text or a swatch.
    const int margins =
        2 * (m_table->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, m_table) + 1);
    const auto width = [&](const char *sample) {
        return metrics.horizontalAdvance(sample) + 1 + margins; // as a layout rounds it
    };
    head->resizeSection(FrameTable::Time, width("-00,000.000"));
    head->resizeSection(FrameTable::Way, 30);
    fitStreams();
    head->resizeSection(FrameTable::Type, width("WINDOW_UPDATE") + FrameTable::swatch + margins);
    m_flagsWidth = width("END_HEADERS");
    head->resizeSection(FrameTable::Flags, m_flagsWidth);
    head->resizeSection(FrameTable::Length, width("000,000"));
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_table, &QTableView::customContextMenuRequested, this, &FramesPane::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid() && !m_following)
                    m_selection->select(m_model->wireRow(current.row()));
            });
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 11);
    m_splitter->setStretchFactor(1, 9);
    m_splitter->setChildrenCollapsible(false);
    auto *both = new QSplitter(Qt::Vertical);
    both->addWidget(m_lanes);
    both->addWidget(m_splitter);
    both->setStretchFactor(0, 0);
    both->setStretchFactor(1, 1);
    both->setChildrenCollapsible(false);
    return both;
}

// As wide as its title, which is longer than its numbers.
void FramesPane::fitStreams()
{
    auto *head = m_table->horizontalHeader();
    head->resizeSection(FrameTable::Stream, head->sectionSizeHint(FrameTable::Stream));
}

// HTTP/1 has no flags. Those of HTTP/2 have a column of their own where what the frame says has
// room beside it.
void FramesPane::fitFlags()
{
    const bool plain = bool(m_model->view().http1);
    const auto *head = m_table->horizontalHeader();
    int others = m_flagsWidth;
    for (const int column : {FrameTable::Time, FrameTable::Way, FrameTable::Stream,
                             FrameTable::Type, FrameTable::Length})
        others += head->sectionSize(column);
    const int least = m_table->fontMetrics().averageCharWidth() * leastSummary;
    const bool narrow = m_table->viewport()->width() - others < least;
    m_table->setColumnHidden(FrameTable::Flags, plain || narrow);
    m_model->setFlagsBesideSummary(narrow && !plain);
}

void FramesPane::setSubject(WireSubject subject)
{
    const bool other =
        subject.zero() != m_subject.zero() || subject.connection() != m_subject.connection();
    m_subject = std::move(subject);
    if (other)
        m_begun = nullptr;
    filterRows();
}

void FramesPane::find()
{
    m_filterBox->setFocus(Qt::ShortcutFocusReason);
    m_filterBox->selectAll();
}

void FramesPane::readFilter()
{
    auto filter = WireFilter::parse(m_filterBox->text());
    m_understood = filter.has_value();
    if (!filter) {
        sayBelowFilter(filter.error(), Token::Danger);
        return; // what was understood last stays in force
    }
    sayBelowFilter({}, Token::Muted);
    m_filter = *std::move(filter);
    filterRows();
}

void FramesPane::sayBelowFilter(const QString &sentence, Token color)
{
    QPalette palette = m_trouble->palette();
    palette.setColor(QPalette::WindowText, Theme::instance().color(color));
    m_trouble->setPalette(palette);
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

QString FramesPane::filterTrouble() const
{
    return m_trouble->text();
}

// A worker looks through all rows; while it does, what else is asked is one more round.
void FramesPane::filterRows()
{
    if (m_filtering) {
        m_again = true;
        return;
    }
    m_filtering = true;
    m_again = false;
    const WireView view = m_feed->view();
    const auto own = m_ownAlone->isChecked() ? m_subject.stream(view) : std::nullopt;
    runOnWorker(
        this,
        [view, own, filter = m_filter, zero = m_subject.zero()] {
            Rows answer{.view = view,
                        .rows = filter.apply(view, zero),
                        .lanes = lanesOf(view),
                        .findings = findingRows(view),
                        .zero = zero};
            if (own)
                std::erase_if(answer.rows, [&](quint32 row) { return view.stream(row) != *own; });
            return answer;
        },
        [this](Rows answer) { takeRows(std::move(answer)); });
}

void FramesPane::takeRows(Rows rows)
{
    m_filtering = false;
    m_following = true; // a model that is reset has no current row, which is nobody's choice
    m_model->show(std::move(rows.view), std::move(rows.rows), rows.zero);
    m_following = false;
    const WireView &view = m_model->view();
    fitStreams(); // HTTP/1 has messages there, which is a longer title
    fitFlags();
    m_lanes->show(view, m_subject, std::move(rows.lanes));
    m_count->setText(countText());
    if (m_understood)
        sayBelowFilter(m_model->rowCount() > 0 || view.size() == 0
                           ? QString()
                           : tr("Nothing fits the filter. Words that are none of its keys are "
                                "looked for as text."),
                       Token::Muted);
    showFindings(std::move(rows.findings));
    // What one looks at first is the request itself, not what the connection did before.
    const auto first = m_subject.firstRow(view);
    if (first && m_begun != m_feed->connection().get() && m_feed->connection()) {
        m_begun = m_feed->connection().get();
        if (!m_selection->row()) // nobody has chosen yet, in headers or timing
            m_selection->select(*first);
        // Only then, when lanes and table have the room that is theirs.
        QTimer::singleShot(0, m_table, [this] {
            m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
        });
    }
    followSelection();
    if (m_again)
        filterRows();
}

void FramesPane::showFindings(std::vector<quint32> rows)
{
    m_findingRows = std::move(rows);
    m_findings->setVisible(!m_findingRows.empty());
    m_findings->setText(tr("%n finding(s)", nullptr, int(m_findingRows.size())));
    // The colour of a warning is for what is one.
    const WireView &view = m_model->view();
    const bool broken = std::ranges::any_of(m_findingRows, [&](quint32 row) {
        return verdictKind(view, row) == trace::Verdict::Kind::Violation;
    });
    m_findings->setIcon(broken ? icon("warning", Token::Warning) : icon("info", Token::Muted));
}

void FramesPane::goToFinding()
{
    if (m_findingRows.empty())
        return;
    const auto from = m_selection->row();
    const auto next =
        from ? std::ranges::upper_bound(m_findingRows, quint32(*from)) : m_findingRows.begin();
    goTo(next == m_findingRows.end() ? m_findingRows.front() : *next);
}

void FramesPane::goTo(size_t row)
{
    // The rows may have yet to come: then the selection is not to be that of the beginning.
    m_begun = m_feed->connection().get();
    // What the filter keeps back is let through: a finding must be seen.
    if (m_model->rowOf(row) < 0) {
        m_ownAlone->setChecked(false);
        m_filterBox->clear();
    }
    m_selection->select(row);
}

QString FramesPane::countText() const
{
    const size_t all = m_model->view().size();
    const QLocale locale;
    const auto shown = size_t(m_model->rowCount());
    if (shown == all)
        return m_model->view().http1 ? tr("%Ln part(s)", nullptr, int(all))
                                     : tr("%Ln frame(s)", nullptr, int(all));
    //: how many frames a filter lets through: "12 of 4,310"
    return tr("%1 of %2").arg(locale.toString(qulonglong(shown)), locale.toString(qulonglong(all)));
}

void FramesPane::followSelection()
{
    const auto row = m_selection->row();
    const int at = row ? m_model->rowOf(*row) : -1;
    if (at >= 0 && m_table->currentIndex().row() != at) {
        m_following = true;
        m_table->setCurrentIndex(m_model->index(at, 0));
        m_following = false;
        m_table->scrollTo(m_model->index(at, 0), QAbstractItemView::EnsureVisible);
    }
    showDetail();
}

void FramesPane::showDetail()
{
    m_detail->showRow(m_model->view(), m_selection->row(), m_model->zero(), m_feed->connection());
    if (const auto field = m_selection->field())
        m_detail->showField(*field);
}

std::vector<int> FramesPane::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::ranges::sort(rows);
    return rows;
}

void FramesPane::copyRows(const std::vector<int> &rows) const
{
    if (!rows.empty())
        QApplication::clipboard()->setText(m_model->text(rows));
}

void FramesPane::showMenu(QPoint position)
{
    QMenu menu(this);
    const auto rows = selectedRows();
    QAction *some = menu.addAction(tr("Copy rows"), this, [this, rows] { copyRows(rows); });
    some->setShortcut(QKeySequence::Copy);
    some->setEnabled(!rows.empty());
    menu.addAction(tr("Copy all rows shown"), this, [this] {
        std::vector<int> all(size_t(std::min(m_model->rowCount(), mostCopied)));
        std::iota(all.begin(), all.end(), 0);
        copyRows(all);
    });
    if (const auto row = m_selection->row(); row && *row < m_model->view().size()) {
        menu.addSeparator();
        const WireView &view = m_model->view();
        const QString stream = QStringLiteral("stream:%1").arg(view.stream(*row));
        const QString type = QStringLiteral("type:%1").arg(typeText(view, *row));
        const auto filterBy = [this](const QString &text) { m_filterBox->setText(text); };
        if (view.http2) {
            menu.addAction(tr("Filter: %1").arg(stream), this, [=] { filterBy(stream); });
            menu.addAction(tr("Filter: %1").arg(type), this, [=] { filterBy(type); });
        }
    }
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

bool FramesPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_table->viewport())
        fitFlags();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_table && key->matches(QKeySequence::Copy)) {
        copyRows(selectedRows());
        return true;
    }
    if (watched == m_filterBox && key->key() == Qt::Key_Escape && !m_filterBox->text().isEmpty()) {
        m_filterBox->clear(); // Escape clears, then leaves
        return true;
    }
    if (watched == m_filterBox && (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Down)) {
        m_table->setFocus(Qt::OtherFocusReason);
        if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
            m_table->selectRow(0);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FramesPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto way = width() >= sideBySide ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() != way)
        m_splitter->setOrientation(way);
}

} // namespace sonde::ui
