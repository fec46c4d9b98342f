#include "ui/protocol/windows_pane.h"

#include "ui/protocol/window_plot.h"
#include "ui/protocol/window_table.h"
#include "ui/protocol/wire_feed.h"
#include "ui/protocol/wire_selection.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/worker.h"

#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

namespace sonde::ui
{

WindowsPane::WindowsPane(WireFeed *feed, WireSelection *selection, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_selection(selection)
    , m_model(new WindowTable(this))
    , m_table(new QTableView)
    , m_plot(new WindowPlot(selection))
    , m_sentence(new QLabel)
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Steps of the windows"));
    dressPlainTable(m_table, 4);
    const int unit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    m_table->horizontalHeader()->resizeSection(WindowTable::Time, 14 * unit);
    m_table->horizontalHeader()->resizeSection(WindowTable::Window, 14 * unit);
    m_table->horizontalHeader()->resizeSection(WindowTable::Cause, 22 * unit);
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(12, 8, 12, 6);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *both = new QSplitter(Qt::Vertical);
    both->addWidget(m_plot);
    both->addWidget(m_table);
    both->setStretchFactor(0, 3);
    both->setStretchFactor(1, 2);
    both->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_sentence);
    column->addWidget(both, 1);
    FocusHand::set(this, m_table);
    connect(m_feed, &WireFeed::grown, this, &WindowsPane::refresh);
    connect(m_selection, &WireSelection::selected, this, &WindowsPane::followSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid() && !m_following)
                    m_selection->select(size_t(m_model->rows()[size_t(current.row())].frame));
            });
}

void WindowsPane::setSubject(WireSubject subject)
{
    m_subject = std::move(subject);
    refresh();
}

void WindowsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

// That of the selected frame; what belongs to no stream keeps the one that is shown.
quint32 WindowsPane::stream() const
{
    const WireView &view = m_feed->view();
    if (const auto row = m_selection->row(); row && *row < view.size() && view.stream(*row) > 0)
        return view.stream(*row);
    return m_stream > 0 ? m_stream : m_subject.stream(view).value_or(0);
}

void WindowsPane::refresh()
{
    const auto http2 = m_feed->view().http2;
    if (!isVisible())
        return;
    if (!http2) {
        m_model->show({}, {});
        m_plot->show({}, {});
        m_sentence->setText(tr("HTTP/1 has no windows of its own: TCP alone slows a sender."));
        return;
    }
    if (m_busy) {
        m_again = true;
        return;
    }
    m_busy = true;
    m_again = false;
    m_stream = stream();
    const auto connection = m_feed->connection();
    runOnWorker(
        this,
        [http2, connection, wanted = m_stream] {
            return windowStory(*http2, contentDirection(*http2, wanted), wanted,
                               handshakeTime(connection->state()));
        },
        [this](const WindowStory &story) {
            m_busy = false;
            m_following = true;
            m_model->show(story.changes, m_subject.zero());
            m_following = false;
            m_sentence->setText(storyText(story));
            m_plot->show(story, m_subject.zero());
            if (m_again)
                refresh();
        });
}

void WindowsPane::followSelection()
{
    if (!isVisible())
        return;
    if (stream() != m_stream) {
        refresh();
        return;
    }
    const auto row = m_selection->row();
    const auto &changes = m_model->rows();
    const auto found =
        std::ranges::find(changes, quint64(row.value_or(~size_t(0))), &trace::WindowChange::frame);
    if (found == changes.end())
        return;
    m_following = true;
    const int at = int(found - changes.begin());
    if (changes[size_t(std::max(m_table->currentIndex().row(), 0))].frame != found->frame ||
        !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(at, 0));
    m_following = false;
}

} // namespace sonde::ui
