#include "ui/protocol/raw_pane.h"

#include "ui/protocol/layer_table.h"
#include "ui/protocol/wire_feed.h"
#include "ui/protocol/wire_place.h"
#include "ui/protocol/wire_selection.h"
#include "ui/widgets/body_view/body_view.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_table.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

using trace::Direction;

// Logical pixels from which sixteen octets of both sides have room beside each other.
constexpr int sideBySide = 1110;

} // namespace

RawPane::RawPane(WireFeed *feed, WireSelection *selection, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_selection(selection)
    , m_both(new QSplitter)
    , m_model(new LayerTable(this))
    , m_table(new QTableView)
    , m_bar(new QWidget(this))
    , m_note(new QLabel)
{
    m_both->addWidget(buildSide(Direction::Sent));
    m_both->addWidget(buildSide(Direction::Received));
    m_both->setChildrenCollapsible(false);
    buildTable();
    auto *all = new QSplitter(Qt::Vertical);
    all->addWidget(m_both);
    all->addWidget(m_table);
    all->setStretchFactor(0, 1);
    all->setStretchFactor(1, 0);
    all->setChildrenCollapsible(false);
    // As high as the layers want; the octets have the rest.
    constexpr int layers = 6;
    const int rowHeight = m_table->verticalHeader()->defaultSectionSize();
    const int wanted = rowHeight * layers + m_table->horizontalHeader()->sizeHint().height();
    all->setSizes({10'000, wanted});
    m_table->setMinimumHeight(wanted / 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(all);
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(0, 0, 0, 0);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *copy = new QToolButton;
    copy->setIcon(icon("copy"));
    copy->setText(tr("Copy layers"));
    copy->setToolTip(tr("Copy what is known of the octet at the cursor"));
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copy->setAutoRaise(true);
    connect(copy, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_model->text()); });
    row->addWidget(m_note, 1);
    row->addWidget(copy);
    connect(m_feed, &WireFeed::grown, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(m_selection, &WireSelection::selected, this, &RawPane::followSelection);
    FocusHand::set(this, octets(Direction::Received));
}

QWidget *RawPane::buildSide(Direction direction)
{
    Side &made = side(direction);
    made.heading = new QLabel;
    made.heading->setContentsMargins(8, 4, 8, 4);
    made.view = new BodyView;
    made.view->setMode(BodyView::Mode::Hex);
    made.view->setAccessibleName(direction == Direction::Sent ? tr("Octets sent")
                                                              : tr("Octets received"));
    made.view->setMinimumHeight(3 * fontMetrics().height());
    connect(made.view, &BodyView::selectionChanged, this,
            [this, direction] { followCaret(direction); });
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(made.heading);
    column->addWidget(made.view, 1);
    return box;
}

void RawPane::buildTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Layers of the octet at the cursor"));
    dressPlainTable(m_table, 4);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(LayerTable::Layer,
                                                      QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(LayerTable::What, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(LayerTable::Octets,
                                                      QHeaderView::ResizeToContents);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex &index) { selectLayer(index.row()); });
}

void RawPane::setSubject(WireSubject subject)
{
    m_subject = std::move(subject);
    if (isVisible())
        refresh();
}

void RawPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    followSelection();
}

void RawPane::refresh()
{
    const auto &connection = m_feed->connection();
    if (!connection)
        return;
    if (m_shown != connection.get()) {
        m_shown = connection.get();
        for (const auto direction : {Direction::Sent, Direction::Received}) {
            Side &shown = side(direction);
            shown.octets = std::make_shared<WireOctets>(connection, direction);
            shown.map.reset();
            m_following = true; // a view that is filled anew has no caret of anybody's choice
            shown.view->setStore(shown.octets);
            m_following = false;
        }
        m_model->resetRows({});
    }
    for (const auto direction : {Direction::Sent, Direction::Received})
        refreshSide(direction);
    const bool isKept = m_subject.content[size_t(Direction::Received)] != nullptr;
    m_note->setText(isKept ? tr("Content of other requests is not kept: its place is shown as ··")
                           : tr("Content was decoded while it came: its place is shown as ··"));
}

void RawPane::refreshSide(Direction direction)
{
    Side &shown = side(direction);
    const WireView &view = m_feed->view();
    const auto &content = m_subject.content[size_t(direction)];
    auto map =
        wireMap(view, direction, m_subject.stream(view), content ? quint64(content->size()) : 0);
    const QString octets = exactOctetsText(shown.octets->size());
    shown.heading->setText(direction == Direction::Sent ? tr("→ Sent: %1").arg(octets)
                                                        : tr("← Received: %1").arg(octets));
    if (shown.map && map == *shown.map) {
        shown.view->noteGrowth();
        return;
    }
    shown.octets->setBody(content, map.references);
    shown.map = std::make_shared<const WireMap>(std::move(map));
    // What was read before may be known now.
    shown.view->setThere([map = shown.map](qint64 octet) { return map->isThere(quint64(octet)); });
}

void RawPane::followSelection()
{
    const auto row = m_selection->row();
    const WireView &view = m_feed->view();
    if (!row || *row >= view.size() || !isVisible() || m_following || !m_shown)
        return;
    WirePlace place = placeOf(view, *row);
    if (const auto field = m_selection->field())
        place = placeOfField(view, *row, *field).value_or(place);
    m_following = true;
    const Direction other =
        place.direction == Direction::Sent ? Direction::Received : Direction::Sent;
    octets(other)->select({});
    octets(place.direction)->select({qint64(place.from), qint64(place.to)});
    octets(place.direction)->reveal(qint64(place.from));
    m_following = false;
    showLayers(place.direction, place.from);
}

void RawPane::followCaret(Direction direction)
{
    if (m_following || !m_shown)
        return;
    const OctetRange range = octets(direction)->selection();
    const auto octet = quint64(range.isEmpty() ? octets(direction)->caret() : range.from);
    showLayers(direction, octet);
    if (const auto row = rowAt(m_feed->view(), direction, octet)) {
        m_following = true;
        m_selection->select(*row);
        m_selection->pointAt(m_feed->view().at(*row));
        m_following = false;
    }
}

void RawPane::showLayers(Direction direction, quint64 octet)
{
    m_direction = direction;
    // A caret behind the last octet is at that one.
    const quint64 all = m_feed->connection()->log().octets(direction);
    m_model->resetRows(layersAt(m_feed->view(), *m_feed->connection(), direction,
                                std::min(octet, std::max<quint64>(all, 1) - 1), m_subject.zero()));
}

void RawPane::selectLayer(int row)
{
    if (size_t(row) >= m_model->rows().size())
        return;
    const WireLayer &layer = m_model->rows()[size_t(row)];
    m_following = true;
    octets(m_direction)->select({qint64(layer.from), qint64(layer.to)});
    octets(m_direction)->reveal(qint64(layer.from));
    m_following = false;
}

void RawPane::goTo(Direction direction, quint64 octet)
{
    refresh();
    if (!m_shown)
        return;
    octets(direction)->select({qint64(octet), qint64(octet) + 1});
    octets(direction)->reveal(qint64(octet));
}

bool RawPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (key->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(m_model->text());
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        selectLayer(m_table->currentIndex().row());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RawPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto way = width() >= sideBySide ? Qt::Horizontal : Qt::Vertical;
    if (m_both->orientation() != way)
        m_both->setOrientation(way);
}

} // namespace sonde::ui
