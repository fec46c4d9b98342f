#include "ui/response/headers_view.h"

#include "ui/body/view_note.h"
#include "ui/protocol/wire_feed.h"
#include "ui/protocol/wire_selection.h"
#include "ui/protocol/wire_subject.h"
#include "ui/response/headers_delegate.h"
#include "ui/response/headers_filter.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QTimer>
#include <QTreeView>

namespace sonde::ui
{
namespace
{

constexpr int debounceMilliseconds = 80;

// Fields whose value is a URL that a person may want to follow.
bool namesUrl(const http::Field &field)
{
    return http::sameName(field.name, "location") || http::sameName(field.name, "content-location");
}

} // namespace

HeadersView::HeadersView(QWidget *parent)
    : QWidget(parent)
    , m_model(new HeadersModel(this))
    , m_filter(new HeadersFilter(this))
    , m_filterBox(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_tree(new QTreeView(this))
    , m_debounce(new QTimer(this))
{
    m_filter->setSourceModel(m_model);
    dressFilterBox();
    dressTree();
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 6, 12, 6);
    bar->setSpacing(10);
    bar->addWidget(m_filterBox, 1);
    bar->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_tree, 1);
    m_none = new ViewNote(m_tree, tr("Show all headers"));
    connect(m_none, &ViewNote::wayBackTaken, this, &HeadersView::clearFilter);
    FocusHand::set(this, m_tree);
}

void HeadersView::clearFilter()
{
    m_filterBox->clear();
    m_debounce->stop();
    applyFilter();
}

void HeadersView::sayWhetherNone()
{
    if (m_filter->text().isEmpty() || m_filter->shownFields() > 0 || m_model->fieldCount() == 0)
        m_none->hide();
    else
        m_none->say(tr("No field has “%1” in its name or value.").arg(m_filter->text()), {});
}

void HeadersView::dressFilterBox()
{
    m_filterBox->setPlaceholderText(tr("Filter by name or value"));
    m_filterBox->setAccessibleName(tr("Filter headers"));
    m_filterBox->setClearButtonEnabled(true);
    m_filterBox->addAction(icon("filter", Token::Muted), QLineEdit::LeadingPosition);
    m_filterBox->installEventFilter(this);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_debounce->setSingleShot(true);
    m_debounce->setInterval(debounceMilliseconds);
    connect(m_filterBox, &QLineEdit::textChanged, m_debounce, qOverload<>(&QTimer::start));
    connect(m_debounce, &QTimer::timeout, this, &HeadersView::applyFilter);
}

void HeadersView::dressTree()
{
    m_tree->setModel(m_filter);
    m_tree->setAccessibleName(tr("Headers"));
    m_tree->setItemDelegate(new HeadersDelegate(m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(false);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setIndentation(14);
    m_tree->header()->resizeSection(HeadersModel::Name, 220);
    m_tree->header()->setStretchLastSection(true);
    m_tree->installEventFilter(this);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &HeadersView::showMenu);
    // Values are wrapped to the column: its width decides the rows' heights.
    connect(m_tree->header(), &QHeaderView::sectionResized, m_tree,
            [this] { m_tree->doItemsLayout(); });
}

void HeadersView::showHop(const HopSnapshot &hop)
{
    m_base = hop.exchange.request.target.url();
    m_hop = hop;
    m_model->reset(sections());
    afterChange();
    followSelection();
}

void HeadersView::updateHop(const HopSnapshot &hop)
{
    m_hop = hop;
    m_model->update(sections());
    afterChange();
    followSelection();
}

void HeadersView::clear()
{
    m_hop.reset();
    m_model->reset({});
    afterChange();
}

void HeadersView::followWire(WireFeed *feed, WireSelection *selection)
{
    m_feed = feed;
    m_selection = selection;
    connect(selection, &WireSelection::selected, this, &HeadersView::followSelection);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HeadersView::tellSelection);
    connect(feed, &WireFeed::grown, this, [this] {
        if (!m_hop || !isVisible())
            return;
        m_model->update(sections());
        afterChange();
        followSelection();
    });
}

// A selected frame lights its section here, and one of its fields the field.
void HeadersView::followSelection()
{
    const auto row = m_selection ? m_selection->row() : std::nullopt;
    if (m_following || !row ||
        m_feed->connection() != (m_hop ? m_hop->exchange.connection : nullptr))
        return;
    const auto &sections = m_model->sections();
    const auto found = std::ranges::find_if(sections, [&](const HeaderSection &section) {
        return section.rows && section.rows->first <= *row && *row <= section.rows->last;
    });
    m_following = true;
    if (found == sections.end()) {
        m_tree->clearSelection();
    } else {
        const QModelIndex section = m_model->index(int(found - sections.begin()), 0);
        const auto field = m_selection->field();
        const bool known = field && *field < found->fields.size();
        const QModelIndex shown =
            m_filter->mapFromSource(known ? m_model->index(int(*field), 0, section) : section);
        if (shown.isValid() && !m_tree->selectionModel()->isSelected(shown)) {
            m_tree->selectionModel()->setCurrentIndex(shown, QItemSelectionModel::ClearAndSelect |
                                                                 QItemSelectionModel::Rows);
            m_tree->scrollTo(shown);
        }
    }
    m_following = false;
}

void HeadersView::tellSelection()
{
    const QModelIndex current = m_filter->mapToSource(m_tree->currentIndex());
    if (m_following || !current.isValid() ||
        !m_tree->selectionModel()->isSelected(m_tree->currentIndex()))
        return;
    const QModelIndex section = current.parent().isValid() ? current.parent() : current;
    const auto &rows = m_model->sections()[size_t(section.row())].rows;
    if (!rows)
        return;
    m_following = true;
    m_selection->select(rows->first, section == current ? std::optional<size_t>()
                                                        : std::optional(size_t(current.row())));
    m_selection->pointAt(m_feed->view().at(rows->first));
    m_following = false;
}

// The record may be of the connection of another hop, which knows nothing of this one.
std::vector<HeaderSection> HeadersView::sections() const
{
    auto sections = headerSections(*m_hop);
    if (m_feed && m_feed->connection() == m_hop->exchange.connection) {
        addCosts(sections, m_feed->view(), m_hop->exchange.streamId);
        if (const auto message = WireSubject{m_hop->exchange, {}}.stream(m_feed->view()))
            addPlaces(sections, m_feed->view(), *message);
    }
    return sections;
}

// Costs have columns of their own where they are known and where there is room.
void HeadersView::layOutColumns()
{
    constexpr int costWidth = 130;
    constexpr int least = 700; // logical pixels that four columns want
    auto *head = m_tree->header();
    const bool known = m_model->hasCosts() && width() >= least;
    m_tree->setColumnHidden(HeadersModel::Cost, !known);
    m_tree->setColumnHidden(HeadersModel::SentAs, !known);
    if (!known)
        return;
    const int rest =
        m_tree->viewport()->width() - head->sectionSize(HeadersModel::Name) - costWidth;
    const int value = std::max(rest * 3 / 5, 120);
    if (head->sectionSize(HeadersModel::Cost) != costWidth)
        head->resizeSection(HeadersModel::Cost, costWidth);
    if (head->sectionSize(HeadersModel::Value) != value)
        head->resizeSection(HeadersModel::Value, value);
}

void HeadersView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOutColumns();
}

void HeadersView::afterChange()
{
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex section = m_filter->index(row, 0);
        m_tree->setFirstColumnSpanned(row, {}, true);
        if (!m_tree->isExpanded(section))
            m_tree->expand(section);
    }
    layOutColumns();
    const QString count = countText();
    if (count != m_count->text())
        m_count->setText(count);
    sayWhetherNone();
}

void HeadersView::applyFilter()
{
    m_filter->setText(m_filterBox->text());
    static_cast<HeadersDelegate *>(m_tree->itemDelegate())->setMarked(m_filterBox->text());
    afterChange();
    m_tree->viewport()->update();
}

QString HeadersView::countText() const
{
    const int all = m_model->fieldCount();
    if (m_filter->text().isEmpty())
        return tr("%n field(s)", nullptr, all);
    const QLocale locale;
    //: how many header fields a filter lets through: "12 of 4,310"
    return tr("%1 of %2").arg(locale.toString(m_filter->shownFields()), locale.toString(all));
}

void HeadersView::find()
{
    m_filterBox->setFocus(Qt::ShortcutFocusReason);
    m_filterBox->selectAll();
}

void HeadersView::goTo(const QByteArray &name)
{
    if (!m_filterBox->text().isEmpty())
        clearFilter();
    m_tree->clearSelection();
    const auto &sections = m_model->sections();
    for (size_t i = 0; i < sections.size(); ++i) {
        if (sections[i].kind != HeaderSection::Kind::Response)
            continue;
        const QModelIndex section = m_model->index(int(i), 0);
        QModelIndex first = section;
        for (int row = 0; row < m_model->rowCount(section); ++row) {
            const QModelIndex field = m_model->index(row, 0, section);
            if (m_model->field(field)->name.compare(name, Qt::CaseInsensitive) != 0)
                continue;
            if (first == section)
                first = field;
            m_tree->selectionModel()->select(m_filter->mapFromSource(field),
                                             QItemSelectionModel::Select |
                                                 QItemSelectionModel::Rows);
        }
        const QModelIndex shown = m_filter->mapFromSource(first);
        m_tree->selectionModel()->setCurrentIndex(shown, QItemSelectionModel::NoUpdate);
        m_tree->scrollTo(shown);
        return;
    }
}

std::vector<const http::Field *> HeadersView::selectedFields() const
{
    std::vector<const http::Field *> fields;
    QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) {
        return std::pair(a.parent().row(), a.row()) < std::pair(b.parent().row(), b.row());
    });
    for (const QModelIndex &row : rows) {
        if (const http::Field *field = m_model->field(m_filter->mapToSource(row)))
            fields.push_back(field);
    }
    return fields;
}

void HeadersView::copy(Part part)
{
    QStringList lines;
    for (const http::Field *field : selectedFields()) {
        const QString value = QString::fromUtf8(field->value);
        lines << (part == Part::Value
                      ? value
                      : QString::fromUtf8(field->name) + QStringLiteral(": ") + value);
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void HeadersView::copyAll()
{
    QString text;
    for (const HeaderSection &section : m_model->sections()) {
        text += section.title + QLatin1Char('\n');
        for (const http::Field &field : section.fields)
            text += QString::fromUtf8(field.name + ": " + field.value) + QLatin1Char('\n');
        text += QLatin1Char('\n');
    }
    QApplication::clipboard()->setText(text.trimmed());
}

void HeadersView::showMenu(QPoint position)
{
    QMenu menu(this);
    const auto fields = selectedFields();
    QAction *value = menu.addAction(tr("Copy value"), this, [this] { copy(Part::Value); });
    QAction *whole = menu.addAction(tr("Copy name: value"), this, [this] { copy(Part::Whole); });
    whole->setShortcut(QKeySequence::Copy);
    value->setEnabled(!fields.empty());
    whole->setEnabled(!fields.empty());
    menu.addAction(tr("Copy all headers"), this, &HeadersView::copyAll);
    if (fields.size() == 1 && namesUrl(*fields.front())) {
        menu.addSeparator();
        const QUrl url = QUrl(QString::fromUtf8(m_base))
                             .resolved(QUrl(QString::fromUtf8(fields.front()->value)));
        menu.addAction(icon("arrow-right"), tr("Open as a new request"), this,
                       [this, url] { Q_EMIT openUrlRequested(url.toString()); });
    }
    menu.exec(m_tree->viewport()->mapToGlobal(position));
}

bool HeadersView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_tree && key->matches(QKeySequence::Copy)) {
        if (event->type() == QEvent::KeyPress)
            copy(Part::Whole);
        event->accept();
        return true;
    }
    if (watched == m_filterBox && event->type() == QEvent::KeyPress) {
        // Escape clears, then leaves.
        if (key->key() == Qt::Key_Escape && !m_filterBox->text().isEmpty()) {
            m_filterBox->clear();
            return true;
        }
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Down) {
            m_tree->setFocus(Qt::OtherFocusReason);
            if (!m_tree->currentIndex().isValid())
                m_tree->setCurrentIndex(m_filter->index(0, 0));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sonde::ui
