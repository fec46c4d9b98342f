#include "ui/protocol/hpack_pane.h"

#include "ui/protocol/hpack_table.h"
#include "ui/protocol/wire_feed.h"
#include "ui/protocol/wire_selection.h"
#include "ui/protocol/wire_words.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_table.h"

#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace sonde::ui
{

HpackPane::HpackPane(WireFeed *feed, WireSelection *selection, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_selection(selection)
    , m_model(new HpackTable(this))
    , m_bar(new QWidget(this))
    , m_table(new QTableView)
    , m_sentence(new QLabel)
    , m_ways(new QButtonGroup(this))
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Dynamic table"));
    dressPlainTable(m_table, 4);
    auto *head = m_table->horizontalHeader();
    const int unit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    head->resizeSection(HpackTable::Index, 8 * unit);
    head->resizeSection(HpackTable::State, 12 * unit);
    head->resizeSection(HpackTable::Name, 24 * unit);
    head->resizeSection(HpackTable::Value, 46 * unit);
    head->resizeSection(HpackTable::Size, 9 * unit);
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(12, 0, 12, 6);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildBar();
    column->addWidget(m_sentence);
    column->addWidget(m_table, 1);
    FocusHand::set(this, m_table);
    connect(m_feed, &WireFeed::grown, this, &HpackPane::refresh);
    connect(m_selection, &WireSelection::selected, this, &HpackPane::followSelection);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        m_selection->select(size_t(m_model->rows()[size_t(index.row())].frame));
    });
}

void HpackPane::buildBar()
{
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(0, 0, 0, 0);
    const auto button = [row](const QString &text, const QString &tip) {
        auto *made = new QToolButton;
        made->setText(text);
        made->setToolTip(tip);
        made->setAutoRaise(true);
        row->addWidget(made);
        return made;
    };
    for (const auto way : {trace::Direction::Sent, trace::Direction::Received}) {
        const bool sent = way == trace::Direction::Sent;
        auto *made = button(sent ? tr("→ What we sent") : tr("← What we received"),
                            sent ? tr("The table for header fields of requests")
                                 : tr("The table for header fields of responses"));
        made->setCheckable(true);
        made->setChecked(sent);
        m_ways->addButton(made, int(way));
    }
    row->addStretch(1);
    m_previous = button(tr("Header before"), tr("Go to the header section before"));
    m_previous->setIcon(icon("arrow-left"));
    m_next = button(tr("Next header"), tr("Go to the next header section"));
    m_next->setIcon(icon("arrow-right"));
    auto *copy = button(tr("Copy as text"), tr("Copy the table as text"));
    copy->setIcon(icon("copy"));
    for (QToolButton *each : {m_previous, m_next, copy})
        each->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_ways, &QButtonGroup::idClicked, this, [this](int way) {
        m_direction = trace::Direction(way);
        refresh();
    });
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(copy, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_model->text()); });
}

void HpackPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    followSelection();
}

quint64 HpackPane::frame() const
{
    const size_t frames = m_feed->view().size();
    return frames == 0 ? 0 : std::min(m_selection->row().value_or(frames - 1), frames - 1);
}

// The table of the direction in which the selected frame went.
void HpackPane::followSelection()
{
    const auto row = m_selection->row();
    const auto &http2 = m_feed->view().http2;
    if (http2 && row && *row < http2->frames.size() && http2->frames[*row].block) {
        m_direction = http2->frames[*row].direction;
        m_ways->button(int(m_direction))->setChecked(true);
    }
    refresh();
}

void HpackPane::step(int by)
{
    const auto &http2 = m_feed->view().http2;
    if (!http2)
        return;
    if (const auto found = nextBlock(*http2, m_direction, frame(), by))
        m_selection->select(size_t(*found));
}

void HpackPane::refresh()
{
    if (!isVisible())
        return;
    const auto &http2 = m_feed->view().http2;
    if (!http2) {
        m_model->resetRows({});
        m_sentence->setText(tr("HTTP/1 sends header fields as they are: there is no table."));
        m_previous->setEnabled(false);
        m_next->setEnabled(false);
        return;
    }
    const HpackMoment moment = hpackAt(*http2, m_direction, frame());
    m_previous->setEnabled(nextBlock(*http2, m_direction, frame(), -1).has_value());
    m_next->setEnabled(nextBlock(*http2, m_direction, frame(), 1).has_value());
    m_model->resetRows(moment.rows);
    const QLocale locale;
    QString text = tr("After frame %1 the table holds %2 of %3 octets.")
                       .arg(locale.toString(qulonglong(frame())),
                            locale.toString(qulonglong(moment.table.size)),
                            locale.toString(qulonglong(moment.table.limit)));
    if (moment.blocks > 0)
        text +=
            QLatin1Char(' ') +
            tr("%n header section(s) so far took %1; as HTTP/1.1 text they take %2: %3 % saved.",
               nullptr, int(std::min<quint64>(moment.blocks, INT_MAX)))
                .arg(exactOctetsText(qint64(moment.wireOctets)),
                     exactOctetsText(qint64(moment.textOctets)),
                     locale.toString(moment.saved() * 100, 'f', 0));
    m_sentence->setText(text);
}

} // namespace sonde::ui
