#include "ui/protocol/detail_view.h"

#include "body/byte_store.h"
#include "ui/widgets/body_view/body_view.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/worker.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

// A frame may have 16 MB; whoever wants them all exports the connection.
constexpr quint64 mostOctets = 256 * 1024;

struct Octets {
    QByteArray octets;
    quint64 leftOut = 0;
};

Octets octetsOf(const trace::ByteLog &log, trace::Direction direction, quint64 from, quint64 to)
{
    Octets result;
    const quint64 end = std::min(to, from + mostOctets);
    for (const auto &piece : log.slice(direction, from, end)) {
        result.octets += piece.octets;
        result.leftOut += piece.elided;
    }
    result.leftOut += to - end;
    return result;
}

} // namespace

DetailView::DetailView(QWidget *parent)
    : QWidget(parent)
    , m_model(new DetailTable(this))
    , m_table(new QTableView)
    , m_note(new QLabel)
    , m_octets(new BodyView)
    , m_splitter(new QSplitter(Qt::Vertical))
{
    dressTable();
    m_octets->setMode(BodyView::Mode::Hex);
    m_octets->setFrameShape(QFrame::NoFrame);
    m_octets->setMinimumHeight(3 * fontMetrics().height());
    m_octets->setAccessibleName(tr("Octets of the frame"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setContentsMargins(8, 0, 8, 0);
    auto *copy = new QToolButton;
    copy->setIcon(icon("copy"));
    copy->setText(tr("Copy as text"));
    copy->setToolTip(tr("Copy the detail of this frame as text"));
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copy->setAutoRaise(true);
    connect(copy, &QToolButton::clicked, this, &DetailView::copyText);
    auto *lower = new QWidget;
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, 4, 0);
    bar->addWidget(m_note, 1);
    bar->addWidget(copy);
    auto *lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, 0, 0, 0);
    lowerColumn->setSpacing(0);
    lowerColumn->addLayout(bar);
    lowerColumn->addWidget(m_octets, 1);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(lower);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    FocusHand::set(this, m_table);
}

void DetailView::dressTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Detail of the frame"));
    dressPlainTable(m_table, 4);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *head = m_table->horizontalHeader();
    // What the protocol has names for is read whole.
    const int margins =
        2 * (m_table->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, m_table) + 1) + 1;
    const auto width = [&](const char *sample) {
        return m_table->fontMetrics().horizontalAdvance(QLatin1String(sample)) + margins;
    };
    head->resizeSection(DetailTable::Name, width("MAX_CONCURRENT_STREAMS"));
    head->resizeSection(DetailTable::Value, width("application/json; q=1"));
    head->resizeSection(DetailTable::Octets,
                        std::max(58, head->sectionSizeHint(DetailTable::Octets)));
    m_table->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DetailView::markLine);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DetailView::tellField);
}

void DetailView::showField(size_t field)
{
    size_t before = 0;
    for (int line = 0; line < m_model->rowCount(); ++line) {
        if (m_model->rows()[size_t(line)].kind != DetailLine::Kind::Field || before++ != field)
            continue;
        if (m_table->currentIndex().row() != line)
            m_table->setCurrentIndex(m_model->index(line, 0));
        return;
    }
}

void DetailView::tellField()
{
    const int current = m_table->currentIndex().row();
    if (current < 0 || m_model->rows()[size_t(current)].kind != DetailLine::Kind::Field)
        return;
    const auto &lines = m_model->rows();
    Q_EMIT fieldChosen(
        size_t(std::count_if(lines.begin(), lines.begin() + current, [](const DetailLine &line) {
            return line.kind == DetailLine::Kind::Field;
        })));
}

void DetailView::showRow(const WireView &view, std::optional<size_t> row, trace::Stamp zero,
                         const std::shared_ptr<const trace::Connection> &connection)
{
    if (!row || *row >= view.size()) {
        m_model->resetRows({});
        showOctets({}, 0);
        m_row.reset();
        return;
    }
    auto lines = wireDetail(view, *row, zero);
    const bool fields =
        std::ranges::any_of(lines, [](const DetailLine &line) { return line.wireOctets > 0; });
    const bool sentAs =
        std::ranges::any_of(lines, [](const DetailLine &line) { return !line.note.isEmpty(); });
    const bool same = m_row == row && m_connection == connection.get();
    if (same && lines == m_model->rows())
        return;
    m_model->resetRows(std::move(lines));
    m_table->clearSpans();
    for (int line = 0; line < m_model->rowCount(); ++line) {
        const DetailLine &shown = m_model->rows()[size_t(line)];
        if (shown.kind == DetailLine::Kind::Heading)
            m_table->setSpan(line, 0, 1, DetailTable::Columns);
        else if (shown.wireOctets == 0 && shown.note.isEmpty())
            // Nothing stands beside the value, so it may go on.
            m_table->setSpan(line, DetailTable::Value, 1,
                             DetailTable::Columns - DetailTable::Value);
    }
    m_table->setColumnHidden(DetailTable::Octets, !fields);
    m_table->setColumnHidden(DetailTable::SentAs, !sentAs);
    m_row = row;
    m_connection = connection.get();
    if (!same && connection)
        fetchOctets(view, *row, connection);
}

void DetailView::fetchOctets(const WireView &view, size_t row,
                             const std::shared_ptr<const trace::Connection> &connection)
{
    ++m_asked;
    if (view.http1) {
        const trace::Http1Part &part = (*view.http1)[row];
        const bool content = part.kind == trace::Http1Part::Kind::Content;
        showOctets(part.octets, content ? part.size : 0);
        return;
    }
    const trace::Frame &frame = view.http2->frames[row];
    runOnWorker(
        this,
        [connection, direction = frame.direction, from = frame.offset, to = frame.end()] {
            return octetsOf(connection->log(), direction, from, to);
        },
        [this, asked = m_asked](const Octets &got) {
            if (asked == m_asked)
                showOctets(got.octets, got.leftOut);
        });
}

void DetailView::showOctets(const QByteArray &octets, quint64 leftOut)
{
    auto store = std::make_shared<body::ByteStore>();
    if (!octets.isEmpty() && !store->append(octets))
        return; // in memory: below the size that spills
    store->finish();
    m_octets->setStore(std::move(store));
    m_note->setText(leftOut > 0 ? tr("%1 more are not here: content stands in the body")
                                      .arg(exactOctetsText(qint64(leftOut)))
                                : QString());
    markLine();
}

void DetailView::markLine()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || size_t(current.row()) >= m_model->rows().size())
        return;
    const DetailLine &line = m_model->rows()[size_t(current.row())];
    const auto end = qint64(std::min<quint64>(line.to, mostOctets));
    const auto begin = qint64(line.from);
    m_octets->select(begin < end ? OctetRange{begin, end} : OctetRange{});
    if (begin < end)
        m_octets->reveal(begin);
}

void DetailView::copyText() const
{
    QApplication::clipboard()->setText(detailText(m_model->rows()));
}

bool DetailView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        std::vector<DetailLine> lines;
        for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
            lines.push_back(m_model->rows()[size_t(index.row())]);
        QApplication::clipboard()->setText(detailText(lines));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sonde::ui
